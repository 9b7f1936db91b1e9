"""Commands as a person types them: a program goes in, the words that a shell takes for it come out."""

import os
import sys

from .patterns import regex

PLAIN_WORD = regex(r"[\w@%+=:,./\\~-]+")


def write_program(path: str) -> str:
    """Return the path of a program as it is typed: in quotation marks where it needs them, as PowerShell runs it."""
    if PLAIN_WORD.fullmatch(path):
        return path
    return f'& "{path}"' if os.name == "nt" else f'"{path}"'


def write_pip() -> str:
    """Return what runs pip for the Python that runs this program, not for another one of the machine."""
    return f"{write_program(sys.executable)} -m pip"
