"""The facts of a page in the words of schema.org, as JSON-LD."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from ..content.delivery import TalkStatus
from ..late_patterns import late_pattern
from .page_facts import ListingFacts, PostFacts, TalkFacts

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from ..html.video_sites import Recording
    from .page_facts import Occasion, PageFacts, Person, SharedImage, SiteFacts, Step

Thing = dict[str, Any]

_JSON = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))

_STATUS: Mapping[TalkStatus | None, str] = {
    TalkStatus.CANCELLED: "EventCancelled",
    TalkStatus.POSTPONED: "EventPostponed",
}
"""What schema.org calls what may have become of an event; others take place as planned."""
_LANGUAGE_CODE = late_pattern(r"[a-z]{2,3}(?:[-_][a-zA-Z0-9]{2,8})*")
_IN_SCRIPTS = tuple((mark, f"\\u{ord(mark):04x}") for mark in "<>&\u2028\u2029")
"""What could end a script or be no part of one, as JSON may have it."""


def things(facts: PageFacts, site: SiteFacts) -> Iterator[Thing]:
    """Every thing that a page is about, and the way that leads to it."""
    match facts:
        case PostFacts():
            yield _posting(facts, site)
        case TalkFacts(occasions=()):
            if facts.recording:
                yield _video(facts.recording, facts, site)
        case TalkFacts():
            yield from (_event(facts, occasion, site) for occasion in facts.occasions)
        case ListingFacts():
            yield _listing(facts, site)
    if site.url:
        yield _thing("BreadcrumbList", itemListElement=_items(facts.trail, as_links=False))


def as_script(graph: Iterable[Thing]) -> str:
    """Some things as JSON that stays within a `<script>`, whatever strangers wrote into them."""
    whole = {"@context": "https://schema.org", "@graph": list(graph)}
    told = _JSON.encode(whole)
    for mark, escaped in _IN_SCRIPTS:
        told = told.replace(mark, escaped)
    return told


def _thing(kind: str, **parts: Any) -> Thing:
    """A thing with what is known of it."""
    return {"@type": kind, **{name: part for name, part in parts.items() if part}}


def _posting(facts: PostFacts, site: SiteFacts) -> Thing:
    return _thing(
        "BlogPosting",
        headline=facts.title,
        description=facts.description,
        url=facts.url,
        mainEntityOfPage=facts.url,
        inLanguage=site.language,
        datePublished=facts.published,
        dateModified=facts.modified,
        image=facts.image and _image(facts.image),
        author=[_person(person) for person in facts.people],
        publisher=_publisher(site),
        isPartOf=_blog(site),
        articleSection=list(facts.sections),
        keywords=list(facts.tags),
        timeRequired=facts.minutes and f"PT{facts.minutes}M",
        video=facts.recording and _video(facts.recording, facts, site),
    )


def _event(facts: TalkFacts, occasion: Occasion, site: SiteFacts) -> Thing:
    from ..blog.locations import whereabouts  # noqa: PLC0415  # most sites have no talks

    where = whereabouts(occasion.location or "")
    online = _thing("VirtualLocation", url=occasion.url or facts.url) if where.is_online else None
    place = _place(occasion, where.place) if where.place or not online else None
    attendance = ("Mixed" if place else "Online") if online else "Offline" if where.place else None
    location = [place, online] if place and online else place or online
    status = _STATUS.get(occasion.status, "EventScheduled")
    recording = facts.recording if occasion is facts.occasions[0] else None
    return _thing(
        "Event",
        name=facts.title,
        description=facts.description,
        url=facts.url,
        sameAs=occasion.url,
        inLanguage=_language(facts.language) if facts.language else site.language,
        startDate=occasion.start,
        endDate=occasion.end,
        eventStatus=f"https://schema.org/{status}",
        eventAttendanceMode=attendance and f"https://schema.org/{attendance}EventAttendanceMode",
        location=location,
        image=facts.image and _image(facts.image),
        performer=[_person(person) for person in facts.people],
        superEvent=_thing("Event", name=occasion.venue, startDate=occasion.start, location=location)
        if occasion.venue
        else None,
        keywords=list(facts.tags),
        recordedIn=recording and _video(recording, facts, site),
    )


def _language(text: str) -> Thing | str:
    """A language by its code, else by its name."""
    return text if _LANGUAGE_CODE.fullmatch(text) else _thing("Language", name=text)


def _place(occasion: Occasion, location: str | None) -> Thing | None:
    """Where a talk is given, as far as that is known."""
    name = occasion.venue or location or occasion.address
    if not name:
        return None
    at = occasion.coordinates
    point = _thing("GeoCoordinates", latitude=at[0], longitude=at[1]) if at else None
    return _thing("Place", name=name, address=occasion.address or location, geo=point)


def _video(recording: Recording, facts: PostFacts | TalkFacts, site: SiteFacts) -> Thing:
    # Nobody has told when it was put there; on what day it was recorded, a talk knows.
    return _thing(
        "VideoObject",
        name=facts.title,
        description=facts.description,
        url=recording.url,
        embedUrl=recording.embed_url,
        contentUrl=recording.url if recording.is_file else None,
        thumbnailUrl=recording.picture or (facts.image and facts.image.url),
        inLanguage=site.language,
        hasPart=list(_clips(recording, facts)) if isinstance(facts, TalkFacts) else None,
        dateCreated=facts.occasions[0].start if isinstance(facts, TalkFacts) and facts.occasions else None,
    )


def _clips(recording: Recording, facts: TalkFacts) -> Iterator[Thing]:
    """The chapters of a recording that have an address of their own."""
    for chapter in facts.chapters:
        if url := recording.at(chapter.second):
            # A clip at the very beginning has an offset as well, which is no number that counts for nothing.
            yield {**_thing("Clip", name=chapter.title, url=url), "startOffset": chapter.second}


def _listing(facts: ListingFacts, site: SiteFacts) -> Thing:
    common = {"name": facts.title, "description": facts.description, "url": facts.url, "inLanguage": site.language}
    if facts.is_blog:
        posts = [
            _thing("BlogPosting", headline=item.name, url=item.url, datePublished=item.date) for item in facts.items
        ]
        return _thing("Blog", **common, publisher=_publisher(site), blogPost=posts)
    whole = _blog(site) if facts.is_of_blog else _thing("WebSite", name=site.name, url=site.url)
    if facts.is_profile:
        return _thing("ProfilePage", **common, isPartOf=whole, mainEntity=_person(facts.people[0]))
    listed = _thing("ItemList", itemListElement=_items(facts.items, as_links=True)) if facts.items else None
    return _thing("CollectionPage", **common, isPartOf=whole, mainEntity=listed)


def _items(steps: Iterable[Step], *, as_links: bool) -> list[Thing]:
    """Pages by their order: those of a way have their address as `item`, those of a list as `url`."""
    return [
        _thing("ListItem", position=number, name=step.name, **{"url" if as_links else "item": step.url})
        for number, step in enumerate(steps, 1)
    ]


def _person(person: Person) -> Thing:
    return _thing(
        "Person",
        name=person.name,
        description=person.description,
        url=person.url,
        image=person.image,
        sameAs=list(person.links),
    )


def _blog(site: SiteFacts) -> Thing:
    return _thing("Blog", name=site.blog.name, url=site.blog.url)


def _publisher(site: SiteFacts) -> Thing:
    return _thing("Organization", name=site.name, url=site.url)


def _image(image: SharedImage) -> Thing | str:
    if not (image.width and image.height):
        return image.url
    return _thing("ImageObject", url=image.url, width=image.width, height=image.height, caption=image.alt)
