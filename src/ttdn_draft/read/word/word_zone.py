"""The zones of a document: what a line of a Word file may be taken for."""

from enum import StrEnum


class WordZone(StrEnum):
    """The parts of an official document, and what stands in no part."""

    PARENT = "parent"
    ISSUER = "issuer"
    MOTTO = "motto"  # Quốc hiệu and tiêu ngữ, or the title of the Party
    NUMBER = "number"
    PLACE_DATE = "place-date"
    MARK = "mark"  # of urgency, secrecy, circulation, of a draft
    KIND = "kind"
    SUBJECT = "subject"
    ADDRESSEE = "addressee"
    BASIS = "basis"
    BODY = "body"
    HEADING = "heading"
    TABLE = "table"
    NOTE = "note"
    RECIPIENT_TITLE = "recipient-title"
    RECIPIENT = "recipient"
    ARCHIVE = "archive"
    AUTHORITY = "authority"
    OFFICE = "office"
    SIGNER = "signer"
    DRAFTER = "drafter"  # who drafted, and how many copies: LeVanCuong-26
    CONTACT = "contact"  # address, telephone and e-mail of the body
    ANNEX_LABEL = "annex-label"
    ANNEX_TITLE = "annex-title"
    ANNEX_REFERENCE = "annex-reference"
    BLANK = "blank"  # no words: an empty paragraph, a drawn line of strokes
    UNPLACED = "unplaced"
