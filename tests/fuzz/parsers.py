"""Everything of ours that takes a stranger's text apart, each as one function of a text."""

from __future__ import annotations

import contextlib
from functools import cache
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from markdown import Markdown

from mkdocs_blogposts.content.doi import doi_of
from mkdocs_blogposts.content.titles import first_heading
from mkdocs_blogposts.faults import ContentError, Faults
from mkdocs_blogposts.frontmatter.dates import Clock
from mkdocs_blogposts.frontmatter.file_names import file_name_of
from mkdocs_blogposts.frontmatter.parser import parse_data, span_of_head, toml_keys
from mkdocs_blogposts.frontmatter.schemes import is_malformed, is_picture, is_safe
from mkdocs_blogposts.frontmatter.time_spans import read_span
from mkdocs_blogposts.html.excerpts import cut_excerpt, fit_excerpt, list_excerpt, plain_text
from mkdocs_blogposts.html.feed_texts import feed_html
from mkdocs_blogposts.html.html_urls import rewrite_urls, urls_in
from mkdocs_blogposts.html.ids import ids_in, names_in, renamed
from mkdocs_blogposts.html.page_urls import checked, from_page
from mkdocs_blogposts.html.phrases import heading_html, inline_html
from mkdocs_blogposts.html.reading_time import reading_time
from mkdocs_blogposts.html.recordings import find_recordings
from mkdocs_blogposts.html.slide_marks import annotation_of
from mkdocs_blogposts.html.unclosed import hide_unclosed, show_unclosed
from mkdocs_blogposts.html.version_sections import sections_in
from mkdocs_blogposts.html.video_sites import recording_of
from mkdocs_blogposts.jekyll.config_reader import load_jekyll_config
from mkdocs_blogposts.jekyll.kramdown.code_in_html import plain, with_code
from mkdocs_blogposts.jekyll.kramdown.extension import with_kramdown
from mkdocs_blogposts.jekyll.slugs import plain_slug, pretty_slug
from mkdocs_blogposts.mending.scalars import scalars_of
from mkdocs_blogposts.migration.talks.calendar_reader import read_calendar
from mkdocs_blogposts.migration.talks.export_values import moment_of, text_of, url_of
from mkdocs_blogposts.migration.talks.foreign_talk import Circumstances
from mkdocs_blogposts.migration.talks.plain_markdown import markdown_line, markdown_text
from mkdocs_blogposts.migration.talks.talk_file import text_of_file, title_of_file
from mkdocs_blogposts.migration.talks.talks_tsv import read_talks_tsv
from mkdocs_blogposts.publications import latex
from mkdocs_blogposts.publications.bib_reader import read_bibliography
from mkdocs_blogposts.texts.loader import load_post, load_talk
from mkdocs_blogposts.texts.plain_lines import plain_lines
from mkdocs_blogposts.texts.remarks import has_liquid, mis_decoded
from mkdocs_blogposts.texts.version_headings import read_heading, released_on, releases_in
from tests.content.reading import read, source
from tests.jekyll.liquid.rendering import render

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

OWN = "mkdocs_blogposts."
GIVEN = Circumstances(zone=ZoneInfo("Europe/Prague"))
CLOCK = Clock(zone=ZoneInfo("UTC"), bare_datetimes_are_utc=True)


def _of_body(body: str) -> None:
    read(load_post, f"---\ndate: 2024-01-31\n---\n{body}", src_uri="blog/posts/a.md")
    read(load_post, body, src_uri="_posts/2024-01-31-a.md")


def _heads(head: str) -> tuple[str, ...]:
    return f"---\n{head}\n---\n", f"+++\n{head}\n+++\n", f"{{\n{head}\n}}\n"


def _of_head(head: str) -> None:
    for text in _heads(head):
        read(load_post, text, src_uri="blog/posts/a.md")


def _to_mend(head: str) -> None:
    for text in _heads(head):
        if span := span_of_head(text):
            scalars_of(text, span)


def _of_values(value: str) -> None:
    keys = ("title", "date", "permalink", "tags", "authors", "slug", "image", "excerpt", "redirect_from", "link", "end")
    quoted = value.replace("'", "''").replace("\n", " ")
    head = "".join(f"{key}: '{quoted}'\n" for key in keys)
    for folder in ("blog/posts/2024-01-31-a.md", "_posts/2024-01-31-a.md"):
        read(load_post, f"---\n{head}---\n", src_uri=folder)
    read(load_talk, f"---\n{head}---\n", src_uri="_talks/2024-01-31-a.md")


def _of_config(text: str) -> None:
    for content in (text, f"permalink: '{text}'", f"collections:\n  {text}", f"defaults: [{text}]"):
        load_jekyll_config([source(content, "_config.yml")], "", Faults())


def _of_bibliography(text: str) -> None:
    for content in (text, f"@article{{a, title = {{{text}}}, author = {{{text}}}, url = {{{text}}}}}"):
        read_bibliography(content, "a.bib", Faults())


def _of_calendar(text: str) -> None:
    event = f"BEGIN:VEVENT\nSUMMARY:{text}\nDESCRIPTION:{text}\nDTSTART:{text}\nEND:VEVENT\n"
    for content in (text, event):
        export = read_calendar(f"BEGIN:VCALENDAR\n{content}END:VCALENDAR\n", "a.ics", GIVEN)
        for talk in export.talks:
            text_of_file(talk, {})
            title_of_file(talk)


def _of_values_of_exports(text: str) -> None:
    with contextlib.suppress(ContentError):
        moment_of(text, GIVEN.zone)
    text_of(text)
    url_of(text)


def _slugs(text: str) -> None:
    plain_slug(text)
    pretty_slug(text)


def _addresses(text: str) -> None:
    for check in (is_safe, is_picture, is_malformed, checked, recording_of, doi_of):
        check(text)


def _dates(text: str) -> None:
    with contextlib.suppress(ContentError):
        CLOCK.read(text)
    with contextlib.suppress(ContentError):
        read_span(text)
    file_name_of(f"_posts/{text}.md")


def _excerpts(content: str) -> None:
    cut_excerpt(content, ["<!-- more -->"], "a/")
    list_excerpt(content, ["<!-- more -->"], "a/", inline_html("A"), anchor="a")
    fit_excerpt(content, "a/")


def _links(content: str) -> None:
    rewrite_urls(content, lambda url: url)
    urls_in(content)
    from_page(content, "a/b/")


def _ids(content: str) -> None:
    ids_in(content)
    renamed(content, {name: f"{name}-2" for name in names_in(content)})


def _headings_of_versions(text: str) -> None:
    read_heading(text, "en", below=text)
    released_on(text, "en")
    list(releases_in(f"## 1.0 {text}\n{text}", "en"))
    list(sections_in(f"<h2>{text}</h2>", lambda heading: read_heading(heading, "en") is not None))


@cache
def _kramdown() -> Markdown:
    """Markdown with what is ours alone: patterns of others are bounded elsewhere."""
    extensions, options = with_kramdown([], {}, smart_quotes=True)
    markdown = Markdown(extensions=extensions, extension_configs=options)
    for registry in (markdown.inlinePatterns, markdown.preprocessors, markdown.postprocessors, markdown.treeprocessors):
        others = [item.name for item in _items(registry) if not type(registry[item.name]).__module__.startswith(OWN)]
        for name in {*others} - {"inline", "raw_html", "normalize_whitespace", "unescape"}:
            registry.deregister(name)
    return markdown


def _items(registry: Any) -> Iterable[Any]:
    registry[0]  # sorts them
    return list(registry._priority)  # noqa: SLF001  # there is no other way to the names


def _of_kramdown(text: str) -> None:
    _kramdown().reset().convert(text)


PARSERS: Mapping[str, Callable[[str], object]] = {
    "text of a post": _of_body,
    "front matter": _of_head,
    "values of front matter": _of_values,
    "values to mend": _to_mend,
    "JSON and YAML": lambda text: parse_data(source(text, "a.yml"), Faults()),
    "TOML": lambda text: list(toml_keys(text)),
    "dates": _dates,
    "slugs": _slugs,
    "addresses": _addresses,
    "first heading": first_heading,
    "lines": lambda text: list(plain_lines(text)),
    "mis-decoded": lambda text: list(mis_decoded(text)),
    "has Liquid": has_liquid,
    "versions": _headings_of_versions,
    "changelog": lambda text: list(releases_in(text, "en")),
    "excerpts": _excerpts,
    "plain text": plain_text,
    "feed": lambda text: feed_html(text, "A", "https://example.org/a/"),
    "links": _links,
    "ids": _ids,
    "phrases": inline_html,
    "first heading of HTML": heading_html,
    "reading time": lambda text: reading_time(text, 265),
    "recordings": find_recordings,
    "slides": lambda text: annotation_of(text, 9, "Slide 0"),
    "unclosed": lambda text: show_unclosed(hide_unclosed(text, "a", "svg")),
    "code in HTML": lambda text: with_code(text, plain),
    "kramdown": _of_kramdown,
    "Liquid": render,
    "_config.yml": _of_config,
    "bibliography": _of_bibliography,
    "LaTeX": lambda text: (latex.html_of(text), latex.text_of(text)),
    "calendar": _of_calendar,
    "talks.tsv": lambda text: read_talks_tsv(f"title\tdate\n{text}\t2024-01-31\n", "a.tsv", GIVEN),
    "values of exports": _of_values_of_exports,
    "texts of exports": lambda text: (markdown_line(text), markdown_text(text)),
}
"""What takes texts apart, by what it reads."""
