"""Where a title comes from when front matter has none."""

from __future__ import annotations

import pytest

from mkdocs_blogposts.content.titles import Title, first_heading, title_of
from mkdocs_blogposts.frontmatter.dialects import Dialect
from mkdocs_blogposts.frontmatter.file_names import file_name_of
from tests.content.reading import DATED, post

PREFIXES = ("DRAFT:", "[DRAFT]")


def title(
    given: str | None, body: str = "", name: str = "posts/my-post.md", dialect: Dialect = Dialect.MATERIAL
) -> Title:
    return title_of(given, body, file_name_of(name), dialect=dialect, draft_prefixes=PREFIXES)


@pytest.mark.parametrize(
    ("body", "text"),
    [
        pytest.param("# Hello", "Hello", id="a heading"),
        pytest.param("#Hello", "Hello", id="without a space, as Python-Markdown takes it"),
        pytest.param("# Hello ##", "Hello", id="marks at its end"),
        pytest.param("# C#", "C#", id="a mark that belongs to it"),
        pytest.param("# Hello {#top .big}", "Hello", id="attributes"),
        pytest.param("# Hello {: data-x=1 }", "Hello", id="attributes of kramdown"),
        pytest.param("# Sets like {1, 2}", "Sets like {1, 2}", id="braces that are none"),
        pytest.param("# Hello *you* `x`", "Hello *you* `x`", id="Markdown"),
        pytest.param("Hello\n=====\n", "Hello", id="underlined"),
        pytest.param("![](a.png)\n\n# Hello", "Hello", id="below a picture"),
        pytest.param("## Two\n\n# Hello", "Hello", id="below a smaller one"),
        pytest.param("Text.\n# Hello", "Hello", id="right after a paragraph"),
        pytest.param("```sh\n# no\n```\n# Hello", "Hello", id="below code"),
        pytest.param("~~~~\n# no\n~~~\n# no\n~~~~\n# Hello", "Hello", id="below code with longer fences"),
        pytest.param("- item\n\n    ```\n# no\n    ```\n\n# Hello", "Hello", id="below code in a list"),
        pytest.param("<!--\n# no\n-->\n# Hello", "Hello", id="below a comment"),
        pytest.param("<!-- one line -->\n# Hello", "Hello", id="below a comment on one line"),
        pytest.param("<pre>\n# no\n</pre>\n# Hello", "Hello", id="below preformatted text"),
        pytest.param("{% highlight sh %}\n# no\n{% endhighlight %}\n# Hello", "Hello", id="below code of Liquid"),
        pytest.param("{%- raw -%}\n# no\n{%- endraw -%}\n# Hello", "Hello", id="below raw Liquid"),
        pytest.param("{%comment%}\n# no\n{% endcomment %}\n# Hello", "Hello", id="below a comment of Liquid"),
        pytest.param("<TEXTAREA>\n# no\n</textarea>\n# Hello", "Hello", id="below what is typed"),
        pytest.param("    # no\n\n# Hello", "Hello", id="below indented code"),
    ],
)
def test_the_first_heading_is_found(body: str, text: str) -> None:
    found = first_heading(body)

    assert found is not None
    assert found.text == text


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("", id="nothing"),
        pytest.param("## Two\n### Three", id="smaller ones"),
        pytest.param("#", id="a mark alone"),
        pytest.param("Text of\ntwo lines\n===", id="a paragraph of two lines with an underline"),
        pytest.param("    code\n===", id="indented code with an underline"),
        pytest.param("===\n", id="an underline alone"),
        pytest.param("```\n# no", id="code without an end"),
    ],
)
def test_there_may_be_no_heading(body: str) -> None:
    assert first_heading(body) is None


@pytest.mark.parametrize(
    ("given", "body", "name", "dialect", "text"),
    [
        pytest.param("Given", "# Heading", "a/x.md", Dialect.MATERIAL, "Given", id="front matter"),
        pytest.param(None, "# Heading", "a/x.md", Dialect.JEKYLL, "Heading", id="a heading"),
        pytest.param(None, "", "a/my-first_post.md", Dialect.MATERIAL, "My first post", id="a file name"),
        pytest.param(None, "", "a/My-first-Post.md", Dialect.MATERIAL, "My first Post", id="a file name with its case"),
        pytest.param(
            None, "", "a/2025-07-28-x.md", Dialect.MATERIAL, "2025 07 28 x", id="a dated one, as MkDocs has it"
        ),
        pytest.param(
            None, "", "a/2025-07-28-my-first-post.md", Dialect.JEKYLL, "My First Post", id="and as Jekyll has it"
        ),
        pytest.param(None, "", "a/big-news/index.md", Dialect.MATERIAL, "Big news", id="the name of its folder"),
    ],
)
def test_a_title_is_taken_from(given: str | None, body: str, name: str, dialect: Dialect, text: str) -> None:
    assert title(given, body, name, dialect).text == text


@pytest.mark.parametrize(
    ("given", "body", "text"),
    [
        ("DRAFT: One Year", "", "One Year"),
        ("[DRAFT]One Year", "", "One Year"),
        (None, "# DRAFT: One Year", "One Year"),
        ("DRAFT:", "", "My post"),
    ],
)
def test_the_marker_of_a_draft_is_cut_off(given: str | None, body: str, text: str) -> None:
    found = title(given, body)

    assert (found.text, found.is_draft, found.is_heading) == (text, True, False)


@pytest.mark.parametrize("given", ["Draft: how we review", "Drafts", "On DRAFT: a game"])
def test_a_title_like_a_marker_is_no_draft(given: str) -> None:
    assert (title(given).text, title(given).is_draft) == (given, False)


@pytest.mark.parametrize(
    ("given", "body", "for_slug"),
    [
        pytest.param("Given", "# Heading", "Given", id="front matter"),
        pytest.param("DRAFT: Given", "", "Given", id="without the marker"),
        pytest.param(None, "# Heading {#top}", "Heading {#top}", id="a first heading with all that stands there"),
        pytest.param(None, "# DRAFT: Heading", "Heading", id="a first heading without the marker"),
        pytest.param(None, "Text.\n\n# Heading", "My post", id="the file name, where text stands above the heading"),
        pytest.param(None, "Heading\n===", "My post", id="and where the heading is underlined"),
    ],
)
def test_material_makes_the_slug_of(given: str | None, body: str, for_slug: str) -> None:
    assert title(given, body).for_slug.strip() == for_slug


@pytest.mark.parametrize(
    ("given", "body", "is_heading"),
    [
        (None, "# Heading", True),
        (None, "Text.\n\n# Heading", False),
        ("Heading", "# Heading", False),
        (None, "", False),
    ],
)
def test_it_is_known_whether_the_page_begins_with_it(given: str | None, body: str, *, is_heading: bool) -> None:
    assert title(given, body).is_heading is is_heading


def test_a_title_is_one_line() -> None:
    assert post(f"{DATED}\ntitle: |\n  One\n    two\n\n  three").it.title == "One two three"
