"""The tables: columns, keys and indexes. Knows neither Discord nor drawing, and asks no questions of its own.

Seven tables are the contract of docs/database-design.ja.md (contract.py); the rest are ours (additions.py).
"""

from models.additions import (
    Charge,
    Delivery,
    DeliveryState,
    Favourite,
    Run,
    RunOutcome,
    ServerSettings,
    StickerDetail,
    Work,
)
from models.contract import (
    Account,
    GeneratedImage,
    ImageCache,
    Session,
    Task,
    TaskStatus,
    UsageStats,
    User,
)
from models.fields import DateTimeForm
from models.ids import cuid

__all__ = [
    "Account",
    "Charge",
    "DateTimeForm",
    "Delivery",
    "DeliveryState",
    "Favourite",
    "GeneratedImage",
    "ImageCache",
    "Run",
    "RunOutcome",
    "ServerSettings",
    "Session",
    "StickerDetail",
    "Task",
    "TaskStatus",
    "UsageStats",
    "User",
    "Work",
    "cuid",
]
