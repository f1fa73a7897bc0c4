"""What only the host can put right: the set-up is wrong; the log says what."""

from bot.errors.root import KirasealError


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
