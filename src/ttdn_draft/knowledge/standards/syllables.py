"""Which syllables Vietnamese can have: a word goes in, comes out whether it is one, or what it was meant for.

A syllable is an onset, a rhyme and a tone. The lists are those of the school grammar: not every syllable that they
allow is a word, but no word of Vietnamese origin is refused.
"""

import unicodedata
from functools import cache, lru_cache

from ...patterns import regex
from ..names import fold_plain
from ..word_lists import as_words

NO_TONE = ""
TONES = {"\u0300": "f", "\u0301": "s", "\u0309": "r", "\u0303": "x", "\u0323": "j"}  # with the key of Telex
TONE_OF_KEY = {key: tone for tone, key in TONES.items()}
STOPS = ("c", "ch", "p", "t")  # rhymes with these ends are spoken with sắc or nặng only
TONES_OF_STOPS = ("\u0301", "\u0323")
SIMPLE_ONSETS = as_words("b ch d đ gi h kh l m n nh ph r s t th tr v x") | {""}
BEFORE_BACK, BEFORE_FRONT = ("c", "g", "ng"), ("k", "gh", "ngh")  # which of two spellings stands before e, ê, i, y
LIPS = ("b", "m", "ph", "v")  # after which no rounded rhyme is spoken
RHYMES = as_words(
    "a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây "
    "e ec em en eng eo ep et ê êch êm ên ênh êp êt êu i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu "
    "o oc oi om on ong op ot oong ooc ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt "
    "u ua uc ui um un ung up ut uôc uôi uôm uôn uông uôt ư ưa ưc ưi ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu y"
)
ROUNDED = as_words(
    "oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oe oen oeo oet "
    "uân uâng uât uây uê uêch uênh uêt uơ uy uya uych uynh uyt uyu uyên uyêt"
)
AFTER_QU = as_words(
    "a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt ân âng ât ây e en eo et ec ê ên ênh êt êch "
    "i it in o ôc ôn ơ ơi y ych yên yêt ynh yt yu ya"
)
ALONE_Y = as_words("y yêm yên yêng yêt yêu")
WITH_Y = as_words("h k l m s t v n") | {""}  # onsets before a y that is the whole rhyme
BARE_ONSETS = as_words("ngh ng gh gi nh ph qu th tr ch kh b c d g h k l m n r s t v x")
VOWELS = "aăâeêioôơuưy"
MARKED = "ăâêôơư"
SYLLABLE = regex(rf"(qu(?=[{VOWELS}])|[^{VOWELS}]*)([{VOWELS}]+)([^{VOWELS}]*)")
ONSET = regex(r"qu|gi(?=[^\W\d_])|[bcdđghklmnpqrstvx]*")
TELEX = (("aa", "â"), ("ee", "ê"), ("oo", "ô"), ("dd", "đ"), ("uow", "ươ"), ("aw", "ă"), ("ow", "ơ"), ("uw", "ư"))
ALPHABET = frozenset("abcdđeghiklmnopqrstuvxy" + MARKED)
WORDS_KEPT = 6_000
"""Words of which is kept what was found: more than a document has; a batch brings numbers that are new in every row."""


@lru_cache(maxsize=WORDS_KEPT)
def is_syllable(word: str) -> bool:
    """Tell whether a word in small letters can be a syllable of Vietnamese, its tone mark at its place."""
    plain, tones = _part(word)
    if len(tones) > 1 or not _is_spoken(plain, tones[0][1] if tones else NO_TONE):
        return False
    return not tones or tones[0][0] in _tone_places(plain)


def is_vietnamese_letters(word: str) -> bool:
    """Tell whether every letter of a word in small letters is one of Vietnamese."""
    return ALPHABET.issuperset(_part(word)[0])


@lru_cache(maxsize=2_000)
def guess_syllable(word: str) -> str:
    """Return the syllable that a slip of the keyboard was meant for: keys of Telex, a misplaced tone; else nothing."""
    plain, tones = _part(word)
    if len(tones) == 1:
        return _write(plain, tones[0][1])
    return "" if tones else _read_telex(plain)


@lru_cache(maxsize=2_000)
def is_bare_syllable(word: str) -> bool:
    """Tell whether a word without any mark is a syllable whose marks are missing: nghien, truyen."""
    return any(word.removeprefix(onset) in _bare_rhymes() for onset in BARE_ONSETS if word.startswith(onset))


@cache
def _bare_rhymes() -> frozenset[str]:
    return frozenset(map(fold_plain, RHYMES | ROUNDED))


def _part(word: str) -> tuple[str, list[tuple[int, str]]]:
    """Return a word without its tones, and each tone with the place of its letter."""
    letters, tones = list[str](), list[tuple[int, str]]()
    for sign in unicodedata.normalize("NFD", word):
        if sign in TONES:
            tones.append((len(letters) - 1, sign))
        elif letters and unicodedata.combining(sign):
            letters[-1] = unicodedata.normalize("NFC", letters[-1] + sign)
        else:
            letters.append(sign)
    return "".join(letters), tones


def _is_spoken(plain: str, tone: str) -> bool:
    if not any(_fits(plain[:at], plain[at:]) for at in range(4)):
        return False
    return not plain.endswith(STOPS) or tone in TONES_OF_STOPS


def _fits(onset: str, rhyme: str) -> bool:
    """Tell whether an onset stands before a rhyme in writing."""
    if onset == "qu":
        return rhyme in AFTER_QU
    if rhyme in ALONE_Y:
        return onset in WITH_Y if rhyme == "y" else not onset
    if onset == "g" and rhyme[:1] == "i":
        return rhyme in RHYMES  # gì, gìn, giếng
    is_front = rhyme[:1] in ("e", "ê", "i", "y")
    onsets = SIMPLE_ONSETS.union(BEFORE_FRONT if is_front else BEFORE_BACK)
    if rhyme in ROUNDED:
        return onset in onsets and onset not in LIPS
    return onset in onsets and rhyme in RHYMES


def _tone_places(plain: str) -> set[int]:
    """Return where the tone mark of a syllable may stand: of oa, oe, uy at either letter."""
    found = SYLLABLE.match(plain)
    if not found:
        return set()
    onset, vowels, end = found.groups()
    start = len(onset)
    if onset == "g" and len(vowels) > 1 and vowels[0] == "i" and vowels not in ("iê", "ia"):
        start, vowels = start + 1, vowels[1:]
    marked = [at for at, vowel in enumerate(vowels) if vowel in MARKED]
    if marked:
        return {start + marked[-1]}
    if vowels in ("oa", "oe", "uy") and not end:
        return {start, start + 1}
    if onset == "g" and vowels == "ia":
        return {start + 1}
    return {start + (1 if len(vowels) == 3 or (len(vowels) == 2 and end) else 0)}


def _write(plain: str, tone: str) -> str:
    """Return a syllable with its tone mark at its place; nothing where there is no such syllable."""
    if not _is_spoken(plain, tone):
        return ""
    at = max(_tone_places(plain), default=-1)
    return unicodedata.normalize("NFC", plain[: at + 1] + tone + plain[at + 1 :]) if at >= 0 else ""


def _read_telex(plain: str) -> str:
    """Return what the keys of Telex were meant to write: tieesng is tiếng, ddoois is đối."""
    tries = [("", plain)]
    keys = ((at, TONE_OF_KEY[key]) for at, key in enumerate(plain) if at and key in TONE_OF_KEY)
    tries += [(tone, plain[:at] + plain[at + 1 :]) for at, tone in keys]
    for tone, word in reversed(tries):
        typed = word
        for typed_keys, letter in TELEX:
            typed = typed.replace(typed_keys, letter)
        meant = _write(typed, tone)
        if meant and (tone or typed != word):
            return meant
    return ""


def split_syllable(word: str) -> tuple[str, str]:
    """Return the letters before the first vowel of a word in small letters, gi and qu among them, and the rest."""
    found = ONSET.match(word)
    at = found.end() if found else 0
    return word[:at], word[at:]
