"""The ways in which an image server may misbehave."""

import asyncio
from dataclasses import dataclass, field
from enum import StrEnum, auto

from tests.imageserver.pictures import drawing

GENERATING = frozenset(
    {
        "model",
        "prompt",
        "n",
        "size",
        "quality",
        "background",
        "output_format",
        "output_compression",
        "moderation",
        "stream",
        "partial_images",
        "safety_identifier",
        "user",
    }
)
"""What the real server takes for images/generations with a GPT model: `response_format` is not among it."""
EDITING = GENERATING - {"moderation"} | {"image", "mask"}
SIZES = ("1024x1024", "1536x1024", "1024x1536", "auto")
QUALITIES = ("low", "medium", "high", "xhigh", "max", "auto")


class Manner(StrEnum):
    """What happens to a request for a drawing."""

    WELL = auto()
    BAD_KEY = auto()
    FORBIDDEN = auto()
    NO_QUOTA = auto()
    BUSY = auto()
    REFUSES = auto()
    REFUSES_MIDWAY = auto()
    BROKEN = auto()
    OVERLOADED = auto()
    HANGS = auto()
    STALLS = auto()
    TRICKLES = auto()
    CUT = auto()
    ENDS_EARLY = auto()
    ERROR_EVENT = auto()
    ERROR_OBJECT = auto()
    BAD_JSON = auto()
    BAD_BASE64 = auto()
    BAD_PARTIALS = auto()
    NOTHING = auto()
    REDIRECTS = auto()
    PACKED = auto()
    RAW = auto()


class HandsOver(StrEnum):
    """How a server that does not stream hands over its drawing."""

    BASE64 = auto()
    ABSOLUTE = auto()
    OTHER_PORT = auto()
    RELATIVE = auto()
    DATA = auto()
    ELSEWHERE = auto()
    GONE = auto()
    NEVER = auto()


@dataclass(slots=True, kw_only=True)
class Conduct:
    """What a server knows, and how it behaves. All may be changed while it runs."""

    manner: Manner = Manner.WELL
    picture: bytes = field(default_factory=drawing)
    partials: int = 3
    """The most it sends, whatever it is asked for."""
    first_partial: bytes | None = None
    """Sent in place of the first picture on the way."""
    may_go_on: asyncio.Semaphore | None = None
    """Asked for leave after each picture on the way."""
    models: tuple[str, ...] | None = ("gpt-image-2.6-flare",)
    """None: it does not list them, and takes any."""
    refuses: frozenset[str] = frozenset()
    """Parameters it does not know."""
    in_plain_words: bool = False
    """Its errors are strings, not objects."""
    names_nothing: bool = False
    """Its errors do not say what is wrong."""
    streams: bool = True
    """False: it takes `stream` and answers in one piece all the same."""
    edits: bool = True
    moderates: bool = True
    checks_hang: bool = False
    check: object = None
    """What its moderation answers instead of a verdict."""
    flags: tuple[str, ...] = ()
    """Words that its moderation flags."""
    counts: bool = True
    """Whether it tells usage."""
    hands_over: HandsOver = HandsOver.BASE64
    retry_after: str | None = None
    raw: tuple[bytes, ...] = ()
    raw_kind: str = "text/event-stream"
    raw_status: int = 200
