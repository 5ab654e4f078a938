"""What an import of sites with rarer habits keeps: Jekyll builds each, and every file of its is looked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import feedparser
import pytest

from tests.jekyll_parity import parity
from tests.migration.old_site import write_old

if TYPE_CHECKING:
    from pathlib import Path

CONFIG = "_config.yml\n| title: Strange\n| url: https://strange.example\n"

SITES = {
    "talks whose names end in nothing": """
        | collections: {talks: {output: true, permalink: "/:collection/:path/"}}
        _talks/keynote
        | ---
        | title: How the mill was mended
        | permalink: /talks/keynote
        | venue: Day of Mills
        | date: 2024-05-04
        | ---
        | About **sails**.
        _talks/workshop
        | ---
        | title: Milling for two
        | date: 2024-06-04
        | ---
        | About [stones](/talks/keynote).
        _talks/notes
        | No talk, for want of a front matter.
        index.html
        | ---
        | ---
        | {% for talk in site.talks %}{{ talk.title }}, {% endfor %}
    """,
    "texts that bring in a file beside them": """
        | collections: {guides: {output: true, permalink: "/help/:path/"}}
        _guides/licence.md
        | ---
        | title: Licence
        | ---
        | ~~~
        | {% include_relative licence.txt %}
        | ~~~
        _guides/licence.txt
        | Whoever finds this mill may grind with it.
        _pages/life.html
        | ---
        | permalink: /life/
        | ---
        | {% include_relative parts/years.html %}
        _pages/parts/years.html
        | <p>Born beside the mill.</p>
    """,
    "a folder that is a collection and included": """
        | include: [_press]
        | collections: {press: {output: true, permalink: "/:collection/:path/"}}
        _press/one.md
        | ---
        | title: One
        | ---
        | It was said.
        _press/own.md
        | ---
        | title: Own
        | permalink: /own/
        | ---
        | So was this.
    """,
    "documents of one URL in an order of their own": """
        | collections:
        |   tabs: {output: true, sort_by: rank}
        |   notes: {output: true, order: [b.md, a.md]}
        |   logs: {output: true}
        _logs/1.md
        | ---
        | title: Later
        | date: 2020-11-01
        | permalink: /log
        | ---
        | What lies at the end of the year hides what lies before it.
        _logs/2.md
        | ---
        | title: Earlier
        | date: 2020-09-27
        | permalink: /log
        | ---
        | In autumn nobody knew.
        _tabs/a.md
        | ---
        | title: Shown
        | permalink: /tab/
        | rank: 2
        | ---
        | The one that is written last.
        _tabs/b.md
        | ---
        | title: Hidden
        | permalink: /tab/
        | rank: 1
        | ---
        | The first.
        _notes/a.md
        | ---
        | title: Last
        | permalink: /note/
        | ---
        | Written last.
        _notes/b.md
        | ---
        | title: First
        | permalink: /note/
        | ---
        | Written first.
        list.md
        | ---
        | title: List
        | ---
        | {% for each in site.tabs %}{{ forloop.index }}{{ each.title }} {% endfor %}
        | {% for each in site.notes %}{{ forloop.index }}{{ each.title }} {% endfor %}
    """,
    "files with endings of their own": """
        | collections:
        |   terms: {output: true, permalink: "/words/:path/"}
        |   flat: {output: true}
        |   kept: {output: true, permalink: "/k/:path.html"}
        icons.liquid
        | ---
        | permalink: /assets/icons.svg
        | ---
        | <svg></svg>
        data.xml
        | ---
        | permalink: /data/
        | ---
        | <data/>
        plain.txt
        | ---
        | permalink: /plain.html
        | ---
        | Nothing but words.
        _terms/bare
        | ---
        | title: Bare
        | ---
        | It has no ending.
        _kept/2025/bare
        | ---
        | title: Kept
        | ---
        | It has no ending either.
        _kept/list.csv
        | ---
        | ---
        | a,b
        _flat/list.csv
        | ---
        | ---
        | a,b
        _terms/apart/bare.dat
        | 1
        _flat/bare.tar.gz
        | 2
        feed.xml
        | ---
        | title: Every word in a feed
        | ---
        | <feed/>
        away.html
        | <!doctype html><meta http-equiv="refresh" content="0; url=/elsewhere/"><p>Away.</p>
        list.md
        | ---
        | title: List
        | ---
        | {% for each in site.pages %}{{ each.title }} {{ each.name }} {{ each.url }} {% endfor %}
    """,
    "posts and files with odd names": """
        | permalink: /:title:output_ext
        | assets: {source_maps: {{css,js}: false}}
        _posts/2024-01-02-plain.txt
        | ---
        | title: Plain
        | ---
        | Nothing *but* {{ page.title }} words.
        _posts/2024-01-03-old.textile
        | ---
        | title: Old
        | permalink: /old/
        | ---
        | h2. A heading of another kind
        list.md
        | ---
        | title: List
        | ---
        | {% for each in site.posts %}{{ each.title }} {{ each.url }} {% endfor %}
        pictures/a..svg
        | <svg></svg>
    """,
    "documents with what their front matter does not say": """
        | collections: {logs: {output: true}, crew: {}}
        _logs/2024-01-01-a-day.md
        | ---
        | category: sea
        | tags: calm wet
        | ---
        | ## Headed
        | Text.
        _logs/second.md
        | ---
        | categories: deep blue
        | category: sea
        | tag: one whole
        | ---
        | {{ page.previous.title }} {{ page.next.url }} {{ page.slug }}
        _logs/never-ends.md
        | ---
        | **Becalmed** all day,
        |
        | and no end of it.
        _crew/ann-lee.md
        | ---
        | category: sea
        | tags: [a]
        | mark: !!binary QW5u
        | ---
        _crew/bob.md
        | ---
        | title: "Bob
        | ---
        | He cannot be read.
        list.md
        | ---
        | title: List
        | ---
        | {% assign logs = site.logs | where_exp: "log", "log.categories contains 'sea'" %}
        | {% for each in logs %}{{ each.title }} {{ each.slug }}
        | {{ each.categories | join: "+" }} {{ each.tags | join: "+" }}{% endfor %}
        | {% for each in site.crew %}{{ each.title }} {{ each.slug }} {{ each.categories }} {{ each.tags }}
        | {{ each.mark }} {{ each.content | strip_html }}{% endfor %}
    """,
    "excerpts with Liquid and headings": """
        | excerpt_separator: <!-- more -->
        _includes/parts.html
        | One and two.
        _posts/2024-01-01-a.md
        | ---
        | title: A
        | ---
        | {% include parts.html %}
        |
        | ## Headed
        |
        | {{ page.title }} begins.
        |
        | <!-- more -->
        | It ends.
        list.md
        | ---
        | title: List
        | ---
        | {% for each in site.posts %}{{ each.excerpt | strip_html }}{{ each.content | strip_html }}{% endfor %}
    """,
    "posts that stand elsewhere": """
        | plugins: [jekyll-redirect-from, jekyll-paginate]
        | paginate: 1
        index.html
        | ---
        | title: All
        | ---
        | {% for post in paginator.posts %}<a href="{{ post.url }}">{{ post.title }}</a>{% endfor %}
        years.md
        | ---
        | title: Years
        | ---
        | {% for post in site.posts %}{{ post.title }}, {{ post.url }}, {{ post.next.title }}
        | {{ post.excerpt }}{% endfor %}
        _posts/2024-01-03-third.md
        | ---
        | title: Third
        | ---
        | The third.
        _posts/2024-01-02-elsewhere.md
        | ---
        | title: Elsewhere
        | redirect_to: https://other.example/second
        | ---
        | What it says there.
        _posts/2024-01-01-first.md
        | ---
        | title: First
        | ---
        | The first.
    """,
}

A = ("A & B", "https://strange.example/deep%20sea/2024/01/01/a.html", "<p>It was <em>calm</em>.</p>")

FEEDS = """
        | plugins: [jekyll-feed]
        | collections: {logs: {output: true}}
        | feed: {tags: {except: [dull]}, categories: [deep sea], collections: {logs: {path: /log.xml}}}
        _posts/2024-01-01-a.md
        | ---
        | title: A & B
        | tags: [calm, dull, two words]
        | categories: [deep sea]
        | ---
        | It was *calm*.
        _logs/2024-01-02-b.md
        | ---
        | title: Log
        | ---
        | Nothing happened.
    """


@pytest.mark.jekyll
@pytest.mark.usefixtures("jekyll")
@pytest.mark.parametrize("name", SITES)
def test_all_that_jekyll_makes_is_there(name: str, tmp_path: Path) -> None:
    row = parity(write_old(tmp_path / "site", CONFIG + SITES[name].lstrip("\n")), tmp_path / "work")

    assert row.failed == ""
    assert (row.errors, row.absent, row.told, row.promised, row.poor, row.untitled) == ([], [], [], [], [], [])
    assert [page for page in row.replaced if "' is '" in page] == []


@pytest.mark.jekyll
@pytest.mark.usefixtures("jekyll")
def test_feeds_of_parts_have_what_belongs_there(tmp_path: Path) -> None:
    row = parity(write_old(tmp_path / "site", CONFIG + FEEDS.lstrip("\n")), tmp_path / "work")

    site = tmp_path / "work" / "site"
    feeds = {name: feedparser.parse(site / name) for name in ("feed/by_tag/calm.xml", "feed/deep sea.xml", "log.xml")}
    assert (row.failed, row.errors, row.absent, row.told, row.promised) == ("", [], [], [], [])
    assert not any(feed.bozo for feed in feeds.values())
    assert {
        name: [(entry.title, entry.link, entry.content[0].value) for entry in feed.entries]
        for name, feed in feeds.items()
    } == {
        "feed/by_tag/calm.xml": [A],
        "feed/deep sea.xml": [A],
        "log.xml": [("Log", "https://strange.example/logs/2024-01-02-b.html", "<p>Nothing happened.</p>")],
    }
