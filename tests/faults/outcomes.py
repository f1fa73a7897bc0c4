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
    """Nothing was written, and the member knows: from us, or from Discord."""
    CUT_OFF = "cut off"
    """Nothing was written, and who acknowledged it died before anything could be said."""
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
        outcome = _outcome_unwritten(scene, order)
        interaction = order.answer.interaction.id
        return Found(outcome=outcome, doubled=False, words=f"{order.name}: no row, {outcome}, {interaction}")
    shown = [each for each in scene.discord.world.messages() if each.shows(f"kiraseal-{ordered.sticker_id}")]
    doubled = max(len(shown), ordered.images, ordered.runs) > 1
    outcome = _outcome(ordered, shown, _told(order))
    return Found(
        outcome=outcome, doubled=doubled, words=f"{order.name}: {outcome}, {len(shown)} shown, {ordered}"
    )


def _outcome_unwritten(scene: Scene, order: Order) -> Outcome:
    if not order.answer.acknowledged or _told(order):
        return Outcome.REFUSED
    # Who was killed could not say so any more; whoever lives has to.
    return Outcome.LOST if scene.deaths == order.deaths else Outcome.CUT_OFF


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
    """Whether the member can read how an order ended: in its answer, or in what was said to them beside it."""
    asked = order.answer.interaction
    return any(_says_the_end(message) for message in (order.answer.message, *asked.followups))


def _says_the_end(message: Message) -> bool:
    """Whether it says something, and offers no Cancel any more."""
    still_open = any(custom_id.startswith("cancel:") for custom_id in message.custom_ids)
    return not message.deleted and not message.thinking and not still_open and bool(message.text)
