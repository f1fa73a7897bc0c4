"""What the asker can put right."""

from bot.errors.root import KirasealError


class Refused(KirasealError):
    """The asker can put it right."""

    is_final = True


class NothingAsked(Refused):
    """No name, no words and no picture were given."""

    key = "error-nothing-asked"


class TextTooLong(Refused):
    """A text is over its limit. Values: field (key of the field's label), limit, length."""

    key = "error-text-too-long"


class UnknownColour(Refused):
    """A colour that is neither a known name nor #rrggbb. Values: colour."""

    key = "error-unknown-colour"


class PictureTooHeavy(Refused):
    """A file over the byte limit. Values: limit_mb."""

    key = "error-picture-too-heavy"


class PictureTooLarge(Refused):
    """A picture of more pixels than we open. Values: width, height, limit (edge in pixels)."""

    key = "error-picture-too-large"


class PictureUnreadable(Refused):
    """Not a picture, or a broken one."""

    key = "error-picture-unreadable"


class PictureKindRefused(Refused):
    """A real picture of a kind we do not take. Values: kind."""

    key = "error-picture-kind"


class NotYours(Refused):
    """It belongs to somebody else."""

    key = "error-not-yours"


class Gone(Refused):
    """It is not there any more."""

    key = "error-gone"


class NothingToCancel(Refused):
    """The task has ended already."""

    key = "error-nothing-to-cancel"


class RolesOnly(Refused):
    """The server lets only members of certain roles make stickers."""

    key = "error-roles-only"


class ManagersOnly(Refused):
    """Only those who may manage the server may do that."""

    key = "error-managers-only"


class OrderUnreadable(Refused):
    """What a task says to make makes no sense: another version wrote it, or another program."""

    key = "error-order-unreadable"


class NotInServer(Refused):
    """A server's album or numbers were asked for where there is no server."""

    key = "error-not-in-server"


class NotANumber(Refused):
    """What was typed for a page is no number. Values: last (page)."""

    key = "error-not-a-number"


class OddsOverfull(Refused):
    """Rare and super rare would be more than a hundred in a hundred. Values: rare, super_rare (percent)."""

    key = "error-odds-overfull"


class PermissionLacking(Refused):
    """The bot lacks a permission in this channel. Values: permission (key of its name)."""

    key = "error-permission-lacking"


class NothingToUse(Refused):
    """A message that has neither a picture nor words."""

    key = "error-nothing-to-use"


class NoAiHere(Refused):
    """This server draws without AI."""

    key = "error-no-ai-here"


class ServerOnly(Refused):
    """It concerns a server, and this is none that the bot is in."""

    key = "error-server-only"


class KeepersOnly(Refused):
    """Only those who may add emoji and stickers to the server may do that."""

    key = "error-keepers-only"


class HandsTied(Refused):
    """The bot itself may not add emoji and stickers to the server."""

    key = "error-hands-tied"


class StickersFull(Refused):
    """The server has no room for another sticker."""

    key = "error-stickers-full"


class EmojiFull(Refused):
    """The server has no room for another emoji of that kind."""

    key = "error-emoji-full"


class NameTaken(Refused):
    """The server has an emoji or a sticker of that name. Values: name."""

    key = "error-name-taken"


class UnderWay(Refused):
    """The very same is being made already: somebody pressed twice."""

    key = "error-under-way"


class FileTooHeavy(Refused):
    """Even the smallest form of a file is too big for the place where it is wanted. Values: limit_mb."""

    key = "error-file-too-heavy"


class WordBlocked(Refused):
    """A word that the host does not want. It is not repeated."""

    key = "error-word-blocked"
