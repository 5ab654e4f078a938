"""Templates written for Material's blog: every variable, filter and class that they may rely on."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.built import classes_of, text_of
from tests.compat import material_site

if TYPE_CHECKING:
    from tests.built import Built
    from tests.site import Site

POST = "blog/2024/02/02/post--number-2/"

CLASSES_OF_LISTINGS = {
    "md-post",
    "md-post--excerpt",
    "md-post__header",
    "md-post__authors",
    "md-post__meta",
    "md-post__content",
    "md-post__action",
    "md-meta",
    "md-meta__list",
    "md-meta__item",
    "md-meta__link",
    "md-author",
    "md-pin",
    "md-draft",
    "md-pagination",
    "md-pagination__link",
    "md-pagination__current",
    "toclink",
}
CLASSES_OF_POSTS = {
    "md-content--post",
    "md-sidebar--post",
    "md-post__back",
    "md-post__authors",
    "md-post__meta",
    "md-post__title",
    "md-post__profile",
    "md-author--long",
    "md-profile",
    "md-profile__description",
    "md-tags",
    "md-tag",
}

LISTING = """\
{% extends "main.html" %}
{% block container %}
<div class="mine">
  {{ page.content }}
  <b class="view">{{ page.name }}|{{ page.posts | length }}|{{ page.views | map(attribute="name") | join(",") }}|
  {{- page.pages | length }}|{{ page.pages[0].url }}</b>
  {% for post in posts %}
  <article>
    <h2><a class="url" href="{{ post.url | url }}">{{ post.post.title }}</a></h2>
    <i class="config">{{ post.config.date.created | date }}|{{ post.config.date.updated }}|{{ post.config.readtime }}|
    {{- post.config.pin }}|{{ post.config.draft or "" }}|{{ post.config.categories | join(",") }}|
    {{- post.config.authors | join(",") }}|
    {{- post.config.links.items | length if post.config.links }}</i>
    <i class="meta">{{ post.meta.status }}|{{ post.canonical_url }}|{{ post.file.src_uri }}|
    {{- post.toc.items | length }}|{{ post.abs_url }}|{{ post.is_page }}|{{ post.is_homepage }}|
    {{- "Text" in post.markdown }}|{{ post.nothing }}</i>
    <i class="people">{% for author in post.authors %}
    {{- author.name }}:{{ author.description }}:{{ author.avatar | url }}:
    {{- author.slug }}:{{ author.url }}{% endfor %}</i>
    <i class="categories">{% for each in post.categories %}{{ each.title }}:{{ each.url }}:{{ each.name }}:
    {{- each.posts | length }};{% endfor %}</i>
    <div class="content">{{ post.content }}</div>
    <div class="more">{{ post.more }}</div>
  </article>
  {% endfor %}
  {% if pagination %}{% include "partials/pagination.html" %}{% endif %}
</div>
{% endblock %}
"""

ARTICLE = """\
{% extends "main.html" %}
{% block container %}
<div class="mine">
  <i class="config">{{ page.config.date.created | date }}|{{ page.config.get("pin") }}|{{ page.config.get("no", 1) }}|
  {{- page.config.date.updated | date if page.config.date.updated }}|
  {{- page.config.date.event | date if page.config.date.event }}|{{ page.config.readtime }}|{{ page.config.pin }}|
  {{- page.config.draft or "" }}|{{ page.config.categories | join(",") }}|
  {{- page.config.authors | join(",") }}</i>
  <i class="people">{% for author in page.authors %}
  {{- author.name }}:{{ author.description }}:{{ author.avatar | url }}:
  {{- author.slug }}:{{ author.url }};{% endfor %}</i>
  <i class="categories">{% for each in page.categories %}{{ each.title }}:{{ each.url | url }};{% endfor %}</i>
  <i class="links">{% for item in page.config.links or () %}
  {{- item.title }}:{{ item.url }}:
  {{- item.meta.subtitle if item.meta }};{% endfor %}</i>
  <i class="around">{{ page.parent.url }}|{{ page.previous_page.title }}|{{ page.next_page.title }}</i>
  <i class="title">{{ page.title }}|{{ page.meta.hide | join(",") }}|{{ page.meta.template }}</i>
  <div class="excerpt">{{ page.excerpt.content }}</div>
  <b class="words">{{ lang.t("blog.index") }}|{{ lang.t("readtime.other") }}</b>
  {% include "partials/comments.html" %}
  {{ page.content }}
</div>
{% endblock %}
"""

TITLE = '{% if "<h1" not in page.content %}<h1>{{ page.title }}</h1>{% endif %}'
"""What Material itself writes above a text."""
SHOWN = """\
<table><tr><td>{{ page.config.date.created | date }}</td></tr></table>
{{ page.content }}
{% endblock %}
"""


@pytest.fixture
def overridden(site: Site) -> Site:
    """A site with templates of its own."""
    material_site.write(site, {"pagination_per_page": 4, "authors_profiles": True})
    site.options["theme"]["custom_dir"] = "overrides"
    site.put("overrides/robots.txt", "")
    return site


def built_with(site: Site, plugin: str) -> Built:
    """The site with Material's blog, or with ours in its place."""
    options = next(iter(site.options["plugins"][1].values()))
    return site.config(plugins=["search", {plugin: options}]).build(strict=True, into=plugin)


def classes_on(built: Built, url: str) -> set[str]:
    """Every class that an element of a page has."""
    return {name for node in built.page(url).css("[class]") for name in classes_of(node)}


def markup(built: Built, url: str) -> list[str]:
    """HTML of the excerpts on a listing, each link as the URL that it leads to; ids without what makes them unique."""
    page = built.page(url)
    html = (node.html or "" for node in page.css(".mine .content"))
    whole = (re.sub(r'(?<=="|=\')([^"]*/[^"]*)(?=")', lambda found: page.resolve(found[0]), text) for text in html)
    return [re.sub(r"\s+|(?<=>)\s*(?=<)", " ", re.sub(r'(\bid="[^"]*)_\d+"', r'\1"', text)) for text in whole]


def parts(built: Built, url: str) -> list[str]:
    """What the template of the site itself has put on a page, in order."""
    return [" ".join(node.text().split()) for node in built.page(url).css(".mine i, .mine b")]


def test_listings_get_all_that_material_gives(overridden: Site) -> None:
    overridden.put("overrides/blog.html", LISTING)
    theirs = built_with(overridden, "blog")
    told = {url: parts(theirs, url) for url in ("blog/", "blog/page/2/", "blog/archive/2023/", "blog/author/robert/")}
    content = markup(theirs, "blog/")
    more = [node.text().split() for node in theirs.page("blog/").css(".mine .more")]
    pager = [node.html for node in theirs.page("blog/").css(".md-pagination")]

    ours = built_with(overridden, "blogposts")

    assert ours.exit_code == 0, ours.log
    for url, expected in told.items():
        assert parts(ours, url) == expected, url
    assert markup(ours, "blog/") == content
    assert [node.text().split() for node in ours.page("blog/").css(".mine .more")] == more
    assert [node.html for node in ours.page("blog/").css(".md-pagination")] == pager
    assert not ours.page("blog/").css(".bp-card")


def test_posts_get_all_that_material_gives(overridden: Site) -> None:
    overridden.put("overrides/blog-post.html", ARTICLE)
    overridden.put("overrides/partials/comments.html", '<b class="comments">Say something about {{ page.title }}</b>')
    theirs = built_with(overridden, "blog")
    urls = [url for url in theirs.pages if "post--number" in url or url.endswith("its-own/")]
    told = {url: parts(theirs, url) for url in urls}
    assert len(told) == len(material_site.HEADS)

    ours = built_with(overridden, "blogposts")

    assert ours.exit_code == 0, ours.log
    for url in urls:
        assert parts(ours, url) == told[url], url
    first = ours.page(POST).css(".mine .excerpt h2 a")[0]
    assert ours.page(POST).resolve(first.attributes["href"] or "") == POST


@pytest.mark.parametrize("heading", ["", "<h1>{{ page.title }}</h1>", TITLE])
def test_a_post_without_heading_has_its_title_where_a_template_puts_it(site: Site, heading: str) -> None:
    site.config(theme={"name": "material", "custom_dir": "overrides"})
    site.put("overrides/blog-post.html", f'{{% extends "main.html" %}}{{% block container %}}{heading}{SHOWN}')
    site.put("overrides/folder.html/notes.txt", "no template")
    site.put("docs/blog/posts/a.md", "---\ndate: 2024-01-31\ntitle: Bare\n---\n## Part\n")

    theirs, ours = (
        [
            (node.tag, text_of(node))
            for node in site.config(plugins=[name]).build().page("blog/2024/01/31/bare/").css("h1, h2, table")
        ]
        for name in ("blog", "blogposts")
    )

    assert ours == theirs


@pytest.mark.parametrize(
    "name",
    ["blog.html", "partials/post.html", "partials/pagination.html"],
)
def test_a_site_with_templates_of_its_own_has_the_list(overridden: Site, name: str) -> None:
    overridden.put(f"overrides/{name}", '<b class="own">Our own</b>' if name != "blog.html" else LISTING)

    built = built_with(overridden, "blogposts")

    assert built.exit_code == 0, built.log
    assert built.page("blog/").css(".own, .mine")
    assert not built.page("blog/").css(".bp-card")


@pytest.mark.parametrize("name", ["main.html", "blog-post.html", "partials/comments.html"])
def test_templates_that_have_nothing_to_do_with_listings_leave_the_cards(overridden: Site, name: str) -> None:
    texts = {"main.html": '{% extends "base.html" %}', "blog-post.html": ARTICLE}
    overridden.put(f"overrides/{name}", texts.get(name, "<b></b>"))

    built = built_with(overridden, "blogposts")

    assert built.exit_code == 0, built.log
    assert built.page("blog/").css(".bp-card")


def test_a_listing_may_name_a_template_that_shows_posts(overridden: Site) -> None:
    overridden.put(
        "overrides/mine.html", '{% extends "blog.html" %}{% block pagination %}<b class="own"></b>{% endblock %}'
    )
    overridden.put("docs/blog/index.md", "---\ntemplate: mine.html\n---\n# News\n")

    built = built_with(overridden, "blogposts")

    assert built.exit_code == 0, built.log
    assert len(built.page("blog/").css(".md-post--excerpt")) == 4
    assert not built.page("blog/").css(".bp-card")
    assert built.page("blog/category/news/").css(".bp-card")


def test_a_listing_may_name_a_template_that_shows_none(overridden: Site) -> None:
    overridden.put("overrides/mine.html", '{% extends "main.html" %}')
    overridden.put("docs/blog/index.md", "---\ntemplate: mine.html\n---\n# News\n")

    built = built_with(overridden, "blogposts")

    assert built.exit_code == 0, built.log
    assert built.page("blog/").css(".bp-card")


def test_the_list_has_the_classes_of_material(overridden: Site) -> None:
    overridden.put("docs/blog/posts/draft.md", "---\ndate: 2025-01-01\ndraft: true\npin: true\n---\n# Draft\n")
    overridden.options["plugins"][1]["blog"] |= {"view_layout": "list", "draft": True}

    built = built_with(overridden, "blogposts")

    assert set() == CLASSES_OF_LISTINGS - classes_on(built, "blog/")


def test_posts_have_the_classes_of_material(overridden: Site) -> None:
    overridden.put(
        "docs/blog/posts/tagged.md",
        "---\ndate: 2025-01-01\ntags: [one]\nauthors: [ada]\nlinks: [index.md]\n---\n# Tagged\n",
    )

    built = built_with(overridden, "blogposts")

    assert set() == CLASSES_OF_POSTS - classes_on(built, "blog/2025/01/01/tagged/")


def test_a_template_may_ask_for_the_options_of_materials_blog(site: Site) -> None:
    site.put("overrides/blog-post.html", "{{ config.plugins['material/blog'].config.blog_dir }}!")
    site.config(theme={"name": "material", "custom_dir": "overrides"})
    site.put("docs/blog/posts/a.md", "---\ndate: 2024-01-31\n---\n# A\n")

    built = site.build(strict=True)

    assert built.read("blog/2024/01/31/a/index.html") == "blog!"


HOOK = """
def on_page_context(context, page, config, nav):
    context["blog"] = config["plugins"]["material/blog"].blog
"""
BLOG = """\
{{ blog.url }}|{{ blog.title }}|{{ blog.file.src_uri }}|{{ blog.pages | length }}
{% for post in blog.posts %}{{ post.url }}|{{ post.title }}|{{ post.config.date.created | date }};{% endfor %}
{% for view in blog.views %}{{ view.url }}|{{ view.name }}|{{ view.posts | length }};{% endfor %}
"""


def test_hooks_and_templates_may_ask_for_the_posts_of_materials_blog(overridden: Site) -> None:
    overridden.put("overrides/blog-post.html", BLOG).put("hook.py", HOOK).config(hooks=["hook.py"])
    theirs = built_with(overridden, "blog")

    ours = built_with(overridden, "blogposts")

    assert ours.read(f"{POST}index.html") == theirs.read(f"{POST}index.html")


@pytest.mark.parametrize("pattern", ["long", "EEE d.M.yy HH:mm"])
def test_the_filter_date_shows_a_date_of_front_matter(site: Site, pattern: str) -> None:
    site.config(theme={"name": "material", "custom_dir": "overrides"})
    listed = "{% for post in posts %}<b>{{ post.meta.date | date }}</b>{% endfor %}"
    template = f'{{% extends "main.html" %}}{{% block content %}}{listed}{{% endblock %}}'
    site.put("overrides/blog.html", template)
    site.put("docs/blog/posts/a.md", "---\ndate: 2024-02-01\n---\n# A\n")
    site.put("docs/blog/posts/b.md", "---\ndate: 2024-01-31 10:20:30\n---\n# B\n")

    options = {"post_date_format": pattern}
    theirs, ours = (
        [text_of(node) for node in built.page("blog/").css("b")]
        for built in (site.config(plugins=[{name: options}]).build() for name in ("blog", "blogposts"))
    )

    assert len(ours) == 2
    assert ours == theirs
