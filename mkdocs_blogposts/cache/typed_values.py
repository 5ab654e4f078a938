"""Values of certain classes as JSON, and the same values from that again.

Nothing is made but what is asked for by the classes given here, so that what is read can run nothing.
"""

from __future__ import annotations

import dataclasses
import sys
from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
from enum import Enum
from operator import attrgetter
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from markupsafe import Markup

from ..light_dataclasses import dataclass

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    Tell = Callable[[Any], Any]
    Know = Callable[[list[Any]], Any]

_AS_THEY_ARE = frozenset({type(None), bool, int, float, str})


class UntoldError(Exception):
    """A value that can't be told so that it is the same again."""


@dataclass(frozen=True, slots=True)
class TypedValues:
    """Tells values, and knows them again."""

    _tell: Mapping[type, Tell]
    """What makes JSON of a value, by its class."""
    _know: Mapping[str, Know]
    """What makes a value of JSON, by the mark in front of it."""

    @classmethod
    def of(cls, kinds: Iterable[type]) -> TypedValues:
        """Those of some dataclasses and enumerations, and of what YAML has."""
        tell: dict[type, Tell] = {}
        know: dict[str, Know] = {}
        values = cls(tell, know)
        told, known = values.tell, values.know_each
        tell[list] = lambda value: ["list", *map(told, value)]
        know["list"] = known
        tell[tuple] = lambda value: ["tuple", *map(told, value)]
        know["tuple"] = lambda parts: tuple(known(parts))
        tell[dict] = lambda value: ["dict", [*map(told, value)], [*map(told, value.values())]]
        know["dict"] = lambda parts: dict(zip(map(_shared, known(parts[0])), known(parts[1]), strict=True))
        tell[Markup] = lambda value: ["markup", str(value)]
        know["markup"] = lambda parts: Markup(parts[0])
        tell[date] = lambda value: ["date", value.isoformat()]
        know["date"] = lambda parts: date.fromisoformat(parts[0])
        tell[datetime] = lambda value: ["moment", *_told_moment(value)]
        know["moment"] = _known_moment
        for number, kind in enumerate(kinds):
            mark = f"{number}"
            if issubclass(kind, Enum):
                tell[kind], know[mark] = _of_enumeration(kind, mark)
            else:
                tell[kind], know[mark] = _of_dataclass(kind, mark, values)
        return values

    def tell(self, value: Any) -> Any:
        """A value as JSON; `UntoldError` for one of a class that is not known here."""
        kind: Any = type(value)
        if kind in _AS_THEY_ARE:
            return value
        if kind not in self._tell:
            raise UntoldError(kind.__name__)
        return self._tell[kind](value)

    def know(self, told: Any) -> Any:
        """The value that `tell` has made into JSON."""
        return self._know[told[0]](told[1:]) if type(told) is list else told

    def know_each(self, told: Iterable[Any]) -> list[Any]:
        """The values that `tell` has made into JSON one by one."""
        kinds = self._know
        # Most of them are as they are, and need no call.
        return [kinds[part[0]](part[1:]) if type(part) is list else part for part in told]


def _shared(key: Any) -> Any:
    """A key that all mappings have once, and not each of them."""
    return sys.intern(key) if type(key) is str else key


def _of_enumeration(kind: type[Enum], mark: str) -> tuple[Tell, Know]:
    return lambda value: [mark, value.name], lambda parts: kind[parts[0]]


def _of_dataclass(kind: Any, mark: str, values: TypedValues) -> tuple[Tell, Know]:
    names = [each.name for each in dataclasses.fields(kind)]
    parts_of, told, known = _parts(names), values.tell, values.know_each

    def know(parts: list[Any]) -> Any:
        return kind(**dict(zip(names, known(parts), strict=True)))

    return lambda value: [mark, *map(told, parts_of(value))], know


def _parts(names: list[str]) -> Callable[[Any], Iterable[Any]]:
    if len(names) == 1:
        return lambda value: (getattr(value, names[0]),)
    return attrgetter(*names)


def _told_moment(value: datetime) -> Iterable[Any]:
    yield value.replace(tzinfo=None).isoformat()
    yield value.fold
    zone = value.tzinfo
    if zone is None:
        yield None
    elif type(zone) is ZoneInfo and zone.key:
        yield zone.key
    elif type(zone) is timezone and repr(zone) == repr(timezone(offset := zone.utcoffset(None))):
        yield offset.total_seconds()
    else:
        raise UntoldError(str(zone))


def _known_moment(parts: list[Any]) -> datetime:
    moment, fold, zone = parts
    return datetime.fromisoformat(moment).replace(fold=fold, tzinfo=_known_zone(zone))


def _known_zone(told: Any) -> tzinfo | None:
    if isinstance(told, str):
        return ZoneInfo(told)
    return None if told is None else timezone(timedelta(seconds=told)) if told else UTC
