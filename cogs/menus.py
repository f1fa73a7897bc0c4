"""“Make sticker” on a member and on a message: their picture, or their words, become a seal of whoever chose it."""

from dataclasses import replace

import discord
from discord import app_commands
from discord.ext import commands

from bot.client import StickerBot
from bot.errors import NothingToUse
from bot.stickers.design import NAME_LIMIT, PROMPT_LIMIT
from bot.stickers.request import Request
from cogs.ordering import order_or_edit, place_order
from cogs.speaking import say, words_for

Interaction = discord.Interaction[StickerBot]

AVATAR_EDGE = 1024
"""Pixels: as large as a seal."""


class MenusCog(commands.Cog):
    """Hangs both menus into the tree for as long as it is loaded."""

    def __init__(self, bot: StickerBot) -> None:
        self.bot = bot
        self._menus = (
            app_commands.ContextMenu(name=say("menu-make"), callback=of_member),
            app_commands.ContextMenu(name=say("menu-make"), callback=of_message),
        )

    async def cog_load(self) -> None:
        """Hang them in."""
        for menu in self._menus:
            self.bot.tree.add_command(menu)

    async def cog_unload(self) -> None:
        """Take them out."""
        for menu in self._menus:
            self.bot.tree.remove_command(menu.name, type=menu.type)


async def of_member(interaction: Interaction, member: discord.Member | discord.User) -> None:
    """Order a seal of somebody's avatar under their name."""
    avatar = member.display_avatar.replace(size=AVATAR_EDGE, format="png")
    asked = replace(_blank(interaction), name=member.display_name[:NAME_LIMIT], has_picture=True)
    await place_order(interaction, asked, picture=avatar)


async def of_message(interaction: Interaction, message: discord.Message) -> None:
    """Order a seal of a message's first picture, or else of its words. Raises NothingToUse."""
    # Only what was uploaded: the picture of an embed may stand anywhere.
    picture = next((file for file in message.attachments if _is_picture(file)), None)
    if picture is not None:
        await place_order(interaction, replace(_blank(interaction), has_picture=True), picture=picture)
        return
    text = message.clean_content.strip()
    if not text:
        raise NothingToUse
    await order_or_edit(interaction, replace(_blank(interaction), prompt=text[:PROMPT_LIMIT]))


def _blank(interaction: Interaction) -> Request:
    return Request(language=words_for(interaction).language.value)


def _is_picture(file: discord.Attachment) -> bool:
    return (file.content_type or "").startswith("image/")


async def setup(bot: StickerBot) -> None:
    """Loaded by name: see bot/client.py."""
    await bot.add_cog(MenusCog(bot))
