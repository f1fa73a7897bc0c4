"""Read the environment and .env into typed values. Builds nothing at import, prints no secret."""

import os
import re
from pathlib import Path
from typing import Annotated, Literal
from urllib.parse import unquote
from zoneinfo import ZoneInfo

from pydantic import BeforeValidator, Field, SecretStr, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from bot.errors import SettingInvalid

ENV_FILE_VARIABLE = "KIRASEAL_ENV_FILE"
"""Names another file than .env; empty means none. Not a setting itself, since it says where settings are."""

_PASSWORD = re.compile(r"(?P<before>[^:/]+://[^:@/]*:)(?P<password>.*)@")
"""Up to the last @: in a password that nobody escaped, what looks like a path is a secret too."""
MOST_WORKERS_BY_DEFAULT = 4
"""A worker process takes about 280 MB: on a big machine the host should choose more knowingly."""


def _upper(value: object) -> object:
    return value.strip().upper() if isinstance(value, str) else value


def _trimmed(value: object) -> object:
    return value.strip() if isinstance(value, str) else value


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
    timestamps: Literal["iso8601", "unixepoch-ms"] = Field(
        "iso8601", validation_alias="KIRASEAL_TIMESTAMPS", description="setting-timestamps"
    )
    waiting_limit: int = Field(
        5, validation_alias="KIRASEAL_WAITING_LIMIT", description="setting-waiting-limit", ge=1, le=100
    )
    fonts: Path | None = Field(None, validation_alias="KIRASEAL_FONTS", description="setting-fonts")
    cache_mb: int = Field(512, validation_alias="KIRASEAL_CACHE_MB", description="setting-cache-mb", ge=16)

    def shown(self) -> dict[str, str]:
        """Every variable and its value as text, in order; of secrets only `set` or `not set`."""
        values = {variable: getattr(self, field) for field, variable in variables().items()}
        values["DATABASE_URL"] = without_password(self.database_url)
        return {variable: _shown(value) for variable, value in values.items()}

    def secrets(self) -> tuple[str, ...]:
        """The texts that must never appear in a log or on a screen."""
        token = self.discord_token.get_secret_value() if self.discord_token else ""
        found = _PASSWORD.match(self.database_url)
        password = found["password"] if found else ""
        return tuple(dict.fromkeys(secret for secret in (token, password, unquote(password)) if secret))


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
    """A database URL fit to be printed."""
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
        case _:
            return str(value)
