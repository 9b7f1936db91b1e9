"""An archive is held to its limits before anything of it is unpacked."""

from io import BytesIO
from zipfile import ZipFile, ZipInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ttdn_draft.archives import ArchiveError, Limits, read_archive, write_zip

PARTS = {"a.txt": b"x" * 60, "b.txt": b"x" * 60}


@pytest.mark.parametrize(("limits", "part"), [(Limits(part=59), "a.txt"), (Limits(total=119), "b.txt")])
def test_part_that_goes_beyond_a_limit_is_named(limits: Limits, part: str) -> None:
    with pytest.raises(ArchiveError) as caught:
        read_archive(write_zip(PARTS), limits)
    assert (caught.value.fault, caught.value.part) == ("too-large", part)


def test_archive_that_just_keeps_its_limits_is_read() -> None:
    assert read_archive(write_zip(PARTS), Limits(part=60, total=120)) == PARTS


@given(st.dictionaries(st.text("abcđ.xml ", min_size=1), st.binary(max_size=40)))
def test_bytes_of_an_archive_are_those_of_zipfile(parts: dict[str, bytes]) -> None:
    written = BytesIO()
    with ZipFile(written, "w") as archive:
        for name, data in parts.items():
            info = ZipInfo(name)
            info.create_system = 0
            archive.writestr(info, data)
    assert write_zip(parts) == written.getvalue()
