"""What escapes from an extension or a template is a fault of the file at which it did, and never a traceback."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from mkdocs_blogposts.cli.main import main

if TYPE_CHECKING:
    from click.testing import Result

    from tests.site import Site

EXTENSION = """
from markdown import Extension
from markdown.preprocessors import Preprocessor


class Charts(Preprocessor):
    def run(self, lines):
        if any("chart" in line for line in lines):
            raise ValueError("no such chart")
        return lines


class ChartsExtension(Extension):
    def extendMarkdown(self, md):
        md.preprocessors.register(Charts(md), "charts", 5)


def makeExtension(**_):
    return ChartsExtension()
"""
HINT = "\n    build with `--verbose` to see where it comes from"


def with_failing_text(site: Site, monkeypatch: pytest.MonkeyPatch) -> Site:
    site.put("charts_of_ours.py", EXTENSION).config(markdown_extensions=["charts_of_ours"])
    monkeypatch.syspath_prepend(str(site.root))
    monkeypatch.setenv("PYTHONPATH", str(site.root))
    site.put("docs/blog/posts/a.md", "---\ndate: 2024-01-31\n---\n# A\n\nA chart.\n")
    return site.put("docs/blog/posts/b.md", "---\ndate: 2024-01-30\n---\n# B\n\nText.\n")


def test_a_text_at_which_an_extension_fails_is_named(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    _, said = with_failing_text(site, monkeypatch).run_build()
    _, told_more = site.run_build("--verbose")

    told = "docs/blog/posts/a.md: failure: rendering its text ended with ValueError: no such chart"
    errors = [line for line in said.splitlines() if line.startswith("ERROR")]
    assert errors == [
        f"ERROR   -  {told} (charts_of_ours.py, line 9)",
        "ERROR   -  1 fault in 1 file",
    ]
    assert "Traceback" not in said
    assert "Traceback" in told_more


def test_under_serve_its_page_says_so_and_the_rest_is_built(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    built = with_failing_text(site, monkeypatch).build(serve=True)

    assert built.error is None
    assert [card.title for card in built.page("blog/").cards] == ["A", "B"]
    assert "no such chart" in built.page("blog/2024/01/31/a/").text
    assert "Text." in built.page("blog/2024/01/30/b/").text


@pytest.mark.parametrize("cache", [True, False])
@pytest.mark.parametrize(
    ("name", "template", "told"),
    [
        (
            "blog-post.html",
            '{% extends "main.html" %}\n{% block content %}\n{{ 1 / 0 }}{% endblock %}',
            "overrides/blog-post.html:3:1: failure: ZeroDivisionError: division by zero",
        ),
        (
            "blog-post.html",
            "\n{% if %}",
            "overrides/blog-post.html:2:1: failure: TemplateSyntaxError: Expected",
        ),
        (
            "blogposts/post-footer.html",
            "{{ nothing.at.all }}",
            "overrides/blogposts/post-footer.html:1:1: failure: UndefinedError: 'nothing' is undefined",
        ),
        (
            "blog-post.html",
            '{% extends "main.html" %}{% block content %}{% include "nope.html" %}{% endblock %}',
            "overrides/blog-post.html:1:1: failure: there is no template 'nope.html'",
        ),
    ],
    ids=["at a page", "at its syntax", "a part of ours", "another is not there"],
)
def test_a_template_that_fails_is_told_once_at_its_line(
    site: Site, name: str, template: str, told: str, *, cache: bool
) -> None:
    site.config(theme={"name": "material", "custom_dir": "overrides"}).blogposts(cache=cache)
    site.put(f"overrides/{name}", template).put("docs/index.md", "# Home\n")
    for day in (1, 2, 3):
        site.put(f"docs/blog/posts/{day}.md", f"---\ndate: 2024-01-0{day}\n---\n# A\n\nText.\n")

    built = site.build()
    preview = site.build(serve=True)
    checked = check(site)

    assert built.exit_code == 1
    assert len(built.faults) == 1
    assert built.faults[0].startswith(told)
    assert built.faults[0].endswith(f", at docs/blog/posts/1.md and 2 more pages{HINT}")
    assert built.errors[1:] == ["1 fault in 1 file"]
    assert preview.error is None
    assert told in preview.page("blog/2024/01/01/a/").text
    assert preview.page("").heading == "Home"
    assert (checked.exit_code, checked.output.splitlines()[0].startswith(told)) == (1, True)


def test_a_template_that_a_post_names_and_that_is_not_there_is_told_at_the_post(site: Site) -> None:
    site.put("docs/blog/posts/a.md", "---\ndate: 2024-01-31\ntemplate: nope.html\n---\n# A\n")

    assert [fault.partition("\n")[0] for fault in site.build().faults] == [
        "docs/blog/posts/a.md:3:11: template: the theme has no template 'nope.html'"
    ]


def test_a_template_of_the_theme_that_fails_at_what_a_post_says_is_told_at_the_post(site: Site) -> None:
    site.put("docs/blog/posts/a.md", "---\ndate: 2024-01-31\nhide: 5\n---\n# A\n")
    site.put("docs/blog/posts/b.md", "---\ndate: 2024-01-30\n---\n# B\n")

    faults = site.build().faults

    assert [fault.partition(":")[0] for fault in faults if "failure" in fault] in ([], ["docs/blog/posts/a.md"])


@pytest.mark.parametrize("key", ["icon: 5", "template: 5", "title: [1]", "title: 2024", "hide: 5", "search: x"])
def test_whatever_the_head_of_a_listing_says_there_is_no_traceback(site: Site, key: str) -> None:
    site.put("docs/index.md", "# Home\n").put("docs/blog/index.md", f"---\n{key}\n---\nOurs.\n")
    site.put("docs/blog/posts/a.md", "---\ndate: 2024-01-31\n---\n# A\n")

    built = site.build(serve=True)

    assert built.error is None
    assert "Home" in built.page("").text


FUNCTIONS = """
def slugify(text, separator):
    if "Odd" in text:
        raise KeyError(text)
    return text.lower()


def sort_by(view):
    raise KeyError("order")
"""


@pytest.mark.parametrize(
    ("option", "told"),
    [
        (
            "post_slugify: !!python/name:slugs_of_ours.slugify",
            "docs/blog/posts/a.md: failure: reading it ended with KeyError: 'Odd one' (slugs_of_ours.py, line 4)",
        ),
        (
            "categories_sort_by: !!python/name:slugs_of_ours.sort_by",
            "blogposts: reading its files ended with KeyError: 'order' (slugs_of_ours.py, line 9)",
        ),
    ],
    ids=["at a post", "at all of them"],
)
def test_a_function_of_the_site_that_fails_is_told_in_a_line(
    site: Site, monkeypatch: pytest.MonkeyPatch, option: str, told: str
) -> None:
    monkeypatch.syspath_prepend(str(site.root))
    site.put("slugs_of_ours.py", FUNCTIONS).put("docs/index.md", "# Home\n")
    site.put("mkdocs.yml", f"site_name: Site\ntheme: material\nplugins:\n  - blogposts:\n      {option}\n")
    for name in ("Odd one", "Even one"):
        head = "---\ndate: 2024-01-31\ncategories: [x, y]\n---\n"
        site.put(f"docs/blog/posts/{'a' if name == 'Odd one' else 'b'}.md", f"{head}# {name}\n")

    built = site.build()

    assert built.exit_code == 1
    assert [message.partition("\n")[0] for message in [*built.errors, str(built.error)] if told in message] == [told]


def check(site: Site) -> Result:
    """What `blogposts check` says."""
    return CliRunner().invoke(main, ["check", "--config-file", str(site.root / "mkdocs.yml")])
