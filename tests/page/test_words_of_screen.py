"""The words of the screen stand in two languages, and none of them is a programmer's."""

import json
import re
from pathlib import Path

import pytest

import ttdn_draft.page

STATIC = Path(ttdn_draft.page.__file__).with_name("static")
LANGUAGES = {name: json.loads((STATIC / f"words-{name}.json").read_text("utf-8")) for name in ("vi", "en")}
FORBIDDEN = re.compile(
    r"\b(render|template|schema|yaml|token|server|log|lệnh|json|markdown|file|click|ok|error)\b", re.I
)
VALUES = re.compile(r"\{(\w+)\}")


def test_both_languages_say_the_same_things() -> None:
    assert LANGUAGES["vi"].keys() == LANGUAGES["en"].keys()
    for name, sentence in LANGUAGES["vi"].items():
        other = LANGUAGES["en"][name]
        assert set(VALUES.findall(sentence)) == set(VALUES.findall(other)), name
        assert sentence.count("*") == other.count("*"), name


def test_no_word_of_a_programmer_stands_on_the_vietnamese_screen() -> None:
    told = {name: sentence for name, sentence in LANGUAGES["vi"].items() if FORBIDDEN.search(sentence)}
    assert told == {}


@pytest.mark.parametrize("script", sorted(STATIC.glob("*.js")), ids=lambda path: path.name)
def test_every_sentence_that_a_script_asks_for_is_there(script: Path) -> None:
    text = script.read_text("utf-8")
    asked = set(re.findall(r"\b(?:t|rich)\(\"([\w.-]+)\"", text))
    assert asked <= LANGUAGES["vi"].keys()


def test_every_sentence_is_asked_for_by_a_script() -> None:
    text = "\n".join(path.read_text("utf-8") for path in STATIC.glob("*.js"))
    named = {name for name in LANGUAGES["vi"] if f'"{name}"' in text}
    made = re.findall(r"`([\w.]*)\$\{[^`]*?\}([\w.]*)`", text)
    shapes = [re.compile(re.escape(head) + r"[\w-]+" + re.escape(tail) + "$") for head, tail in made if head]
    lost = {name for name in LANGUAGES["vi"].keys() - named if not any(shape.match(name) for shape in shapes)}
    assert lost == set()


def test_the_screen_is_made_of_small_files_without_outside_help() -> None:
    for path in STATIC.iterdir():
        text = path.read_text("utf-8")
        assert len(text.splitlines()) <= 300 or path.suffix == ".json", path.name
        assert "http://" not in text.replace("http://www.w3.org/2000/svg", ""), path.name
        assert "https://" not in text, path.name
