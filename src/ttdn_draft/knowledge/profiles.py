"""The profiles of the standards: a name, or a standard and a date, goes in; every figure of it comes out."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, fields
from datetime import date
from functools import cache
from importlib.resources.abc import Traversable
from typing import Any, TypeVar

from ..errors import InputError, Place, TemplateError, UsageError
from ..messages import N_
from ..model import keys_of, named, required_keys
from ..resources import find_data_folder
from ..yaml_nodes import read_yaml

T = TypeVar("T")


@dataclass(frozen=True)
class Page:
    """Page and margins in mm, and the font."""

    width: float = named("rong")
    height: float = named("cao")
    top: float = named("tren")
    bottom: float = named("duoi")
    left: float = named("trai")
    right: float = named("phai")
    number_from_top: float = named("so_trang_cach_mep")
    font: str = named("phong_chu")
    clause: str = named("can_cu")

    @property
    def text_width(self) -> float:
        """Return the width between the margins, in mm."""
        return self.width - self.left - self.right


@dataclass(frozen=True)
class Kind:
    """A kind of document: its printed name and its symbol."""

    name: str = named("ten")
    symbol: str = named("ky_hieu")
    clause: str = named("can_cu")


@dataclass(frozen=True)
class Words:
    """A text that the standard prescribes; `{…}` are the places that the document fills."""

    value: str = named("gia_tri")
    clause: str = named("can_cu")
    unclear: bool = named("chua_ro", default=False)


@dataclass(frozen=True)
class Marks:
    """The mark between items and the mark at the end."""

    between: str = named("giua")
    last: str = named("cuoi")
    clause: str = named("can_cu")


@dataclass(frozen=True)
class Padding:
    """Below which value a number, day or month takes a leading zero."""

    number_below: int = named("so_duoi")
    day_below: int = named("ngay_duoi")
    month_below: int = named("thang_duoi")
    clause: str = named("can_cu")


@dataclass(frozen=True)
class Level:
    """A level of numbering: its look, the form of its number, and how the number is printed."""

    look: str = named("kieu")
    form: str = named("dang")
    counting: str = named("so")
    breaks_line: bool = named("xuong_dong")
    bold_number: bool = named("dam_so")
    clause: str = named("can_cu")
    unclear: bool = named("chua_ro", default=False)


@dataclass(frozen=True)
class HeadColumns:
    """The least widths of the two columns of the head of page 1, in mm."""

    left: float = named("cot_trai")
    right: float = named("cot_phai")
    clause: str = named("can_cu")


@dataclass(frozen=True)
class TitleRule:
    """The drawn line under the title: thickness in pt, distance under the baseline in mm."""

    thickness: float = named("day")
    below_baseline: float = named("duoi_chan_chu")
    clause: str = named("can_cu")


@dataclass(frozen=True)
class Look:
    """A paragraph style. Size, before, after and exact line in pt; indents in mm; `exact` None is single."""

    style_name: str = named("ten")
    size: float = named("co")
    align: str = named("can")
    clause: str = named("can_cu")
    bold: bool = named("dam", default=False)
    italic: bool = named("nghieng", default=False)
    before: float = named("truoc", default=0)
    after: float = named("sau", default=0)
    exact: float | None = named("dong", default=None)
    first_line: float = named("dau_dong", default=0)
    left: float = named("trai", default=0)
    hanging: float = named("treo", default=0)
    keep_next: bool = named("giu", default=False)
    before_text: float = named("cach_chu_lien", default=0)  # gap in pt to text that follows without a heading
    unclear: bool = named("chua_ro", default=False)


@dataclass(frozen=True)
class Profile:
    """Every figure of one standard, each with its clause."""

    id: str = named("id")
    name: str = named("ten")
    standard: str = named("the_thuc")
    valid_from: str = named("tu")
    valid_to: str | None = named("den")
    clause: str = named("can_cu")
    page: Page = named("trang")
    kinds: Mapping[str, Kind] = named("loai")
    words: Mapping[str, Words] = named("chu")
    marks: Mapping[str, Marks] = named("dau_cau")
    padding: Padding = named("so_0")
    urgency: Mapping[str, str] = named("do_khan")
    signing_modes: Mapping[str, Any] = named("quyen_han")
    scheme: Mapping[str, Any] = named("danh_so")
    letters: Mapping[str, Any] = named("chu_cai")
    levels: Mapping[str, Level] = named("cap")
    head: HeadColumns = named("dau_van_ban")
    title_rule: TitleRule = named("duong_ke_tieu_de")
    signature: Mapping[str, Any] = named("chu_ky")
    recipients: Mapping[str, Any] = named("cuoi_van_ban")
    looks: Mapping[str, Look] = named("kieu")

    def is_valid_on(self, day: date | None) -> bool:
        """Tell whether the standard is in force on a day; a document without a date is a draft of today's."""
        if day is None:
            return self.valid_to is None
        return self.valid_from <= day.isoformat() and (self.valid_to is None or day.isoformat() <= self.valid_to)


DEFAULT_PROFILE = "dang-hd05-2026"  # of the example, and of a template of which nothing else is said
PARTS: dict[str, type] = {
    "page": Page, "padding": Padding, "head": HeadColumns, "title_rule": TitleRule,
}  # fmt: skip
TABLES: dict[str, type] = {"kinds": Kind, "words": Words, "marks": Marks, "levels": Level, "looks": Look}


def list_profiles() -> list[str]:
    """Return the ids of the profiles that ship with the program, sorted."""
    return sorted(f.name for f in find_data_folder("templates").iterdir() if (f / "profile.yaml").is_file())


@cache
def load_profile(id: str) -> Profile:
    """Return a profile that ships with the program; raises TemplateError where its file is broken."""
    if id not in list_profiles():
        raise UsageError("E310", name=id, known=", ".join(list_profiles()))
    return read_profile(find_data_folder("templates") / id)


def read_profile(folder: Traversable) -> Profile:
    """Return the profile of a folder; raises TemplateError where profile.yaml is missing or broken."""
    file = folder / "profile.yaml"
    if not file.is_file():
        raise TemplateError("E430", Place(str(file)), problem=N_("không có tệp profile.yaml"))
    tree = read_yaml(file.read_text(encoding="utf-8"), str(file))
    if tree.findings or not isinstance(tree.data, dict):
        raise TemplateError("E430", Place(str(file)), problem=", ".join(f"{f.id} {f.place}" for f in tree.findings))
    data = dict(tree.data)
    for name, key in ((f.name, f.metadata["key"]) for f in fields(Profile)):
        if name in PARTS and key in data:
            data[key] = _fill(PARTS[name], data[key], str(file), key)
        elif name in TABLES and isinstance(data.get(key), dict):
            data[key] = {k: _fill(TABLES[name], v, str(file), f"{key}.{k}") for k, v in data[key].items()}
    return _fill(Profile, data, str(file), "")


def _fill(cls: Callable[..., T], data: Any, file: str, path: str) -> T:
    names = keys_of(cls)
    wanted = required_keys(cls)
    wrong = sorted(set(data) ^ (set(data) & set(names)) | (wanted - set(data))) if isinstance(data, dict) else ["?"]
    if wrong:
        raise TemplateError("E430", Place(file, path=f"$.{path}"), problem=", ".join(wrong))
    return cls(**{names[key]: value for key, value in data.items()})


def find_profile(standard: str, day: date | None, name: str | None, place: Place) -> Profile:
    """Return the named profile, or the one in force on the day; raises InputError where there is none."""
    known = list_profiles()
    if name is not None:
        if name not in known:
            raise InputError("E310", place, name=name, known=", ".join(known))
        profile = load_profile(name)
        if profile.standard != standard:
            raise InputError("E312", place, name=name, standard=standard)
        return profile
    for profile in _profiles_of(standard):
        if profile.is_valid_on(day):
            return profile
    there = "; ".join(f"{p.id} ({p.valid_from} – {p.valid_to or '…'})" for p in _profiles_of(standard))
    raise InputError(
        "E311", place, standard=standard, day=day or N_("chưa ghi"), known=there or N_("chưa có hồ sơ nào")
    )


def _profiles_of(standard: str) -> Iterator[Profile]:
    return (p for p in map(load_profile, list_profiles()) if p.standard == standard)
