"""Words that a host does not want on seals."""

from bot.errors import WordBlocked
from bot.stickers.design import Design
from bot.stickers.wording import folded


def parse(listed: str) -> tuple[str, ...]:
    """The words of a list, separated by commas or line breaks."""
    parts = (folded(part).strip() for part in listed.replace("\n", ",").replace("、", ",").split(","))
    return tuple(dict.fromkeys(part for part in parts if part))


def check(design: Design, blocked: tuple[str, ...]) -> None:
    """Raise WordBlocked if a blocked word stands in name, title or words, in any width, case or kana."""
    text = folded(f"{design.name}\n{design.title}\n{design.prompt}")
    if any(word in text for word in blocked):
        raise WordBlocked
