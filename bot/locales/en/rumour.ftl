# The rumour on the back of a seal: an opening, a link, a middle and an ending make 130 to 190 letters. Its keys
# stand in ../ja/rumour.ftl too. $name is the character's name, $words are the asker's; bot/stickers/rumour.py joins them.

rumour-somebody = Somebody Important

## Openings for anyone

rumour-opening-1 = One crescent night, { $name } was seen behind the sweet shop.
rumour-opening-2 = { $name } always leaves one footprint too many.
rumour-opening-3 = One day { $name } tumbled out of the old school clock.
rumour-opening-4 = When { $name } laughs, every traffic light turns green.
rumour-opening-5 = { $name } woke from a thousand-year nap and asked for toast.
rumour-opening-6 = Only the class goldfish knows who { $name } really is.
rumour-opening-7 = After the rain, { $name } climbed out of a school bag.
rumour-opening-8 = The shadow of { $name } sometimes goes home early.

## Openings for a tribe

rumour-opening-holy-1 = Seven suns rose on the day { $name } took the throne.
rumour-opening-holy-2 = A shooting star rents a room in the crown of { $name }.
rumour-opening-holy-3 = When the holy bell rings eight times, { $name } appears.
rumour-opening-holy-4 = The halo of { $name } is bright enough for late homework.
rumour-opening-magic-1 = By full moon { $name } finished a book nobody can read.
rumour-opening-magic-2 = The spells of { $name } are so long that dawn comes first.
rumour-opening-magic-3 = From the black smoke comes the polite cough of { $name }.
rumour-opening-magic-4 = Scold the wand of { $name } and it bends with shame.
rumour-opening-angel-1 = { $name } runs a tiny post office on top of a cloud.
rumour-opening-angel-2 = One feather from { $name } lifts a hundred heavy sighs.
rumour-opening-angel-3 = On the first snowy morning { $name } floats down to us.
rumour-opening-angel-4 = { $name } takes off both shoes to cross a rainbow.
rumour-opening-devil-1 = { $name } skipped cleaning duty below and fled up here.
rumour-opening-devil-2 = Whenever { $name } fibs, that tail ties itself in a bow.
rumour-opening-devil-3 = At midnight { $name } guards the pudding. From whom?
rumour-opening-devil-4 = { $name } is on volume 108 of the great book of pranks.
rumour-opening-guardian-1 = { $name } keeps watch beneath the oldest tree there is.
rumour-opening-guardian-2 = Even the wind wipes its feet before passing { $name }.
rumour-opening-guardian-3 = { $name } guards a bridge that nobody has ever found.
rumour-opening-guardian-4 = Lost acorns live happily right behind { $name }.
rumour-opening-destroyer-1 = { $name } sneezed once, and a mountain moved house.
rumour-opening-destroyer-2 = When the ground shakes, { $name } has turned over in bed.
rumour-opening-destroyer-3 = The footsteps of { $name } are heard three days later.
rumour-opening-destroyer-4 = { $name } hatched from an egg of thunder, already loud.

## Links between opening and middle

rumour-link-1 = Some add:
rumour-link-2 = Crows say:
rumour-link-3 = Scrolls tell:
rumour-link-4 = And get this:
rumour-link-5 = Grandma says:
rumour-link-6 = Rumour adds:
rumour-link-7 = What is more:
rumour-link-8 = The moon swears:

## Middles for anyone

rumour-middle-1 = Pebbles touched by that hand dream they are jewels.
rumour-middle-2 = The motto is “See you tomorrow”, and tomorrow is worried.
rumour-middle-3 = A small biscuit planet spins in the left pocket.
rumour-middle-4 = The secret move is so fast that its owner missed it.
rumour-middle-5 = A hundred battles won, and never once a coin toss.
rumour-middle-6 = When those eyes glow, a vending machine somewhere gives two.
rumour-middle-7 = Words mumbled in sleep are prophecies in a far country.
rumour-middle-8 = Enemies are handed a card with a puzzling map on the back.

## Middles for a tribe

rumour-middle-holy-1 = One blow of light clears the dark, and the windows too.
rumour-middle-holy-2 = Evil is never forgiven; second helpings always are.
rumour-middle-holy-3 = One wave of the hand, and wilted flowers stand up straight.
rumour-middle-magic-1 = A spell without a name has been simmering since Tuesday.
rumour-middle-magic-2 = The cloak is blacker than night, the lining is strawberries.
rumour-middle-magic-3 = Those turned into frogs still write, and get answers.
rumour-middle-angel-1 = For each tear picked up, one more star is hung at night.
rumour-middle-angel-2 = One soft note on the trumpet turns quarrels into giggles.
rumour-middle-angel-3 = All lost things wait up there, forgotten promises too.
rumour-middle-devil-1 = The evil plan is perfect until the giggling starts.
rumour-middle-devil-2 = Stolen snacks are quietly returned at three o’clock.
rumour-middle-devil-3 = Those poison fangs are said to taste of peppermint.
rumour-middle-guardian-1 = The defence is so good that getting out is a problem.
rumour-middle-guardian-2 = Once that stance is taken, even gossip bounces off.
rumour-middle-guardian-3 = A hundred years on duty, with three bird nests on top.
rumour-middle-destroyer-1 = Those crushing hands mend a jigsaw every single night.
rumour-middle-destroyer-2 = At full fury you could fry an egg on that forehead.
rumour-middle-destroyer-3 = Overseas, the battle cry is famous for its surfing waves.

## Middles from the foil or paper, and from the asker's words

rumour-middle-kaku = Each little square of light is locked on another secret.
rumour-middle-diamond = Count every diamond of light and tomorrow you find a coin.
rumour-middle-shard = Collect the mirror splinters and a stranger waves back.
rumour-middle-radial = Every ray of light points straight at what is for supper.
rumour-middle-cosmos = That starry sky is real, and now and then it leaks.
rumour-middle-seigaiha = Under the shining waves a golden octopus is napping.
rumour-middle-wave = Stare at the ripples and you recall last week’s lunch.
rumour-middle-glitter = No vacuum cleaner has ever got all of the sparkle up.
rumour-middle-paper = Fold one corner of the paper and you hear a tiny sneeze.
rumour-middle-words-1 = Say “{ $words }” three times and your stomach growls.
rumour-middle-words-2 = A stone reads only “{ $words }”; moss ate the rest.

## Endings for anyone

rumour-ending-1 = They say a single wafer is bait enough.
rumour-ending-2 = But beware: quite useless on Monday mornings.
rumour-ending-3 = The rest is known only to the sticky side.
rumour-ending-4 = Believe it or not, as your pocket money allows.
rumour-ending-5 = If you ever meet, look away and clap three times.
rumour-ending-6 = Tell this to a friend and you lose an eraser.
rumour-ending-7 = Still waiting, they say, inside the next wrapper.
rumour-ending-8 = All who know the truth have chocolate on their chin.

## Endings for a tribe

rumour-ending-holy-1 = Tonight your dreams will be painted gold.
rumour-ending-holy-2 = Call that name and even a bicycle lamp shines.
rumour-ending-magic-1 = Do not turn round: your shadow has signed up.
rumour-ending-magic-2 = For half a snack, any curse is gladly lifted.
rumour-ending-angel-1 = If you sneezed just now, someone flew past.
rumour-ending-angel-2 = Each time you smile, one new feather grows.
rumour-ending-devil-1 = One sock is missing? Now you know where to ask.
rumour-ending-devil-2 = Yet on rainy days the stray cats get the umbrella.
rumour-ending-guardian-1 = Whatever you forgot is being kept at the gate.
rumour-ending-guardian-2 = On bad nights, call that name: it answers softly.
rumour-ending-destroyer-1 = Yet no ant has ever been stepped on. Not one.
rumour-ending-destroyer-2 = Any plans for doomsday? No, that day is still free.

## Endings for a rarity

rumour-ending-normal-1 = Call it plain, and it chases you through a dream.
rumour-ending-normal-2 = Looks ordinary; glows at night when nobody looks.
rumour-ending-rare-1 = Found one? Then draw no other lots today.
rumour-ending-rare-2 = Collect three and your pillow starts to whisper.
rumour-ending-super-rare-1 = Fingers that peel this shine for seven days.
rumour-ending-super-rare-2 = Whoever holds this brags at least three times.
