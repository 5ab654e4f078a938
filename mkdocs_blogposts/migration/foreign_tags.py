"""Tags of plugins in the texts of a site: a first file for each, in which its author can say what becomes of it."""

from __future__ import annotations

import importlib.util
from collections import Counter
from typing import TYPE_CHECKING

from ..texts.remarks import has_liquid
from .source_site.translations import NEW_FOLDER, language_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from .plan import Plan


def files_of_tags(plan: Plan) -> Mapping[str, str]:
    """The files to write, by path: each shows what stands between a tag and its end."""
    if plan.paths.leave_files:
        return {}
    return _translating(plan) | {_path(plan, name): _FIRST.replace("NAME", name) for name in sorted(foreign_tags(plan))}


_FIRST = (
    "{% comment %}What the tag NAME becomes. There are `content`, `include.words`, `include.text`, and what has a name."
    "{% endcomment %}{{ content }}"
)


_WORD = (
    "{% assign found = site.data.FOLDER['LANGUAGE'] %}{% assign parts = include.words[0] | split: '.' %}"
    "{% for part in parts %}{% assign found = found[part] %}{% endfor %}{{ found }}"
)
_TEXT = (
    "{% capture path %}FOLDER/{{ include.words[0] }}{% endcapture %}"
    "{% capture text %}{% include {{ path }} %}{% endcapture %}{% assign ending = path | split: '.' | last %}"
    "{% if ending == 'md' or ending == 'markdown' %}{{ text | markdownify }}{% else %}{{ text }}{% endif %}"
)
_TRANSLATING = {"t": _WORD, "translate": _WORD, "tf": _TEXT, "translate_file": _TEXT}


def _translating(plan: Plan) -> dict[str, str]:
    """The files for the tags of jekyll-multiple-languages-plugin, on sites that have its texts."""
    language = "" if plan.paths.leave_files else language_of(plan.site)
    there = {str(file.path) for file in plan.carried} if language else set()
    return {
        path: text.replace("LANGUAGE", language).replace("FOLDER", NEW_FOLDER)
        for name, text in _TRANSLATING.items()
        if language and (path := _path(plan, name)) not in there
    }


def told_tags(plan: Plan) -> Iterator[tuple[str, str]]:
    """Each tag that nobody knows here, and what to do about it."""
    for name, number in sorted(foreign_tags(plan).items()):
        places = "1 place" if number == 1 else f"{number} places"
        yield (
            f"the tag {name}, in {places}",
            f"only what stands in it is shown; {_path(plan, name)} says what it becomes",
        )


def foreign_tags(plan: Plan) -> Mapping[str, int]:
    """How often each tag stands in the texts that neither Jekyll, the site nor we know; none without python-liquid."""
    if importlib.util.find_spec("liquid") is None:
        return {}
    # Only sites that have Liquid pay for this.
    from ..jekyll.liquid.renderer import tags_of_plugins  # noqa: PLC0415

    found: Counter[str] = Counter()
    for file in plan.carried:
        if file.head and has_liquid(file.head.body) and file.values.get("render_with_liquid") is not False:
            found.update(tags_of_plugins(file.head.body))
    there = {*(str(file.path) for file in plan.carried), *_translating(plan)}
    return {name: number for name, number in found.items() if _path(plan, name) not in there}


def _path(plan: Plan, name: str) -> str:
    return f"{plan.site.jekyll.includes_dir}/tags/{name}.html"
