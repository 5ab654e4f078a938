"""The includes of Minimal Mistakes and academicpages that posts use, for sites that have none of their own.

What front matter and parameters say is escaped here, and no URL in it can run anything.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from markupsafe import Markup, escape

from ...frontmatter.schemes import is_safe
from .site_filters import relative_url
from .values import is_nil, to_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from .surroundings import Context

Parameters = Mapping[str, Any]

_VIDEOS = {
    "youtube": "https://www.youtube.com/watch?v={}",
    "vimeo": "https://vimeo.com/{}",
    "google-drive": "https://drive.google.com/file/d/{}/view",
    "bilibili": "https://www.bilibili.com/video/{}",
    "dailymotion": "https://www.dailymotion.com/video/{}",
    "odysee": "https://odysee.com/{}",
    "tiktok": "https://www.tiktok.com/video/{}",
}
"""Where the recordings of each provider are to be seen."""

_VIDEO_ID = re.compile(r"[\w@:./-]+")
_GALLERY_CLASSES = {2: "half", 3: "third"}


def figure(context: Context, given: Parameters) -> Markup:
    """A picture with its caption."""
    source = _address(context, given.get("image_path"))
    if source is None:
        return Markup()
    picture = _picture(source, _text(context, given.get("alt")))
    if not is_nil(given.get("popup")) and given.get("popup") is not False:
        picture = Markup('<a href="{}" class="image-popup">{}</a>').format(source, picture)
    return _figure(picture, _inline(context, given.get("caption")), _text(context, given.get("class")))


def gallery(context: Context, given: Parameters) -> Markup:
    """Several pictures of the page's front matter with one caption."""
    pictures = [made for item in _listed(context, given, "gallery") if (made := _linked_picture(context, item))]
    if not pictures:
        return Markup()
    layout = _text(context, given.get("layout")) or _GALLERY_CLASSES.get(min(len(pictures), 3), "")
    classes = " ".join(filter(None, (layout, _text(context, given.get("class")))))
    return _figure(Markup("\n").join(pictures), _inline(context, given.get("caption")), classes)


def video(context: Context, given: Parameters) -> Markup:
    """A link to a recording; nothing of its provider is loaded."""
    name, provider = _text(context, given.get("id")), _text(context, given.get("provider")).lower()
    if provider not in _VIDEOS or not _VIDEO_ID.fullmatch(name):
        return Markup()
    url = _VIDEOS[provider].format(name)
    return Markup('<p class="video"><a href="{}">{}</a></p>').format(url, url.partition("://")[2].removeprefix("www."))


def toc(_context: Context, _given: Parameters) -> Markup:
    """Nothing: the theme shows the headings of a page beside it."""
    return Markup()


def base_path(context: Context, _given: Parameters) -> Markup:
    """Nothing to see, but the variable `base_path` for what follows."""
    context.assign("base_path", context.surroundings.origin + context.surroundings.base)
    return Markup()


def feature_row(context: Context, given: Parameters) -> Markup:
    """The features that the page's front matter lists, one after the other."""
    rows = [made for item in _listed(context, given, "feature_row") if (made := _feature(context, item))]
    return Markup('<div class="feature__wrapper">\n{}\n</div>').format(Markup("\n").join(rows)) if rows else Markup()


INCLUDES: Mapping[str, Callable[[Context, Parameters], Markup]] = {
    name: include
    for names, include in (
        (("figure", "figure.html"), figure),
        (("gallery", "gallery.html"), gallery),
        (("video", "video.html"), video),
        (("toc", "toc.html"), toc),
        (("base_path", "base_path.html"), base_path),
        (("feature_row", "feature_row.html"), feature_row),
    )
    for name in names
}
"""Each include by its names."""


def _feature(context: Context, item: Parameters) -> Markup:
    source = _address(context, item.get("image_path"))
    parts = [
        _picture(source, _text(context, item.get("alt"))) if source else Markup(),
        Markup("<h2>{}</h2>").format(title) if (title := _inline(context, item.get("title"))) else Markup(),
        Markup("<p>{}</p>").format(text) if (text := _inline(context, item.get("excerpt"))) else Markup(),
    ]
    if url := _address(context, item.get("url")):
        label = _inline(context, item.get("btn_label")) or escape(url)
        parts.append(Markup('<p><a href="{}" class="md-button">{}</a></p>').format(url, label))
    return Markup('<div class="feature__item">{}</div>').format(Markup().join(parts)) if any(parts) else Markup()


def _linked_picture(context: Context, item: Parameters) -> Markup:
    source = _address(context, item.get("image_path"))
    if source is None:
        return Markup()
    picture = _picture(source, _text(context, item.get("alt")))
    target = _address(context, item.get("url"))
    title = _text(context, item.get("title"))
    named = Markup(' title="{}"').format(title) if title else Markup()
    return Markup('<a href="{}"{}>{}</a>').format(target, named, picture) if target else picture


def _picture(source: str, alt: str) -> Markup:
    return Markup('<img src="{}" alt="{}">').format(source, alt)


def _figure(content: Markup, caption: Markup, classes: str) -> Markup:
    attribute = Markup(' class="{}"').format(classes) if classes else Markup()
    below = Markup("\n<figcaption>{}</figcaption>").format(caption) if caption else Markup()
    return Markup("<figure{}>\n{}{}\n</figure>").format(attribute, content, below)


def _listed(context: Context, given: Parameters, name: str) -> list[Parameters]:
    """The mappings of a list in the page's front matter."""
    page = context.globals.get("page")
    found = page.get(_text(context, given.get("id")) or name) if isinstance(page, Mapping) else None
    return [item for item in found if isinstance(item, Mapping)] if isinstance(found, list) else []


def _text(context: Context, value: Any) -> str:
    return " ".join(to_text(value, context.budget).split())


def _inline(context: Context, value: Any) -> Markup:
    text = _text(context, value)
    return Markup(context.surroundings.inline(text)) if text else Markup()  # noqa: S704  # only formatting and links are left


def _address(context: Context, value: Any) -> str | None:
    """A URL that cannot run anything; one of the site begins at its root."""
    text = _text(context, value)
    if not text or not is_safe(text):
        return None
    try:
        is_whole = bool(urlsplit(text).scheme or urlsplit(text).netloc)
    except ValueError:
        return None
    return text if is_whole else str(relative_url(context, text))
