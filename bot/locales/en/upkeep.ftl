# Upkeep and the doctor in English: what a host reads in a terminal.

## What went wrong

error-database-busy = The database has no quiet moment just now. Please try again in a minute, or stop the bot first.
error-database-damaged = The database is damaged. Stop the bot and run `kiraseal db restore latest`; the damaged one is kept aside.
error-database-in-use = Something still has this database open. Stop the bot, and every other program that uses it, and try again.
error-database-behind = The database is not up to date. Run `kiraseal db upgrade` first.
error-backup-folder-closed = Nothing can be written in { $folder }. Make it writable or make room, or set KIRASEAL_BACKUPS to another folder.
error-backup-missing = There is no backup in { $folder }. `kiraseal db backup` makes one; KIRASEAL_BACKUPS says where they are kept.
error-backup-unreadable = { $file } is not a whole backup of Kiraseal. Please choose another one: `kiraseal db restore latest` takes the newest.
error-backup-of-another-kind = { $file } was made of another kind of database than DATABASE_URL names. Set DATABASE_URL to the kind it was made of.
error-no-room = This takes { $need_mb } MB in { $folder }, and { $free_mb } MB are free. Make room there and try again.
error-tool-missing = { $tool } is not installed. Please install PostgreSQL’s client programs (on Debian: apt install postgresql-client).
error-tool-failed = { $tool } gave up ({ $status }); the log has its words. Check that it is at least as new as the PostgreSQL server.

## Settings: what each may be. Continues “it must be …”

setting-backups = a folder that Kiraseal may write to
setting-backup-hours = a number of hours from 0 (no backups by itself) to 8760
setting-backup-keep = a whole number from 1 to 1000
setting-backup-pictures = on or off

## What is being done

upkeep-copying = Copying
upkeep-tidying = Taking secrets out
upkeep-checking = Checking
upkeep-pictures = Pictures
upkeep-restoring = Restoring
upkeep-vacuuming = Tightening
upkeep-rows = Rows
upkeep-files = Files

## What came of it

db-backed-up = Backed up and checked: { $file } ({ $mb } MB).
db-backup-pictures = { $count ->
    [0] No new pictures to keep.
    [one] 1 new picture is kept beside it.
   *[other] { $count } new pictures are kept beside it.
}
db-backup-astray = { $count ->
    [one] 1 reference in the database leads nowhere; the backup is
   *[other] { $count } references in the database lead nowhere; the backup is
} whole all the same.
db-backup-dropped = Let go: { $file }
db-backup-foreseen = This would back up { $mb } MB to { $file }.
db-backup-drop-foreseen = This would let go of { $file }
db-restored = Restored { $file }.
db-restore-foreseen = { $file } is whole and would be restored.
db-restore-aside = The replaced database is kept as { $file }.
db-restore-aside-foreseen = The replaced database would be kept as { $file }.
db-restore-upgrades = { $count ->
    [one] It is then brought up to date: 1 migration.
   *[other] It is then brought up to date: { $count } migrations.
}
db-restore-pictures = { $count ->
    [0] No picture was missing.
    [one] 1 missing picture is put back.
   *[other] { $count } missing pictures are put back.
}
db-vacuumed = The database is tight now: { $before } MB before, { $after } MB after.
db-vacuum-foreseen = The database has { $before } MB; about { $after } MB would be left.
db-cleaned = Cleared away:
db-clean-foreseen = This would clear away:
db-clean-tasks = { $count ->
    [one] 1 old task
   *[other] { $count } old tasks
}
db-clean-caches = { $count ->
    [one] 1 expired picture of the AI painter
   *[other] { $count } expired pictures of the AI painter
}
db-clean-sessions = { $count ->
    [one] 1 expired session
   *[other] { $count } expired sessions
}
db-clean-tokens = { $count ->
    [one] 1 expired token
   *[other] { $count } expired tokens
}
db-clean-quotas = { $count ->
    [one] 1 count of a past day
   *[other] { $count } counts of past days
}
db-clean-runs = { $count ->
    [one] 1 old line of the upkeep’s own journal
   *[other] { $count } old lines of the upkeep’s own journal
}
db-clean-files = { $count ->
    [one] 1 file that nothing refers to ({ $mb } MB)
   *[other] { $count } files that nothing refers to ({ $mb } MB)
}
db-clean-scratch = { $count ->
    [one] 1 half-written file
   *[other] { $count } half-written files
}
db-clean-cached = { $count ->
    [one] 1 picture that can be drawn again, for want of room
   *[other] { $count } pictures that can be drawn again, for want of room
}
db-clean-nothing = Everything is tidy: there is nothing to clear away.

## The doctor

doctor-discord = Discord knows DISCORD_TOKEN: the bot is { $name }.
doctor-discord-away = Discord does not answer: check this machine’s network, and see whether Discord has trouble.
doctor-token-refused = Discord does not know DISCORD_TOKEN: copy it again from the Bot page of your application, or reset it there.
doctor-intents = Intents: Kiraseal needs none of the privileged ones.
doctor-intents-needless = Intents: privileged ones are switched on, and Kiraseal needs none. You may switch them off on the Bot page.
doctor-endpoint = An “Interactions Endpoint URL” is set, so commands never reach the bot: empty it on the General Information page.
doctor-code-grant = “Requires OAuth2 Code Grant” is on, so nobody can add the bot: switch it off on the Bot page.
doctor-install = The install link does not give the bot all it needs: the README lists its scopes and permissions. Tick them on the Installation page.
doctor-servers = { $count ->
    [one] The bot is in 1 server.
   *[other] The bot is in { $count } servers.
}
doctor-servers-none = The bot is in no server yet: open the Discord Provided Link on the Installation page and choose “Add to server”.
doctor-permissions = In “{ $server }” the bot lacks permissions. Give its role View Channels, Send Messages, Send Messages in Threads, Embed Links, Attach Files and Read Message History.
doctor-clock = The clock is right.
doctor-clock-alone = The clock was not compared: neither Discord nor a database server was there to ask.
doctor-clock-fast = The clock is { $seconds } seconds fast: switch on this machine’s time synchronisation.
doctor-clock-slow = The clock is { $seconds } seconds slow: switch on this machine’s time synchronisation.
doctor-database-damaged = The database { $url } is damaged: stop the bot and run `kiraseal db restore latest`.
doctor-database-closed = The database { $url } cannot be written: give the bot’s user the file and its folder.
doctor-backup = Last backup: { $file }, { $hours ->
        [0] within the last hour
        [one] an hour ago
       *[other] { $hours } hours ago
    }.
doctor-backup-by-hand = Last backup: { $file }, { $hours ->
        [0] within the last hour
        [one] an hour ago
       *[other] { $hours } hours ago
    }. KIRASEAL_BACKUP_HOURS is 0: the bot makes none by itself.
doctor-backup-old = The last backup, { $file }, is { $hours ->
        [0] less than an hour
        [one] an hour
       *[other] { $hours } hours
    } old: run `kiraseal db backup`, and keep the bot running for the next ones.
doctor-backup-none = There is no backup yet: run `kiraseal db backup`, or let the bot make one.
doctor-backup-failed = The last backup did not succeed: run `kiraseal db backup`, which says why.
doctor-backup-closed = Backups cannot be kept in { $folder }: make it readable and writable, or set KIRASEAL_BACKUPS to another folder.
doctor-cleanup = Last cleared away: { $hours ->
        [0] within the last hour
        [one] an hour ago
       *[other] { $hours } hours ago
    }.
doctor-cleanup-late = Last cleared away { $hours ->
        [0] within the last hour
        [one] an hour ago
       *[other] { $hours } hours ago
    }: a running bot does it every hour. Start it, or run `kiraseal db cleanup`.
doctor-cleanup-none = Nothing was cleared away yet: a running bot does it every hour.
doctor-cleanup-failed = Clearing away did not succeed: run `kiraseal db cleanup`, which says why.
doctor-vacuum = Last tightened: { $hours ->
        [0] within the last hour
        [one] an hour ago
       *[other] { $hours } hours ago
    }.
doctor-vacuum-late = Last tightened { $hours ->
        [0] within the last hour
        [one] an hour ago
       *[other] { $hours } hours ago
    }: a running bot does it every week. Start it, or run `kiraseal db vacuum`.
doctor-vacuum-none = The database was not tightened yet: a running bot does it every week.
doctor-vacuum-failed = Tightening did not succeed: run `kiraseal db vacuum`, which says why.
