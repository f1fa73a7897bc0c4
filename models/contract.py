"""The seven tables of docs/database-design.ja.md, to the letter: a Prisma client shares them with us.

Columns are never added here: what Kiraseal needs beyond the design stands in additions.py.
"""

from enum import StrEnum

from tortoise import Model
from tortoise.fields.relational import ForeignKeyRelation, ReverseRelation

from models.fields import (
    DateTimeColumn,
    IntegerColumn,
    TextColumn,
    belongs_to,
    count_column,
    created_column,
    id_column,
)
from models.indexes import NamedIndex, UniqueIndex


class TaskStatus(StrEnum):
    """Task.status. A cancelled task is FAILED with `error = "cancelled"`."""

    PENDING = "pending"
    PROCESSING = "processing"
    COMPLETED = "completed"
    FAILED = "failed"


class User(Model):
    """A member. `email` is a placeholder under users.invalid until a verified address is known."""

    id = id_column()
    email = TextColumn()
    name = TextColumn(null=True)
    image = TextColumn(null=True)
    created_at = created_column()
    updated_at = DateTimeColumn(source_field="updatedAt", auto_now=True)

    accounts: ReverseRelation["Account"]

    class Meta:
        table = "User"
        indexes = (UniqueIndex(fields=("email",), name="User_email_key"),)


class Account(Model):
    """A way in: which identity of a provider (here `discord`) is which member."""

    id = id_column()
    user: ForeignKeyRelation[User] = belongs_to("models.User", "userId", children="accounts")
    user_id: str
    type = TextColumn()
    provider = TextColumn()
    provider_account_id = TextColumn(source_field="providerAccountId")
    refresh_token = TextColumn(null=True)
    access_token = TextColumn(null=True)
    expires_at = IntegerColumn(null=True)
    token_type = TextColumn(null=True)
    scope = TextColumn(null=True)
    id_token = TextColumn(null=True)
    session_state = TextColumn(null=True)

    class Meta:
        table = "Account"
        indexes = (
            UniqueIndex(
                fields=("provider", "provider_account_id"), name="Account_provider_providerAccountId_key"
            ),
        )


class Session(Model):
    """A sign-in session of a web page over the same database. We only clean it up."""

    id = id_column()
    session_token = TextColumn(source_field="sessionToken")
    user: ForeignKeyRelation[User] = belongs_to("models.User", "userId", children="sessions")
    user_id: str
    expires = DateTimeColumn()

    class Meta:
        table = "Session"
        indexes = (UniqueIndex(fields=("session_token",), name="Session_sessionToken_key"),)


class GeneratedImage(Model):
    """A sticker. `effects` and `style` are JSON text."""

    id = id_column()
    user: ForeignKeyRelation[User] = belongs_to("models.User", "userId", children="generated_images")
    user_id: str
    image_url = TextColumn(source_field="imageUrl")
    prompt = TextColumn()
    source_image_url = TextColumn(source_field="sourceImageUrl", null=True)
    title = TextColumn()
    character_name = TextColumn(source_field="characterName")
    attribute = TextColumn()
    rarity = TextColumn()
    background_color = TextColumn(source_field="backgroundColor")
    effects = TextColumn()
    style = TextColumn()
    created_at = created_column()

    class Meta:
        table = "GeneratedImage"
        indexes = (NamedIndex(fields=("user_id", "created_at"), name="GeneratedImage_userId_createdAt_idx"),)


class Task(Model):
    """One run of generation. `data` is the design, `result` names the sticker, both JSON text."""

    id = id_column()
    user: ForeignKeyRelation[User] = belongs_to("models.User", "userId", children="tasks")
    user_id: str
    status = TextColumn()
    progress = count_column("progress")
    data = TextColumn()
    result = TextColumn(null=True)
    error = TextColumn(null=True)
    created_at = created_column()
    updated_at = DateTimeColumn(source_field="updatedAt", auto_now=True)

    class Meta:
        table = "Task"
        indexes = (
            NamedIndex(fields=("user_id", "status"), name="Task_userId_status_idx"),
            NamedIndex(fields=("created_at",), name="Task_createdAt_idx"),
        )


class ImageCache(Model):
    """A picture that may be drawn again, kept until it expires. `metadata` is JSON text."""

    id = id_column()
    prompt_hash = TextColumn(source_field="promptHash")
    image_url = TextColumn(source_field="imageUrl")
    metadata = TextColumn(null=True)
    expires_at = DateTimeColumn(source_field="expiresAt")
    created_at = created_column()

    class Meta:
        table = "ImageCache"
        indexes = (
            UniqueIndex(fields=("prompt_hash",), name="ImageCache_promptHash_key"),
            NamedIndex(fields=("expires_at",), name="ImageCache_expiresAt_idx"),
        )


class UsageStats(Model):
    """What a member used on a day. `date` is midnight in the host's zone. The design gives it no relation."""

    id = id_column()
    user_id = TextColumn(source_field="userId")
    date = DateTimeColumn()
    image_count = count_column("imageCount")
    total_tokens = count_column("totalTokens")
    success_count = count_column("successCount")
    failure_count = count_column("failureCount")

    class Meta:
        table = "UsageStats"
        indexes = (
            NamedIndex(fields=("user_id",), name="UsageStats_userId_idx"),
            NamedIndex(fields=("date",), name="UsageStats_date_idx"),
            UniqueIndex(fields=("user_id", "date"), name="UsageStats_userId_date_key"),
        )
