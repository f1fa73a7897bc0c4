# How one comes to the bot: the order form, the menus, /help, the welcome, and where an answer may be seen. The same keys
# stand in ../ja/ways.ftl.

## The order form: title and labels at most 45 characters, the rest at most 100

form-title = A new seal
form-name = Name
form-name-hint = In big letters at the bottom. I can invent one
form-prompt = Your idea
form-prompt-hint = Who is it? What do they hold? What are they made of?
form-attribute = Tribe
form-you-choose = You choose
form-rarity = Rarity
form-picture = Picture
form-picture-about = A photo or a drawing to put on the seal. Not needed
form-picture-again = Please choose your picture once more: I could not keep it
button-edit = Edit
button-make = Make one

## Menus on a member and on a message: at most 32 characters

menu-make = Make sticker

## Where an answer may be seen

hush-channel = In this server I show seals in { $channels }. Here, only you can see yours.
hush-thread = This thread is closed, so only you can see this seal.
hush-permission = I may not post in this channel, so only you can see this seal. Whoever manages it can allow me “View Channel” and “Send Messages”.
permission-attach-files = Attach Files

## What went wrong

error-permission-lacking = I lack the permission “{ $permission }” in this channel. Please ask whoever manages it to allow me that, or come to our direct messages.
error-nothing-to-use = That message has neither a picture nor words to make a seal of. Please choose another one, or type /sticker.
error-no-ai-here = This server draws its seals without AI. Please leave the painter to me, or come to our direct messages.
error-odds-overfull = Rare ({ $rare } %) and super rare ({ $super_rare } %) are more than 100 % together. Please make one of them smaller.

## /help

command-help = How to make a seal, and what your chances are
help-heading = Make a seal of your own
help-command = **/sticker**: give me a name, a few words or a picture, and I choose the rest. With nothing at all, I ask.
help-menu = **Make sticker**: hold (or right-click) a member or a message, then “Apps”. A face, a photo or a sentence becomes a seal.
help-odds = Leave the rarity to luck, and a hundred seals come out like this:
    ★ **normal** { $normal }
    ★★★ **rare** { $rare }
    ★★★★★ **super rare** { $super_rare }
help-more = **/history** is your binder, **/stats** counts. **/privacy** says what I keep, and deletes it if you like.
help-at-once = { $limit ->
        [one] One seal at a time
       *[other] Up to { $limit } seals at a time
    } for each of you.
help-daily = { $limit ->
        [one] One a day.
       *[other] { $limit } a day.
    }

## The welcome

welcome-heading = Hello! I make sparkling seals
welcome = Tell me a name, an idea or a photo, and I print a seal of it, with foil, a frame and a rumour on the back. Shall we?

## /settings

option-rare = rare
option-super-rare = super_rare
option-language = language
about-rare = Rare ones in a hundred surprises (usually 30)
about-super-rare = Super rare ones in a hundred surprises (usually 10)
about-painter-here = Who may paint in this server
about-language = In which language seals are announced to everybody
about-private-here = Whether seals stay private unless their maker says otherwise
settings-everywhere = Where seals are shown to everybody: in every channel
settings-channels = Where seals are shown to everybody: { $channels }
settings-odds = A surprise is: { $normal } % normal, { $rare } % rare, { $super_rare } % super rare
settings-pick-channels = Channels where all may see them (none: every one)
ai-auto = Painter: AI if there is one, else by hand
ai-local = Painter: always without AI
language-reader = Language: that of whoever orders
language-en = Language: always English
language-ja = Language: always Japanese
private-shared = New seals: for everybody to see
private-private = New seals: only for their maker, unless shared

## Colours

colour-own = 🎨 { $colour }
