"""The card of /settings and its menus. Values to components; asks nothing, decides nothing."""

from collections.abc import Iterable
from typing import Any, Self

import discord
from discord import SelectDefaultValue, SelectDefaultValueType, SelectOption
from discord.ui import ActionRow, ChannelSelect, Container, LayoutView, TextDisplay

from bot.stickers.design import Rarity
from bot.stickers.house_rules import MOST_CHANNELS, MOST_ROLES, HouseRules
from bot.stickers.quotas import Quotas
from bot.words import Language, Words
from cogs.buttons import Lasting, LastingMenu, RolesMenu
from cogs.cards import QUIET, Card

PLACES = [
    discord.ChannelType.text,
    discord.ChannelType.news,
    discord.ChannelType.forum,
    discord.ChannelType.voice,
    discord.ChannelType.stage_voice,
]
"""Kinds of channels in which seals can be shown. A thread or a post counts as what it belongs to."""
READER = "reader"
"""The menu's value for "each reader's own language"."""
LANGUAGE_KEYS = {
    READER: "language-reader",
    Language.ENGLISH.value: "language-en",
    Language.JAPANESE.value: "language-ja",
}
AI_KEYS = {"auto": "ai-auto", "local": "ai-local"}
PRIVATE_KEYS = {"shared": "private-shared", "private": "private-private"}


class ChannelsMenu(Lasting[ChannelSelect[Any]], template=r"channels"):
    """Says in which channels seals are shown to everybody."""

    prefix = "channels"

    @classmethod
    def make(cls, placeholder: str, chosen: Iterable[int]) -> Self:
        """A fresh menu with the channels that are chosen now."""
        defaults = [SelectDefaultValue(id=each, type=SelectDefaultValueType.channel) for each in chosen]
        return cls(
            ChannelSelect(
                placeholder=placeholder,
                channel_types=PLACES,
                min_values=0,
                max_values=MOST_CHANNELS,
                default_values=defaults,
                custom_id=cls.custom_id_of(),
            )
        )


class RuleMenu(LastingMenu, template=r"rule:(?P<rule>ai|language|private)"):
    """Sets one rule to one of a few values."""

    prefix = "rule"


LASTING = (ChannelsMenu, RuleMenu)


def rules_card(words: Words, rules: HouseRules, host: Quotas) -> Card:
    """A server's rules as they hold now, and the menus that change them."""
    text = "\n".join(
        [f"## {words('settings-heading')}", *_limits(words, rules, host), *_manners(words, rules)]
    )
    container: Container[LayoutView] = Container(
        TextDisplay(f"{text}\n-# {words('settings-hint')}"), accent_color=QUIET
    )
    for menu in _menus(words, rules):
        container.add_item(ActionRow(menu))
    return Card(container)


def _limits(words: Words, rules: HouseRules, host: Quotas) -> list[str]:
    holds = rules.tighten(host)
    roles = " ".join(f"<@&{role}>" for role in rules.roles)
    return [
        words("settings-per-member", limit=holds.member_daily),
        words("settings-per-server", limit=holds.server_daily),
        words("settings-pause", seconds=int(holds.cooldown.total_seconds())),
        words("settings-roles", roles=roles) if roles else words("settings-everyone"),
    ]


def _manners(words: Words, rules: HouseRules) -> list[str]:
    odds = rules.odds
    channels = " ".join(f"<#{channel}>" for channel in rules.channels)
    return [
        words("settings-channels", channels=channels) if channels else words("settings-everywhere"),
        words(
            "settings-odds",
            normal=odds[Rarity.NORMAL],
            rare=odds[Rarity.RARE],
            super_rare=odds[Rarity.SUPER_RARE],
        ),
    ]


def _menus(words: Words, rules: HouseRules) -> list[Lasting[Any]]:
    """The menus say by themselves what holds: their chosen entry."""
    return [
        RolesMenu.make(words("settings-pick-roles"), rules.roles, most=MOST_ROLES),
        ChannelsMenu.make(words("settings-pick-channels"), rules.channels),
        RuleMenu.make(None, _options(words, AI_KEYS, "auto" if rules.ai else "local"), "ai"),
        RuleMenu.make(None, _options(words, LANGUAGE_KEYS, rules.language or READER), "language"),
        RuleMenu.make(
            None, _options(words, PRIVATE_KEYS, "private" if rules.private else "shared"), "private"
        ),
    ]


def _options(words: Words, keys: dict[str, str], chosen: str) -> list[SelectOption]:
    return [
        SelectOption(label=words(key), value=value, default=value == chosen) for value, key in keys.items()
    ]
