"""The key `template`: one that is not there is told, and the post is shown with the usual one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.site import Site

HINT = "\n    write the name of one that it has, or of one in its `custom_dir`"


@pytest.mark.parametrize("theme", ["material", "mkdocs"])
@pytest.mark.parametrize("template", ["nope.html", "../../x.html", "/etc/hostname", "partials"])
def test_a_template_that_is_not_there(site: Site, theme: str, template: str) -> None:
    site.config(theme=theme).put("x.html", "x")
    site.put("docs/blog/posts/a.md", f"---\ntitle: A\ndate: 2024-01-31\ntemplate: {template}\n---\n")

    built = site.build()

    told = f"docs/blog/posts/a.md:4:11: template: the theme has no template '{template}'{HINT}"
    assert built.exit_code == 0
    assert built.warnings == [told]
    assert built.page("blog/2024/01/31/a/").heading == "A"


@pytest.mark.parametrize(("template", "told"), [("[a.html]", "a list"), ("3", "'3'")], ids=["a list", "a number"])
def test_a_template_that_is_no_name(site: Site, template: str, told: str) -> None:
    site.put("docs/blog/posts/a.md", f"---\ntitle: A\ndate: 2024-01-31\ntemplate: {template}\n---\n")

    assert site.build().faults == [f"docs/blog/posts/a.md:4:11: template: the theme has no template {told}{HINT}"]


@pytest.mark.parametrize("template", ["", "''"], ids=["null", "empty"])
def test_a_key_without_a_value(site: Site, template: str) -> None:
    site.put("docs/blog/posts/a.md", f"---\ntitle: A\ndate: 2024-01-31\ntemplate: {template}\n---\n")

    assert site.build(strict=True).page("blog/2024/01/31/a/").heading == "A"


def test_a_talk_with_a_template_that_is_not_there(site: Site) -> None:
    site.put("docs/talks/a.md", "---\ntitle: A\nvenue: PyConf\ntemplate: nope.html\n---\n")

    assert site.build().faults == [f"docs/talks/a.md:4:11: template: the theme has no template 'nope.html'{HINT}"]


@pytest.mark.parametrize("name", ["own.html", "a&b.html"])
def test_a_template_of_the_site(site: Site, name: str) -> None:
    site.config(theme={"name": "material", "custom_dir": "overrides"})
    site.put(f"overrides/{name}", "<main><h1>Own</h1>{{ page.content }}</main>")
    site.put("docs/blog/posts/a.md", f"---\ntitle: A\ndate: 2024-01-31\ntemplate: {name}\n---\n")

    assert site.build(strict=True).page("blog/2024/01/31/a/").heading == "Own"
