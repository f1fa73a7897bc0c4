"""What people read in Discord stands in the catalogue: the cogs hold no prose, and no literal where text is shown."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

COGS = sorted((Path(__file__).parents[2] / "cogs").glob("*.py"))
PROSE = re.compile(r"[^\W\d_]{2,}[.,;:!?]? [^\W\d_]{2,}|[\u3040-\u30ff\u4e00-\u9fff]")
"""Two words with a blank between them, or anything Japanese."""
LETTER = re.compile(r"[^\W\d_]")
MARKUP = re.compile(r"</?[#@&t]?:?|attachment://")
"""What stands in Discord's own marks, such as <@&id> and <t:seconds>."""

SHOWN_FIRST = {"TextDisplay", "send", "send_message", "sentence_card", "answer_privately"}
"""What is called with a text for people as its first value."""
SHOWN_BY_NAME = {"label", "title", "placeholder", "description", "content", "text", "name"}
"""Values of the calls below that are texts for people."""
SHOWS = {
    *("Button", "Label", "TextInput", "Select", "RoleSelect", "ChannelSelect", "UserSelect", "SelectOption"),
    *("RadioGroupOption", "CheckboxGroupOption", "Modal", "MediaGalleryItem", "Choice", "Section", "Embed"),
    *("send", "send_message", "edit", "edit_message", "edit_original_response", "command", "ContextMenu"),
}
COMMAND_NAMES = {"command"}
"""Calls whose name is a name of the protocol: commands are called alike in every language."""


def name_of(function: ast.expr) -> str:
    match function:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
        case ast.Subscript(value=value):
            return name_of(value)
        case _:
            return ""


def unsaid(node: ast.AST) -> Iterator[ast.Constant]:
    """The string literals in an expression that are not a key, a bare name or an argument of another call's."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node
    if isinstance(node, ast.Call | ast.Subscript | ast.Compare):
        return
    for child in ast.iter_child_nodes(node):
        yield from unsaid(child)


def _makes_a_button(function: ast.expr) -> bool:
    return (
        isinstance(function, ast.Attribute)
        and function.attr == "make"
        and name_of(function.value).endswith("Button")
    )


def shown(call: ast.Call) -> Iterator[ast.expr]:
    called = name_of(call.func)
    if call.args and (called in SHOWN_FIRST or _makes_a_button(call.func)):
        yield call.args[0]
    if called in SHOWS:
        for keyword in call.keywords:
            if keyword.arg in SHOWN_BY_NAME and not (keyword.arg == "name" and called in COMMAND_NAMES):
                yield keyword.value


def literals_shown(tree: ast.AST) -> list[str]:
    return [
        f"line {literal.lineno}: {literal.value!r}"
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        for value in shown(node)
        for literal in unsaid(value)
        if LETTER.search(MARKUP.sub("", literal.value))
    ]


def for_the_log_or_the_code(tree: ast.AST) -> set[int]:
    """The ids of all nodes whose text nobody in Discord reads: docstrings, logs, what is raised, patterns."""
    hidden: set[int] = set()
    for node in ast.walk(tree):
        match node:
            case ast.Expr(value=ast.Constant()) | ast.Raise():
                hidden.update(map(id, ast.walk(node)))
            case ast.Call(func=ast.Attribute(value=ast.Name(id="log" | "re" | "warnings"))):
                hidden.update(map(id, ast.walk(node)))
            case ast.Call(func=function) if name_of(function).endswith(("Error", "Undeliverable", "TypeVar")):
                hidden.update(map(id, ast.walk(node)))
    return hidden


def prose(tree: ast.AST) -> list[str]:
    hidden = for_the_log_or_the_code(tree)
    return [
        f"line {node.lineno}: {node.value!r}"
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in hidden
        if PROSE.search(node.value)
    ]


@pytest.mark.parametrize("file", COGS, ids=lambda file: file.name)
def test_a_cog_shows_nothing_but_words_of_the_catalogue(file: Path) -> None:
    assert literals_shown(ast.parse(file.read_text(encoding="utf-8"))) == []


@pytest.mark.parametrize("file", COGS, ids=lambda file: file.name)
def test_a_cog_holds_no_prose(file: Path) -> None:
    assert prose(ast.parse(file.read_text(encoding="utf-8"))) == []


@pytest.mark.parametrize(
    "code",
    [
        "TextDisplay('Hello')",
        "TextDisplay(f'## {name} says')",
        "interaction.followup.send('Done')",
        "Button(label='Go', custom_id='go')",
        "Label[Modal](text='Name', component=field)",
        "CancelButton.make('Cancel', task)",
        "interaction.edit_original_response(content='ok')",
    ],
)
def test_a_stray_text_is_found(code: str) -> None:
    assert len(literals_shown(ast.parse(code))) == 1


@pytest.mark.parametrize(
    "code",
    [
        "TextDisplay(words('help-intro'))",
        "TextDisplay(f\"## {words('welcome')}\\n<@{member}>\")",
        "Button(label=words('button-png'), custom_id='png')",
        "app_commands.command(name='help', description=say('command-help'))",
        "log.warning('server %d was not greeted', 1)",
        "raise TypeError('not an ending of ours')",
    ],
)
def test_what_may_stand_is_let_stand(code: str) -> None:
    tree = ast.parse(code)
    assert literals_shown(tree) + prose(tree) == []


@pytest.mark.parametrize("code", ["x = 'made by somebody'", "lines = ['シール']"])
def test_prose_is_found_wherever_it_stands(code: str) -> None:
    assert len(prose(ast.parse(code))) == 1
