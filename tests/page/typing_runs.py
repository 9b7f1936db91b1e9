"""Types one letter at a random place of random drafts in the real browser; what else changed in the file comes out.

`python -m tests.page.typing_runs 10000 --seed 1` runs it 10,000 times and prints what was lost.
"""

import argparse
import re
import tempfile
import threading
import time
from collections.abc import Iterator
from difflib import unified_diff
from pathlib import Path
from queue import Queue
from random import Random
from typing import Any

import httpx

from tests.page.bodies import make_draft
from tests.page.screen import Screen, drive_browsers, start_browser
from ttdn_draft.page import PageOptions, serve

LETTERS = "abdeghiklmnopqrstuvxy"
COMPOSED = (("a", "â", "ấ"), ("o", "ơ", "ờ"), ("d", "đ"), ("u", "ư", "ự"), ("e", "ê", "ễ"))
FLAG = re.compile("[\U0001f1e6-\U0001f1ff]{2}")
# Each place that can be typed at: the key of a block or cell, how many letters it shows, and where marks stand in it
PLACES = """() => [...document.querySelectorAll('.host[contenteditable]')].map(host => {
  let at = 0; const cited = [];
  for (const part of host.childNodes) {
    const length = part.textContent.length;
    if (part.classList?.contains('dan') || part.nodeName === 'MARK') cited.push([at, at + length]);
    at += length;
  }
  return {key: host.dataset.key, length: at, cited, text: host.textContent};
})"""
# Opens a file in place of the one on the desk; `looks` counts how often the program has read its text anew
OPEN = """path => {
  if (window.looks === undefined) {
    const real = window.fetch;
    window.fetch = async (name, ...more) => {
      const answer = await real(name, ...more);
      const read = () => setTimeout(() => { window.looks += 1; }, 20);
      if (answer.ok && `${name}`.endsWith('/xem')) answer.clone().text().then(read);
      return answer;
    };
  }
  window.looks = 0;
  document.querySelector('.desk')?.setAttribute('data-old', '');
  location.hash = 'ban-soan/' + encodeURIComponent(path);
}"""
READ = "() => new Promise(done => { const look = () => (window.looks ? done() : setTimeout(look, 20)); look(); })"
PUT = """async ([key, at]) => {
  const { select } = await import('/blocks.js');
  const host = document.querySelector(`.host[data-key="${key}"]`);
  host.focus(); select(host, at);
}"""


def type_once(screen: Screen, folder: Path, name: str, random: Random) -> str:
    """Type one letter in a new draft, and return what went wrong; empty where nothing did."""
    path = folder / name
    before = make_draft(random)
    path.write_bytes(before.encode("utf-8"))
    _open(screen, name)
    spots = [spot for spot in screen.tab.evaluate(PLACES) if spot["length"]]
    spot = random.choice(spots)
    at = _choose(random, spot)
    letter = _type(screen, spot["key"], at, random)
    screen.save()
    after = path.read_bytes().decode("utf-8")
    is_plain = _is_plain(spot, at)
    fault = tell_loss(before, after, letter) if is_plain else ""
    shown = _insert(spot["text"], at, letter)
    if not fault and _loose(shown) not in map(_loose, _read_again(screen, path, is_plain)):
        fault = f"not shown: {shown!r}"
    return fault and f"{fault}\n" + "\n".join(unified_diff(before.split("\n"), after.split("\n"), lineterm="", n=0))


def _choose(random: Random, spot: dict[str, Any]) -> int:
    """Return a place in a text where a caret can stand: never between the halves of a sign, nor of a flag."""
    at, text = random.randint(0, spot["length"]), spot["text"]
    flags = [(_count(text[: one.start()]), _count(text[: one.end()])) for one in FLAG.finditer(text)]
    at = next((start for start, end in flags if start < at < end), at)
    units = text.encode("utf-16-le")
    return at - 1 if at and 0xDC <= (units[2 * at + 1] if 2 * at < len(units) else 0) <= 0xDF else at


def _count(text: str) -> int:
    """Return how many letters a text has as the browser counts."""
    return len(text.encode("utf-16-le")) // 2


def _loose(text: str) -> str:
    """Return a text whose gaps all begin alike: what is typed behind their sign belongs to their words."""
    return text.replace("… ", "…")


def _insert(text: str, at: int, letter: str) -> str:
    """Return a text with a letter at a place that counts as the browser does."""
    units = text.encode("utf-16-le")
    return (units[: 2 * at] + letter.encode("utf-16-le") + units[2 * at :]).decode("utf-16-le")


def _is_plain(spot: dict[str, Any], at: int) -> bool:
    """Tell whether a place is outside of marks: a citation becomes words of hers, a doubt gets words of its own."""
    return not any(start < at < end for start, end in spot["cited"])


def _type(screen: Screen, key: str, at: int, random: Random) -> str:
    """Put the caret somewhere and type a letter by keys or as an input method does; return the letter."""
    screen.tab.evaluate(PUT, [key, at])
    if random.random() < 0.5:
        letter = random.choice(LETTERS)
        screen.tab.keyboard.press(letter)
        return letter
    states = random.choice(COMPOSED)
    screen.compose(*states)
    return states[-1]


def _read_again(screen: Screen, path: Path, is_plain: bool) -> list[str]:
    """Return what stands on the desk once the program has read the text anew, and take the file away.

    Where the bytes of the file were not compared it is opened again: nothing else tells what it says.
    """
    if is_plain:
        screen.tab.evaluate(READ)
    else:
        path = path.rename(path.with_stem(f"lại {path.stem}"))
        _open(screen, path.name)
    path.unlink()
    return [spot["text"] for spot in screen.tab.evaluate(PLACES)]


def _open(screen: Screen, name: str) -> None:
    screen.tab.evaluate(OPEN, name)
    screen.tab.wait_for_selector(".desk:not([data-old]) .blk")


def tell_loss(before: str, after: str, letter: str) -> str:
    """Return what differs between two texts but one letter more."""
    at = next((at for at, (one, other) in enumerate(zip(before, after, strict=False)) if one != other), len(before))
    is_more = all(before[:place] + letter + before[place:] != after for place in range(max(0, at - 2), at + 1))
    return f"more than {letter!r} differs, from letter {at}" if is_more else ""


def run(count: int, seed: int) -> Iterator[tuple[int, str]]:
    """Yield the number of each run and what was lost in it."""
    with tempfile.TemporaryDirectory() as place, drive_browsers() as driver, start_browser(driver) as browser:
        folder, came = Path(place, "work"), Queue[str]()
        folder.mkdir()
        thread = threading.Thread(target=serve, args=(PageOptions(folder, Path(place, "data")), came.put, print))
        thread.start()
        base, _, token = came.get().partition("/#k=")
        screen = Screen(browser, base, token)
        screen.draw_nothing()
        for number in range(count):
            yield number, type_once(screen, folder, f"bai-{number}.md", Random(f"{seed} {number}"))  # noqa: S311
        screen.close()
        httpx.post(f"{base}/api/dong", json={"k": token}, headers={"Origin": base})


def main() -> None:
    """Run as often as asked."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("count", type=int)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    begun, lost = time.monotonic(), 0
    for number, fault in run(asked.count, asked.seed):
        if fault:
            lost += 1
            print(f"run {number} (seed {asked.seed}): {fault}", flush=True)
        if number % 100 == 99:
            print(f"{number + 1} runs, {lost} lost, {time.monotonic() - begun:.0f} s", flush=True)


if __name__ == "__main__":
    main()
