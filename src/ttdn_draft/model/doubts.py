"""What an author is asked at the head of a file: a doubt with its question, the offered value and its source."""

from ..records import dataclass
from .naming import named

WEIGHTS = ("quan-trong", "thuong", "nho")
"""How much depends on an answer: a name on the page, a fact in the text, a detail; the most important first."""


@dataclass(frozen=True)
class AskedDoubt:
    """Something that nobody has verified: asked once, and used by its name wherever it is printed."""

    question: str = named("hoi")
    value: str = named("gia_tri")
    source: str = named("nguon", default="")
    weight: str = named("muc", default=WEIGHTS[1])
    is_settled: bool = named("xong", default=False)

    @property
    def ground(self) -> str:
        """Return the source with the question behind it, as it is told where the value is printed."""
        return f"{self.source.rstrip(' .')}. {self.question}" if self.source else self.question
