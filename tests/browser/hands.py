"""What a member does on the playground page, by what they see there. Knows the page of SimCord's preview."""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from playwright.sync_api import Locator, Page
from playwright.sync_api import TimeoutError as TookTooLong

NEWEST = """() => [...document.querySelectorAll('#channel-message-list article')]
    .map(article => BigInt(article.dataset.messageId)).reduce((most, id) => id > most ? id : most, 0n).toString()"""
"""The id of the newest message; a page that is just being refreshed may show older ones only."""
COMPOSER = "#channel-composer-input"
PATIENCE_MS = 30_000
WRITINGS, STEP_MS = 5, 6000
"""How often a command is written, and how long each step of it may take."""
TRY_MS = 10_000
"""How long an answer may take before the same is done once more."""
LOOK = "() => document.querySelector('#channel-message-list')?.innerText + document.images.length"
LOOKS, QUIET_LOOKS = 30, 4
"""How often the page is looked at, and how often in a row it must look the same."""
REFRESH_MS = 1200
"""Longer than the page's half-second question plus the playground's own gap."""


def choose_member(page: Page, name: str) -> None:
    """Look through another member's eyes; the composer comes back for them. A refresh may undo the choice."""
    chosen = page.locator("#viewer-picker option:checked")
    for _ in range(WRITINGS):
        page.select_option("#viewer-picker", label=name)
        page.wait_for_timeout(REFRESH_MS)
        page.wait_for_selector(COMPOSER, state="visible")
        if chosen.inner_text() == name:
            return


def wait_until_quiet(page: Page) -> None:
    """Wait until the page shows the same for a while: where pictures are many, its refresh lags behind a message."""
    looked, same = "", 0
    for _ in range(LOOKS):
        page.wait_for_timeout(REFRESH_MS / 2)
        looks = str(page.evaluate(LOOK))
        same, looked = (same + 1 if looks == looked else 0), looks
        if same == QUIET_LOOKS:
            return


def write_command(page: Page, command: str, options: dict[str, str], files: dict[str, Path]) -> None:
    """Type a slash command with its options into the composer, ready to be sent by Enter.

    An option with fixed choices takes the label it shows, or "True" and "False". A page that has just changed throws a
    half-written command away: then it is written once more, as anybody would.
    """
    wait_until_quiet(page)
    viewer = page.locator("#viewer-picker option:checked").inner_text()
    for _ in range(WRITINGS - 1):
        with suppress(TookTooLong):
            return _write_command(page, command, options, files)
        page.reload()
        page.wait_for_selector(COMPOSER, state="visible")
        choose_member(page, viewer)  # a page that was opened anew looks through the first member's eyes
    return _write_command(page, command, options, files)


def _write_command(page: Page, command: str, options: dict[str, str], files: dict[str, Path]) -> None:
    page.fill(COMPOSER, f"/{command}")
    page.locator("#command-picker-listbox .command-entry", has_text=f"/{command}").first.click()
    for name in (*options, *files):
        add_option(page, name)
        if name in files:
            page.set_input_files(f'.command-file-input[data-option="{name}"]', files[name])
        else:
            fill_option(page, name, options[name])


def add_option(page: Page, name: str) -> None:
    """Open the list of options that are left and take one."""
    page.click(".command-ghost", timeout=STEP_MS)
    page.locator(f'#command-suggestion-listbox [data-value="{name}"]').click(timeout=STEP_MS)


def fill_option(page: Page, name: str, value: str) -> None:
    """Type a value; if the page offers it in a list, take it from there."""
    field = f'.command-option-input[data-option="{name}"]'
    page.fill(field, value, timeout=STEP_MS)
    page.wait_for_timeout(500)  # autocomplete asks the bot after a quarter of a second
    offer = page.locator("#command-suggestion-listbox [role=option]", has_text=value)
    if offer.count():
        offer.first.click()


def send(page: Page) -> None:
    """Send what stands in the composer."""
    page.click("#send-message")


def answer(page: Page) -> Locator:
    """Send what stands in the composer; the message that answers it, whatever becomes of it."""
    return answered(page, lambda: send(page))


def ask(page: Page, command: str, options: dict[str, str]) -> Locator:
    """Write a command and send it: the message that answers. A page that changes meanwhile may lose it on the way."""
    for _ in range(WRITINGS - 1):
        write_command(page, command, options, {})
        with suppress(TookTooLong):
            return answered(page, lambda: send(page), TRY_MS)
    write_command(page, command, options, {})
    return answer(page)


def answered(page: Page, act: Callable[[], None], patience_ms: float = PATIENCE_MS) -> Locator:
    """Do something that is answered by a new message: that message."""
    before = page.evaluate(NEWEST)
    act()
    handle = page.wait_for_function(
        f"before => {{ const id = ({NEWEST})(); return BigInt(id) > BigInt(before) && id }}",
        arg=before,
        timeout=patience_ms,
    )
    return page.locator(f'#channel-message-list article[data-message-id="{handle.json_value()}"]')


def pressed(page: Page, message: Locator, label: str) -> Locator:
    """Press a button of a message: the message that answers. A page that has just changed refuses a press."""
    button = message.get_by_role("button", name=label)
    for _ in range(WRITINGS - 1):
        with suppress(TookTooLong):
            return answered(page, button.click, TRY_MS)
    return answered(page, button.click)


def press(page: Page, label: str) -> None:
    """Press the newest button of that label under a message."""
    page.locator("#channel-message-list button", has_text=label).last.click()


def form_of(page: Page, act: Callable[[], None]) -> Locator:
    """Do something that opens a form, again if the page lost it: the form."""
    form = page.locator(".modal-dialog")
    for _ in range(WRITINGS - 1):
        with suppress(TookTooLong):
            act()
            form.wait_for(state="visible", timeout=TRY_MS)
            return form
    act()
    form.wait_for(state="visible")
    return form


def field(form: Locator, name: str) -> Locator:
    """The text field of a form by its custom_id."""
    return form.locator(f'.modal-field[data-custom-id="{name}"]').locator("input, textarea")


def sent_in(page: Page, form: Locator) -> Locator:
    """Send a form: the message that answers."""
    return answered(page, form.locator(".modal-actions button").last.click)
