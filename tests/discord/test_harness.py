"""The stage itself, with a bot small enough to be sure of."""

from collections.abc import AsyncIterator

import pytest

from tests.discord.harness import Stage, open_stage
from tests.discord.little_bot import Workshop


@pytest.fixture
async def backstage() -> AsyncIterator[Workshop]:
    async with Workshop() as workshop:
        yield workshop


async def test_a_settled_stage_shows_the_finished_message(stage: Stage) -> None:
    reply = await stage.haru.slash("make", name="炎", attribute="聖", picture=("a.png", b"12345"))
    assert reply.result.acknowledged
    await stage.settled()
    assert reply.text == "炎聖 ja 5"
    assert reply.labels == ["again"]
    assert reply.custom_ids == ["little:again"]
    assert reply.pictures == ["seal.webp"]
    assert reply.files == {"seal.webp": "seal of 炎聖 ja 5".encode()}
    assert not reply.ephemeral


async def test_work_in_the_background_does_not_hold_up_the_members(stage: Stage) -> None:
    workshop = stage.backstage
    assert isinstance(workshop, Workshop)
    workshop.may_finish.clear()
    reply = await stage.haru.slash("make", name="x")
    greeting = await stage.robin.slash("greet")
    assert greeting.text.startswith("en-US")
    await stage.haru.press(reply, "cancel")
    workshop.may_finish.set()
    await stage.settled()
    assert reply.text == "x ja 0"


async def test_a_private_message_is_edited_too(stage: Stage) -> None:
    reply = await stage.robin.slash("make", name="x", private=True)
    await stage.settled()
    assert reply.ephemeral
    assert reply.text == "x en-US 0"


async def test_a_button_works_after_a_restart(stage: Stage) -> None:
    reply = await stage.haru.slash("make", name="x")
    await stage.settled()
    await stage.restart()
    again = await stage.robin.press(reply, "again")
    await stage.settled()
    assert again.text == "again"
    assert [said.text for said in stage.replies()] == ["x ja 0", "again"]


async def test_members_can_write_to_the_bot_alone(stage: Stage) -> None:
    reply = await stage.haru.dm.slash("make", name="x")
    await stage.settled()
    again = await stage.haru.dm.press(reply, custom_id="little:again")
    await stage.settled()
    assert (reply.text, again.text) == ("x ja 0", "again")


async def test_members_have_languages_faces_and_limits(stage: Stage) -> None:
    assert (await stage.haru.slash("greet")).text == "ja 10 MiB True False"
    stage.locales[stage.haru.id] = "fr"
    stage.carriers.add(stage.haru.id)
    assert (await stage.haru.slash("greet")).text == "fr 10 MiB True True"


async def test_a_failing_command_is_reported_and_unanswered(stage: Stage) -> None:
    reply = await stage.haru.slash("fail")
    assert not reply.result.acknowledged
    with pytest.raises(AssertionError, match="no message"):
        _ = reply.text
    (error,) = stage.env.errors
    assert "on purpose" in str(error)


async def test_leaving_the_stage_raises_what_nobody_looked_at() -> None:
    with pytest.raises(ExceptionGroup, match="bot raised 1 error"):
        async with Workshop() as workshop, open_stage(workshop) as stage:
            await stage.haru.slash("fail")
