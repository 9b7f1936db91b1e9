"""`ttdn-draft templates`: lists, explains, exports, checks and builds templates."""

import json
from collections.abc import Iterator
from dataclasses import asdict
from functools import partial
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from .. import __version__
from ..errors import Finding, Place, TemplateError, TtdnError, UsageError, contained, has_errors
from ..messages import N_
from .command_list import HELPS
from .language import Command, Group, argument, option, translated
from .pack_options import make_plugins, plugin_option
from .report import echo, find_apart, findings_as_json, print_cause, print_findings, print_summary, program_name

if TYPE_CHECKING:
    from ..knowledge.standards.profile import Profile
    from ..plugins.registry import Plugins

OUTPUT = click.Choice(["text", "json"])
OUTPUT_HELP = N_("Dạng kết quả: text cho người đọc, json cho máy.")
REQUIRED = N_("bắt buộc")
OPTIONAL = N_("tuỳ chọn")
EXAMPLE = N_("ví dụ")
FROM = N_("Từ phần cài thêm {name}")
NEXT_STEPS = N_(
    """Mẫu để sửa: {file}

Làm tiếp:
  1. Mở tệp trong Microsoft Word, sửa cách trình bày; giữ nguyên các thẻ
     {{{{ … }}}}, {{% … %}} và tên các kiểu (style).
  2. Kiểm tra:  {program} templates check "{file}" --chuan {profile}
  3. Xuất văn bản theo mẫu này:  {program} render TỆP --template "{file}\""""
)


@click.group(
    cls=Group,
    help=HELPS["templates"],
    epilog=N_("Ví dụ: ttdn-draft templates check mau-rieng.docx"),
)
def templates() -> None:
    """Gather the commands about templates."""


@templates.command(
    "list",
    help=N_("Liệt kê hồ sơ thể thức và các loại văn bản đã có mẫu."),
    epilog=N_("Ví dụ: ttdn-draft templates list"),
)
@plugin_option
@option("--output", type=OUTPUT, default="text", help=OUTPUT_HELP)
def list_(no_plugins: bool, output: str) -> None:
    """List profiles with their kinds; those of plug-ins that cannot be used are told."""
    from ..knowledge.standards.profiles import list_profiles, load_profile

    others = make_plugins(no_plugins).profiles
    profiles = [load_profile(name, None, others) for name in list_profiles(others)]
    rows: list[dict[str, Any]] = [
        {
            "chuan": p.id,
            "the_thuc": p.standard,
            "ten": p.name,
            "tu": str(p.since),
            "den": str(p.until) if p.until else None,
            "loai": sorted(p.kinds),
            "phan_cai_them": others.origins.get(p.id, ""),
        }
        for p in profiles
    ]
    print_findings((*others.broken, *others.clashes.values()), err=True)
    if output == "json":
        echo(json.dumps(rows, ensure_ascii=False, indent=2))
        return
    for row in rows:
        echo(f"{row['chuan']}  {row['the_thuc']}  {row['tu']} – {row['den'] or '…'}  {', '.join(row['loai'])}")
        echo(f"  {row['ten']}")
        if row["phan_cai_them"]:
            echo(f"  {translated(FROM, name=row['phan_cai_them'])}")


@templates.command(
    help=N_("In mọi thẻ dùng được trong mẫu: ý nghĩa và ví dụ."),
    epilog=N_("Ví dụ: ttdn-draft templates fields"),
)
@option("--output", type=OUTPUT, default="text", help=OUTPUT_HELP)
def fields(output: str) -> None:
    """Print every tag."""
    from ..model.tags import list_tags

    tags = list(list_tags())
    if output == "json":
        rows = [asdict(tag) | {"meaning": translated(tag.meaning)} for tag in tags]
        echo(json.dumps(rows, ensure_ascii=False, indent=2))
        return
    for tag in tags:
        echo(f"{tag.written}  ({translated(REQUIRED if tag.required else OPTIONAL)})\n    {translated(tag.meaning)}")
        if tag.example:
            echo(f"    {translated(EXAMPLE)}: {tag.example}")


@templates.command(
    cls=Command,
    help=N_("Kiểm tra thẻ trong mẫu Word và kể ra chỗ khác với thể thức."),
    epilog=N_("Ví dụ: ttdn-draft templates check mau-rieng.docx"),
)
@argument("files", metavar="FILE...", nargs=-1, required=True, type=click.Path(path_type=Path))
@option("--chuan", help=N_("Hồ sơ thể thức mà mẫu theo; bỏ trống thì so với hồ sơ gần nhất."))
@plugin_option
@option("--output", type=OUTPUT, default="text", help=OUTPUT_HELP)
def check(files: tuple[Path, ...], chuan: str | None, no_plugins: bool, output: str) -> int:
    """Check templates and compare them with a profile; exit code 3 where one is broken."""
    from ..kit.holding import hold_against_nearest, list_held_profiles

    plugins = make_plugins(no_plugins)
    hold = partial(hold_against_nearest, profiles=list_held_profiles(chuan, plugins), plugins=plugins)
    results = [(str(file), find_apart(str(file), partial(hold, file))) for file in files]
    if output == "json":
        echo(findings_as_json(results))
    else:
        for file, findings in results:
            print_findings(findings)
            print_summary(file, findings)
    return 3 if any(has_errors(findings) for _, findings in results) else 0


@templates.command(
    cls=Command,
    help=N_("Chép mẫu có sẵn của một loại văn bản ra tệp Word để sửa thành mẫu riêng."),
    epilog=N_("Ví dụ: ttdn-draft templates export ke-hoach --chuan nha-nuoc-nd30-2020 -o mau-rieng.docx"),
)
@argument("kind", metavar="KIND")
@option("--chuan", help=N_("Hồ sơ thể thức mà mẫu theo; bỏ trống thì dùng dang-hd05-2026."))
@option("--co-chu", "size", help=N_("Bộ cỡ chữ, nơi thể thức có hơn một bộ: lon, nho."))
@option("-o", "--out", type=click.Path(path_type=Path), help=N_("Tệp .docx; mặc định mau-LOẠI.docx ở thư mục này."))
@option("--force", is_flag=True, help=N_("Ghi đè tệp kết quả đã có."))
@plugin_option
def export(kind: str, chuan: str | None, size: str | None, out: Path | None, force: bool, no_plugins: bool) -> None:
    """Write the official template of a kind, to be edited in Word."""
    from ..output import check_target, write_whole
    from ..render.builder import build_template
    from ..word.export_version import mark_version

    profile = _choose(kind, chuan, size, make_plugins(no_plugins))
    target = out or Path(f"mau-{kind}.docx")
    check_target(target, force, ".docx")
    write_whole(target, mark_version(build_template(profile, profile.kinds[kind]), __version__), force)
    echo(translated(NEXT_STEPS, file=target, program=program_name(), profile=profile.id))


def _choose(kind: str, chuan: str | None, size: str | None, plugins: "Plugins") -> "Profile":
    """Return the profile in the wanted sizes; raises UsageError where profile, kind or sizes are not known."""
    from ..knowledge.standards.profiles import DEFAULT_PROFILE, load_profile

    profile = load_profile(chuan or DEFAULT_PROFILE, None, plugins.profiles)
    if kind not in profile.kinds:
        raise UsageError("E314", profile=profile.id, kind=kind, known=", ".join(profile.kinds))
    if size is not None and size not in profile.sizes.sets:
        raise UsageError("E315", profile=profile.id, value=size, known=", ".join(profile.sizes.sets))
    return load_profile(profile.id, size, plugins.profiles)


@templates.command(
    help=N_("Dựng template.docx của các hồ sơ thể thức từ profile.yaml."),
    epilog=N_("Ví dụ: ttdn-draft templates build templates/dang-hd05-2026 --check"),
)
@argument("folders", metavar="FOLDER...", nargs=-1, required=True, type=click.Path(path_type=Path))
@option("--check", "only_check", is_flag=True, help=N_("Chỉ so sánh, không ghi; mã thoát 3 khi khác."))
def build(folders: tuple[Path, ...], only_check: bool) -> int:
    """Build the templates of profile folders, or compare them with what is there; exit code 3 where one fails."""
    return max(_build(folder, only_check) for folder in folders)


def _build(folder: Path, only_check: bool) -> int:
    """Write the templates of one profile, or compare them; return the exit code that it alone would have."""
    from ..output import make_folder, write_whole

    try:
        with contained(str(folder)):
            built = dict(_list_built(folder))
        for target, template in built.items():
            if not only_check:
                make_folder(target.parent)
                write_whole(target, template, force=True)
            elif not target.is_file() or target.read_bytes() != template:
                raise TemplateError.of([Finding("E431", Place(str(target)))])
            echo(str(target))
    except TtdnError as error:
        print_findings(error.findings, err=True)
        print_cause(error)
        return error.exit_code
    return 0


def _list_built(folder: Path) -> Iterator[tuple[Path, bytes]]:
    """Yield the templates of a profile folder, each with its file; raises TemplateError where the profile is wrong."""
    from ..knowledge.standards.profiles import PROFILE_FILE, read_profile, read_profile_data
    from ..render.builder import build_template
    from ..validate.schema import check_figures

    if wrong := check_figures(read_profile_data(folder), str(folder / PROFILE_FILE)):
        raise TemplateError.of(wrong)
    profile = read_profile(folder)
    for name, size in product(profile.kinds, profile.sizes.sets):
        sized = read_profile(folder, size)
        yield folder / name / sized.template_name(), build_template(sized, sized.kinds[name])
