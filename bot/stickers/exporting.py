"""Every row that concerns a member, table by table and page by page, as it may be handed to them. Writes nothing."""

import json
from collections.abc import AsyncIterator, Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from tortoise import Model
from tortoise.queryset import QuerySet

import models
from bot.stickers.quotas import member_subject
from models import (
    Account,
    Charge,
    Delivery,
    Favourite,
    GeneratedImage,
    MemberSettings,
    Quota,
    Run,
    Session,
    StickerDetail,
    Task,
    UsageStats,
    User,
    Work,
)
from models.fields import SnowflakeColumn

PAGE = 100
"""Rows read at one time: the event loop must not wait long for any of them."""
VEILED = "(present)"
"""Stands for what opens doors, and for what is the host's: that it is there is told, not what it is."""
_SECRET = frozenset(
    {"refresh_token", "access_token", "id_token", "session_state", "session_token", "token", "worker"}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Whose:
    """The member whose rows are meant: User.id, and the snowflake."""

    user_id: str
    discord_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One row. `key` is its primary key, `text` the row as a JSON object with the column names of the table."""

    table: str
    key: str
    text: str


_Mine = Callable[[Whose], QuerySet[Any]]
_TABLES: Mapping[str, _Mine] = {
    "User": lambda whose: User.filter(id=whose.user_id),
    "Account": lambda whose: Account.filter(user_id=whose.user_id),
    "Session": lambda whose: Session.filter(user_id=whose.user_id),
    "MemberSettings": lambda whose: MemberSettings.filter(user_id=whose.user_id),
    "Quota": lambda whose: Quota.filter(subject=member_subject(whose.discord_id)),
    "UsageStats": lambda whose: UsageStats.filter(user_id=whose.user_id),
    "Run": lambda whose: Run.filter(user_id=whose.user_id),
    "Charge": lambda whose: Charge.filter(user_id=whose.user_id),
    "Task": lambda whose: Task.filter(user_id=whose.user_id),
    "Work": lambda whose: Work.filter(user_id=whose.user_id),
    "Delivery": lambda whose: Delivery.filter(task__user_id=whose.user_id),
    "Favourite": lambda whose: Favourite.filter(user_id=whose.user_id),
    "GeneratedImage": lambda whose: GeneratedImage.filter(user_id=whose.user_id),
    "StickerDetail": lambda whose: StickerDetail.filter(owner_id=whose.user_id),
}
TABLES = tuple(_TABLES)
"""The tables that may hold rows about a member, in the order in which they are read."""


async def rows_after(whose: Whose, table: str, key: str) -> AsyncIterator[Row]:
    """The member's rows from `table` on, there those after `key`; by primary key, so that it can go on at any time."""
    for name in TABLES[TABLES.index(table) :]:
        after = key if name == table else ""
        while page := await _page(name, whose, after):
            for row in page:
                yield row
            after = page[-1].key


async def count_after(whose: Whose, table: str, key: str) -> int:
    """How many rows `rows_after` gives."""
    counts = [await _TABLES[table](whose).filter(**{f"{_key(table)}__gt": key}).count()]
    counts += [await _TABLES[name](whose).count() for name in TABLES[TABLES.index(table) + 1 :]]
    return sum(counts)


async def seals_after(whose: Whose, key: str, size: int = PAGE) -> list[str]:
    """The ids of the member's seals after `key`, by id."""
    found = GeneratedImage.filter(user_id=whose.user_id, id__gt=key).order_by("id").limit(size)
    return [str(value) for value in await found.values_list("id", flat=True)]


async def art_of(whose: Whose) -> set[str]:
    """The SHA-256 names of all art on the member's seals."""
    found = StickerDetail.filter(owner_id=whose.user_id, art__isnull=False).distinct()
    return {str(value) for value in await found.values_list("art", flat=True)}


async def sources_of(whose: Whose) -> set[str]:
    """The addresses of the pictures that the member's seals were made from."""
    found = GeneratedImage.filter(user_id=whose.user_id, source_image_url__isnull=False).distinct()
    return {str(value) for value in await found.values_list("source_image_url", flat=True)}


async def orders_of(whose: Whose) -> list[str]:
    """What the member ordered in the last days: Task.data, for who can read it."""
    found = Task.filter(user_id=whose.user_id).values_list("data", flat=True)
    return [str(value) for value in await found]


async def _page(table: str, whose: Whose, after: str) -> list[Row]:
    mine, key = _TABLES[table](whose), _key(table)
    columns = mine.model._meta.fields_db_projection  # noqa: SLF001 - Tortoise's own name for its description
    found = await mine.filter(**{f"{key}__gt": after}).order_by(key).limit(PAGE).values(*columns)
    return [
        Row(
            table=table,
            key=str(row[key]),
            text=json.dumps(
                {columns[name]: _told(mine.model, name, value) for name, value in row.items()},
                ensure_ascii=False,
            ),
        )
        for row in found
    ]


def _key(table: str) -> str:
    """The primary key's field. Not "pk": where that is a foreign key, Tortoise does not know it by this name."""
    return str(getattr(models, table)._meta.pk_attr)  # noqa: SLF001 - as above


def _told(model: type[Model], field: str, value: Any) -> Any:
    """A column's value for JSON. Snowflakes are text there: JavaScript's numbers end at 53 bits."""
    if value is None:
        return None
    if field in _SECRET:
        return VEILED
    if isinstance(value, datetime):
        return value.isoformat(timespec="milliseconds")
    return str(value) if isinstance(model._meta.fields_map[field], SnowflakeColumn) else value  # noqa: SLF001
