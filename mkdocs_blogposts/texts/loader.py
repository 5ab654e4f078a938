"""From a file to a `Post` or a `Talk`: the one place that knows every field."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import partial
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any

from ..choices import slug_of_label
from ..content.age import take_outdated_from, take_references
from ..content.authors import site_author, take_authors
from ..content.heroes import take_hero, take_recording
from ..content.meta import as_written, theme_meta
from ..content.models import HeldBack, Mention, Post, Talk, Unreadable
from ..content.old_urls import OldUrls, take_new_url
from ..content.own_dates import is_passed_over, take_date, take_dates, tell_no_date
from ..content.publication import Publication, faults_of, is_left_out_for_good, take_publication
from ..content.reading import Reader, Reading, posts_folder, reading_of, root_of
from ..content.robots import in_preview, take_robots
from ..content.teasers import check_excerpt, take_excerpt_separators, take_teaser
from ..content.terms import take_categories, take_series, take_tags
from ..content.titles import Title, title_of
from ..faults import Faults, Level
from ..frontmatter.dialects import Dialect, dialect_of
from ..frontmatter.fields import Word
from ..frontmatter.file_names import folders_above, has_dated_name
from ..frontmatter.keys import TALK_KEYS, names_date
from ..late_patterns import late_pattern
from .destinations import Destination, post_destination, take_link, talk_destination
from .outcome import Outcome
from .remarks import braces_are_text, is_of_both, tell_remarks
from .salvage import parse_or_salvage
from .slips import tell_joined_names, tell_not_hidden, tell_slips

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..content.author import Author
    from ..frontmatter.fields import Fields
    from ..frontmatter.parser import FrontMatter
    from ..frontmatter.source import Source
    from ..settings import Settings

__all__ = ["Reader", "load_post", "load_talk"]

_ENDING = late_pattern(r"\.(?:md|markdown|mkdown|mkdn|mkd|html)$", re.IGNORECASE)


def load_post(source: Source, reader: Reader) -> Outcome[Post]:
    """The post in a file, or what is to be known of one that cannot be shown.

    Where a listing is, a file without a date is no post, and that is no fault. An option that cannot be used
    (`post_url_format: "{nonsense}"`) is a `ValueError` with a sentence about it.
    """
    folder = posts_folder(reader.settings)
    faults = Faults(chosen=reader.levels)
    is_draft = source.is_draft or "_drafts" in folders_above(source.src_uri)
    stands_alone = is_draft or has_dated_name(source.src_uri)
    head = _head(source, faults, reader, folder, stands_alone=stands_alone)
    if head:
        if source.is_at_listing and not names_date(head.values, reader.settings):
            return Outcome(text=None, faults=faults)
        return _post(reading_of(source, head, reader, folder, faults))
    is_hidden = is_draft and not reader.shows_drafts
    return Outcome(text=Unreadable(is_no_loss=is_hidden), faults=faults.at_most(Level.INFO) if is_hidden else faults)


def load_talk(source: Source, reader: Reader) -> Outcome[Talk]:
    """The talk in a file, or what is to be known of one that cannot be shown.

    An option that cannot be used (`talks_permalink: /:nonsense/`) is a `ValueError` with a sentence about it.
    """
    faults = Faults(chosen=reader.levels)
    folder = reader.settings.talks_dir
    head = _head(source, faults, reader, folder)
    if not _is_talk(source, head, reader.settings):
        return Outcome(text=None, faults=faults.apart())
    return (
        _talk(reading_of(source, head, reader, folder, faults)) if head else Outcome(text=Unreadable(), faults=faults)
    )


def _head(
    source: Source, faults: Faults, reader: Reader, folder: str, *, stands_alone: bool = True
) -> FrontMatter | None:
    settings, root = reader.settings, root_of(folder)

    def is_jekylls(values: Mapping[str, Any]) -> bool:
        return dialect_of(source.src_uri, values, settings, root=root)[0] is Dialect.JEKYLL

    return parse_or_salvage(source, faults, is_jekylls, stands_alone=stands_alone)


def _is_talk(source: Source, head: FrontMatter | None, settings: Settings) -> bool:
    """Whether a file is a talk, or is meant to be one but cannot be read."""
    path = PurePosixPath(source.src_uri)
    if "_talks" in path.parts[:-1]:
        return True
    if not path.is_relative_to(settings.talks_dir):
        return False
    keys = (*TALK_KEYS, *(alias for key in TALK_KEYS for alias in settings.key_aliases.get(key, ())))
    if head is None:
        names = "|".join(map(re.escape, keys))
        text = source.content.decode("utf-8", errors="replace")
        return bool(re.search(rf"^[\"']?(?:{names})[\"']?[ \t]*[:=]", text, re.MULTILINE))
    return any(key in head.values for key in keys) or head.values.get("collection") == "talks"


def _post(reading: Reading) -> Outcome[Post]:
    fields = reading.fields
    title = _take_title(reading)
    tags, has_draft_tag = take_tags(reading)
    categories = take_categories(reading)
    given_date = take_date(reading)
    publication = take_publication(reading, given_date, is_marked=title.is_draft or has_draft_tag)
    held_back = publication.held_back
    needs_date = held_back not in (HeldBack.DRAFT, HeldBack.UNPUBLISHED) and not reading.lies_below("_drafts")
    has_date = given_date is not None or not needs_date
    reading.check_keys(but="" if has_date else tell_no_date(reading))
    date = given_date or reading.reader.now.astimezone(reading.clock.zone)
    dates = take_dates(reading, date, is_known=given_date is not None)
    destination = post_destination(reading, title, date, categories)
    authors = _take_authors(reading)
    reading_time = fields.take_number("reading_time")
    separators = take_excerpt_separators(reading)
    check_excerpt(reading, separators)
    post = Post(
        **_article(reading, title, tags, destination, publication, categories=categories, authors=authors),
        date=date,
        updated=dates.get("updated"),
        dates=dates,
        slug=destination.slug,
        categories=categories,
        authors=authors,
        series=take_series(fields),
        pinned=fields.take_flag("pinned") or False,
        default_teaser=reading.settings.post_teaser_default,
        excerpt_separators=separators,
        reading_time=reading_time,
        shows_reading_time=_shows_reading_time(reading, reading_time),
        words_per_minute=fields.take_number("words_per_minute") or reading.settings.post_readtime_words_per_minute,
        words_per_minute_cjk=reading.settings.post_readtime_words_per_minute_cjk,
        shows_date=fields.take_flag("shows_date") is not False,
        shows_related=fields.take_flag("shows_related") is not False,
        links=_take_links(fields),
        talks=_take_mentions(fields),
        supersedes=take_references(fields, "supersedes"),
        superseded_by=take_references(fields, "superseded_by"),
        outdated_from=take_outdated_from(reading, dates.get("updated") or date),
    )
    tell_slips(reading, title, separators)
    if not (held_back or post.unlisted):
        tell_not_hidden(reading)
    tell_joined_names(reading)
    tell_remarks(reading)
    is_no_loss = is_left_out_for_good(reading, held_back) or is_passed_over(reading)
    return Outcome(text=post if has_date else Unreadable(is_no_loss=is_no_loss), faults=faults_of(reading, held_back))


def _talk(reading: Reading) -> Outcome[Talk]:
    from ..content.talk_parts import reading_of_talk, take_address, take_talk_parts  # noqa: PLC0415  # many have no talks

    reading = reading_of_talk(reading)
    reading.check_keys(is_talk=True)
    fields = reading.fields
    title = _take_title(reading)
    tags, has_draft_tag = take_tags(reading)
    date = take_date(reading, is_needed=False)
    parts = take_talk_parts(reading, date)
    first = min(filter(None, (each.date for each in parts["deliveries"])), default=None)
    # What lies ahead of a talk is its event: it is no secret.
    publication = take_publication(reading, None, is_marked=title.is_draft or has_draft_tag)
    destination = talk_destination(reading, date or first)
    same_as = fields.find("same_as")
    article = _article(reading, title, tags, destination, publication)
    addresses = {f"{name}_url": article[f"{name}_url"] or take_address(fields, name) for name in ("slides", "video")}
    talk = Talk(
        **article | addresses,
        **parts,
        id=reading.name.stem,
        same_as=_mention_of(Word(text=text, place=same_as.place))
        if same_as and (text := fields.text_of(same_as))
        else None,
        key=fields.take_line("talk_key"),
    )
    tell_slips(reading, title)
    tell_remarks(reading)
    return Outcome(text=talk, faults=faults_of(reading, publication.held_back))


def _article(
    reading: Reading,
    title: Title,
    tags: tuple[str, ...],
    destination: Destination,
    publication: Publication,
    *,
    categories: tuple[str, ...] | None = None,
    authors: tuple[Author, ...] = (),
) -> dict[str, Any]:
    """What posts and talks have in common."""
    fields = reading.fields
    excerpt = fields.take_text_unless_off("excerpt")
    names = [author.name for author in authors]
    # In Material's dialect, the host finds those titles by itself that front matter does not give.
    is_found = title.is_heading or (reading.dialect is Dialect.MATERIAL and not (title.is_given or title.is_draft))
    shown_title = None if is_found else title.text
    is_held_back = publication.held_back is not None
    old_urls = OldUrls(fields=fields, dialect=reading.dialect, site_urls=reading.reader.site_urls)
    new_url = take_new_url(reading)
    unlisted = fields.take_flag("unlisted") or False
    robots = take_robots(fields, unlisted=unlisted)
    meta = theme_meta(fields, title=shown_title, tags=tags, categories=categories, authors=names)
    return {
        "src_uri": reading.source.src_uri,
        "path": reading.source.path,
        "dialect": reading.dialect,
        "title": title.text,
        "is_titled": title.is_given,
        "dest_uri": destination.dest_uri,
        "permalink": destination.permalink,
        "second_dest_uri": destination.second_dest_uri,
        "tags": tags,
        "teaser": take_teaser(fields),
        "hero": take_hero(fields),
        "excerpt": excerpt,
        "description": fields.take_text_unless_off("description") or excerpt,
        "held_back": publication.held_back,
        "appears": publication.appears,
        "expires": publication.expires,
        "link": take_link(reading, destination),
        "old_urls": old_urls.take(),
        "new_url": new_url.text if new_url else None,
        "unlisted": unlisted,
        "robots": in_preview(robots, is_held_back=is_held_back) if reading.settings.preview else robots,
        "video_url": fields.take_url("video_url") or take_recording(fields),
        "slides_url": fields.take_url("slides_url"),
        "paper_url": fields.take_url("paper_url"),
        "code_url": fields.take_url("code_url"),
        "bibtex_url": fields.take_url("bibtex_url"),
        "citation": _take_words(fields, "citation"),
        "toc_label": _take_words(fields, "toc_label"),
        "papers": tuple(_take_papers(fields)),
        "feed_id": fields.take_line("feed_id"),
        "meta": meta,
        "as_written": as_written(fields.values, meta),
        "has_materials_ids": is_of_both(reading) and not destination.permalink,
        "braces_are_text": braces_are_text(reading),
        "body": reading.head.body,
        "body_line": reading.head.body_line,
        "places": reading.head.places,
    }


def _take_papers(fields: Fields) -> Iterator[Mention]:
    """The papers that are named by their keys; what is no text is somebody else's."""
    found = fields.find("papers")
    for item in fields.each(found) if found else ():
        if isinstance(item.value, str):
            yield Mention(id=item.value.strip(), place=item.place)


def _take_words(fields: Fields, field: str) -> str | None:
    """The text of a field that some themes have for a flag or a mapping."""
    found = fields.find(field)
    return fields.text_of(found) if found and isinstance(found.value, str) else None


def _take_title(reading: Reading) -> Title:
    return title_of(
        reading.fields.take_title(),
        reading.head.body,
        reading.name,
        dialect=reading.dialect,
        draft_prefixes=reading.settings.draft_title_prefixes,
    )


def _take_authors(reading: Reading) -> tuple[Author, ...]:
    slug_of = partial(slug_of_label, options=reading.settings)
    own = take_authors(reading.fields, reading.authors, dialect=reading.dialect, slug_of=slug_of)
    names_nobody = not any(reading.fields.find(field) for field in ("authors", "author"))
    return site_author(reading.site_author, reading.authors, slug_of) if names_nobody else own


def _shows_reading_time(reading: Reading, reading_time: int | None) -> bool:
    wanted = reading.fields.take_flag("shows_reading_time")
    return wanted if wanted is not None else reading.settings.post_readtime or bool(reading_time)


def _take_links(fields: Fields) -> list[Any] | None:
    """The references beside the text; of a mapping, each pair is one, as in Material."""
    found = fields.find("links")
    if found and isinstance(found.value, Mapping):
        return [{title: item} for title, item in found.value.items()]
    return fields.take_list("links")


def _take_mentions(fields: Fields) -> tuple[Mention, ...]:
    words = fields.take_names("talks", whole=True)
    return tuple(_mention_of(word) for word in words)


def _mention_of(word: Word) -> Mention:
    """The talk that is named by its id, its file or its URL."""
    path = PurePosixPath(_ENDING.sub("", word.text.strip("/")))
    path = path.parent if path.name == "index" and path.parent.name else path
    return Mention(id=path.name, path=str(path) if path.name != str(path) else "", place=word.place)
