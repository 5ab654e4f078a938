"""What a stranger's file becomes, whatever is in it: shown or told, and never a traceback.

`python -m tests.fuzz.targets NAME INPUTS START` tries so many odd files; `python -m tests.fuzz.coverage_guided NAME` has
them found by atheris, where that is installed.
"""

from __future__ import annotations

import random
import sys
import tempfile
import time
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from markdown import Markdown

from mkdocs_blogposts.content.models import Unreadable
from mkdocs_blogposts.faults import Faults, Level
from mkdocs_blogposts.frontmatter.source import Source
from mkdocs_blogposts.jekyll.config_reader import load_jekyll_config
from mkdocs_blogposts.jekyll.kramdown.extension import with_kramdown
from mkdocs_blogposts.migration.talks.export_reader import read_export
from mkdocs_blogposts.migration.talks.foreign_talk import ExportRefused
from mkdocs_blogposts.migration.talks.talk_file import text_of_file
from mkdocs_blogposts.rendering.bounded_conversion import TooMuchError, bounded
from mkdocs_blogposts.settings import Settings
from mkdocs_blogposts.texts.loader import Reader, load_post, load_talk
from tests.content.reading import NOW, read
from tests.fuzz.bodies import HTML, MARKDOWN
from tests.fuzz.parsers import GIVEN
from tests.fuzz.values import DATES, ODD_DATES, SCALARS, TITLES
from tests.jekyll.liquid.rendering import render
from tests.migration import exports

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

SECONDS = 2.0
"""Of a processor, that a file may take."""
LONGEST = 20_000
"""Bytes of a file that is tried; longer runs have tests of their own."""

HEADS = (
    b"---\ntitle: A\ndate: 2024-01-31\ntags: [a, b]\n---\n# A\n\nText.\n",
    b"---\ndate:\n  created: 2024-01-31\n  updated: 2024-02-01\ncategories:\n  - C\nauthors: [ada]\npin: true\n---\n# A\n",
    b"---\nlayout: post\ntitle: 'A: b'\npermalink: /:year/:title/\nheader:\n  teaser: a.png\nredirect_from: [/a/]\n---\nText.\n",
    b"---\ntitle: T\nvenue: V\nlocation: L\ndate: 2024-01-31 10:00\ndeliveries:\n  - event: E\n    date: 2024-02-01\n---\nText.\n",
    b"+++\ntitle = 'A'\ndate = 2024-01-31\ntags = ['a']\n+++\nText.\n",
    b'{"title": "A", "date": "2024-01-31", "tags": ["a"]}\nText.\n',
    b"---\nseries: {name: S, order: 2}\nlinks:\n  - A: b.md\nexcerpt: >\n  E\nsupersedes: a.md\nexpires: 2030-01-01\n---\nText.\n",
)
CONFIGS = (
    b"title: A\nurl: https://example.org\nbaseurl: /b\npermalink: pretty\ntimezone: Europe/Lisbon\n",
    b"collections:\n  talks:\n    output: true\n    permalink: /:collection/:path/\ndefaults:\n  - scope: {path: '', type: posts}\n    values: {layout: post}\n",
    b"exclude: [a, 'b/*']\ninclude: [.well-known]\nauthor: {name: A}\nfuture: false\ndestination: out\nplugins: [jekyll-feed]\n",
)
TEMPLATES = (
    b"{% if page.a %}{{ page.a | upcase }}{% else %}b{% endif %}",
    b"{% for i in (1..3) %}{{ forloop.index }}{% endfor %}{% raw %}{{ a }}{% endraw %}",
    b"{% assign a = 'x,y' | split: ',' %}{{ a | join: '-' | size }}{% highlight ruby %}x{% endhighlight %}",
    b"{% capture a %}b{% endcapture %}{% case a %}{% when 'b' %}c{% endcase %}{% include a.html b=a %}{% post_url 2024-01-31-sea %}",
    b"{% tablerow i in page.list cols: 2 %}{{ i }}{% endtablerow %}{{ 'now' | date: '%Y' }}{{ 1.5 | round | plus: 2 }}",
)
CALENDAR = (
    b"BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:A\nDTSTART;TZID=Europe/Prague:20240131T100000\nDURATION:PT1H\nLOCATION:L\n"
    b"DESCRIPTION:Text\\, more\nRRULE:FREQ=DAILY;COUNT=2\nEND:VEVENT\nEND:VCALENDAR\n"
)
TOKENS = [
    *(text.encode() for text in (*MARKDOWN, *HTML, *map(str, SCALARS), *TITLES, *DATES, *ODD_DATES)),
    *(b"\n", b"\n\n", b"---\n", b"\0", b"\xff", b"\xef\xbb\xbf", b"\r\n", b"\r", b"\t", b"{:", b"{{", b"}}", b"{%", b"%}", b"[", b"]"),
    *(b"<", b">", b"&", b"'", b'"', b"`", b"*", b"_", b"|", b":", b"- ", b"#", b"!", b"&a", b"*a", b"<<: *a", b"? ", b"!!python/object:a"),
    *(b"9" * 30, b"-1", b"1e999", b".nan", b"0x1F", b"1_000", b"2024-13-45", b"24:61", b"null", b"~", b"true", b"\xe2\x80\xa8", b"\xf0\x9f\x8e\x89"),
]  # fmt: skip


def try_front_matter(data: bytes) -> None:
    """A post of each dialect and a talk: each is there, or it is told why not."""
    reader = Reader(settings=Settings(), authors=None, now=NOW)
    for load, src_uri in (
        (load_post, "blog/posts/a.md"),
        (load_post, "_posts/2024-01-31-a.md"),
        (load_talk, "_talks/2024-01-31-a.md"),
    ):
        outcome = load(Source(src_uri=src_uri, path=src_uri, content=data), reader)
        told = list(outcome.faults)
        if isinstance(outcome.text, Unreadable) and not outcome.text.is_no_loss:
            assert told, f"{src_uri} is lost, and nobody says so"
        assert src_uri == "blog/posts/a.md" or all(fault.level < Level.ERROR for fault in told), told


@cache
def _kramdown() -> Markdown:
    extensions, options = with_kramdown(["toc", "tables", "fenced_code", "admonition"], {}, smart_quotes=True)
    return Markdown(extensions=extensions, extension_configs=options)


def try_kramdown(data: bytes) -> None:
    """A text of Jekyll's: it becomes HTML, with each of its last words, unless Markdown gives it up."""
    text = data.decode(errors="replace")
    _kramdown().reset()
    try:
        with bounded(text):
            shown = _kramdown().convert(text)
    except TooMuchError:
        _kramdown.cache_clear()
        return
    assert shown or not text.strip().isalnum(), "a word is lost"


def try_liquid(data: bytes) -> None:
    """A text with Liquid: what stands beside it is there, or the whole text is."""
    text = data.decode(errors="replace").replace("beginning", "")
    came = render(f"beginning {text}", a="A", list=[1, 2])
    assert came.text.startswith("beginning"), came.told


def try_config(data: bytes) -> None:
    """`_config.yml`: what can be read of it holds, and nothing in it is an error."""
    faults = Faults()
    load_jekyll_config([Source(src_uri="_config.yml", path="_config.yml", content=data)], "", faults)
    for fault in faults:
        assert str(fault)


@cache
def _folder() -> Path:
    return Path(tempfile.mkdtemp(prefix="fuzz-talks-"))


def try_talks(data: bytes) -> None:
    """An export of talks: it is refused, or each talk of it becomes a file that can be read."""
    path = _folder() / "a"
    path.write_bytes(data)
    try:
        export = read_export(path, GIVEN)
    except ExportRefused:
        return
    for talk in export.talks:
        if talk.reason or not talk.title:
            continue
        made = read(load_talk, text_of_file(talk, {}), src_uri="talks/2024-01-31-a.md")
        assert made.maybe is not None, made.told


TARGETS: Mapping[str, Callable[[bytes], None]] = {
    "front-matter": try_front_matter,
    "kramdown": try_kramdown,
    "liquid": try_liquid,
    "config": try_config,
    "talks": try_talks,
}
"""What is tried, by its name."""

SEEDS: Mapping[str, Sequence[bytes]] = {
    "front-matter": HEADS,
    "kramdown": [text.encode() for text in (*MARKDOWN, *HTML)],
    "liquid": TEMPLATES,
    "config": CONFIGS,
    "talks": [
        *(exports.SCHEDULE_XML.encode(), exports.SCHEDULE_JSON.encode(), exports.SUBMISSIONS_JSON.encode()),
        *(exports.ORGANISERS_JSON.encode(), exports.SESSIONIZE_JSON.encode(), exports.PROFILE_JSON.encode()),
        *(exports.TALKS_TSV.encode(), CALENDAR),
    ],
}
"""Files that are as they should be, from which odd ones are made."""


def odd_files(name: str, count: int, *, start: int = 0) -> Iterator[bytes]:
    """As many files that are nearly what they should be, the same on every run; another `start` gives others."""
    for number in range(start, start + count):
        drawn = random.Random(f"{name} {number}")  # noqa: S311  # no secret
        data = drawn.choice(SEEDS[name])
        for _ in range(drawn.randint(1, 6)):
            data = drawn.choice(_CHANGES)(data, drawn, name)
        yield data[:LONGEST]


def _span(data: bytes, drawn: random.Random) -> tuple[int, int]:
    start = drawn.randint(0, len(data))
    return start, min(len(data), start + drawn.choice((0, 1, 2, 5, 20, 100)))


def _left_out(data: bytes, drawn: random.Random, _: str) -> bytes:
    start, end = _span(data, drawn)
    return data[:start] + data[end:]


def _repeated(data: bytes, drawn: random.Random, _: str) -> bytes:
    start, end = _span(data, drawn)
    return data[:start] + data[start:end] * drawn.choice((2, 3, 50)) + data[end:]


def _replaced(data: bytes, drawn: random.Random, _: str) -> bytes:
    start, end = _span(data, drawn)
    return data[:start] + drawn.choice(TOKENS) + data[end:]


def _put_in(data: bytes, drawn: random.Random, _: str) -> bytes:
    start, _end = _span(data, drawn)
    return data[:start] + drawn.choice(TOKENS) * drawn.choice((1, 1, 1, 2, 40)) + data[start:]


def _joined(data: bytes, drawn: random.Random, name: str) -> bytes:
    other = drawn.choice(SEEDS[name])
    return data[: drawn.randint(0, len(data))] + other[drawn.randint(0, len(other)) :]


def _flipped(data: bytes, drawn: random.Random, _: str) -> bytes:
    place = drawn.randint(0, len(data))
    return data[:place] + bytes([drawn.randrange(256)]) + data[place + 1 :]


_CHANGES = (_left_out, _repeated, _replaced, _replaced, _put_in, _put_in, _joined, _flipped)


def failures(name: str, count: int, *, start: int = 0) -> Iterator[str]:
    """Of so many odd files those that are not as promised, each with what is wrong."""
    for data in odd_files(name, count, start=start):
        begin = time.process_time()
        try:
            TARGETS[name](data)
        except Exception as error:  # noqa: BLE001  # whatever it is, it is what is looked for
            yield f"{type(error).__name__}: {error}: {data!r}"
        if (taken := time.process_time() - begin) > SECONDS:
            yield f"takes {taken:.1f} s: {data!r}"


if __name__ == "__main__":
    NAME, INPUTS, START = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    FOUND = list(failures(NAME, INPUTS, start=START))
    print("\n".join([*FOUND[:20], f"{NAME}: {INPUTS:,} files, {len(FOUND)} not as promised"]))  # noqa: T201
    sys.exit(bool(FOUND))
