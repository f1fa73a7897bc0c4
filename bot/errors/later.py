"""What may work when it is asked for later."""

from bot.errors.root import KirasealError


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


class Leaving(TryLater):
    """The bot is being restarted, and could not finish what was asked for."""

    key = "error-leaving"


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
