"""The gallery shows what there is: no option without a picture, no picture of an option that is gone."""

from pathlib import Path

from docs.gallery.page import FOLDER, page
from docs.gallery.sections import SECTIONS

DOCS = Path(__file__).parents[3] / "docs"


def test_the_page_is_what_the_sections_make_it() -> None:
    assert (DOCS / "gallery.md").read_text(encoding="utf-8") == page(SECTIONS), "run make gallery"


def test_there_is_a_picture_for_every_exhibit_and_no_other() -> None:
    shown = {section.file(number) for section in SECTIONS for number, _ in enumerate(section.exhibits)}
    assert {file.name for file in (DOCS / FOLDER).iterdir()} == shown


def test_every_picture_says_what_it_shows() -> None:
    said = [exhibit.alt for section in SECTIONS for exhibit in section.exhibits]
    assert all(said)
