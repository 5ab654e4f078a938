"""Make a site with as many posts as wanted: `python benchmarks/make_site.py 1000 DIR`.

Every post has about 600 words, two code blocks, three of 300 tags and one of eight categories. The same number of
posts is the same site, byte for byte.
"""

from __future__ import annotations

import argparse
import datetime as dt
import random
import textwrap
from itertools import accumulate
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

CATEGORIES = ("Announcements", "Engineering", "Events", "Guides", "News", "Notes", "Performance", "Releases")
SYLLABLES = tuple(
    consonant + vowel for consonant in "bdfgklmnprstvz" for vowel in ("a", "e", "i", "o", "u", "ai", "on")
)
FIRST_DAY = dt.date(2016, 1, 1)
DAYS = 10 * 365

PLUGINS = {
    "blogposts": "- search\n- blogposts",
    "blog": "- search\n- blog",
    "none": "- search",
}
NAV = "nav:\n- index.md\nnot_in_nav: /blog/\n"
CONFIG = """\
site_name: Posts
site_url: https://example.org/
theme:
  name: material
  font: false
{nav}plugins:
{plugins}
markdown_extensions:
- pymdownx.highlight
- pymdownx.superfences
- toc:
    permalink: true
"""

HUGO_CONFIG = """\
baseURL = "https://example.org/"
title = "Posts"
[pagination]
pagerSize = 10
[taxonomies]
category = "categories"
tag = "tags"
"""
HUGO_TEMPLATES = {
    "baseof.html": (
        "<!doctype html><html><head><title>{{ .Title }}</title></head>"
        '<body>{{ block "main" . }}{{ end }}</body></html>\n'
    ),
    "single.html": '{{ define "main" }}<h1>{{ .Title }}</h1>{{ .TableOfContents }}{{ .Content }}{{ end }}\n',
    "list.html": (
        '{{ define "main" }}<h1>{{ .Title }}</h1>{{ range .Paginator.Pages }}'
        '<h2><a href="{{ .RelPermalink }}">{{ .Title }}</a></h2>{{ .Summary }}{{ end }}'
        '{{ template "_internal/pagination.html" . }}{{ end }}\n'
    ),
}

PYTHON = '''\
```python
def {name}(lines: list[str]) -> dict[str, int]:
    """Count how often each line is there."""
    counts: dict[str, int] = {{}}
    for number, line in enumerate(lines, start={number}):
        counts[line] = counts.get(line, 0) + number
    return counts
```
'''
SHELL = """\
```bash
$ {name} --count {number} report.csv | sort --numeric-sort > {name}.txt
$ wc --lines {name}.txt
{number} {name}.txt
```
"""


def make_vocabulary(count: int, chance: random.Random) -> list[str]:
    """So many words of one to four syllables, no two the same."""
    made: dict[str, None] = {}
    while len(made) < count:
        made["".join(chance.choices(SYLLABLES, k=chance.choice((1, 2, 2, 2, 3, 3, 4))))] = None
    return list(made)


VOCABULARY = sorted(make_vocabulary(3000, random.Random("vocabulary")), key=len)
WEIGHTS = list(accumulate(1 / rank for rank in range(10, len(VOCABULARY) + 10)))
"""A few short words come again and again, and most words hardly ever, as in any language."""
TAGS = make_vocabulary(300, random.Random("tags"))


def words(count: int, chance: random.Random) -> list[str]:
    """Words as they come in a text."""
    return chance.choices(VOCABULARY, cum_weights=WEIGHTS, k=count)


def sentence(count: int, chance: random.Random) -> str:
    """A sentence of so many words, one of which may be marked up."""
    text = words(count, chance)
    marks = ("{}", "{}", "*{}*", "**{}**", "`{}`", "[{}](https://example.com/)")
    text[-1] = chance.choice(marks).format(text[-1])
    return " ".join(text).capitalize() + "."


def paragraph(count: int, chance: random.Random) -> str:
    """So many sentences of twelve words."""
    return textwrap.fill(" ".join(sentence(12, chance) for _ in range(count)), width=100, break_on_hyphens=False) + "\n"


def post(number: int, total: int) -> tuple[str, str]:
    """File name and text of one post."""
    chance = random.Random(number)
    title = " ".join(words(5, chance)).capitalize()
    date = FIRST_DAY + dt.timedelta(days=number * DAYS // total)
    return f"{number:05}-{title.lower().replace(' ', '-')}.md", "\n".join(parts(number, title, date, chance))


def parts(number: int, title: str, date: dt.date, chance: random.Random) -> Iterator[str]:
    """The text of a post, piece by piece."""
    yield f"---\ndate: {date}\ncategories: [{chance.choice(CATEGORIES)}]"
    yield f"tags: [{', '.join(chance.sample(TAGS, 3))}]\n---\n"
    yield f"# {title} {number}\n"
    yield paragraph(4, chance)
    yield "<!-- more -->\n"
    for section in range(4):
        yield f"## {' '.join(words(3, chance)).capitalize()}\n"
        yield paragraph(5, chance)
        match section:
            case 0:
                yield "".join(f"- {sentence(8, chance)}\n" for _ in range(5))
            case 1 | 2:
                sample = PYTHON if section == 1 else SHELL
                yield sample.format(name=words(1, chance)[0], number=number)
        yield paragraph(5, chance)


def write_hugo_site(total: int, folder: Path) -> None:
    """Write the same posts as Hugo wants them, with templates that show the text and nothing besides."""
    posts = folder / "content" / "blog" / "posts"
    posts.mkdir(parents=True, exist_ok=True)
    for number in range(total):
        name, text = post(number, total)
        _, head, body = text.split("---\n", 2)
        title, _, body = body.lstrip().removeprefix("# ").partition("\n")
        body = body.replace("<!-- more -->", "<!--more-->")
        (posts / name).write_text(f"---\n{head}title: {title}\n---\n{body}", encoding="utf-8")
    for name, template in HUGO_TEMPLATES.items():
        path = folder / "layouts" / "_default" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(template, encoding="utf-8")
    (folder / "hugo.toml").write_text(HUGO_CONFIG, encoding="utf-8")


def write_site(total: int, folder: Path, blog: str) -> None:
    """Write a whole site for one of `PLUGINS`, or for Hugo."""
    if blog == "hugo":
        write_hugo_site(total, folder)
        return
    posts = folder / "docs" / "blog" / "posts"
    posts.mkdir(parents=True, exist_ok=True)
    (folder / "docs" / "index.md").write_text("# Home\n\nA site with many posts.\n", encoding="utf-8")
    (folder / "docs" / "blog" / "index.md").write_text("# Blog\n", encoding="utf-8")
    for number in range(total):
        name, text = post(number, total)
        (posts / name).write_text(text, encoding="utf-8")
    config = CONFIG.format(plugins=PLUGINS[blog], nav=NAV if blog == "none" else "")
    (folder / "mkdocs.yml").write_text(config, encoding="utf-8")


def main() -> None:
    """Write the site that the command line asks for."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("posts", type=int, help="how many")
    parser.add_argument("folder", type=Path, help="where to")
    parser.add_argument("--blog", choices=(*PLUGINS, "hugo"), default="blogposts", help="what makes the blog")
    arguments = parser.parse_args()
    write_site(arguments.posts, arguments.folder, arguments.blog)


if __name__ == "__main__":
    main()
