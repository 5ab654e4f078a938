"""Who wrote what: the authors file of Material or Jekyll, and the authors that a post names."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from ..faults import Faults, Kind, Level, shown
from ..frontmatter.dialects import Dialect
from ..frontmatter.fields import Fields, Found
from ..frontmatter.keys import AUTHOR_KEYS, AUTHOR_KEYS_OF_MATERIAL
from ..frontmatter.parser import parse_data
from ..frontmatter.plain_words import without_html
from ..frontmatter.unknown_keys import check_inner_keys
from ..late_patterns import late_pattern
from ..light_dataclasses import dataclass
from .author import Author

if TYPE_CHECKING:
    from ..frontmatter.source import Source

_HINT = "write `name: Jane Doe` below it"
_FEDIVERSE = late_pattern(r"@?[\w.-]+@[\w-]+(?:\.[\w-]+)+")


@dataclass(frozen=True, slots=True, kw_only=True)
class AuthorBook:
    """The authors that a site's authors file describes."""

    path: str
    """The file, as messages name it."""
    authors: Mapping[str, Author]
    """Every author by id, in the order of the file."""

    def find(self, text: str) -> Author | None:
        """The author with this id, or else with this name."""
        if text in self.authors:
            return self.authors[text]
        return next((author for author in self.authors.values() if author.name == text), None)

    def nearest(self, text: str) -> list[str]:
        """The ids that an author may have meant, the most likely first."""
        by_name = [id_ for id_, author in self.authors.items() if author.name.casefold() == text.casefold()]
        by_case = [id_ for id_ in self.authors if id_.casefold() == text.casefold()]
        near = difflib.get_close_matches(text, self.authors, n=3, cutoff=0.6)
        return list(dict.fromkeys([*by_name, *by_case, *near]))


def load_authors(source: Source | None, faults: Faults) -> AuthorBook | None:
    """The authors of an authors file; `None` where there is no file, or none that can be read."""
    head = parse_data(source, faults) if source else None
    if source is None or head is None:
        return None
    fields = Fields(head=head, faults=faults, path=source.path, keys=AUTHOR_KEYS, values=head.values)
    entries, prefix = head.values, ""
    if "authors" in head.values:
        found = fields.at("authors", head.values["authors"])
        entries, prefix = found.value or {}, "authors."
        if not isinstance(entries, Mapping):
            fields.reject(found, "ids with a name each", hint="write `jane: {name: Jane Doe}` below it")
            entries = {}
    authors = {}
    for id_, value in entries.items():
        name = f"{prefix}{id_}"
        if author := _load_author(id_, fields.at(name, value), fields, needs_name=bool(prefix)):
            authors[id_] = author
    return AuthorBook(path=source.path, authors=authors)


def joined(first: AuthorBook | None, second: AuthorBook | None) -> AuthorBook | None:
    """The authors of two books, under the name of the first, which is right where both know an id."""
    if first is None or second is None:
        return first or second
    return AuthorBook(path=first.path, authors={**second.authors, **first.authors})


def take_site_author(fields: Fields) -> Author | str | None:
    """Who has written whatever names nobody: an id or a name, or all that a site says of its author."""
    found = fields.find("author")
    if not found or found.value is False:
        return None
    if not isinstance(found.value, Mapping):
        return without_html(fields.text_of(found) or "") or None
    own = fields.within(found, AUTHOR_KEYS)
    name = own.take_plain_line("name")
    return _author(own, id_=None, name=name, slug=name) if name else None


def site_author(
    author: Author | str | None, book: AuthorBook | None, slug_of: Callable[[str], str]
) -> tuple[Author, ...]:
    """The author of a site as one of a post; the same person as whom an authors file has under this id or name."""
    name = author.name if isinstance(author, Author) else " ".join((author or "").split())
    if not name:
        return ()
    known = (book.find(name) if book else None) or Author(name=name, slug=slug_of(name))
    return (replace(author, id=known.id, slug=known.slug) if isinstance(author, Author) else known,)


def take_authors(
    fields: Fields, book: AuthorBook | None, *, dialect: Dialect, slug_of: Callable[[str], str]
) -> tuple[Author, ...]:
    """The authors that a post names: by id, by name, or in full."""
    found = fields.find("authors")
    must_be_known = found is not None and book is not None and dialect is Dialect.MATERIAL
    found = found or fields.find("author")
    if not found or found.value is False:
        return ()
    items = list(fields.items(found)) if isinstance(found.value, list) else list(_single(fields, found, book))
    authors = []
    for item in items:
        if isinstance(item.value, Mapping):
            author = _inline_author(fields.within(item, AUTHOR_KEYS), item, book, slug_of)
        else:
            author = _named_author(fields, item, book, slug_of, must_be_known=must_be_known)
        if author and author not in authors:
            authors.append(author)
    return tuple(authors)


def _single(fields: Fields, found: Found, book: AuthorBook | None) -> Iterator[Found]:
    """The value of a key for one author, or those whom it names between commas if all of them are known."""
    names = [name.strip() for name in found.value.split(",")] if isinstance(found.value, str) else []
    if book and len(names) > 1 and all(book.find(name) for name in names):
        yield from (fields.at(found.name, name) for name in names)
    else:
        if len(names) > 1 and found.name.endswith("authors") and all(names):
            hint = f"write `{found.name}: [{', '.join(names)}]` if they are several"
            fields.refuse(found, f"{shown(found.value)} counts as one author", hint=hint, level=Level.INFO)
        yield found


def _load_author(id_: str, found: Found, fields: Fields, *, needs_name: bool) -> Author | None:
    if isinstance(found.value, str):
        return Author(id=id_, name=without_html(found.value).strip() or id_, slug=_slug(id_))
    if not isinstance(found.value, Mapping):
        fields.reject(found, "a name and more", hint=_HINT)
        return None
    check_inner_keys(found, fields, {name: (name,) for name in AUTHOR_KEYS_OF_MATERIAL})
    own = fields.within(found, AUTHOR_KEYS)
    name = own.take_plain_line("name")
    if not name and needs_name and not own.find("name"):
        fields.refuse(found, "has no name", hint=_HINT)
    more = (
        {str(key): value for key, value in own.values.items() if key not in AUTHOR_KEYS_OF_MATERIAL}
        if needs_name
        else {}
    )
    return _author(own, id_=id_, name=name or id_, slug=id_, more=more)


def _inline_author(own: Fields, item: Found, book: AuthorBook | None, slug_of: Callable[[str], str]) -> Author | None:
    name = own.take_plain_line("name")
    if not name:
        id_ = own.take_line("id")
        if book and id_ and id_ in book.authors:
            return book.authors[id_]
        if not own.find("name"):
            own.refuse(item, "has no name", kind=Kind.AUTHOR, hint=_HINT, level=Level.WARNING)
        return None
    return _author(own, id_=None, name=name, slug=slug_of(name))


def _named_author(
    fields: Fields, item: Found, book: AuthorBook | None, slug_of: Callable[[str], str], *, must_be_known: bool
) -> Author | None:
    text = fields.text_of(item)
    if not text:
        return None
    text = " ".join(without_html(text).split())
    known = None
    if book:
        known = book.authors.get(text) if must_be_known else book.find(text)
    if known or not must_be_known or not book:
        return known or Author(name=text, slug=slug_of(text))
    near = book.nearest(text)
    hint = f"did you mean '{near[0]}'?" if near else f"add `{text}: {{name: …}}` to the file"
    fields.refuse(item, f"{shown(text)} is not in {book.path}", kind=Kind.AUTHOR, hint=hint)
    return None


def _author(own: Fields, *, id_: str | None, name: str, slug: str, more: Mapping[str, Any] | None = None) -> Author:
    found = {name: own.find(name) for name in ("url", "avatar", "slug")}
    slug = own.take_line("slug") or slug
    safe = _slug(slug)
    if safe != slug and (place := found["slug"]):
        message = f"{shown(slug)} cannot be part of a URL as it is, so it is {shown(safe)}"
        own.refuse(place, message, kind=Kind.PERMALINK, level=Level.INFO)
    description = own.take_text("description")
    return Author(
        id=id_,
        name=name,
        description=" ".join(without_html(description).split()) if description else None,
        avatar=own.take_picture_url("avatar"),
        slug=safe,
        url=own.take_url("url"),
        links=_take_links(own),
        biography=own.take_text("biography"),
        portraits=_take_portraits(own),
        fediverse=_take_fediverse(own),
        more=more or {},
        path=own.path,
        places={name: each.place for name, each in found.items() if each and each.place},
    )


def _take_links(own: Fields) -> tuple[str, ...]:
    """The pages of the web among the links of an author, which may be mappings with a `url` each."""
    found = own.find("links")
    items = own.each(found) if found else ()
    urls = (
        own.within(item, AUTHOR_KEYS).take_url("url") if isinstance(item.value, Mapping) else own.url_of(item)
        for item in items
    )
    return tuple(dict.fromkeys(url for url in urls if url and url.startswith(("https://", "http://"))))


def _take_portraits(own: Fields) -> tuple[str, ...]:
    """The addresses of pictures, one or several."""
    found = own.find("portraits")
    items = own.each(found) if found else ()
    return tuple(url for item in items if (url := own.picture_url_of(item)))


def _take_fediverse(own: Fields) -> str | None:
    """An address of the fediverse, with the `@` in front that YAML wants quotes for."""
    found = own.find("fediverse")
    text = own.text_of(found) if found else None
    if not found or not text:
        return None
    if not _FEDIVERSE.fullmatch(text):
        hint = 'write `"@jane@mastodon.social"`'
        own.refuse(found, f"{shown(text)} is not an address in the fediverse", hint=hint, level=Level.WARNING)
        return None
    return f"@{text.removeprefix('@')}"


def _slug(text: str) -> str:
    """A slug that stays a single name, whatever the file says."""
    slug = text.replace("\\", "-").replace("/", "-").strip(".")
    return slug or "author"
