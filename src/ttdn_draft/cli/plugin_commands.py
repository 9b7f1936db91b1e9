"""The group of all commands, open to those of plug-ins: they are looked for when a name is not built in."""

from typing import TYPE_CHECKING, Any

import click

from ..errors import InputError, PackError, Place, TtdnError, UserFileError
from ..installed import may_have_plugins
from .language import Group
from .pack_options import are_plugins_on, make_plugins, plugin_switch
from .report import print_findings

if TYPE_CHECKING:
    from ..model import Contributions
    from ..plugins.loading import Plugin
    from ..plugins.registry import Plugins

    Brought = tuple[Plugin, click.Command]

HOOK = "ttdn_commands"
RUNNING = "ttdn_draft.running"  # in the context: the plug-in whose command was found
# what our own way of ending a command knows how to tell
KNOWN = (TtdnError, click.ClickException, click.Abort, click.exceptions.Exit, BrokenPipeError)


class OpenGroup(Group):
    """A group in which a name that is not built in may be the command of a plug-in.

    The list of commands has those that are built in: to ask plug-ins for theirs would take longer than all the rest.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.params.append(plugin_switch())

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return the built-in command of a name, or that of a plug-in."""
        return super().get_command(ctx, cmd_name) or self._find_brought(ctx, cmd_name)

    def _find_brought(self, ctx: click.Context, name: str) -> click.Command | None:
        if not (are_plugins_on() and may_have_plugins()):
            return None
        offer = self.find_commands(make_plugins(False))
        if name in offer.things:
            ctx.meta[RUNNING], command = offer.things[name]
            return command
        if name in offer.clashes:
            raise PackError.of(offer.explain(name))
        print_findings(offer.explain(name), err=True)
        return None

    def find_commands(self, plugins: "Plugins") -> "Contributions[Brought]":
        """Return the commands of plug-ins by name, each with its plug-in."""
        return plugins.gather(HOOK, _read_commands, self.commands)

    def invoke(self, ctx: click.Context) -> int:
        """Run a command and return its exit code; one of a plug-in that fails blames its plug-in."""
        try:
            result = super().invoke(ctx)
        except UserFileError as error:
            if RUNNING not in ctx.meta:
                raise
            from ..yaml_nodes import format_path

            place = Place(path=format_path(error.path) if error.path else "")
            raise InputError.of([error.as_finding(ctx.meta[RUNNING].origin, place)]) from error
        except (*KNOWN, KeyboardInterrupt, SystemExit):
            raise
        except BaseException as error:
            if RUNNING not in ctx.meta:
                raise
            raise PackError.of([ctx.meta[RUNNING].blame(HOOK, error)]) from error
        return result if isinstance(result, int) else 0


def _read_commands(plugin: "Plugin", answer: Any) -> "dict[str, Brought]":
    commands = list(answer)
    for command in commands:
        if not isinstance(command, click.Command) or not command.name:
            raise TypeError(f"a click command with a name wanted, not {command!r}")
    if len({command.name for command in commands}) < len(commands):
        raise ValueError("two commands of one name")
    return {command.name: (plugin, command) for command in commands}
