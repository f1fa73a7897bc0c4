"""Values of the stand-in's world as Discord's API writes them: what discord.py reads. Decides nothing."""

from typing import Any

from tests.discordserver.world import EPHEMERAL, Channel, Interaction, May, Message, Person, Upload, World

TEXT_CHANNEL, DIRECT_CHANNEL, SLASH_REPLY = 0, 1, 20
"""Discord's numbers of channel and message types."""


def user(person: Person) -> dict[str, Any]:
    return {
        "id": str(person.id),
        "username": person.name.lower(),
        "global_name": person.name,
        "discriminator": "0",
        "avatar": None,
        "bot": person.is_bot,
        "public_flags": 0,
    }


def member(world: World, person: Person) -> dict[str, Any]:
    return {
        "user": user(person),
        "roles": [],
        "joined_at": "2026-01-01T00:00:00+00:00",
        "deaf": False,
        "mute": False,
        "flags": 0,
        "permissions": str(int(May.ALL)),
    }


def application(world: World) -> dict[str, Any]:
    return {
        "id": str(world.bot.id),
        "name": world.bot.name,
        "description": "",
        "icon": None,
        "bot_public": True,
        "bot_require_code_grant": False,
        "owner": user(world.bot),
        "verify_key": "",
        "flags": 0,
    }


def guild(world: World) -> dict[str, Any]:
    everyone = {
        "id": str(world.guild_id),
        "name": "@everyone",
        "color": 0,
        "colors": {"primary_color": 0, "secondary_color": None, "tertiary_color": None},
        "hoist": False,
        "position": 0,
        "permissions": str(int(May.ALL)),
        "managed": False,
        "mentionable": False,
        "flags": 0,
    }
    here = [
        channel(world, each) for each in world.channels.values() if each.partner is None and not each.gone
    ]
    return {
        "id": str(world.guild_id),
        "name": "Seal makers",
        "owner_id": str(world.bot.id),
        "roles": [everyone],
        "emojis": [],
        "stickers": [],
        "features": [],
        "channels": here,
        "threads": [],
        "members": [member(world, world.bot)],
        "member_count": len(world.people),
        "premium_tier": 0,
        "preferred_locale": "en-US",
        "unavailable": False,
        "large": False,
        "joined_at": "2026-01-01T00:00:00+00:00",
    }


def channel(world: World, shown: Channel) -> dict[str, Any]:
    if shown.partner is not None:
        return {"id": str(shown.id), "type": DIRECT_CHANNEL, "recipients": [user(shown.partner)]}
    denied = {"id": str(world.bot.id), "type": 1, "allow": "0", "deny": str(int(May.ALL & ~shown.may))}
    return {
        "id": str(shown.id),
        "type": TEXT_CHANNEL,
        "guild_id": str(world.guild_id),
        "name": shown.name,
        "position": 0,
        "permission_overwrites": [denied],
        "nsfw": False,
        "topic": None,
        "parent_id": None,
    }


def upload(root: str, shown: Upload) -> dict[str, Any]:
    address = f"{root}/cdn/attachments/{shown.id}/{shown.name}"
    return {
        "id": str(shown.id),
        "filename": shown.name,
        "description": shown.words,
        "size": len(shown.data),
        "url": address,
        "proxy_url": address,
        "content_type": "application/octet-stream",
    }


def message(world: World, root: str, shown: Message) -> dict[str, Any]:
    """A message as it is now. `root` is the address of the server that holds its files."""
    by_name = {each.name: upload(root, each) for each in shown.uploads}
    now, edited = shown.now, len(shown.versions) > 1
    worded: dict[str, Any] = {
        "id": str(shown.id),
        "channel_id": str(shown.channel_id),
        "author": user(world.people[shown.author_id]),
        "content": now.content,
        "timestamp": shown.versions[0].at.isoformat(),
        "edited_timestamp": now.at.isoformat() if edited else None,
        "tts": False,
        "mention_everyone": False,
        "mentions": [],
        "mention_roles": [],
        "attachments": list(by_name.values()),
        "embeds": [],
        "components": [_component(part, by_name) for part in now.components],
        "pinned": False,
        "type": SLASH_REPLY if shown.token else 0,
        "flags": now.flags,
    }
    if shown.nonce is not None:
        worded["nonce"] = shown.nonce
    if shown.token is not None and (asked := world.interactions.get(shown.token)):
        worded["webhook_id"] = worded["application_id"] = str(world.bot.id)
        owners = {"0": str(world.guild_id)}
        metadata = {"id": str(asked.id), "type": asked.kind, "user": user(asked.person)}
        worded["interaction_metadata"] = {**metadata, "authorizing_integration_owners": owners}
    return worded


def asked(world: World, root: str, shown: Interaction, data: dict[str, Any]) -> dict[str, Any]:
    """An interaction as the gateway sends it."""
    direct = shown.channel.partner is not None
    worded: dict[str, Any] = {
        "id": str(shown.id),
        "application_id": str(world.bot.id),
        "type": shown.kind,
        "token": shown.token,
        "version": 1,
        "data": data,
        "channel_id": str(shown.channel.id),
        "channel": channel(world, shown.channel),
        "locale": shown.person.locale,
        "entitlements": [],
        "authorizing_integration_owners": {"0": str(0 if direct else world.guild_id)},
        "context": 1 if direct else 0,
        "attachment_size_limit": world.file_limit,
        "app_permissions": str(int(shown.channel.may)),
    }
    if shown.message is not None:
        worded["message"] = message(world, root, shown.message)
    if direct:
        return {**worded, "user": user(shown.person)}
    place = {"guild_id": str(world.guild_id), "guild_locale": "en-US"}
    return {**worded, **place, "member": member(world, shown.person)}


def callback(world: World, root: str, shown: Interaction) -> dict[str, Any]:
    """What the answer to an interaction is answered with, when the bot asks for it."""
    about: dict[str, Any] = {"id": str(shown.id), "type": shown.kind}
    worded: dict[str, Any] = {"interaction": about}
    if shown.message is not None:
        now = shown.message.now
        about["response_message_id"] = str(shown.message.id)
        about["response_message_loading"] = shown.message.thinking
        about["response_message_ephemeral"] = bool(now.flags & EPHEMERAL)
        worded["resource"] = {"type": shown.answered, "message": message(world, root, shown.message)}
    return worded


def _component(part: dict[str, Any], by_name: dict[str, dict[str, Any]]) -> dict[str, Any]:
    """A component with the addresses of the attachments that it names."""
    worded = dict(part)
    if "components" in part:
        worded["components"] = [_component(inner, by_name) for inner in part["components"]]
    if "items" in part:
        worded["items"] = [{**item, "media": _media(item["media"], by_name)} for item in part["items"]]
    for name in ("media", "file"):
        if name in part:
            worded[name] = _media(part[name], by_name)
    return worded


def _media(media: dict[str, Any], by_name: dict[str, dict[str, Any]]) -> dict[str, Any]:
    named = by_name.get(media["url"].removeprefix("attachment://"))
    if named is None:
        return media
    return {"url": named["url"], "proxy_url": named["proxy_url"], "attachment_id": named["id"]}
