"""What RSS and Atom have in common: how XML is written, and what a browser shows of a feed."""

from __future__ import annotations

from datetime import timedelta, timezone
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape, quoteattr

from ..html.escaping import NOT_XML

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import datetime

    from .feed_values import Feed, FeedImage, FeedItem

NAMESPACES = {
    "fh": "http://purl.org/syndication/history/1.0",
    "h": "http://www.w3.org/1999/xhtml",
    "media": "http://search.yahoo.com/mrss/",
}
"""What both formats may have beside their own elements."""


def text(value: str) -> str:
    """A text as XML has it, without what XML cannot have."""
    given = str.__str__(value)
    return escape(given if _is_plain(given) else NOT_XML.sub("", given))


def _is_plain(value: str) -> bool:
    """Whether a text has no letter that XML may lack, as most short ones, each of which costs a search."""
    return value.isascii() and value.isprintable()


def attribute(value: str | int) -> str:
    """A value of an attribute, with its quotes."""
    given = str(value)
    if _is_plain(given) and not ('"' in given or "&" in given or "<" in given or ">" in given):
        return f'"{given}"'
    return quoteattr(NOT_XML.sub("", given))


def element(name: str, value: str = "", **attributes: str | int | None) -> str:
    """An element with a text; attributes that are `None` are left out."""
    begun = f"{name}{_given(attributes)}" if attributes else name
    return f"<{begun}>{text(value)}</{name}>\n" if value else f"<{begun}/>\n"


def _given(attributes: Mapping[str, str | int | None]) -> str:
    return "".join(f" {key}={attribute(each)}" for key, each in attributes.items() if each is not None)


def beginning(root: str, feed: Feed, namespaces: dict[str, str]) -> str:
    """The first lines of a feed, its root element among them."""
    declared = "".join(
        f' xmlns{f":{prefix}" if prefix else ""}="{uri}"' for prefix, uri in (namespaces | NAMESPACES).items()
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<?xml-stylesheet type="text/css" href={attribute(feed.stylesheet)}?>\n'
        f"<{root}{declared}>\n"
    )


def shown_head(feed: Feed) -> str:
    """What a browser shows above the items; feed readers pass over it."""
    link = f"<h:a href={attribute(feed.home_url)}>{text(feed.home_url)}</h:a>"
    return f"<h:p>{text(feed.note)} {link}</h:p>\n"


def shown_link(item: FeedItem) -> str:
    """The title of an item as a browser shows it: in XML, nothing else is a link."""
    return f"<h:a href={attribute(item.url)}>{text(item.title)}</h:a>\n"


def media(image: FeedImage) -> Iterator[str]:
    """A teaser as Media RSS has it."""
    described = element("media:description", image.alt, type="plain") if image.alt else ""
    given = {
        "url": image.url,
        "medium": "image",
        "type": image.media_type,
        "fileSize": image.length,
        "width": image.width,
        "height": image.height,
    }
    yield f"<media:content{_given(given)}>{described}</media:content>\n"
    yield element("media:thumbnail", url=image.url)


def archive_links(feed: Feed, name: str) -> Iterator[str]:
    """How archives hang together; `name` is that of links of Atom."""
    if feed.is_archive:
        yield "<fh:archive/>\n"
    for rel, url in (("current", feed.current), ("prev-archive", feed.older), ("next-archive", feed.newer)):
        if url:
            yield element(name, rel=rel, href=url)


def whole_minutes(moment: datetime) -> datetime:
    """A moment whose offset is one of hours and minutes, as feeds have it; before 1900, zones had seconds too."""
    offset = moment.utcoffset() or timedelta()
    minutes = timedelta(minutes=round(offset.total_seconds() / 60))
    return moment.replace(microsecond=0, tzinfo=moment.tzinfo if minutes == offset else timezone(minutes))
