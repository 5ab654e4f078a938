"""`schedule.xml`, as frab and pretalx export it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from lxml import etree

from .export_values import distinct, line_of, sorted_links, text_of, url_of
from .foreign_talk import Export, ExportRefused, ForeignLink
from .frab_events import Conference, FrabEvent, talk_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .foreign_talk import Circumstances

_LISTS = frozenset({"persons", "links", "attachments", "recording", "room", "conference", "day"})
_NAMES = ("name", "public_name", "full_public_name")


def read_frab_xml(content: bytes, name: str, given: Circumstances) -> Export:
    """The talks of a schedule; what is no schedule is refused, and so is any document type."""
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(content, parser)
    except etree.XMLSyntaxError as error:
        raise ExportRefused(f"{name}:{error.lineno or 1}: it is not XML: {error.msg}") from error
    if cast("Any", root.getroottree().docinfo).doctype:
        raise ExportRefused(f"{name}:1: it has a document type, and may have entities: a schedule has none")
    if root.tag != "schedule":
        raise ExportRefused(f"{name}:{root.sourceline}: it begins with <{root.tag}>: a schedule begins with <schedule>")
    export = Export()
    base = _values(root).get("base_url", "")
    found = root.find("conference")
    conference = Conference.of(_values(found) if found is not None else {}, base, given)
    for day in root.iterfind("day"):
        for event in day.iter("event"):
            export.talks.append(talk_of(_event(event, day.get("date", ""), name, conference.base_url), conference))
    return export


def _event(event: etree._Element, day: str, name: str, base: str) -> FrabEvent:
    values = _values(event)
    room = event.find("room")
    parent = event.getparent()
    named = line_of(_text(room)) if room is not None else ""
    values["room"] = named or line_of(parent.get("name") if parent is not None else "")
    slides, video, links = sorted_links(_links(event, base))
    return FrabEvent(
        origin=f"{name}:{event.sourceline}",
        values=values,
        day=day,
        speakers=distinct(_name(person) for person in event.iterfind("persons/person")),
        slides=slides,
        video=url_of(values.get("video_download_url"), base) or video,
        links=links,
        url=url_of(values.get("url"), base),
    )


def _values(element: etree._Element) -> dict[str, str]:
    """The texts of what stands in an element, by name."""
    return {child.tag: text_of(_text(child)) for child in element if child.tag not in _LISTS}


def _text(element: etree._Element) -> str:
    return "".join(map(str, element.itertext()))


def _name(person: etree._Element) -> str:
    parts = (person.findtext(name) for name in _NAMES)
    return line_of(next(filter(None, parts), None) or _text(person))


def _links(event: etree._Element, base: str) -> Iterator[ForeignLink]:
    for path in ("links/link", "attachments/attachment"):
        for link in event.iterfind(path):
            url = url_of(link.get("href"), base)
            yield ForeignLink(line_of(_text(link)) or url, url)
