"""The ids of finished HTML: what has them, and how texts that share a page get along."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..late_patterns import late_pattern

if TYPE_CHECKING:
    import re
    from collections.abc import Collection, Mapping

_ID = late_pattern(r"""\sid=["']?([^"'\s>]+)""")
_TAG = late_pattern(r"""<[a-zA-Z](?:[^<>"']++|"[^"]*+"|'[^']*+')*+>""")
_NAMED = late_pattern(r'(?P<begin>\s(?:id|for|name|list|headers|aria-[a-z]+)=")(?P<names>[^"]*)"')
_LED_TO = late_pattern(r'(?P<begin>\shref="#|url\(#)(?P<name>[^")]+)')
"""What a drawing takes from elsewhere in it."""
_NEW = late_pattern(r'\s(?:id|name)="([^"]*)"')


def ids_in(content: str) -> set[str]:
    """Every id that a page has already."""
    return set(_ID.findall(content))


def names_in(content: str) -> tuple[str, ...]:
    """What may stand only once on a page, of HTML as a serializer writes it: ids, and names of groups of buttons."""
    tags = _TAG.findall(content) if ' id="' in content or ' name="' in content else ()
    return tuple(dict.fromkeys(name for tag in tags for name in _NEW.findall(tag)))


def new_names(names: Collection[str], taken: set[str]) -> dict[str, str]:
    """Another name for each that is taken; from now on all of them are."""
    renamed = {}
    for name in names:
        if name in taken:
            number = 1
            while (new := f"{name}_{number}") in taken or new in names:
                number += 1
            renamed[name] = new
            taken.add(new)
    taken.update(name for name in names if name not in renamed)
    return renamed


def renamed(content: str, names: Mapping[str, str]) -> str:
    """HTML in which ids, and what names them, are others."""
    if not names:
        return content

    def attribute(found: re.Match[str]) -> str:
        return f'{found["begin"]}{" ".join(names.get(name, name) for name in found["names"].split(" "))}"'

    def part(found: re.Match[str]) -> str:
        return found["begin"] + names.get(found["name"], found["name"])

    return _TAG.sub(lambda tag: _LED_TO.sub(part, _NAMED.sub(attribute, tag[0])), content)
