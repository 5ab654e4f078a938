"""Which files of a site tell of a text that is held back, and which of them may."""

from __future__ import annotations

import gzip
import re
from fnmatch import fnmatchcase
from typing import TYPE_CHECKING, NamedTuple

from tests.built import bytes_of
from tests.compat.held_back_site import WAYS, Way

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from tests.built import Built
    from tests.site import Site

HEAD, TEXT = "zq", "xj"
"""How the words begin that stand in front matter, and in texts."""
SEARCH = "search/search_index.json"
EVERYTHING = "*"
PAGES = "*.html"
MARCH = "1740787200"
"""2025-03-01, for `SOURCE_DATE_EPOCH`."""


class May(NamedTuple):
    """What may tell of a text that is not for all."""

    names: str
    """The ways in which it is held back."""
    words: str
    """Those that may be told."""
    files: str
    """The files that may tell them: patterns, `{}` for the word of its front matter."""
    why: str


UNLISTED = "unlisted unlistedtalk"
LOCKED = "locked lockedtalk"
BOTH = f"{HEAD} {TEXT}"
MAY = (
    May(UNLISTED, BOTH, "*/{}/index.html */{}.html */{}/talk.ics */{}-talk.ics", "whoever has its address may see it"),
    May(UNLISTED, TEXT, "*.png *.pdf", "what lies beside it is there with it"),
    May(UNLISTED, HEAD, "talks/*.pdf assets/images/blogposts/{}.1.*.webp", "so are its slides"),
    May(UNLISTED, HEAD, "old/{}/index.html redirects.json _redirects", "so is its old address"),
    May("unlisted", HEAD, "blog/2024/02/10/pointing*", "a post says that it replaces it"),
    May(LOCKED, HEAD, EVERYTHING, "what front matter says of it is for all"),
    May(LOCKED, TEXT, "*/{}/index.html */{}.html", "mkdocs-encryptcontent-plugin leaves the table of contents there"),
    May(LOCKED, TEXT, "*.png *.pdf", "that plugin locks neither pictures nor what front matter leads to"),
    May("noindex nosearch nositemap", BOTH, EVERYTHING, "only some machines are to pass over it"),
    May("jekyllpage document", TEXT, "*.png", "Jekyll publishes it, whatever leads to it"),
    May("excludedocs", TEXT, "*.png", "`exclude_docs` names no pictures"),
)
HELD_BACK = [way for way in WAYS if way.is_held_back]
SERVED = (
    *MAY,
    May(
        " ".join(way.name for way in HELD_BACK),
        HEAD,
        "blog/2024/02/10/pointing/index.html",
        "whoever writes the posts is told on its page what it leads to",
    ),
)
IN_PREVIEW = (
    *MAY,
    May(
        " ".join(way.name for way in HELD_BACK), BOTH, f"{PAGES} *.png *.pdf {SEARCH}", "who asks for a preview sees it"
    ),
    May(" ".join(way.name for way in HELD_BACK), HEAD, EVERYTHING, "listings and links are named after it"),
    May(
        " ".join(way.name for way in HELD_BACK), TEXT, "liquid/index.md llms-full.txt", "a page says it that lists all"
    ),
)

NAMES = sorted((way.name for way in WAYS), key=len, reverse=True)
WORD = re.compile(rf"(?:{HEAD}|{TEXT})(?:{'|'.join(NAMES)})".encode())

Told = dict[str, set[str]]
"""The files that tell each word."""


class Stage(NamedTuple):
    """What a build has made."""

    built: Built
    told: Told
    files: Mapping[str, bytes]


def stage(site: Site, *, serve: bool = False) -> Stage:
    """What a site makes, and which files of it tell what."""
    return stage_of(site.build(serve=serve))


def stage_of(built: Built) -> Stage:
    """What was made, and which files of it tell what."""
    assert built.exit_code == 0, built.log
    files = bytes_of(built.dir)
    told: Told = {}
    for name, content in files.items():
        text = gzip.decompress(content) if name.endswith(".gz") else content
        for word in set(WORD.findall(name.encode() + b"\n" + text.lower())):
            told.setdefault(word.decode(), set()).add(name)
    return Stage(built, told, files)


def leaks(told: Told, allowed: tuple[May, ...] = MAY) -> Iterator[str]:
    """Each word that files tell which may not."""
    for way in WAYS:
        for begin, word in ((HEAD, way.word), (TEXT, way.text_word)):
            files = sorted(name for name in told.get(word, ()) if not may_tell(way, begin, name, allowed))
            if files:
                yield f"{way.name}: {word} in {', '.join(files)}"


def may_tell(way: Way, begin: str, name: str, allowed: tuple[May, ...]) -> bool:
    """Whether a file may tell one of the words of a text."""
    return any(
        way.name in may.names.split()
        and begin in may.words.split()
        and any(fnmatchcase(name, pattern.format(way.word)) for pattern in may.files.split())
        for may in allowed
    )
