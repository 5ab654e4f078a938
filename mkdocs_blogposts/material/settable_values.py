"""Values that hooks may read and set by key and by attribute, as those of the host's own configurations."""

from __future__ import annotations

from collections import UserDict
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping


class SettableValues(UserDict[str, Any]):
    """Values of which it is known which ones somebody has set since they were made."""

    def __init__(self, values: Mapping[str, Any], **about: Any) -> None:
        self.__dict__.update(about, data=dict(values), _given=set())

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__") or name == "data":
            raise AttributeError(name)
        try:
            return self[name]
        except KeyError:
            raise AttributeError(name) from None

    def __setattr__(self, name: str, value: Any) -> None:
        if name == "data":  # as `copy` does
            vars(self)["data"] = value
        else:
            self[name] = value

    def __setitem__(self, name: str, value: Any) -> None:
        super().__setitem__(name, value)
        self.__dict__["_given"].add(name)


def given_to(values: SettableValues) -> dict[str, Any]:
    """What somebody has set."""
    return {name: values.data[name] for name in sorted(vars(values)["_given"]) if name in values.data}


def settle(values: SettableValues, **known: Any) -> None:
    """Put what is known only now in place of values that nobody has set."""
    values.data.update({name: value for name, value in known.items() if name not in vars(values)["_given"]})
