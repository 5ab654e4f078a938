"""The few words of ours, in the site's language; dates are Babel's business."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import yaml
from babel import Locale

from .light_dataclasses import dataclass
from .shown_dates import locale_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

LOCALES = Path(__file__).parent / "locales"

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

DEFAULT_LANGUAGE = "en"

ALIASES: Mapping[str, str] = {
    "no": "nb",
    "iw": "he",
    "in": "id",
    "fil": "tl",
    "ckb": "ku-iq",
    "bs": "sh",
    "sr-latn": "sh",
    "zh-tw": "zh-Hant",
    "zh-hk": "zh-Hant",
    "zh-mo": "zh-Hant",
}
"""Languages that read the words of another, before its country is dropped."""


@dataclass(frozen=True, slots=True)
class Words:
    """Words by key: `words("draft")`, `words("minutes", 5)`, `words("talk_at", talk="Tutorial", venue="PyCon")`."""

    language: str
    """The language that was found: `pt` where `pt-BR` was asked for."""
    entries: Mapping[str, str | Mapping[str, str]]
    """A text, or a text for each plural form of the language; `{n}` stands for the number."""
    plural_form: Callable[[int], str]
    """`one`, `few`, `many`, `other`, … for a number."""

    def __call__(self, key: str, n: int | None = None, **parts: str) -> str:
        """The text under `key`, as plain text, in the form for `n`; a key that is not there is a `KeyError`."""
        entry = self.entries[key]
        if not isinstance(entry, str):
            if n is None:
                raise TypeError(f"{key!r} needs a number")
            entry = entry.get(self.plural_form(n), entry["other"])
        return entry.format(n=n, **parts)


@cache
def load_words(language: str) -> Words:
    """The words of `language`, else of the language without its country or script, else of English."""
    found = next((name for name in _candidates(language) if name in _languages()), DEFAULT_LANGUAGE)
    name = _languages().get(found, found)
    entries = yaml.load((LOCALES / f"{name}.yml").read_text(encoding="utf-8"), _LOADER)  # noqa: S506  # safe
    return Words(language=name, entries=entries, plural_form=cache(Locale.parse(locale_of(name)).plural_form))


def _candidates(language: str) -> list[str]:
    """Names to look for, the most precise first: `zh-hant-tw`, `zh-hant`, `zh`."""
    parts = language.replace("_", "-").lower().split("-")
    names = ["-".join(parts[:length]) for length in range(len(parts), 0, -1)]
    return [ALIASES.get(name, name).lower() for name in names]


@cache
def _languages() -> Mapping[str, str]:
    """The languages there are, each by its name in lower case."""
    return {path.stem.lower(): path.stem for path in LOCALES.glob("*.yml")}
