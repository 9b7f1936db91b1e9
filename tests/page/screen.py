"""The page in Debian's chromium: the address of a server goes in, views that can be typed in and looked at come out."""

import os
import re
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

CHROMIUM = os.environ.get("TTDN_TEST_CHROMIUM", "/usr/bin/chromium")
PICTURES = os.environ.get("TTDN_TEST_PICTURES", "")
SAVED = re.compile("^(Đã lưu|Saved)")
LONGEST_WAIT, STEP = 30, 20  # s and ms
WIDTHS = {1280: 720, 768: 1024}
PUT_CARET = """async (host, at) => {
  const { readText, select } = await import("/blocks.js");
  host.focus(); select(host, at ?? readText(host).length);
}"""
# Answers of one call of the program wait in `late.NAME` until they are let through, in the order that is asked for
HOLD = """name => {
  window.late ??= {};
  if (!window.real) {
    window.real = window.fetch;
    window.fetch = async (path, ...more) => {
      const answer = await window.real(path, ...more);
      const waiting = window.late[`${path}`.split("/").pop()];
      if (waiting) await new Promise(go => waiting.push(go));
      return answer;
    };
  }
  window.late[name] = [];
}"""
ARGUMENTS = ("--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage")


def why_not() -> str:
    """Return why no browser can be started here; empty where one can."""
    try:
        import playwright.sync_api  # noqa: F401
    except ImportError:
        return "playwright is not installed"
    return "" if Path(CHROMIUM).is_file() else f"no browser at {CHROMIUM}"


@contextmanager
def drive_browsers() -> Iterator[Any]:
    """Run what drives browsers."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as driver:
        yield driver


@contextmanager
def start_browser(driver: Any, *more: str) -> Iterator[Any]:
    """Run the browser without a window."""
    browser = driver.chromium.launch(executable_path=CHROMIUM, args=[*ARGUMENTS, *more])
    yield browser
    browser.close()


class Screen:
    """A tab on the page of a server; what the browser complains of is kept in `faults`."""

    def __init__(self, browser: Any, base: str, token: str, width: int = 1280) -> None:
        self.context = browser.new_context(
            viewport={"width": width, "height": WIDTHS.get(width, 768)}, accept_downloads=True
        )
        self.context.add_init_script("navigator.sendBeacon = () => true")  # the server is there for the next test
        self.tab = self.context.new_page()
        self.base, self.faults = base, list[str]()
        self.tab.on("pageerror", lambda fault: self.faults.append(str(fault)))
        self.tab.on("console", self._hear)
        self.tab.goto(f"{base}/#k={token}")
        self.tab.wait_for_selector("#top nav a")
        self.wire = self.context.new_cdp_session(self.tab)

    def _hear(self, line: Any) -> None:
        """Keep what the browser complains of; answers that refuse are part of some tests."""
        if line.type == "error" and not line.text.startswith("Failed to load resource"):
            self.faults.append(line.text)

    def draw_nothing(self) -> None:
        """Answer for the pages in place of the server, where only what is typed is looked at."""
        empty = {"pages": [], "map": [], "engine": "", "lines": [], "hung": False}
        self.context.route("**/api/trang", lambda route: route.fulfill(json=empty))

    def hold(self, name: str) -> None:
        """Keep the answers to a call of the program back from now on."""
        self.tab.evaluate(HOLD, name)

    def wait_held(self, name: str, number: int = 1) -> None:
        """Wait until so many answers are kept back."""
        self.wait_until("([name, number]) => window.late[name].length >= number", [name, number])

    def wait_until(self, is_so: str, given: object = None) -> None:
        """Wait until a function of the tab says yes; to wait inside the page, as Playwright does, the page forbids."""
        last = time.monotonic() + LONGEST_WAIT
        while not self.tab.evaluate(is_so, given):
            assert time.monotonic() < last, is_so
            self.tab.wait_for_timeout(STEP)

    def release(self, name: str) -> None:
        """Let the answers through that are kept back, the last first, and those that come after them at once."""
        self.tab.evaluate(
            "name => { const all = window.late[name]; delete window.late[name]; for (const go of all.reverse()) go() }",
            name,
        )

    def go(self, view: str, wait: str = "") -> None:
        """Go to a view by its address, and wait until something of it is there: the view before it stays a while."""
        self.tab.evaluate("view => { location.hash = view }", view)
        self.tab.wait_for_selector(f".view.{view} :is({wait or '*'})")

    def open(self, path: str) -> None:
        """Open a draft on the desk, and wait until it is there."""
        self.go("bat-dau", ".jobs")
        self.tab.evaluate("path => { location.hash = 'ban-soan/' + encodeURIComponent(path) }", path)
        self.tab.wait_for_selector(".desk .host, .desk .blk")

    def host(self, words: str) -> Any:
        """Return the block that shows these words."""
        return self.tab.locator(".host", has_text=words).first

    def put_caret(self, words: str, at: int | None = None) -> None:
        """Put the caret into the block that shows these words: behind so many letters, or at its end."""
        host = self.host(words)
        host.evaluate(PUT_CARET, at)

    def save(self) -> None:
        """Press Ctrl+S, and wait until it is saved."""
        self.tab.keyboard.press("Control+s")
        self.wait_saved()

    def wait_saved(self) -> None:
        """Wait until the bar says so."""
        self.tab.locator("#saved", has_text=SAVED).wait_for()

    def compose(self, *states: str) -> None:
        """Type as a Vietnamese keyboard does: the letter changes while it is composed, then it stands."""
        for state in states:
            self.wire.send(
                "Input.imeSetComposition", {"text": state, "selectionStart": len(state), "selectionEnd": len(state)}
            )
        self.wire.send("Input.insertText", {"text": states[-1]})

    def press(self, name: str) -> None:
        """Click the button of that name."""
        self.tab.get_by_role("button", name=name, exact=True).click()

    def choose(self, label: str, words: str) -> None:
        """Type into a field with a list, and take the first that fits."""
        self.tab.get_by_label(label).click()
        self.tab.keyboard.type(words)
        self.tab.get_by_role("option").first.wait_for()
        self.tab.keyboard.press("Enter")

    def give(self, path: Path) -> None:
        """Choose a file by the button of the view."""
        with self.tab.expect_file_chooser() as chooser:
            self.press("Chọn tệp…")
        chooser.value.set_files(path)

    def hear_toast(self, words: str) -> None:
        """Wait until the page says so."""
        self.tab.locator("#toast", has_text=words).wait_for()

    def picture(self, name: str) -> None:
        """Take a picture for the docs, where a folder for them is named; what passes is not on it."""
        if PICTURES:
            width, toast = self.tab.viewport_size["width"], self.tab.locator("#toast")
            toast.evaluate("toast => { toast.style.visibility = 'hidden' }")
            self.tab.screenshot(path=Path(PICTURES, f"{name}-{width}.png"))
            toast.evaluate("toast => { toast.style.visibility = '' }")

    def close(self) -> None:
        """Close the tab and all that it kept."""
        self.context.close()
