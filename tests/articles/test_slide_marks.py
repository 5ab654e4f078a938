"""Marks in the text of a talk that name no slide, or one twice: told, with nothing of the text lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.built import text_of
from tests.pdf import pdf, slide

if TYPE_CHECKING:
    from tests.site import Site

pytest.importorskip("pypdfium2", reason='needs the extra: pip install "mkdocs-blogposts[slides]"')

HINT = "write `<!-- slide 2 -->`, and `<!-- /slides -->` below the last"


def test_marks_that_say_nothing_are_told(site: Site) -> None:
    site.put("docs/talks/deck.pdf", pdf(*[slide((24, "A slide"))] * 5)).put("docs/talks/broken.pdf", b"no").write("""
        docs/talks/odd.md
        | ---
        | title: Odd
        | venue: V
        | slides: deck.pdf
        | ---
        | ```
        | <!-- slide 4 -->
        | ```
        |
        | <!-- slide 1 -->
        |
        | First.
        |
        | <!-- slide 6 -->
        |
        | To none.
        |
        | - an item
        |
        |     <!-- slide 2 -->
        |
        | <!-- slide 1 -->
        |
        | Once more.
        |
        | <!-- slide two -->
        |
        | <!-- /slide -->
        |
        | ## Slide 9
        |
        | To none as well.
        docs/talks/vain.md
        | ---
        | title: Vain
        | venue: V
        | slides: broken.pdf
        | ---
        | <!-- slide 1 -->
        | Look at this.
    """)

    built = site.build()

    lines = [
        ("odd.md:14:1: slide 6: it is not there", "there are slides 1 to 5"),
        ("odd.md:20:5: slide 2: it is in a list or the like, where it has no effect", "write it on a line of its own"),
        ("odd.md:22:1: slide 1: it has a text already, to which this one is added", "mark each slide once"),
        *(
            (f"odd.md:{line}:1: '<!-- {odd} -->' names no slide", HINT)
            for line, odd in ((26, "slide two"), (28, "/slide"))
        ),
        ("odd.md:30:1: slide 9: it is not there", "there are slides 1 to 5"),
        (
            "vain.md:4:9: slides: 'docs/talks/broken.pdf' is not a PDF that can be read",
            "save it as PDF again; its page only has the link",
        ),
    ]
    assert built.faults == [f"docs/talks/{told}\n    {hint}" for told, hint in lines]
    assert len(built.warnings) == len(lines) - 2
    assert [text_of(node) for node in built.page("talks/odd/").css(".bp-slide__notes")] == [
        "First. To none. an item Once more. Slide 9 To none as well."
    ]
    assert "Look at this." in built.page("talks/vain/").text
