"""Feeds, read and held to what their formats ask for."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import feedparser
from lxml import etree, html

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.built import Built

ATOM = Path(__file__).with_name("atom.rng")
FORMATS = ("rss.xml", "atom.xml", "feed.json")
_NEEDED = {"rss.xml": {"title", "link", "description"}, "item": {"title", "link", "guid"}}
"""Elements that RSS 2.0 asks for."""


def feed_files(built: Built) -> list[str]:
    """Every feed of a site and its archives."""
    return sorted(
        name
        for name in built.files
        if name.endswith((".xml", ".json")) and any(f"/{part}" in f"/{name}" for part in ("rss", "atom", "feed"))
    )


def titles(built: Built, name: str) -> list[str]:
    """The titles of the items of a feed, as a feed reader has them."""
    return [item["title"] for item in items(built, name)]


def items(built: Built, name: str) -> list[Any]:
    """The items of a feed."""
    if name.endswith(".json"):
        found: list[Any] = json.loads(built.read(name))["items"]
        return found
    parsed = feedparser.parse((built.dir / name).read_bytes(), sanitize_html=False, resolve_relative_uris=False)
    assert not parsed.bozo, (name, parsed.get("bozo_exception"))
    return list(parsed.entries)


def problems(built: Built, name: str) -> list[str]:
    """What is wrong with a feed, by the rules of its format."""
    if name.endswith(".json"):
        return list(_problems_of_json(json.loads(built.read(name))))
    root = built.xml(name)
    if root.tag == "rss":
        return list(_problems_of_rss(root))
    schema = etree.RelaxNG(etree.parse(str(ATOM)))
    return [] if schema.validate(root) else [str(error) for error in schema.error_log]


def urls_in_contents(built: Built, name: str) -> Iterator[str]:
    """Every URL in the HTML of a feed."""
    for item in items(built, name):
        contents = (
            [item.get("content_html", "")]
            if name.endswith(".json")
            else [each.value for each in item.get("content", ())]
        )
        for content in filter(None, contents):
            for _, attribute, url, _ in html.fromstring(f"<div>{content}</div>").iterlinks():  # type: ignore[attr-defined]
                assert attribute
                yield url


def _problems_of_rss(root: etree._Element) -> Iterator[str]:
    channel = root.find("channel")
    if root.get("version") != "2.0" or channel is None:
        yield "no channel"
        return
    for element, needed in ((channel, _NEEDED["rss.xml"]), *((item, _NEEDED["item"]) for item in channel.iter("item"))):
        names = [child.tag for child in element if "}" not in str(child.tag)]
        yield from (f"{element.tag} lacks {name}" for name in needed - {*map(str, names)})
        yield from (f"{name} twice" for name in names if names.count(name) > 1 and name not in ("item", "category"))
    for guid in channel.iter("guid"):
        if guid.get("isPermaLink") == "true" and not urlsplit(guid.text or "").netloc:
            yield f"{guid.text} is no permalink"
    for enclosure in channel.iter("enclosure"):
        if {*enclosure.keys()} != {"url", "type", "length"} or not enclosure.get("length", "").isdigit():
            yield f"enclosure with {enclosure.attrib}"


def _problems_of_json(feed: dict[str, Any]) -> Iterator[str]:
    if feed["version"] != "https://jsonfeed.org/version/1.1" or not feed["title"]:
        yield "no version or title"
    for item in feed["items"]:
        if not isinstance(item["id"], str) or not (item.get("content_html") or item.get("content_text")):
            yield f"{item} has no id or content"
        for key in ("date_published", "date_modified"):
            if key in item and datetime.fromisoformat(item[key]).tzinfo is None:
                yield f"{key} without a zone"
        for author in [*item.get("authors", ()), *feed["authors"]]:
            if not author.keys() & {"name", "url", "avatar"}:
                yield f"{author} is nobody"
        for url in filter(None, (item["url"], item.get("image"))):
            if not urlsplit(url).netloc:
                yield f"{url} is not whole"
