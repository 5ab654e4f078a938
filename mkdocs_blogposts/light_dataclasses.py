"""Dataclasses as the standard library has them, each made in a tenth of the time.

A build begins with some 180 of them, and the standard library compiles six functions for each, which is a seventh of
the time that a small site takes. Here `__init__` is compiled only once there are many objects, and what hardly anybody
asks for is taken from the standard library when somebody does. What is not plain is all its own, and so is what has
other bases than `Generic`, or one that was made here with the same options.
"""

from __future__ import annotations

import dataclasses
from dataclasses import MISSING, Field, FrozenInstanceError, field
from inspect import get_annotations
from operator import attrgetter, ge, gt, le, lt
from typing import TYPE_CHECKING, Any, Generic
from weakref import WeakKeyDictionary

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from dataclasses import dataclass
else:

    def dataclass(cls: type | None = None, /, **options: bool) -> Any:
        """What `dataclasses.dataclass` gives."""
        if cls is None:
            return lambda cls: dataclass(cls, **options)
        return _made(cls, options) if _is_plain(cls, options) else dataclasses.dataclass(cls, **options)


__all__ = ["dataclass", "field"]

_PLAIN = {"eq", "frozen", "kw_only", "order", "slots"}
"""Options that are known here."""
_BASES = {(object,), (Generic,)}
"""What a class may have below it, if that was not made here."""
_ORDERS = {"__lt__": lt, "__le__": le, "__gt__": gt, "__ge__": ge}
_NOT_OWN = {"__init__", "__eq__", "__hash__", "__repr__", "__setattr__", "__delattr__", "__slots__"} | _ORDERS.keys()
"""What a class has not written itself, if it is to be known here."""
_NO_FIELDS = ("ClassVar", "InitVar", "KW_ONLY")
"""What annotates anything but a field."""
_FIELDS_ONLY = dict.fromkeys(("init", "repr", "eq", "order", "frozen", "slots"), False)
_FEW = 20
"""Objects that are made sooner than a function that makes them is compiled."""
_ON_DEMAND = ("__repr__", "__getstate__", "__setstate__", "__dataclass_fields__", "__dataclass_params__")


_MADE: WeakKeyDictionary[type, tuple[dict[str, Any], dict[str, Any], Mapping[str, bool]]] = WeakKeyDictionary()
"""The classes made here, each with types of its fields, with what the code has behind their `=`, and its options."""


def _is_plain(cls: type, options: Mapping[str, bool]) -> bool:
    kinds = map(str, get_annotations(cls).values())
    return (
        options.keys() <= _PLAIN
        and options.get("eq", True) >= options.get("order", False)
        and (cls.__bases__ in _BASES or _has_plain_base(cls, options))
        and not _NOT_OWN & vars(cls).keys()
        and not any(mark in kind for kind in kinds for mark in _NO_FIELDS)
    )


def _has_plain_base(cls: type, options: Mapping[str, bool]) -> bool:
    base, *others = cls.__bases__
    return not others and base in _MADE and _MADE[base][2] == options


class OnDemand:
    """A part of a class that the standard library makes when somebody asks for it."""

    def __init__(self, name: str, twin: Callable[..., type]) -> None:
        self.name = name
        self.twin = twin

    def __get__(self, instance: object, owner: type) -> Any:
        holder = next(cls for cls in owner.__mro__ if vars(cls).get(self.name) is self)
        # Fields are told without any method being compiled.
        twin = self.twin(**_FIELDS_ONLY) if self.name == "__dataclass_fields__" else self.twin()
        setattr(holder, self.name, getattr(twin, self.name))
        return getattr(owner if instance is None else instance, self.name)


def _made(cls: type, options: Mapping[str, bool]) -> type:
    """The class with what makes it a dataclass."""
    body = {name: part for name, part in vars(cls).items() if name not in ("__dict__", "__weakref__")}
    own = get_annotations(cls)
    below, given_below, _ = _MADE.get(cls.__bases__[0], ({}, {}, {}))
    annotations = below | own
    given = given_below | {name: body.pop(name) for name in own if name in body}
    fields: dict[str, Field[Any]] = {}
    for name in annotations:
        value = given.get(name, MISSING)
        fields[name] = value if isinstance(value, Field) else field(default=value)
        if fields[name].default is not MISSING and not options.get("slots"):
            body[name] = fields[name].default

    def twin(**fewer: bool) -> type:
        parts = {"__annotations__": annotations, "__doc__": cls.__doc__, "__module__": cls.__module__, **given}
        return dataclasses.dataclass(**{**options, **fewer})(type(cls.__name__, (), parts))

    positional = () if options.get("kw_only") else fields
    body |= {name: OnDemand(name, twin) for name in _ON_DEMAND}
    body["__match_args__"] = tuple(name for name in positional if fields[name].init)
    if options.get("slots"):
        body["__slots__"] = tuple(name for name in own if name not in below)
    made = type(cls)(cls.__name__, cls.__bases__, body)
    made.__qualname__ = cls.__qualname__
    if options.get("frozen"):
        _freeze(made, fields)
    if options.get("eq", True):
        compared = {name: each for name, each in fields.items() if each.compare}
        _compare(made, list(compared), [name for name, each in compared.items() if each.hash is not False], options)
    _begin(made, fields, options)
    _MADE[made] = annotations, given, options
    return made


def _freeze(made: Any, fields: Mapping[str, Field[Any]]) -> None:
    """Let nobody change the fields of an object."""

    def refuse(self: object, name: str, value: object) -> None:
        if type(self) is made or name in fields:
            raise FrozenInstanceError(f"cannot assign to field {name!r}")
        super(made, self).__setattr__(name, value)

    def keep(self: object, name: str) -> None:
        if type(self) is made or name in fields:
            raise FrozenInstanceError(f"cannot delete field {name!r}")
        super(made, self).__delattr__(name)

    made.__setattr__, made.__delattr__ = refuse, keep


def _compare(made: Any, names: list[str], hashed: list[str], options: Mapping[str, bool]) -> None:
    """Let two objects be equal where all that counts is, and less or more by the same."""
    values, values_of_hash = _values(names), _values(hashed)

    def is_equal(self: object, other: object) -> bool:
        return values(self) == values(other) if other.__class__ is self.__class__ else NotImplemented

    def hash_of(self: object) -> int:
        return hash(values_of_hash(self))

    def ordered(compare: Callable[[Any, Any], bool]) -> Callable[[object, object], bool]:
        return lambda self, other: (
            compare(values(self), values(other)) if other.__class__ is self.__class__ else NotImplemented
        )

    made.__eq__, made.__hash__ = is_equal, hash_of if options.get("frozen") else None
    for name, compare in _ORDERS.items() if options.get("order") else ():
        setattr(made, name, ordered(compare))


def _values(names: list[str]) -> Callable[[object], tuple[Any, ...]]:
    """What gives the fields of some names."""
    if len(names) > 1:
        return attrgetter(*names)
    return lambda self: tuple(getattr(self, name) for name in names)


def _begin(made: Any, fields: Mapping[str, Field[Any]], options: Mapping[str, bool]) -> None:
    """Set the fields of the first objects one by one, and compile what does so once there are many."""
    write = object.__setattr__ if options.get("frozen") else setattr
    number = 0

    def set_each(self: object, *args: Any, **kwargs: Any) -> None:
        nonlocal number
        number += 1
        values = _bound(made.__match_args__, fields, args, kwargs) if number <= _FEW else None
        if values is None:
            made.__init__ = _compiled(fields, options, has_more=hasattr(made, "__post_init__"))
            made.__init__.__qualname__ = f"{made.__qualname__}.__init__"
            made.__init__(self, *args, **kwargs)
            return
        for name, value in values.items():
            write(self, name, value)
        if hasattr(made, "__post_init__"):
            self.__post_init__()  # type: ignore[attr-defined]

    made.__init__ = set_each


def _bound(
    names: tuple[str, ...], fields: Mapping[str, Field[Any]], args: tuple[Any, ...], kwargs: dict[str, Any]
) -> dict[str, Any] | None:
    """The value of each field; `None` where an object can't be made of what is given."""
    given = {**dict(zip(names, args, strict=False)), **kwargs}
    if len(given) < len(args) + len(kwargs):
        return None
    values: dict[str, Any] = {}
    for name, each in fields.items():
        if each.init and name in given:
            values[name] = given.pop(name)
        elif each.default is not MISSING:
            values[name] = each.default
        elif each.default_factory is not MISSING:
            values[name] = each.default_factory()
        else:
            return None
    return None if given else values


def _compiled(fields: Mapping[str, Field[Any]], options: Mapping[str, bool], *, has_more: bool) -> Any:
    """What sets the fields of an object."""
    known: dict[str, Any] = {"_set": object.__setattr__, "_missing": MISSING}
    taken, lines = ["self", "*"] if options.get("kw_only") and any(f.init for f in fields.values()) else ["self"], []
    for name, each in fields.items():
        value = name
        if each.default_factory is not MISSING:
            known[f"_make_{name}"], default = each.default_factory, "_missing"
            value = f"_make_{name}() if {name} is _missing else {name}" if each.init else f"_make_{name}()"
        elif each.default is not MISSING:
            known[f"_of_{name}"], default = each.default, f"_of_{name}"
            value = name if each.init else default
        else:
            default = ""
        if each.init:
            taken.append(f"{name}={default}" if default else name)
        lines.append(f" _set(self, {name!r}, {value})" if options.get("frozen") else f" self.{name} = {value}")
    if has_more:
        lines.append(" self.__post_init__()")
    text = "\n".join([f"def __init__({', '.join(taken)}):", *(lines or [" pass"])])
    exec(text, known)  # noqa: S102  # as the standard library does it, with names of fields and nothing else
    return known["__init__"]
