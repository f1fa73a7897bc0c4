"""The command line: opens things, runs, closes. No decisions. Heavy imports wait until a command needs them."""

import asyncio
import logging
import os
import signal
from collections.abc import Coroutine
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, TypeVar

import typer
from rich.console import Console
from rich.text import Text

from bot.errors import KirasealError, TokenMissing
from bot.settings import Settings, load_settings
from bot.stickers.design import Attribute, FrameType, NameLayout, Rarity
from bot.stickers.rendition import Rendition
from bot.stickers.request import PainterChoice
from bot.words import Words

if TYPE_CHECKING:
    from collections.abc import Iterator

T = TypeVar("T")
USUAL_FORMS = (Rendition.STILL, Rendition.ANIMATION)
INTERRUPTED = 130
"""What a shell gives for a command that Ctrl-C ended."""

log = logging.getLogger(__name__)
app = typer.Typer(
    name="kiraseal",
    help="Kiraseal: a Discord bot that draws sparkling collectible seals.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    add_completion=False,
)
database = typer.Typer(help="Look after the database.", no_args_is_help=True)
app.add_typer(database, name="db")


def main() -> None:
    """Entry point of `kiraseal`."""
    app()


@app.command()
def start() -> None:
    """Start the bot: on Discord when DISCORD_TOKEN is set, otherwise in the playground."""
    with _plainly():
        settings = _settings()
        if settings.discord_token is None:
            from bot.running import playground

            _serve(playground(settings, _stdout().print))
        else:
            _run(settings)


@app.command()
def playground() -> None:
    """Try the bot in a Discord-like page on this machine; no token and no network needed."""
    with _plainly():
        from bot.running import playground as serve

        _serve(serve(_settings(), _stdout().print))


@app.command()
def run() -> None:
    """Run the bot on Discord. Needs DISCORD_TOKEN."""
    with _plainly():
        _run(_settings())


@app.command()
def draw(
    name: Annotated[str | None, typer.Option(help="The character's name.")] = None,
    prompt: Annotated[str | None, typer.Option(help="The idea in words.")] = None,
    title: Annotated[str | None, typer.Option(help="The title at the top.")] = None,
    attribute: Annotated[Attribute | None, typer.Option(help="The tribe.")] = None,
    rarity: Annotated[Rarity | None, typer.Option(help="A surprise if left out.")] = None,
    background: Annotated[str | None, typer.Option(help="Colour of the foil: a name or #rrggbb.")] = None,
    frame: Annotated[FrameType | None, typer.Option(help="Shape of the frame.")] = None,
    frame_color: Annotated[str | None, typer.Option(help="Metal of the frame: a name or #rrggbb.")] = None,
    layout: Annotated[NameLayout | None, typer.Option(help="The name in an arch, or upright.")] = None,
    holographic: Annotated[bool | None, typer.Option(help="Rainbow foil that tilts.")] = None,
    sparkle: Annotated[bool | None, typer.Option(help="Little stars of light.")] = None,
    aura: Annotated[bool | None, typer.Option(help="A glow around the character.")] = None,
    painter: Annotated[
        PainterChoice, typer.Option(help="The AI painter with a local one to step in, AI alone, or no AI.")
    ] = PainterChoice.AUTO,
    picture: Annotated[
        Path | None, typer.Option(help="A photo or drawing.", exists=True, dir_okay=False)
    ] = None,
    form: Annotated[
        list[Rendition] | None,
        typer.Option(help="What to write; again for more. [default: still and animation]"),
    ] = None,
    out: Annotated[Path, typer.Option(help="The folder to write into.", file_okay=False)] = Path(),
) -> None:
    """Draw a seal through the same studio and database as the bot, without Discord."""
    with _plainly():
        from bot.running import draw as draw_one
        from bot.stickers.request import Request

        asked = Request(
            language=_words().language.value,
            name=name,
            prompt=prompt,
            title=title,
            attribute=attribute,
            rarity=rarity,
            background=background,
            frame=frame,
            frame_color=frame_color,
            layout=layout,
            holographic=holographic,
            sparkle=sparkle,
            aura=aura,
            painter=painter,
            has_picture=picture is not None,
        )
        _asyncio(draw_one(_settings(), asked, picture, out, form or USUAL_FORMS, _words()))


@app.command()
def doctor() -> None:
    """Say what is configured, what is missing and what to do about it."""
    with _plainly():
        from bot.doctor import examine

        settings = _settings()
        findings = asyncio.run(examine(settings))
        console, words = _stdout(), _words()
        for finding in findings:
            mark = "[green]✓[/]" if finding.well else "[yellow]![/]" if finding.optional else "[red]✗[/]"
            # As text, not markup: the name of a server may hold square brackets.
            console.print(mark, Text(words(finding.key, **finding.values)), highlight=False)
        raise typer.Exit(0 if all(finding.well or finding.optional for finding in findings) else 1)


@database.command()
def upgrade() -> None:
    """Bring the database up to date."""
    with _plainly():
        from bot.upkeep.upgrade import bring_up_to_date

        done = _asyncio(bring_up_to_date(_settings()))
        _stdout().print(_words()("db-upgraded", count=len(done)) if done else _words()("db-current"))


@database.command()
def status() -> None:
    """Say which migrations the database has and lacks."""
    with _plainly():
        from bot.database import status as ask

        state = _asyncio(ask(_settings().database_url))
        console, words = _stdout(), _words()
        console.print(words("db-dialect", dialect=state.dialect))
        for version in state.applied:
            console.print(words("db-applied", version=version), highlight=False)
        for version in state.pending:
            console.print(words("db-pending", version=version), highlight=False)
        raise typer.Exit(0 if not state.pending and not state.unknown else 1)


DryRun = Annotated[bool, typer.Option("--dry-run", help="Only say what it would do.")]


@database.command()
def backup(dry_run: DryRun = False) -> None:
    """Back up database and pictures while the bot runs, check the copy, and let the oldest go."""
    with _plainly():
        from bot import chores

        _asyncio(chores.back_up(_settings(), _words(), dry_run=dry_run))


@database.command()
def restore(
    backup: Annotated[str, typer.Argument(help="A backup's file, its name, or `latest`.")],
    dry_run: DryRun = False,
) -> None:
    """Put a backup in the place of the database, which is kept aside. The bot must be stopped."""
    with _plainly():
        from bot import chores

        _asyncio(chores.restore(_settings(), _words(), backup, dry_run=dry_run))


@database.command()
def vacuum(dry_run: DryRun = False) -> None:
    """Give back the room that deleted rows left. Best while nobody orders."""
    with _plainly():
        from bot import chores

        _asyncio(chores.vacuum(_settings(), _words(), dry_run=dry_run))


@database.command()
def cleanup(dry_run: DryRun = False) -> None:
    """Clear away old tasks, expired caches and sessions, and files that nothing refers to."""
    with _plainly():
        from bot import chores

        _asyncio(chores.clean_up(_settings(), _words(), dry_run=dry_run))


def _run(settings: Settings) -> None:
    if settings.discord_token is None:
        raise TokenMissing
    from bot.running import run_on_discord

    _serve(run_on_discord(settings, settings.discord_token.get_secret_value()))


def _settings() -> Settings:
    """The host's settings, with logging set up as they say."""
    from bot.log import set_up_logging

    settings = load_settings()
    set_up_logging(settings.logging())
    return settings


def _words() -> Words:
    """The catalogue in the language of the terminal."""
    return Words.for_locale(os.environ.get("LC_ALL") or os.environ.get("LANG"))


def _stdout() -> Console:
    return Console(soft_wrap=True)


@contextmanager
def _plainly() -> "Iterator[None]":
    """Whatever fails is one sentence for the host; the traceback of what we did not foresee is the log's."""
    try:
        yield
    except KirasealError as exc:
        _complain(exc)
        raise typer.Exit(1) from exc
    except asyncio.CancelledError as exc:
        raise typer.Exit(INTERRUPTED) from exc
    except (typer.Exit, typer.Abort):
        raise
    except Exception as exc:
        log.exception("unforeseen")
        _complain(KirasealError())
        raise typer.Exit(1) from exc


def _complain(error: KirasealError) -> None:
    # As text, not markup: what a host typed may hold square brackets.
    sentence = Text(_words().sentence(error), style="bold red")
    Console(stderr=True, soft_wrap=True).print(sentence)


def _serve(job: Coroutine[Any, Any, None]) -> None:
    """Run a service until Ctrl-C or SIGTERM, which is how it is meant to end."""
    with suppress(asyncio.CancelledError):
        _asyncio(job)


def _asyncio(job: Coroutine[Any, Any, T]) -> T:
    """Run `job` to its end; Ctrl-C and SIGTERM cancel it, and it then closes what it opened.

    Raises CancelledError after that, if the job does not end in another way.
    """

    async def supervised() -> T:
        loop, task = asyncio.get_running_loop(), asyncio.ensure_future(job)

        def stop() -> None:
            # Once: a second Ctrl-C would otherwise break off the closing that the first one began.
            if not task.cancelling():
                task.cancel()

        for sign in (signal.SIGINT, signal.SIGTERM):
            loop.add_signal_handler(sign, stop)
        return await task

    return asyncio.run(supervised())


if __name__ == "__main__":
    main()
