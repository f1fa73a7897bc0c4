import io
import random
import zipfile

from hypothesis import given
from hypothesis import strategies as st

from bot.archive import Archive

NOISE = random.Random(1).randbytes(100_000)


def entries(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as opened:
        assert opened.testzip() is None
        return {name: opened.read(name) for name in opened.namelist()}


@given(st.lists(st.tuples(st.booleans(), st.integers(0, 20_000)), max_size=30), st.integers(2_000, 60_000))
def test_an_archive_is_never_larger_than_its_limit_and_holds_what_it_took(
    things: list[tuple[bool, int]], limit: int
) -> None:
    archive, taken = Archive(limit), {}
    for number, (is_text, size) in enumerate(things):
        name, data = f"シール/{number}", NOISE[:size]
        if (archive.add_text if is_text else archive.add)(name, data):
            taken[name] = data
    data = archive.finished()
    assert len(data) <= limit, f"{len(data)} of {limit} bytes"
    assert entries(data) == taken


def test_a_text_counts_by_what_it_is_shortened_to() -> None:
    archive = Archive(10_000)
    assert archive.add_text("a.json", b"[]" * 100_000)
    assert archive.room > 5_000


def test_what_is_to_be_kept_free_stays_free() -> None:
    archive = Archive(10_000)
    assert archive.add("a", NOISE[:5_000], keep=4_000)
    assert not archive.add("b", NOISE[:1_000], keep=4_000)
    assert archive.add("b", NOISE[:1_000])


def test_the_same_things_make_the_same_bytes() -> None:
    first, second = Archive(10_000), Archive(10_000)
    for archive in (first, second):
        archive.add_text("a.json", b"{}")
        archive.add("b.webp", NOISE[:100])
    assert first.finished() == second.finished()
