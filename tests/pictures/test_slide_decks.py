"""PDF files of strangers: what cannot be drawn is told, and takes nothing else along."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mkdocs_blogposts.pictures.slide_decks import drawn
from tests.pdf import bomb, locked, pdf, slide

if TYPE_CHECKING:
    from tests.site import Site

pytest.importorskip("pypdfium2", reason='needs the extra: pip install "mkdocs-blogposts[slides]"')


def test_what_cannot_be_shown_is_told(site: Site) -> None:
    site.put("docs/talks/locked.pdf", locked()).put("docs/talks/broken.pdf", b"%PDF-1.4\nno").put(
        "docs/talks/a.pdf", b""
    )
    site.put("docs/talks/long.pdf", pdf(*[slide()] * 301))
    for name in ("locked", "broken", "a", "long"):
        site.write(f"""
            docs/talks/{name}.md
            | ---
            | title: T
            | venue: V
            | slides: {name}.pdf
            | ---
            | Text.
        """)

    built = site.build(strict=True)

    hint = "save it as PDF again; its page only has the link"
    assert built.faults == [
        f"docs/talks/a.md:4:9: slides: 'docs/talks/a.pdf' is not a PDF that can be read\n    {hint}",
        f"docs/talks/broken.md:4:9: slides: 'docs/talks/broken.pdf' is not a PDF that can be read\n    {hint}",
        f"docs/talks/locked.md:4:9: slides: 'docs/talks/locked.pdf' is encrypted\n    {hint}",
        f"docs/talks/long.md:4:9: slides: 'docs/talks/long.pdf' has 301 pages, and 300 are the most\n    {hint}",
    ]
    assert [link.url for link in built.page("talks/locked/").links_in(".bp-buttons")] == ["talks/locked.pdf"]


def test_a_slide_that_takes_for_ever_is_given_up() -> None:
    (told,) = drawn([bomb()], 2, seconds=1)

    assert told["slides"] == []
    assert told["is_of_the_moment"], "another day, or another machine, may be faster"
    assert told["mistake"].startswith("takes more than 1 seconds ")


def test_what_is_drawn_is_told_before_all_is(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level("INFO"):
        told = drawn([pdf(slide((9, "First"))), *[bomb()] * 4], 1, seconds=3)
        first = next(told)
        del told  # nobody waits for the others

    assert [each["number"] for each in first["slides"]] == [1]
    assert "Drawing the slides of 5 files" in caplog.text


def test_a_file_of_too_many_bytes_is_not_looked_at() -> None:
    (told,) = drawn([bytes(100_000_001)], 1)

    assert (told["mistake"], told["is_of_the_moment"]) == ("has more than 100 MB", False)


@pytest.mark.parametrize(("width", "height"), [(1e9, 1), (1, 14400), (0, 0), (0.001, 0.001), (-320, 180)])
def test_pages_of_any_size_have_pictures_of_ours(width: float, height: float) -> None:
    (told,) = drawn([pdf(slide((9, "Odd"), width=width, height=height))], 1)

    (found,) = told["slides"]
    assert 1 <= found["size"][0] <= 1600
    assert 1 <= found["size"][1] <= 2400
