"""Every form of a signature that the standards know."""

import pytest

from tests.conftest import Compose, ids
from ttdn_draft.model import SignatureBlock


def block(compose: Compose, standard: str, signer: str) -> SignatureBlock:
    document = compose(standard, ky=signer).document
    assert document is not None
    return document.signature


@pytest.mark.parametrize(
    ("signer", "lines"),
    [
        ("{chuc_vu: GIÁM ĐỐC, ho_ten: A}", "GIÁM ĐỐC"),
        ("{chuc_vu: Q. GIÁM ĐỐC, ho_ten: A}", "Q. GIÁM ĐỐC"),
        ("{quyen_han: Q. GIÁM ĐỐC, ho_ten: A}", "Q. GIÁM ĐỐC"),
        ("{quyen_han: KT. GIÁM ĐỐC, chuc_vu: phó giám đốc, ho_ten: A}", "KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC"),
        ("{quyen_han: TL. CHỦ TỊCH, chuc_vu: CHÁNH VĂN PHÒNG, ho_ten: A}", "TL. CHỦ TỊCH\nCHÁNH VĂN PHÒNG"),
        ("{quyen_han: TUQ. CHỦ TỊCH, chuc_vu: GIÁM ĐỐC SỞ, ho_ten: A}", "TUQ. CHỦ TỊCH\nGIÁM ĐỐC SỞ"),
        ("{quyen_han: TM. UỶ BAN NHÂN DÂN, chuc_vu: CHỦ TỊCH, ho_ten: A}", "TM. UỶ BAN NHÂN DÂN\nCHỦ TỊCH"),
        (
            "{quyen_han: [TM. UỶ BAN NHÂN DÂN, KT. CHỦ TỊCH], chuc_vu: PHÓ CHỦ TỊCH, ho_ten: A}",
            "TM. UỶ BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH",
        ),
    ],
)
def test_all_lines_of_a_state_signature_are_of_one_weight(compose: Compose, signer: str, lines: str) -> None:
    found = block(compose, "nha-nuoc", signer)
    assert (found.first_line, found.second_line, found.full_name) == (lines, "", "A")


def test_office_with_its_body_stays_bold_as_a_whole_in_a_party_signature(compose: Compose) -> None:
    found = block(compose, "dang", '{chuc_vu: "CHÁNH VĂN PHÒNG\\nTỈNH UỶ", ho_ten: A}')
    assert (found.first_line, found.second_line) == ("CHÁNH VĂN PHÒNG\nTỈNH UỶ", "")


def test_signer_for_a_body_without_seal_has_both_offices_around_kiem(compose: Compose) -> None:
    found = block(compose, "dang", "{chuc_vu: TRƯỞNG BAN, kiem: Phó Chủ tịch Hội đồng, ho_ten: A}")
    assert (found.first_line, found.joint_word, found.joint_office) == ("TRƯỞNG BAN", "kiêm", "PHÓ CHỦ TỊCH HỘI ĐỒNG")


def test_other_office_stands_over_the_name_in_state_documents(compose: Compose) -> None:
    found = block(compose, "nha-nuoc", "{chuc_vu: TRƯỞNG BAN, chuc_vu_khac: Bộ trưởng, ho_ten: A}")
    assert found.full_name == "BỘ TRƯỞNG\nA"


def test_collective_may_sign_without_an_office(compose: Compose) -> None:
    organ = "{cap_tren: ĐẢNG BỘ TỈNH CAO BẰNG, ten: ĐẢNG UỶ XÃ TRÙNG KHÁNH, ky_hieu: ĐU}"
    own = {"dia_danh": "Trùng Khánh", "luu": "Văn phòng Đảng uỷ"}
    assert compose(co_quan=organ, **own, ky="{quyen_han: T/M ĐẢNG UỶ, ho_ten: A}").findings == ()


def test_joint_document_has_the_leading_body_right_and_its_recipients_below(compose: Compose) -> None:
    document = compose(ky="[{chuc_vu: TRƯỞNG BAN, ho_ten: A}, {chuc_vu: GIÁM ĐỐC, ho_ten: B}]").document
    assert document is not None
    assert (document.signature.full_name, document.left_signature.full_name) == ("A", "B")
    assert document.recipients == () and len(document.more_recipients) == 2


def test_fault_of_the_second_signer_stands_at_the_second_signer(compose: Compose) -> None:
    found = compose(ky="[{chuc_vu: A, ho_ten: A}, {chuc_vu: B}]").findings
    assert [(f.id, f.place.path) for f in found] == [("sign-block-order", "$.ky[1]")]


def test_names_of_two_signers_stand_on_one_level(compose: Compose) -> None:
    signers = "[{quyen_han: KT. GIÁM ĐỐC, chuc_vu: PHÓ GIÁM ĐỐC, ho_ten: A}, {chuc_vu: GIÁM ĐỐC, ho_ten: B}]"
    document = compose("nha-nuoc", ky=signers).document
    assert document is not None
    assert document.signature.first_line == "KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC"
    assert document.left_signature.first_line == "GIÁM ĐỐC\n"
    document = compose(ky=signers.replace("KT. ", "K/T ")).document
    assert document is not None
    lines = [f"{b.first_line}|{b.second_line}" for b in (document.signature, document.left_signature)]
    assert lines == ["K/T GIÁM ĐỐC|PHÓ GIÁM ĐỐC", "GIÁM ĐỐC\n|"]


def test_joint_document_without_an_office_stays_joint(compose: Compose) -> None:
    document = compose(ky="[{chuc_vu: A, ho_ten: A}, {ho_ten: B}]").document
    assert document is not None
    assert document.left_signature.first_line.isspace() and document.recipients == ()


def signers(count: int, office: str = "GIÁM ĐỐC") -> str:
    return (
        "[" + ", ".join(f"{{chuc_vu: {office}, ho_ten: {name_signer(number)}}}" for number in range(1, count + 1)) + "]"
    )


def name_signer(number: int) -> str:
    tens, ones = divmod(number, 10)
    return f"Nguyễn {'ABCDEGHIKL'[tens]} {'ABCDEGHIKL'[ones]}"


@pytest.mark.parametrize("standard", ["dang", "nha-nuoc"])
def test_further_signers_stand_under_the_first_two_from_the_left(compose: Compose, standard: str) -> None:
    document = compose(standard, ky=signers(5)).document
    assert document is not None
    assert (document.signature.full_name, document.left_signature.full_name) == (name_signer(1), name_signer(2))
    rows = [tuple(block.full_name for block in row) for row in document.more_signatures]
    assert rows == [(name_signer(3), name_signer(4)), (name_signer(5), "")]
    assert document.recipients == () and len(document.more_recipients) == 2


@pytest.mark.parametrize("standard", ["dang", "nha-nuoc"])
def test_signers_are_as_many_as_a_page_holds(compose: Compose, standard: str) -> None:
    [finding] = compose(standard, ky=signers(40)).findings
    limit = finding.facts["limit"]
    assert (finding.id, finding.place.path, finding.facts["count"]) == ("E348", "$.ky", 40)
    assert isinstance(limit, int) and 6 <= limit < 20
    assert compose(standard, ky=signers(limit)).findings == ()
    assert ids(compose(standard, ky=signers(limit + 1)).findings) == ["E348"]
    assert ids(compose(standard, ky=signers(limit, '"GIÁM ĐỐC\\nSỞ A\\nTỈNH B\\nVÀ C\\nVÀ D"')).findings) == ["E348"]


ODD = "ABCDE FGHIK LMNOP QRSTU VXYZA BCDEF GHIKL"  # words that are in no list: no good break


def test_names_stand_on_one_level_also_where_an_office_is_wrapped(compose: Compose) -> None:
    checked = compose(ky=f"[{{chuc_vu: {ODD}, ho_ten: A}}, {{chuc_vu: B, ho_ten: B}}, {{chuc_vu: C, ho_ten: C}}]")
    document = checked.document
    assert document is not None
    assert ids(checked.findings) == ["W385", "W888"]  # a bad break, and no accent in a name
    assert document.signature.first_line == ODD
    assert document.left_signature.first_line == "B\n"  # 101 mm in a column of 80
    assert document.more_signatures[0][0].first_line == "C"  # the first row does not stretch the second


def test_other_office_over_one_of_two_names_leaves_them_on_one_level(compose: Compose) -> None:
    pair = "[{chuc_vu: A, chuc_vu_khac: BỘ TRƯỞNG, ho_ten: A}, {chuc_vu: B, ho_ten: B}]"
    document = compose("nha-nuoc", ky=pair).document
    assert document is not None
    assert (document.signature.first_line, document.left_signature.first_line) == ("A", "B\n")


def test_long_office_is_broken_between_its_parts(compose: Compose) -> None:
    office = "PHÓ TRƯỞNG BAN TUYÊN GIÁO VÀ DÂN VẬN TỈNH UỶ CAO BẰNG"
    found = block(compose, "dang", f"{{chuc_vu: {office}, ho_ten: A}}")
    assert found.first_line == "PHÓ TRƯỞNG BAN TUYÊN GIÁO\nVÀ DÂN VẬN TỈNH UỶ CAO BẰNG"
    authority = "TM. ỦY BAN NHÂN DÂN THÀNH PHỐ HỒ CHÍ MINH"
    found = block(compose, "nha-nuoc", f"{{quyen_han: {authority}, chuc_vu: CHỦ TỊCH, ho_ten: A}}")
    assert found.first_line == "TM. ỦY BAN NHÂN DÂN\nTHÀNH PHỐ HỒ CHÍ MINH\nCHỦ TỊCH"
