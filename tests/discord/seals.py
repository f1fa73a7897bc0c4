"""Seals to press buttons on, for the tests of their buttons."""

import io

from PIL import Image

from tests.discord.harness import Member, Reply, Stage


async def seal(stage: Stage, member: Member | None = None, **options: object) -> Reply:
    chosen = {"name": "Leo", "rarity": "normal", "attribute": "聖", **options}
    reply = await (member or stage.haru).slash("sticker", **chosen)
    await stage.settled()
    return reply


async def pressed(stage: Stage, member: Member, reply: Reply, prefix: str) -> Reply:
    """Press the button of a message whose custom_id begins with this prefix."""
    answer = await member.press(
        reply, custom_id=next(one for one in reply.custom_ids if one.startswith(f"{prefix}:"))
    )
    await stage.settled()
    return answer


def picture(reply: Reply) -> Image.Image:
    (name,) = reply.pictures
    return Image.open(io.BytesIO(reply.files[name]))


def said(reply: Reply) -> str:
    """The one private sentence that was said."""
    answers = [reply, *reply.followups] if reply.result.response else reply.followups
    (text,) = [answer.text for answer in answers if answer.ephemeral and answer.text]
    return text
