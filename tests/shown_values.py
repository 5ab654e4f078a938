"""What templates get, with text in it that breaks out of wherever it is not escaped."""

from __future__ import annotations

import dataclasses
from types import SimpleNamespace

from markupsafe import Markup

from mkdocs_blogposts.articles.article_values import (
    ActionLink,
    ChapterLink,
    HeroView,
    PageLink,
    RecordingView,
    SeriesView,
)
from mkdocs_blogposts.cards.card_values import (
    AuthorLink,
    Button,
    DeliveryView,
    Image,
    PostCard,
    ShownDate,
    TalkCard,
    TalkLine,
    TermLink,
)
from mkdocs_blogposts.views.listing_values import (
    GroupList,
    GroupView,
    ListingLink,
    MapDot,
    MapPlace,
    MapView,
    PagerItem,
    PagerLinks,
    SpeakerView,
    SpeakingView,
    TalksOfYear,
)

EVIL = """<i id=evil>'">&"""
"""Text that breaks out of wherever it is not escaped."""

TITLE = Markup("A <em>post</em>")
EXCERPT = Markup('<p>It <a href="x">goes</a>.</p>')
DATE = ShownDate(iso=EVIL, text=EVIL)
IMAGE = Image(src=EVIL, alt=EVIL, width=160, height=90)
TERMS = (TermLink(name=EVIL, url=EVIL, count=3, anchor=EVIL), TermLink(name=EVIL, url=None))

POST = PostCard(
    anchor="a-post",
    url=EVIL,
    link=None,
    title=TITLE,
    date=DATE,
    updated=DATE,
    excerpt=EXCERPT,
    more=True,
    tags=TERMS,
    categories=TERMS,
    series=TERMS[:1],
    authors=(
        AuthorLink(name=EVIL, description=EVIL, avatar=EVIL, url=EVIL),
        AuthorLink(name=EVIL, description=None, avatar=None, url=None),
    ),
    reading_time=3,
    talk_count=2,
    image=IMAGE,
    placeholder="tile",
    hue=3,
    buttons=(Button(kind="paper", url=EVIL), Button(kind="code", url=EVIL), Button(kind="bibtex", url=EVIL)),
    citation=TITLE,
    shows_date=True,
    pinned=True,
    superseded=True,
    draft=True,
)
PLAIN_POST = dataclasses.replace(
    POST, updated=None, excerpt=Markup(), tags=(), categories=(), series=(), authors=(), reading_time=None,
    talk_count=0, image=None, hue=None, buttons=(), citation=Markup(), shows_date=False, pinned=False, superseded=False,
    draft=False,
)  # fmt: skip
DELIVERY = DeliveryView(
    date=DATE,
    until=DATE,
    hours=EVIL,
    venue=EVIL,
    venue_url=EVIL,
    location=EVIL,
    address=EVIL,
    status="cancelled",
    coming=True,
    buttons=(Button(kind="video", url=EVIL), Button(kind="event", url=EVIL)),
)
NOWHERE = dataclasses.replace(
    DELIVERY, date=None, until=None, hours=None, venue=None, venue_url=None, location=None, address=None, status=None,
    coming=False, buttons=(),
)  # fmt: skip
TALK = TalkCard(
    url=EVIL,
    link=EVIL,
    title=TITLE,
    talk_type=EVIL,
    venue=EVIL,
    location=EVIL,
    date=DATE,
    when=DELIVERY,
    deliveries=(DELIVERY, NOWHERE, dataclasses.replace(DELIVERY, venue_url=None)),
    status="offered",
    speakers=POST.authors,
    language=EVIL,
    level=EVIL,
    projects=(EVIL,),
    coming=True,
    excerpt=EXCERPT,
    tags=TERMS,
    buttons=(
        Button(kind="video", url=EVIL),
        Button(kind="slides", url=EVIL),
        Button(kind="link", url=EVIL, label=EVIL),
    ),
    citation=TITLE,
    image=IMAGE,
    post_count=1,
    draft=True,
)
PLAIN_TALK = dataclasses.replace(
    TALK, talk_type=None, venue=None, location=None, date=None, coming=False, excerpt=Markup(), tags=(), buttons=(),
    when=NOWHERE, deliveries=(), status=None, speakers=(), language=None, level=None, projects=(),
    citation=Markup(), image=None, post_count=0, draft=False,
)  # fmt: skip
HERO = HeroView(
    title=Markup("<h1>A <em>post</em></h1>"),
    lead=TITLE,
    image=IMAGE,
    colour=EVIL,
    overlay=EVIL,
    caption=TITLE,
    actions=(ActionLink(label=EVIL, url=EVIL), ActionLink(label=None, url=EVIL)),
)
PLAIN_HERO = dataclasses.replace(
    HERO, lead=Markup(), image=None, colour=None, overlay=None, caption=Markup(), actions=()
)
CARDS = (Markup("<article>1</article>"), Markup("<article>2</article>"))
PAGER = PagerLinks(
    items=(PagerItem(number=1, url=EVIL), PagerItem(number=2, url=None), PagerItem(number=None, url=None)),
    previous=EVIL,
    next=EVIL,
)
AUTHOR = AuthorLink(name=EVIL, description=EVIL, avatar=EVIL, url=EVIL)
LINKS = (
    ListingLink(kind="tags", url=EVIL),
    ListingLink(kind="archive", url=EVIL),
    ListingLink(kind="talks", url=EVIL),
    ListingLink(kind="feed", url=EVIL),
)
GROUPS = GroupList(
    groups=(
        GroupView(name=EVIL, url=EVIL, anchor=EVIL, count=2, entries=(POST, dataclasses.replace(POST, link=EVIL))),
        GroupView(name=EVIL, url=None, anchor=None, count=2, entries=(TALK, PLAIN_TALK)),
    )
)
YEARS = (TalksOfYear(year="2024", cards=(), lines=(TalkLine(title=TITLE, url=EVIL, delivery=DELIVERY),)),)
LINK = PageLink(title=TITLE, url=EVIL, date=DATE)
SERIES = SeriesView(name=EVIL, url=EVIL, number=2, count=3, first=1, parts=(LINK, LINK, LINK), previous=LINK, next=LINK)
FAULT = SimpleNamespace(path=EVIL, place=SimpleNamespace(line=4, column=7), message=EVIL, hint=f"write `{EVIL}`")
CHAPTERS = (ChapterLink(time="0:00", title=EVIL, url=EVIL), ChapterLink(time="1:00", title=EVIL, url=None))
RECORDING = RecordingView(embed_url=EVIL, site=EVIL, film=None, picture=IMAGE, chapters=CHAPTERS)
SPEAKER = SpeakerView(name=EVIL, url=EVIL, picture=EVIL, portraits=(EVIL, EVIL), short=EVIL, paragraphs=(EVIL, EVIL))
SPEAKING = SpeakingView(
    speakers=(
        SPEAKER,
        dataclasses.replace(SPEAKER, url=None, picture=None, portraits=(EVIL,), short=None, paragraphs=()),
    ),
    talks=CARDS,
)
MAP = MapView(
    view_box="0 60 700 350",
    dots=(MapDot(x=1, y=2, radius=3.5, label=EVIL),),
    places=(MapPlace(name=EVIL, talks=YEARS[0].lines),),
)
