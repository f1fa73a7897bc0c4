# The binder: /history, its menus, its forms. The same keys stand in ../ja/binder.ftl.

history-mine = Your binder
history-theirs = { $name }’s binder
history-server = Seals of { $name }
history-favourites = Your favourites
history-count = { $first }–{ $last } of { $total }
history-filters = Only: { $filters }
history-searched = “{ $text }”
history-pick = Open a seal…
history-illegible = A seal that I cannot read
history-illegible-about = Whoever runs this bot finds its number in the log.
history-sift = Show only…
alt-binder = { $count ->
    [one] A binder page with one seal
   *[other] A binder page with { $count } seals
}

## Nothing to see

history-empty = Your binder is still empty. Type **/sticker** and give a name or an idea: your first seal takes a few seconds.
history-empty-other = There are no seals to see here yet. Type **/sticker** to make one of your own.
history-empty-server = Nobody has made a seal here yet that all may see. Be the first: type **/sticker**.
history-empty-favourites = You have no favourites yet. Press ❤️ under a seal that you like, and it waits for you here.
history-empty-sifted = No seal is like that. Choose “Everything” in the menu to see them all again.

## Buttons and the menu

button-newer = ← Newer
button-older = Older →
button-page = { $page } / { $pages }
button-some-page = Page…
button-search = Search
button-print = Print
sift-all = Everything
sift-mine = My binder
sift-favourites = My favourites
sift-server = Seals of this server

## Forms

jump-title = Leaf to a page
jump-label = Page
jump-hint = 1 to { $pages }
seek-title = Search this binder
seek-label = Name or title
seek-hint = Leave it empty to see everything
error-not-a-number = A page is a number from 1 to { $last }. Press the button with the pages once more.
error-not-in-server = That shows the seals of a server, and this is none. Type the command in a server instead.

## A page to print

history-printed = Print it at full size (100 %), double-sided if you like the backs, then cut along the marks.
history-left-out = { $count ->
    [one] One seal of the page cannot be printed and was left out.
   *[other] { $count } seals of the page cannot be printed and were left out.
}
alt-sheets = The page’s seals to print and cut

## The command

command-history = Leaf through your seals, newest first
option-member = member
option-whose = whose
option-search = search
option-page = page
about-member-seen = Whose binder (yours if you leave this out)
about-whose-seen = Your own, your favourites, or everybody’s in this server
about-search-seen = Part of a name or title
about-attribute-seen = Only this tribe
about-rarity-seen = Only this rarity
about-page-seen = Which page to open (the newest if you leave this out)
