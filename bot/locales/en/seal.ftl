# A finished seal and its buttons. The same keys stand in ../ja/seal.ftl.

## What went wrong

error-under-way = I’m making that very one already. It will be here in a moment.
error-too-few-left = That makes { $needed ->
        [one] 1 seal
       *[other] { $needed } seals
    } at once, and today has room for { $left ->
        [0] no more
        [one] only one more
       *[other] only { $left } more
    }. There are new ones <t:{ $at }:R>.
error-server-only = That works in a server that has invited me. Press it there, or take the file instead.
error-keepers-only = Only members who may manage this server’s emoji and stickers can add one. Ask one of them to press it, or take the file instead.
error-hands-tied = I may not add emoji or stickers here yet. Somebody who manages the server can give me the permission “Create Expressions”.
error-stickers-full = This server has no room for another sticker. Take one out in the server’s settings, then press again.
error-emoji-full = This server has no room for another emoji of that kind. Take one out in the server’s settings, then press again.
error-name-taken = This server has one by the name “{ $name }” already. Give the seal another name with Redress, then press again.
error-file-too-heavy = Files over { $limit_mb } MB can’t be sent here, and I can’t make this one any smaller. Please choose another form of it, such as PNG.
error-not-taken = Discord didn’t take it just now. Please try again in a minute, or take the file instead.

## Its buttons

button-tilt = Tilt
button-still = Closer
button-back = Back
button-again = Again
button-redress = Redress
button-trio = Trio
button-more = More
button-unfavourite = Take it out again
button-share = Share with everyone
button-unshare = Keep it to myself
button-delete = Delete
button-really-delete = Yes, delete it
button-stay = Keep it

## Favourites

favourite-added = ❤️ **{ $name }** is among your favourites.
favourite-removed = **{ $name }** is no longer among your favourites.

## Get

get-pick = Get it as…
get-png = 🖼️ Picture (PNG, large)
get-gif = ✨ Animation (GIF)
get-pdf = 🖨️ Sheet to print and cut (PDF)
get-sticker = 🏷️ A sticker of this server
get-emoji = 🙂 An emoji of this server
added-sticker = Done: this server has the sticker “{ $name }” now.
added-emoji = Done: this server has the emoji :{ $name }: now.

## More: share and delete

more-public = **{ $name }** can be seen by everybody.
more-private = 🔒 **{ $name }** can be seen by its owner alone.
told-shared = Everybody can see **{ $name }** now.
told-unshared = Only you can see **{ $name }** now; it stays in your /history. This message shows it no longer. If it was posted elsewhere too, please delete it there.
told-unshared-elsewhere = Only you can see **{ $name }** now; it stays in your /history. Messages that show it already are yours to delete.
told-deleted = **{ $name }** is gone. Whenever you feel like a new one, use /sticker.
told-kept = **{ $name }** stays.
delete-question = Delete **{ $name }** for ever? The picture, its art and everyone’s ❤️ go with it. It can’t be undone.
origin-put-away = 🔒 The owner of this seal keeps it to themselves now.
origin-deleted = This seal was deleted by its owner. **/sticker** makes a new one.
origin-deleted-by-moderator = This seal was deleted by a moderator.

## Redress

redress-heading = Fitting room
redress-hint = Choose and look: nothing changes until you put it on. It costs nothing.
redress-attribute = Attribute
redress-rarity = Rarity
redress-frame = Frame
redress-foil = Foil
redress-effects = Effects
redress-background = Background
redress-metal = Metal of the frame
redress-layout = Lettering
redress-choice = { $part }: { $choice }
redress-own-colour = As it is ({ $colour })
redress-none = (none)
redress-form = Words and colours
button-reword = Name, colours…
button-put-on = Put it on
button-as-new = As a new one
foil-kaku = Prism tiles
foil-diamond = Diamonds
foil-shard = Shards
foil-radial = Rays
foil-cosmos = Stars
foil-seigaiha = Japanese waves
foil-wave = Soft waves
foil-glitter = Glitter
effect-holographic = Hologram
effect-sparkle = Sparkle
effect-aura = Aura
