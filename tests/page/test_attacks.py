"""Attacks on the page, each by its name: nothing is read, written or run for who is not the page of this start.

The list in docs/explanation/page-security.md has the same names; a test holds the two together.
"""

import io
import json
import os
import re
import socket
import stat
import time
import zipfile
from contextlib import suppress
from pathlib import Path
from urllib.parse import quote

import httpx
import pytest

from tests.conftest import BODY, HEAD
from tests.page import test_evil_site
from tests.page.conftest import Page, Served
from ttdn_draft.page import bodies, patience
from ttdn_draft.page.static_files import read_static

SECURITY_PAGE = Path(__file__).parents[2] / "docs" / "explanation" / "page-security.md"
TEXT = HEAD + BODY
MINE = "của tôi".encode()
KEPT_OUTSIDE = "mật khẩu ở ngoài thư mục"


def refused(answer: httpx.Response, state: str = "refused", status: int = 403) -> bool:
    """Tell whether a call was refused, and that no other site may read even that."""
    assert not [name for name in answer.headers if name.startswith("access-control-")]
    return (answer.status_code, answer.json()["cho"]) == (status, state)


def post(served: Served, name: str = "bat-dau", **headers: str | None) -> httpx.Response:
    """Call with some headers other than those of the page; None leaves one out."""
    changed = {key.replace("_", "-"): value for key, value in headers.items()}
    kept = {key: value for key, value in served.headers.items() if key.lower() not in changed}
    sent = {**kept, **{key: value for key, value in changed.items() if value is not None}}
    return httpx.post(f"{served.base}/api/{name}", content=b"{}", headers=sent)


# --- another site in the same browser


@pytest.mark.parametrize(
    "origin",
    [
        pytest.param("https://evil.example", id="origin-of-another-site"),
        pytest.param("null", id="origin-of-a-sandboxed-frame-or-a-file"),
        pytest.param("http://127.0.0.1:1", id="origin-of-another-port-of-this-machine"),
        pytest.param("http://127.0.0.1", id="origin-without-port"),
    ],
)
def test_call_of_another_origin_is_refused(served: Served, origin: str) -> None:
    answer = post(served, origin=origin)
    assert refused(answer)
    assert answer.json()["loi"][0]["id"] == "E905"


def test_call_with_our_origin_by_another_scheme_is_refused(served: Served) -> None:
    assert refused(post(served, origin=served.base.replace("http:", "https:")))


def test_call_with_two_origins_is_refused(served: Served) -> None:
    sent = [*served.headers.items(), ("Origin", "https://evil.example")]
    assert refused(httpx.post(f"{served.base}/api/bat-dau", content=b"{}", headers=sent))


def test_call_that_names_no_site_is_refused(served: Served) -> None:
    assert refused(post(served, origin=None))


@pytest.mark.parametrize("site", ["cross-site", "same-site"])
def test_call_that_the_browser_marks_as_of_another_site_is_refused(served: Served, site: str) -> None:
    assert refused(post(served, sec_fetch_site=site))
    assert refused(post(served, sec_fetch_site=site, origin=None))


def test_own_page_is_answered_by_each_of_both_marks(served: Served) -> None:
    assert post(served).status_code == 200
    assert post(served, origin=None, sec_fetch_site="same-origin").status_code == 200


def test_form_of_another_site_that_needs_no_leave_is_refused(served: Served) -> None:
    for kind in ("text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x"):
        assert refused(post(served, content_type=kind), status=400)
    assert refused(post(served, content_type="text/plain", origin="https://evil.example"))


def test_leave_that_a_browser_asks_for_another_site_is_not_given(served: Served) -> None:
    asked = {
        "Origin": "https://evil.example",
        "Access-Control-Request-Method": "POST",
        "Access-Control-Request-Headers": "x-ttdn-draft",
    }
    answer = httpx.options(f"{served.base}/api/bat-dau", headers=asked)
    assert answer.status_code == 405
    assert not [name for name in answer.headers if name.startswith("access-control-")]


@pytest.mark.parametrize("method", ["GET", "HEAD", "PUT", "DELETE", "PATCH"])
def test_picture_or_link_of_another_site_cannot_make_a_call(served: Served, method: str) -> None:
    assert httpx.request(method, f"{served.base}/api/bat-dau", headers=served.headers).status_code in (404, 405)


def test_no_answer_may_be_framed_read_guessed_or_kept_by_others(served: Served) -> None:
    for answer in (post(served), httpx.get(f"{served.base}/"), httpx.get(f"{served.base}/nope")):
        assert answer.headers["x-frame-options"] == "DENY"
        assert "frame-ancestors 'none'" in answer.headers["content-security-policy"]
        assert answer.headers["cross-origin-resource-policy"] == "same-origin"
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert answer.headers["referrer-policy"] == "no-referrer"
        assert answer.headers["cache-control"] == "no-store"
        assert "server" not in answer.headers


def test_no_script_runs_that_does_not_lie_inside(served: Served) -> None:
    policy = dict(part.split(" ", 1) for part in post(served).headers["content-security-policy"].split("; "))
    assert (policy["default-src"], policy["script-src"], policy["form-action"]) == ("'none'", "'self'", "'none'")


def test_closing_of_the_program_by_another_site_is_refused(served: Served) -> None:
    answer = httpx.post(f"{served.base}/api/dong", json={"k": "x"}, headers={"Origin": "https://evil.example"})
    assert refused(answer)
    assert refused(httpx.post(f"{served.base}/api/dong", json={"k": "x"}, headers={"Origin": served.base}), "token")


# --- another name for this machine


@pytest.mark.parametrize(
    "host",
    [
        pytest.param("evil.example:{port}", id="rebound-name"),
        pytest.param("127.0.0.1.evil.example:{port}", id="name-that-begins-like-ours"),
        pytest.param("localhost.evil.example:{port}", id="name-that-begins-like-localhost"),
        pytest.param("127.0.0.1", id="no-port"),
        pytest.param("127.0.0.1:1", id="other-port"),
        pytest.param("[::1]:{port}", id="other-address"),
        pytest.param("0.0.0.0:{port}", id="any-address"),
        pytest.param("user@127.0.0.1:{port}", id="name-with-a-user"),
    ],
)
def test_name_that_is_not_of_this_machine_is_refused_for_every_path(served: Served, host: str) -> None:
    name = host.format(port=served.port)
    assert refused(post(served, host=name, origin=f"http://{name}"))
    assert refused(httpx.get(f"{served.base}/", headers={"Host": name}))


def test_request_without_a_name_or_with_two_is_refused(served: Served) -> None:
    assert served.send_raw(b"GET / HTTP/1.0\r\n\r\n").split(b" ")[1] == b"403"
    twice = f"GET / HTTP/1.1\r\nHost: 127.0.0.1:{served.port}\r\nHost: evil.example\r\n\r\n".encode()
    assert served.send_raw(twice).split(b" ")[1] in (b"400", b"403")


def test_page_listens_on_this_machine_alone(served: Served) -> None:
    others = {info[4][0] for info in socket.getaddrinfo(socket.gethostname(), None)} - {"127.0.0.1", "::1"}
    others |= {"127.0.0.2"} if os.name != "nt" else set()
    for address in others:
        with pytest.raises(OSError), socket.create_connection((address, served.port), timeout=2):
            pass


# --- another user of the machine


def test_call_without_the_secret_is_refused(served: Served) -> None:
    assert refused(post(served, x_ttdn_draft=None), "token")


@pytest.mark.parametrize("given", ["", "x", "{token}x", "é"])
def test_call_with_another_secret_is_refused(served: Served, given: str) -> None:
    value = given.format(token=served.token)
    sent = [*((k, v) for k, v in served.headers.items() if k != "X-Ttdn-Draft"), ("X-Ttdn-Draft", value.encode())]
    assert refused(httpx.post(f"{served.base}/api/bat-dau", content=b"{}", headers=sent), "token")


def test_secret_in_the_address_or_in_a_cookie_opens_nothing(served: Served) -> None:
    bare = {name: value for name, value in served.headers.items() if name != "X-Ttdn-Draft"}
    for query in ("k", "token", "X-Ttdn-Draft"):
        answer = httpx.post(f"{served.base}/api/bat-dau?{query}={served.token}", content=b"{}", headers=bare)
        assert refused(answer, status=400)
        assert served.token not in answer.text
    cookie = {**bare, "Cookie": f"k={served.token}; X-Ttdn-Draft={served.token}"}
    assert refused(httpx.post(f"{served.base}/api/bat-dau", content=b"{}", headers=cookie), "token")


def test_two_secrets_are_refused(served: Served) -> None:
    sent = [*served.headers.items(), ("X-Ttdn-Draft", served.token)]
    assert refused(httpx.post(f"{served.base}/api/bat-dau", content=b"{}", headers=sent), "token")


def test_secret_is_long_and_new_at_each_start(served: Served) -> None:
    assert len(served.token) >= 43
    assert re.fullmatch(r"[\w-]+", served.token)


def test_every_call_asks_for_the_secret(served: Served) -> None:
    from ttdn_draft.page.calls import CALLS

    for name in CALLS:
        assert refused(post(served, name, x_ttdn_draft="x"), "token", 403) or name == "dong"
        assert refused(post(served, name, origin="https://evil.example"))


# --- paths


NAMES = [
    "../ngoài.md",
    "a/../../ngoài.md",
    "..",
    ".",
    "",
    "./a.md",
    "a//b.md",
    "/etc/passwd",
    "/etc/x.md",
    "..\\ngoài.md",
    "a\\..\\..\\ngoài.md",
    "C:\\ngoài.md",
    "C:ngoài.md",
    "\\\\server\\share\\a.md",
    "//server/share/a.md",
    "\\\\?\\C:\\a.md",
    "%2e%2e/ngoài.md",
    "..%2fngoài.md",
    "a.md\0.txt",
    "a.md:luồng.md",
    "CON.md",
    "aux.md",
    "a.md ",
    "a.md.",
    ".git/config.md",
    ".ẩn.md",
    "a.txt",
    "a.docx",
    "a",
    "x" * 300 + ".md",
    "file:///etc/passwd.md",
]
CALLS_WITH_PATHS = {
    "mo": {},
    "dem": {},
    "xem": {"text": TEXT},
    "luu": {"text": TEXT, "phien_ban": "0" * 64},
    "luu-moi": {"text": TEXT},
    "xuat": {"text": TEXT, "over": True},
    "trang": {"text": TEXT},
}


@pytest.mark.parametrize("name", NAMES, ids=repr)
def test_path_that_leads_out_of_the_folder_is_refused_by_every_call(page: Page, name: str) -> None:
    outside = page.folder.parent / "ngoài.md"
    outside.write_text(KEPT_OUTSIDE, "utf-8")
    before = sorted(page.folder.parent.rglob("*"))
    for call, more in CALLS_WITH_PATHS.items():
        answer = page.call(call, {"path": name, **more})
        if name.startswith("%") or "%2f" in name:  # a plain, if odd, name of the folder: nothing is decoded twice
            assert KEPT_OUTSIDE not in answer.text
            continue
        assert refused(answer), call
        assert answer.json()["loi"][0]["id"] == "E907"
    if "%" not in name:
        assert sorted(page.folder.parent.rglob("*")) == before
    assert outside.read_text("utf-8") == KEPT_OUTSIDE


@pytest.mark.skipif(os.name == "nt", reason="links need a right of their own on Windows")
@pytest.mark.parametrize("call", CALLS_WITH_PATHS)
def test_link_out_of_the_folder_is_refused(page: Page, call: str) -> None:
    outside = page.folder.parent / "kín"
    outside.mkdir()
    (outside / "a.md").write_text(KEPT_OUTSIDE, "utf-8")
    (page.folder / "tệp.md").symlink_to(outside / "a.md")
    (page.folder / "thư mục").symlink_to(outside)
    for name in ("tệp.md", "thư mục/a.md"):
        answer = page.call(call, {"path": name, **CALLS_WITH_PATHS[call]})
        assert refused(answer)
        assert KEPT_OUTSIDE not in answer.text
    assert [path.name for path in outside.iterdir()] == ["a.md"]
    assert (outside / "a.md").read_text("utf-8") == KEPT_OUTSIDE
    assert page.ask("bat-dau")["recent"] == []


@pytest.mark.skipif(os.name == "nt", reason="links need a right of their own on Windows")
def test_word_file_is_not_written_through_a_link(page: Page) -> None:
    page.write("a.md")
    target = page.folder.parent / "ngoài.docx"
    target.write_bytes(b"x")
    (page.folder / "a.docx").symlink_to(target)
    assert refused(page.call("xuat", {"path": "a.md", "text": TEXT, "over": True}))
    assert target.read_bytes() == b"x"


@pytest.mark.parametrize(
    "path",
    [
        "/../app.py",
        "/%2e%2e/app.py",
        "/..%2f..%2ferrors.py",
        "/static/../app.py",
        "//etc/passwd",
        "/%00",
        "/.git",
        "/index.html%00.js",
        "/..%5capp.py",
        "/C:/Windows/win.ini",
        "/__init__.py",
    ],
)
def test_screen_gives_no_file_but_its_own(served: Served, path: str) -> None:
    request = f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{served.port}\r\nConnection: close\r\n\r\n"
    assert served.send_raw(request.encode()).split(b" ")[1] == b"404"


@pytest.mark.parametrize(
    "name", ["../out.txt", "..\\out.txt", "a/../../out.txt", "./a.txt", "/a.txt", "A.TXT", "a.txt/"]
)
def test_text_beside_the_files_of_the_screen_is_not_given(tmp_path: Path, name: str) -> None:
    inside = tmp_path / "static"
    (inside / "a").mkdir(parents=True)
    (tmp_path / "out.txt").write_text(KEPT_OUTSIDE, "utf-8")
    (inside / "a.txt").write_text("trong", "utf-8")
    assert read_static("a.txt", inside) == (b"trong", "text/plain; charset=utf-8")
    assert read_static(name, inside) is None


@pytest.mark.parametrize("folder", [r"\\server\share", "//server/share", "/\\server", "a", "..", "/var/../etc", "\0"])
def test_folder_of_another_machine_or_without_a_whole_path_is_not_even_looked_at(
    page: Page, folder: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def touch(path: Path) -> bool:
        raise AssertionError(path)

    if folder != "\0":
        monkeypatch.setattr(Path, "is_dir", touch)
    for call in ("thu-muc", "thu-muc/dat"):
        answer = page.call(call, {"folder": folder})
        assert refused(answer)
        assert answer.json()["loi"][0]["id"] == "E915"
    if folder != "\0":
        assert refused(page.call("mo", {"path": "a.md"}, **{"X-Thu-Muc": quote(folder)}))
    monkeypatch.undo()
    assert page.ask("bat-dau")["folder"] == str(page.folder)


def test_list_of_a_folder_names_folders_and_drafts_alone(page: Page) -> None:
    for name in ("a.md", "mật khẩu.txt", ".ssh", "b.docx"):
        page.write(name)
    (page.folder / ".git").mkdir()
    (page.folder / "năm 2026").mkdir()
    listed = page.ask("thu-muc", folder=str(page.folder))
    assert (listed["folders"], listed["files"]) == (["năm 2026"], ["a.md"])


# --- bodies


def test_body_that_is_said_to_be_huge_is_refused_before_it_is_sent(served: Served) -> None:
    head = [f"POST /api/xem HTTP/1.1\r\nHost: 127.0.0.1:{served.port}\r\nContent-Length: {10**15}"]
    head += [f"{name}: {value}" for name, value in served.headers.items()]
    assert served.send_raw(("\r\n".join(head) + "\r\n\r\n").encode()).split(b" ")[1] == b"413"


def test_body_that_grows_without_end_is_refused(page: Page, monkeypatch: pytest.MonkeyPatch) -> None:
    sent = 0

    def pour():
        nonlocal sent
        while sent < 40 * 1024 * 1024:
            sent += 1024 * 1024
            yield b"x" * (1024 * 1024)

    try:
        answer = page.client.post("/api/xem", content=pour())
    except httpx.WriteError:  # the server hung up, which ends it as well
        return
    assert refused(answer, "big", 413)
    assert answer.json()["loi"][0]["id"] == "E908"


def test_word_file_that_is_too_large_is_refused(page: Page, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ttdn_draft.page.app.WORD_LIMIT", 1024 * 1024)
    assert refused(page.drop("word", "a.docx", b"x" * (1024 * 1024 + 1)), "big", 413)


def test_body_that_comes_drop_by_drop_is_given_up(served: Served, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bodies.read_body, "__defaults__", (0.5,))
    head = [f"POST /api/xem HTTP/1.1\r\nHost: 127.0.0.1:{served.port}\r\nContent-Length: 1000"]
    head += [f"{name}: {value}" for name, value in served.headers.items()]
    with socket.create_connection(("127.0.0.1", served.port), timeout=10) as line:
        line.sendall(("\r\n".join(head) + "\r\n\r\n{").encode())
        began, answer = time.monotonic(), b""
        while b"}" not in answer:
            answer += line.recv(65536)
    assert answer.split(b" ")[1] == b"408"
    assert b"E909" in answer
    assert time.monotonic() - began < 5


def test_head_without_end_is_refused(served: Served) -> None:
    flood = b"".join(b"X-%d: %s\r\n" % (number, b"x" * 1000) for number in range(30))
    request = b"GET / HTTP/1.1\r\nHost: 127.0.0.1:%d\r\n%s" % (served.port, flood)
    assert served.send_raw(request).split(b" ")[1] in (b"400", b"431")


def test_head_that_comes_drop_by_drop_is_given_up(served: Served, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(patience, "HEAD_PATIENCE", 0.5)
    began = time.monotonic()
    with socket.create_connection(("127.0.0.1", served.port), timeout=10) as line:
        for sent in b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n" * 10:
            line.sendall(bytes([sent]))
            time.sleep(0.05)
            line.setblocking(False)
            with suppress(BlockingIOError):
                if line.recv(1) == b"":
                    break
            line.setblocking(True)
    assert time.monotonic() - began < 5


def test_two_requests_in_one_are_refused(served: Served) -> None:
    head = f"POST /api/bat-dau HTTP/1.1\r\nHost: 127.0.0.1:{served.port}\r\n".encode()
    smuggled = b"Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET / HTTP/1.1\r\n\r\n"
    answers = served.send_raw(head + smuggled)
    assert b"200 OK" not in answers


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"[]",
        b"null",
        b'"x"',
        b"{",
        b"\xff\xfe{}",
        b'{"path": NaN}',
        b"[" * 200_000,
        b'{"a":' * 100_000,
        b'{"path": ' + b"9" * 10_000 + b"}",
    ],
    ids=lambda body: repr(body[:12]),
)
def test_body_that_is_no_call_is_refused(page: Page, body: bytes) -> None:
    answer = page.client.post("/api/mo", content=body)
    assert refused(answer, status=400)
    assert answer.json()["loi"][0]["id"] == "E910"


@pytest.mark.parametrize("value", [None, 1, True, [], {}, ["a.md"], "\ud800.md"])
def test_value_of_another_type_is_refused(page: Page, value: object) -> None:
    sent = json.dumps({"path": value}).encode("ascii")
    assert refused(page.client.post("/api/mo", content=sent), status=400)


def test_half_a_sign_in_a_text_is_never_written(page: Page) -> None:
    path = page.write()
    version = page.ask("mo", path=path.name)["phien_ban"]
    sent = json.dumps({"path": path.name, "text": TEXT + "\ud83d", "phien_ban": version}).encode("ascii")
    assert refused(page.client.post("/api/luu", content=sent), status=400)
    assert path.read_text("utf-8") == TEXT


def test_call_that_is_not_there_is_refused(page: Page) -> None:
    for name in ("", "x", "mo/", "../mo", "__class__", "MO"):
        answer = page.call(name)
        assert answer.status_code in (404, 405)
    assert page.call("x").json()["loi"][0]["id"] == "E917"


# --- hostile documents


def test_markup_in_a_draft_stays_text(page: Page) -> None:
    page.write(text=TEXT + '\n<script>alert(1)</script> <img src=x onerror="alert(1)">\n')
    answer = page.call("mo", {"path": "hướng dẫn.md"})
    assert answer.headers["content-type"] == "application/json"
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert "<script>" in answer.json()["text"]


@pytest.mark.parametrize("words", ["{{ 7 * 191 }}", "{% set x = 7 * 191 %}", "{{ lipsum.__globals__ }}", "${7*191}"])
def test_words_that_look_like_a_template_are_refused_or_printed_as_they_are(page: Page, words: str) -> None:
    path = page.write(text=f"{TEXT}\n{words}\n")
    answer = page.call("xuat", {"path": path.name, "text": f"{TEXT}\n{words}\n"})
    if answer.status_code == 422:
        assert words in answer.json()["loi"][0]["cau"]
        return
    with zipfile.ZipFile(path.with_suffix(".docx")) as docx:
        printed = re.sub("<[^>]+>", "", docx.read("word/document.xml").decode("utf-8"))
    assert words in printed


def test_bomb_of_yaml_is_told_as_a_fault_of_the_draft(page: Page) -> None:
    bomb = "a: &a [x,x,x,x,x,x,x,x,x]\n" + "".join(
        f"{b}: &{b} [{','.join(['*' + a] * 9)}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True)
    )
    began = time.monotonic()
    look = page.ask("xem", path="a.md", text=f"---\n{bomb}---\n{BODY}")
    assert look["counts"]["errors"] > 0
    assert time.monotonic() - began < 5


def test_file_that_a_draft_names_is_not_read_from_outside_its_folder(page: Page) -> None:
    outside = page.folder.parent / "số liệu.csv"
    outside.write_text("a,b\n1,2\n", "utf-8")
    table = "bang:\n  - {tu_tep: ../số liệu.csv}\n"
    look = page.ask("xem", path="a.md", text=TEXT.replace("---\n# ", f"{table}---\n# ", 1))
    assert look["counts"]["errors"] > 0


def make_docx(document: bytes) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", b"<Types/>")
        archive.writestr("word/document.xml", document)
    return data.getvalue()


@pytest.mark.parametrize(
    "docx",
    [
        pytest.param(b"", id="nothing"),
        pytest.param(b"PK\x03\x04" + b"\0" * 100, id="torn-archive"),
        pytest.param(None, id="bomb-of-zip"),
        pytest.param(
            make_docx(b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>'), id="entity-of-a-file"
        ),
        pytest.param(
            make_docx(b'<!DOCTYPE a [<!ENTITY x "xx"><!ENTITY y "&x;&x;">]><a>&y;</a>'), id="entities-that-grow"
        ),
        pytest.param(make_docx(b"<a>" * 100_000), id="too-deep"),
        pytest.param(b"\xd0\xcf\x11\xe0" + b"\0" * 600, id="encrypted-or-old"),
    ],
)
def test_hostile_word_file_is_refused_in_words(page: Page, docx: bytes | None) -> None:
    docx = make_docx(b" " * 400_000_000) if docx is None else docx
    began = time.monotonic()
    answer = page.drop("word", "a.docx", docx)
    assert answer.status_code == 422, answer.text[:300]
    assert answer.json()["loi"]
    assert "root:" not in answer.text
    assert time.monotonic() - began < 10


@pytest.mark.parametrize(
    "name", ["../../thoát.docx", "C:\\thoát.docx", "/thoát.docx", "CON.docx", "a\0b.docx", ".docx.docx"]
)
def test_name_of_a_dropped_file_leads_nowhere(page: Page, name: str) -> None:
    before = sorted(page.folder.parent.rglob("*"))
    answer = page.drop("word", name, b"PK")
    assert answer.status_code == 422
    assert sorted(page.folder.parent.rglob("*")) == before


@pytest.mark.parametrize("name", ["a.exe", "a.docx.bat", "a.html", "a", "", "a.docm.lnk"])
def test_dropped_file_of_another_kind_is_refused(page: Page, name: str) -> None:
    answer = page.drop("word", name, b"MZ")
    assert refused(answer, "unfit", 422)
    assert answer.json()["loi"][0]["id"] == "E919"


def test_dropped_file_of_somebody_else_cannot_be_asked_for(page: Page) -> None:
    for key in ("", "0" * 16, "../x", "..", "/etc/passwd"):
        answer = page.call("word/ban-sao", {"id": key, "kind": "comments", "chosen": []})
        assert refused(answer, "gone", 404)
        assert answer.json()["loi"][0]["id"] == "E914"


def test_word_file_that_is_there_is_not_replaced_unasked(page: Page) -> None:
    path = page.write()
    path.with_suffix(".docx").write_bytes(MINE)
    answer = page.call("xuat", {"path": path.name, "text": TEXT})
    assert refused(answer, "there", 409)
    assert answer.json()["loi"][0]["id"] == "E913"
    assert path.with_suffix(".docx").read_bytes() == MINE


def test_word_file_that_is_open_in_word_is_not_replaced(page: Page) -> None:
    path = page.write()
    path.with_suffix(".docx").write_bytes(MINE)
    path.with_name("~$ớng dẫn.docx").write_bytes(b"")
    answer = page.call("xuat", {"path": path.name, "text": TEXT, "over": True})
    assert refused(answer, "busy", 409)
    assert path.with_suffix(".docx").read_bytes() == MINE


@pytest.mark.skipif(os.name == "nt", reason="files have rights of POSIX here")
def test_secret_is_in_no_file_that_others_can_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from ttdn_draft.cli import browsers

    opened: list[str] = []
    monkeypatch.setattr(browsers.webbrowser, "open", lambda address: bool(opened.append(address)) or True)
    monkeypatch.setattr(browsers.webbrowser, "get", lambda: browsers.webbrowser.Mozilla("firefox"))
    hop = tmp_path / "p" / "mo.html"
    assert browsers.open_browser("http://127.0.0.1:1/#k=bí-mật", hop)
    assert opened == [hop.as_uri()]
    assert stat.S_IMODE(hop.stat().st_mode) == 0o600
    assert 'url=http://127.0.0.1:1/#k=bí-mật"' in hop.read_text("utf-8")


def test_page_of_security_names_the_attacks_that_are_tried() -> None:
    told = set(re.findall(r"`(test_\w+)`", SECURITY_PAGE.read_text(encoding="utf-8")))
    tried = {name for name in (*globals(), *vars(test_evil_site)) if name.startswith("test_")} - {
        "test_page_of_security_names_the_attacks_that_are_tried",
        "test_own_page_is_answered_by_each_of_both_marks",
        "test_evil_site",
    }
    assert told == tried
    assert len(told) >= 30
