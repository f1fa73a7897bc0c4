"""Everything that can go wrong, sorted by who can act. A key and values each; the catalogue has the words.

KirasealError
├── Refused              the asker can fix it
│   ├── NothingAsked         no name, no words, no picture
│   ├── TextTooLong          field, limit, length
│   ├── UnknownColour        colour
│   ├── PictureTooHeavy      limit_mb
│   ├── PictureTooLarge      width, height, limit: more pixels than we open
│   ├── PictureUnreadable    not a picture, or a broken one
│   ├── PictureKindRefused   kind: a picture, but of a kind we do not take
│   ├── NotYours             somebody else's sticker or task
│   ├── Gone                 a sticker or task that is not there any more
│   ├── NothingToCancel      the task has ended already
│   ├── OrderUnreadable      a task of another version, or of another program
│   ├── RolesOnly            the server lets only certain roles order
│   ├── ManagersOnly         only who may manage the server may do that
│   ├── OddsOverfull         rare, super_rare: more than a hundred together
│   ├── PermissionLacking    permission: what the bot itself may not do in this channel
│   ├── NothingToUse         a message that has neither a picture nor words
│   ├── NoAiHere             this server draws without AI
│   ├── ServerOnly           only in a server that the bot is in
│   ├── KeepersOnly          only who may add emoji and stickers to the server may do that
│   ├── HandsTied            the bot itself may not add emoji and stickers to the server
│   ├── StickersFull         the server has no room for another sticker
│   ├── EmojiFull            the server has no room for another emoji
│   ├── NameTaken            name: the server has an emoji or sticker of that name
│   ├── UnderWay             the very same is being made already
│   ├── FileTooHeavy         limit_mb: no form of it is small enough for this place
│   ├── IdeaUnsafe           the words or the picture break the AI painter's safety rules
│   ├── DrawingUnsafe        what came of them does, as the painter saw while it drew
│   ├── WordBlocked          a word that the host does not want
│   ├── NoAiPainter          this host has none
│   └── PainterBlind         this AI painter cannot work from pictures
├── TryLater             the same request may work later
│   ├── TooManyWaiting       limit
│   ├── TooSoon              at: a pause between two orders
│   ├── MemberDayFull        limit, at: orders a day
│   ├── ServerDayFull        limit, at: orders a day
│   ├── StillPacking         a parcel of the asker's is being packed already
│   ├── TooFewLeft           left, needed, at: several at once no longer fit into the day
│   ├── NotTaken             Discord did not take a sticker or an emoji for the server
│   ├── WorkerLost           a pool process died under the task
│   ├── DiscordUnreachable   Discord does not answer
│   ├── PictureUnreachable   Discord did not hand out the uploaded picture
│   ├── StorageFailed        a file could not be kept or read
│   ├── DatabaseFailed       locked, read-only, full or out of reach while we work
│   ├── DatabaseBusy         others write to the database without a pause
│   ├── PainterBusy          retry_after: too many requests just now
│   ├── PainterUnreachable   the AI painter's server takes no connection
│   ├── PainterUnfound       its address leads nowhere
│   ├── PainterSilent        seconds: it took the request and never answered
│   ├── PainterStalled       seconds: it fell silent while it drew
│   ├── PainterBroken        status, retry_after: it has trouble of its own
│   ├── PainterStumbled      it reported an error while it drew
│   ├── AnswerGarbled        its answer makes no sense
│   ├── DrawingMissing       its answer ended before the finished picture
│   ├── DrawingBroken        its picture cannot be opened
│   ├── DrawingTooLarge      its picture has more bytes or pixels than we open
│   └── AiRests              no money is spent now; the local painters go on
│       ├── MemberLimitReached   limit: pictures a day
│       ├── ServerLimitReached   limit: pictures a day
│       └── BudgetSpent          this month's
├── Cancelled            the asker took the task back
└── HostMustAct          set-up is wrong; the log says what
    ├── TokenMissing         no DISCORD_TOKEN
    ├── TokenRefused         Discord does not know the token
    ├── SettingInvalid       variable, expected: a setting that makes no sense
    ├── UnknownDatabase      url_scheme
    ├── DatabaseUnreachable  reason: the database cannot be opened
    ├── DatabaseTooNew       the database was migrated by a newer Kiraseal
    ├── DatabaseBehind       it lacks migrations of ours
    ├── DatabaseDamaged      the database file is not whole
    ├── DatabaseInUse        somebody has the database open that is to be replaced
    ├── BackupFolderClosed   folder: nothing can be written there
    ├── BackupMissing        folder: there is no backup in it
    ├── BackupUnreadable     file: not a whole backup, or none at all
    ├── BackupOfAnotherKind  file: of SQLite for PostgreSQL, or the other way round
    ├── NoRoom               folder, need_mb, free_mb: the disk is too full for it
    ├── ToolMissing          tool: a program of PostgreSQL is not installed
    ├── ToolFailed           tool, status: such a program gave up
    ├── UnfinishedTask       attempts: a task that failed at every attempt
    ├── PainterKeyRefused    the AI painter's server does not take OPENAI_API_KEY
    ├── PainterQuotaSpent    the account behind the key has nothing left
    ├── PainterModelUnknown  model: the server has no such model
    └── PainterUnable        status: the server does not do what we ask of it
"""

from typing import ClassVar

from bot.receipt import Receipt


def recalled(key: str | None, values: dict[str, str | int]) -> "KirasealError":
    """The error that was written down as `key` and `values`; KirasealError itself for a key of another version."""
    kinds = [KirasealError]
    for kind in kinds:
        kinds.extend(kind.__subclasses__())
    return next((kind for kind in kinds if kind.key == key), KirasealError)(**values)


def _revived(kind: type["KirasealError"], values: dict[str, str | int]) -> "KirasealError":
    return kind(**values)


class KirasealError(Exception):
    """Root. `key` names a sentence of the catalogue, `values` fill it. Never holds a sentence or a secret."""

    key: ClassVar[str] = "error-unknown"
    is_final: ClassVar[bool] = False
    """Whether trying again is pointless: a task that fails so has failed."""
    receipt: Receipt | None = None
    """What was charged although it failed. Stays in the process that learned of it."""

    def __init__(self, **values: str | int) -> None:
        self.values = values
        super().__init__(self.key, values)

    def __reduce__(self) -> tuple[object, ...]:
        """Let an error travel home from a pool process: by default pickle would call us with `args`, and fail."""
        return _revived, (type(self), self.values)


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


class IdeaUnsafe(Refused):
    """The safety rules of the AI painter do not allow the words or the picture. Nothing was drawn."""

    key = "error-idea-unsafe"


class DrawingUnsafe(Refused):
    """The AI painter stopped while it drew, for what it drew breaks its safety rules."""

    key = "error-drawing-unsafe"


class WordBlocked(Refused):
    """A word that the host does not want. It is not repeated."""

    key = "error-word-blocked"


class NoAiPainter(Refused):
    """This host has no AI painter."""

    key = "error-no-ai-painter"


class PainterBlind(Refused):
    """The AI painter's server cannot start from a picture."""

    key = "error-painter-blind"


class TryLater(KirasealError):
    """The same request may work later."""

    @property
    def retry_after(self) -> float | None:
        """Seconds after which trying again makes sense, where somebody said so."""
        seconds = self.values.get("retry_after", 0)
        return float(seconds) if isinstance(seconds, int) and seconds > 0 else None


class TooManyWaiting(TryLater):
    """The asker has as many tasks under way as are allowed. Values: limit."""

    key = "error-too-many-waiting"


class TooSoon(TryLater):
    """There must be a pause between two orders. Values: at (when it ends, seconds since 1970 as text)."""

    key = "error-too-soon"


class MemberDayFull(TryLater):
    """The member has ordered as many as a day allows. Values: limit, at (when it ends, as text)."""

    key = "error-member-day-full"


class ServerDayFull(TryLater):
    """The server's members have ordered as many as a day allows. Values: limit, at (when it ends, as text)."""

    key = "error-server-day-full"


class StillPacking(TryLater):
    """A parcel of the asker's own data is being packed already."""

    key = "error-still-packing"


class TooFewLeft(TryLater):
    """A day has room for some, but not for as many as are made at once. Values: left, needed, at (as text)."""

    key = "error-too-few-left"


class NotTaken(TryLater):
    """Discord did not take a sticker or an emoji for the server, and did not say anything one could act on."""

    key = "error-not-taken"


class WorkerLost(TryLater):
    """A pool process died under the task."""

    key = "error-worker-lost"


class PictureUnreachable(TryLater):
    """The uploaded picture could not be fetched."""

    key = "error-picture-unreachable"


class DiscordUnreachable(TryLater):
    """Discord does not answer at all."""

    key = "error-discord-unreachable"


class StorageFailed(TryLater):
    """A file could not be kept or read."""

    key = "error-storage-failed"


class DatabaseFailed(TryLater):
    """The database is locked, read-only, full or out of reach. The cause is the driver's own error."""

    key = "error-database-failed"


class DatabaseBusy(TryLater):
    """Others write to the database without a pause."""

    key = "error-database-busy"


class PainterBusy(TryLater):
    """The AI painter has too many requests. Values: retry_after (seconds, 0 where nobody said)."""

    key = "error-painter-busy"


class PainterUnreachable(TryLater):
    """The AI painter's server takes no connection."""

    key = "error-painter-unreachable"


class PainterUnfound(TryLater):
    """No machine answers to the name of the AI painter's server."""

    key = "error-painter-unfound"


class PainterSilent(TryLater):
    """The AI painter took the request and never began to answer. Values: seconds."""

    key = "error-painter-silent"


class PainterStalled(TryLater):
    """The AI painter fell silent while it drew. Values: seconds."""

    key = "error-painter-stalled"


class PainterBroken(TryLater):
    """The AI painter's server has trouble of its own. Values: status, retry_after (seconds, 0 where nobody said)."""

    key = "error-painter-broken"


class PainterStumbled(TryLater):
    """The AI painter reported an error while it drew."""

    key = "error-painter-stumbled"


class AnswerGarbled(TryLater):
    """What the AI painter answered makes no sense."""

    key = "error-answer-garbled"


class DrawingMissing(TryLater):
    """The AI painter's answer ended before the finished picture."""

    key = "error-drawing-missing"


class DrawingBroken(TryLater):
    """The AI painter's picture cannot be opened, or there is nothing on it."""

    key = "error-drawing-broken"


class DrawingTooLarge(TryLater):
    """The AI painter's picture has more bytes or pixels than we open."""

    key = "error-drawing-too-large"


class AiRests(TryLater):
    """No money is spent on a picture now; the local painters go on."""

    is_final = True


class MemberLimitReached(AiRests):
    """The member has had today's AI pictures. Values: limit."""

    key = "error-member-limit"


class ServerLimitReached(AiRests):
    """The server has had today's AI pictures. Values: limit."""

    key = "error-server-limit"


class BudgetSpent(AiRests):
    """This month's money is spent."""

    key = "error-budget-spent"


class Cancelled(KirasealError):
    """The asker took the task back. Stored in Task.error as `cancelled`."""

    is_final = True
    key = "error-cancelled"


class HostMustAct(KirasealError):
    """The set-up is wrong; only the host can put it right."""

    is_final = True


class TokenMissing(HostMustAct):
    """No DISCORD_TOKEN is set."""

    key = "error-token-missing"


class TokenRefused(HostMustAct):
    """Discord does not know the token."""

    key = "error-token-refused"


class SettingInvalid(HostMustAct):
    """A setting makes no sense. Values: variable (name), expected (key). Never what was written."""

    key = "error-setting-invalid"


class UnknownDatabase(HostMustAct):
    """DATABASE_URL has a scheme we cannot open. Values: url_scheme."""

    key = "error-unknown-database"


class DatabaseUnreachable(HostMustAct):
    """The database cannot be opened. Values: reason (kind of the driver's error, which holds no secret)."""

    key = "error-database-unreachable"


class DatabaseTooNew(HostMustAct):
    """The database was migrated by a newer Kiraseal. Values: version."""

    key = "error-database-too-new"


class DatabaseBehind(HostMustAct):
    """The database lacks migrations that the task at hand needs."""

    key = "error-database-behind"


class DatabaseDamaged(HostMustAct):
    """The database file is not whole."""

    key = "error-database-damaged"


class DatabaseInUse(HostMustAct):
    """A bot, or another program, has the database open that is to be replaced."""

    key = "error-database-in-use"


class BackupFolderClosed(HostMustAct):
    """Backups cannot be written there. Values: folder."""

    key = "error-backup-folder-closed"


class BackupMissing(HostMustAct):
    """There is no backup. Values: folder."""

    key = "error-backup-missing"


class BackupUnreadable(HostMustAct):
    """Not a whole backup, or none at all. Values: file."""

    key = "error-backup-unreadable"


class BackupOfAnotherKind(HostMustAct):
    """A backup of SQLite for PostgreSQL, or the other way round. Values: file."""

    key = "error-backup-of-another-kind"


class NoRoom(HostMustAct):
    """The disk is too full for what is to be done. Values: folder, need_mb, free_mb."""

    key = "error-no-room"


class ToolMissing(HostMustAct):
    """A program that comes with PostgreSQL is not installed. Values: tool."""

    key = "error-tool-missing"


class ToolFailed(HostMustAct):
    """A program that comes with PostgreSQL gave up; the log has its words. Values: tool, status (exit code)."""

    key = "error-tool-failed"


class UnfinishedTask(HostMustAct):
    """A task failed at every attempt. Values: attempts."""

    key = "error-unfinished-task"


class PainterKeyRefused(HostMustAct):
    """The AI painter's server does not take the key, or not for this."""

    key = "error-painter-key-refused"


class PainterQuotaSpent(HostMustAct):
    """The account behind the key has nothing left to spend."""

    key = "error-painter-quota-spent"


class PainterModelUnknown(HostMustAct):
    """The AI painter's server has no such model, or not for this key. Values: model."""

    key = "error-painter-model-unknown"


class PainterUnable(HostMustAct):
    """The server does not do what is asked of an image server. Values: status (HTTP)."""

    key = "error-painter-unable"


OF_THE_AI: tuple[type[KirasealError], ...] = (
    *(IdeaUnsafe, DrawingUnsafe, PainterBlind, NoAiPainter, AiRests),
    *(PainterBusy, PainterUnreachable, PainterUnfound, PainterSilent, PainterStalled, PainterBroken),
    *(PainterStumbled, AnswerGarbled, DrawingMissing, DrawingBroken, DrawingTooLarge),
    *(PainterKeyRefused, PainterQuotaSpent, PainterModelUnknown, PainterUnable),
)
"""What only the AI painter fails of: without it the same order can be drawn."""
