"""Sets of Markdown extensions, and texts with all that they know."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st
from markdown import Markdown
from markdown.extensions import Extension
from material.extensions.emoji import to_svg, twemoji

if TYPE_CHECKING:
    from collections.abc import Callable

Options = dict[str, dict[str, Any]]

FEW: list[str] = ["toc", "tables", "fenced_code", "pymdownx.highlight", "pymdownx.superfences"]
USUAL = [
    *("toc", "tables", "abbr", "admonition", "attr_list", "def_list", "footnotes", "md_in_html"),
    *("arithmatex", "betterem", "caret", "critic", "details", "emoji", "highlight", "inlinehilite", "keys", "mark"),
    *("smartsymbols", "snippets", "superfences", "tabbed", "tasklist", "tilde"),
]
USUAL = [name if place < 8 else f"pymdownx.{name}" for place, name in enumerate(USUAL)]  # of Markdown
ODD = [
    *("extra", "sane_lists", "smarty", "nl2br", "wikilinks", "legacy_em", "codehilite", "toc", "meta", "admonition"),
    *(f"pymdownx.{name}" for name in ("magiclink", "progressbar", "escapeall", "saneheaders", "striphtml", "quotes")),
    *(f"pymdownx.blocks.{name}" for name in ("admonition", "details", "html", "tab")),
]
SETS: dict[str, tuple[list[str], Options]] = {
    "few": (FEW, {"toc": {"permalink": True}}),
    "usual": (
        USUAL,
        {
            "toc": {"permalink": True, "title": "In this page"},
            "pymdownx.emoji": {"emoji_index": twemoji, "emoji_generator": to_svg},
            "pymdownx.highlight": {"anchor_linenums": True, "line_spans": "__span", "pygments_lang_class": True},
            "pymdownx.tabbed": {"alternate_style": True},
            "pymdownx.tasklist": {"custom_checkbox": True},
        },
    ),
    "odd": (ODD, {"toc": {"permalink": "¶"}, "pymdownx.magiclink": {"repo_url_shorthand": True}}),
    "emoji": (["pymdownx.emoji", "pymdownx.tilde", "smarty"], {"pymdownx.tilde": {"smart_delete": False}}),
    "none": ([], {}),
}


class Taking(Extension):
    """Has a converter take a shortcut."""

    def __init__(self, shortcut: Callable[[Markdown], None]) -> None:
        super().__init__()
        self.shortcut = shortcut

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802  # the name is Markdown's
        """Take it."""
        self.shortcut(md)


def converter(name: str, *more: Extension) -> Markdown:
    """A converter with one of the sets, and with extensions more."""
    extensions, options = SETS[name]
    return Markdown(extensions=[*extensions, *more], extension_configs=options)


TEXT = """\
# A *title* & `code` {#own .c}

[TOC]

Text with **strong**, _em_, ~~gone~~, ==marked==, ^^new^^, H~2~O, x^2^, `#!python f(1)`, :smile: :material-pencil:,
++ctrl+alt+del++, (c) 1/2 -->, $a*b$, a\\*b\\_c, <b>bold</b>, <https://example.org/>, <me@example.org>, &copy; and &.
A line that breaks  \nand [a link](b\\_c.md "T\\*"), [one][ref], [ref], ![a picture](c.png){ width=1 }, ![ref], [^1].

{++added++} {--gone--} {~~a~>b~~} HTML https://example.com/a_b_c www.example.com user@example.com [[Wiki]] user/repo#1

*[HTML]: Hyper
[ref]: https://example.org/?a=1&b=2 'Title'
[^1]: What *it* says.

!!! note "With `code`"
    - one
        1. two _three_
    - [x] done

??? tip
    Within.

=== "A"

    ```python linenums="1" hl_lines="2" title="t.py"
    def f(a: int) -> str:
        return f"{a!r}" + '''x'''  # why
    ```

=== "B"

    ```bash
    $ echo "$HOME" | sort > x
    ```

Term
:   What it is

| a | b |
|---|--:|
| `|` | **2** |

<div markdown>

## Within *HTML*

</div>

> Quoted `a`
> and __b__

    code & <more>

/// note | Title
Text
///

[=50% "half"] "Quotes" -- 'dashes' ...
"""

DOCS = sorted(Path(__file__).parents[2].glob("docs/*.md"))

_PIECES = [
    *("*", "**", "_", "__", "`", "``", "[", "]", "(", ")", "<", ">", "&", "!", "~", "~~", "^", "^^", "=", "==", "+"),
    *(
        "++",
        ":",
        "::",
        "\\",
        "|",
        "{",
        "}",
        "#",
        "-",
        "--",
        "@",
        "$",
        '"',
        "'",
        " ",
        "  ",
        "\n",
        "\n\n",
        "    ",
        "\n- ",
    ),
    *(
        "\n1. ",
        "\n> ",
        "\n\n    ",
        "\n```\n",
        "\n```python\n",
        "\n## ",
        "\n!!! note\n    ",
        "word",
        "a",
        "1",
        "é",
        "ſ",
        "K",
    ),
    *(
        "http://a.b",
        "www.a.b",
        "a@b.c",
        "&amp;",
        "&#1;",
        "<b>",
        "</b>",
        "<!--",
        "-->",
        ":smile:",
        "[^1]",
        "\n[^1]: ",
        "{++",
    ),
    *(
        "++}",
        "[x]",
        "\n[a]: b",
        "[a]",
        "](c)",
        "(c)",
        "1/2",
        "...",
        "\u0002klzzwxh:0000\u0003",
        "\ufeff",
        "\t",
        "#!py ",
        "\x1d",
    ),
]
texts = st.lists(st.sampled_from(_PIECES), max_size=40).map("".join)
"""Texts that are mostly signs of Markdown."""
