"""Columns that read and write exactly what a Prisma client reads and writes. Knows no table.

SQL types are those of Prisma: TEXT, INTEGER, BOOLEAN and DATETIME on SQLite; on PostgreSQL the same, with
TIMESTAMPTZ(3) for DATETIME.
"""

import datetime as dt
from collections.abc import Iterable
from enum import StrEnum
from typing import Any, Literal, TypeVar, overload

from tortoise import Model
from tortoise.fields.base import Field, OnDelete
from tortoise.fields.db_defaults import Now
from tortoise.fields.relational import (
    ForeignKeyFieldInstance,
    ForeignKeyNullableRelation,
    ForeignKeyRelation,
    OneToOneFieldInstance,
    OneToOneRelation,
)

from models.ids import cuid

TextOrNull = TypeVar("TextOrNull", str, str | None)
IntegerOrNull = TypeVar("IntegerOrNull", int, int | None)
DateTimeOrNull = TypeVar("DateTimeOrNull", dt.datetime, dt.datetime | None)

_EPOCH = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)
_MILLISECOND = dt.timedelta(milliseconds=1)


class DateTimeForm(StrEnum):
    """How a moment stands in an SQLite file. One file holds one form: mixed forms do not compare."""

    ISO8601 = "iso8601"
    """2024-05-05T10:20:30.123+00:00, as Prisma 7 writes."""
    UNIXEPOCH_MS = "unixepoch-ms"
    """1714904430123, as Prisma up to 6 writes."""


class TextColumn(Field[TextOrNull]):
    """Text of any length that may be a key. Tortoise's TextField may not; its CharField is a VARCHAR."""

    field_type = str
    SQL_TYPE = "TEXT"

    @overload
    def __init__(self: "TextColumn[str]", *, null: Literal[False] = False, **options: Any) -> None: ...
    @overload
    def __init__(self: "TextColumn[str | None]", *, null: Literal[True], **options: Any) -> None: ...
    def __init__(self, **options: Any) -> None:
        super().__init__(**options)


class IntegerColumn(Field[IntegerOrNull]):
    """A whole number; 32 bits on PostgreSQL."""

    field_type = int
    SQL_TYPE = "INTEGER"

    @overload
    def __init__(self: "IntegerColumn[int]", *, null: Literal[False] = False, **options: Any) -> None: ...
    @overload
    def __init__(self: "IntegerColumn[int | None]", *, null: Literal[True], **options: Any) -> None: ...
    def __init__(self, **options: Any) -> None:
        super().__init__(**options)


class SnowflakeColumn(Field[IntegerOrNull]):
    """A Discord id: an int in Python, TEXT in the table, for JavaScript's numbers end at 53 bits."""

    field_type = int
    SQL_TYPE = "TEXT"

    @overload
    def __init__(self: "SnowflakeColumn[int]", *, null: Literal[False] = False, **options: Any) -> None: ...
    @overload
    def __init__(self: "SnowflakeColumn[int | None]", *, null: Literal[True], **options: Any) -> None: ...
    def __init__(self, **options: Any) -> None:
        super().__init__(**options)

    def to_db_value(self, value: Any, instance: Any) -> str | None:
        """Digits. Raises ValueError on anything that is not a whole number."""
        return None if value is None else str(int(value))

    def to_python_value(self, value: Any) -> int | None:
        """The number. (Tortoise leaves out the conversion of native types, unless it is written down.)"""
        return None if value is None else int(value)


class BooleanColumn(Field[bool]):
    """Yes or no: 1 or 0 on SQLite."""

    field_type = bool
    SQL_TYPE = "BOOLEAN"


class DateTimeColumn(Field[DateTimeOrNull]):
    """A moment to the millisecond, always aware and in UTC on the Python side.

    Reads every form that is met in the wild: blank for T, Z for +00:00, no zone (UTC), integer milliseconds.
    Writes `form` on SQLite; `bot/database.py` sets it when it opens. `auto_now` sets the moment of each
    save(), but knows nothing of update(), which must name the column itself.
    """

    field_type = dt.datetime
    SQL_TYPE = "DATETIME"
    form = DateTimeForm.ISO8601

    class _db_postgres:  # noqa: N801  # Tortoise finds a dialect's type by this name
        SQL_TYPE = "TIMESTAMPTZ(3)"

    @overload
    def __init__(
        self: "DateTimeColumn[dt.datetime]",
        *,
        auto_now: bool = False,
        null: Literal[False] = False,
        **options: Any,
    ) -> None: ...
    @overload
    def __init__(
        self: "DateTimeColumn[dt.datetime | None]",
        *,
        auto_now: bool = False,
        null: Literal[True],
        **options: Any,
    ) -> None: ...
    def __init__(self, *, auto_now: bool = False, **options: Any) -> None:
        super().__init__(**options)
        self.auto_now = auto_now

    def to_python_value(self, value: Any) -> dt.datetime | None:
        """An aware UTC datetime from any stored form. Raises ValueError on text that is no moment."""
        if value is None:
            return None
        if isinstance(value, int | float):
            return _EPOCH + int(value) * _MILLISECOND
        moment = dt.datetime.fromisoformat(value) if isinstance(value, str) else value
        return to_milliseconds(moment)

    def to_db_value(self, value: Any, instance: Any) -> Any:
        """What the column holds; expressions such as F("created_at") pass through unchanged."""
        # `instance` is None when update() asks and a class when a filter does: only a row has _saved_in_db.
        if self.auto_now and hasattr(instance, "_saved_in_db"):
            value = now()
            setattr(instance, self.model_field_name, value)
        if not isinstance(value, dt.datetime):
            return value
        moment = to_milliseconds(value)
        if self.model._meta.db.capabilities.dialect != "sqlite":
            return moment
        if self.form is DateTimeForm.UNIXEPOCH_MS:
            return (moment - _EPOCH) // _MILLISECOND
        return moment.isoformat(timespec="milliseconds")


def write_datetimes_as(form: DateTimeForm, models: Iterable[type[Model]]) -> None:
    """From now on let the models' moments stand in SQLite in this form. Reading is the same for both."""
    for model in models:
        for field in model._meta.fields_map.values():
            if isinstance(field, DateTimeColumn):
                field.form = form


def now() -> dt.datetime:
    """This moment, as a column would give it back."""
    return to_milliseconds(dt.datetime.now(dt.UTC))


def to_milliseconds(moment: dt.datetime) -> dt.datetime:
    """The moment in UTC, cut to whole milliseconds. A naive one is taken to be in UTC already."""
    aware = moment if moment.tzinfo else moment.replace(tzinfo=dt.UTC)
    utc = aware.astimezone(dt.UTC)
    return utc.replace(microsecond=utc.microsecond // 1000 * 1000)


def id_column() -> TextColumn[str]:
    """The primary key of most tables: a CUID."""
    return TextColumn(primary_key=True, default=cuid)


def created_column() -> DateTimeColumn[dt.datetime]:
    """createdAt. The Python default comes first: CURRENT_TIMESTAMP is for rows that others insert."""
    return DateTimeColumn(source_field="createdAt", default=now, db_default=Now())


def count_column(column: str) -> IntegerColumn[int]:
    """A number that starts at zero."""
    return IntegerColumn(source_field=column, default=0, db_default=0)


def belongs_to(model: str, column: str, *, children: str) -> ForeignKeyRelation[Any]:
    """A foreign key whose row dies with its parent. `children` names the way back."""
    field: Any = ForeignKeyFieldInstance(model, related_name=children, source_field=column)
    field.on_delete = _on_update_cascade(OnDelete.CASCADE)
    return field  # type: ignore[no-any-return]


def comes_from(model: str, column: str, *, children: str) -> ForeignKeyNullableRelation[Any]:
    """A foreign key whose row outlives its parent, with NULL in its place."""
    field: Any = ForeignKeyFieldInstance(
        model, related_name=children, source_field=column, on_delete=OnDelete.SET_NULL, null=True
    )
    field.on_delete = _on_update_cascade(OnDelete.SET_NULL)
    return field  # type: ignore[no-any-return]


def extends(model: str, column: str, *, extension: str) -> OneToOneRelation[Any]:
    """A primary key that is its parent's: one row each at most, and it dies with the parent."""
    field: Any = OneToOneFieldInstance(model, related_name=extension, source_field=column, primary_key=True)
    field.on_delete = _on_update_cascade(OnDelete.CASCADE)
    return field  # type: ignore[no-any-return]


def _on_update_cascade(on_delete: OnDelete) -> str:
    """Prisma writes ON UPDATE CASCADE; Tortoise has no word for it, but writes this text as it stands."""
    return f"{on_delete} ON UPDATE CASCADE"
