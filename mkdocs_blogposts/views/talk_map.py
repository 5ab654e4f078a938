"""Where talks were given, as a picture without tiles, and as the list that this picture is of."""

from __future__ import annotations

from dataclasses import field
from itertools import starmap
from typing import TYPE_CHECKING

from ..faults import Faults, Kind, shown
from ..light_dataclasses import dataclass
from .listing_values import MapDot, MapPlace, MapView

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ..cards.card_html import CardHtml
    from ..content.delivery import Delivery
    from ..content.models import Talk

_NOWHERE = frozenset({"online", "remote", "virtual", "webinar"})
"""How locations begin that are none."""
_LEAST_WIDTH = 700.0
"""Of the part of the world that is shown, in tenths of a degree."""
_TOP, _BOTTOM, _LEFT, _RIGHT = 60.0, 1480.0, 0.0, 3600.0
"""All of the world that there are talks in; the outline of the land has the same unit."""


@dataclass(frozen=True, slots=True)
class TalkMap:
    """Finds the places of one blog's talks, each of them once."""

    html: CardHtml
    faults: Faults
    _found: dict[str, tuple[float, float] | None] = field(default_factory=dict, init=False)

    def check(self, talks: Iterable[Talk]) -> None:
        """Tell each place that cannot be found, before any map is made."""
        self.view(tuple(talks))

    def view(self, talks: Sequence[Talk]) -> MapView | None:
        """The map of some talks; `None` where none of them has a place that is known."""
        places: dict[tuple[float, float], list[tuple[Delivery, Talk]]] = {}
        for talk in talks:
            for delivery in talk.deliveries:
                if delivery.is_certain and (at := self._at(delivery)):
                    places.setdefault((round(at[0], 1), round(at[1], 1)), []).append((delivery, talk))
        if not places:
            return None
        # Those to the north and west come first, as one reads.
        ordered = sorted(places.items(), key=lambda item: (-len(item[1]), -item[0][0], item[0][1]))
        dots = [(10 * (at[1] + 180), 10 * (90 - at[0]), found) for at, found in ordered]
        x, y, width, height = _window([(dot[0], dot[1]) for dot in dots])
        return MapView(
            view_box=f"{x:.0f} {y:.0f} {width:.0f} {height:.0f}",
            dots=tuple(
                MapDot(
                    x=round(left), y=round(top), radius=round(width * (0.007 + 0.002 * min(len(found), 6)), 1),
                    label=_name_of(found),
                )
                for left, top, found in dots
            ),
            places=tuple(
                MapPlace(name=_name_of(found), talks=tuple(starmap(self.html.talks.line, found))) for *_, found in dots
            ),
        )  # fmt: skip

    def _at(self, delivery: Delivery) -> tuple[float, float] | None:
        """Latitude and longitude of a place; one that nobody knows is told."""
        from ..blog.locations import whereabouts  # noqa: PLC0415  # most sites have no map

        location = whereabouts(delivery.location or "").place or ""
        if delivery.coordinates or not location or location.casefold().split(" ")[0].strip("(,)") in _NOWHERE:
            return delivery.coordinates
        if location in self._found:
            return self._found[location]
        from ..blog.gazetteer import load_gazetteer  # noqa: PLC0415  # most sites have no map

        gazetteer = load_gazetteer()
        self._found[location] = at = gazetteer.find(location) if gazetteer else None
        if at is None:
            key, place = delivery.names.get("location", ("location", None))
            near = gazetteer.near(location) if gazetteer else []
            message, hint = "is not a known place", "add `coordinates: [50.08, 14.43]` beside it"
            if gazetteer is None:
                message = "cannot be found without a list of places"
                hint = 'run: pip install "mkdocs-blogposts[map]"; or add `coordinates: [50.08, 14.43]`'
            elif near:
                hint = f"did you mean {' or '.join(repr(each) for each in near)}? Else {hint}"
            self.faults.add(Kind.TALK, delivery.path, f"{key}: {shown(location)} {message}", place=place, hint=hint)
        return at


def _name_of(found: Sequence[tuple[Delivery, Talk]]) -> str:
    """What a place is called first."""
    return next((each.location or each.address or each.venue or "" for each, _ in found), "")


def _window(dots: Sequence[tuple[float, float]]) -> tuple[float, float, float, float]:
    """The part of the world with all dots in it, twice as wide as high: left, top, width and height."""
    xs, ys = [x for x, _ in dots], [y for _, y in dots]
    margin = 1.3
    width = max(_LEAST_WIDTH, margin * (max(xs) - min(xs)), 2 * margin * (max(ys) - min(ys)))
    width = min(width, _RIGHT - _LEFT)
    height = min(width / 2, _BOTTOM - _TOP)
    left = min(max(_LEFT, (max(xs) + min(xs) - width) / 2), _RIGHT - width)
    top = min(max(_TOP, (max(ys) + min(ys) - height) / 2), _BOTTOM - height)
    return left, top, width, height
