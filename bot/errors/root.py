"""The root of every error, and its way home: from a pool process, and from the row where it was written down."""

from typing import ClassVar

from bot.receipt import Receipt


def recalled(key: str | None, values: dict[str, str | int]) -> "KirasealError":
    """The error that was written down as `key` and `values`; KirasealError itself for a key of another version."""
    kinds = [KirasealError]
    for kind in kinds:
        kinds.extend(kind.__subclasses__())
    return next((kind for kind in kinds if kind.key == key), KirasealError)(**values)


def _revived(kind: type["KirasealError"], values: dict[str, str | int]) -> "KirasealError":
    return kind(**values)


class KirasealError(Exception):
    """Root. `key` names a sentence of the catalogue, `values` fill it. Never holds a sentence or a secret."""

    key: ClassVar[str] = "error-unknown"
    is_final: ClassVar[bool] = False
    """Whether trying again is pointless: a task that fails so has failed."""
    receipt: Receipt | None = None
    """What was charged although it failed. Stays in the process that learned of it."""

    def __init__(self, **values: str | int) -> None:
        self.values = values
        super().__init__(self.key, values)

    def __reduce__(self) -> tuple[object, ...]:
        """Let an error travel home from a pool process: by default pickle would call us with `args`, and fail."""
        return _revived, (type(self), self.values)


class Cancelled(KirasealError):
    """The asker took the task back. Stored in Task.error as `cancelled`."""

    is_final = True
    key = "error-cancelled"
