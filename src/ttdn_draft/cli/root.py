"""The root command, which only gathers the others."""

import click

from .. import __version__
from ..messages import N_
from .batch import batch
from .calendar import calendar
from .check import check
from .cite import cite
from .demo import demo
from .diff import diff
from .facts import facts
from .golden import golden
from .import_word import import_word
from .language import Option
from .new import new
from .packs import packs
from .page import page
from .plugin_commands import OpenGroup
from .plugins import plugins
from .preview import preview
from .render import render
from .rule import explain_rule
from .schema import schema
from .templates import templates


@click.group(
    cls=OpenGroup,
    help=N_("Soạn văn bản về công tác thông tin đối ngoại thành tệp Word đúng thể thức."),
    epilog=N_("Ví dụ: ttdn-draft render huong-dan.md"),
)
@click.version_option(__version__, prog_name="ttdn-draft", cls=Option, help=N_("In phiên bản."))
def root() -> None:
    """Gather the commands."""


for command in (
    batch,
    calendar,
    check,
    cite,
    demo,
    diff,
    facts,
    golden,
    import_word,
    new,
    packs,
    page,
    plugins,
    preview,
    render,
    explain_rule,
    schema,
    templates,
):
    root.add_command(command)
