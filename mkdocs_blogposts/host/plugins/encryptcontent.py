"""mkdocs-encryptcontent-plugin, which marks the pages that it locks only when their text is rendered."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from ...content.models import HeldBack, Talk
from ...faults import Kind
from ...late_patterns import late_pattern
from ..other_plugins import plugins_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mkdocs.config.defaults import MkDocsConfig

    from ...content.models import Post
    from ...faults import Faults

_LEVEL = "level"
_FOR_ALL_PAGES = "_global"
"""The level of each page that names none."""
_WORD = late_pattern(r"\w+")
_AUDIENCES = frozenset({
    "advanced", "beginner", "beginners", "experienced", "expert", "experts", "intermediate", "introduction",
    "introductory", "newcomer", "newcomers", "novice", "novices",
})  # fmt: skip
"""Words by which a level says for whom a talk is, as events have them, whatever stands beside."""
_BROAD = frozenset({
    "all", "any", "anybody", "anyone", "basic", "easy", "entry", "everybody", "everyone", "hard", "medium", "mid",
    "100", "200", "300", "400", "500",
})  # fmt: skip
"""Those that only do so alone: `all staff` is not all."""
_BETWEEN = frozenset({"a", "an", "and", "audience", "for", "from", "level", "levels", "or", "the", "to"})
"""What may stand between these."""


def will_be_locked(meta: Mapping[str, Any], config: MkDocsConfig) -> bool:
    """Whether it is going to put the text of a page with such front matter behind a password."""
    return any(_locks(plugin, meta) for plugin in plugins_of(config, "encryptcontent"))


def _locks(plugin: Any, meta: Mapping[str, Any]) -> bool:
    usual = {"password": plugin.config.get("global_password"), _LEVEL: _FOR_ALL_PAGES in _levels(plugin)}
    # What front matter says it takes for text, and what is said to be nothing locks nothing.
    return any(str(meta[key]) if key in meta else usual.get(key) for key in ("password", _LEVEL, "obfuscate"))


def _levels(plugin: Any) -> frozenset[str]:
    """The names for which it has passwords."""
    return frozenset(getattr(plugin, "setup", {}).get("level_keys", ()))


def with_its_lock(article: Post | Talk, config: MkDocsConfig, faults: Faults) -> Post | Talk:
    """A post or talk, but for the `level` of a talk that says for whom it is: the plugin ends at such.

    Where a site has passwords for levels, it is told, since the talk is not behind any; one that may be meant to be
    is held back.
    """
    meta = article.meta
    plugins = plugins_of(config, "encryptcontent") if isinstance(article, Talk) and _LEVEL in meta else []
    levels = frozenset[str]().union(*map(_levels, plugins))
    level = str(meta.get(_LEVEL, ""))
    if not plugins or not level or level in levels:
        return article
    held_back = article.held_back
    if levels:
        is_audience = _is_audience(level)
        outcome = "says for whom the talk is and locks nothing" if is_audience else "has no password: it is left out"
        message = f"level: '{level}' is none of encryptcontent's, so it {outcome}"
        hint = "name one of `password_inventory`, or say it in a key that `key_aliases: {level: [audience]}` names"
        faults.add(Kind.KEY, article.path, message, hint=hint)
        held_back = held_back if is_audience else HeldBack.WITHOUT_LOCK  # which a preview of drafts does not show
    return replace(article, meta={key: value for key, value in meta.items() if key != _LEVEL}, held_back=held_back)


def _is_audience(level: str) -> bool:
    """Whether a level plainly says for whom a talk is."""
    words = set(_WORD.findall(level.casefold()))
    return not words.isdisjoint(_AUDIENCES) or bool(words & _BROAD and words <= _BROAD | _BETWEEN)
