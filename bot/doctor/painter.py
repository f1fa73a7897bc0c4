"""The AI painter's server: is it there, does it take the key, what can it do. Asks only for what nobody charges."""

from collections.abc import Iterator

from bot.doctor.finding import Finding
from bot.errors import PainterKeyRefused, SettingInvalid
from bot.painters.openai.access import Access
from bot.painters.openai.survey import Survey, survey
from bot.settings import Settings, without_password


async def examine(settings: Settings) -> list[Finding]:
    """What the AI painter would find."""
    if settings.painter == "local":
        return [Finding(key="doctor-ai-off")]
    try:
        access = settings.image_server()
    except SettingInvalid:
        return [Finding(key="doctor-ai-none", well=False)]
    if access is None:
        return [Finding(key="doctor-ai-none", well=False, optional=True)]
    found = await survey(access)
    values: dict[str, str | int] = {"url": without_password(access.base_url)}
    match found.failure:
        case None:
            return [Finding(key="doctor-ai", values=values), *_abilities(access, found)]
        case PainterKeyRefused():
            return [Finding(key="doctor-ai-key-refused", well=False, values=values)]
        case _:
            return [Finding(key="doctor-ai-away", well=False, values=values)]


def _abilities(access: Access, found: Survey) -> Iterator[Finding]:
    model: dict[str, str | int] = {"model": access.model}
    match found.has_model:
        case True:
            yield Finding(key="doctor-ai-model", values=model)
        case False:
            yield Finding(key="doctor-ai-model-unknown", well=False, values=model)
        case None:
            yield Finding(key="doctor-ai-model-unlisted", values=model)
    if access.model not in access.prices:
        yield Finding(key="doctor-ai-unpriced", well=False, optional=True, values=model)
    match found.has_checking:
        case True:
            yield Finding(key="doctor-ai-checking")
        case False:
            yield Finding(key="doctor-ai-unchecked", well=False, optional=True)
        case None:
            yield Finding(key="doctor-ai-checking-untried")
    yield Finding(key="doctor-ai-untried")
