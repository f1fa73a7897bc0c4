"""Read the environment and .env into typed values. Builds nothing at import, prints no secret."""

import os
import re
from pathlib import Path
from typing import Annotated, Literal
from urllib.parse import unquote, urlsplit
from zoneinfo import ZoneInfo

from pydantic import AfterValidator, BeforeValidator, Field, SecretStr, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from bot.errors import SettingInvalid
from bot.log import Form, Logging
from bot.painters.openai.access import OPENAI, Access, Quality
from bot.painters.openai.prices import parse_prices

ENV_FILE_VARIABLE = "KIRASEAL_ENV_FILE"
"""Names another file than .env; empty means none. Not a setting itself, since it says where settings are."""

_PASSWORD = re.compile(r"(?P<before>[^:/]+://[^:@/]*:)(?P<password>.*)@", re.DOTALL)
"""Up to the last @: in a password that nobody escaped, what looks like a path is a secret too."""
MOST_WORKERS_BY_DEFAULT = 4
"""A worker process takes about 280 MB: on a big machine the host should choose more knowingly."""


def _upper(value: object) -> object:
    return value.strip().upper() if isinstance(value, str) else value


def _trimmed(value: object) -> object:
    return value.strip() if isinstance(value, str) else value


def _web_address(value: str) -> str:
    parts = urlsplit(value)
    if parts.scheme not in ("http", "https") or not parts.hostname or parts.query or parts.fragment:
        raise ValueError("not the address of a server")
    return value.rstrip("/")


def _price_table(value: str) -> str:
    parse_prices(value)
    return value


def available_cores() -> int:
    """How many cores this process may run on, which in a container is fewer than the machine has."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _default_workers() -> int:
    return min(available_cores(), MOST_WORKERS_BY_DEFAULT)


class Settings(BaseSettings):
    """What the host chose. Every field's description is the catalogue key that says what it may be."""

    model_config = SettingsConfigDict(
        env_ignore_empty=True,  # `DISCORD_TOKEN=` in a copied .env.example means "not set"
        extra="ignore",  # .env may hold other programs' variables
        frozen=True,
        populate_by_name=True,
        hide_input_in_errors=True,  # a refused value may be a secret, and errors are logged
    )

    discord_token: Annotated[SecretStr | None, BeforeValidator(_trimmed)] = Field(
        None, validation_alias="DISCORD_TOKEN", description="setting-discord-token"
    )
    database_url: Annotated[str, BeforeValidator(_trimmed)] = Field(
        "file:./dev.db", validation_alias="DATABASE_URL", description="setting-database-url", repr=False
    )
    data: Path = Field(Path("data"), validation_alias="KIRASEAL_DATA", description="setting-data")
    workers: int = Field(
        default_factory=_default_workers,
        validation_alias="KIRASEAL_WORKERS",
        description="setting-workers",
        ge=1,
        le=64,
    )
    timezone: ZoneInfo = Field(
        ZoneInfo("UTC"), validation_alias="KIRASEAL_TIMEZONE", description="setting-timezone"
    )
    port: int = Field(8610, validation_alias="KIRASEAL_PORT", description="setting-port", ge=0, le=65535)
    log_level: Annotated[
        Literal["DEBUG", "INFO", "WARNING", "ERROR", "CRITICAL"], BeforeValidator(_upper)
    ] = Field("INFO", validation_alias="KIRASEAL_LOG_LEVEL", description="setting-log-level")
    log_format: Form = Field("auto", validation_alias="KIRASEAL_LOG_FORMAT", description="setting-log-format")
    timestamps: Literal["iso8601", "unixepoch-ms"] = Field(
        "iso8601", validation_alias="KIRASEAL_TIMESTAMPS", description="setting-timestamps"
    )
    waiting_limit: int = Field(
        5, validation_alias="KIRASEAL_WAITING_LIMIT", description="setting-waiting-limit", ge=1, le=100
    )
    member_daily: int = Field(
        100, validation_alias="KIRASEAL_MEMBER_DAILY", description="setting-daily", ge=0, le=1_000_000
    )
    server_daily: int = Field(
        2000, validation_alias="KIRASEAL_SERVER_DAILY", description="setting-daily", ge=0, le=1_000_000
    )
    cooldown: int = Field(
        0, validation_alias="KIRASEAL_COOLDOWN", description="setting-cooldown", ge=0, le=86_400
    )
    fonts: Path | None = Field(None, validation_alias="KIRASEAL_FONTS", description="setting-fonts")
    cache_mb: int = Field(512, validation_alias="KIRASEAL_CACHE_MB", description="setting-cache-mb", ge=16)
    backups: Path = Field(Path("backups"), validation_alias="KIRASEAL_BACKUPS", description="setting-backups")
    backup_hours: float = Field(
        24, validation_alias="KIRASEAL_BACKUP_HOURS", description="setting-backup-hours", ge=0, le=8760
    )
    backup_keep: int = Field(
        7, validation_alias="KIRASEAL_BACKUP_KEEP", description="setting-backup-keep", ge=1, le=1000
    )
    backup_pictures: bool = Field(
        True, validation_alias="KIRASEAL_BACKUP_PICTURES", description="setting-backup-pictures"
    )
    painter: Literal["auto", "openai", "local"] = Field(
        "auto", validation_alias="KIRASEAL_PAINTER", description="setting-painter"
    )
    openai_api_key: Annotated[SecretStr | None, BeforeValidator(_trimmed)] = Field(
        None, validation_alias="OPENAI_API_KEY", description="setting-openai-api-key"
    )
    openai_base_url: Annotated[str, BeforeValidator(_trimmed), AfterValidator(_web_address)] = Field(
        OPENAI, validation_alias="OPENAI_BASE_URL", description="setting-openai-base-url", repr=False
    )
    openai_model: Annotated[str, BeforeValidator(_trimmed)] = Field(
        "gpt-image-2.6-flare",
        validation_alias="KIRASEAL_OPENAI_MODEL",
        description="setting-openai-model",
        min_length=1,
        max_length=200,
    )
    openai_quality: Quality = Field(
        "medium", validation_alias="KIRASEAL_OPENAI_QUALITY", description="setting-openai-quality"
    )
    openai_partials: int = Field(
        2, validation_alias="KIRASEAL_OPENAI_PARTIALS", description="setting-openai-partials", ge=0, le=3
    )
    openai_timeout: float = Field(
        120,
        validation_alias="KIRASEAL_OPENAI_TIMEOUT",
        description="setting-openai-timeout",
        ge=5,
        le=1800,
    )
    openai_prices: Annotated[str, AfterValidator(_price_table)] = Field(
        "gpt-image-2.6-flare=5/8/30,gpt-image-2.6-sunburst=5/8/30",
        validation_alias="KIRASEAL_OPENAI_PRICES",
        description="setting-openai-prices",
    )
    openai_moderation: bool = Field(
        True, validation_alias="KIRASEAL_OPENAI_MODERATION", description="setting-openai-moderation"
    )

    ai_member_daily: int = Field(
        20, validation_alias="KIRASEAL_AI_MEMBER_DAILY", description="setting-ai-daily", ge=0
    )
    ai_server_daily: int = Field(
        200, validation_alias="KIRASEAL_AI_SERVER_DAILY", description="setting-ai-daily", ge=0
    )
    ai_monthly_budget: float = Field(
        20, validation_alias="KIRASEAL_AI_MONTHLY_BUDGET", description="setting-ai-monthly-budget", ge=0
    )
    ai_cache_days: int = Field(
        30, validation_alias="KIRASEAL_AI_CACHE_DAYS", description="setting-ai-cache-days", ge=0, le=3650
    )
    blocked_words: Annotated[str, BeforeValidator(_trimmed)] = Field(
        "", validation_alias="KIRASEAL_BLOCKED_WORDS", description="setting-blocked-words"
    )

    def image_server(self) -> Access | None:
        """How to reach the AI painter's server; None where there is none, or the host wants none.

        Raises SettingInvalid when the host insists on it and has set neither a key nor a server.
        """
        missing = self.openai_api_key is None and self.openai_base_url == OPENAI
        if self.painter == "openai" and missing:
            raise SettingInvalid(variable="OPENAI_API_KEY", expected="setting-openai-api-key")
        if self.painter == "local" or missing:
            return None
        return Access(
            key=self.openai_api_key.get_secret_value() if self.openai_api_key else None,
            base_url=self.openai_base_url,
            model=self.openai_model,
            quality=self.openai_quality,
            partials=self.openai_partials,
            moderation=self.openai_moderation,
            prices=parse_prices(self.openai_prices),
            timeout=self.openai_timeout,
        )

    def shown(self) -> dict[str, str]:
        """Every variable and its value as text, in order; of secrets only `set` or `not set`."""
        values = {variable: getattr(self, field) for field, variable in variables().items()}
        values["DATABASE_URL"] = without_password(self.database_url)
        values["OPENAI_BASE_URL"] = without_password(self.openai_base_url)
        return {variable: _shown(value) for variable, value in values.items()}

    def logging(self) -> Logging:
        """How the log shall look, and what must not be in it."""
        return Logging(level=self.log_level, form=self.log_format, secrets=self.secrets())

    def secrets(self) -> tuple[str, ...]:
        """The texts that must never appear in a log or on a screen."""
        keys = [key.get_secret_value() for key in (self.discord_token, self.openai_api_key) if key]
        found = [_PASSWORD.match(url) for url in (self.database_url, self.openai_base_url)]
        passwords = [match["password"] for match in found if match]
        both = [text for password in passwords for text in (password, unquote(password))]
        return tuple(dict.fromkeys(secret for secret in (*keys, *both) if secret))


def variables() -> dict[str, str]:
    """Field name to environment variable, in the order of the class."""
    return {field: str(info.validation_alias) for field, info in Settings.model_fields.items()}


def load_settings() -> Settings:
    """Read the environment, then .env (or the file KIRASEAL_ENV_FILE names) for what the environment lacks.

    Raises SettingInvalid with the first variable that makes no sense.
    """
    file = os.environ.get(ENV_FILE_VARIABLE, ".env")
    try:
        return Settings(_env_file=file or None, _env_file_encoding="utf-8")
    except ValidationError as exc:
        raise _invalid(exc) from exc
    except (UnicodeDecodeError, OSError) as exc:
        raise SettingInvalid(variable=file, expected="setting-file") from exc


def without_password(url: str) -> str:
    """An address fit to be printed."""
    return _PASSWORD.sub(r"\g<before>***@", url)


def _invalid(exc: ValidationError) -> SettingInvalid:
    """The first complaint, in terms of the variable rather than of pydantic."""
    place = str(exc.errors(include_input=False)[0]["loc"][0])
    for field, variable in variables().items():
        if place in (field, variable):
            return SettingInvalid(
                variable=variable, expected=Settings.model_fields[field].description or field
            )
    return SettingInvalid(variable=place, expected="setting-file")


def _shown(value: object) -> str:
    match value:
        case SecretStr():
            return "set"
        case None:
            return "not set"
        case bool():
            return "on" if value else "off"
        case _:
            return str(value)
