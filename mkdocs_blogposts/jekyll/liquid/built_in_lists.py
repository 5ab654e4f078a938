"""The includes of Minimal Mistakes that make lists of pages, as texts in Liquid, for sites that have none of their own.

What front matter says is escaped, and no URL in it can run anything.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_ONE = """\

<div class="list__item"><h2 class="archive__item-title"><a href="{% assign away = post.link | slice: 0, 4 -%}
{% if away == 'http' %}{{ post.link | escape_once }}{% else -%}
{{ post.url | remove_first: '/' | prepend: '/' | relative_url | escape_once }}{% endif -%}
">{{ post.title | strip_html | escape_once }}</a></h2>
{%- assign about = post.excerpt | strip_html | normalize_whitespace | truncate: 160 -%}
{% if about != '' %}<p class="archive__item-excerpt">{{ about | escape_once }}</p>{% endif %}</div>
"""
_GROUPS = """\
{%- assign group_names = '' | split: ',' %}{% assign group_items = group_names -%}
{% for item in include.collection %}{% for name in item[include.field] -%}
{% unless group_names contains name %}{% assign group_names = group_names | push: name %}{% endunless -%}
{% endfor %}{% endfor %}{% assign group_names = group_names | sort -%}
{% for name in group_names %}{% assign members = '' | split: ',' %}{% for item in include.collection -%}
{% if item[include.field] contains name %}{% assign members = members | push: item %}{% endif -%}
{% endfor %}{% assign group_items = group_items | push: members %}{% endfor -%}
"""
_OF_COLLECTION = """\
{%- assign entries = site[include.collection] -%}
{% if include.sort_by %}{% assign entries = entries | sort: include.sort_by %}{% endif -%}
{% if include.sort_order == 'reverse' %}{% assign entries = entries | reverse %}{% endif -%}
{% for post in entries %}{% include archive-single.html %}{% endfor %}
"""
_OF_TERM = "{% for post in site.TERMS[include.taxonomy] %}{% include archive-single.html %}{% endfor %}\n"

LISTS: Mapping[str, str] = {
    "archive-single.html": _ONE,
    "group-by-array": _GROUPS,
    "group-by-array.html": _GROUPS,
    "documents-collection.html": _OF_COLLECTION,
    "posts-category.html": _OF_TERM.replace("TERMS", "categories"),
    "posts-tag.html": _OF_TERM.replace("TERMS", "tags"),
}
"""Each include by its name."""
