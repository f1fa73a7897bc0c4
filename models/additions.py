"""The tables Kiraseal adds to the seven. A web app that shares the database leaves them alone."""

from enum import StrEnum

from tortoise import Model
from tortoise.fields.relational import ForeignKeyNullableRelation, ForeignKeyRelation, OneToOneRelation

from models.contract import GeneratedImage, Task, User
from models.fields import (
    BooleanColumn,
    DateTimeColumn,
    IntegerColumn,
    SnowflakeColumn,
    TextColumn,
    belongs_to,
    comes_from,
    count_column,
    created_column,
    extends,
    id_column,
)
from models.indexes import NamedIndex, UniqueIndex


class DeliveryState(StrEnum):
    """Delivery.state."""

    OPEN = "open"
    DELIVERED = "delivered"
    ABANDONED = "abandoned"


class DeliveryWay(StrEnum):
    """Delivery.way: where the outcome is shown, from the first choice to the last."""

    EDIT = "edit"
    """In the message that the order was answered with."""
    CHANNEL = "channel"
    """In a new message of the same channel, for the first one is out of reach."""
    DIRECT = "direct"
    """In the member's direct messages."""


class UpkeepKind(StrEnum):
    """Upkeep.kind."""

    BACKUP = "backup"
    CLEANUP = "cleanup"
    VACUUM = "vacuum"


class RunOutcome(StrEnum):
    """Run.outcome."""

    COMPLETED = "completed"
    FAILED = "failed"
    CANCELLED = "cancelled"


class StickerDetail(Model):
    """What a sticker is beyond the design's columns. A sticker of a web app may have none."""

    sticker: OneToOneRelation[GeneratedImage] = extends(
        "models.GeneratedImage", "stickerId", extension="detail"
    )
    sticker_id: str
    owner: ForeignKeyRelation[User] = belongs_to("models.User", "ownerId", children="sticker_details")
    owner_id: str
    server_id = SnowflakeColumn(source_field="serverId", null=True)
    channel_id = SnowflakeColumn(source_field="channelId", null=True)
    private = BooleanColumn(default=False, db_default=False)
    art = TextColumn(null=True)
    """SHA-256 name of the art's file."""
    painter = TextColumn()
    variation = count_column("variation")
    renderer_version = IntegerColumn(source_field="rendererVersion")
    design = TextColumn()
    """Design.to_json()."""
    parent: ForeignKeyNullableRelation[GeneratedImage] = comes_from(
        "models.GeneratedImage", "parentId", children="children"
    )
    parent_id: str | None
    number = IntegerColumn(null=True)
    """Running number in its server, from 1; NULL outside servers."""
    created_at = created_column()

    class Meta:
        table = "StickerDetail"
        indexes = (
            UniqueIndex(fields=("server_id", "number"), name="StickerDetail_serverId_number_key"),
            NamedIndex(
                fields=("server_id", "private", "created_at"),
                name="StickerDetail_serverId_private_createdAt_idx",
            ),
            NamedIndex(fields=("owner_id", "created_at"), name="StickerDetail_ownerId_createdAt_idx"),
            NamedIndex(fields=("art",), name="StickerDetail_art_idx"),
            NamedIndex(fields=("parent_id",), name="StickerDetail_parentId_idx"),
        )


class Favourite(Model):
    """A member likes a sticker."""

    id = id_column()
    user: ForeignKeyRelation[User] = belongs_to("models.User", "userId", children="favourites")
    user_id: str
    sticker: ForeignKeyRelation[GeneratedImage] = belongs_to(
        "models.GeneratedImage", "stickerId", children="favourites"
    )
    sticker_id: str
    created_at = created_column()

    class Meta:
        table = "Favourite"
        indexes = (
            UniqueIndex(fields=("user_id", "sticker_id"), name="Favourite_userId_stickerId_key"),
            NamedIndex(fields=("sticker_id",), name="Favourite_stickerId_idx"),
        )


class Delivery(Model):
    """Where a task's outcome is to be shown. `token` is erased on delivery or when it expires."""

    task: OneToOneRelation[Task] = extends("models.Task", "taskId", extension="delivery")
    task_id: str
    application_id = SnowflakeColumn(source_field="applicationId")
    token = TextColumn(null=True)
    token_expires_at = DateTimeColumn(source_field="tokenExpiresAt", null=True)
    server_id = SnowflakeColumn(source_field="serverId", null=True)
    channel_id = SnowflakeColumn(source_field="channelId")
    message_id = SnowflakeColumn(source_field="messageId", null=True)
    ephemeral = BooleanColumn(default=False, db_default=False)
    locale = TextColumn()
    state = TextColumn(default=DeliveryState.OPEN.value, db_default=DeliveryState.OPEN.value)
    created_at = created_column()
    ended_at = DateTimeColumn(source_field="endedAt", null=True)
    way = TextColumn(default=DeliveryWay.EDIT.value, db_default=DeliveryWay.EDIT.value)
    """Written before a new message is posted: whoever finds it after a crash looks before posting again."""

    class Meta:
        table = "Delivery"
        indexes = (NamedIndex(fields=("state",), name="Delivery_state_idx"),)


class Work(Model):
    """Who is at a task. The row exists only while its task has not ended: the verdict deletes it."""

    task: OneToOneRelation[Task] = extends("models.Task", "taskId", extension="work")
    task_id: str
    user_id = TextColumn(source_field="userId")
    """Whose task it is, for fairness."""
    attempt = count_column("attempt")
    """Rises with every claim and fences: a worker with an older number may write nothing."""
    failures = count_column("failures")
    """Attempts that failed or died; a clean hand-back is none."""
    lease_until = DateTimeColumn(source_field="leaseUntil", null=True)
    worker = TextColumn(null=True)
    priority = count_column("priority")
    not_before = DateTimeColumn(source_field="notBefore", null=True)
    cancel_requested_at = DateTimeColumn(source_field="cancelRequestedAt", null=True)
    created_at = created_column()
    turn = count_column("turn")
    """Its round in the queue: a member's tasks stand one behind the other, newcomers join the present round."""

    class Meta:
        table = "Work"
        indexes = (
            NamedIndex(
                fields=("priority", "turn", "created_at"),
                name="Work_priority_turn_createdAt_idx",
                descending=("priority",),
            ),
            NamedIndex(fields=("user_id", "turn"), name="Work_userId_turn_idx"),
        )


class Run(Model):
    """How a task ended. No foreign key to Task: statistics outlive the clean-up."""

    id = id_column()
    task_id = TextColumn(source_field="taskId")
    user: ForeignKeyRelation[User] = belongs_to("models.User", "userId", children="runs")
    user_id: str
    server_id = SnowflakeColumn(source_field="serverId", null=True)
    painter = TextColumn()
    outcome = TextColumn()
    error = TextColumn(null=True)
    tokens = count_column("tokens")
    cost_micros = count_column("costMicros")
    """Millionths of a US dollar."""
    started_at = DateTimeColumn(source_field="startedAt")
    ended_at = DateTimeColumn(source_field="endedAt")

    class Meta:
        table = "Run"
        indexes = (
            UniqueIndex(fields=("task_id",), name="Run_taskId_key"),
            NamedIndex(fields=("server_id", "ended_at"), name="Run_serverId_endedAt_idx"),
            NamedIndex(fields=("user_id", "ended_at"), name="Run_userId_endedAt_idx"),
        )


class Charge(Model):
    """Money spent, written the moment it is billed: a crash after it loses nothing."""

    id = id_column()
    task_id = TextColumn(source_field="taskId")
    user: ForeignKeyNullableRelation[User] = comes_from("models.User", "userId", children="charges")
    user_id: str | None
    """NULL once the member was forgotten: the month's budget must not come back with them."""
    server_id = SnowflakeColumn(source_field="serverId", null=True)
    painter = TextColumn()
    model = TextColumn()
    tokens = count_column("tokens")
    cost_micros = count_column("costMicros")
    """Millionths of a US dollar."""
    created_at = created_column()

    class Meta:
        table = "Charge"
        indexes = (
            NamedIndex(fields=("created_at",), name="Charge_createdAt_idx"),
            NamedIndex(fields=("user_id",), name="Charge_userId_idx"),
        )


class ServerSettings(Model):
    """What a server chose for itself. `settings` is JSON text."""

    server_id = SnowflakeColumn(source_field="serverId", primary_key=True)
    settings = TextColumn()
    updated_at = DateTimeColumn(source_field="updatedAt", auto_now=True)

    class Meta:
        table = "ServerSettings"


class MemberSettings(Model):
    """What a member chose for themselves. `settings` is JSON text."""

    user: OneToOneRelation[User] = extends("models.User", "userId", extension="settings")
    user_id: str
    settings = TextColumn()
    updated_at = DateTimeColumn(source_field="updatedAt", auto_now=True)

    class Meta:
        table = "MemberSettings"


class Quota(Model):
    """What a member or a server used of a day's limits. Knows nobody by name, so that it outlives who is forgotten."""

    id = id_column()
    subject = TextColumn()
    """`server:<id>`, or `member:` and a digest."""
    day = DateTimeColumn()
    """Midnight in the host's zone."""
    orders = count_column("orders")
    forgotten_ai = count_column("forgottenAi")
    """AI pictures that a member had made that day before they were forgotten."""
    last_order_at = DateTimeColumn(source_field="lastOrderAt", null=True)

    class Meta:
        table = "Quota"
        indexes = (
            UniqueIndex(fields=("subject", "day"), name="Quota_subject_day_key"),
            NamedIndex(fields=("day",), name="Quota_day_idx"),
        )


class Upkeep(Model):
    """One run of upkeep, kept so that the next knows when it is due and `doctor` what became of it."""

    id = id_column()
    kind = TextColumn()
    started_at = DateTimeColumn(source_field="startedAt")
    ended_at = DateTimeColumn(source_field="endedAt", null=True)
    is_well = BooleanColumn(source_field="isWell", null=True)
    """NULL while it runs, and for ever where it was cut off."""
    detail = TextColumn(null=True)
    """JSON: what was done, or what it failed of."""

    class Meta:
        table = "Upkeep"
        indexes = (NamedIndex(fields=("kind", "started_at"), name="Upkeep_kind_startedAt_idx"),)
