"""The table of error sentences is the tree's and the catalogue's, whole and in both languages."""

from bot.errors import KirasealError
from docs.errors import PAGE, page


def every_key() -> set[str]:
    kinds = [KirasealError]
    for kind in kinds:
        kinds.extend(kind.__subclasses__())
    return {kind.key for kind in kinds if kind.__module__.startswith("bot.")}


def test_the_page_is_what_the_tree_and_the_catalogue_make_it() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(), "run make errors"


def test_every_key_stands_in_one_row() -> None:
    rows = [line.split("`")[1] for line in page().splitlines() if line.startswith("| `")]
    assert sorted(rows) == sorted(every_key())
