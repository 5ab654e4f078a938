"""What stands large above a text, by the keys of Minimal Mistakes and academicpages: the mapping `header`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

from ..faults import Kind, shown
from ..frontmatter.keys import ACTION_KEYS, HERO_KEYS
from ..frontmatter.unknown_keys import check_inner_keys
from ..late_patterns import late_pattern
from .models import Action, Hero, Picture

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from ..frontmatter.fields import Fields, Found

_HEADER_KEYS = {**HERO_KEYS, "others": ("teaser", "og_image", "video")}
"""All that Minimal Mistakes reads of a header."""
_NUMBER = late_pattern(r"0|1|0?\.[0-9]{1,6}|[01]\.0{1,6}")
_MIXED = r"(?:rgba?|hsla?|hwb|(?:ok)?lab|(?:ok)?lch)\([-+0-9a-z.,%/ ]{1,80}\)"
_COLOUR = late_pattern(rf"#(?:[0-9a-f]{{3,4}}|[0-9a-f]{{6}}|[0-9a-f]{{8}})|[a-z]{{3,24}}|{_MIXED}", re.IGNORECASE)
"""A colour of CSS; a word that is none makes no colour in a browser, and no harm."""
_GRADIENT = late_pattern(r"(?:repeating-)?(?:linear|radial|conic)-gradient\([-+0-9a-z.,%# ]{1,300}\)", re.IGNORECASE)
"""A gradient of CSS whose colours are words and numbers."""

_RECORDINGS: Mapping[str, str] = {
    "youtube": "https://www.youtube.com/watch?v={}",
    "vimeo": "https://vimeo.com/{}",
    "google-drive": "https://drive.google.com/file/d/{}/view",
    "dailymotion": "https://www.dailymotion.com/video/{}",
    "bilibili": "https://www.bilibili.com/video/{}",
}
"""Page of a recording, by the provider that `header.video` names."""
_RECORDING_ID = late_pattern(r"[\w-]{1,80}", re.ASCII)


def take_hero(fields: Fields) -> Hero | None:
    """The hero that front matter asks for."""
    header = fields.find("header")
    if header and not isinstance(header.value, (Mapping, bool)):
        fields.reject(header, "a mapping", hint="write `header: {image: /images/quay.png}`")
    if not header or not isinstance(header.value, Mapping):
        return None
    check_inner_keys(header, fields, _HEADER_KEYS)
    own = fields.within(header, HERO_KEYS)
    colour = _take_css(own, "colour", colour_of, "is not a colour", "write `#5e616c` or `rgb(94, 97, 108)`")
    hint = "write a number from 0 to 1, a colour such as `rgba(0, 0, 0, 0.5)`, or a gradient"
    overlay = _take_css(own, "overlay", overlay_of, "is not a filter", hint)
    over, above = _take_picture(own, "overlay_image"), _take_picture(own, "picture")
    is_overlay = bool(over or colour)
    if not is_overlay and not above:
        return None
    wants_excerpt = own.take_flag("shows_excerpt") is not False
    return Hero(
        is_overlay=is_overlay,
        picture=over if is_overlay else above,
        colour=colour,
        overlay=overlay,
        lead=fields.take_text("tagline") or (fields.take_text("excerpt") if wants_excerpt else None),
        caption=own.take_text("caption"),
        actions=tuple(_take_actions(own)),
    )


def take_recording(fields: Fields) -> str | None:
    """The page of the recording that `header.video` names; nothing is known of other providers."""
    provider, identity = fields.take_line("video_provider"), fields.take_line("video_id")
    pattern = _RECORDINGS.get(provider.lower()) if provider else None
    return pattern.format(identity) if pattern and identity and _RECORDING_ID.fullmatch(identity) else None


def colour_of(text: str) -> str | None:
    """A colour of CSS; `None` for what is none, or more than that."""
    return text if _COLOUR.fullmatch(text) else None


def overlay_of(text: str) -> str | None:
    """What `overlay_filter` means in CSS: an opacity of black, a colour or a gradient."""
    if _NUMBER.fullmatch(text):
        return f"linear-gradient(rgba(0, 0, 0, {text}), rgba(0, 0, 0, {text}))"
    if _COLOUR.fullmatch(text):
        return f"linear-gradient({text}, {text})"
    return text if _GRADIENT.fullmatch(re.sub(_MIXED, "red", text, flags=re.IGNORECASE)) else None


def _take_css(own: Fields, field: str, css_of: Callable[[str], str | None], fault: str, hint: str) -> str | None:
    found = own.find(field)
    text = own.text_of(found) if found and found.value is not False else None
    if not found or not text:
        return None
    css = css_of(" ".join(text.split()))
    if css is None:
        own.refuse(found, f"{shown(found.value)} {fault}", kind=Kind.TEASER, hint=hint)
    return css


def _take_picture(own: Fields, field: str) -> Picture | None:
    found = own.find(field)
    src = own.picture_url_of(found) if found and found.value is not False else None
    return Picture(src=src, alt=own.take_line("alt"), place=found.place) if found and src else None


def _take_actions(own: Fields) -> Iterator[Action]:
    if action := _action_of(own, "cta_url", "cta_label"):
        yield action
    for number, value in enumerate(own.take_list("actions") or ()):
        found: Found = own.at(f"{own.prefix}actions[{number}]", value)
        if not isinstance(value, Mapping):
            own.reject(found, "a label and a URL", hint="write `- {label: Read on, url: /more/}`")
            continue
        if action := _action_of(own.within(found, ACTION_KEYS), "url", "label"):
            yield action


def _action_of(own: Fields, url_key: str, label_key: str) -> Action | None:
    found = own.find(url_key)
    url = own.url_of(found) if found else None
    return Action(label=own.take_line(label_key), url=url, key=found.name, place=found.place) if found and url else None
