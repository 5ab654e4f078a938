"""What is asked before ftfy is: whether a text has anything that it may take for wrongly decoded."""

from __future__ import annotations

import re
from itertools import product

import pytest
from ftfy.badness import BADNESS_RE, MOJIBAKE_CATEGORIES

from mkdocs_blogposts.texts.odd_neighbours import ODD

CATEGORIES = [re.compile(f"[{characters}]") for characters in MOJIBAKE_CATEGORIES.values()]
KNOWN = [chr(code) for code in range(0x80, 0x10000) if any(each.match(chr(code)) for each in CATEGORIES)]
"""All that ftfy tells apart."""
OTHERS = "ВГРСвЂўΒΓΞΟβΆØÙÂÃÎÐ√≈×‚Äâóœž€°µ²³aZ ."  # noqa: RUF001  # each is what it is
SOME = sorted({*OTHERS, *(each for kind in CATEGORIES for each in [*filter(kind.match, KNOWN)][:2])})


def test_all_that_ftfy_finds_has_odd_neighbours() -> None:
    pairs = (f"{before}{first}{second}{after}" for first, second in product(KNOWN, KNOWN) for before, after in AROUND)
    triples = map("".join, product(SOME, repeat=3))
    bad = [text for texts in (pairs, triples) for text in texts if BADNESS_RE.search(text)]

    assert [text for text in bad if not ODD.search(text)] == []
    assert len(bad) > 100_000


AROUND = [("", ""), ("a", " ")]


@pytest.mark.parametrize(
    "text",
    [
        "„Größe“ – 20 °C",  # noqa: RUF001  # each is what it is
        "l’été à l’œuvre : « été »",  # noqa: RUF001  # each is what it is
        "«Привет», сказал он.",
        "“中文”，",  # noqa: RUF001  # each is what it is
        "příliš žluťoučký kůň",
        "¿Qué?",
        "🎉",
    ],
)
def test_what_people_write_has_none(text: str) -> None:
    assert not ODD.search(text)
