"""One thing that the doctor found out. Holds a key and values, no sentence and no secret."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One line of the report: the catalogue key of its sentence, which says what to do where it is not well.

    `optional` things may be missing: the bot runs without them.
    """

    key: str
    well: bool = True
    optional: bool = False
    values: dict[str, str | int] = field(default_factory=dict)
