import re
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.errors import SettingInvalid
from bot.settings import ENV_FILE_VARIABLE, Settings, load_settings, variables, without_password
from bot.words import Language, Words

PROJECT = Path(__file__).parents[2]


@pytest.fixture(autouse=True)
def empty_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for variable in variables().values():
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.setenv(ENV_FILE_VARIABLE, "")


def test_everything_has_a_default() -> None:
    settings = load_settings()
    assert settings.discord_token is None
    assert settings.database_url == "file:./dev.db"
    assert settings.data == Path("data")
    assert 1 <= settings.workers <= 4
    assert settings.timezone == ZoneInfo("UTC")
    assert (settings.port, settings.waiting_limit, settings.cache_mb) == (8610, 5, 512)


def test_the_environment_wins_over_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "host.env"
    file.write_text("KIRASEAL_PORT=1\nKIRASEAL_TIMEZONE=Asia/Tokyo\nSOMETHING_ELSE=1\n")
    monkeypatch.setenv(ENV_FILE_VARIABLE, str(file))
    monkeypatch.setenv("KIRASEAL_PORT", "0")
    settings = load_settings()
    assert settings.port == 0
    assert settings.timezone == ZoneInfo("Asia/Tokyo")


def test_dot_env_is_read_where_kiraseal_is_started(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(ENV_FILE_VARIABLE)
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".env").write_text("KIRASEAL_WAITING_LIMIT=7\n")
    assert load_settings().waiting_limit == 7


def test_an_empty_value_means_the_default(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISCORD_TOKEN", "")
    monkeypatch.setenv("KIRASEAL_WORKERS", "")
    settings = load_settings()
    assert settings.discord_token is None
    assert settings.workers >= 1


@pytest.mark.parametrize(
    ("variable", "value"),
    [
        ("KIRASEAL_PORT", "eighty"),
        ("KIRASEAL_PORT", "70000"),
        ("KIRASEAL_WORKERS", "0"),
        ("KIRASEAL_TIMEZONE", "Mars/Olympus"),
        ("KIRASEAL_LOG_LEVEL", "LOUD"),
        ("KIRASEAL_TIMESTAMPS", "roman"),
        ("KIRASEAL_WAITING_LIMIT", "-1"),
        ("KIRASEAL_CACHE_MB", "1"),
        ("KIRASEAL_PAINTER", "michelangelo"),
        ("OPENAI_BASE_URL", "localhost:8080"),
        ("OPENAI_BASE_URL", "ftp://images.example/v1"),
        ("OPENAI_BASE_URL", "https://images.example/v1?key=hush"),
        ("KIRASEAL_OPENAI_QUALITY", "best"),
        ("KIRASEAL_OPENAI_PARTIALS", "4"),
        ("KIRASEAL_OPENAI_TIMEOUT", "nan"),
        ("KIRASEAL_OPENAI_TIMEOUT", "1"),
        ("KIRASEAL_OPENAI_PRICES", "gpt=cheap"),
        ("KIRASEAL_OPENAI_MODERATION", "perhaps"),
    ],
)
@pytest.mark.parametrize("language", Language)
def test_a_bad_value_gets_one_line_that_names_the_variable(
    variable: str, value: str, language: Language, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(variable, value)
    with pytest.raises(SettingInvalid) as caught:
        load_settings()
    sentence = Words(language).sentence(caught.value)
    assert variable in sentence
    assert "\n" not in sentence
    assert "setting-" not in sentence


def test_a_file_that_is_no_text_gets_one_line_that_names_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "broken.env"
    file.write_bytes(b"DISCORD_TOKEN=\xff\xfe\n")
    monkeypatch.setenv(ENV_FILE_VARIABLE, str(file))
    with pytest.raises(SettingInvalid) as caught:
        load_settings()
    assert caught.value.values["variable"] == str(file)


def test_log_levels_may_be_written_small(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KIRASEAL_LOG_LEVEL", "debug")
    assert load_settings().log_level == "DEBUG"


def test_secrets_stand_in_no_printed_form(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISCORD_TOKEN", " the-token\n")
    monkeypatch.setenv("OPENAI_API_KEY", " the-key\n")
    monkeypatch.setenv("OPENAI_BASE_URL", "https://me:hush@images.example/v1/")
    monkeypatch.setenv("DATABASE_URL", "postgresql://kira:p%40ss@db/seals")
    settings = load_settings()
    printed = (
        f"{settings} {settings!r} {settings.shown()} "
        f"{settings.model_dump_json(exclude={'database_url', 'openai_base_url'})} {settings.image_server()!r}"
    )
    assert not any(secret in printed for secret in ("the-token", "the-key", "hush", "p%40ss", "p@ss"))
    assert settings.secrets() == ("the-token", "the-key", "p%40ss", "p@ss", "hush")
    assert settings.shown()["OPENAI_API_KEY"] == "set"
    assert settings.shown()["OPENAI_BASE_URL"] == "https://me:***@images.example/v1"
    assert settings.shown()["DISCORD_TOKEN"] == "set"
    assert settings.shown()["DATABASE_URL"] == "postgresql://kira:***@db/seals"


@pytest.mark.parametrize("url", ["file:./dev.db", "sqlite:///var/k.db", "postgresql://kira@db:5432/seals"])
def test_an_address_without_password_is_shown_as_it_is(url: str) -> None:
    assert without_password(url) == url


def test_the_example_holds_every_variable_with_its_default() -> None:
    lines = (PROJECT / ".env.example").read_text(encoding="utf-8").splitlines()
    example = dict(line.split("=", 1) for line in lines if line and not line.startswith("#"))
    assert list(example) == list(variables().values())
    built = Settings.model_validate({name: value for name, value in example.items() if value})
    assert built == Settings.model_validate({})


def test_the_readme_tells_every_variable() -> None:
    told = re.findall(
        r"^\| `([A-Z_]+)` \|", (PROJECT / "README.md").read_text(encoding="utf-8"), re.MULTILINE
    )
    assert told == list(variables().values())


@pytest.mark.parametrize("language", Language)
def test_every_setting_is_explained(language: Language) -> None:
    words = Words(language)
    assert [
        info.description for info in Settings.model_fields.values() if info.description not in words
    ] == []


@pytest.mark.parametrize("password", ["p/ss", "p@ss", "p:s/s@s", "p?ss#1"])
def test_a_password_that_nobody_escaped_is_hidden_whole(
    password: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DATABASE_URL", f"postgresql://kira:{password}@db:5432/seals")
    settings = load_settings()
    assert settings.shown()["DATABASE_URL"] == "postgresql://kira:***@db:5432/seals"
    assert password in settings.secrets()


def test_there_is_an_image_server_with_a_key_or_an_address_of_its_own(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert load_settings().image_server() is None
    monkeypatch.setenv("OPENAI_BASE_URL", "http://localhost:8080/v1/")
    own = load_settings().image_server()
    assert own is not None
    assert (own.key, own.base_url, own.is_openai) == (None, "http://localhost:8080/v1", False)
    monkeypatch.setenv("OPENAI_BASE_URL", "")
    monkeypatch.setenv("OPENAI_API_KEY", "the-key")
    openai = load_settings().image_server()
    assert openai is not None
    assert (openai.key, openai.is_openai, openai.model) == ("the-key", True, "gpt-image-2.6-flare")


def test_what_a_host_chose_reaches_the_image_server(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "the-key")
    monkeypatch.setenv("KIRASEAL_OPENAI_MODEL", " m ")
    monkeypatch.setenv("KIRASEAL_OPENAI_QUALITY", "high")
    monkeypatch.setenv("KIRASEAL_OPENAI_PARTIALS", "0")
    monkeypatch.setenv("KIRASEAL_OPENAI_TIMEOUT", "7.5")
    monkeypatch.setenv("KIRASEAL_OPENAI_PRICES", "m=1/2/3")
    monkeypatch.setenv("KIRASEAL_OPENAI_MODERATION", "off")
    settings = load_settings()
    access = settings.image_server()
    assert access is not None
    assert (access.model, access.quality, access.partials, access.timeout) == ("m", "high", 0, 7.5)
    assert (list(access.prices), access.moderation) == (["m"], False)
    assert settings.shown()["KIRASEAL_OPENAI_MODERATION"] == "off"


def test_the_model_we_start_with_has_a_price() -> None:
    settings = Settings.model_validate({"OPENAI_API_KEY": "k"})
    access = settings.image_server()
    assert access is not None
    assert access.model in access.prices


@pytest.mark.parametrize(
    ("painter", "key", "has_ai"),
    [("auto", None, False), ("auto", "sk", True), ("local", "sk", False), ("openai", "sk", True)],
)
def test_there_is_an_ai_painter_where_a_key_is_unless_the_host_wants_none(
    painter: str, key: str | None, has_ai: bool
) -> None:
    settings = Settings(_env_file=None, painter=painter, openai_api_key=key)
    assert (settings.image_server() is not None) == has_ai


def test_a_host_who_insists_on_ai_must_set_a_key_or_a_server() -> None:
    with pytest.raises(SettingInvalid) as caught:
        Settings(_env_file=None, painter="openai").image_server()
    assert caught.value.values["variable"] == "OPENAI_API_KEY"
    assert Settings(_env_file=None, painter="openai", openai_base_url="http://localhost:1/v1").image_server()
