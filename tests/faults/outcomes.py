"""What became of an order, as its member and its host see it: once, twice, never, or not yet."""

from dataclasses import dataclass
from enum import StrEnum

from tests.discordserver.world import Message
from tests.faults.audit import Ordered
from tests.faults.scene import Order, Scene


class Outcome(StrEnum):
    """Where an order ended."""

    STICKER = "sticker"
    """In a message that the member sees."""
    SENTENCE = "sentence"
    """In a message that says why not."""
    HISTORY = "history"
    """The sticker is there, and no message could be."""
    REFUSED = "refused"
    """Nothing was written, and nothing promised."""
    LOST = "lost"
    HANGING = "hanging"


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """An outcome, whether anything happened twice, and in words what there is."""

    outcome: Outcome
    doubled: bool
    words: str


def look_at(scene: Scene, order: Order) -> Found:
    """What became of an order."""
    ordered = scene.audit.ordered(order.name)
    if ordered is None:
        # Who died could not say so any more; whoever lives has to.
        silent = order.answer.acknowledged and scene.deaths == order.deaths and not _told(order)
        outcome = Outcome.LOST if silent else Outcome.REFUSED
        return Found(outcome=outcome, doubled=False, words=f"{order.name}: no row, {outcome}")
    shown = [each for each in scene.discord.world.messages() if each.shows(f"kiraseal-{ordered.sticker_id}")]
    doubled = max(len(shown), ordered.images, ordered.runs) > 1
    outcome = _outcome(ordered, shown, _told(order))
    return Found(
        outcome=outcome, doubled=doubled, words=f"{order.name}: {outcome}, {len(shown)} shown, {ordered}"
    )


def _outcome(ordered: Ordered, shown: list[Message], told: bool) -> Outcome:
    if not ordered.over:
        return Outcome.HANGING
    if ordered.status == "failed":
        return Outcome.SENTENCE if told else Outcome.LOST
    if ordered.images != 1:
        return Outcome.LOST
    if shown:
        return Outcome.STICKER
    return Outcome.HISTORY if ordered.delivery == "abandoned" else Outcome.LOST


def _told(order: Order) -> bool:
    """Whether the answer of an order says how it ended, and offers no Cancel any more."""
    message = order.answer.message
    still_open = any(custom_id.startswith("cancel:") for custom_id in message.custom_ids)
    return not message.deleted and not message.thinking and not still_open and bool(message.text)
