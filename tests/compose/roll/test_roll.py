"""What becomes of each part of last year's document: years, deadlines, days, citations, names, figures, the head."""

from datetime import date
from pathlib import Path

import pytest

from tests.compose.roll.rolls import HEAD, Roll, changes, left, reasons, roll
from tests.conftest import BODY
from ttdn_draft.errors import UsageError
from ttdn_draft.knowledge.citations import Citation, load_citations
from ttdn_draft.knowledge.places.provinces import find_province

TASKS = "# Nhiệm vụ\n\n"


def find_citation(words: str) -> Citation:
    """Return the document of the table whose symbol stands in some words."""
    return next(known for known in load_citations() if known.symbol and f" {known.symbol}," in words)


def test_years_of_subject_heading_and_task_move(rolled: Roll) -> None:
    found = rolled("# Nhiệm vụ năm 2026\n\nTổ chức hội nghị trong quý II năm 2026; tổng kết đầu năm 2027.\n", 2028)
    assert "trich_yeu: công tác thông tin đối ngoại năm 2028" in found.text
    assert "# Nhiệm vụ năm 2028" in found.text
    assert "quý II năm 2028; tổng kết đầu năm 2029" in found.text
    assert reasons(found, "2026") == {"N860"}


def test_year_before_moves_in_a_review_alone(rolled: Roll) -> None:
    found = rolled(TASKS + "Phát huy kết quả năm 2025.\n\nTheo cách làm của năm 2025, các cơ quan tổ chức.\n")
    assert "kết quả năm 2026" in found.text
    assert "cách làm của năm 2025" in found.text
    assert ("N872", "năm 2025") in left(found)


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ("Thực hiện phương châm “Năm 2026 hành động”.", "trích"),
        ("Chiến lược giai đoạn 2026 - 2030.", "còn trong năm mới"),
        ("Chiến lược 10 năm 2021 - 2030 và kế hoạch 2021 - 2026.", "đã qua"),
        ("Hội nghị đã tổ chức năm 2026.", "việc đã qua"),
        ("Xét đơn tại Văn bản số 03/2026/VLN/CV-TA.", "văn bản được dẫn"),
        ("Thực hiện Nghị quyết số 80-NQ/TW, ngày 07/01/2026 của Bộ Chính trị.", "văn bản được dẫn"),
        ("Tuyên truyền công tác chuẩn bị Năm APEC Việt Nam 2027.", "tên gọi của một sự kiện sắp tới"),
    ],
)
def test_years_of_quotations_spans_titles_and_history_stay_and_are_told(words: str, why: str, rolled: Roll) -> None:
    found = rolled(f"{TASKS}{words}\n")
    assert any(why in finding.sentence() for finding in found.left if finding.id == "N872")


def test_deadline_moves_with_its_weekday_and_one_on_a_day_off_is_told(rolled: Roll) -> None:
    body = "Báo cáo gửi chậm nhất thứ Sáu, ngày 20/11/2026; hoàn thành chậm nhất ngày 02/9/2026.\n"
    found = rolled(TASKS + body)
    assert date(2027, 11, 20).weekday() == 5
    assert "chậm nhất thứ Bảy, ngày 20/11/2027; hoàn thành chậm nhất ngày 02/9/2027" in found.text
    assert reasons(found, "02/9/2026") == {"N861"}
    told = [str(f.facts["day_off"]) for f in found.left if f.id == "W862"]
    assert "thứ Bảy" in told and any("Quốc khánh" in name for name in told)


def test_last_day_of_february_of_a_leap_year_moves_to_the_last_of_another(rolled: Roll) -> None:
    found = rolled(
        TASKS + "Báo cáo gửi chậm nhất ngày 29/02/2028.\n", 2029, day="30/3/2028", subject="công tác năm 2028"
    )
    assert "chậm nhất ngày 28/02/2029" in found.text


def test_day_of_an_event_of_last_year_is_asked_for(rolled: Roll) -> None:
    found = rolled(TASKS + "Nước ta làm Chủ tịch Hội đồng Bảo an vào tháng 4/2026.\n")
    assert "vào [cần kiểm tra: tháng 4/2026 — thời điểm của bản năm 2026]" in found.text
    assert reasons(found, "tháng 4/2026") == {"W870"}


def test_list_of_days_is_made_anew_as_new_makes_it(rolled: Roll) -> None:
    days = (
        "- Tuyên truyền kỷ niệm 96 năm Ngày thành lập Đảng Cộng sản Việt Nam (03/02/1930 - 03/02/2026); 136 năm Ngày "
        "sinh Chủ tịch Hồ Chí Minh (19/5/1890 - 19/5/2026); 115 năm Ngày Bác Hồ ra đi tìm đường cứu nước (05/6/1911 - "
        "05/6/2026).\n"
    )
    found = rolled(TASKS + days)
    assert "kỷ niệm 20 năm Ngày Việt Nam trở thành thành viên WTO (11/01/2007 - 11/01/2027)" in found.text
    assert "137 năm Ngày sinh Chủ tịch Hồ Chí Minh (19/5/1890 - 19/5/2027)" in found.text
    assert "77 năm Ngày giải phóng Cao Bằng (03/10/1950 - 03/10/2027)" in found.text
    (reason,) = [r for p in found.changes for r in p.change.reasons if r.id == "N864"]
    assert "ra đi tìm đường cứu nước" in str(reason.facts["dropped"])
    assert "WTO" in str(reason.facts["added"]) and "sinh Chủ tịch" not in str(reason.facts["added"])


def test_days_on_lines_of_their_own_are_made_anew_in_the_same_form(rolled: Roll) -> None:
    rows = (
        "+ 96 năm Ngày thành lập Đảng Cộng sản Việt Nam (03/02/1930 - 03/02/2026).\n"
        "+ 136 năm Ngày sinh Chủ tịch Hồ Chí Minh (19/5/1890 - 19/5/2026).\n"
        "+ 80 năm Ngày Toàn quốc kháng chiến (19/12/1946 - 19/12/2026).\n"
    )
    found = rolled(f"{TASKS}- Các ngày lễ lớn:\n\n{rows}")
    assert "\n+ 97 năm Ngày thành lập Đảng Cộng sản Việt Nam (03/02/1930 - 03/02/2027)" in found.text
    assert "\n+ 137 năm Ngày sinh Chủ tịch Hồ Chí Minh (19/5/1890 - 19/5/2027).\n" in found.text
    assert "Toàn quốc kháng chiến" not in found.text.partition("---\n\n")[2] or "81 năm" not in found.text


def test_day_alone_keeps_its_place_with_its_new_count(rolled: Roll) -> None:
    found = rolled(TASKS + "Kỷ niệm 80 năm Ngày Toàn quốc kháng chiến (19/12/1946 - 19/12/2026).\n", 2031)
    assert "Kỷ niệm 85 năm Ngày Toàn quốc kháng chiến (19/12/1946 - 19/12/2031)" in found.text
    assert reasons(found, "80 năm") == {"N863"}


def test_years_since_something_began_are_counted_on(rolled: Roll) -> None:
    found = rolled(TASKS + "Tuyên truyền thành tựu sau 40 năm đổi mới.\n", 2031)
    assert "sau 45 năm đổi mới" in found.text


def test_years_of_an_anniversary_are_those_of_the_year_asked_for_and_not_of_the_day_of_issue(rolled: Roll) -> None:
    found = rolled(TASKS + "Những kết quả nổi bật sau 30 năm ngày tái lập tỉnh Bình Phước.\n", 2031)
    assert "sau 35 năm ngày tái lập" in found.text  # 1997, by whatever day the paper bears


def test_number_with_letters_of_an_unknown_body_is_asked_for_as_every_other(rolled: Roll) -> None:
    cited = "chương trình số 30-CTR/TUCB-ĐUQCHQ, ngày 27/02/2019"
    found = rolled(f"{TASKS}Thực hiện {cited} giữa hai cơ quan.\n")
    assert reasons(found, cited) == {"W866"}


def test_sentence_on_relations_is_that_of_the_new_year(rolled: Roll) -> None:
    sentence = (
        "Năm 2026, Việt Nam kỷ niệm năm tròn, năm lẻ năm ngày thiết lập quan hệ ngoại giao với 25 nước, trong đó có: "
        "02 đối tác chiến lược (Philippines, Thái Lan)"
    )
    found = rolled(f"{TASKS}{sentence}.\n")
    assert "Năm 2027, Việt Nam kỷ niệm năm tròn" in found.text and "25 nước" not in found.text
    assert reasons(found, sentence) == {"N878"}


def test_guidance_of_the_year_is_asked_for_where_nobody_knows_it(rolled: Roll) -> None:
    cited = "Hướng dẫn số 45-HD/BTGTW, ngày 18/01/2026 của Ban Tuyên giáo Trung ương về công tác thông tin đối ngoại"
    found = rolled(f"{TASKS}Thực hiện {cited} năm 2026; Hướng dẫn số 45-HD/BTGTW giao việc.\n")
    gap = "[điền: số, ký hiệu, ngày — năm 2026: 45-HD/BTGTW, ngày 18/01/2026]"
    assert f"Hướng dẫn số {gap} của Ban Tuyên giáo Trung ương về công tác thông tin đối ngoại năm 2027" in found.text
    assert "Hướng dẫn số [điền: số, ký hiệu, ngày — năm 2026: 45-HD/BTGTW] giao việc" in found.text
    assert reasons(found, "45-HD/BTGTW, ngày 18/01/2026") == {"N865"}


def test_guidance_of_the_year_is_named_where_the_table_knows_it(rolled: Roll) -> None:
    cited = "Hướng dẫn số 150-HD/BTGTW, ngày 18/01/2020 của Ban Tuyên giáo Trung ương về công tác thông tin đối ngoại"
    found = rolled(
        f"{TASKS}Thực hiện {cited} năm 2020.\n", 2021, day="30/3/2020", subject="công tác thông tin đối ngoại năm 2020"
    )
    newer = "Hướng dẫn số 166-HD/BTGTW, ngày 18/01/2021 của Ban Tuyên giáo Trung ương về công tác thông tin đối ngoại"
    assert f"{newer} năm 2021." in found.text


def test_document_that_the_table_does_not_know_is_doubted_once(rolled: Roll) -> None:
    cited = "Kế hoạch số 2056/KH-UBND, ngày 06/7/2018 của Ủy ban nhân dân tỉnh"
    found = rolled(f"{TASKS}Thực hiện {cited}; Kế hoạch số 2056/KH-UBND còn nêu việc khác.\n")
    assert f"[cần kiểm tra: {cited} — dẫn trong bản năm 2026, chưa rõ còn hiệu lực năm 2027]" in found.text
    assert reasons(found, cited) == {"W866"}
    assert found.text.count("[cần kiểm tra: Kế hoạch") == 1


def test_decree_that_was_amended_in_the_year_is_no_document_of_the_year(rolled: Roll) -> None:
    cited = (
        "Nghị định số 72/2015/NĐ-CP, ngày 07/9/2015 của Chính phủ về quản lý hoạt động thông tin đối ngoại, được sửa "
        "đổi, bổ sung bởi Nghị định số 148/2026/NĐ-CP ngày 12 tháng 5 năm 2026 của Chính phủ"
    )
    found = rolled(f"{TASKS}Thực hiện {cited}.\n")
    assert cited in found.text


def test_document_that_ended_gives_way_to_its_successor(rolled: Roll) -> None:
    old = "Nghị định số 09/2017/NĐ-CP, ngày 09/02/2017 của Chính phủ"
    known = find_citation(old)
    found = rolled(f"{TASKS}Thực hiện {old} {known.title}.\n", day="30/3/2025", subject="công tác năm 2025")
    assert "09/2017/NĐ-CP" not in found.text and "244/2026/NĐ-CP" in found.text
    assert reasons(found, f"{old} {known.title}") == {"citation-replaced"}


def test_document_that_a_note_names_and_that_is_over_is_doubted(rolled: Roll) -> None:
    cited = "Quyết định số 368/QĐ-TTg, ngày 28/02/2013 của Thủ tướng Chính phủ"
    found = rolled(f"{TASKS}Quán triệt chỉ thị[^1].\n\n[^1]: {cited} về phê duyệt Chương trình hành động.\n")
    assert f"[^1]: [cần kiểm tra: {cited} — đã hết" in found.text
    assert reasons(found, cited) == {"W871"}


def test_document_that_is_over_stays_where_its_end_is_told_and_is_listed(rolled: Roll) -> None:
    cited = "Kết luận số 16-KL/TW, ngày 14/02/2012 của Bộ Chính trị"
    found = rolled(f"{TASKS}Tổng kết việc thực hiện {cited}.\n")
    assert cited in found.text
    assert ("N879", cited) in left(found)


def test_ministry_under_its_former_name_is_renamed_by_the_rule(rolled: Roll) -> None:
    found = rolled(
        "# Tổ chức thực hiện\n\n1. Sở Thông tin và Truyền thông chủ trì tổ chức tập huấn.\n",
        day="30/3/2024",
        subject="công tác năm 2024",
    )
    assert "1. Sở Văn hoá, Thể thao và Du lịch chủ trì" in found.text  # its tone marks as elsewhere
    assert reasons(found, "Sở Thông tin và Truyền thông") >= {"ministry-renamed"}


def test_district_without_one_heir_becomes_a_gap_that_keeps_its_name(rolled: Roll) -> None:
    found = rolled(
        TASKS + "Giao UBND huyện Trùng Khánh tổ chức hội chợ vùng biên.\n", day="30/3/2024", subject="công tác năm 2024"
    )
    assert "[điền: tên hiện nay, xem: " in found.text and "— năm 2024: huyện Trùng Khánh]" in found.text
    assert "district-ended" not in {finding.id for finding in found.checked.findings}


def test_former_province_without_its_level_word_is_told(rolled: Roll) -> None:
    found = rolled(
        TASKS + "Khảo sát cửa khẩu từ Hà Giang đến Cao Bằng.\n", day="30/3/2024", subject="công tác năm 2024"
    )
    (told,) = [finding for finding in found.left if finding.id == "W874"]
    now = find_province("ha-giang", date(2027, 1, 1))
    assert now and (told.facts["words"], told.facts["now"]) == ("Hà Giang", now.full_name)


def test_former_province_in_a_list_is_one_to_be_named_anew(rolled: Roll) -> None:
    found = rolled(
        TASKS + "Họp với 04 tỉnh: Cao Bằng, Lạng Sơn, Hà Giang.\n", day="30/3/2024", subject="công tác năm 2024"
    )
    now = find_province("ha-giang", date(2027, 1, 1))
    assert now and f"[điền: tên hiện nay, xem: {now.full_name} — năm 2024: Hà Giang]" in found.text
    assert ("N877", "04 tỉnh") in left(found)


def test_ordinals_and_topics_of_last_year_are_told(rolled: Roll) -> None:
    found = rolled(TASKS + "Hưởng ứng Giải thưởng toàn quốc lần thứ XI trong bối cảnh đại dịch Covid-19.\n")
    assert {("N873", "lần thứ XI"), ("N872", "đại dịch Covid-19")} <= {*left(found)}


def test_number_date_and_signer_are_blank_and_it_is_a_draft(rolled: Roll) -> None:
    found = rolled(BODY)
    assert "\nso:" not in found.text and "\nngay: 2027\n" in found.text and "\ndu_thao: 1\n" in found.text
    assert reasons(found, "so: 14\n") == {"N867"}
    assert changes(found)["Bé Văn An"].startswith('"[cần kiểm tra: ')
    assert reasons(found, "Bé Văn An") == {"N868"}
    assert {("N876", "")} <= {*left(found)}


def test_day_of_issue_that_is_asked_for_is_written(rolled: Roll) -> None:
    assert "\nngay: 2027-03-15\n" in rolled(BODY, issue_date=date(2027, 3, 15)).text


def test_issuer_bears_its_name_of_the_day(rolled: Roll) -> None:
    found = rolled(BODY, 2025, day="30/3/2024", subject="công tác năm 2024")
    assert changes(found)["BAN TUYÊN GIÁO"] == "BAN TUYÊN GIÁO VÀ DÂN VẬN"
    assert changes(found)["BTGTU"] == "BTGDVTU"
    assert changes(found)["Ban Tuyên giáo Tỉnh uỷ"] == "Ban Tuyên giáo và Dân vận Tỉnh uỷ"


def test_results_of_a_report_are_gaps_with_the_old_number(rolled: Roll) -> None:
    body = "# Kết quả\n\nĐón 747 đoàn khách; đạt 95,5 % kế hoạch năm 2026.\n\n# Nhiệm vụ năm 2027\n\nMở 02 lớp.\n"
    found = rolled(body, kind="bao-cao", day="20/12/2026", subject="kết quả công tác năm 2026")
    assert "Đón [điền: số đoàn khách năm 2027 — năm 2026: 747] đoàn khách" in found.text
    assert "đạt [điền: tỷ lệ năm 2027 — năm 2026: 95,5] % kế hoạch năm 2027" in found.text
    assert "# Nhiệm vụ năm 2028\n\nMở 02 lớp" in found.text
    assert reasons(found, "747") == {"N869"}


FIGURES = """ky_so_lieu: [Năm 2026, Năm 2025]
so_lieu:
  - chi_tieu: Tin, bài
    ky_nay: 1342
    cung_ky: 1210
    gom:
      - {chi_tieu: Bằng tiếng Việt, ky_nay: 1102, cung_ky: 1035}
"""


def test_figures_at_the_head_are_blank_and_those_of_last_year_are_compared_with(rolled: Roll) -> None:
    report = {"kind": "bao-cao", "day": "20/12/2026", "subject": f"kết quả công tác năm 2026\n{FIGURES.strip()}"}
    found = rolled("# Kết quả\n\n[bang: so_lieu]\n", **report)
    assert "ky_so_lieu: [Năm 2027, Năm 2026]" in found.text
    assert "    ky_nay: null  # năm 2026: 1342\n    cung_ky: 1342\n" in found.text
    assert "{chi_tieu: Bằng tiếng Việt, ky_nay: null, cung_ky: 1102}" in found.text
    assert (reasons(found, "1342"), reasons(found, "1210")) == ({"N869"}, {"N862"})
    later = rolled("# Kết quả\n\n[bang: so_lieu]\n", 2028, **report)
    assert "    cung_ky: null  # năm 2025: 1210\n" in later.text
    assert not [finding for finding in later.checked.findings if finding.severity == "error"]


def test_years_where_no_sentence_stands_are_told(rolled: Roll) -> None:
    found = rolled(BODY, subject="công tác thông tin đối ngoại năm 2026\nlien_he: [Thư điện tử ttdn2026@example.vn]")
    assert ("N872", "2026") in left(found)


def test_year_before_in_a_report_stays_but_in_comparisons(rolled: Roll) -> None:
    body = "# Kết quả\n\nTăng so với năm 2025. Năm 2025 đơn vị mở lớp đầu tiên.\n"
    found = rolled(body, kind="bao-cao", day="20/12/2026", subject="kết quả công tác năm 2026")
    assert "so với năm 2026. Năm 2025 đơn vị" in found.text
    assert ("N872", "Năm 2025") in left(found)


def test_numbers_of_last_year_go_to_the_column_of_the_year_before(rolled: Roll) -> None:
    table = "| Sản phẩm | Năm 2025 | Năm 2026 |\n| --- | ---: | ---: |\n| Tin, bài | 210 | 265 |\n"
    report = {"kind": "bao-cao", "day": "20/12/2026", "subject": "kết quả công tác năm 2026"}
    found = rolled(f"# Kết quả\n\n{table}", **report)
    assert "| Sản phẩm | Năm 2026 | Năm 2027 |" in found.text
    assert "| Tin, bài | 265 | [điền: số năm 2027 — năm 2026: 265] |" in found.text
    assert reasons(found, "210") == {"N862"}
    later = rolled(f"# Kết quả\n\n{table}", 2028, **report)
    assert "| [điền: số năm 2027 — năm 2025: 210] | [điền: số năm 2028 — năm 2026: 265] |" in later.text


def test_words_parted_by_marks_of_style_are_told_with_what_is_right(rolled: Roll) -> None:
    found = rolled(TASKS + "Báo cáo gửi chậm nhất ngày 20/11/**2026**.\n")
    (told,) = [finding for finding in found.left if finding.id == "W875"]
    assert told.facts["right"] == "20/11/2027"
    assert "20/11/**2026**" in found.text


def test_value_at_the_head_that_can_not_be_changed_is_told(rolled: Roll, tmp_path: Path) -> None:
    text = (HEAD.format(kind="huong-dan", day="30/3/2026", subject="công tác năm 2026") + BODY).replace(
        "ky: {chuc_vu: TRƯỞNG BAN, ho_ten: Bé Văn An}", "ky:\n  chuc_vu: TRƯỞNG BAN\n  ho_ten:\n    Bé Văn\n    An"
    )
    file = tmp_path / "hd.md"
    file.write_text(text, encoding="utf-8")
    found = roll(file, 2027)
    assert "Bé Văn" not in found.text or ("W875", "$.ky.ho_ten") in left(found)


def test_words_in_bold_or_italics_as_a_whole_are_changed_and_keep_their_style(rolled: Roll) -> None:
    found = rolled(TASKS + "Báo cáo gửi *chậm nhất* ngày **20/11/2026**.\n")
    assert "*chậm nhất* ngày **20/11/2027**." in found.text


def test_words_are_changed_where_they_stand_beside_marks_and_citations_with_the_same_words(rolled: Roll) -> None:
    doubt = "[cần kiểm tra: Sở Ngoại vụ — tin ngày 05/6/2026 năm 2026]"
    body = f"Thực hiện [dan: qd-173-qdttg-2026] năm 2026[^1] và {doubt} giao việc năm 2026.\n\n[^1]: Ghi chú.\n"
    found = rolled(TASKS + body)
    assert f"[dan: qd-173-qdttg-2026] năm 2027[^1] và {doubt} giao việc năm 2027." in found.text


def test_list_of_days_with_a_doubt_among_them_is_made_anew(rolled: Roll) -> None:
    rows = (
        "+ 96 năm Ngày thành lập Đảng Cộng sản Việt Nam (03/02/1930 - 03/02/2026).\n"
        "+ [cần kiểm tra: 136 năm Ngày sinh Chủ tịch Hồ Chí Minh (19/5/1890 - 19/5/2026) — chưa thấy nguồn].\n"
        "+ [cần kiểm tra: 80 năm Ngày Toàn quốc kháng chiến (19/12/1946 - 19/12/2026) — chưa thấy nguồn].\n"
    )
    found = rolled(f"{TASKS}- Các ngày lễ lớn:\n\n{rows}")
    assert "+ 97 năm Ngày thành lập Đảng Cộng sản Việt Nam (03/02/1930 - 03/02/2027)" in found.text
    assert "136 năm" not in found.text


def test_doubts_asked_at_the_head_are_written_where_they_were_used(rolled: Roll) -> None:
    asked = (
        "công tác năm 2026\nkiem_tra:\n  ten-so: {hoi: Tên?, gia_tri: Sở Ngoại vụ, nguon: báo năm 2026}\n"
        "  noi: {hoi: Nơi?, gia_tri: Bản Giốc, xong: true}"
    )
    found = rolled(TASKS + "[cần kiểm tra #ten-so] giao việc năm 2026 tại [cần kiểm tra #noi].\n", subject=asked)
    assert "[cần kiểm tra: Sở Ngoại vụ — báo năm 2026. Tên?] giao việc năm 2027 tại Bản Giốc." in found.text
    assert "kiem_tra:" not in found.text
    assert reasons(found, "[cần kiểm tra #noi]") == {"N870"}


def test_fix_of_a_value_at_the_head_is_read_back(rolled: Roll) -> None:
    found = rolled(BODY)
    assert not [finding for finding in found.checked.findings if finding.severity == "error"]
    assert found.checked.manuscript and found.checked.manuscript.draft.signers[0].full_name != "Bé Văn An"


@pytest.mark.parametrize(("year", "code"), [(2026, "E876"), (2025, "E876")])
def test_same_year_and_a_year_before_are_refused(year: int, code: str, rolled: Roll) -> None:
    with pytest.raises(UsageError, match=code):
        rolled(BODY, year)


def test_what_was_rolled_is_not_rolled_to_its_year_again(rolled: Roll, tmp_path: Path) -> None:
    file = tmp_path / "năm nay.md"
    file.write_text(rolled(BODY).text, encoding="utf-8")
    with pytest.raises(UsageError, match="E876"):
        roll(file, 2027)


@pytest.mark.parametrize("kind", ["ke-hoach", "to-trinh"])
def test_other_and_unknown_kinds_are_refused_with_that_of_the_file(kind: str, tmp_path: Path) -> None:
    file = tmp_path / "hd.md"
    file.write_text(
        HEAD.format(kind="huong-dan", day="30/3/2026", subject="công tác năm 2026") + BODY, encoding="utf-8"
    )
    with pytest.raises(UsageError, match="huong-dan") as refused:
        roll(file, 2027, kind)
    assert [finding.id for finding in refused.value.findings] == ["E877"]


def test_year_of_a_file_that_names_none_is_asked_for(rolled: Roll) -> None:
    with pytest.raises(UsageError, match="E878"):
        rolled(BODY, day="", subject="công tác thông tin đối ngoại")
    assert rolled(BODY, day="", subject="công tác thông tin đối ngoại", old=2026).old == 2026


def test_province_that_became_a_city_is_one_in_head_recipients_and_text(tmp_path: Path) -> None:
    file = tmp_path / "kh.md"
    head = HEAD.format(kind="ke-hoach", day="15/3/2025", subject="công tác thông tin đối ngoại năm 2025")
    body = "# Nội dung\n\nQuảng bá hình ảnh tỉnh Quảng Ninh; báo cáo gửi về UBND tỉnh.\n"
    file.write_text(head.replace("CAO BẰNG", "QUẢNG NINH").replace("Cao Bằng", "Quảng Ninh") + body, encoding="utf-8")
    found = roll(file, 2027, "ke-hoach")
    assert "hình ảnh thành phố Quảng Ninh; báo cáo gửi về UBND thành phố." in found.text
    assert "THÀNH UỶ QUẢNG NINH" in found.text and "- Thường trực Thành uỷ" in found.text
    assert reasons(found, "tỉnh Quảng Ninh") == {"province-ended"}


def test_a_year_before_a_word_is_no_aim_and_the_name_of_what_comes_stays(rolled: Roll) -> None:
    found = rolled(
        f"{TASKS}Chuẩn bị Năm APEC Việt Nam 2027; Gặp gỡ đầu Xuân 2026 và Hội nghị lần thứ 16 mời 800 đại biểu.\n"
    )
    assert "APEC Việt Nam 2027" in found.text
    aims = [str(finding.facts["words"]) for finding in found.left if finding.id == "N877"]
    assert [aim[:3] for aim in aims] == ["800"]
    assert "đầu Xuân 2027" in found.text
