"""All messages of the program by id: the files of this folder go in, one table comes out."""

from .ages import AGES
from .anniversaries import ANNIVERSARIES
from .answers import ANSWERS
from .command import COMMAND
from .head_slips import HEAD_SLIPS
from .lost_signs import LOST_SIGNS
from .packs import PACKS
from .page import PAGE_MESSAGES
from .page_answers import PAGE_ANSWERS
from .pages import PAGES
from .program import PROGRAM
from .reading import READING
from .rolling import ROLLING
from .schema import SCHEMA
from .slips import SLIPS
from .standard import STANDARD
from .stray import STRAY
from .templates import TEMPLATES
from .texts import Message
from .word_files import WORD_READING
from .word_marks import WORD_MARKS

MESSAGES: dict[str, Message] = {
    **COMMAND,
    **HEAD_SLIPS,
    **LOST_SIGNS,
    **READING,
    **SCHEMA,
    **STANDARD,
    **TEMPLATES,
    **PAGES,
    **PACKS,
    **ANNIVERSARIES,
    **AGES,
    **ROLLING,
    **ANSWERS,
    **PROGRAM,
    **SLIPS,
    **STRAY,
    **PAGE_MESSAGES,
    **PAGE_ANSWERS,
    **WORD_READING,
    **WORD_MARKS,
}
