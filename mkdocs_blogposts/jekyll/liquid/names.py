"""Names that python-liquid takes for words of its own, and Jekyll for names: `page.limit`, `{% assign limit = 3 %}`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from liquid.token import TOKEN_EXPRESSION, TOKEN_TAG

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from liquid.token import Token

_WORDS = (
    "and as blank cols contains continue else empty false for if in limit nil not null offset or required reversed "
    "true with"
)
_NAME = re.compile(
    rf"""(?P<quoted>"[^"]*"|'[^']*')|(?<=[\w\]])\.(?P<name>{"|".join(_WORDS.split())})(?![\w-])"""
    r"""|(?<=[A-Za-z_\]])\.(?P<number>\d[\w-]*)"""
)
_ARGUMENT = re.compile(r"""(?P<quoted>"[^"]*"|'[^']*')|(?P<before>[:,]\s*)(?P<name>empty|blank)(?![\w-])""")
EMPTY = {"empty": "blogposts_empty", "blank": "blogposts_blank"}
"""What such values are called where they are given to a filter, since python-liquid can read them in no such place."""

_VARIABLES = "as cols continue in limit offset required reversed with"
"""Those words that people give to variables."""
_VARIABLE = re.compile(
    rf"""(?P<quoted>"[^"]*"|'[^']*')|(?<![\w.-])(?P<name>{"|".join(_VARIABLES.split())})(?![\w-]|\s*:)"""
)
_LOOP_VARIABLE = re.compile(
    rf"""(?P<quoted>"[^"]*"|'[^']*')|(?:^\s*|(?<=\sin\s)\s*|(?<=\()\s*|(?<=\.\.)\s*|(?<!offset)(?<=:)\s*|(?<=offset:)\s*(?!continue))"""
    rf"""\b(?P<name>{"|".join(_VARIABLES.split())})(?![\w-]|\s*:)"""
)
_IN_LOOPS = ("for", "tablerow")
_REVERSED_LATE = re.compile(r"(?<=[\s,])(?P<first>(?:limit|offset|cols)\s*:.*?)(?<=[\s,])reversed(?![\w-]|\s*:)")
"""What turns no list round, since an argument stands before it."""
_WITH_VARIABLES = frozenset(
    {"", "assign", "capture", "if", "elsif", "unless", "case", "when", "cycle", "increment", "decrement", *_IN_LOOPS}
)
"""Tags in which names of variables stand; the first is `{{ … }}`."""

_IN_WORDS = frozenset({"include", "include_cached", "include_relative", "link", "post_url", "highlight", "gist"})
"""Tags that read what stands in them by their own rules."""


def plain_names(expression: str) -> str:
    """An expression in which all names are known for names."""
    plain = _NAME.sub(lambda found: found["quoted"] or f"['{found['name'] or found['number']}']", expression)
    if "|" not in plain:
        return plain
    return _ARGUMENT.sub(lambda found: found["quoted"] or found["before"] + EMPTY[found["name"]], plain)


def with_plain_variables(expression: str, tag: str = "") -> str:
    """An expression in which variables have no names that are words."""
    if tag == "capture":
        expression = expression.strip().strip("\"'")
    if tag in _IN_LOOPS:
        expression = _REVERSED_LATE.sub(r"\g<first>", expression)
    pattern = _LOOP_VARIABLE if tag in _IN_LOOPS else _VARIABLE
    return pattern.sub(lambda found: found["quoted"] or f"blogposts_{found['name']}", expression)


def with_plain_names(tokens: Iterable[Token]) -> Iterator[Token]:
    """The tokens of a text with such expressions."""
    tag = ""
    for token in tokens:
        if token.kind == TOKEN_EXPRESSION and tag not in _IN_WORDS:
            value = with_plain_variables(token.value, tag) if tag in _WITH_VARIABLES else token.value
            yield token._replace(value=plain_names(value))
        else:
            yield token
        tag = token.value if token.kind == TOKEN_TAG else ""
