"""What a Jekyll site consists of."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mkdocs_blogposts.migration.source_site.old_site import ImportRefused, Role
from mkdocs_blogposts.migration.source_site.site_reader import read_site
from tests.migration.old_site import ACADEMIC, read_old, write_old

if TYPE_CHECKING:
    from pathlib import Path


def test_each_file_is_what_it_is_to_jekyll(tmp_path: Path) -> None:
    site = read_old(tmp_path / "old", ACADEMIC)

    found: dict[Role, list[str]] = {}
    for file in site.files:
        found.setdefault(file.role, []).append(str(file.path))
    assert found[Role.POST] == [
        "_posts/2024-03-01-Second-Post.md",
        "_posts/2024-03-02-third.md",
        "_posts/2024-2-3-first-post.md",
        "es/_posts/2024-04-01-hola.md",
    ]
    assert found[Role.DRAFT] == ["_drafts/idea.md"]
    assert found[Role.TALK] == ["_talks/2021-03-04-turin.md", "_talks/undated.md"]
    assert found[Role.DOCUMENT] == ["_publications/2020-engine.md", "_publications/notes.md"]
    assert {"_pages/about.md", "contact.md", "projects/index.html"} <= {*found[Role.PAGE]}
    assert found[Role.FILE] == [
        "CNAME",
        "assets/plain.css",
        "files/cv.pdf",
        "images/favicon.ico",
        "images/profile.png",
    ]
    assert found[Role.LIQUID] == ["_data/navigation.yml", "_hidden/secret.md", "_includes/base_path"]


def test_what_is_passed_over_is_told_with_the_reason(tmp_path: Path) -> None:
    site = read_old(tmp_path / "old", ACADEMIC)

    assert {passed.path: passed.why for passed in site.passed_over} == {
        "CONTRIBUTING.md": "has no front matter, so Jekyll published it as it is; MkDocs would make a page of it",
        "_posts/notes.md": "its name has no date, so Jekyll does not take it for a post either",
        "assets/css/main.scss": (
            "is Sass: where you need it, compile it to `docs/assets/css/main.css`, and name that in `extra_css`"
        ),
    }


def test_a_link_that_leads_out_of_the_site_is_left_out(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("secret", encoding="utf-8")
    (tmp_path / "secrets").mkdir()
    (tmp_path / "secrets" / "2024-01-01-a.md").write_text("---\n---\n", encoding="utf-8")
    root = write_old(tmp_path / "old", "_config.yml\n| title: Old\nimages/a.png\n| a")
    (root / "images" / "secret.txt").symlink_to(tmp_path / "secret.txt")
    (root / "images" / "same.png").symlink_to(root / "images" / "a.png")
    (root / "_posts").symlink_to(tmp_path / "secrets")
    (root / "loop").symlink_to(root)

    site = read_site(root)

    assert [str(file.path) for file in site.files] == ["images/a.png", "images/same.png"]
    assert {passed.path: passed.why for passed in site.passed_over} == {
        "_posts": "is a link that leads out of 'old'",
        "images/secret.txt": "is a link that leads out of 'old'",
        "loop": "is a link to a folder that it lies in",
    }


@pytest.mark.parametrize(
    ("tree", "message"),
    [
        pytest.param("a.md\n| A", "'{}' is not a Jekyll site: it has neither _config.yml nor _posts", id="no site"),
        pytest.param(
            "docs/_config.yml\n| title: A",
            "'{0}' is not a Jekyll site: it has neither _config.yml nor _posts; did you mean '{0}/docs'?",
            id="a site in docs",
        ),
        pytest.param(
            "_config.yml\n| title: 'A",
            "_config.yml cannot be read\n_config.yml:1:8: the quote that begins here is never closed",
            id="bad YAML",
        ),
    ],
)
def test_what_is_no_site_is_refused(tmp_path: Path, tree: str, message: str) -> None:
    root = tmp_path / "old"
    root.mkdir()
    for line in tree.splitlines()[:1]:
        (root / line).parent.mkdir(parents=True, exist_ok=True)
        (root / line).write_text(tree.split("\n| ")[1] + "\n", encoding="utf-8")

    with pytest.raises(ImportRefused) as refused:
        read_site(root)

    assert str(refused.value).startswith(message.format(root.as_posix()))


def test_collections_may_have_a_folder_of_their_own(tmp_path: Path) -> None:
    site = read_old(
        tmp_path / "old",
        """
        _config.yml
        | collections_dir: parts
        | collections: {recipes: {output: true}}
        parts/_posts/2024-01-01-a.md
        | ---
        | ---
        parts/_recipes/soup.md
        | ---
        | ---
        parts/_recipes/soup.png
        | soup
        _posts/2024-01-02-b.md
        | ---
        | ---
        """,
    )

    assert [(str(file.path), file.role) for file in site.files] == [
        ("parts/_posts/2024-01-01-a.md", "post"),
        ("parts/_recipes/soup.md", "document"),
        ("parts/_recipes/soup.png", "file"),
    ]


@pytest.mark.parametrize(
    "config",
    ["collections: 5", "collections: [a, {b: 1}]", "include: 5\nexclude: {a: 1}", "author: [1]", "title: [a]", "x: 1"],
)
def test_values_that_are_not_what_jekyll_wants_are_passed_over(tmp_path: Path, config: str) -> None:
    root = write_old(tmp_path / "old", "a.md\n| ---\n| ---\n_posts/")
    (root / "_config.yml").write_text(config + "\n", encoding="utf-8")

    assert [str(file.path) for file in read_site(root).files] == ["a.md"]


def test_a_file_that_is_included_by_its_whole_path_is_there(tmp_path: Path) -> None:
    (tmp_path / "beside.svg").write_text("3", encoding="utf-8")
    site = read_old(
        tmp_path / "old",
        """
        _config.yml
        | exclude: ["icons/*", left.txt]
        | include: [icons/one.svg, ../beside.svg, gone.svg, icons]
        icons/one.svg
        | 1
        icons/two.svg
        | 2
        left.txt
        | Left.
        theme.gemspec
        | A theme.
        """,
    )

    assert [str(file.path) for file in site.files] == ["icons/one.svg"]
    assert [(passed.path, passed.url) for passed in site.passed_over] == [("theme.gemspec", "/theme.gemspec")]


def test_files_beside_talks_are_files(tmp_path: Path) -> None:
    head = "\n| ---\n| ---"
    site = read_old(
        tmp_path / "old",
        f"_config.yml\n| collections: {{talks: {{output: true}}}}\n_talks/a.md{head}\n_talks/slides.pdf\n| x",
    )

    assert [(str(file.path), file.role) for file in site.files] == [
        ("_talks/a.md", "talk"),
        ("_talks/slides.pdf", "file"),
    ]


def test_talks_that_are_no_collection_are_told(tmp_path: Path) -> None:
    site = read_old(tmp_path / "old", "_config.yml\n| title: Tides\n_talks/a.md\n| ---\n| ---\n_talks/slides.pdf\n| x")

    assert site.files == []
    assert [(passed.path, passed.why) for passed in site.passed_over] == [
        ("_talks/a.md", "`_config.yml` names no collection `talks`, so Jekyll does not take it for a talk either")
    ]


UNHEADED = """
    _config.yml
    | title: Old
    | plugins: [jekyll-optional-front-matter, jekyll-readme-index]
    | include: [COPYING.md]
    a.md
    | # A
    CONTRIBUTING.md
    | # Contribute
    COPYING.md
    | # Copy
    README.md
    | # Read
    sub/README.md
    | # Read
    sub/index.md
    | # Docs
"""


@pytest.mark.parametrize(
    ("option", "pages", "passed"),
    [
        pytest.param(
            "",
            {"a.md", "COPYING.md", "README.md", "sub/index.md"},
            {"a.md", "COPYING.md", "CONTRIBUTING.md", "sub/README.md", "sub/index.md"},
            id="files stay beside pages",
        ),
        pytest.param(
            "    | optional_front_matter: {remove_originals: true}",
            {"a.md", "COPYING.md", "README.md", "sub/index.md"},
            {"CONTRIBUTING.md", "sub/README.md"},
            id="none stay",
        ),
        pytest.param(
            "    | optional_front_matter: {enabled: false}",
            {"README.md"},
            {"a.md", "COPYING.md", "CONTRIBUTING.md", "sub/README.md", "sub/index.md"},
            id="no pages",
        ),
    ],
)
def test_markdown_without_front_matter_is_what_plugins_make_of_it(
    tmp_path: Path, option: str, pages: set[str], passed: set[str]
) -> None:
    tree = UNHEADED.replace("    | include", f"{option}\n    | include") if option else UNHEADED

    site = read_old(tmp_path / "old", tree)

    assert {str(file.path) for file in site.of(Role.PAGE)} == pages
    assert {each.path for each in site.passed_over} == passed
    assert {each.url for each in site.passed_over} == {f"/{path}" for path in passed}
