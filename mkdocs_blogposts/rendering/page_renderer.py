"""How texts become HTML, each of them as seldom as can be."""

from __future__ import annotations

import copy
import re
from functools import cached_property
from typing import TYPE_CHECKING

from markdown import Markdown
from markupsafe import Markup, escape
from mkdocs.exceptions import BuildError
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import get_toc
from mkdocs.utils import is_markdown_file

from ..cache.fingerprint import READS_FILES, UnknownError, fingerprint
from ..cache.store import Store, digest
from ..failures import tell_failure
from ..faults import Kind, Place
from ..frontmatter.dialects import Dialect
from ..html.phrases import INLINE_TAGS, inline_html
from ..jekyll.endings import MARKDOWN
from ..late_patterns import late_pattern
from ..light_dataclasses import dataclass, field
from .bounded_conversion import HINT, TooMuchError, as_written, bounded, run_in
from .code_styles import shared_code_styles
from .kept_conversion import Conversion, listening, notes_anchors

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

    from ..cache.remembered import Remembered
    from ..faults import Faults
    from ..pages.text_pages import TextPage
    from ..processes.workers import Workers
    from .link_extension import LinkExtension

_BLOCK_TAGS = {*INLINE_TAGS, "a", "blockquote", "br", "li", "ol", "p", "pre", "ul"}
_PREVIEW = ".extensions.preview"
_INLINE_MARKUP = re.compile(r"[\\`*_\[\]<>&~^={|$]|:\w[\w+-]*:")
"""What a line must have for Markdown to make anything but text of it."""
_TICKS = late_pattern(r"`{3,}")
_BREAK = late_pattern(r"<br\s*/?>", re.IGNORECASE)
_BLOCK_START = late_pattern(r"\s*(?=[#>+-]|\d+[.)])(\d*)")
"""What would begin a heading, quote or list, which a title has none of."""
_CODE_OR_STARS_IN_A_WORD = late_pattern(r"(?P<ticks>`+).+?(?P=ticks)|(?<=\w)\*+(?=\w)")
"""Code, and stars between letters or digits: `D*I*Y`."""

_LONGEST_TITLE = 1_000
"""Characters of a title in which anything but text is looked for; whatever names the post shows it."""

CONVERSION = "conversion"
"""Kind of entry that the store keeps of a rendered text."""


def _literal(found: re.Match[str]) -> str:
    return found[0] if found["ticks"] else found[0].replace("*", r"\*")


@dataclass
class Rendering:
    """What the pages of one build are rendered with."""

    config: MkDocsConfig
    links: LinkExtension
    faults: Faults
    """Takes what is wrong with links of front matter."""
    store: Store | None
    """Where converted texts are kept; `None` where nothing is to be kept."""
    smart_quotes: bool = False
    """Whether texts of Jekyll get typographic quotes and dashes."""
    workers: Workers | None = None
    known: Remembered[Conversion] | None = None
    """What `serve` remembers of the text of each page; `None` in a build."""
    _fingerprints: dict[Dialect, str | None] = field(default_factory=dict, init=False)
    _converters: dict[Dialect, Markdown] = field(default_factory=dict, init=False)

    def render(self, page: TextPage, files: Files) -> None:
        """Convert the text of a page, or take what converting the same text gave before."""
        if self.workers:
            self.workers.begin(page)
        try:
            self.convert(page, files)
        except BuildError:
            raise
        except TooMuchError as error:
            text = page.markdown or ""
            run = run_in(text)
            # Once Liquid has made something of a text, its lines are others.
            is_own = run and text == page.article.body
            place = Place(page.article.body_line + run.place.line - 1, run.place.column) if run and is_own else None
            self._tell_too_much(page, text, error, place)
            page.content, page.toc, page.present_anchor_ids = as_written(text), get_toc([]), set()
        except Exception as error:  # noqa: BLE001  # of any extension
            tell_failure(self.faults, page.article.path, "rendering its text", error)
            page.content, page.toc, page.present_anchor_ids = "", get_toc([]), set()

    def _tell_too_much(self, page: TextPage, text: str, error: TooMuchError, place: Place | None) -> None:
        message = f"{Kind.MARKDOWN}: {error}, so it is shown as it is written: {run_in(text)}"
        self.faults.add(Kind.MARKDOWN, page.article.path, message, place=place, hint=HINT)

    def convert(self, page: TextPage, files: Files) -> None:
        """Do the same, and let through what goes wrong."""
        text = page.markdown or ""
        article = page.article
        about = (self._fingerprint(article.dialect), text, page.url, notes_anchors(), article.has_materials_ids)
        known = self._remembered(page, about)
        key = self.key_of(page, text) if known is None else None
        if known is None and (key is None or self.store is None):
            self._convert_page(page, files)
            return
        at_hand = self.links.begin(page)
        kept = known or self._kept(key)
        if kept and self.links.writer.still_holds(kept.links, page):
            kept.put_into(page, files)
        else:
            with listening() as messages:
                self._convert_page(page, files)
            kept = Conversion.of(page, at_hand.written, messages)
            if self.store:
                self.store.put(CONVERSION, key or self.key_of(page, text) or "", kept.to_json())
        at_hand.conversion = kept
        if self.known is not None:
            self.known[page.file.src_uri] = (about, kept)

    def _remembered(self, page: TextPage, about: tuple[object, ...]) -> Conversion | None:
        """What `serve` remembers of the text of a page, if all that this depended on is as it was."""
        before = self.known.get(page.file.src_uri) if self.known else None
        return before[1] if before and before[0] == about else None

    def has(self, page: TextPage) -> bool:
        """Whether there seems to be no need to convert the text of a page; also where it can't be done ahead."""
        key = self.key_of(page, page.text)
        return key is None or self.store is None or self.store.has(CONVERSION, key)

    def basis(self) -> str | None:
        """What all HTML depends on beside texts; `None` where that can't be known."""
        # What Jekyll's texts get besides follows from it, and from our code.
        known = self._fingerprint(Dialect.MATERIAL)
        return digest(known, self.smart_quotes) if known else None

    def _convert_page(self, page: TextPage, files: Files) -> None:
        from ..shortcuts.together import shortcuts  # noqa: PLC0415  # most builds convert few texts or none

        with bounded(page.markdown or ""), shared_code_styles(), shortcuts():
            self._convert_unbounded(page, files)

    def _convert_unbounded(self, page: TextPage, files: Files) -> None:
        name = page.file.src_uri
        if is_markdown_file(name) or name.lower().endswith(MARKDOWN):
            article = page.article
            config = self._config_of_both if article.has_materials_ids else self.config_for(article.dialect)
            Page.render(page, config, files)
            return
        if page.article.dialect is Dialect.JEKYLL:
            from ..jekyll.kramdown.code_in_html import with_code  # noqa: PLC0415  # for sites that have texts of Jekyll

            page.markdown = with_code(page.markdown or "", self._coloured)
        Page.render(page, self._html_config, files)

    def _coloured(self, code: str, info: str) -> str:
        ticks = max((len(run) for run in _TICKS.findall(code)), default=2) + 1
        return self._convert(f"{'`' * ticks}{info}\n{code}\n{'`' * ticks}", Dialect.JEKYLL)

    def _kept(self, key: str | None) -> Conversion | None:
        values = self.store.get(CONVERSION, key) if self.store and key else None
        return Conversion.from_json(values) if values else None

    def key_of(self, page: TextPage, text: str) -> str | None:
        """What the HTML of a text depends on, its links apart; `None` where that can't be known."""
        dialect = page.article.dialect
        known = self._fingerprint(dialect)
        if known is None or any(mark in text for mark in self._marks):
            return None
        return digest(known, text, page.file.src_uri, page.url, notes_anchors(), page.article.has_materials_ids)

    def _fingerprint(self, dialect: Dialect) -> str | None:
        if dialect not in self._fingerprints:
            config = self.config_for(dialect)
            extensions, configs = config["markdown_extensions"], config["mdx_configs"]
            try:
                known = fingerprint(extensions, configs, config.theme.custom_dir, config["hooks"].values())
            except UnknownError:
                known = None
            self._fingerprints[dialect] = known
        return self._fingerprints[dialect]

    @cached_property
    def _marks(self) -> tuple[str, ...]:
        """What a text has that is not all there is to know of it, since it reads files."""
        return tuple(mark for name, mark in READS_FILES.items() if name in self.config["markdown_extensions"])

    def config_for(self, dialect: Dialect) -> MkDocsConfig:
        """The configuration with the Markdown extensions that texts of a dialect need."""
        return self._jekyll_config if dialect is Dialect.JEKYLL else self.config

    @cached_property
    def _jekyll_config(self) -> MkDocsConfig:
        return self._config_with_kramdown(has_materials_ids=False)

    @cached_property
    def _config_of_both(self) -> MkDocsConfig:
        """The same for texts whose headings have had the ids of Material."""
        return self._config_with_kramdown(has_materials_ids=True)

    def _config_with_kramdown(self, *, has_materials_ids: bool) -> MkDocsConfig:
        from ..jekyll.kramdown.extension import with_kramdown  # noqa: PLC0415  # for sites that have texts of Jekyll

        config = copy.copy(self.config)
        config.data = dict(self.config.data)
        extensions, options = with_kramdown(
            config["markdown_extensions"],
            config["mdx_configs"],
            smart_quotes=self.smart_quotes,
            has_materials_ids=has_materials_ids,
        )
        config["markdown_extensions"], config["mdx_configs"] = extensions, options
        return config

    @cached_property
    def _html_config(self) -> MkDocsConfig:
        from .raw_text import AsItIs  # noqa: PLC0415  # few texts are no Markdown

        config = copy.copy(self.config)
        config.data = {**self.config.data, "markdown_extensions": [AsItIs()], "mdx_configs": {}}
        return config

    def inline(self, text: str, dialect: Dialect) -> Markup:
        """Markdown of a title as inline HTML."""
        if len(text) > _LONGEST_TITLE or not _INLINE_MARKUP.search(text):
            return escape(text)
        text = _BLOCK_START.sub(r"\1\\", text, count=1) if _BLOCK_START.match(text) else text.strip()
        if dialect is Dialect.JEKYLL:
            # Most themes of Jekyll print a title as it is, and hardly anybody stresses half a word.
            text = _CODE_OR_STARS_IN_A_WORD.sub(_literal, text)
        try:
            return inline_html(_BREAK.sub(" ", self._convert(text, dialect)))
        except TooMuchError:
            return escape(text)

    def blocks(self, text: str, page: TextPage, place: Place | None) -> Markup:
        """Markdown of front matter as HTML in which only formatting and links are left."""
        try:
            converted = self._convert(text, page.article.dialect)
        except TooMuchError as error:
            self._tell_too_much(page, text, error, place)
            converted = as_written(text)
        import nh3  # noqa: PLC0415  # most front matter has no such text

        content = nh3.clean(
            converted,
            tags=_BLOCK_TAGS,
            attributes={"a": {"href", "title"}},
            link_rel=None,
        )
        return Markup(self.links.writer.of_front_matter(content, page, place, self.faults))  # cleaned the line before

    def html(self, text: str, dialect: Dialect) -> str:
        """Markdown of a part of a text as HTML, with its links as they are."""
        try:
            return self._convert(text, dialect)
        except TooMuchError:
            return as_written(text)

    def _convert(self, text: str, dialect: Dialect) -> str:
        if dialect not in self._converters:
            config = self.config_for(dialect)
            # Material's previews ask for the page that they stand on, and a text of front matter stands on none.
            extensions = [each for each in config["markdown_extensions"] if not str(each).endswith(_PREVIEW)]
            options = config["mdx_configs"]
            self._converters[dialect] = Markdown(extensions=extensions, extension_configs=options)
        # What `LinkTreeprocessor` would make of its links is for MkDocs, which sees no front matter.
        with self.links.of_no_page(), bounded(text):
            try:
                return self._converters[dialect].reset().convert(text)
            except BaseException:
                del self._converters[dialect]  # whose state nobody knows
                raise
