"""The includes of themes that posts use, for sites that have none of their own: Minimal Mistakes, al-folio and more.

What front matter and parameters say is escaped here, and no URL in it can run anything.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from markupsafe import Markup, escape

from ..filters.values import is_nil
from . import markup

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..filters.site_context import Context

Parameters = Mapping[str, Any]

_FILMS = (".mp4", ".webm", ".ogg", ".ogv", ".mov")
_GALLERY_CLASSES = {2: "half", 3: "third"}


def figure(context: Context, given: Parameters) -> Markup:
    """A picture with its caption."""
    source = markup.address(context, given.get("image_path", given.get("path")))
    if source is None:
        return Markup()
    picture = markup.picture(source, markup.plain(context, given.get("alt")))
    if not is_nil(given.get("popup")) and given.get("popup") is not False:
        picture = Markup('<a href="{}" class="image-popup">{}</a>').format(source, picture)
    return markup.figure(
        picture, markup.inline(context, given.get("caption")), markup.plain(context, given.get("class"))
    )


def gallery(context: Context, given: Parameters) -> Markup:
    """Several pictures of the page's front matter with one caption."""
    pictures = [made for item in _listed(context, given, "gallery") if (made := _linked_picture(context, item))]
    if not pictures:
        return Markup()
    layout = markup.plain(context, given.get("layout")) or _GALLERY_CLASSES.get(min(len(pictures), 3), "")
    classes = " ".join(filter(None, (layout, markup.plain(context, given.get("class")))))
    return markup.figure(Markup("\n").join(pictures), markup.inline(context, given.get("caption")), classes)


def video(context: Context, given: Parameters) -> Markup:
    """A link to a recording, of whose provider nothing is loaded; one that is a file is shown."""
    path = markup.plain(context, given.get("path"))
    if path and path.lower().endswith(_FILMS):
        return _player("video")(context, given)
    if path:
        source = markup.address(context, path)
        return Markup('<p class="video">{}</p>').format(markup.link(source)) if source else Markup()
    return markup.recording(
        markup.plain(context, given.get("provider")).lower(), markup.plain(context, given.get("id"))
    )


def _embedded(provider: str) -> Callable[[Context, Parameters], Markup]:
    def embedded(context: Context, given: Parameters) -> Markup:
        return markup.recording(provider, markup.plain(context, given.get("id")))

    return embedded


def _player(tag: str) -> Callable[[Context, Parameters], Markup]:
    def player(context: Context, given: Parameters) -> Markup:
        source = markup.address(context, given.get("src", given.get("path")))
        if source is None:
            return Markup()
        content = Markup('<{0} controls src="{1}"></{0}>').format(tag, source)
        caption = given.get("caption", given.get("title"))
        return markup.figure(content, markup.inline(context, caption), markup.plain(context, given.get("class")))

    return player


def toc(_context: Context, _given: Parameters) -> Markup:
    """Nothing: the theme shows the headings of a page beside it."""
    return Markup()


def base_path(context: Context, _given: Parameters) -> Markup:
    """Nothing to see, but the variable `base_path` for what follows."""
    context.assign("base_path", context.site_context.origin + context.site_context.base)
    return Markup()


def feature_row(context: Context, given: Parameters) -> Markup:
    """The features that the page's front matter lists, one after the other."""
    rows = [made for item in _listed(context, given, "feature_row") if (made := _feature(context, item))]
    return Markup('<div class="feature__wrapper">\n{}\n</div>').format(Markup("\n").join(rows)) if rows else Markup()


INCLUDES: Mapping[str, Callable[[Context, Parameters], Markup]] = {
    name: include
    for names, include in (
        (("figure", "figure.html", "figure.liquid"), figure),
        (("gallery", "gallery.html"), gallery),
        (("video", "video.html", "video.liquid"), video),
        (("audio.html", "audio.liquid"), _player("audio")),
        (("toc", "toc.html"), toc),
        (("base_path", "base_path.html"), base_path),
        (("feature_row", "feature_row.html"), feature_row),
        *(((f"embed/{name}.html",), _embedded(name)) for name in ("youtube", "bilibili", "twitch", "spotify")),
        *(((f"embed/{name}.html",), _player(name)) for name in ("video", "audio")),
    )
    for name in names
}
"""Each include by its names."""


def _feature(context: Context, item: Parameters) -> Markup:
    source = markup.address(context, item.get("image_path"))
    parts = [
        markup.picture(source, markup.plain(context, item.get("alt"))) if source else Markup(),
        Markup("<h2>{}</h2>").format(title) if (title := markup.inline(context, item.get("title"))) else Markup(),
        Markup("<p>{}</p>").format(text) if (text := markup.inline(context, item.get("excerpt"))) else Markup(),
    ]
    if url := markup.address(context, item.get("url")):
        label = markup.inline(context, item.get("btn_label")) or escape(url)
        parts.append(Markup('<p><a href="{}" class="md-button">{}</a></p>').format(url, label))
    return Markup('<div class="feature__item">{}</div>').format(Markup().join(parts)) if any(parts) else Markup()


def _linked_picture(context: Context, item: Parameters) -> Markup:
    source = markup.address(context, item.get("image_path"))
    if source is None:
        return Markup()
    picture = markup.picture(source, markup.plain(context, item.get("alt")))
    target = markup.address(context, item.get("url"))
    title = markup.plain(context, item.get("title"))
    named = Markup(' title="{}"').format(title) if title else Markup()
    return Markup('<a href="{}"{}>{}</a>').format(target, named, picture) if target else picture


def _listed(context: Context, given: Parameters, name: str) -> list[Parameters]:
    """The mappings of a list in the page's front matter."""
    page = context.globals.get("page")
    found = page.get(markup.plain(context, given.get("id")) or name) if isinstance(page, Mapping) else None
    return [item for item in found if isinstance(item, Mapping)] if isinstance(found, list) else []
