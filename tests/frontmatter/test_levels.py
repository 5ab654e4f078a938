"""How much a value of a wrong type or no date weighs, by the key that it stands under."""

from __future__ import annotations

import pytest
from material.plugins.blog.structure.config import PostConfig

from mkdocs_blogposts.faults import Kind, Level
from mkdocs_blogposts.frontmatter.dialects import Dialect
from mkdocs_blogposts.frontmatter.levels import level_in

MATERIAL = level_in(Dialect.MATERIAL)
JEKYLL = level_in(Dialect.JEKYLL)
READ_BY_ITS_THEME = ("title", "tags", "hide", "template")


@pytest.mark.parametrize("key", [*(key for key, _ in PostConfig._schema), *READ_BY_ITS_THEME])  # noqa: SLF001
def test_a_wrong_type_weighs_as_much_as_its_kind_where_material_reads_the_key(key: str) -> None:
    assert [MATERIAL(Kind.TYPE, each) for each in (key, f"{key}[0]", f"{key}.inner[1]")] == [None, None, None]


@pytest.mark.parametrize("key", ["series", "titles", "header.title", "venue"])
def test_a_wrong_type_under_another_key_is_a_remark(key: str) -> None:
    assert MATERIAL(Kind.TYPE, key) is Level.INFO


@pytest.mark.parametrize(
    ("key", "level"),
    [
        ("date", None),
        ("date.created", None),
        ("date.updated", Level.WARNING),
        ("date.other", Level.WARNING),
        ("updated", Level.INFO),
        ("expires", Level.INFO),
    ],
)
def test_what_is_no_date_weighs_as_it_does_in_material(key: str, level: Level | None) -> None:
    assert MATERIAL(Kind.DATE, key) is level


def test_in_jekylls_dialect_only_the_kind_counts() -> None:
    assert {kind: JEKYLL(kind, "date") for kind in Kind if JEKYLL(kind, "date")} == {
        Kind.TYPE: Level.INFO,
        Kind.DATE: Level.WARNING,
        Kind.AUTHOR: Level.WARNING,
    }
