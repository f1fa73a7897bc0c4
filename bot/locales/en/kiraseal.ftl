# Kiraseal in English. One key a sentence; the same keys, with the same values, stand in ../ja/kiraseal.ftl.
# A sentence about a failure says what went wrong and what to do next. No exclamation where something broke.

## What went wrong: the asker can put it right

error-unknown = Something went wrong on our side. Please try again in a moment.
error-nothing-asked = A seal needs a little something to start from: give it a name, a few words or a picture.
error-text-too-long = { $field } has { $length } characters, and there is room for { $limit ->
        [one] only one
       *[other] { $limit }
    }. Please shorten it a little.
error-unknown-colour = I don’t know the colour “{ $colour }”. Pick one from the list, or write it like #ff8800.
error-picture-too-heavy = That picture is too heavy. Please send one of at most { $limit_mb } MB.
error-picture-too-large = That picture is { $width } × { $height } pixels, which is more than I can open. Please make it at most { $limit } pixels on each side.
error-picture-unreadable = I can’t open that file as a picture. Please send a JPEG, PNG or WebP that opens on your own screen.
error-picture-kind = I can’t work from { $kind } pictures yet. Please send a JPEG, PNG or WebP.
error-not-yours = That one belongs to somebody else. You can make your own with /sticker.
error-gone = That isn’t here any more. Your seals are in /history.
error-nothing-to-cancel = That seal is finished already, so there is nothing to cancel. You’ll find it in /history.
error-roles-only = Here only certain roles may make seals. Ask whoever manages this server, or make yours in direct messages with me.
error-managers-only = Only members who may manage this server can change that. Please ask one of them.
error-order-unreadable = I can’t read this order any more. Please ask for it again with /sticker.
error-idea-unsafe = The AI painter’s safety rules don’t allow this idea. Please try other words or another picture, or have it drawn without AI.
error-drawing-unsafe = The AI painter put the brush down: its safety rules don’t allow what was appearing on the paper. Please try other words, or have it drawn without AI.
error-word-blocked = There is a word in it that doesn’t go on seals here. Please put it in other words.
error-no-ai-painter = This bot has no AI painter. Please choose “Without AI”, or leave the painter to me.
error-painter-blind = The AI painter here works from words only. Please leave the picture out, or have it drawn without AI.

## What went wrong: trying later may work

error-too-many-waiting = You already have { $limit ->
        [one] a seal
       *[other] { $limit } seals
    } on the way. Please wait until one is finished, or cancel one.
error-too-soon = One seal at a time, please: the next one can start <t:{ $at }:R>.
error-member-day-full = You have ordered today’s { $limit ->
        [one] seal
       *[other] { $limit } seals
    }. The press opens for you again <t:{ $at }:R>.
error-server-day-full = This server has ordered today’s { $limit ->
        [one] seal
       *[other] { $limit } seals
    }. The press opens again <t:{ $at }:R>; in direct messages with me you can go on.
error-still-packing = I am still packing your last parcel. Please wait until it is here, then press once more.
error-worker-lost = The press stopped in the middle of your seal. Please ask for it again.
error-discord-unreachable = Discord doesn’t answer. Check this machine’s network, and see whether Discord has trouble.
error-picture-unreachable = Discord didn’t hand me your picture. Please upload it once more.
error-database-failed = I couldn’t open my order book just now. Please try again in a few minutes.
error-leaving = I’m just being restarted, and couldn’t finish that. Please ask me once more in a minute.
error-storage-failed = I couldn’t reach the album where the seals are kept. Please try again in a few minutes.
error-painter-busy = The AI painter has its hands full. Please try again in { $retry_after ->
        [0] a minute
        [one] a second
       *[other] { $retry_after } seconds
    }, or have it drawn without AI.
error-painter-unreachable = The AI painter can’t be reached right now. Please try again in a few minutes, or have it drawn without AI.
error-painter-unfound = I can’t find the way to the AI painter right now. Please try again in a few minutes, or have it drawn without AI.
error-painter-silent = The AI painter didn’t answer within { $seconds ->
        [one] a second
       *[other] { $seconds } seconds
    }. Please try again in a few minutes, or have it drawn without AI.
error-painter-stalled = The AI painter began, and then kept us waiting for more than { $seconds ->
        [one] a second
       *[other] { $seconds } seconds
    }. Please try again, or have it drawn without AI.
error-painter-broken = The AI painter has trouble in its own workshop ({ $status }). Please try again in { $retry_after ->
        [0] a few minutes
        [one] a second
       *[other] { $retry_after } seconds
    }, or have it drawn without AI.
error-painter-stumbled = Something went wrong for the AI painter in the middle of the picture. Please try again, or have it drawn without AI.
error-answer-garbled = I couldn’t make sense of the AI painter’s answer. Please try again, or have it drawn without AI.
error-drawing-missing = The AI painter stopped before the picture was finished. Please try again, or have it drawn without AI.
error-drawing-broken = The AI painter’s picture arrived damaged. Please try again, or have it drawn without AI.
error-drawing-too-large = The AI painter sent a picture far too big to open. Please try again, or have it drawn without AI.
error-member-limit = You have had today’s { $limit ->
        [one] AI picture
       *[other] { $limit } AI pictures
    }. Tomorrow there are new ones; without AI there is no limit.
error-server-limit = This server has had today’s { $limit ->
        [one] AI picture
       *[other] { $limit } AI pictures
    }. Tomorrow there are new ones; without AI there is no limit.
error-budget-spent = This month’s budget for AI pictures is spent. Please choose “Without AI”: then I draw as always.
error-cancelled = Cancelled. Whenever you feel like another one, use /sticker.

## What went wrong: the host must act

error-unfinished-task = I tried { $attempts ->
        [one] once
       *[other] { $attempts } times
    } and couldn’t finish this seal. Please try other words or another picture; the host will find the cause in the log.
error-token-missing = DISCORD_TOKEN is not set. Put your bot’s token into .env, or start the playground with “kiraseal playground”.
error-token-refused = Discord doesn’t know this DISCORD_TOKEN. Copy it again from the Bot page of your application, or reset it there.
error-setting-invalid = { $variable } can’t be used as it is: it must be { $expected }. Please correct it in .env or in the environment.
error-unknown-database = DATABASE_URL starts with “{ $url_scheme }:”, which Kiraseal can’t open. Use file:, sqlite:// or postgresql://.
error-database-unreachable = The database in DATABASE_URL can’t be opened ({ $reason }). Check that its server runs or its folder is writable, and that address, name and password are right.
error-database-too-new = This database was last used by a newer Kiraseal ({ $version }). Please update Kiraseal, or restore a backup made before.
error-painter-key-refused = The AI painter doesn’t accept this bot’s key, so please have it drawn without AI for now. For the host: check OPENAI_API_KEY, and what that key is allowed to do.
error-painter-quota-spent = The AI painter can’t take any more orders on this bot’s account, so please have it drawn without AI for now. For the host: top it up, or raise its limit, on the billing page of the key’s owner.
error-painter-model-unknown = The AI painter has no model called “{ $model }”, so please have it drawn without AI for now. For the host: set KIRASEAL_OPENAI_MODEL to one that the server has; `kiraseal doctor` looks.
error-painter-unable = The AI painter didn’t understand what I asked for ({ $status }), so please have it drawn without AI for now. For the host: check OPENAI_BASE_URL; the log has the server’s own words.

## Settings: what each may be. Continues “it must be …”

setting-discord-token = the token from the Bot page of your Discord application
setting-database-url = an address such as file:./dev.db or postgresql://name:password@host/database
setting-data = a folder that Kiraseal may write to
setting-workers = a whole number from 1 to 64
setting-timezone = the name of a time zone, such as Asia/Tokyo or Europe/Berlin
setting-port = a port from 1 to 65535, or 0 for any free one
setting-log-level = DEBUG, INFO, WARNING, ERROR or CRITICAL
setting-log-format = auto, human or json
setting-timestamps = iso8601 or unixepoch-ms
setting-waiting-limit = a whole number from 1 to 100
setting-daily = a number of seals a day, 0 for no limit
setting-cooldown = a number of seconds from 0 to 86400
setting-fonts = a folder with the display fonts
setting-cache-mb = a whole number of megabytes, 16 or more
setting-painter = auto (AI where a key or a server is set), openai or local
setting-openai-api-key = a key from your account at OpenAI, or one of your own image server
setting-openai-base-url = the address of an image server, such as https://api.openai.com/v1 or http://localhost:8080/v1
setting-openai-model = the name of an image model of that server
setting-openai-quality = low, medium, high or auto
setting-openai-partials = a whole number from 0 to 3
setting-openai-timeout = a number of seconds from 5 to 1800
setting-openai-prices = a list such as gpt-image-2.6-flare=5/8/30: model=words in/picture in/picture out, in dollars per million tokens
setting-openai-moderation = on or off
setting-ai-daily = a number of AI pictures a day
setting-ai-monthly-budget = US dollars a month, such as 20
setting-ai-cache-days = a number of days
setting-blocked-words = words separated by commas
setting-file = a text file in UTF-8 with one NAME=value a line

## The command line

db-upgraded = { $count ->
    [one] The database was brought up to date: 1 migration.
   *[other] The database was brought up to date: { $count } migrations.
}
db-current = The database is up to date.
db-dialect = Database: { $dialect }
db-applied = applied  { $version }
db-pending = pending  { $version }
doctor-python = Python { $version }
doctor-token = DISCORD_TOKEN is set: `kiraseal start` connects to Discord.
doctor-token-missing = DISCORD_TOKEN is not set: `kiraseal start` opens the playground. For Discord, put the token into .env.
doctor-database = The database { $url } is whole and up to date ({ $mb } MB).
doctor-database-old = The database { $url } is made or updated at the next start (or now, by `kiraseal db upgrade`).
doctor-database-new = The database { $url } was used by a newer Kiraseal: update Kiraseal.
doctor-database-unknown = DATABASE_URL { $url } cannot be opened: use file:, sqlite:// or postgresql://.
doctor-database-away = The database { $url } does not answer: is its server running, and are name and password right?
doctor-folder = Pictures are kept in { $folder } ({ $free } MB free).
doctor-folder-closed = Pictures cannot be kept in { $folder }: make it writable, or set KIRASEAL_DATA to another folder.
doctor-folder-full = Only { $free } MB are free where { $folder } is: a seal takes about 1 MB. Make room there.
doctor-fonts = All display fonts are installed.
doctor-fonts-missing = { $count ->
    [one] 1 display font is missing
   *[other] { $count } display fonts are missing
}: seals are lettered in Noto. Run `make install` again with network.
doctor-workers = { $count ->
    [one] 1 process draws.
   *[other] { $count } processes draw.
}
doctor-ai-off = KIRASEAL_PAINTER is local: seals are painted without AI.
doctor-ai-none = Neither OPENAI_API_KEY nor a server in OPENAI_BASE_URL is set: seals are painted without AI.
doctor-ai = The AI painter at { $url } answers and lets us in.
doctor-ai-away = The AI painter at { $url } gives no sensible answer: does it run, and does the address end as it should (often in /v1)?
doctor-ai-key-refused = The AI painter at { $url } does not accept the key: copy OPENAI_API_KEY again.
doctor-ai-model = It has the model { $model }.
doctor-ai-model-unknown = It has no model { $model }, or not for this key: set KIRASEAL_OPENAI_MODEL to another.
doctor-ai-model-unlisted = It does not tell its models, so { $model } was not looked for.
doctor-ai-unpriced = KIRASEAL_OPENAI_PRICES has no price for { $model }: what it draws counts as free.
doctor-ai-checking = Words and pictures are checked before anything is spent.
doctor-ai-unchecked = It has no moderation, so nothing is checked before it draws.
doctor-ai-checking-untried = Moderation: not tried.
doctor-ai-untried = Pictures on the way, transparent ground, drawing from a picture: not tried, for that is charged. What it lacks shows with the first seal, and is done without.

## /settings

command-settings = See and change this server’s rules for making seals
option-per-member = per_member
about-per-member = Seals a day for each member; 0 leaves it to the host
option-per-server = per_server
about-per-server = Seals a day for the whole server; 0 leaves it to the host
option-pause = pause
about-pause = Seconds between two seals of a member; 0 leaves it to the host
settings-heading = This server’s rules
settings-per-member = Each member: { $limit ->
        [0] as many as they like
        [one] one seal a day
       *[other] { $limit } seals a day
    }
settings-per-server = The whole server: { $limit ->
        [0] as many as it likes
        [one] one seal a day
       *[other] { $limit } seals a day
    }
settings-pause = Between two seals: { $seconds ->
        [0] no pause
        [one] one second
       *[other] { $seconds } seconds
    }
settings-everyone = Who may make seals: everyone
settings-roles = Who may make seals: { $roles }
settings-pick-roles = Roles that may make seals (none: everyone)
settings-hint = The numbers are options of /settings. A server can be stricter than its host, never more generous.
