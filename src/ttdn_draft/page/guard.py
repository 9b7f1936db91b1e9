"""Lets only the page call: the head of each request goes in, a refusal comes out for every caller that is not it.

Who may call is decided before anything of a body is read: by the name under which the machine was asked for (a foreign
name that leads to 127.0.0.1 is refused), by the page that asks, and by a token that only the page of this start has.
"""

from secrets import compare_digest

from starlette.datastructures import Headers

from ..errors import Finding
from ..messages import N_
from .refusals import DENIED, MALFORMED, NOT_THERE, RefusedError

GOODBYE = "/api/dong"
"""The one call that a closing tab makes; browsers let it send no header of its own, so that its body has the token."""
OWN_HEADER = "x-ttdn-draft"
OWN_SITES = ("same-origin", "none")
OTHER_NAME = N_("tên máy lạ")
OTHER_SITE = N_("trang web khác")
NO_SITE = N_("không rõ trang nào gọi")
OTHER_WAY = N_("cách gọi lạ")
POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' blob:",
        "connect-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'",
    )
)
SAFE_HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cache-Control": "no-store",
}
"""Of every answer: no other page may frame, read or keep it, and it runs nothing that does not lie here."""


class Guard:
    """Who may call: the names of this machine with its port, and the token of this start."""

    def __init__(self, port: int, token: str) -> None:
        self.token = token
        self.hosts = frozenset({f"127.0.0.1:{port}", f"localhost:{port}"})

    def check_name(self, headers: Headers) -> None:
        """Raise RefusedError where the machine was asked for by another name, as a rebound name of the network is."""
        if [host.lower() for host in headers.getlist("host")] not in [[host] for host in self.hosts]:
            raise _refuse(OTHER_NAME)

    def check_call(self, path: str, query: bytes, headers: Headers) -> None:
        """Raise RefusedError for a call that does not come from the page of this start."""
        if query:
            raise _refuse(OTHER_WAY, MALFORMED)
        self._check_site(headers)
        if path != GOODBYE:
            self.check_token(headers.getlist(OWN_HEADER))

    def check_token(self, given: list[str]) -> None:
        """Raise RefusedError where what is given is not, once, the token of this start."""
        if len(given) != 1 or not compare_digest(given[0].encode("utf-8", "replace"), self.token.encode()):
            raise RefusedError(DENIED, "token", Finding("E906"))

    def _check_site(self, headers: Headers) -> None:
        """Raise RefusedError where the page that calls is another one, or is not named: each browser names it."""
        sites, origins = headers.getlist("sec-fetch-site"), headers.getlist("origin")
        if any(site not in OWN_SITES for site in sites):
            raise _refuse(OTHER_SITE)
        if origins and origins != [f"http://{headers['host'].lower()}"]:
            raise _refuse(OTHER_SITE)
        if not origins and not sites:
            raise _refuse(NO_SITE)


def _refuse(reason: str, status: int = DENIED) -> RefusedError:
    return RefusedError(status, "refused", Finding("E905", facts={"reason": reason}))


def tell_unknown(name: str) -> RefusedError:
    """Return the refusal of a call that the program does not have."""
    return RefusedError(NOT_THERE, "missing", Finding("E917", facts={"name": name}))
