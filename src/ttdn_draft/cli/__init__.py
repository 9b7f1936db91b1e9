"""The command line: arguments go in, a pipeline is called, the result is printed and becomes an exit code."""

import gettext
import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

import click
from click.exceptions import NoArgsIsHelpError

from ..errors import Finding, TtdnError, explain_os_error
from ..messages import LANGUAGES, LOCALES
from .language import is_debugging, language
from .report import print_cause, print_findings
from .usage import explain_usage


def main(args: Sequence[str] | None = None) -> None:
    """Run the program with the arguments of the command line and exit with its code."""
    arguments = list(sys.argv[1:] if args is None else args)
    _fill_streams()
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # Windows: a redirected stream has the code page of the country
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    code = run(arguments, os.environ)
    _drop_lost()
    sys.exit(code)


def _fill_streams() -> None:
    """Let what was closed before the program began lead nowhere: no file that is opened later takes its place."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, Path(os.devnull).open(mode, encoding="utf-8"))  # noqa: SIM115 - stays open


def _drop_lost() -> None:
    """Let a stream that takes nothing more lead nowhere: Python would complain of it at the very end."""
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except OSError:
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def find_language(arguments: Sequence[str], environ: Mapping[str, str]) -> str:
    """Return the language that `--lang` or TTDN_DRAFT_LANG asks for; it is needed before anything is parsed."""
    asked = environ.get("TTDN_DRAFT_LANG", "")
    for index, argument in enumerate(arguments):
        if argument.startswith("--lang="):
            asked = argument.removeprefix("--lang=")
        elif argument == "--lang" and index + 1 < len(arguments):
            asked = arguments[index + 1]
    return asked if asked in LANGUAGES else LANGUAGES[0]


def run(arguments: Sequence[str], environ: Mapping[str, str]) -> int:
    """Run one command and return its exit code; the only place where errors become words and codes."""
    token = is_debugging.set("--debug" in arguments)
    try:
        with _speaking(find_language(arguments, environ)):
            return _run(arguments)
    finally:
        is_debugging.reset(token)


@contextmanager
def _speaking(chosen: str) -> Iterator[None]:
    """Let our own words and those of click, which asks the environment, be of one language."""
    token, before = language.set(chosen), os.environ.get("LANGUAGE")
    gettext.bindtextdomain("messages", LOCALES)
    os.environ["LANGUAGE"] = chosen
    try:
        yield
    finally:
        language.reset(token)
        if before is None:
            del os.environ["LANGUAGE"]
        else:
            os.environ["LANGUAGE"] = before


def _run(arguments: Sequence[str]) -> int:
    try:
        from .root import root

        code = int(root.main(list(arguments), prog_name="ttdn-draft", standalone_mode=False) or 0)
        sys.stdout.flush()  # a full disk behind a redirection is told here or nowhere
        return code
    except TtdnError as error:
        _tell(error.findings)
        print_cause(error)  # the code of a plug-in, or of the program at one file
        return error.exit_code
    except NoArgsIsHelpError as error:
        click.echo(error.format_message(), err=True)
        return 2
    except click.UsageError as error:
        _tell([explain_usage(error)])
        return 2
    except (click.Abort, KeyboardInterrupt):
        _tell([Finding("E901")])
        return 1
    except BrokenPipeError:  # the reader has gone: nothing to say
        return 1
    except OSError as error:  # the terminal, or a disk behind a redirection
        _tell([Finding("E011", facts={"reason": explain_os_error(error)})])
        return 1
    except Exception as error:
        _tell([Finding("E900", facts={"problem": f"{type(error).__name__}: {error}"})])
        if is_debugging.get():
            sys.excepthook(type(error), error, error.__traceback__)
        return 3


def _tell(findings: Sequence[Finding]) -> None:
    """Print why the program ends; the exit code stays where nobody hears it, as after the window was closed."""
    with suppress(OSError):
        print_findings(findings, err=True)
