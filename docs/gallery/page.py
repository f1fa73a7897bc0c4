"""The page docs/gallery.md as text, from the sections. Draws nothing."""

from collections.abc import Iterator, Sequence

from docs.gallery.exhibit import Section

FOLDER = "pictures/gallery"
"""Of the pictures, as seen from the page."""
_HEAD = """# What every option does

Drawn by `make gallery`; do not edit by hand. The words over the pictures are what one picks or types in `/sticker`.
All mascots come from words alone, without any AI.

![Twenty-four seals in six columns](pictures/contact-sheet.webp)
"""


def page(sections: Sequence[Section]) -> str:
    """The whole page, Markdown."""
    return "\n".join([_HEAD, *(line for section in sections for line in _section(section))])


def _section(section: Section) -> Iterator[str]:
    yield f"## {section.title}\n"
    yield f"{section.text}\n"
    exhibits = section.exhibits
    for start in range(0, len(exhibits), section.columns):
        row = range(start, min(start + section.columns, len(exhibits)))
        blanks = [""] * (section.columns - len(row))
        yield _row([_escaped(exhibits[number].label) for number in row] + blanks)
        if start == 0:
            yield _row([":-:"] * section.columns)
        yield _row([f"![{exhibits[number].alt}]({FOLDER}/{section.file(number)})" for number in row] + blanks)
    yield ""


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _escaped(label: str) -> str:
    return label.replace("|", "\\|")
