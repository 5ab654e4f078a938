"""What escapes from an extension or a template is a fault of the file at which it did, and never a traceback."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
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
        ("blog-post.html", '{% extends "main.html" %}{% block content %}{{ 1 / 0 }}{% endblock %}', "division by zero"),
        ("blog-post.html", "{% if %}", "Expected an expression"),
        ("blogposts/post-footer.html", "{{ nothing.at.all }}", "'nothing' is undefined"),
    ],
    ids=["at a page", "at its syntax", "a part of ours"],
)
def test_a_template_that_fails_is_told_with_the_page(
    site: Site, name: str, template: str, told: str, *, cache: bool
) -> None:
    site.config(theme={"name": "material", "custom_dir": "overrides"}).blogposts(cache=cache)
    site.put(f"overrides/{name}", template).put("docs/index.md", "# Home\n")
    site.put("docs/blog/posts/a.md", "---\ndate: 2024-01-31\n---\n# A\n\nText.\n")

    built = site.build()
    preview = site.build(serve=True)

    assert built.exit_code == 1
    assert [
        fault.startswith("docs/blog/posts/a.md: failure: making its page ended with ") for fault in built.faults
    ] == [True]
    assert told in built.faults[0]
    assert built.faults[0].endswith(HINT)
    assert preview.error is None
    assert told in preview.page("blog/2024/01/31/a/").text
    assert preview.page("").heading == "Home"
