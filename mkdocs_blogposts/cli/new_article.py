"""`blogposts new`: a file for a post or talk, with what can be known of it already."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

import click
import yaml

from ..content.models import Post, Talk
from ..content.reading import posts_folder
from ..faults import Faults
from ..frontmatter.file_names import has_dated_name
from ..sources.loading import authors_of
from ..sources.source_files import folder_of
from .examples import CommandWithExamples
from .site_as_read import config_option, config_path, read_site
from .terminal import tell

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from .site_as_read import SiteAsRead

_LONGEST = 80
"""Characters of a file name."""
_CODE_OR_TAG = re.compile(r"(?P<code>(`+)[^`]*\2)|<(?=[A-Za-z/!?])")
"""What Markdown would take for HTML, outside of code."""
_FOLDER_PAGES = ("index", "readme")
"""Names of the page of a folder, to MkDocs."""


@click.command(
    "new",
    cls=CommandWithExamples,
    examples=[
        'blogposts new "What is new in 2.0"',
        'blogposts new "Not yet sure" --draft --edit',
        'blogposts new "Docs that last" --talk',
    ],
)
@config_option
@click.argument("title")
@click.option("--draft", is_flag=True, help="Mark it as a draft.")
@click.option("--talk", is_flag=True, help="Write a talk instead of a post.")
@click.option("--edit", is_flag=True, help="Open it in the editor that $VISUAL or $EDITOR names.")
def new_article(config_file: Path | None, title: str, *, draft: bool, talk: bool, edit: bool) -> None:
    """Write the file of a new post, and print where it is.

    It lies beside the other posts and is named like them, with today's date and, if the site has only one author, with
    that one. A file that is there already stays as it is.
    """
    title = " ".join(title.split())
    if not title:
        raise click.UsageError("A post needs a title")
    site = read_site(config_path(config_file))
    article = _NewArticle(site=site, title=title, is_draft=draft, is_talk=talk)
    path = article.path
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(article.text)
    except FileExistsError:
        raise click.ClickException(f"'{_from_here(path)}' is there already") from None
    except OSError as error:
        raise click.ClickException(f"'{_from_here(path)}' cannot be written: {error.strerror}") from error
    tell(_from_here(path))
    if edit:
        click.edit(filename=str(path))


@dataclass(frozen=True, kw_only=True)
class _NewArticle:
    site: SiteAsRead
    title: str
    is_draft: bool
    is_talk: bool

    @property
    def path(self) -> Path:
        """Where it is to lie."""
        name = self._slug
        if self._is_jekylls:
            name = name if self.is_draft and not self.is_talk else f"{self._today:%Y-%m-%d}-{name}"
        elif self._like and has_dated_name(self._like[0].src_uri):
            name = f"{self._today:%Y-%m-%d}-{name}"
        return self._folder / f"{name}.md"

    @property
    def text(self) -> str:
        """What it says."""
        values: dict[str, Any] = {}
        if self._is_jekylls:
            values["title"] = self.title
            if layout := next((each.meta["layout"] for each in self._like if each.meta.get("layout")), None):
                values["layout"] = str(layout)
        if not self._is_jekylls or self.is_talk:
            values["date"] = self._today.date()
        if self.is_talk:
            values["venue"] = None
        if author := self._only_author:
            values["authors"] = [author]
        if self.is_draft and not (self._is_jekylls and not self.is_talk):
            values["draft"] = True
        head = yaml.safe_dump(values, allow_unicode=True, sort_keys=False, width=1000)
        head = re.sub(r"^venue: null$", "venue:", head, flags=re.MULTILINE)
        heading = _CODE_OR_TAG.sub(lambda found: found["code"] or "&lt;", self.title)
        return f"---\n{head}---\n" + ("\n" if self._is_jekylls else f"\n# {heading}\n")

    @property
    def _like(self) -> Sequence[Post | Talk]:
        """Those of its kind that are there, the newest first."""
        kind = Talk if self.is_talk else Post
        drafts = {"_drafts"} if not self.is_talk else set()
        found = [
            article
            for _, article in self.site.articles
            if isinstance(article, kind) and not drafts & {*PurePosixPath(article.src_uri).parts}
        ]
        return sorted(found, key=lambda each: each.date.isoformat() if each.date else "", reverse=True)

    @property
    def _is_jekylls(self) -> bool:
        """Whether it is to lie in a folder of Jekyll's, as the newest does."""
        name = "_talks" if self.is_talk else "_posts"
        return bool(self._like) and name in PurePosixPath(self._like[0].src_uri).parts[:-1]

    @property
    def _folder(self) -> Path:
        """The folder of its kind; below a year, where the newest lies below its own."""
        blog = self.site.blogs[0]
        root = folder_of(self.site.config)
        if self._is_jekylls:
            newest = Path(root, self._like[0].path)
            wanted = "_talks" if self.is_talk else "_posts"
            home = next(each for each in newest.parents if each.name == wanted)
            return home.with_name("_drafts") if self.is_draft and not self.is_talk else home
        settings = blog.begun.settings
        below = settings.talks_dir if self.is_talk else posts_folder(settings)
        folder = Path(self.site.config.docs_dir, below)
        newest_date = self._like[0].date if self._like else None
        if newest_date and Path(root, self._like[0].path).parent == folder / str(newest_date.year):
            folder /= str(self._today.year)
        return Path(os.path.normpath(folder))

    @property
    def _slug(self) -> str:
        settings = self.site.blogs[0].begun.settings
        slug = settings.post_slugify(self.title, settings.post_slugify_separator)
        slug = re.sub(r'[\x00-\x1f/\\:*?"<>|]+|-{2,}', "-", slug).strip("-. _")[:_LONGEST].rstrip("-. _")
        return f"{slug}-1" if slug.lower() in _FOLDER_PAGES else slug or "untitled"

    @property
    def _today(self) -> datetime:
        begun = self.site.blogs[0].begun
        return begun.now.astimezone(ZoneInfo(begun.settings.timezone))

    @property
    def _only_author(self) -> str | None:
        """The id of the author, where the site knows one only."""
        if self.is_talk or self._is_jekylls:
            return None
        config, settings = self.site.config, self.site.blogs[0].begun.settings
        book = authors_of(self.site.files, config, settings, Faults())
        return next(iter(book.authors)) if book and len(book.authors) == 1 else None


def _from_here(path: Path) -> str:
    """A path as one would type it here."""
    here = Path.cwd()
    return str(path.relative_to(here) if path.is_relative_to(here) else path)
