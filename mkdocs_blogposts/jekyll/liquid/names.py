"""Names that python-liquid takes for words of its own: `page.limit`. After a dot, Jekyll takes them for names."""

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
_NAME = re.compile(rf"""(?P<quoted>"[^"]*"|'[^']*')|(?<=[\w\]])\.(?P<name>{"|".join(_WORDS.split())})(?![\w-])""")
_ARGUMENT = re.compile(r"""(?P<quoted>"[^"]*"|'[^']*')|(?P<before>[:,]\s*)(?P<name>empty|blank)(?![\w-])""")
EMPTY = {"empty": "blogposts_empty", "blank": "blogposts_blank"}
"""What such values are called where they are given to a filter, since python-liquid can read them in no such place."""

_IN_WORDS = frozenset({"include", "include_cached", "include_relative", "link", "post_url", "highlight", "gist"})
"""Tags that read what stands in them by their own rules."""


def plain_names(expression: str) -> str:
    """An expression in which all names are known for names."""
    plain = _NAME.sub(lambda found: found["quoted"] or f"['{found['name']}']", expression)
    if "|" not in plain:
        return plain
    return _ARGUMENT.sub(lambda found: found["quoted"] or found["before"] + EMPTY[found["name"]], plain)


def with_plain_names(tokens: Iterable[Token]) -> Iterator[Token]:
    """The tokens of a text with such expressions."""
    tag = ""
    for token in tokens:
        if token.kind == TOKEN_EXPRESSION and tag not in _IN_WORDS:
            yield token._replace(value=plain_names(token.value))
        else:
            yield token
        tag = token.value if token.kind == TOKEN_TAG else ""
