"""Keys that Minimal Mistakes and academicpages have for their pages."""

from __future__ import annotations

from typing import Any

import pytest

from tests.content.reading import DATED, day, post, talk

KEYS = """
    layout: single
    tagline: T
    classes: wide
    toc: true
    toc_label: L
    toc_icon: cog
    toc_sticky: true
    author_profile: true
    read_time: true
    words_per_minute: 100
    show_date: false
    share: true
    related: true
    comments: true
    sidebar: {nav: docs}
    gallery: [{url: a.png}]
    feature_row: [{title: A}]
    paperurl: https://example.org/p.pdf
    slidesurl: https://example.org/s.pdf
    codeurl: https://example.org/code
    bibtexurl: https://example.org/p.bib
    citation: "Doe, J. &quot;P.&quot;"
    seo: {date_modified: 2025-09-01}
    header:
      overlay_image: https://example.org/a.png
      overlay_filter: 0.5
      overlay_color: "#333"
      show_overlay_excerpt: false
      caption: C
      og_image: /b.png
      image_description: D
      cta_url: /c/
      cta_label: L
      actions: [{label: A, url: /a/}]
      video: {id: x, provider: youtube}
"""


def test_none_of_them_is_taken_for_a_slip() -> None:
    assert post(f"{KEYS}\n    {DATED}").told == []
    assert talk(f"{KEYS}\n    venue: PyCon").told == []


@pytest.mark.parametrize("key", ["last_modified_at", "modified", "date_updated", "seo.date_modified"])
def test_the_last_change(key: str) -> None:
    head = f"{key}: 2025-09-01" if "." not in key else "seo: {date_modified: 2025-09-01}"

    assert post(f"{DATED}\n{head}").it.updated == day("2025-09-01")


@pytest.mark.parametrize(
    ("head", "hidden"),
    [
        ("toc: false", ["toc"]),
        ("toc: true", None),
        ("classes: wide", ["toc"]),
        ("classes: [wide, dark]", ["toc"]),
        ("classes: dark wide", ["toc"]),
        ("classes: wide\ntoc: true", None),
        ("classes: narrow", None),
        ("classes: 7", None),
        ("classes: wide\nhide: [toc, navigation]", ["toc", "navigation"]),
    ],
)
def test_parts_that_are_not_shown(head: str, hidden: list[str] | None) -> None:
    found = post(f"{DATED}\n{head}")

    assert (found.it.meta.get("hide"), found.told) == (hidden, [])


@pytest.mark.parametrize(
    ("head", "field", "value"),
    [
        ("toc_label: On this page", "toc_label", "On this page"),
        ("toc_label: false", "toc_label", None),
        ("show_date: false", "shows_date", False),
        ("show_date: true", "shows_date", True),
        ("title: A", "shows_date", True),
        ("words_per_minute: 100", "words_per_minute", 100),
        ("citation: Doe (2025)", "citation", "Doe (2025)"),
        ("citation: true", "citation", None),
        ("citation: {title: A}", "citation", None),
        ("paperurl: /files/p.pdf", "paper_url", "/files/p.pdf"),
        ("url_pdf: ''\npaperurl: ''", "paper_url", None),
        ("url_code: https://example.org/", "code_url", "https://example.org/"),
        ("bibtexurl: p.bib", "bibtex_url", "p.bib"),
    ],
)
def test_a_key(head: str, field: str, value: Any) -> None:
    found = post(f"{DATED}\n{head}")

    assert (getattr(found.it, field), found.told) == (value, [])


def test_an_address_that_would_run_is_told() -> None:
    assert post(f"{DATED}\npaperurl: 'javascript:x'").told == [
        "post.md:3:11: paperurl: 'javascript:x' is not an address to link to -> write `https://…` or a path"
    ]
