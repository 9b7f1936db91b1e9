"""A small pack for tests, which invents every name, and a document that uses it."""

from pathlib import Path

from ttdn_draft.errors import Finding
from ttdn_draft.kit.checking import check_files
from ttdn_draft.packs.found import look_at
from ttdn_draft.packs.shelf import LoneShelf

PACK = """id: mau
ten: Tỉnh Mẫu
tinh: cao-bang
phien_ban: 1.10
co_quan:
  - id: tinh-uy
    he_thong: dang
    ten:
      - {ten: Tỉnh uỷ Mẫu, ky_hieu: TU, nguon: sách A, xac_minh: true}
    nguon: sách A
    xac_minh: true
  - id: ban
    he_thong: dang
    cap_tren: tinh-uy
    ten:
      - {ten: Ban Cũ, ky_hieu: BC, luu: Ban Cũ Tỉnh uỷ, den: 2025-02, nguon: sách A, xac_minh: true}
      - {ten: Ban Mới, ky_hieu: BM, luu: Ban Mới Tỉnh uỷ, ten_day_du: Ban Mới Mẫu, tu: 2025-03-01, nguon: báo B}
    dia_danh: Mẫu Sơn
    nguoi_ky:
      - {id: truong-ban, chuc_vu: TRƯỞNG BAN, ho_ten: Nguyễn Văn An, den: 2025, nguon: sách A, xac_minh: true}
      - {id: truong-ban, chuc_vu: TRƯỞNG BAN, ho_ten: Trần Thị Bình, tu: 2026, nguon: báo B, xac_minh: true}
      - id: pho
        quyen_han: K/T TRƯỞNG BAN
        chuc_vu: PHÓ TRƯỞNG BAN
        ho_ten: Lê Văn Cường
        den: 2026-12-31
        nguon: báo B
        xac_minh: true
    noi_nhan:
      huong-dan:
        - {ten: Thường trực Tỉnh uỷ, muc_dich: để b/c, nguon: sách A, xac_minh: true}
        - {ten: Các huyện uỷ, den: 2025-06-30, nguon: sách A, xac_minh: true}
      chung:
        - {ten: Lãnh đạo Ban, nguon: sách A, xac_minh: true}
    don_vi_soan: Phòng Tổng hợp
    han_bao_cao:
      - {ky: thang, han: trước ngày 20, gui: Ban Chỉ đạo, nguon: sách A, xac_minh: true}
    nguon: sách A
    xac_minh: true
  - id: so
    he_thong: nha-nuoc
    cap_tren: UBND TỈNH MẪU
    ten:
      - {ten: Sở Mẫu, ky_hieu: SM, tu: 2025-03, nguon: báo B, xac_minh: true}
    dia_danh: Mẫu Sơn
    nguon: báo B
su_kien:
  - {id: doan-vao, noi_dung: 7 đoàn vào, nguon: báo B}
"""

CITATIONS = """van_ban:
  - id: kh-1-2025-mau
    loai: Kế hoạch
    so_ky_hieu: 1/KH-UBND
    co_quan: Ủy ban nhân dân tỉnh Mẫu
    ngay: 2025-02-20
    trich_yeu: về công tác thông tin đối ngoại năm 2025
    tinh_trang: het-giai-doan
    het_hieu_luc: 2025
    thay_boi: kh-2-2026-mau
    chu_de: ttdn-mau
    nguon: Công báo tỉnh Mẫu
    xac_minh: true
  - id: kh-2-2026-mau
    loai: Kế hoạch
    so_ky_hieu: 2/KH-UBND
    co_quan: Ủy ban nhân dân tỉnh Mẫu
    ngay: 2026-01
    noi_dung: thông tin đối ngoại
    tinh_trang: con-hieu-luc
    nguon: báo tỉnh
  - id: nd-09-2017
    loai: Nghị định
    so_ky_hieu: 9/2017/NĐ-CP
    co_quan: Chính phủ
    ngay: 2017-02-09
    trich_yeu: Quy định chi tiết việc phát ngôn
    tinh_trang: het-hieu-luc
    hieu_luc_tu: 2017-03-30
    het_hieu_luc: 2026-05-31
    thay_boi: nd-244-2026
    nguon: Công báo
    xac_minh: true
"""

DOCUMENT = """---
loai: huong-dan
tinh: mau
co_quan: ban
ngay: 2026-06-05
trich_yeu: công tác thông tin đối ngoại
ky: truong-ban
---
# Mục đích

Nội dung.
"""


def write_pack(folder: Path, text: str = PACK) -> Path:
    """Write a pack into a folder and return the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "pack.yaml").write_bytes(text.encode("utf-8"))
    return folder


def write_citations(folder: Path, text: str = CITATIONS) -> Path:
    """Write the documents that a pack brings into its folder, and return the file."""
    file = folder / "citations.yaml"
    file.write_bytes(text.encode("utf-8"))
    return file


def changed_citations(old: str, new: str) -> str:
    """Return the documents of the pack with one thing changed."""
    assert CITATIONS.count(old) == 1, old
    return CITATIONS.replace(old, new)


def changed_pack(old: str, new: str) -> str:
    """Return the pack with one thing changed."""
    assert PACK.count(old) == 1, old
    return PACK.replace(old, new)


def changed_document(old: str, new: str) -> str:
    """Return the document with one thing changed."""
    assert DOCUMENT.count(old) == 1, old
    return DOCUMENT.replace(old, new)


def check_folder(folder: Path) -> tuple[Finding, ...]:
    """Return the findings of the files of a pack, without drafting documents with it."""
    return check_files(look_at(folder), LoneShelf([folder]))
