"""The text of `mkdocs.yml`, with a comment on what is not plain."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any

import yaml

from ..jekyll.plugins import plugins_of
from .options import options_of
from .source_site.old_site import Role, as_text
from .starter import starter_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from .nav import Nav
    from .plan import Plan

_PALETTE = starter_text("palette.yml")
_EXTENSIONS = starter_text("extensions.yml")

_MATH = """\
  - pymdownx.arithmatex: # $$ … $$
      generic: true
"""

_MATHJAX = """\
extra_javascript: # shows $$ … $$
  - https://cdn.jsdelivr.net/npm/mathjax@3/es5/tex-mml-chtml.js
"""

_EMOJI = """\
  - pymdownx.emoji: # :tada:
      emoji_index: !!python/name:material.extensions.emoji.twemoji
      emoji_generator: !!python/name:material.extensions.emoji.to_svg
"""

_VALIDATION = starter_text("validation.yml")

_TEMPLATES = PurePosixPath("templates")
"""A folder that MkDocs leaves out unless it is told not to."""

_HAS_MATH = re.compile(rb"\$\$|\\\\\(|\\\\\[")


def write_config(
    plan: Plan, nav: Nav, *, nav_has_links: bool, docs_dir: str = "docs", configs: Sequence[str] = ()
) -> str:
    """All of it; `docs_dir` is where the files of the site lie, from the folder of `mkdocs.yml`.

    `configs` are the files of Jekyll's configuration, where they are not found by their name and place.
    """
    has_math = any(_HAS_MATH.search(file.source.content) for file in plan.carried if file.source)
    parts = (
        f"# Made by `blogposts import jekyll` from {as_text(plan.site.name)}.\n",
        _head(plan, docs_dir),
        _theme(plan),
        _nav(plan, nav),
        _exclude(plan),
        _plugins(plan, list(configs)),
        _EXTENSIONS + (_MATH if has_math else "") + (_EMOJI if "jemoji" in plugins_of(plan.site.config) else ""),
        _MATHJAX if has_math else "",
        _social(plan),
        _VALIDATION + ("  nav:\n    absolute_links: ignore\n" if nav_has_links else ""),
    )
    return "\n".join(filter(None, parts))


def _head(plan: Plan, docs_dir: str) -> str:
    identity = plan.identity
    lines = [f"site_name: {scalar(identity.name)}"]
    if identity.url:
        lines.append(f"site_url: {scalar(identity.url)}")
    else:
        lines.append(
            "# site_url: https://example.org/ # write the address of the site: feeds and search engines need it"
        )
    if identity.description:
        lines.append(f"site_description: {scalar(identity.description)}")
    if identity.author:
        lines.append(f"site_author: {scalar(identity.author)}")
    if docs_dir != "docs":
        lines.append(f"docs_dir: {scalar(docs_dir)} # the files stay where they are")
    return "\n".join(lines) + "\n"


def _theme(plan: Plan) -> str:
    identity = plan.identity
    lines = ["theme:", "  name: material", f"  language: {scalar(identity.language)}"]
    if identity.logo:
        lines.append(f"  logo: {scalar(identity.logo)}")
    if identity.favicon:
        lines.append(f"  favicon: {scalar(identity.favicon)}")
    return "\n".join(lines) + "\n" + _PALETTE


def _nav(plan: Plan, nav: Nav) -> str:
    if not nav:
        return ""
    source = f" # from {plan.menu.source}; other pages keep their URLs all the same" if plan.menu.source else ""
    return f"nav:{source}\n" + "".join(f"  {line}\n" for line in _entries(nav))


def _entries(nav: Nav) -> Iterator[str]:
    for entry in nav:
        if isinstance(entry, str):
            yield f"- {scalar(entry)}"
            continue
        for title, target in entry.items():
            if isinstance(target, list):
                yield f"- {scalar(title)}:"
                yield from (f"    {line}" for line in _entries(target))
            else:
                yield f"- {scalar(title)}: {scalar(target)}"


def _exclude(plan: Plan) -> str:
    """Patterns for what MkDocs would publish and Jekyll did not, and the other way round."""
    carried = [PurePosixPath(plan.paths.src_uri(file)) for file in plan.carried]
    hidden = [path for path in carried if any(part.startswith(".") for part in path.parts)]
    lines = [f"!{_pattern(path)}" for path in hidden]
    if any(path.is_relative_to(_TEMPLATES) for path in carried):
        lines.append("!/templates/")
    if plan.paths.leave_files:
        lines = [*_not_carried(plan), *lines]
    if not lines:
        return ""
    why = "# what is of no use without Jekyll" if plan.paths.leave_files else "# what MkDocs leaves out by itself"
    return f"exclude_docs: | {why}\n" + "".join(f"  {line}\n" for line in lines)


def _not_carried(plan: Plan) -> Iterator[str]:
    """Patterns for each folder with nothing of use in it, and each file of no use beside such as are."""
    kept = {file.path for file in plan.carried if file.role is not Role.LIQUID}
    above = {parent for path in kept for parent in path.parents}
    for path in sorted(plan.site.entries_in(above)):
        if path not in kept and path not in above:
            yield _pattern(path) + ("/" if (plan.site.root / path).is_dir() else "")


def _pattern(path: PurePosixPath) -> str:
    """What matches one path; a sign that would end the line, or cannot stand in YAML, is matched as any sign."""
    escaped = re.sub(r"([\\*?\[\]#!])", r"\\\1", str(path))
    printable = "".join(sign if sign.isprintable() else "?" for sign in escaped)
    return "/" + re.sub(r" $", r"\\ ", printable)


def _plugins(plan: Plan, configs: list[str]) -> str:
    lines = ["plugins:", "  - search", "  - blogposts: # reads _config.yml, too: permalinks, time zone, defaults"]
    for option in options_of(plan, configs):
        why = f" # {option.why}" if option.why else ""
        if isinstance(option.value, dict):
            lines.append(f"      {option.name}:{why}")
            lines.extend(f"        {key}: {scalar(value)}" for key, value in option.value.items())
        else:
            lines.append(f"      {option.name}: {scalar(option.value)}{why}")
    return "\n".join(lines) + "\n"


def _social(plan: Plan) -> str:
    if not plan.identity.profiles:
        return ""
    lines = ["extra:", "  social:"]
    for profile in plan.identity.profiles:
        lines.append(f"    - icon: {profile.icon}")
        lines.append(f"      link: {scalar(profile.link)}")
        lines.append(f"      name: {scalar(profile.name)}")
    return "\n".join(lines) + "\n"


def scalar(value: Any) -> str:
    """A plain value as YAML, on one line."""
    is_plain = not isinstance(value, str) or value.isprintable()
    style = None if is_plain else '"'
    dumped = yaml.safe_dump(value, allow_unicode=True, default_style=style, default_flow_style=True, width=100_000)
    return dumped.removesuffix("...\n").strip()
