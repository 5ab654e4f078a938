"""What a site's own extensions give to a text, they give to Jekyll's texts as well."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.site import Site

if TYPE_CHECKING:
    from tests.built import Built

EXTENSIONS = [
    "admonition",
    "attr_list",
    "md_in_html",
    "pymdownx.blocks.admonition",
    "pymdownx.details",
    {"pymdownx.highlight": {"anchor_linenums": True}},
    {"pymdownx.superfences": {"custom_fences": [{"name": "mermaid", "class": "mermaid"}]}},
    {"pymdownx.tabbed": {"alternate_style": True}},
]

LOOKS = {
    "code in a note": (
        "!!! note\n    Text:\n    - a\n\n    ```python\n    x = 1\n\n    y = 2\n    ```\n\nAfter.",
        ".admonition p + ul + .highlight pre",
    ),
    "text behind a note": ("!!! note\n    Text\n\nAfter\n- a", "article > .admonition + p + ul > li"),
    "tabs": (
        '=== "One"\n\n    - one\n\n=== "Two"\n\n    ```c\n    two\n\n    ```\n',
        ".tabbed-block:first-child li, .tabbed-block + .tabbed-block .highlight",
    ),
    "details": ("??? tip\n    Text\n    - a\n", "details.tip ul > li"),
    "a note in a list": (
        "- item\n\n  !!! warning\n      Text\n\n      ```py\n      x\n      ```\n",
        "li > .warning pre",
    ),
    "a block": ("/// note | Title\nText\n- a\n///\n\nAfter", ".admonition.note ul > li"),
    "a block in a block": ("//// note\n/// tip\nText\n///\n////\n\nAfter", ".note .tip p"),
    "a title of code": ('```py title="a.py"\nx\n```', ".highlight .filename"),
    "another fence": ("```mermaid\ngraph LR\n```", "pre.mermaid code"),
    "attributes of its kind": ("[Go](https://example.com/){ .button }", "a.button"),
    "cards": ('<div class="grid cards" markdown>\n\n-   __A__\n\n    text\n\n</div>', ".grid.cards > ul > li strong"),
    "HTML in a note": ('!!! note\n    <div markdown="1" class="x">\n    *em*\n    </div>', ".admonition .x em"),
}
"""A text, and what is to be found on its page."""


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    site = Site(tmp_path_factory.mktemp("site")).config(markdown_extensions=EXTENSIONS)
    for number, (text, _) in enumerate(LOOKS.values()):
        site.put(f"docs/_posts/2024-01-31-{number}.md", f"---\npermalink: /{number}/\n---\n{text}\n")
    return site.build()


@pytest.mark.parametrize("name", LOOKS)
def test_a_text_has_what_the_site_has(built: Built, name: str) -> None:
    page = built.page(f"{list(LOOKS).index(name)}/")

    assert built.exit_code == 0, built.log
    assert page.css(LOOKS[name][1])
    assert "```" not in page.text
    assert "After" not in " ".join(node.text() for node in page.css(".admonition"))
