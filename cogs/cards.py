"""Values to components: what messages look like. Asks nothing, decides nothing."""

import io
from typing import Any, Self

import discord
from discord import SelectOption
from discord.ui import ActionRow, Container, LayoutView, MediaGallery, TextDisplay

from bot.pipeline.seam import Snapshot, Stage
from bot.stickers.design import Attribute, Design, Rarity
from bot.stickers.history import Page
from bot.stickers.keeping import Sticker
from bot.stickers.rendition import Rendition
from bot.stickers.statistics import Counts, Totals
from bot.studio import Binder, Statistics
from bot.words import Words
from cogs.buttons import ByHandButton, CancelButton, PageButton, PickMenu, RewriteButton
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
OPTION_LIMIT = 100
"""Characters of a menu entry's label and of its description, as Discord has it."""


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


def history_card(words: Words, binder: Binder, *, mine: bool) -> Card:
    """A binder page with its buttons; the empty state invites. `mine` when the reader is the owner."""
    page = binder.page
    if page is None or binder.picture is None:
        return sentence_card(words("history-empty" if mine else "history-empty-other"))
    heading = words("history-mine") if mine else words("history-theirs", name=plain(binder.owner_name))
    last = page.first_number + len(page.entries) - 1
    count = words("history-count", first=page.first_number, last=last, total=page.total)
    alt = words("alt-binder", count=len(page.entries))
    container: Container[LayoutView] = Container(
        TextDisplay(f"## {heading}\n{count}"), gallery("binder.webp", alt), accent_color=QUIET
    )
    container.add_item(ActionRow(PickMenu.make(words("history-pick"), _choices(words, page))))
    container.add_item(_pager(words, binder.owner_id, page))
    return Card(container, {"binder.webp": (binder.picture, alt)})


def statistics_card(words: Words, statistics: Statistics, server_name: str | None) -> Card:
    """Numbers for the member, and for the server where there is one."""
    container: Container[LayoutView] = Container(
        TextDisplay(_totals_text(words, words("stats-mine"), statistics.mine)), accent_color=QUIET
    )
    if statistics.server is not None:
        heading = words("stats-server", name=plain(server_name or ""))
        members = words("stats-members", count=statistics.server.members)
        text = _totals_text(words, heading, statistics.server)
        container.add_item(discord.ui.Separator())
        container.add_item(TextDisplay(f"{text}\n{members}"))
    if not statistics.mine.all_time.images:
        container.add_item(TextDisplay(words("stats-empty")))
    return Card(container)


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
    facts = [f"{_kind(words, design)} {stars}", words("made-by", member=maker)]
    if sticker.number is not None:
        facts.append(words("seal-number", number=sticker.number))
    if sticker.private:
        facts.append(words("private-mark"))
    return f"## {plain(design.name)}\n{plain(design.title)}\n-# {' · '.join(facts)}"


def _kind(words: Words, design: Design) -> str:
    return f"{words(ATTRIBUTE_KEYS[design.attribute])} · {words(RARITY_KEYS[design.rarity])}"


def _choices(words: Words, page: Page) -> list[SelectOption]:
    return [
        SelectOption(
            label=f"{number}. {entry.design.name}"[:OPTION_LIMIT],
            value=entry.id,
            description=f"{_kind(words, entry.design)} · {entry.design.title}"[:OPTION_LIMIT],
        )
        for number, entry in enumerate(page.entries, start=page.first_number)
    ]


def _pager(words: Words, owner_id: int, page: Page) -> ActionRow[Any]:
    """Both buttons always stand, so that a finger finds them where they were; the useless one sleeps."""
    newer = PageButton.make(
        words("button-newer"), str(owner_id), "newer", str(page.newer or "none"), disabled=page.newer is None
    )
    older = PageButton.make(
        words("button-older"), str(owner_id), "older", str(page.older or "none"), disabled=page.older is None
    )
    return ActionRow(newer, older)


def _totals_text(words: Words, heading: str, totals: Totals) -> str:
    lines = [
        _counts_line(words, words("stats-today"), totals.today),
        _counts_line(words, words("stats-30-days"), totals.last_30_days),
        _counts_line(words, words("stats-all-time"), totals.all_time),
    ]
    return "\n".join([f"## {heading}", *lines])


def _counts_line(words: Words, span: str, counts: Counts) -> str:
    parts = [words("stats-stickers", count=counts.images)]
    if counts.success_rate is not None:
        parts.append(words("stats-success", percent=round(100 * counts.success_rate)))
    if counts.tokens:
        parts.append(words("stats-tokens", count=counts.tokens))
    if counts.cost_micros:
        parts.append(words("stats-cost", dollars=f"{counts.cost_micros / 1_000_000:.2f}"))
    return f"**{span}**  {' · '.join(parts)}"
