"""Posts and listings, of which most have around their text what another has, are what the theme makes of each."""

from __future__ import annotations

import json
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, cast

import pytest
from jinja2 import DictLoader, Environment
from mkdocs.structure.toc import get_toc

from mkdocs_blogposts.cache.page_shells import LivePart, PageShells
from tests.built import bytes_of

if TYPE_CHECKING:
    from tests.site import Site

PLAIN = ("alpha", "beta", "gamma delta", "x-ray", "Straße", "42", "title", "Home", "Tags", "index")
ODD = (
    "C++",
    "a & b",
    "<b>bold</b>",
    "'quoted'",
    "*starred*",
    "{{ page.url }}",
    "h1",
    "a -- b",
    "-dash",
    "\ue000title\ue001",
)

FEEDBACK = {
    "title": "Was it of use?",
    "ratings": [
        {"icon": "material/emoticon", "name": "Yes", "data": 1, "note": "<a href='/?page={url}&t={title}'>x</a>"}
    ],
}
"""What shows the address of each page, in which nothing can be put in place of it."""

SITES: dict[str, dict[str, Any]] = {
    "usual": {},
    "all that leads on": {
        "theme": {
            "name": "material",
            "features": ["navigation.tabs", "navigation.footer", "content.action.edit", "content.action.view"],
        },
        "repo_url": "https://github.com/who/what",
        "edit_uri": "blob/main/docs/",
    },
    "list": {"plugin": {"view_layout": "list", "blog_toc": True}},
    "feedback": {"extra": {"analytics": {"provider": "google", "property": "G-1", "feedback": FEEDBACK}}},
    "no directories": {
        "use_directory_urls": False,
        "theme": {"name": "material", "features": ["navigation.path", "toc.integrate"]},
    },
    "no address": {"site_url": ""},
}

OVERRIDES = {
    "main.html": """\
        {% extends "base.html" %}
        {% block extrahead %}
        {{ super() }}
        {% if page and page.meta and page.meta.title %}<meta name="t" content="{{ page.meta.title | upper }}">
        {% elif not page.is_homepage and page.next_page %}<link href="{{ page.next_page.url | url }}">{% endif %}
        {% endblock %}
        {% block announce %}
        {% set shown = config.site_name ~ "!" %}{{ shown | upper }}
        <a href="{{ 'blog/2024/01/01/post-alpha/' | url }}">{{ config.extra.link | url }}</a>
        {% endblock %}
        """,
    "partials/comments.html": "{% if page.meta.comments != false %}<p>{{ page.title | title }}</p>{% endif %}",
}
"""Templates of a site that want nothing of a page but to print a part of it, and to know whether it is there."""


AUTHORS = """\
authors:
  ana: {name: Ana & Co, description: Writes, avatar: blog/ana.png, url: blog/}
  bo: {name: Bo, description: Draws, avatar: https://example.org/bo.png}
"""


def head_of(number: int, tag: str) -> dict[str, Any]:
    """The front matter of a post, of which each other has what each other has."""
    day = f"{2024 if number < 11 else 2023}-01-{number + 1:02}"
    tags = [tag, "every", *PLAIN[: number % 3]]
    if number % 2:
        return {
            "date": day,
            "tags": tags,
            "categories": ["One"],
            "hide": ["navigation"],
            "description": f'"{tag}" & so',
        }
    date = {"created": day, "updated": f"2024-02-{number + 1:02}"}
    links = {"links": ["index.md"]} if number == 4 else {}  # one of them
    return {"date": date, "tags": tags, "categories": ["One", "Two & <i>3</i>"], "authors": ["ana", "bo"], **links}


@pytest.mark.parametrize("name", [*SITES, "overrides"])
def test_pages_are_what_the_theme_makes_of_each(site: Site, name: str) -> None:
    given = dict(SITES.get(name, {}))
    options = {"workers": 1, "pagination_per_page": 2, **given.pop("plugin", {})}
    site.config(**{"theme": {"name": "material"}, "site_description": "Of the site", **given})
    if name == "overrides":
        site.config(theme={"name": "material", "custom_dir": "own", "features": ["navigation.tabs"]})
        site.config(extra={"link": "./blog/2024/../2024/01/02/"})
        for path, template in OVERRIDES.items():
            site.put(f"own/{path}", template)
    site.put("docs/index.md", "# Home\n")
    site.put("docs/blog/.authors.yml", AUTHORS)
    site.put("docs/blog/tag/beta.md", "---\ntitle: Written\n---\nOf the beta.\n")
    for number, tag in enumerate((*PLAIN, *ODD)):
        title = f"# Post {tag}\n" if number % 5 else ""
        head = json.dumps(head_of(number, tag))
        text = f"---\n{head}\n---\n{title}\nText of {number}.\n\n## *Part* of {number}\n\n### Below\n"
        site.put(f"docs/blog/posts/{number:02}.md", text)

    made_for_each = bytes_of(site.blogposts(cache=False, **options).build().dir)

    assert "blog/index.html" in made_for_each
    assert bytes_of(site.blogposts(cache=True, **options).build().dir) == made_for_each


PARTS = (
    "{{ page.title }} {{ page.title | e }} {{ page.title | striptags | upper }} {{ page.title | replace('o', 'ä') }}",
    "{% if page.title %}{{ page.title | d('none', true) }}{% endif %}{{ '<h1' in page.content }}",
    "{{ page.meta.title or page.title }}{% if page.meta %}{{ page.meta.hide }}{% endif %}",
    "{{ (page.toc | first).url if page.toc }}{% include 'live' %}{{ {'a': page.meta.hide} | tojson }}",
    "{% if page.config.readtime == 1 %}one{% else %}{{ '# minutes' | replace('#', page.config.readtime) }}{% endif %}",
    "{% if page.next_page %}{{ page.next_page.title | e }}{{ page.next_page.url }}{% endif %}{{ page.parent.url }}",
)
"""Templates that show the same of all pages but for their own parts."""

DIFFERENT = (
    "{{ page.title == 'four' }}",
    "{{ page.title in ['four', 'five'] }}",
    "{{ page.title | length > 3 }}",
    "{{ page.title[:2] }}",
    "{{ page.title.upper() }}",
    "{{ page.title is string }}",
    "{{ ('a' ~ page.title) | e }}",
    "{% set shown %}{{ page.title }}{% endset %}{{ shown | upper }}",
    "{% for letter in page.title %}{{ letter }}{% endfor %}",
    "{{ ['three', 'four'] | select('equalto', page.title) | list }}",
    "{{ '%s' | format(page.title) if page.content == 'four' }}",
    "{{ 'four' in page.content }}",
    "{{ 'other' if page.title | replace('four', '') }}",
    "{{ 'tagged' if page.meta.tags }}",
    "{{ 'tagged' if 'tags' in page.meta }}",
    "{{ page.meta.tags is defined }}",
    "{{ page.meta.tags | d('none') }}",
    "{{ page.meta | length }}",
    "{{ page.meta | tojson }}",
    "{% for name in page.meta %}{{ name }}{% endfor %}",
    "{{ (page.toc | first).title }}",
    "{% for item in page.toc %}{{ item.url }}{% endfor %}",
    "{{ page.toc | length }}",
    "{{ 'long' if (page.toc | first).url | length > 4 }}",
    "{{ page.next_page.meta.icon }}",
    "{{ page.file }}",
    "{{ 'long' if page.config.readtime > 3 }}",
    "{{ page.config.readtime == 4 }}",
)
"""Templates that want to know more of a page than that."""


EMPTY = (
    "{{ page.title | replace('four', '') }}",
    "{% block shown %}{{ page.title | replace('four', '') }}{% endblock %}{% if self.shown() %}it{% endif %}",
)
"""Templates that show nothing of one of them."""


@pytest.mark.parametrize(
    ("template", "times"),
    [
        *((template, 4) for template in PARTS),
        *((template, 5) for template in EMPTY),
        *((template, 6) for template in DIFFERENT),
    ],
)
def test_what_is_around_own_parts_is_taken_from_another_only_if_it_is_sure_to_be_the_same(
    template: str, times: int
) -> None:
    env = Environment(loader=DictLoader({"page": template, "live": "{{ (page.toc | first).title }}"}))  # noqa: S701  # as MkDocs
    live = [LivePart.of(env, "live")]
    shells = PageShells(env, live, lambda _: False, lambda _: True, lambda *_: True, lambda *_: "key")
    made = []
    for title in ("one", "<b>two</b> & 2", "three", "four", "five &lt; 6"):
        token = {"level": 1, "id": title[:3], "name": title, "children": []}
        page = SimpleNamespace(title=title, content=f"<h1>{title}</h1>", toc=get_toc([cast("Any", token)]))
        page.meta = {"hide": ["toc"], **({"tags": [title]} if title == "four" else {})}
        page.canonical_url, page.edit_url, page.file = f"https://example.org/{title}/", None, title
        page.next_page = SimpleNamespace(url=f"../{title}/", title=f"After {title}", meta={"icon": title})
        page.parent = SimpleNamespace(url="../")
        page.config = SimpleNamespace(date={"created": title}, readtime=len(title) - 1, links=None)

        def render(page: Any = page) -> str:
            made.append(page)
            return env.get_template("page").render(page=page)

        assert shells.render({"page": page}, None, render) == env.get_template("page").render(page=page)

    assert len(made) == times
