"""Have words and a picture judged by the server's moderation. Costs nothing, and decides nothing itself."""

import base64
import logging
from typing import Any

from openai import AsyncOpenAI

from bot.errors import AnswerGarbled, IdeaUnsafe

MODEL = "omni-moderation-latest"

log = logging.getLogger(__name__)


async def check_safety(client: AsyncOpenAI, text: str, picture: bytes | None) -> None:
    """Raise IdeaUnsafe if `text` or `picture` (PNG) is flagged, AnswerGarbled if the answer is no judgement.

    The SDK's own errors come through as they are.
    """
    content: list[Any] = [{"type": "text", "text": text}]
    if picture is not None:
        address = "data:image/png;base64," + base64.b64encode(picture).decode("ascii")
        content.append({"type": "image_url", "image_url": {"url": address}})
    answer = await client.moderations.create(model=MODEL, input=content)
    results = getattr(answer, "results", None)
    if not isinstance(results, list) or not results:
        raise AnswerGarbled
    for result in results:
        verdict = getattr(result, "flagged", None)
        if not isinstance(verdict, bool):
            raise AnswerGarbled
        if verdict:
            log.info("an idea was refused before it was drawn")
            raise IdeaUnsafe
