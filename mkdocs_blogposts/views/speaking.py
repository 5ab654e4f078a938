"""Who gives talks, and which of them can be had, for whoever organises an event."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..blog.taxonomies import author_key
from ..content.delivery import TalkStatus
from ..late_patterns import late_pattern
from .listing_values import SpeakerView, SpeakingView

if TYPE_CHECKING:
    from ..blog.blog import Blog
    from ..blog.selection import Selection
    from ..cards.card_html import CardHtml
    from ..cards.card_maker import CardMaker
    from ..content.author import Author

_BLANK_LINES = late_pattern(r"\n\s*\n")


def speaking_view(selection: Selection, blog: Blog, html: CardHtml, level: int) -> SpeakingView:
    """All who give the talks that a selection asks for, and are known by more than a name; and which are on offer."""
    talks = [talk for talk in blog.talks if selection.has(talk)]
    people: dict[str, Author] = {}
    for talk in talks if html.cards.settings.authors else ():
        for author in talk.speakers:
            people.setdefault(author_key(author), author)
    wanted = selection.author.casefold() if selection.author else None
    speakers = [
        author
        for author in people.values()
        if (author.description or author.biography or author.avatar)
        and wanted in (None, author.name.casefold(), (author.id or "").casefold())
    ]
    offered = [talk for talk in talks if talk.status is TalkStatus.OFFERED]
    return SpeakingView(
        speakers=tuple(_speaker(author, html.cards) for author in speakers),
        talks=tuple(html.of_talk(talk, level=level) for talk in offered[: selection.limit]),
    )


def _speaker(author: Author, cards: CardMaker) -> SpeakerView:
    link = cards.author_link(author)
    portraits = tuple(filter(None, (cards.pictures.of_author(author, src) for src in author.portraits)))
    return SpeakerView(
        name=author.name,
        url=link.url,
        picture=link.avatar or next(iter(portraits), None),
        portraits=portraits or ((link.avatar,) if link.avatar else ()),
        short=author.description,
        paragraphs=tuple(part.strip() for part in _BLANK_LINES.split(author.biography or "") if part.strip()),
    )
