"""Which pages list others, and what."""

from __future__ import annotations

from pathlib import PurePosixPath

import pytest

from mkdocs_blogposts.faults import Faults
from mkdocs_blogposts.frontmatter.parser import parse
from mkdocs_blogposts.frontmatter.source import Source
from mkdocs_blogposts.migration.source_site.old_listings import listing_of
from mkdocs_blogposts.migration.source_site.old_site import Role, SiteFile

WORDS = " ".join(["word"] * 50)


def listed(text: str) -> str | None:
    """What a page of this text lists, as `purpose label`."""
    source = Source(src_uri="a.html", path="a.html", content=f"---\n{text}".encode())
    file = SiteFile(path=PurePosixPath("a.html"), role=Role.PAGE, source=source, head=parse(source, Faults()))
    found = listing_of(file, {"recipes", "talks"})
    return f"{found.purpose} {found.label}".strip() if found else None


@pytest.mark.parametrize(
    ("text", "purpose"),
    [
        ("---\n{% for post in site.posts %}{{ post.title }}{% endfor %}", "blog"),
        ("---\n{%- for post in paginator.posts -%}{{ post.title }}{%- endfor -%}", "blog"),
        ("---\n{% assign all = site.posts | where: 'a', 1 %}", None),
        ('---\n{% include group-by-array collection=site.posts field="tags" %}', None),
        ('---\n{% include group-by-array collection=site.posts field="categories" %}', None),
        ("---\n{% for tag in site.tags %}{% for post in site.posts %}x{% endfor %}{% endfor %}", None),
        ("---\n{% for post in site.tags.python %}x{% endfor %}", None),
        ("---\n{% for post in site.categories['release notes'] %}x{% endfor %}", None),
        ("---\n{% for post in site.talks reversed %}x{% endfor %}", "talks"),
        ("---\n{% for post in site.recipes %}x{% endfor %}", None),
        ("---\n{% for post in site.pages %}x{% endfor %}{% for post in site.posts %}x{% endfor %}", None),
        ("layout: posts\n---\n", "blog"),
        ("layout: archives\n---\n", "blog"),
        ("layout: home\n---\nSome words.\n", "blog"),
        ("layout: collection\ncollection: recipes\n---\n", "collection recipes"),
        ("layout: collection\ncollection: posts\n---\n", "blog"),
        ("layout: tag\ntaxonomy: python\n---\n", "tag python"),
        ("layout: search\n---\n", "search"),
        ("layout: tag\n---\n", None),
        ("layout: page\n---\nSome words.\n", None),
        ("layout: [a]\n---\n", None),
        ("---\n{% for one in site.data.things %}x{% endfor %}", None),
        ("---\n{{ site.posts.size }} posts", None),
        ("---\n{% for post in site.posts limit: 5 %}x{% endfor %}", None),
        ("---\nOne two three four five six seven eight nine. {% for post in site.posts %}x{% endfor %}", None),
        ("layout: home\n---\n{% include hero.html %}", None),
        (f"---\n{WORDS}\n{{% for post in site.posts %}}x{{% endfor %}}", None),
        (f"layout: home\n---\n{WORDS}", None),
        (f"---\n<style>{WORDS}</style>{{% for post in site.posts %}}x{{% endfor %}}", "blog"),
    ],
)
def test_a_page_that_lists_others_is_known_by_its_liquid_or_layout(text: str, purpose: str | None) -> None:
    assert listed(text) == purpose
