"""A tag that is probably a typo of another is told where it is used."""

from __future__ import annotations

import pytest

from mkdocs_blogposts.blog.tag_spelling import tell_misspellings
from mkdocs_blogposts.blog.taxonomies import Taxonomy
from mkdocs_blogposts.faults import Faults
from tests.blog.articles import post


def told(*tags: str) -> list[str]:
    """What is told of posts with one tag each."""
    posts = [post(f"post-{number}", tags=(tag,)) for number, tag in enumerate(tags)]
    terms = Taxonomy.of_labels(posts, (), labels=lambda item: item.tags, slugify=str.lower).terms
    faults = Faults()
    tell_misspellings(terms, faults, "tags", "tag")
    return [fault.message for fault in faults]


@pytest.mark.parametrize("typo", ["pyhton", "pythn", "pythoon", "pythom"])
def test_a_rare_tag_one_letter_away_from_a_common_one_is_a_typo(typo: str) -> None:
    assert told("python", "python", "python", typo) == [f"tags: '{typo}' is probably meant to be 'python'"]


@pytest.mark.parametrize(
    "tags",
    [
        pytest.param(("python", "pyhton"), id="both as rare"),
        pytest.param(("3.11.x", "3.11.x", "3.11.x", "3.12.x"), id="numbers"),
        pytest.param(("rust", "rust", "rust", "rest"), id="short"),
        pytest.param(("python", "python", "python", "typing"), id="far away"),
    ],
)
def test_other_tags_are_left_alone(tags: tuple[str, ...]) -> None:
    assert told(*tags) == []
