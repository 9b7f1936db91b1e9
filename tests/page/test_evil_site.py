"""A page of another site in the same browser tries what browsers let it try: it reads nothing and changes nothing."""

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

from tests.conftest import BODY, HEAD
from tests.page.conftest import Page
from tests.page.screen import start_browser, why_not

pytestmark = pytest.mark.skipif(bool(why_not()), reason=why_not() or "a browser is here")
REBOUND = "evil.example"
TRIES = """async ([target, token]) => {
  const seen = {}, call = `${target}/api/bat-dau`;
  const attempt = async (name, act) => { seen[name] = await act().catch(() => "refused"); };
  const read = async (answer) => `${answer.status} ${(await answer.text()).length}`;
  const secret = { "X-Ttdn-Draft": token, "Content-Type": "application/json" };
  const send = (more) => fetch(call, { method: "POST", body: "{}", ...more });
  await attempt("call with the secret", async () => read(await send({ headers: secret })));
  await attempt("plain call", async () => read(await send({})));
  await attempt("file of the screen", async () => read(await fetch(`${target}/app.js`)));
  await attempt("blind call", async () => {
    const made = await send({ mode: "no-cors", headers: { "Content-Type": "text/plain" } });
    return `${made.type} ${made.status}`;
  });
  await attempt("script", () => new Promise((done) => {
    const part = document.createElement("script");
    part.src = `${target}/words.js`; part.type = "module";
    part.onload = () => done("loaded"); part.onerror = () => done("refused");
    document.head.append(part);
  }));
  await attempt("picture", () => new Promise((done) => {
    const part = new Image();
    part.onload = () => done("loaded"); part.onerror = () => done("refused");
    part.src = `${target}/icon.svg`;
  }));
  await attempt("frame", () => new Promise((done) => {
    const part = document.createElement("iframe");
    part.src = target; part.onload = () => setTimeout(() => {
      try { done(part.contentDocument ? "readable" : "refused"); } catch { done("refused"); }
    }, 100);
    document.body.append(part);
  }));
  const farewell = JSON.stringify({ k: token });
  await attempt("goodbye", async () => String(navigator.sendBeacon(`${target}/api/dong`, farewell)));
  const box = document.createElement("iframe");
  box.name = "sink"; document.body.append(box);
  const form = document.createElement("form");
  form.method = "POST"; form.enctype = "text/plain"; form.target = "sink"; form.action = `${target}/api/luu-moi`;
  const field = document.createElement("input");
  field.name = '{"path":"của kẻ khác.md","text":"x","a":"'; field.value = '"}'; form.append(field);
  document.body.append(form); form.submit();
  await new Promise((done) => setTimeout(done, 500));
  return seen;
}"""


@pytest.fixture
def evil() -> Iterator[str]:
    """Serve a page of another site on another port of this machine."""

    class Evil(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            self.end_headers()
            self.wfile.write(b"<!doctype html><title>evil</title><body>evil</body>")

        def log_message(self, *_: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Evil) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}/"
        server.shutdown()


@pytest.fixture
def tab(playwright: Any) -> Iterator[Any]:
    """Return a tab in which a foreign name leads to this machine, as a rebound one does."""
    with start_browser(playwright, f"--host-resolver-rules=MAP {REBOUND} 127.0.0.1") as browser:
        yield browser.new_page()


def test_other_site_reads_nothing_and_changes_nothing_even_with_the_secret(page: Page, evil: str, tab: Any) -> None:
    path = page.write(text=HEAD + BODY)
    tab.goto(evil)
    seen = tab.evaluate(TRIES, [page.served.base, page.served.token])
    assert seen.pop("blind call") in ("opaque 0", "refused")  # sent, refused by the page, and not to be read
    assert seen.pop("goodbye") in ("true", "false")
    assert set(seen.values()) == {"refused"}, seen
    assert [file.name for file in page.folder.iterdir()] == [path.name]
    assert page.ask("con-song") == {}


def test_name_that_leads_here_since_a_moment_shows_nothing(page: Page, tab: Any) -> None:
    answer = tab.goto(f"http://{REBOUND}:{page.served.port}/#k={page.served.token}")
    assert answer.status == 403
    assert tab.evaluate("document.scripts.length") == 0
    said = tab.evaluate(
        """async (token) => (await fetch("/api/bat-dau", { method: "POST", body: "{}",
        headers: { "X-Ttdn-Draft": token, "Content-Type": "application/json" } }).catch(() => ({}))).status ?? 403""",
        page.served.token,
    )
    assert said == 403
