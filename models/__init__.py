"""The tables: columns, keys and indexes. Knows neither Discord nor drawing, and asks no questions of its own.

Seven tables are the contract of docs/database-design.ja.md (contract.py); the rest are ours (additions.py).
"""

from models.additions import (
    Charge,
    Delivery,
    DeliveryState,
    DeliveryWay,
    Favourite,
    MemberSettings,
    Quota,
    Run,
    RunOutcome,
    ServerSettings,
    StickerDetail,
    Upkeep,
    UpkeepKind,
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
    "DeliveryWay",
    "Favourite",
    "GeneratedImage",
    "ImageCache",
    "MemberSettings",
    "Quota",
    "Run",
    "RunOutcome",
    "ServerSettings",
    "Session",
    "StickerDetail",
    "Task",
    "TaskStatus",
    "Upkeep",
    "UpkeepKind",
    "UsageStats",
    "User",
    "Work",
    "cuid",
]
