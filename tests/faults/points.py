"""Where the bot can be stopped, and what it is then made to do. Shared by the tests and the process they stop."""

import json
from dataclasses import asdict, dataclass
from enum import StrEnum


class Point(StrEnum):
    """A moment in the life of a task, or of the process."""

    STARTING = "starting"
    """Connected to nothing yet; the workers are at work already."""
    ACKNOWLEDGED = "acknowledged"
    """The member reads "is thinking"; nothing is written."""
    WRITTEN = "written"
    """The rows of the order stand."""
    WAITING = "waiting"
    """A slot is about to look for a task, and there is one."""
    CLAIMED = "claimed"
    PAINTING = "painting"
    COMPOSING = "composing"
    """A drawing process is at the sticker."""
    STORING_ART = "storing art"
    STORING_STILL = "storing still"
    """The art's file stands."""
    HALF_A_FILE = "half a file"
    WHOLE_FILE = "whole file"
    """All bytes are written, under the scratch file's name."""
    JUDGING = "judging"
    """All is done but the verdict."""
    RECORDING = "recording"
    """Inside the verdict's transaction, all rows written."""
    JUDGED = "judged"
    """The verdict stands; nobody has been told."""
    DELIVERING = "delivering"
    DELIVERED = "delivered"
    """The message shows the sticker; its row does not know yet."""
    CLOSED = "closed"
    READING = "reading"
    """A kept file is about to be read."""
    DRAINING = "draining"
    """The bot was asked to end."""


class Act(StrEnum):
    """What happens there."""

    KILL = "kill"
    """SIGKILL, by its own hand."""
    FREEZE = "freeze"
    """SIGSTOP, until the test lets it go on."""
    HOLD = "hold"
    """It waits there, and everything else goes on, until `release`."""
    STALL = "stall"
    """The whole event loop stands still, for longer than a lease."""
    DISK_FULL = "disk full"
    DISK_BROKEN = "disk broken"
    KILL_WORKER = "kill worker"
    """SIGKILL for the process that draws."""
    FREEZE_WORKER = "freeze worker"
    RAISE = "raise"
    """Something that nobody foresaw."""
    GO_ON = "go on"
    """Nothing: the test only wants to know."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Arm:
    """`act` at the `nth` time that `point` is reached, and so many `times`."""

    point: Point
    act: Act
    nth: int = 1
    times: int = 1

    def to_json(self) -> str:
        return json.dumps(asdict(self))

    @classmethod
    def from_json(cls, text: str) -> "Arm":
        raw = json.loads(text)
        return cls(point=Point(raw["point"]), act=Act(raw["act"]), nth=raw["nth"], times=raw["times"])
