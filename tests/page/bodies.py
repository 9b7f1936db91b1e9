"""Makes drafts at random out of all that our Markdown has: random numbers go in, the text comes out."""

from random import Random

from tests.conftest import HEAD

WORDS = [
    "công",
    "tác",
    "thông",
    "tin",
    "đối",
    "ngoại",
    "của",
    "tỉnh",
    "Cao",
    "Bằng",
    "gắn",
    "với",
    "nhiệm",
    "vụ",
    "phát",
    "triển",
    "kinh",
    "tế",
    "xã",
    "hội",
    "quốc",
    "phòng",
    "an",
    "ninh",
    "và",
    "hội",
    "nhập",
    "quốc",
    "tế",
    "Đảng",
    "uỷ",
    "xã",
    "phường",
    "báo",
    "chí",
    "tuyên",
    "truyền",
    "biên",
    "giới",
    "Đức",
    "Thiên",
    "người",
    "dân",
    "ưu",
    "đãi",
    "nghệ",
    "nhân",
]
CITED = ("kl-57-kltw-2023", "nq-59-nqtw-2025")
ASKED = """kiem_tra:
  ten-ban:
    hoi: "Tên cơ quan này vào ngày ban hành?"
    gia_tri: Ban Tuyên giáo Tỉnh uỷ Cao Bằng
    nguon: chưa thấy
    muc: quan-trong
"""
SIGNS = ("\\*", "\\_", "\\[x\\]", "\\|", "“ngoặc”", "(TTĐN)", "20/9/2027", "R&D", "5%", "\U0001f1fb\U0001f1f3", "e\\<b")


def make_draft(random: Random) -> str:
    """Return a whole draft: a head and up to nine blocks."""
    body = _Body(random)
    blocks = [body.block() for _ in range(random.randint(1, 9))]
    return HEAD.replace("---\n", f"---\n{ASKED}du_thao: 1\n", 1) + "\n\n".join([*blocks, *body.notes]) + "\n"


class _Body:
    """One body: how many notes it has, and how deep its headings are."""

    def __init__(self, random: Random) -> None:
        self.random, self.notes, self.depth = random, list[str](), 0

    def block(self) -> str:
        return self.random.choice(
            (self.heading, self.words, self.items, self.pluses, self.numbered, self.letters, self.table)
        )()

    def plain(self, most: int = 8) -> str:
        return " ".join(self.random.choice(WORDS) for _ in range(self.random.randint(1, most)))

    def words(self) -> str:
        """Return a paragraph of up to six pieces."""
        pieces = [self.piece() for _ in range(self.random.randint(1, 6))]
        return (
            self.plain(3).capitalize()
            + self.random.choice((" ", " ", ", "))
            + " ".join(pieces)
            + self.random.choice((".", ";", ""))
        )

    def piece(self) -> str:
        kinds = (
            self.plain,
            self.plain,
            self.plain,
            self.bold,
            self.italic,
            self.both,
            self.nested,
            self.sign,
            self.cited,
        )
        return self.random.choice((*kinds, self.doubt, self.gap, self.note, self.line_break, self.soft_break))()

    def bold(self) -> str:
        return f"**{self.plain(3)}**"

    def italic(self) -> str:
        return f"*{self.plain(3)}*"

    def both(self) -> str:
        return f"***{self.plain(2)}***"

    def nested(self) -> str:
        return f"**{self.plain(2)} *{self.plain(2)}* {self.plain(1)}**"

    def sign(self) -> str:
        return self.random.choice(SIGNS)

    def cited(self) -> str:
        return f"[dan: {self.random.choice(CITED)}]"

    def doubt(self) -> str:
        return self.random.choice(
            (
                "[cần kiểm tra #ten-ban]",
                "[cần kiểm tra #ten-ban: Ban Tuyên giáo]",
                f"[cần kiểm tra: {self.plain(3)} — nguồn nào đó]",
            )
        )

    def gap(self) -> str:
        return f"[điền: {self.plain(4)}]"

    def note(self) -> str:
        number = len(self.notes) + 1
        self.notes.append(f"[^{number}]: {self.plain().capitalize()}.")
        return f"{self.plain(1)}[^{number}]"

    def line_break(self) -> str:
        return f"{self.plain(2)}\\\n{self.plain(2)}"

    def soft_break(self) -> str:
        return f"{self.plain(2)}\n{self.plain(2)}"

    def one_line(self) -> str:
        """Return words that stand on one line."""
        return self.words().replace("\\\n", " ").replace("\n", " ")

    def heading(self) -> str:
        self.depth = min(3, self.random.randint(1, self.depth + 1))
        return f"{'#' * self.depth} {self.one_line()}"

    def items(self) -> str:
        return "\n".join(f"- {self.one_line()}" for _ in range(self.random.randint(1, 3)))

    def pluses(self) -> str:
        return f"- {self.one_line()}\n\n" + "\n".join(f"+ {self.one_line()}" for _ in range(self.random.randint(1, 3)))

    def numbered(self) -> str:
        return "\n\n".join(f"{at}. {self.words()}" for at in range(1, self.random.randint(2, 4)))

    def letters(self) -> str:
        return f"1. {self.words()}\n\n" + "\n\n".join(
            f"{sign}) {self.words()}" for sign in "abc"[: self.random.randint(1, 3)]
        )

    def table(self) -> str:
        columns = self.random.randint(1, 4)
        rows = [[self.cell() for _ in range(columns)] for _ in range(self.random.randint(2, 4))]
        lines = [f"| {' | '.join(row)} |" for row in rows]
        return "\n".join([lines[0], f"|{' --- |' * columns}", *lines[1:]])

    def cell(self) -> str:
        return self.random.choice(
            (self.plain(3), self.bold(), self.cited(), self.gap(), f"{self.plain(2)} \\| {self.plain(1)}")
        )
