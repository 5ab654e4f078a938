"""What becomes of the tags of widespread plugins where a site does not say it: plain HTML that loads nothing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from markupsafe import Markup, escape

from ..scholar import request_of
from . import markup

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from ..filters.site_context import Context
    from .tag_words import TagWords

_PICTURE = re.compile(r"\S+\.(?:png|jpe?g|gif|svg|webp|avif|bmp|tiff?)(?:[?#]\S*)?", re.IGNORECASE)
_RECORDING = re.compile(r"(?:https?:)?//\S*?(?:v=|youtu\.be/|embed/|vimeo\.com/(?:video/)?)(?P<name>[\w-]+)\S*")
_TICKS = re.compile(r"`{3,}")

_NOTICES = {
    "note": "notice",
    "notice": "notice",
    "aside": "notice",
    "callout": "notice",
    "admonition": "notice",
    "primary": "notice--primary",
    "info": "notice--info",
    "tip": "notice--info",
    "hint": "notice--info",
    "success": "notice--success",
    "warning": "notice--warning",
    "warn": "notice--warning",
    "caution": "notice--warning",
    "important": "notice--warning",
    "alert": "notice--warning",
    "danger": "notice--danger",
    "error": "notice--danger",
}
"""Boxes, and the class of each."""


def _figure(context: Context, words: TagWords, content: str) -> str:
    """`{% figure caption:"…" %}` around a picture, or with the address of one."""
    caption = words.named.get("caption") or (None if content else " ".join(_texts(context, words)))
    classes = markup.plain(context, words.named.get("class"))
    if not content.strip():
        picture = _picture(context, words, "")
        return str(markup.figure(Markup(picture), markup.inline(context, caption), classes)) if picture else ""  # noqa: S704  # it is ours
    attribute = Markup(' class="{}"').format(classes) if classes else ""
    below = Markup("<figcaption>{}</figcaption>\n").format(markup.inline(context, caption)) if caption else ""
    return f'\n\n<figure{attribute} markdown="1">\n\n{content.strip()}\n\n{below}</figure>\n\n'


def _picture(context: Context, words: TagWords, content: str) -> str:
    """A picture by the address that stands in the tag."""
    named = (words.named.get(name) for name in ("src", "path", "image_path", "url", "image", "file"))
    texts = (markup.plain(context, value) for value in (*named, *words.listed))
    source = next((text for text in texts if _PICTURE.fullmatch(text)), None)
    found = markup.address(context, source)
    if found is None:
        return content
    alt = words.named.get("alt") or words.named.get("title") or " ".join(_texts(context, words))
    return str(markup.picture(found, markup.plain(context, alt)))


def _texts(context: Context, words: TagWords) -> Iterable[str]:
    """Words that are several, and so meant to be read."""
    return (text for value in words.listed if " " in (text := markup.plain(context, value)))


def _recording(provider: str) -> Callable[[Context, TagWords, str], str]:
    def made(context: Context, words: TagWords, content: str) -> str:
        first = markup.plain(context, words.named.get("id") or next(iter(words.listed), ""))
        found = _RECORDING.fullmatch(first)
        return str(markup.recording(provider, found["name"] if found else first)) or content

    return made


def _link(context: Context, words: TagWords, content: str) -> str:
    """A link to the address that stands in the tag."""
    named = (words.named.get(name) for name in ("url", "src", "href", "link"))
    texts = [markup.plain(context, value) for value in (*named, *words.listed)]
    target = next((text for text in texts if "/" in text or "." in text), None)
    url = markup.address(context, target)
    return content if url is None else str(markup.link(url, content.strip() or " ".join(_texts(context, words))))


def _nothing(_context: Context, _words: TagWords, content: str) -> str:
    return content


def _address(context: Context, words: TagWords, content: str) -> str:
    """`{% asset_path boat.png %}`: where the file lies in a site of today."""
    name = markup.plain(context, next(iter(words.listed), ""))
    path = name if name.startswith("/") else f"/assets/{name}"
    return str(escape(markup.address(context, path) or "")) if name else content


def _citation(context: Context, words: TagWords, content: str) -> str:
    """The keys of works that are cited."""
    keys = [markup.plain(context, value) for value in words.listed]
    return str(Markup("<cite>{}</cite>").format(", ".join(key for key in keys if not key.startswith("-")))) or content


def _account(context: Context, words: TagWords, content: str) -> str:
    """`{% avatar octocat %}`, a mention: a link to the account."""
    name = markup.plain(context, words.named.get("user") or next(iter(words.listed), ""))
    is_name = re.fullmatch(r"[\w-]+", name)
    return str(markup.link(f"https://github.com/{name}", f"@{name}")) if is_name else content


def _details(context: Context, words: TagWords, content: str) -> str:
    caption = markup.inline(context, words.named.get("summary") or words.text.strip("\"' ") or "…")
    return f'\n\n<details markdown="1">\n<summary>{caption}</summary>\n\n{content.strip()}\n\n</details>\n\n'


def _tab(context: Context, words: TagWords, content: str) -> str:
    """`{% tab group label %}`: the label above what stands in the tab."""
    label = " ".join(markup.plain(context, value) for value in words.listed[1:] or words.listed)
    return f"\n\n**{escape(label)}**\n\n{content.strip()}\n\n" if label else content


def _notice(name: str) -> Callable[[Context, TagWords, str], str]:
    def made(context: Context, words: TagWords, content: str) -> str:
        texts = [markup.plain(context, value) for value in (*words.named.values(), *words.listed)]
        kind = _NOTICES.get(name, "notice")
        if kind == "notice" and texts and texts[0] in _NOTICES:
            kind, texts = _NOTICES[texts[0]], texts[1:]
        title = Markup("<strong>{}</strong>\n\n").format(" ".join(texts)) if texts and content.strip() else Markup()
        body = content.strip() or str(escape(" ".join(texts)))
        return f'\n\n<div class="{kind}" markdown="1">\n\n{title}{body}\n\n</div>\n\n'

    return made


def _code(language: str) -> Callable[[Context, TagWords, str], str]:
    def made(context: Context, words: TagWords, content: str) -> str:
        named = markup.plain(context, words.named.get("lang") or words.named.get("language"))
        info = language or (named if re.fullmatch(r"[\w+#.-]*", named) else "")
        fence = "`" * (max((len(ticks) for ticks in _TICKS.findall(content)), default=2) + 1)
        code = content.strip("\r\n").rstrip()
        return f"\n\n{fence}{info}\n{code}\n{fence}\n\n" if code else ""

    return made


def _formula(_context: Context, _words: TagWords, content: str) -> str:
    return f"\n\n$$\n{content.strip()}\n$$\n\n" if content.strip() else ""


def _bibliography(context: Context, words: TagWords, _content: str) -> str:
    """`{% bibliography -f papers -q @*[year=2020]* %}`: what asks our own list of papers for the same."""
    return f"\n\n{request_of(words.text, context.site_context.site)}\n\n"


def _quote(context: Context, words: TagWords, content: str) -> str:
    """`{% blockquote author, source %}`, `{% quote key %}`."""
    source = markup.inline(context, words.text.strip())
    below = f"<footer><cite>{source}</cite></footer>\n" if source else ""
    return f'\n\n<blockquote markdown="1">\n\n{content.strip()}\n\n{below}</blockquote>\n\n'


def _tags() -> Mapping[str, Callable[[Context, TagWords, str], str]]:
    several: tuple[tuple[Any, str], ...] = (
        (_figure, "figure"),
        (_picture, "figure_image picture image img responsive_image responsive_image_block postimage asset_img"),
        (_link, "twitter tweet oembed embed link_preview linkpreview jektify pdf audio jupyter_notebook button"),
        (_nothing, "toc seo feed_meta github_edit_link octicon fa_svg tabs minify center pullquote"),
        (_address, "asset_path asset_url"),
        (_citation, "cite reference"),
        (_bibliography, "bibliography"),
        (_account, "avatar mention"),
        (_details, "details spoiler collapsible"),
        (_tab, "tab"),
        (_quote, "quote blockquote"),
        (_formula, "math latex katex"),
        *((_recording(name), name) for name in ("youtube", "vimeo", "dailymotion", "bilibili")),
        *((_notice(name), name) for name in _NOTICES),
        *((_code(name), name) for name in ("mermaid", "plantuml", "graphviz")),
        (_code(""), "codeblock code"),
    )
    return {name: made for made, names in several for name in names.split()}


PLAIN_TAGS: Mapping[str, Callable[[Context, TagWords, str], str]] = _tags()
"""By the name of a tag: what becomes of its words, and of what stands in it."""
