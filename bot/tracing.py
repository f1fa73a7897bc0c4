"""What the running code is about: the task or interaction that each line it logs shall name. Knows no room."""

from collections.abc import Mapping
from contextvars import Context, ContextVar

_subject: ContextVar[Mapping[str, str]] = ContextVar("subject")


def turn_to(**subject: object) -> None:
    """From here on, in this asyncio task and in what it starts, the code is about `subject`; about nothing without one.

    Set and not taken back: every interaction, every message and every slot has a task, and so a context, of its own.
    """
    _subject.set({name: str(value) for name, value in subject.items()})


def subject() -> Mapping[str, str]:
    """What the code is about: `task` or `interaction` and its id; empty for the house itself."""
    return _subject.get({})


def carried(context: Context) -> Context:
    """`context`, in which the code is now about what it is about here."""
    context.run(_subject.set, subject())
    return context
