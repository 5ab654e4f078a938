"""Things of a site that Liquid sees by name: each value is made when it is asked for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable


class Drop(Mapping[str, Any]):
    """A page, or the site, with values that are given and others that are made from what is known of it."""

    def __init__(
        self,
        given: Mapping[str, Any],
        made: Mapping[str, Callable[[], Any]],
        *,
        sort_key: Any = None,
        apart: frozenset[str] = frozenset(),
    ) -> None:
        self._given = given
        self._made = made
        self._known: dict[str, Any] = {}
        self._apart = apart
        self.sort_key = sort_key
        """What a list of such things is sorted by."""

    def __getitem__(self, key: str) -> Any:
        if key in self._known:
            return self._known[key]
        if key not in self._made:
            return self._given[key]
        value = self._known[key] = self._made[key]()
        return value

    def __contains__(self, key: object) -> bool:
        return key in self._made or key in self._given

    def __iter__(self) -> Iterator[str]:
        """All names but those apart, which lead to other things of this kind and so round in circles."""
        return iter(dict.fromkeys(name for name in (*self._given, *self._made) if name not in self._apart))

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def __eq__(self, other: object) -> bool:
        return self is other

    def __hash__(self) -> int:
        return id(self)
