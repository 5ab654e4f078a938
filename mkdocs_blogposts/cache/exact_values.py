"""Values as plain ones that no other value has, whatever Python takes for equal: `1` and `true`, a moment in any zone.

What a value of an unknown kind says of itself, such as where in memory it is, tells nothing of what it is: it has none.
"""

from __future__ import annotations

import dataclasses
from collections import Counter, OrderedDict, defaultdict
from datetime import date, datetime, time, timedelta
from enum import Enum
from functools import partial
from itertools import chain
from operator import attrgetter
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from .fingerprint import UnknownError, describe_function
from .store import digest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

_AS_THEY_ARE = frozenset({type(None), bool, int, float, str})
_MAPPINGS = (dict, OrderedDict, defaultdict, Counter, MappingProxyType)


def exact(value: Any) -> Any:
    """A value as plain ones; `UnknownError` for one of a kind that is not known here."""
    return value if type(value) in _AS_THEY_ARE else _MAKE[type(value)](value)


def exact_digest(value: Any) -> str | None:
    """The digest of a value; `None` where it has none that can be known."""
    try:
        return digest(exact(value))
    except (UnknownError, RecursionError):
        return None


def comparable(value: Any) -> object:
    """The digest of a value; of one that has none, what is never like anything."""
    return exact_digest(value) or object()


class _Makers(dict[type, "Callable[[Any], Any]"]):
    """What makes plain values of all those of a kind, once they are asked for."""

    def __missing__(self, kind: type) -> Callable[[Any], Any]:
        maker = self[kind] = _maker(kind)
        return maker


_MAKE = _Makers()


def _maker(kind: Any) -> Callable[[Any], Any]:
    """What makes plain values of all those of a kind, with its name in front."""
    name = f"{kind.__module__}.{kind.__qualname__}"
    if kind is tuple:  # the only values that are told without their name
        return lambda value: tuple(_each(value)) if value else value
    if kind in _MAPPINGS:
        return lambda value: [name, *_pairs(value)]
    if kind in _MAKERS:
        make = _MAKERS[kind]
        return lambda value: [name, *make(value)]
    if issubclass(kind, Enum):
        return lambda value: [name, value.name]
    if dataclasses.is_dataclass(kind):
        # Others say where something was found, for messages.
        return _of_fields(name, [field.name for field in dataclasses.fields(kind) if field.compare])
    return describe_function


def _of_fields(name: str, names: list[str]) -> Callable[[Any], Any]:
    if len(names) < 2:  # noqa: PLR2004  # of which `attrgetter` gives no tuple
        return lambda value: [name, *(exact(getattr(value, field)) for field in names)]
    parts = attrgetter(*names)
    return lambda value: [name, *_each(parts(value))]


def _each(values: Iterable[Any]) -> list[Any]:
    # Most of them are as they are, and need no call.
    return [value if type(value) in _AS_THEY_ARE else _MAKE[type(value)](value) for value in values]


def _pairs(value: Mapping[Any, Any]) -> list[Any]:
    # The order counts as well, since templates go through mappings.
    return _each(chain.from_iterable(value.items()))


def _moment(value: datetime | time) -> Iterable[Any]:
    return (value.isoformat(), (str(value.tzinfo), value.fold))


_MAKERS: Mapping[type, Callable[[Any], Iterable[Any]]] = {
    list: _each,
    set: lambda value: sorted(_each(value), key=digest),
    frozenset: lambda value: sorted(_each(value), key=digest),
    bytes: lambda value: [value.hex()],
    Markup: lambda value: [str(value)],
    date: lambda value: (value.isoformat(),),
    datetime: _moment,
    time: _moment,
    timedelta: lambda value: [value.days, value.seconds, value.microseconds],
    partial: lambda value: map(exact, (value.func, value.args, value.keywords)),
}
