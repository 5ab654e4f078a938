"""The languages of a site that jekyll-polyglot builds: each but the first has a folder of its own."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Self

from ..light_dataclasses import dataclass
from .plugins import plugins_of

if TYPE_CHECKING:
    from collections.abc import Mapping

_MULTIPLE = "jekyll-multiple-languages-plugin"


def first_language(values: Mapping[str, Any]) -> str:
    """The first of the languages that a site without jekyll-polyglot names; empty where it names none."""
    given = values.get("languages")
    names = [each for each in given if isinstance(each, str)] if isinstance(given, list) else []
    return "" if "jekyll-polyglot" in plugins_of(values) else next(iter(names), "")


def values_of_languages(values: Mapping[str, Any]) -> dict[str, Any]:
    """What the plugins for several languages say of them in `site`, while the first is built."""
    if polyglot := Polyglot.of(values):
        default = polyglot.default
        return {"languages": polyglot.languages, "default_lang": default, "active_lang": default}
    first = first_language(values) if _MULTIPLE in plugins_of(values) else ""
    return {"lang": first, "default_lang": first, "baseurl_root": values.get("baseurl") or ""} if first else {}


@dataclass(frozen=True, slots=True, kw_only=True)
class Polyglot:
    """What a site says of its languages."""

    languages: tuple[str, ...]
    default: str
    """The language of what says nothing, which has no folder."""
    is_in_paths: bool
    """Whether the path of a file may say its language."""

    @classmethod
    def of(cls, values: Mapping[str, Any]) -> Self | None:
        """What `_config.yml` says; `None` on a site without the plugin."""
        if "jekyll-polyglot" not in plugins_of(values):
            return None
        default = values.get("default_lang", "en")
        given = values.get("languages", ["en"])
        languages = [each for each in given if isinstance(each, str)] if isinstance(given, list) else []
        default = default if isinstance(default, str) else "en"
        return cls(
            languages=tuple(dict.fromkeys((default, *languages))),
            default=default,
            is_in_paths=values.get("lang_from_path") is True,
        )

    def language_of(self, given: Any, path: str) -> str | None:
        """The language of a file, which it gives itself, or its path; `None` where nothing does."""
        words = [given] if isinstance(given, str) else re.split(r"[./]", path) if self.is_in_paths else []
        known = {language.casefold(): language for language in self.languages}
        return next((known[word.casefold()] for word in words if word.casefold() in known), None)

    def localised(self, url: str, language: str | None) -> str:
        """The URL of a file in its language: `/es/about/` for `/about/`, `/about.es/` and `/es/about/`."""
        if language is None:
            return url
        mark = "|".join(map(re.escape, self.languages))
        bare = re.sub(rf"\.(?:{mark})(?=/|\.\w+$|$)", "", f"/{url.lstrip('/')}")
        bare = re.sub(rf"^/(?:{mark})(?=/)", "", bare)
        return bare if language == self.default else f"/{language}{bare}"
