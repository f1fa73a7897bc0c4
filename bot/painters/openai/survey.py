"""Look at an image server by requests that nobody charges for: is it there, does it take the key, what can it do."""

import asyncio
from dataclasses import dataclass

import openai

from bot.errors import KirasealError, PainterModelUnknown, PainterUnable
from bot.painters.openai.access import Access
from bot.painters.openai.failures import Course, out_of_time, translated
from bot.painters.openai.safety import check_safety
from bot.painters.openai.wire import open_client

_HARMLESS = "a cheerful seal with a red scarf"


@dataclass(frozen=True, slots=True, kw_only=True)
class Survey:
    """What was found. None for what the server does not tell."""

    failure: KirasealError | None = None
    """Why it cannot be used at all."""
    has_model: bool | None = None
    has_checking: bool | None = None


async def survey(access: Access) -> Survey:
    """Ask for the models, and for a check of harmless words if the host wants checks. Raises nothing."""
    async with open_client(access) as http:
        client = openai.AsyncOpenAI(
            api_key=access.key or "none",
            base_url=access.base_url,
            max_retries=0,
            timeout=http.timeout,
            http_client=http,
        )
        try:
            has_model = await _has_model(client, access)
        except KirasealError as exc:
            return Survey(failure=exc)
        return Survey(has_model=has_model, has_checking=await _has_checking(client, access))


async def _has_model(client: openai.AsyncOpenAI, access: Access) -> bool | None:
    """Whether the model stands in the server's list; None where the server keeps none. Raises KirasealError."""
    course = Course(model=access.model, patience=access.check_timeout)
    try:
        async with asyncio.timeout(access.check_timeout):
            page = await client.models.list()
        return access.model in {str(model.id) for model in page.data}
    except TimeoutError as exc:
        raise out_of_time(course) from exc
    except Exception as exc:
        failure = translated(exc, course)
        if isinstance(failure, PainterUnable):
            return None
        raise failure from exc


async def _has_checking(client: openai.AsyncOpenAI, access: Access) -> bool | None:
    if not access.moderation:
        return None
    try:
        async with asyncio.timeout(access.check_timeout):
            await check_safety(client, _HARMLESS, None)
    except TimeoutError:
        return None
    except Exception as exc:
        failure = translated(exc, Course(model=access.model, patience=access.check_timeout))
        return False if isinstance(failure, PainterUnable | PainterModelUnknown) else None
    return True
