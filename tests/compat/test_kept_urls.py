"""Each URL of a blog answers after the rename from Material's plugin, whatever keys of Jekyll's its posts have."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.built import Built
    from tests.site import Site

POST = "---\ntitle: {title}\ndate: 2024-01-31\n{head}\n---\nText.\n"
HEADS = {
    "Mine": "permalink: /mine/\nheader:\n  teaser: https://example.org/a.png",
    "Without a slash": "layout: post\npermalink: /2042/974",
    "Left over": "layout: post\npublished: true",
    "Taken": "permalink: /taken/",
    "News": "categories: [News]",
    "NEWS too": "categories: [NEWS]",
    "News again": "categories: [News]",
}
CONFIG = """
site_name: Site
docs_dir: '{docs}'
theme: material
plugins:
- {plugin}:
    {options}
"""
TABLE = """
def slugify(name, separator):
    return {"Technik": "technical"}[name]
"""


def write_posts(site: Site, docs: str) -> None:
    for number, (title, head) in enumerate(HEADS.items()):
        site.put(f"{docs}/blog/posts/File-{number}.md", POST.format(title=title, head=head))
    site.put(f"{docs}/blog/posts/other.md", POST.format(title="Other", head="slug: taken"))
    near = POST.format(title="Near", head="permalink: /near/").replace(
        "Text.", "As [told](../taken/) and [new](../mine/)."
    )
    site.put(f"{docs}/blog/posts/near.md", near)


def target_of(built: Built, url: str) -> str | None:
    """Where a page leads by itself; `None` for one that stays."""
    page = built.page(url)
    refresh = page.css("meta[http-equiv=refresh]")
    return page.resolve((refresh[0].attributes["content"] or "").partition("url=")[2]) if refresh else None


@pytest.mark.parametrize(("dialect", "docs"), [("auto", "docs"), ("material", "2024")])
def test_each_url_of_materials_blog_answers(site: Site, dialect: str, docs: str) -> None:
    write_posts(site, docs)
    slugify = "!!python/object/apply:pymdownx.slugs.slugify {kwds: {case: none, normalize: NFC}}"
    options = f"categories_slugify: {slugify}"
    before = site.put("mkdocs.yml", CONFIG.format(plugin="blog", docs=docs, options=options)).build()
    theirs = {url for url in before.pages if url.startswith("blog/")}
    assert "blog/2024/01/31/left-over/" in theirs
    assert "blog/category/NEWS/" in theirs

    options = f"post_dialect: {dialect}\n    {options}"
    site.put("mkdocs.yml", CONFIG.format(plugin="blogposts", docs=docs, options=options))
    built = site.build(strict=True)

    assert built.exit_code == 0, built.log
    assert theirs <= {*built.pages}
    assert {url: to for url in theirs if (to := target_of(built, url))} == {
        "blog/2024/01/31/mine/": "mine/",
        "blog/2024/01/31/near/": "near/",
        "blog/2024/01/31/without-a-slash/": "2042/974/",
        "blog/category/NEWS/": "blog/category/News/",
    }
    assert built.page("blog/2024/01/31/taken/").heading == "Other"
    of_near = [link.url for link in built.page("near/").links_in("article p")]
    assert of_near == ["blog/2024/01/31/taken/", "mine/"], "where these led from its URL in Material's blog"
    assert [built.page(url).heading for url in ("mine/", "2042/974/", "taken/")] == ["Mine", "Without a slash", "Taken"]

    own = site.put(f"{docs}/blog/category/NEWS.md", "# Of the site's own\n").build(strict=True)
    assert own.exit_code == 0, own.log
    assert own.page("blog/category/NEWS/").heading == "Of the site's own"


def test_a_function_that_knows_only_the_categories_is_asked_for_them_alone(site: Site, tmp_path: Path) -> None:
    (tmp_path / "table_of_slugs.py").write_text(TABLE, encoding="utf-8")
    site.put("docs/blog/posts/a.md", POST.format(title="A", head="categories: [Technik]\ntags: [Two words]"))
    options = "categories_slugify: !!python/name:table_of_slugs.slugify"
    site.put("mkdocs.yml", CONFIG.format(plugin="blogposts", docs="docs", options=options))

    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(tmp_path))
        built = site.build(strict=True)

    assert built.exit_code == 0, built.log
    assert {"blog/category/technical/", "blog/tag/two-words/"} <= {*built.pages}


@pytest.mark.parametrize(
    ("template", "times"),
    [
        ('{% block content %}{{ super() }}<time datetime="{{ page.config.date.created }}"></time>{% endblock %}', 1),
        ('{% block content %}{% include "partials/when.html" %}{{ super() }}{% endblock %}', 1),
        ("{% block content %}{{ super() }}{% endblock %}", 1),
    ],
    ids=["itself", "a part of it", "neither"],
)
def test_a_template_that_shows_the_date_has_no_second_one(site: Site, template: str, times: int) -> None:
    site.config(theme={"name": "material", "custom_dir": "overrides"})
    site.put("overrides/paper.html", '{% extends "main.html" %}' + template)
    site.put("overrides/partials/when.html", '<time datetime="{{ page.config.date.created }}"></time>')
    head = "template: paper.html\ntags: [python]"
    site.put("docs/blog/posts/a.md", POST.format(title="A", head=head))

    page = site.build(strict=True).page("blog/2024/01/31/a/")

    assert len(page.css("article time")) == times
    assert [(link.text, link.url) for link in page.links if "/tag/" in link.url] == [("python", "blog/tag/python/")]


def test_a_listing_has_no_title_but_its_own_for_a_template_that_asks(site: Site) -> None:
    site.config(theme={"name": "material", "custom_dir": "overrides"})
    title = "{{ page.meta.title or page.title ~ '!' if page else config.site_name }}"
    asks = f'{{% extends "base.html" %}}{{% block htmltitle %}}<title>{title}</title>{{% endblock %}}'
    site.put("overrides/main.html", asks).put("docs/index.md", "# Home\n")
    site.put("docs/blog/posts/a.md", POST.format(title="A", head="categories: [News, Q & A's, A<i>]\ntags: [x]"))

    built = site.build(strict=True)

    names = ["archive/2024", "category/a", "category/news", "category/q--as", "tag/x"]
    assert {name: built.page(f"blog/{name}/").title for name in names} == {
        "archive/2024": "2024!",
        "category/a": "A<i>",  # which Material's own `base.html` would make a tag of
        "category/news": "News!",
        "category/q--as": "Q & A's!",
        "tag/x": "x!",
    }
    assert built.page("blog/").title == "Blog!"
