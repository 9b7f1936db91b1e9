"""The root command, which only gathers the others."""

from gettext import gettext

import click

from .. import __version__
from ..messages import N_
from .command_list import HELPS, Commands
from .language import Option, first_sentence
from .plugin_commands import OpenGroup


class Root(OpenGroup):
    """The group of all commands; to list them, none is loaded."""

    def format_commands(self, _ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write what each command does."""
        with formatter.section(gettext("Commands")):
            formatter.write_dl([(name, first_sentence(HELPS[name])) for name in sorted(HELPS)])


@click.group(
    cls=Root,
    commands=Commands(),
    help=N_("Soạn văn bản về công tác thông tin đối ngoại thành tệp Word đúng thể thức."),
    epilog=N_("Ví dụ: ttdn-draft render huong-dan.md"),
)
@click.version_option(__version__, prog_name="ttdn-draft", cls=Option, help=N_("In phiên bản."))
def root() -> None:
    """Gather the commands."""
