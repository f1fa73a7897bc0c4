# A finished seal and its buttons. The same keys stand in ../ja/seal.ftl.

## What went wrong

error-under-way = I am at that very one already: it will be here in a moment.
error-too-few-left = That makes { $needed ->
        [one] 1 seal
       *[other] { $needed } seals
    } at once, and today has room for { $left ->
        [one] only one more
       *[other] only { $left } more
    }. There are new ones <t:{ $at }:R>.
error-server-only = That works in a server that has invited me. Press it there, or take the file instead.
error-keepers-only = Only members who may manage this server’s emoji and stickers can add one. Ask one of them to press it, or take the file instead.
error-hands-tied = I may not add emoji or stickers here yet. Somebody who manages the server can give me the permission “Create Expressions”.
error-stickers-full = This server has no room for another sticker. Take one out in the server’s settings, then press again.
error-emoji-full = This server has no room for another emoji of that kind. Take one out in the server’s settings, then press again.
error-name-taken = This server has one by the name “{ $name }” already. Give the seal another name with Redress, then press again.
error-file-too-heavy = Files over { $limit_mb } MB can’t be sent here, and this one can’t be made small enough. Try another form of it.
