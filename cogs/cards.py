"""Values to components: what messages look like. Asks nothing, decides nothing."""

import io
from typing import Self

import discord
from discord.ui import ActionRow, Container, LayoutView, MediaGallery, TextDisplay

from bot.pipeline.seam import Snapshot, Stage
from bot.stickers.design import Attribute, Design, Rarity
from bot.stickers.keeping import Sticker
from bot.stickers.rendition import Rendition
from bot.words import Words
from cogs.buttons import ByHandButton, CancelButton, RewriteButton
from cogs.seal_buttons import seal_rows
from cogs.speaking import plain

BAR = 12
"""Steps of the progress bar: as many as a narrow phone shows on one line."""

ATTRIBUTE_KEYS = {
    Attribute.HOLY: "attribute-holy",
    Attribute.MAGIC: "attribute-magic",
    Attribute.ANGEL: "attribute-angel",
    Attribute.DEVIL: "attribute-devil",
    Attribute.GUARDIAN: "attribute-guardian",
    Attribute.DESTROYER: "attribute-destroyer",
}
RARITY_KEYS = {
    Rarity.NORMAL: "rarity-normal",
    Rarity.RARE: "rarity-rare",
    Rarity.SUPER_RARE: "rarity-super-rare",
}
STAGE_KEYS = {
    Stage.WAITING: "stage-waiting",
    Stage.PAINTING: "stage-painting",
    Stage.COMPOSING: "stage-composing",
    Stage.STORING: "stage-storing",
    Stage.RESTING: "stage-resting",
}
ACCENTS = {
    Attribute.HOLY: 0xFFD23A,
    Attribute.MAGIC: 0xA02AE0,
    Attribute.ANGEL: 0x6AC8FF,
    Attribute.DEVIL: 0xE02A3A,
    Attribute.GUARDIAN: 0x2AC86A,
    Attribute.DESTROYER: 0xFF5A1C,
}
QUIET = 0x7B3FE4


class Card:
    """A message ready to be sent or edited in: its layout, and its files, made anew at each use."""

    def __init__(
        self, container: Container[LayoutView], files: dict[str, tuple[bytes, str]] | None = None
    ) -> None:
        self.view = LayoutView(timeout=None)
        self.view.add_item(container)
        self._container, self._files = container, files or {}

    def marked(self, mark: int) -> Self:
        """The same card with a number on it that nobody sees, by which its message can be found again."""
        self._container.id = mark
        return self

    def files(self) -> list[discord.File]:
        """Fresh file objects: discord.py reads each only once, a retry needs new ones."""
        return [
            discord.File(io.BytesIO(data), filename=name, description=alt)
            for name, (data, alt) in self._files.items()
        ]


def sentence_card(sentence: str) -> Card:
    """One sentence, and nothing else."""
    return Card(Container(TextDisplay(sentence), accent_color=QUIET))


def without_ai_card(words: Words, sentence: str, task_id: str) -> Card:
    """Why the AI painter did not paint, and the offers to draw the same without it, or to put it in other words."""
    container: Container[LayoutView] = Container(TextDisplay(sentence), accent_color=QUIET)
    by_hand = ByHandButton.make(words("button-by-hand"), task_id)
    container.add_item(ActionRow(by_hand, RewriteButton.make(words("button-edit"), task_id)))
    return Card(container)


def progress_card(words: Words, snapshot: Snapshot, task_id: str) -> Card:
    """Stage in words, bar, place in the queue, the best picture so far, and a way out."""
    container: Container[LayoutView] = Container(
        TextDisplay(_progress_text(words, snapshot)), accent_color=QUIET
    )
    files = {}
    if snapshot.draft is not None:
        files["draft.webp"] = (snapshot.draft, words("alt-draft"))
        container.add_item(gallery("draft.webp", words("alt-draft")))
    container.add_item(ActionRow(CancelButton.make(words("button-cancel"), task_id)))
    return Card(container, files)


def sticker_card(
    words: Words, sticker: Sticker, data: bytes, form: Rendition, note: str | None = None
) -> Card:
    """A finished sticker: its picture, who it is, a note if there is one to tell, and its buttons."""
    design = sticker.design
    name = f"kiraseal-{sticker.id}.{form.ending}"
    alt = alt_of(words, design)
    container: Container[LayoutView] = Container(
        gallery(name, alt),
        TextDisplay(_sticker_text(words, sticker) + (f"\n-# {note}" if note else "")),
        accent_color=ACCENTS[design.attribute],
    )
    for row in seal_rows(words, sticker):
        container.add_item(row)
    return Card(container, {name: (data, alt)})


def seal_file(words: Words, sticker: Sticker, data: bytes, form: Rendition) -> discord.File:
    """One form of a sticker as a file to keep."""
    name = f"kiraseal-{sticker.id}.{form.ending}"
    return discord.File(io.BytesIO(data), filename=name, description=alt_of(words, sticker.design))


def gallery(filename: str, alt: str) -> MediaGallery[LayoutView]:
    """One picture of the message's own files."""
    return MediaGallery(discord.MediaGalleryItem(f"attachment://{filename}", description=alt))


def alt_of(words: Words, design: Design) -> str:
    """What a sticker's picture shows, for those who cannot see it."""
    attribute, rarity = words(ATTRIBUTE_KEYS[design.attribute]), words(RARITY_KEYS[design.rarity])
    return words("alt-sticker", name=design.name, title=design.title, attribute=attribute, rarity=rarity)


def _progress_text(words: Words, snapshot: Snapshot) -> str:
    full = round(BAR * snapshot.percent / 100)
    lines = [
        f"### {words(STAGE_KEYS[snapshot.stage])}",
        f"{'▰' * full}{'▱' * (BAR - full)}  {snapshot.percent} %",
    ]
    if snapshot.stage is Stage.WAITING and snapshot.place is not None:
        lines.append(words("queue-place", place=snapshot.place))
    return "\n".join(lines)


def _sticker_text(words: Words, sticker: Sticker) -> str:
    design = sticker.design
    stars = "★" * design.rarity.stars + "☆" * (5 - design.rarity.stars)
    maker = f"<@{sticker.owner_discord_id}>" if sticker.owner_discord_id else plain(sticker.owner_name)
    facts = [f"{kind_of(words, design)} {stars}"]
    if sticker.number is not None:
        facts.append(words("seal-number", number=sticker.number))
    facts.append(words("made-by", member=maker))  # last: on a phone it may go to the next line
    if sticker.private:
        facts.append(words("private-mark"))
    return f"## {plain(design.name)}\n{plain(design.title)}\n-# {' · '.join(facts)}"


def kind_of(words: Words, design: Design) -> str:
    """Attribute and rarity in words."""
    return f"{words(ATTRIBUTE_KEYS[design.attribute])} · {words(RARITY_KEYS[design.rarity])}"
