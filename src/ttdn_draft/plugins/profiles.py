"""Checks the profiles of plug-ins as those that are built in: contributions go in, the sound ones come out."""

from dataclasses import replace
from pathlib import Path

from ..errors import Finding, Place, TtdnError, put_in_words
from ..knowledge.standards.profiles import PROFILE_FILE, load_profile, read_profile_data
from ..messages import N_
from ..model import Contributions
from ..validate.schema import check_figures
from .results import tell_broken_file

PROFILE_HOOK = "ttdn_profiles"
NO_TEMPLATE = N_("không loại nào có đủ template.docx")


def keep_sound(offer: Contributions[Path]) -> Contributions[Path]:
    """Return the profiles that can be used; the others, and what is wrong in them, stand among what was broken."""
    faults = {name: _check(name, offer) for name in offer.things}
    sound = {name: folder for name, folder in offer.things.items() if not faults[name]}
    wrong = [(offer.origins[name], found) for name, found in faults.items() if found]
    told = (finding for origin, found in wrong for finding in tell_broken_file(origin, PROFILE_HOOK, found))
    return replace(offer, things=sound, broken=(*offer.broken, *told))


def _check(id: str, offer: Contributions[Path]) -> tuple[Finding, ...]:
    folder = offer.things[id]
    file = str(folder / PROFILE_FILE)
    try:
        wrong = check_figures(read_profile_data(folder), file)
        if not wrong and not load_profile(id, None, offer).kinds:
            wrong = [Finding("E430", Place(file, path="$.loai"), {"problem": NO_TEMPLATE})]
        return tuple(wrong)
    except TtdnError as error:
        return error.findings
    except Exception as error:  # figures that fit the schema and not each other
        return (Finding("E430", Place(file), {"problem": put_in_words(error)}),)
