"""The tiers of anniversaries: a number of years goes in, its tier comes out."""

from enum import StrEnum


class Tier(StrEnum):
    """The tiers of Nghị định số 145/2013/NĐ-CP, khoản 1 Điều 3: by the last digit of the number of years."""

    ROUND = "tron"
    FIVE = "le5"
    OTHER = "khac"

    @classmethod
    def of(cls, count: int) -> "Tier":
        """Return the tier of a number of years."""
        return {0: cls.ROUND, 5: cls.FIVE}.get(count % 10, cls.OTHER)
