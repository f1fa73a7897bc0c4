"""Members of the simulated Discord: they send commands, press buttons, choose from menus and fill in forms."""

import secrets
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from tests.discordserver import wording
from tests.discordserver.gateway import Gateway
from tests.discordserver.rules import PATIENCE
from tests.discordserver.world import Channel, Interaction, Message, Person, Upload, World, parts

COMMAND, PRESS, FORM = 2, 3, 5
ATTACHMENT = 11
"""Discord's numbers of interaction types, and of the option type that takes a file."""
BUTTON, MENU = 2, 3


@dataclass(frozen=True, slots=True)
class Answer:
    """What became of something that a member did."""

    interaction: Interaction

    @property
    def acknowledged(self) -> bool:
        """Whether the bot answered in time; if not, the member read "The application did not respond"."""
        return self.interaction.answered is not None

    @property
    def message(self) -> Message:
        """The message that answers it."""
        assert self.interaction.message is not None, "it was not answered by a message"
        return self.interaction.message


class Member:
    """Somebody who uses the bot, in the server's channel or wherever else they are told to."""

    def __init__(self, world: World, gateway: Gateway, person: Person, root: Callable[[], str]) -> None:
        self._world, self._gateway, self._root = world, gateway, root
        self.person = person

    async def slash(self, command: str, /, *, channel: Channel | None = None, **options: Any) -> Answer:
        """Send a slash command, a file as (name, bytes); wait until it is answered, or too late to be."""
        found = next(each for each in self._world.commands if each["name"] == command)
        kinds = {option["name"]: option["type"] for option in found.get("options", [])}
        files = [name for name in options if kinds[name] == ATTACHMENT]
        uploads = {name: self._hand_over(*options[name]) for name in files}
        given = {**options, **{name: str(upload.id) for name, upload in uploads.items()}}
        data = {
            "id": found["id"],
            "name": command,
            "type": 1,
            "options": [{"name": name, "type": kinds[name], "value": value} for name, value in given.items()],
        }
        if uploads:
            worded = {str(each.id): wording.upload(self._root(), each) for each in uploads.values()}
            data["resolved"] = {"attachments": worded}
        return await self._send(COMMAND, channel or self._world.channel, data)

    async def press(self, message: Message, custom_id: str) -> Answer:
        """Press a button. A custom_id that stands nowhere in the message is sent all the same: anyone can."""
        return await self._touch(message, {"custom_id": custom_id, "component_type": BUTTON})

    async def select(self, message: Message, custom_id: str, *values: str) -> Answer:
        """Choose values in a menu."""
        data = {"custom_id": custom_id, "component_type": MENU, "values": list(values)}
        return await self._touch(message, data)

    async def submit(self, answer: Answer, values: dict[str, str]) -> Answer:
        """Fill in the form that was the answer: custom_id to text."""
        modal = answer.interaction.modal
        assert modal is not None, "it was not answered by a form"
        fields = [part for part in parts(modal["components"]) if part.get("custom_id") in values]
        rows = [
            {"type": 1, "components": [{"type": part["type"], "custom_id": key, "value": values[key]}]}
            for part in fields
            if (key := part["custom_id"])
        ]
        data = {"custom_id": modal["custom_id"], "components": rows}
        return await self._send(FORM, answer.interaction.channel, data, answer.interaction.message)

    async def _touch(self, message: Message, data: dict[str, Any]) -> Answer:
        return await self._send(PRESS, self._world.channels[message.channel_id], data, message)

    async def _send(
        self, kind: int, channel: Channel, data: dict[str, Any], message: Message | None = None
    ) -> Answer:
        asked = Interaction(
            id=self._world.new_id(),
            token=secrets.token_urlsafe(32),
            kind=kind,
            person=self.person,
            channel=channel,
            created=self._world.clock(),
            message=message,
        )
        self._world.interactions[asked.token] = asked
        await self._gateway.dispatch(
            "INTERACTION_CREATE", wording.asked(self._world, self._root(), asked, data)
        )
        with suppress(TimeoutError):  # the member then reads that the application did not respond
            await self._world.until(lambda: asked.answered, patience=PATIENCE.total_seconds())
        return Answer(asked)

    def _hand_over(self, name: str, data: bytes) -> Upload:
        upload = Upload(id=self._world.new_id(), name=name, data=data)
        self._world.files[upload.id] = upload
        return upload
