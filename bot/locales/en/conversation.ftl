# What the bot says in Discord: cards, commands, options. The same keys stand in ../ja/conversation.ftl.

## Stages of a task

stage-waiting = Your seal is in the queue
stage-painting = Painting the character…
stage-composing = Laying foil and lettering…
stage-storing = Almost there…
stage-resting = I’m being restarted: your seal goes on in a moment
queue-place = { $place ->
    [1] You are next!
    [2] 1 seal is ahead of yours.
   *[other] Place { $place } in the queue.
}

## A sticker

made-by = made by { $member }
seal-number = No.{ "\u00A0" }{ $number }
private-mark = 🔒 only you can see it
alt-draft = First draft of the seal
alt-sticker = Collectible seal “{ $name }”, { $title }: { $attribute }, { $rarity }
button-cancel = Cancel
button-by-hand = Draw without AI
note-cached = Painted before, so it came at once and cost nothing.
note-by-hand = The AI painter could not paint this one, so I drew it by hand.
note-member-limit = You have had today’s { $limit ->
        [one] AI picture
       *[other] { $limit } AI pictures
    }, so I drew this one by hand.
note-server-limit = This server has had today’s { $limit ->
        [one] AI picture
       *[other] { $limit } AI pictures
    }, so I drew this one by hand.
note-budget-spent = This month’s AI budget is spent, so I drew this one by hand.
note-anew = The first message couldn’t be reached any more, so here is a new one.
note-direct = The message of your order is out of reach, so this comes to you here.
ordered-by = ordered by { $member }

## Commands and options: at most 100 characters each, option names in small letters without blanks

command-sticker = Turn an idea or a picture into a sparkling seal
option-name = name
option-title = title
option-prompt = prompt
option-picture = picture
option-attribute = attribute
option-rarity = rarity
option-background = background
option-holographic = holographic
option-sparkle = sparkle
option-aura = aura
option-frame = frame
option-frame-color = frame_color
option-layout = layout
option-painter = painter
option-private = private
about-name = The character’s name, in big letters at the bottom
about-title = A short title at the top
about-prompt = Your idea: who is it, what do they hold, what are they made of?
about-picture = A photo or drawing to put on the seal (JPEG, PNG or WebP, up to 10 MB)
about-attribute = Which tribe: decides costume, frame and lettering
about-rarity = How splendid. Surprise draws one; /help tells the odds
about-background = Colour of the foil: a name or #rrggbb
about-holographic = Rainbow foil that tilts, as an animation
about-sparkle = Little stars of light
about-aura = A blazing glow around the character
about-frame = Shape of the frame
about-frame-color = Metal of the frame: a name or #rrggbb
about-painter = Who paints the character
about-layout = The name in an arch, or upright (short Japanese, Chinese and Korean names)
about-private = Only you can see it
field-name = The name
field-title = The title
field-prompt = Your idea

## Choices

attribute-holy = Holy
attribute-magic = Magic
attribute-angel = Angel
attribute-devil = Devil
attribute-guardian = Guardian
attribute-destroyer = Destroyer
rarity-surprise = Surprise
rarity-normal = Normal
rarity-rare = Rare
rarity-super-rare = Super rare
frame-plain = Plain
frame-cloud = Clouds
frame-spike = Spikes
frame-notch = Notched corners
painter-auto = AI if there is one, else by hand
painter-ai = AI only
painter-local = Without AI
layout-arched = Arched
layout-vertical = Upright
frame-beaded = Beads
frame-gem = Gems
frame-splendid = Splendid
metal-gold = Gold
metal-silver = Silver
metal-black = Black
metal-red = Red
metal-blue = Blue
metal-copper = Copper
colour-rainbow = 🌈 Rainbow
colour-red = 🟥 Red
colour-orange = 🟧 Orange
colour-gold = 🏅 Gold
colour-yellow = 🟨 Yellow
colour-lime = 🍈 Lime
colour-green = 🟩 Green
colour-turquoise = 🧪 Turquoise
colour-sky = 🩵 Sky blue
colour-blue = 🟦 Blue
colour-purple = 🟪 Purple
colour-magenta = 🌺 Magenta
colour-pink = 🌸 Pink
colour-brown = 🟫 Brown
colour-silver = 🥈 Silver
colour-white = ⬜ White
colour-black = ⬛ Black
