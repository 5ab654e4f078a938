"""What jekyll-scholar's tag asks for, and where its files lie."""

from __future__ import annotations

from typing import Any

import pytest

from mkdocs_blogposts.blog.selection import Selection
from mkdocs_blogposts.jekyll.scholar import folder_of_papers, request_of


@pytest.mark.parametrize(
    ("values", "wanted"),
    [
        ({}, None),
        ({"plugins": ["jekyll-scholar"]}, "_bibliography"),
        ({"scholar": {"source": "/_papers/"}}, "_papers"),
        ({"scholar": {"source": "./_bibliography"}}, "_bibliography"),
        ({"scholar": {"source": "../elsewhere"}}, None),
        ({"scholar": "nonsense"}, None),
    ],
)
def test_its_files_lie_in_a_folder_of_the_site(values: dict[str, Any], wanted: str | None) -> None:
    found = folder_of_papers(values)

    assert (str(found) if found else None) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("", {"file": "usual"}),
        ("-f papers", {"file": "papers"}),
        ("--file more/theses.bib --group_by none", {"file": "theses"}),
        ("-q @*[year=2020]*", {"file": "usual", "year": 2020}),
        ("--query @article[year == 2020 && selected=true]", {"file": "usual", "year": 2020, "selected": True}),
        ("--max 5", {"file": "usual", "limit": 5}),
        ('-f a"b --> {', {"file": "a"}),
    ],
)
def test_its_tag_asks_our_list_for_the_same(text: str, wanted: dict[str, Any]) -> None:
    asked = request_of(text, {"scholar": {"bibliography": "usual.bib"}})
    kind = {"type": "article"} if "@article" in text else {}

    assert asked.startswith("<!-- blogposts: ")
    assert asked.count("-->") == 1
    read = Selection.parse(asked.removeprefix("<!-- blogposts: ").removesuffix(" -->"))
    assert read == Selection.of({"list": "publications", **wanted, **kind})
