"""Words at the foot of a document that more than one room needs: the archive line and the mark of the drafter."""

from collections.abc import Sequence
from unicodedata import normalize

from ...model import NO_BREAK_SPACE, Drafter
from .profile import Profile


def is_archive_line(recipient: str, profile: Profile) -> bool:
    """Tell whether a recipient is the archive line, typed along."""
    return recipient.startswith(profile.words["luu"].value.split("{")[0].split(" ")[0])


def names_addressees(addressees: Sequence[str], profile: Profile) -> bool:
    """Tell whether the first recipient stands for the addressees (Như trên)."""
    return bool(addressees) and "nhu_tren" in profile.words


def write_drafter_mark(drafter: Drafter | None, profile: Profile) -> str:
    """Return the mark of the drafter with the number of copies: `NguyenVanAn-26`, `PL.(300)`; nothing without one."""
    if drafter is None:
        return ""
    name = drafter.name
    if profile.drafter.letters == "khong-dau":
        plain = normalize("NFD", name).replace("đ", "d").replace("Đ", "D")
        name = "".join(letter for letter in plain if letter.isalnum())
    else:
        name = name.upper().replace(" ", NO_BREAK_SPACE)
    return profile.drafter.form.format(ky_hieu=name, so_ban=drafter.copies)
