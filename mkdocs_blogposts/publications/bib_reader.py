"""Reads a file of BibTeX; what is wrong in it is told, and all else is taken."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ..content.doi import doi_of
from ..faults import Kind, Place
from ..light_dataclasses import dataclass
from .bibliography import Contributor, Paper
from .bibtex_entry import bibtex_of
from .latex import EN_DASH, html_of, text_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pybtex.scanner import PybtexSyntaxError

    from ..faults import Faults

_NO_ENTRIES = frozenset({"string", "preamble", "comment"})
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_YEAR = re.compile(r"\b\d{4}\b")
_DATE = re.compile(r"(\d{4})(?:-(\d{1,2}))?\b")
_ARXIV = re.compile(r"(?:arxiv:)?(\d{4}\.\d{4,5}(?:v\d+)?|[a-z-]+(?:\.[A-Z]{2})?/\d{7})", re.IGNORECASE)
_ADDRESS = re.compile(r"https?://[^\"'<>{}\s]+", re.IGNORECASE)
_BETWEEN_TAGS = re.compile(r"\s*[,;]\s*")
_VENUES = (
    *("journal", "journaltitle", "booktitle", "school", "institution", "publisher"),
    *("howpublished", "organization"),
)
"""What may tell where something appeared; the first that is there does."""
_INHERITED = {"title": "booktitle", "subtitle": "booksubtitle"}
"""What a field of the whole is called in a part of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Entry:
    kind: str
    key: str
    fields: Mapping[str, str]
    """By name in small letters."""
    place: Place


def read_bibliography(text: str, path: str, faults: Faults) -> list[Paper]:
    """Every publication of a file, in its order; `ImportError` where pybtex is not there."""
    entries = list(_entries(text, path, faults))
    by_key = {entry.key.lower(): entry for entry in reversed(entries)}
    wholes = {entry.fields["crossref"].lower() for entry in entries if "crossref" in entry.fields}
    found: list[Paper] = []
    for entry in entries:
        if entry.key.lower() in wholes and "author" not in entry.fields:
            continue
        part_of = entry.fields.get("crossref", "")
        whole = by_key.get(part_of.lower())
        if part_of and whole is None:
            hint = "write the key of another entry of this file"
            _tell(faults, path, entry.place, f"'{entry.key}' is part of '{part_of}', which is not there", hint)
        fields = {**_of_whole(whole), **entry.fields} if whole else entry.fields
        if fields.get("title"):
            found.append(_publication(entry, fields, path, faults))
        else:
            _tell(faults, path, entry.place, f"'{entry.key}' has no title, so it is not shown", "add `title = {…},`")
    return found


def _entries(text: str, path: str, faults: Faults) -> Iterator[_Entry]:
    from pybtex.database.input.bibtex import LowLevelParser, UndefinedMacro, month_names  # noqa: PLC0415  # of the extra
    from pybtex.utils import CaseInsensitiveDict  # noqa: PLC0415

    def tell(error: PybtexSyntaxError) -> None:
        place = Place(getattr(error, "lineno", None) or 1)
        name = error.args[0]
        braces = f"write `{{{name}}}` if it is a text, or `@string{{{name} = {{…}}}}` above it"
        hint = braces if isinstance(error, UndefinedMacro) else "all that can be read of the file is shown"
        _tell(faults, path, place, f"{error.error_type}: {name}", hint)

    parser = LowLevelParser(text, handle_error=tell, macros=CaseInsensitiveDict(month_names))
    keys: dict[str, Place] = {}
    for command, content in parser:
        if command.lower() in _NO_ENTRIES or content[0] is None:
            continue
        place = Place.at(text, parser.command_start)
        key = str(content[0])
        if first := keys.get(key.lower()):
            hint = "give each entry a key of its own"
            _tell(faults, path, place, f"the key '{key}' is already used on line {first.line}", hint)
        keys.setdefault(key.lower(), place)
        fields: dict[str, str] = {}
        for name, parts in content[1]:
            fields.setdefault(name.lower(), " ".join("".join(parts).split()))
        yield _Entry(kind=command.lower(), key=key, fields=fields, place=place)


def _tell(faults: Faults, path: str, place: Place, message: str, hint: str) -> None:
    faults.add(Kind.PUBLICATION, path, f"publications: {message}", place=place, hint=hint)


def _of_whole(whole: _Entry) -> dict[str, str]:
    """What a part takes from the proceedings or the book that it stands in."""
    passed = {name: value for name, value in whole.fields.items() if name not in {"author", "doi", "url", "pages"}}
    return {_INHERITED.get(name, name): value for name, value in passed.items()}


def _publication(entry: _Entry, fields: Mapping[str, str], path: str, faults: Faults) -> Paper:
    names = fields.get("author") or entry.fields.get("editor") or ""
    contributors, has_others = _contributors(names, entry, path, faults)
    when, month = _when(fields)
    title = ": ".join(filter(None, (fields["title"], fields.get("subtitle"))))
    addresses = _addresses(fields)
    doi = doi_of(text_of(fields.get("doi", ""))) or doi_of(addresses.get("page", ""))
    if doi and doi_of(addresses.get("page", "")) == doi:
        del addresses["page"]
    if fields.get("doi") and not doi:
        _tell(
            faults,
            path,
            entry.place,
            f"'{entry.key}' has a doi that is not a DOI",
            "write `doi = {10.5281/zenodo.1234567},`",
        )
    return Paper(
        key=entry.key,
        kind=entry.kind,
        title=html_of(title),
        contributors=contributors,
        has_others=has_others,
        venue=_venue(fields),
        when=when,
        month=month,
        doi=doi,
        addresses=addresses,
        tags=tuple(filter(None, _BETWEEN_TAGS.split(text_of(fields.get("keywords", ""))))),
        is_selected=fields.get("selected", "").lower() in {"true", "yes", "1"},
        bibtex=bibtex_of(entry.kind, entry.key, fields),
        path=path,
        place=entry.place,
    )


def _contributors(names: str, entry: _Entry, path: str, faults: Faults) -> tuple[tuple[Contributor, ...], bool]:
    from pybtex.bibtex.utils import split_name_list  # noqa: PLC0415  # of the extra
    from pybtex.database import InvalidNameString, Person  # noqa: PLC0415

    found: list[Contributor] = []
    has_others = False
    for name in split_name_list(names) if names else ():
        if name.strip().lower() == "others":
            has_others = True
            continue
        try:
            person = Person(name)
        except InvalidNameString:
            hint = "write `Last, First and Last, First`"
            _tell(faults, path, entry.place, f"'{entry.key}' has a name that cannot be read: '{name}'", hint)
            found.append(Contributor(given="", family=text_of(name)))
            continue
        family = (*person.prelast_names, *person.last_names, *person.lineage_names)
        given = (*person.first_names, *person.middle_names)
        found.append(Contributor(given=text_of(" ".join(given)), family=text_of(" ".join(family))))
    return tuple(found), has_others


def _when(fields: Mapping[str, str]) -> tuple[str, int]:
    date = _DATE.match(fields.get("date", ""))
    if date and not fields.get("year"):
        return date[1], int(date[2] or 0)
    text = text_of(fields.get("year") or fields.get("date") or fields.get("pubstate") or "")
    year = _YEAR.search(text)
    month = text_of(fields.get("month", "")).strip().lower()
    number = int(month) if month.isdecimal() and len(month) <= len("12") else 0
    return year[0] if year else text, number or next((n for n, each in enumerate(_MONTHS, 1) if month[:3] == each), 0)


def _venue(fields: Mapping[str, str]) -> str:
    """Where it appeared: the journal with volume and pages, the proceedings, the school."""
    name = html_of(next((fields[each] for each in _VENUES if fields.get(each)), ""))
    volume = html_of(fields.get("volume", ""))
    number = html_of(fields.get("number", "") or fields.get("issue", ""))
    numbers = f"{volume}({number})" if volume and number else volume or number
    pages = re.sub(r"(?<=\d)\s*-+\s*(?=\d)", EN_DASH, html_of(fields.get("pages", "")))
    named = f"<em>{name}</em>" if name else ""
    if not named and (arxiv := _arxiv(fields)):
        return f"arXiv:{arxiv}"
    return ", ".join(filter(None, (" ".join(filter(None, (named, numbers))), pages)))


def _arxiv(fields: Mapping[str, str]) -> str:
    kind = (fields.get("archiveprefix") or fields.get("eprinttype") or "arxiv").lower()
    found = _ARXIV.fullmatch(fields.get("arxiv") or fields.get("eprint") or "") if kind == "arxiv" else None
    return found[1] if found else ""


def _addresses(fields: Mapping[str, str]) -> dict[str, str]:
    """Where it leads, by the names that al-folio has for it."""
    arxiv = _arxiv(fields)
    url = _url(fields, "url", "html", "website")
    pdf = _url(fields, "pdf")
    if not pdf and url.lower().partition("?")[0].endswith(".pdf"):
        pdf, url = url, ""
    found = {
        "page": url,
        "paper": pdf,
        "arxiv": f"https://arxiv.org/abs/{arxiv}" if arxiv else "",
        "code": _url(fields, "code"),
        "slides": _url(fields, "slides"),
        "video": _url(fields, "video"),
    }
    return {kind: address for kind, address in found.items() if address}


def _url(fields: Mapping[str, str], *names: str) -> str:
    """The first address of these fields, be it in a link of HTML or in LaTeX."""
    found = next((fields[name] for name in names if fields.get(name)), "")
    plain = text_of(found) if "\\" in found else found
    within = _ADDRESS.search(plain)
    return within[0] if within else plain.strip("{}").replace(" ", "")
