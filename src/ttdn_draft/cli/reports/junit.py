"""A report as test runners write it: findings go in, JUnit XML comes out, a test case for each finding.

A file without findings is one test case that passed. Warnings and notes passed too: what they say stands in
`system-out` of their file.
"""

import socket
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from xml.etree import ElementTree

from ...errors import Finding

_PACKAGE = "ttdn-draft"


def as_junit(results: Iterable[tuple[str, tuple[Finding, ...]]], language: str) -> str:
    """Return the findings as JUnit XML: a suite for each file."""
    root = ElementTree.Element("testsuites")
    for number, (file, findings) in enumerate(results):
        root.append(_suite(number, file, findings, language))
    ElementTree.indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{ElementTree.tostring(root, encoding="unicode")}'


def _suite(number: int, file: str, findings: Sequence[Finding], language: str) -> ElementTree.Element:
    errors = [finding for finding in findings if finding.severity == "error"]
    cases = list(_cases(file, errors, language))
    suite = ElementTree.Element(
        "testsuite",
        id=str(number),
        package=_PACKAGE,
        name=file,
        hostname=socket.gethostname() or "localhost",
        timestamp=datetime.now().isoformat(timespec="seconds"),
        tests=str(len(cases)),
        failures=str(len(errors)),
        errors="0",
        time="0",
    )
    ElementTree.SubElement(suite, "properties")
    suite.extend(cases)
    others = (finding.tell(language) for finding in findings if finding.severity != "error")
    ElementTree.SubElement(suite, "system-out").text = _printable("\n".join(others))
    ElementTree.SubElement(suite, "system-err")
    return suite


def _cases(file: str, errors: Sequence[Finding], language: str) -> Iterator[ElementTree.Element]:
    if not errors:
        yield ElementTree.Element("testcase", name="check", classname=file, time="0")
    for finding in errors:
        case = ElementTree.Element("testcase", name=f"{finding.id} {finding.place}", classname=file, time="0")
        what, _ = finding.describe(language)
        failure = ElementTree.SubElement(case, "failure", type=finding.id, message=_printable(what))
        failure.text = _printable(finding.tell(language))
        yield case


def _printable(text: str) -> str:
    """Return a text without the signs that XML cannot carry."""
    return "".join(sign if sign.isprintable() or sign == "\n" else "\N{REPLACEMENT CHARACTER}" for sign in text)
