"""What a call asks: the body of a request goes in, its values come out, each of the type that is needed."""

import json
from collections.abc import Mapping
from dataclasses import field
from typing import Any

from ..api import Language
from ..records import dataclass
from .refusals import malformed
from .work_folder import WorkFolder


@dataclass(frozen=True)
class CallValues:
    """The values of one call, and the folder of work of the tab that calls; of a Word file its bytes and its name."""

    work: WorkFolder
    data: Mapping[str, Any] = field(default_factory=dict)
    language: Language = "vi"
    body: bytes = b""
    name: str = ""

    def text(self, key: str, default: str | None = None) -> str:
        """Return a text that can be written to a file; raises RefusedError where there is none."""
        value = self._take(key, default)
        if not isinstance(value, str):
            raise malformed(key)
        return _refuse_halves(value, key)

    def words(self, key: str) -> str | None:
        """Return a text, or None where the page sends null."""
        return None if self.data.get(key) is None else self.text(key)

    def number(self, key: str, default: int | None = None) -> int:
        """Return a whole number; raises RefusedError where there is none."""
        value = self._take(key, default)
        if type(value) is not int or abs(value) > 10**6:
            raise malformed(key)
        return value

    def flag(self, key: str) -> bool:
        """Return yes or no; no where nothing is said."""
        value = self._take(key, False)
        if type(value) is not bool:
            raise malformed(key)
        return value

    def steps(self, key: str) -> tuple[str | int, ...]:
        """Return the path of a fact, such as ("noi_nhan", 2)."""
        value = self._take(key, None)
        if not isinstance(value, list) or not all(type(step) in (str, int) for step in value):
            raise malformed(key)
        return tuple(value)

    def numbers(self, key: str) -> tuple[int, ...]:
        """Return whole numbers; none where nothing is said."""
        value = self._take(key, [])
        if not isinstance(value, list) or not all(type(item) is int for item in value):
            raise malformed(key)
        return tuple(value)

    def table(self, key: str) -> dict[str, str]:
        """Return texts by their names."""
        value = self._take(key, None)
        if not isinstance(value, dict) or not all(isinstance(item, str) for item in value.values()):
            raise malformed(key)
        return {_refuse_halves(name, key): _refuse_halves(item, key) for name, item in value.items()}

    def _take(self, key: str, default: Any) -> Any:
        value = self.data.get(key)
        if value is None and default is None:
            raise malformed(key)
        return default if value is None else value


def read_json(body: bytes) -> Mapping[str, Any]:
    """Return the values of a body in JSON; raises RefusedError for any other."""
    try:
        data = json.loads(body.decode("utf-8"), parse_constant=_refuse_constant)
    except (ValueError, RecursionError):
        raise malformed("JSON") from None
    if not isinstance(data, dict):
        raise malformed("JSON")
    return data


def _refuse_constant(name: str) -> object:
    raise ValueError(name)


def _refuse_halves(text: str, key: str) -> str:
    """Return a text unless it holds half a sign, which no file can hold."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        raise malformed(key) from None
    return text
