"""Whatever strangers write into fields: it runs nowhere, and breaks no file of the site.

Two sites have the same fields. In one they hold a harmless word, in the other what attackers write. Each file of the
second is read by the parser of its format, and no element or attribute is in it that the first has not.
"""

from __future__ import annotations

import gzip
import importlib.util
import json
import re
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any

import feedparser
import icalendar
import pytest
import yaml
from selectolax.lexbor import LexborHTMLParser

from tests.finishing.attacks import ATTACKS, author_with, deck_with, paper_with, post_with, publication_with, talk_with
from tests.site import Site

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from tests.built import Built

pytestmark = pytest.mark.slow

WORD = "zap"
LINKED = "[zap](https://example.org/zap)"
PICTURE = "https://pictures.example/zap.png"
HARMLESS = (WORD, "Zap", "*zap* `zap` **zap**", "https://example.org/zap", "zap.png", PICTURE, LINKED, "/zap/")
URLS = {"action", "background", "cite", "data", "formaction", "href", "ping", "poster", "src", "srcset", "xlink:href"}
SAFE = {"http", "https", "mailto", "webcal", ""}
PLAIN_STYLE = re.compile(r"(?:--bp-[\w-]+: (?:linear-gradient\([\w, ]+\)|\w+);\s*)+")
OF_READTHEDOCS = re.compile(r'^\s*var mkdocs_page_\w+ = "(?:[^"\\\n<>&]|\\.)*";$', re.MULTILINE)
"""How the theme `readthedocs` tells its script of a page: by texts of JSON."""
DATA = ("application/ld+json", "application/json")
NOT_OURS = (".css", ".js", ".map", ".pdf", ".png", ".webp", ".svg", ".ico", ".eot", ".ttf", ".woff", ".woff2")
"""Files that the theme brings, or that the writer of the site has put there, and pictures made of dots."""

EACH_OUTPUT: dict[str, Any] = {
    **dict.fromkeys(("authors_profiles", "backlinks", "covers", "events", "feeds_archive", "jekyll_pages"), True),
    **dict.fromkeys(("post_description_on_page", "post_teaser_on_page", "blog_toc", "talks_embed", "talks_map"), True),
    "archive_layout": "table",
    "categories_layout": "list",
    "feeds_content": "full",
    "feeds_length": 5,
    "feeds_sections": ["guide"],
    "outdated_after": "1 year",
    "preview": True,
    "publications": "papers.bib",
    "redirects_files": ["_redirects"],
    "urls_file": "urls.txt",
}
"""Options by which there is more to be seen, or more files; `test_attacks_by_options.py` holds it to the code."""

Shape = set[tuple[str, str]]
"""Elements, each with the names that its attributes have."""


RECORDING = "https://www.youtube.com/watch?v=abcdefghijk"
HAS_SLIDES = importlib.util.find_spec("pypdfium2") is not None
MARKS = "\n<!-- slide 2 -->\n\nSaid.\n\n## Slide 3: zap\n\nSaid.\n"


def page_with(head: dict[str, Any]) -> str:
    return f"---\n{yaml.safe_dump(head, allow_unicode=True, width=10000)}---\nText.\n"


def site_with(root: Any, theme: str, attacks: Iterable[str]) -> Site:
    """A site that has each attack in each field, and in the names of files."""
    texts = list(attacks)
    site = Site(root)
    site.config(theme=theme)
    site.blogposts(**EACH_OUTPUT)
    site.put(
        "docs/index.md", "# Home\n\n<!-- blogposts: {list: publications} -->\n\n<!-- blogposts: {list: speaking} -->\n"
    )
    site.put("docs/guide/index.md", "# Guide\n")
    site.put("docs/talks/recorded.md", page_with({"venue": WORD, "date": "2024-01-31", "videourl": RECORDING}))
    if HAS_SLIDES:
        site.put("docs/talks/deck.pdf", deck_with(tuple(texts)))
        site.put("docs/talks/deck.md", page_with({"title": "Deck", "venue": WORD, "slides": "deck.pdf"}) + MARKS)
    authors = {f"a{number}": author_with(text) for number, text in enumerate(texts)}
    site.put("docs/blog/.authors.yml", yaml.safe_dump({"authors": authors}, allow_unicode=True))
    site.put("papers.bib", "\n".join(paper_with(text, number) for number, text in enumerate(texts)))
    for number, text in enumerate(texts):
        site.put(f"docs/blog/posts/{number}.md", page_with(post_with(text, number)))
        site.put(f"docs/talks/{number}.md", page_with(talk_with(text, number)))
        site.put(f"_publications/{number}.md", page_with(publication_with(text)))
        if name := re.sub(r"[/\x00\\]", "", text).strip()[:60]:  # what a file's name can hold
            site.put(f"docs/blog/posts/{name}.md", page_with({"date": "2024-01-30", "tags": ["plain"]}))
    return site


@pytest.fixture(
    scope="module", params=[("material", ATTACKS), ("mkdocs", ATTACKS[::2]), ("readthedocs", ATTACKS[1::2])]
)
def built(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[Built, Built]:
    """The site under attack, and the harmless one; themes without a blog of their own share the attacks."""
    theme, attacks = request.param
    attacked = site_with(tmp_path_factory.mktemp("attacked"), theme, attacks).build()
    return attacked, site_with(tmp_path_factory.mktemp("harmless"), theme, HARMLESS).build()


def shapes(tree: LexborHTMLParser) -> Shape:
    return {(str(node.tag), name) for node in tree.css("*") for name in (*node.attributes, "")}


def ills_of_html(html: str) -> list[str]:
    """What could run in a page, and was not written by us."""
    ills = []
    tree = LexborHTMLParser(html)
    for node in tree.css("*"):
        tag, attributes = str(node.tag), {key: value or "" for key, value in node.attributes.items()}
        if tag == "script" and attributes.get("type") not in DATA and attributes.get("id") != "__config":
            ills += [f"script: {node.text()}"] if WORD in OF_READTHEDOCS.sub("", node.text()).lower() else []
        elif tag == "script":
            json.loads(node.text())
        elif tag == "style" and WORD in node.text().lower():
            ills.append(f"style: {node.text()}")
        for key, value in attributes.items():
            evil = WORD in value.lower()
            bad = {
                "its name": WORD in key,
                "a page in it": key == "srcdoc" and (evil or ills_of_html(value)),
                "a script": evil and key.startswith("on"),
                "its scheme": evil and key in URLS and scheme_of(value) not in SAFE,
                "a style": evil and key == "style" and not PLAIN_STYLE.fullmatch(value),
            }
            ills += [f"<{tag} {key}={value!r}>: {why}" for why, is_so in bad.items() if is_so]
        if "http-equiv" in attributes and scheme_of(attributes.get("content", "").partition("url=")[2]) not in SAFE:
            ills.append(f"<meta {attributes}>")
    return ills


def scheme_of(url: str) -> str:
    """The scheme that a browser finds in a URL."""
    shown = re.sub(r"[\t\n\r]", "", url).lstrip("".join(map(chr, range(33))))
    match = re.match(r"([A-Za-z][\w+.-]*):", shown)
    return match[1].lower() if match else ""


def read_html(_: Built, __: str, text: str) -> Shape:
    assert ills_of_html(text) == []
    tree = LexborHTMLParser(text)
    assert len(tree.css("title")) >= 1
    return shapes(tree)


def read_xml(built: Built, name: str, text: str) -> Shape:
    root = built.xml(name)
    found = {(str(node.tag), str(key)) for node in root.iter("*") for key in (*node.attrib, "")}
    assert root.getroottree().docinfo.internalDTD is None
    feed = feedparser.parse(text.encode(), sanitize_html=False)
    assert not feed.bozo, feed.get("bozo_exception")
    for entry in feed.entries:
        assert scheme_of(entry.link) in SAFE
        details = [entry.get("summary_detail"), *entry.get("content", ())]
        for piece in (each.value for each in details if each and each.type != "text/plain"):
            assert ills_of_html(piece) == []
            found |= {("in a feed", tag) for tag, _ in shapes(LexborHTMLParser(piece))}
    return found


def read_json(built: Built, name: str, text: str) -> Shape:
    data = json.loads(text)
    is_plain = "search/main.js" in built.files and "escapeHtml(summary)" in built.read("search/main.js")
    pieces = data["docs"] if "docs" in data else data.get("items", [])
    found: Shape = set()
    for piece in pieces:
        for key in ("title", "text", "content_html"):
            if name.startswith("search") == (key == "content_html") or (key == "text" and is_plain):
                continue
            assert ills_of_html(piece.get(key, "")) == [], piece
            found |= {
                (f"{key} in {PurePosixPath(name).stem.rstrip('0123456789')}", tag)
                for tag, _ in shapes(LexborHTMLParser(piece.get(key, "")))
            }
        assert scheme_of(piece.get("url", "")) in SAFE
    return found


def read_calendar(_: Built, __: str, text: str) -> Shape:
    calendar = icalendar.Calendar.from_ical(text)
    assert not calendar.errors
    found = {("calendar", str(part.name)) for part in calendar.walk()}
    for part in calendar.walk():
        assert not part.errors
        found |= {(str(part.name), key) for key in part}
        assert scheme_of(str(part.get("URL", ""))) in SAFE
    assert [line for line in text.split("\r\n") if re.search(r"[\x00-\x08\n\r\x0b-\x1f\x7f]", line)] == []
    return found


def read_redirects(_: Built, __: str, text: str) -> Shape:
    lines = text.splitlines()
    assert [line for line in lines if not re.fullmatch(r"/[!-~]* (?:/|https?://)[!-~]* 30[12]", line)] == []
    assert "https://zap.example/" not in text
    return set()


def read_drawing(built: Built, name: str, _: str) -> Shape:
    root = built.xml(name)
    found = {(str(node.tag), str(key)) for node in root.iter("*") for key in (*node.attrib, "")}
    assert [tag for tag, _ in found if tag.rpartition("}")[2] in {"script", "foreignObject", "image", "a", "use"}] == []
    return found


READERS: dict[str, Callable[[Built, str, str], Shape]] = {
    ".html": read_html,
    ".xml": read_xml,
    ".json": read_json,
    ".ics": read_calendar,
    "_redirects": read_redirects,
    "cover": read_drawing,
}


def kind_of(built: Built, name: str) -> str:
    """The kind of a file, which its ending tells; an old URL may have any, and is a page."""
    path = PurePosixPath(name)
    kind = "cover" if path.match("assets/images/blogposts/*.svg") else path.suffix or path.name
    is_page = kind not in {*READERS, *NOT_OURS, ".gz"} and (built.dir / name).read_bytes().startswith(
        b"<!doctype html>"
    )
    return ".html" if is_page else kind


def shape_of_site(built: Built) -> dict[str, dict[tuple[str, str], str]]:
    """What is in the files of each kind, with one file that has it."""
    found: dict[str, dict[tuple[str, str], str]] = {}
    for name in sorted(built.files):
        kind = kind_of(built, name)
        if kind in NOT_OURS:
            continue
        if kind == ".gz":
            assert (
                gzip.decompress((built.dir / name).read_bytes()) == (built.dir / name.removesuffix(".gz")).read_bytes()
            )
            continue
        try:
            shape = READERS[kind](built, name, (built.dir / name).read_bytes().decode())
        except Exception as error:
            error.add_note(f"in {name}")
            raise
        of_kind = found.setdefault(kind, {})
        for each in shape:
            of_kind.setdefault(each, name)
    return found


def test_what_strangers_write_neither_runs_nor_breaks_a_file(built: tuple[Built, Built]) -> None:
    attacked, harmless = built
    assert attacked.error is None
    assert harmless.error is None
    shown = shape_of_site(attacked)
    usual = shape_of_site(harmless)

    assert set(shown) >= {".html", ".xml", ".json", ".ics", "_redirects", "cover"}
    new = {kind: {key: name for key, name in found.items() if key not in usual[kind]} for kind, found in shown.items()}
    assert {kind: found for kind, found in new.items() if found} == {}
    assert len([name for name in attacked.files if name.startswith("blog/2024/01/31/")]) >= len(ATTACKS) // 2
