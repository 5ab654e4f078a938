"""Tags and categories, by the rules of both dialects."""

from __future__ import annotations

import pytest

from mkdocs_blogposts.faults import Kind, Level
from tests.content.reading import DATED, post

JEKYLL = f"{DATED}\nlayout: post"


@pytest.mark.parametrize(
    ("head", "tags"),
    [
        pytest.param("tags: [Python, web apps]", ("Python", "web apps"), id="a list"),
        pytest.param("tags: python web", ("python", "web"), id="a string with spaces"),
        pytest.param("tags: python, web apps", ("python", "web apps"), id="a string with commas"),
        pytest.param("tag: web apps", ("web apps",), id="a single one"),
        pytest.param(
            "layout: post\ntags: [a, b]\ntag: web apps", ("web apps",), id="a single one wins in Jekyll's dialect"
        ),
        pytest.param("tags: [a, A, draft]", ("a",), id="one name in two cases"),
        pytest.param("tags:", (), id="none"),
    ],
)
def test_tags_are_taken_from(head: str, tags: tuple[str, ...]) -> None:
    assert post(f"{DATED}\n{head}").it.tags == tags


def test_a_list_wins_over_a_single_one_in_materials_dialect() -> None:
    assert post(f"{DATED}\ntags: [a, b]\ntag: c", post_dialect="material").it.tags == ("a", "b")


@pytest.mark.parametrize("tag", ["draft", "DRAFT", "Draft"])
def test_a_draft_tag_makes_a_draft_and_is_cut_off(tag: str) -> None:
    found = post(f"{DATED}\ntags: [python, {tag}]").it

    assert (found.tags, found.held_back, found.meta["tags"]) == (("python",), "draft", ["python"])


def test_a_site_has_draft_tags_of_its_own() -> None:
    found = post(f"{DATED}\ntags: [draft, wip]", draft_tags=("WIP",)).it

    assert (found.tags, found.held_back) == (("draft",), "draft")


@pytest.mark.parametrize(
    ("head", "categories"),
    [
        pytest.param(f"{DATED}\ncategories: [Web, C++]", ("Web", "C++"), id="a list"),
        pytest.param(f"{DATED}\ncategories: [Web, web]", ("Web",), id="one name in two cases"),
        pytest.param(f"{JEKYLL}\ncategories: jekyll update", ("jekyll", "update"), id="a string with spaces"),
        pytest.param(f"{JEKYLL}\ncategory: web apps", ("web apps",), id="a single one"),
        pytest.param(
            f"{JEKYLL}\ncategories: [a, b]\ncategory: c", ("a", "b", "c"), id="both together in Jekyll's dialect"
        ),
    ],
)
def test_categories_are_taken_from(head: str, categories: tuple[str, ...]) -> None:
    assert post(head).it.categories == categories


@pytest.mark.parametrize(
    ("src_uri", "folders"),
    [
        ("_posts/2025-07-28-x.md", ()),
        ("es/_posts/2025-07-28-x.md", ("es",)),
        ("news/ES/_posts/2025/2025-07-28-x.md", ("news", "ES")),
        ("blog/_posts/2025-07-28-x.md", ()),
        ("blog/es/_posts/2025-07-28-x.md", ("es",)),
        ("blog/posts/es/_drafts/x.md", ("es",)),
        ("blog/posts/es/2025-07-28-x.md", ()),
    ],
)
def test_folders_above_posts_are_categories_in_jekylls_dialect(src_uri: str, folders: tuple[str, ...]) -> None:
    assert post("title: X", src_uri=src_uri).it.categories == folders
    assert post("categories: [es, x]", src_uri=src_uri).it.categories[: len(folders)] == folders


def test_a_folder_outside_docs_dir_is_no_category() -> None:
    assert post("title: X", src_uri="_posts/2025-07-28-x.md", post_dir="../_posts").it.categories == ()


def test_folders_are_no_categories_in_materials_dialect() -> None:
    assert post(DATED, src_uri="es/_posts/x.md", post_dialect="material").it.categories == ()


class TestAllowedCategories:
    """The option `categories_allowed`."""

    def test_those_are_fine(self) -> None:
        assert post(f"{DATED}\ncategories: [Web]", categories_allowed=("Web",)).told == []

    @pytest.mark.parametrize(
        ("category", "hint"), [("Pyton", "did you mean 'Python'?"), ("Cooking", "allowed are Python, Web")]
    )
    def test_others_are_told(self, category: str, hint: str) -> None:
        found = post(f"{DATED}\ncategories: [Web, {category}]", categories_allowed=("Python", "Web"))

        assert found.told == [f"post.md:3:19: categories: '{category}' is not in `categories_allowed` -> {hint}"]
        assert [fault.kind for fault in found.faults] == [Kind.TYPE]

    @pytest.mark.parametrize(
        ("head", "level"),
        [
            (f"{DATED}\ncategories: [Cooking]", Level.ERROR),
            (f"{DATED}\ncategory: Cooking", Level.INFO),
            (f"{JEKYLL}\ncategories: [Cooking]", Level.INFO),
        ],
    )
    def test_others_stop_a_build_where_they_do_in_material(self, head: str, level: Level) -> None:
        assert post(head, categories_allowed=("Python",)).levels == [level]
