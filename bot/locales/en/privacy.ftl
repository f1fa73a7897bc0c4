# What /privacy says. The same keys, with the same values, stand in ../ja/privacy.ftl.

command-privacy = See what I keep about you, take it all with you, or have it deleted

## What is kept

privacy-heading = What I keep about you
privacy-kept = Only what your seals need:
privacy-seals = **your seals**: your words and choices, and the pictures I drew. Seals marked 🔒 are shown to you alone.
privacy-pictures = **pictures you sent**, without place or camera data.
privacy-name = **your name and avatar**, as Discord shows them, and your own settings here.
privacy-counts = **counts**: how many seals a day, and how each order ended. These stand in `/stats`.
privacy-orders = **your orders**, for seven days.
privacy-charges = **what AI pictures cost** this bot’s host, with their dates.
privacy-ai = When the AI painter draws, your words and your picture are sent to it.
privacy-now = **Right now:** { $seals ->
        [one] 1 seal
       *[other] { $seals } seals
    } ({ $private } of them private), { $pictures ->
        [one] 1 picture you sent
       *[other] { $pictures } pictures you sent
    }, { $days ->
        [one] 1 day of counts
       *[other] { $days } days of counts
    }, { $orders ->
        [one] 1 order
       *[other] { $orders } orders
    }, { $charges ->
        [one] 1 AI picture paid for
       *[other] { $charges } AI pictures paid for
    }.
privacy-direct = Direct messages: if the place where you ordered is gone, may I bring the seal to you there? You decide.
privacy-limits = The host’s backups may hold deleted data for a while longer.
button-export = Export
button-direct-on = Direct messages: off
button-direct-off = Direct messages: on
button-forget = Delete everything

## Taking it along

export-ready = Here is everything I keep about you: your data as JSON, and your pictures.
export-ready-part = Here is part { $part } of about { $parts }.
button-next-part = Next part ({ $part } of { $parts })
export-readme =
    Everything Kiraseal keeps about you.

    data*.json: everything written down about you. Where it says "(present)", something is kept that works like a key, or that belongs to the host: it is there, but not shown.
    seals/: your finished seals. art/: the characters on them alone. sources/: the pictures you sent.
export-readme-part = This is part { $part } of about { $parts }.
export-readme-more = There is more: press the button below this file in Discord for the next part.
export-readme-too-large = Too large for a Discord message, and so left out: { $files }. Please ask the host for it.

## Deleting

forget-heading = Delete everything?
forget-what = { $seals ->
        [0] You have no seals here; your name, counts and orders will go.
        [one] Your seal will go, and with it its pictures, your counts, orders and settings.
       *[other] All { $seals } of your seals will go, and with them their pictures, your counts, orders and settings.
    } What is being made right now is cancelled. **Nobody can bring it back.**
    -# Messages already posted stay in Discord, where a moderator can delete them. What AI pictures cost stays in the host’s books without your name, and today’s counts under a fingerprint, so that limits hold. The host’s backups may hold the rest for a while longer.
    -# To keep a copy, go back and press Export first.
button-forget-now = Yes, delete everything
button-keep = Keep it
privacy-forgotten = { $seals ->
        [0] Done: I keep nothing about you any more.
        [one] Done: your seal and everything else about you is deleted.
       *[other] Done: your { $seals } seals and everything else about you are deleted.
    } Whenever you feel like starting afresh, use /sticker.
