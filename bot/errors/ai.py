"""What only the AI painter fails of, whoever can act."""

from bot.errors.host import HostMustAct
from bot.errors.later import TryLater
from bot.errors.refused import Refused
from bot.errors.root import KirasealError


class IdeaUnsafe(Refused):
    """The safety rules of the AI painter do not allow the words or the picture. Nothing was drawn."""

    key = "error-idea-unsafe"


class DrawingUnsafe(Refused):
    """The AI painter stopped while it drew, for what it drew breaks its safety rules."""

    key = "error-drawing-unsafe"


class NoAiPainter(Refused):
    """This host has no AI painter."""

    key = "error-no-ai-painter"


class PainterBlind(Refused):
    """The AI painter's server cannot start from a picture."""

    key = "error-painter-blind"


class PainterBusy(TryLater):
    """The AI painter has too many requests. Values: retry_after (seconds, 0 where nobody said)."""

    key = "error-painter-busy"


class PainterUnreachable(TryLater):
    """The AI painter's server takes no connection."""

    key = "error-painter-unreachable"


class PainterUnfound(TryLater):
    """No machine answers to the name of the AI painter's server."""

    key = "error-painter-unfound"


class PainterSilent(TryLater):
    """The AI painter took the request and never began to answer. Values: seconds."""

    key = "error-painter-silent"


class PainterStalled(TryLater):
    """The AI painter fell silent while it drew. Values: seconds."""

    key = "error-painter-stalled"


class PainterBroken(TryLater):
    """The AI painter's server has trouble of its own. Values: status, retry_after (seconds, 0 where nobody said)."""

    key = "error-painter-broken"


class PainterStumbled(TryLater):
    """The AI painter reported an error while it drew."""

    key = "error-painter-stumbled"


class AnswerGarbled(TryLater):
    """What the AI painter answered makes no sense."""

    key = "error-answer-garbled"


class DrawingMissing(TryLater):
    """The AI painter's answer ended before the finished picture."""

    key = "error-drawing-missing"


class DrawingBroken(TryLater):
    """The AI painter's picture cannot be opened, or there is nothing on it."""

    key = "error-drawing-broken"


class DrawingTooLarge(TryLater):
    """The AI painter's picture has more bytes or pixels than we open."""

    key = "error-drawing-too-large"


class AiRests(TryLater):
    """No money is spent on a picture now; the local painters go on."""

    is_final = True


class MemberLimitReached(AiRests):
    """The member has had today's AI pictures. Values: limit."""

    key = "error-member-limit"


class ServerLimitReached(AiRests):
    """The server has had today's AI pictures. Values: limit."""

    key = "error-server-limit"


class BudgetSpent(AiRests):
    """This month's money is spent."""

    key = "error-budget-spent"


class PainterKeyRefused(HostMustAct):
    """The AI painter's server does not take the key, or not for this."""

    key = "error-painter-key-refused"


class PainterQuotaSpent(HostMustAct):
    """The account behind the key has nothing left to spend."""

    key = "error-painter-quota-spent"


class PainterModelUnknown(HostMustAct):
    """The AI painter's server has no such model, or not for this key. Values: model."""

    key = "error-painter-model-unknown"


class PainterUnable(HostMustAct):
    """The server does not do what is asked of an image server. Values: status (HTTP)."""

    key = "error-painter-unable"


OF_THE_AI: tuple[type[KirasealError], ...] = (
    *(IdeaUnsafe, DrawingUnsafe, PainterBlind, NoAiPainter, AiRests),
    *(PainterBusy, PainterUnreachable, PainterUnfound, PainterSilent, PainterStalled, PainterBroken),
    *(PainterStumbled, AnswerGarbled, DrawingMissing, DrawingBroken, DrawingTooLarge),
    *(PainterKeyRefused, PainterQuotaSpent, PainterModelUnknown, PainterUnable),
)
"""What only the AI painter fails of: without it the same order can be drawn."""
