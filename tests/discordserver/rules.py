"""What Discord allows and what it makes of a write: tokens, permissions, sizes, files, nonces. No network."""

import json
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from tests.discordserver.world import (
    COMPONENTS_V2,
    EPHEMERAL,
    LOADING,
    Channel,
    Interaction,
    May,
    Message,
    Refusal,
    Upload,
    Version,
    World,
    parts,
)

TOKEN_LIFE = timedelta(minutes=15)
PATIENCE = timedelta(seconds=3)
"""How long an interaction waits for its answer."""
DEFERS, UPDATES, DEFERS_UPDATE, AUTOCOMPLETES, MODAL, REPLIES = 5, 7, 6, 8, 9, 4
"""Discord's numbers of answers to an interaction."""
MOST_COMPONENTS, LONGEST_ID = 40, 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """The body of a write: its JSON, and its files in order."""

    payload: dict[str, Any] = field(default_factory=dict)
    files: tuple[tuple[str, bytes], ...] = ()

    @classmethod
    def of(cls, fields: dict[str, str], files: dict[int, tuple[str, bytes]]) -> "Written":
        """From the parts of a multipart body."""
        return cls(payload=json.loads(fields["payload_json"]), files=tuple(files[n] for n in sorted(files)))

    @property
    def size(self) -> int:
        return sum(len(data) for _, data in self.files)

    def holds(self, name: str) -> bool:
        """Whether one of its files is named so, to begin with."""
        return any(file.startswith(name) for file, _ in self.files)


class Rules:
    """Changes the world as Discord would, or raises Refusal."""

    def __init__(self, world: World) -> None:
        self.world = world

    def by_token(self, token: str) -> Interaction:
        """The interaction that a token speaks for. Refuses unknown and old tokens."""
        asked = self.world.interactions.get(token)
        if asked is None:
            raise Refusal(404, 10015, "Unknown Webhook")
        if self.world.clock() - asked.created >= TOKEN_LIFE:
            raise Refusal(401, 50027, "Invalid Webhook Token")
        return asked

    def unanswered(self, interaction_id: int, token: str) -> Interaction:
        """The interaction that an answer is for. Refuses a late one and a second one."""
        asked = self.world.interactions.get(token)
        if asked is None or asked.id != interaction_id:
            raise Refusal(404, 10062, "Unknown interaction")
        if asked.answered is not None:
            raise Refusal(400, 40060, "Interaction has already been acknowledged.")
        if self.world.clock() - asked.created > PATIENCE:
            raise Refusal(404, 10062, "Unknown interaction")
        return asked

    def answer(self, asked: Interaction, kind: int, written: Written) -> None:
        """Answer an interaction."""
        if kind == MODAL:
            asked.modal = written.payload
        elif kind in (REPLIES, DEFERS):
            flags = int(written.payload.get("flags", 0))
            asked.message = self._begin(asked.channel, token=asked.token)
            asked.message.shown_to = asked.person.id if flags & EPHEMERAL else None
            loading = Written(payload={**written.payload, "flags": flags | LOADING})
            self.write(asked.message, loading if kind == DEFERS else written, by="token")
        elif kind == UPDATES and asked.message is not None:
            self.write(asked.message, written, by="token")
        asked.answered = kind
        self.world.tell()

    def follow_up(self, asked: Interaction, written: Written) -> Message:
        """A further message; while "is thinking" stands, the first one takes its place."""
        if asked.answered is None:
            raise Refusal(404, 10015, "Unknown Webhook")
        if asked.message is not None and asked.message.thinking and asked.answered == DEFERS:
            self.write(asked.message, written, by="token")
            return asked.message
        self._check_place(asked.channel, needed=May(0))
        message = self._begin(asked.channel, token=asked.token)
        message.shown_to = asked.person.id if int(written.payload.get("flags", 0)) & EPHEMERAL else None
        self.write(message, written, by="token")
        asked.followups.append(message)
        return message

    def answered_message(self, asked: Interaction, name: str) -> Message:
        """The message of an interaction: `@original`, or a number. Refuses what is gone."""
        if name == "@original":
            found = asked.message
        else:
            found = next(
                (each for each in (asked.message, *asked.followups) if each and each.id == int(name)), None
            )
        if asked.channel.gone:
            raise Refusal(404, 10003, "Unknown Channel")
        if found is None or found.deleted:
            raise Refusal(404, 10008, "Unknown Message")
        return found

    def channel(self, channel_id: int, needed: May = May.VIEW) -> Channel:
        """A channel in which the bot may do what is needed."""
        channel = self.world.channels.get(channel_id)
        if channel is None:
            raise Refusal(404, 10003, "Unknown Channel")
        self._check_place(channel, needed)
        return channel

    def own_message(self, channel: Channel, message_id: int) -> Message:
        """A message that the bot may change as itself: never an ephemeral one."""
        message = channel.messages.get(message_id)
        if message is None or message.deleted or message.shown_to is not None:
            raise Refusal(404, 10008, "Unknown Message")
        if message.author_id != self.world.bot.id:
            raise Refusal(403, 50005, "Cannot edit a message authored by another user")
        return message

    def post(self, channel: Channel, written: Written) -> Message:
        """A new message of the bot. With an enforced nonce the second is the first."""
        if channel.partner is not None and not channel.partner.takes_messages:
            raise Refusal(403, 50007, "Cannot send messages to this user")
        nonce = written.payload.get("nonce")
        if nonce is not None and written.payload.get("enforce_nonce"):
            for message in channel.messages.values():
                if message.nonce == str(nonce) and message.author_id == self.world.bot.id:
                    return message
        self._check_size(written)
        message = self._begin(channel)
        message.nonce = None if nonce is None else str(nonce)
        self.write(message, written, by="bot")
        return message

    def write(self, message: Message, written: Written, *, by: str) -> None:
        """Make a new version of a message. Refuses before anything has changed."""
        self._check_size(written)
        payload, before = written.payload, message.versions[-1] if message.versions else None
        flags = int(payload.get("flags") or 0) & (COMPONENTS_V2 | LOADING) | self._lasting(message, before)
        kept = self._uploads(message, written)
        components = payload.get("components", before.components if before else ())
        content = payload.get("content", before.content if before else "") or ""
        _check_components(components, content, flags, {upload.name for upload in kept})
        if not (content or components or kept or flags & LOADING):
            raise Refusal(400, 50006, "Cannot send an empty message")
        for upload in message.uploads:
            if upload not in kept:
                self.world.files.pop(upload.id, None)
        message.uploads = kept
        self.world.files |= {upload.id: upload for upload in kept}
        version = Version(
            at=self.world.clock(),
            by=by,
            content=content,
            components=tuple(components),
            files={upload.name: len(upload.data) for upload in kept},
            flags=flags,
        )
        message.versions.append(version)
        self.world.channels[message.channel_id].messages[message.id] = message
        self.world.tell()

    def _begin(self, channel: Channel, token: str | None = None) -> Message:
        """A message that is not there before it is written."""
        return Message(
            id=self.world.new_id(), channel_id=channel.id, author_id=self.world.bot.id, token=token
        )

    def _lasting(self, message: Message, before: Version | None) -> int:
        """Flags that no edit takes away."""
        return (EPHEMERAL if message.shown_to else 0) | (before.flags & COMPONENTS_V2 if before else 0)

    def _uploads(self, message: Message, written: Written) -> list[Upload]:
        """The files it has afterwards: those old ones that are named again, and the new ones."""
        listed = written.payload.get("attachments")
        new = {str(n): file for n, file in enumerate(written.files)}
        if listed is None:
            listed = [*({"id": str(each.id)} for each in message.uploads), *({"id": n} for n in new)]
        old = {str(upload.id): upload for upload in message.uploads}
        kept = []
        for item in listed:
            if str(item["id"]) in new:
                name, data = new[str(item["id"])]
                words = item.get("description")
                kept.append(Upload(id=self.world.new_id(), name=name, data=data, words=words))
            elif str(item["id"]) in old:
                kept.append(old[str(item["id"])])
            else:
                raise Refusal(400, 50035, f"Unknown attachment {item['id']}")
        return kept

    def _check_size(self, written: Written) -> None:
        if written.size > self.world.file_limit:
            raise Refusal(413, 40005, "Request entity too large")

    def _check_place(self, channel: Channel, needed: May) -> None:
        if channel.gone:
            raise Refusal(404, 10003, "Unknown Channel")
        if channel.partner is None and needed and not channel.may & May.VIEW:
            raise Refusal(403, 50001, "Missing Access")
        if channel.partner is None and needed & ~channel.may:
            raise Refusal(403, 50013, "Missing Permissions")


def _check_components(components: Any, content: str, flags: int, files: set[str]) -> None:
    found = parts(components)
    if flags & COMPONENTS_V2 and content:
        raise Refusal(400, 50035, "content cannot be used with MessageFlags.IS_COMPONENTS_V2")
    if (
        found
        and not flags & COMPONENTS_V2
        and any(part["type"] not in (1, 2, 3, 5, 6, 7, 8) for part in found)
    ):
        raise Refusal(400, 50035, "these components need MessageFlags.IS_COMPONENTS_V2")
    if len(found) > MOST_COMPONENTS or any(len(part.get("custom_id", "")) > LONGEST_ID for part in found):
        raise Refusal(400, 50035, "too many components, or too long a custom_id")
    named = [item["media"]["url"] for part in found for item in part.get("items", [])]
    for url in named:
        if url.startswith("attachment://") and url.removeprefix("attachment://") not in files:
            raise Refusal(400, 50035, f"{url} is not attached")
