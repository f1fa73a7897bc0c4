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
│   ├── NotInServer          a server's album or numbers were asked for outside of servers
│   ├── NotANumber           last: what was typed for a page is no number
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
│   ├── Leaving              the bot is being restarted, and could not finish that
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

# Everybody imports from here; which room an error lives in is told by the tree alone.
from bot.errors.ai import *  # noqa: F403 - each class is a name of this package
from bot.errors.host import *  # noqa: F403 - likewise
from bot.errors.later import *  # noqa: F403 - likewise
from bot.errors.refused import *  # noqa: F403 - likewise
from bot.errors.root import *  # noqa: F403 - likewise
