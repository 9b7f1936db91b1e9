"""The language of this run, whether developers look on, and click classes whose help is translated when printed."""

from collections.abc import Callable
from contextvars import ContextVar
from typing import Any

import click

from ..messages import LANGUAGES, N_, translate

USAGE_WORDS = {
    "[OPTIONS]": N_("[TUỲ CHỌN]"),
    "COMMAND [ARGS]...": N_("LỆNH [THAM SỐ]..."),
    "FILE...": N_("TỆP..."),
    "FILE|FOLDER...": N_("TỆP|THƯ MỤC..."),
    "FILE": N_("TỆP"),
    "OLD": N_("TỆP-CŨ"),
    "NEW": N_("TỆP-MỚI"),
    "FOLDER...": N_("THƯ MỤC..."),
    "[FOLDER]": N_("[THƯ MỤC]"),
    "KIND": N_("LOẠI"),
    "QUERY...": N_("CHỮ CẦN TÌM..."),
    "ID": N_("MÃ"),
    "NAME": N_("TÊN"),
    "YEAR": N_("NĂM"),
    "MONTHS": N_("THÁNG,…"),
    "DAYS": N_("NGÀY,…"),
    "TIERS": N_("BẬC,…"),
    "CATEGORIES": N_("LOẠI,…"),
    "INTEGER RANGE": N_("SỐ"),
    "TEXT": N_("CHỮ"),
    "YYYY-MM-DD": N_("NĂM-THÁNG-NGÀY"),
}
language: ContextVar[str] = ContextVar("language", default=LANGUAGES[0])
is_debugging: ContextVar[bool] = ContextVar("is_debugging", default=False)


def translated(text: str, **facts: object) -> str:
    """Return a Vietnamese text in the language of this run, filled with facts."""
    text = translate(text, language.get())
    return text.format(**facts) if facts else text


class Option(click.Option):
    """An option whose help is translated, and the word for its value."""

    def make_metavar(self, ctx: click.Context) -> str:
        """Return the word for the value, as the help page shows it."""
        word = super().make_metavar(ctx)
        return translated(USAGE_WORDS.get(word, word))

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        """Return the line of the help page."""
        original, self.help = self.help, translated(self.help or "")
        try:
            return super().get_help_record(ctx)
        finally:
            self.help = original


class _Translated(click.Command):
    """A command with translated help, an example in its epilog, `--lang` and `--debug`."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.params += [
            Option(["--lang"], type=click.Choice(LANGUAGES), expose_value=False, help=N_("Ngôn ngữ: vi hoặc en.")),
            Option(
                ["--debug"],
                is_flag=True,
                expose_value=False,
                help=N_("In chi tiết lỗi cho người phát triển."),
            ),
        ]

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        """Return the words of the usage line."""
        return [translated(USAGE_WORDS.get(piece, piece)) for piece in super().collect_usage_pieces(ctx)]

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the help page in the language of this run."""
        original = self.help, self.epilog
        self.help, self.epilog = translated(self.help or ""), translated(self.epilog or "")
        try:
            super().format_help(ctx, formatter)
        finally:
            self.help, self.epilog = original

    def get_short_help_str(self, _limit: int = 45) -> str:
        """Return the first sentence for the list of commands."""
        return first_sentence(self.help or "")


def first_sentence(text: str) -> str:
    """Return what the list of commands says of a command, of its help."""
    return translated(text).split("\n", 1)[0].rstrip(".")


class Command(_Translated):
    """A command of the program."""


class Group(_Translated, click.Group):
    """A group of commands of the program."""

    command_class = Command


def option(*names: str, **attributes: Any) -> Callable[[Any], Any]:
    """Declare an option whose help is translated."""
    return click.option(*names, cls=Option, **attributes)


class Argument(click.Argument):
    """An argument of which errors speak by the word that the help page shows."""

    def get_error_hint(self, ctx: click.Context | None) -> str:  # noqa: ARG002 - click gives it
        """Return the word for the value in the language of this run."""
        word = self.metavar or self.human_readable_name
        return f"'{translated(USAGE_WORDS.get(word, word)).rstrip('.')}'"


def argument(*names: str, **attributes: Any) -> Callable[[Any], Any]:
    """Declare an argument of which errors speak in the language of this run."""
    return click.argument(*names, cls=Argument, **attributes)
