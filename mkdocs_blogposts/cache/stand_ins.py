"""What stands in a page for its own parts, while all that templates put around these is made.

A template may print it, hand it to a filter, and ask whether it is there; each of these is noted, to be done with the
parts of other pages. Asked for anything else, upon which it might show something else, it refuses.
"""

from __future__ import annotations

from contextlib import contextmanager
from functools import wraps
from itertools import islice
from typing import TYPE_CHECKING, Any

from jinja2.runtime import Context

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    import jinja2
    from mkdocs.structure.pages import Page

    Values = Mapping[str, Any]
    Part = Callable[[Values], Any]
    """Gives a part of a page, from the context in which that is rendered."""

_OF_GIT = frozenset({"git_revision_date_localized", "git_creation_date_localized", "git_site_revision_date_localized"})
_DATES = ("date", "datetime", "datetime-timezone", "iso_date", "iso_datetime", "timeago", "custom")
OWN_META = frozenset({"title", "description", "author", *_OF_GIT})
"""Metadata of which each page has its own."""
UNSEEN_META = frozenset(
    {
        *("date", "categories", "category", "tags", "tag", "authors", "slug", "links", "draft", "pin", "readtime"),
        *("permalink", "layout", "excerpt", "summary", "last_modified_at", "updated", "redirect_from", "aliases"),
        *("series", "talks", "header", "teaser", "image", "cover"),
        *(f"{name}_{part}" for name in _OF_GIT for part in ("hash", "tag", *(f"raw_{date}" for date in _DATES))),
    }
)
"""Metadata of which each page has its own as well, and that no template of Material or MaterialX asks for."""
OWN = frozenset({"title", "content", "canonical_url", "abs_url", "first_address", "nav_title", "name", "edit_url"})
OWN |= {"_shown_name", "_title_from_render", "meta", "config", "authors", "text", "address"}
"""Attributes of a page that say which one it is."""

_OF_PAGES = ("title", "content", "canonical_url", "edit_url")
_NEIGHBOURS = ("previous_page", "next_page")
_READTIME = ("config", "readtime")
"""Of which templates ask whether the noun that follows is singular."""
_OF_AUTHORS = ("name", "avatar", "url", "description")

_SURE_OF = frozenset({"defined", "undefined", "none"})
"""Tests that give the same of a text and of what stands for it."""
_MARK = "\ue000"
"""How all that marks a part in the HTML begins."""
_LOOKED_FOR: Mapping[str, str] = {"content": "<h1", "edit_url": "/blob/"}
"""What templates look for in some attributes of a page."""


class AsksMoreError(Exception):
    """A template asks for what only the page itself can answer."""


def _refuse(*_: object) -> Any:
    raise AsksMoreError


class Text:
    """Stands for a text that is not empty."""

    __slots__ = ("_known", "_mark", "_part")

    def __init__(self, mark: str, part: Part, known: Mapping[object, bool] | None = None) -> None:
        self._mark = mark
        self._part = part
        self._known = known or {}
        """Whether some texts are in it, or whether it is some number."""

    def __str__(self) -> str:
        return self._mark

    def __bool__(self) -> bool:
        return True

    def __contains__(self, text: str) -> bool:
        return self._known[text] if text in self._known else _refuse()

    def __eq__(self, other: object) -> bool:
        return self._known[other] if isinstance(other, int) and other in self._known else _refuse()

    __html__ = __getattr__ = __getitem__ = __iter__ = __len__ = __int__ = __float__ = _refuse
    __ne__ = __lt__ = __le__ = __gt__ = __ge__ = __add__ = __radd__ = __mod__ = __mul__ = __rmul__ = _refuse
    __format__ = __call__ = _refuse
    __hash__ = _refuse


class _Made(Text):
    """Stands for what a filter makes, which may be nothing."""

    __slots__ = ()
    __bool__ = _refuse


class _Item:
    """Stands for something with a few attributes."""

    def __init__(self, **known: Any) -> None:
        vars(self).update(known)

    __getattr__ = __eq__ = _refuse
    __hash__ = None  # type: ignore[assignment]


class _Toc:
    """Stands for a table of contents, of which all pages of this shape have a first entry."""

    def __init__(self, first: _Item) -> None:
        self._first = first

    def __iter__(self) -> Iterator[_Item]:
        yield self._first
        _refuse()

    def __bool__(self) -> bool:
        return True

    __len__ = __getattr__ = __getitem__ = __contains__ = __eq__ = _refuse
    __hash__ = None  # type: ignore[assignment]


class _Unseen:
    """Stands for what no template is to look at."""

    __bool__ = __str__ = __repr__ = __html__ = __getattr__ = __getitem__ = __contains__ = __iter__ = __len__ = _refuse
    __eq__ = __ne__ = __lt__ = __le__ = __gt__ = __ge__ = __add__ = __radd__ = __call__ = __format__ = _refuse
    __hash__ = None  # type: ignore[assignment]


class _Meta(dict[str, Any]):
    """Stands for the metadata of a page, of which it tells what others of this shape have, too."""

    def __init__(self, meta: Mapping[str, Any], own: Mapping[str, Any]) -> None:
        super().__init__({**meta, **own, **dict.fromkeys(UNSEEN_META, _Unseen())})
        self._is_empty = not meta

    def __bool__(self) -> bool:
        return not self._is_empty

    def __contains__(self, name: object) -> bool:
        return _refuse() if name in UNSEEN_META else super().__contains__(name)

    __iter__ = __len__ = keys = values = items = __eq__ = copy = _refuse
    __hash__ = None


class Sheet:
    """All that stands for parts of one page; its number in this list is what marks each in the HTML."""

    def __init__(self, leads_alike: Callable[[str], bool]) -> None:
        self.parts: list[Part] = []
        self.leads_alike = leads_alike
        """Whether links to a path are the same on all pages of this shape."""

    def text(self, part: Part, known: Mapping[object, bool] | None = None) -> Text:
        """What stands for a part."""
        return Text(self.mark(part), part, known)

    def mark(self, part: Part) -> str:
        """What marks a part in the HTML, with letters that no page has."""
        self.parts.append(part)
        return f"{_MARK}{len(self.parts) - 1}\ue001"

    @contextmanager
    def noting_filters(self, env: jinja2.Environment) -> Iterator[None]:
        """Note what is done by filters, to do the same with the parts of other pages."""
        filters, tests = dict(env.filters), dict(env.tests)
        env.filters.update({name: self._later(function) for name, function in filters.items()})
        env.tests.update({name: _sure(function, name) for name, function in tests.items()})
        try:
            yield
        finally:
            env.filters.update(filters)
            env.tests.update(tests)

    def _later(self, function: Callable[..., Any]) -> Callable[..., Any]:
        is_of_jinja = (getattr(function, "__module__", None) or "").startswith("jinja2.")

        @wraps(function)
        def later(*args: Any, **kwargs: Any) -> Any:
            knows_page = any(isinstance(each, Context) for each in args)
            if not _has_text(args, kwargs) and (is_of_jinja or not knows_page or self._is_alike(args)):
                return function(*args, **kwargs)
            if is_of_jinja and knows_page:
                _refuse()  # it asks more of a context than what is in it

            def part(values: Values) -> Any:
                real = {name: _real(each, values) for name, each in kwargs.items()}
                return function(*(_real(each, values) for each in args), **real)

            return _Made(self.mark(part), part)

        return later

    def _is_alike(self, args: tuple[Any, ...]) -> bool:
        return all(isinstance(each, Context) or self.leads_alike(str(each)) for each in args)

    @contextmanager
    def standing_in(self, page: Page, *, has_place: bool) -> Iterator[None]:
        """Have all parts of a page that are its own stood for, its place in the navigation among them if it has one."""
        kept = dict(vars(page))
        vars(page).update(self._own(page))
        if has_place and page.parent:
            page.parent = _Item()  # type: ignore[assignment]
        try:
            yield
        finally:
            vars(page).clear()
            vars(page).update(kept)

    def _own(self, page: Page) -> Iterator[tuple[str, Any]]:
        def of(*path: str | int) -> Any:
            """What stands for what lies at a path in a page; where that is nothing, it itself."""
            if not (there := _at(page, path)):
                return there
            known: dict[object, bool] = {}
            if looked_for := _LOOKED_FOR.get(str(path[-1])):
                known = {looked_for: looked_for in there}
            elif path == _READTIME:
                known = {1: there == 1}
            return self.text(lambda values: _at(values["page"], path), known)

        def each(*names: str, at: tuple[str | int, ...]) -> _Item:
            return _Item(**{name: of(*at, name) for name in names})

        yield from ((name, of(name)) for name in _OF_PAGES)
        yield "meta", _Meta(page.meta, {name: of("meta", name) for name in page.meta.keys() & OWN_META})
        for name in _NEIGHBOURS:
            if getattr(page, name, None):
                yield name, each("url", "title", at=(name,))
        yield "toc", _Toc(_Item(url=of("toc", 0, "url"))) if _has_toc(page) else []
        for name, told in (("categories", ("url", "title")), ("authors", _OF_AUTHORS)):
            yield name, [each(*told, at=(name, number)) for number in range(len(getattr(page, name, ())))]
        if _config_of(page):
            date = each("created", "updated", at=("config", "date"))
            yield "config", _Item(date=date, links=None, readtime=of(*_READTIME))


def _at(value: Any, path: tuple[str | int, ...]) -> Any:
    for name in path:
        if isinstance(name, int):
            value = next(islice(value, name, None), None)
        else:
            value = value.get(name) if isinstance(value, dict) else getattr(value, name, None)
    return value


def _config_of(page: Page) -> Any:
    config = vars(page).get("config")
    return config if hasattr(config, "date") else None


def shape_of(page: Page) -> list[Any] | None:
    """Which own parts a page has; `None` for one that is like no other."""
    config = _config_of(page)
    if not isinstance(page.content, str) or (config and config.links):
        return None
    return [
        [
            _has(page, *_OF_PAGES),
            _has_toc(page),
            [text in (_at(page, (name,)) or "") for name, text in _LOOKED_FOR.items()],
        ],
        [bool(page.meta), sorted(page.meta.keys() & OWN_META), _has(page.meta, *sorted(OWN_META))],
        [_has(getattr(page, name, None), "url", "title") for name in _NEIGHBOURS],
        [_has(category, "url", "title") for category in getattr(page, "categories", ())],
        [_has(author, *_OF_AUTHORS) for author in getattr(page, "authors", ())],
        config and [_has(config.date, "created", "updated"), _has(config, "readtime"), config.readtime == 1],
    ]


def _has(value: Any, *names: str) -> list[Any] | None:
    """Which of some attributes are there; what is nothing as it is, since a template may print it."""
    return None if value is None else [bool(part) or part for part in (_at(value, (name,)) for name in names)]


def _has_toc(page: Page) -> bool:
    return any(True for _ in page.toc)


def _has_text(args: tuple[Any, ...], kwargs: Mapping[str, Any]) -> bool:
    given = (*args, *kwargs.values())
    if any(isinstance(each, str) and _MARK in each for each in given):
        _refuse()  # it is put together of several
    return any(isinstance(each, Text) for each in given)


def _real(value: Any, values: Values) -> Any:
    """What a filter gets of another page in place of what it got here."""
    if isinstance(value, Text):
        return value._part(values)  # noqa: SLF001  # no attribute of it is to be found
    return values if isinstance(value, Context) else value


def _sure(function: Any, name: str) -> Callable[..., Any]:
    """A test of a template that refuses what it may find other than what is stood for."""
    unsure = _Unseen if name in _SURE_OF else (_Unseen, Text)

    @wraps(function)
    def sure(*args: Any, **kwargs: Any) -> Any:
        has_text = _has_text(args, kwargs)
        if any(isinstance(each, unsure) for each in args) or (has_text and name not in _SURE_OF):
            _refuse()
        return function(*args, **kwargs)

    return sure
