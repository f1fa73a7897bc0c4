# What is printed on the back of a seal. The same keys stand in ../ja/back.ftl.

back-stars = Rarity
back-number = No. { $number }
back-rumour = Rumour
back-small-print-1 = Peel gently: the backing paper never forgets its seal.
back-small-print-2 = Guards the pudding when stuck on a fridge (for three days).
back-small-print-3 = Got two? Give one to a friend. Got three? Give two.
back-small-print-4 = Sparkles more after one night of moonlight (our own test).

meter-power = Power
meter-speed = Speed
meter-holy = Shine
meter-magic = Magic
meter-angel = Kindness
meter-devil = Mischief
meter-guardian = Defence
meter-destroyer = Mayhem

## The margin of sheets for the printer

print-title = { $count ->
    [one] One seal from Kiraseal
   *[other] { $count } seals from Kiraseal
}
print-note = { $day } · print at 100 % (actual size); double-sided: flip on the long edge.
print-ruler = 50 mm if the scale is right
