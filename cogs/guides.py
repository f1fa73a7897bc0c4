"""Cards for those who are new: /help, and the welcome. Values to components; asks nothing, decides nothing."""

from collections.abc import Mapping

import discord
from discord.ui import ActionRow, Container, LayoutView, MediaGallery, Separator, TextDisplay

from bot.reception import Sample
from bot.stickers.design import Rarity
from bot.stickers.house_rules import HouseRules
from bot.stickers.quotas import Quotas
from bot.words import Words
from cogs.cards import ACCENTS, QUIET, Card, alt_of
from cogs.drafts import MakeButton

WELCOME_PICTURE = "welcome.gif"


def help_card(words: Words, samples: Mapping[Rarity, Sample], rules: HouseRules, host: Quotas) -> Card:
    """What to do, how it comes out, how many one may make; with samples, if there are any."""
    lines = [f"## {words('help-heading')}", words("help-command"), words("help-menu")]
    container: Container[LayoutView] = Container(TextDisplay("\n".join(lines)), accent_color=QUIET)
    files = {
        f"{rarity}.webp": (sample.picture, alt_of(words, sample.design)) for rarity, sample in samples.items()
    }
    if files:
        shown = [
            discord.MediaGalleryItem(f"attachment://{name}", description=about)
            for name, (_, about) in files.items()
        ]
        container.add_item(MediaGallery(*shown))
    container.add_item(TextDisplay(_chances(words, rules)))
    container.add_item(Separator())
    container.add_item(TextDisplay("\n".join([words("help-more"), _limits(words, rules.tighten(host))])))
    container.add_item(ActionRow(MakeButton.make(words("button-make"))))
    return Card(container, files)


def welcome_card(words: Words, sample: Sample) -> Card:
    """Hello to a server: one seal, one button."""
    about = alt_of(words, sample.design)
    container: Container[LayoutView] = Container(
        TextDisplay(f"## {words('welcome-heading')}\n{words('welcome')}"),
        MediaGallery(discord.MediaGalleryItem(f"attachment://{WELCOME_PICTURE}", description=about)),
        accent_color=ACCENTS[sample.design.attribute],
    )
    container.add_item(ActionRow(MakeButton.make(words("button-make"))))
    return Card(container, {WELCOME_PICTURE: (sample.picture, about)})


def _chances(words: Words, rules: HouseRules) -> str:
    odds = rules.odds
    return words(
        "help-odds", normal=odds[Rarity.NORMAL], rare=odds[Rarity.RARE], super_rare=odds[Rarity.SUPER_RARE]
    )


def _limits(words: Words, quotas: Quotas) -> str:
    """For the member: how many at once, and a day where that is limited."""
    parts = [words("help-at-once", limit=quotas.at_once)] if quotas.at_once else []
    if quotas.member_daily:
        parts.append(words("help-daily", limit=quotas.member_daily))
    return "\n".join(parts)
