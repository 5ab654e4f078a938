"""Listings that would be at one URL: told before anything is written, and the later one left out."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.structure.files import File

from ..blog.views import Pager, View, ViewKind, Views
from ..faults import Faults, Kind

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mkdocs.config.defaults import MkDocsConfig

_OPTIONS: Mapping[ViewKind, str] = {
    ViewKind.INDEX: "blog_dir",
    ViewKind.ARCHIVE: "archive_url_format",
    ViewKind.CATEGORY: "categories_url_format",
    ViewKind.AUTHOR: "authors_profiles_url_format",
    ViewKind.TAG: "tags_url_format",
    ViewKind.TAG_INDEX: "tags_index_url",
    ViewKind.TALK_INDEX: "talks_dir",
}
"""What decides where a listing lies."""


_Claim = tuple[View, Pager]


def kept_apart(views: Views, config: MkDocsConfig, faults: Faults) -> Views:
    """The listings without those, and without those of their pages, whose URL an earlier one has."""
    claims = _Claims(config, faults)
    (index,) = claims.kept(views.index)
    return replace(
        views,
        index=index,
        archives=claims.kept(*views.archives),
        categories=claims.kept(*views.categories),
        authors=claims.kept(*views.authors),
        tag_index=next(iter(claims.kept(*filter(None, [views.tag_index]))), None),
        tags=claims.kept(*views.tags),
        talk_index=next(iter(claims.kept(*filter(None, [views.talk_index]))), None),
    )


@dataclass
class _Claims:
    """Knows whose each URL is."""

    config: MkDocsConfig
    faults: Faults
    owners: dict[str, _Claim] = field(default_factory=dict)
    """The page at each place in the site's folder."""

    def kept(self, *views: View) -> tuple[View, ...]:
        """Those listings whose first page has a place of its own, without further pages that have none."""
        return tuple(
            replace(view, pagers=(first, *(pager for pager in further if self._claim(view, pager))))
            for view in views
            for first, *further in [view.pagers]
            if self._claim(view, first)
        )

    def _claim(self, view: View, pager: Pager) -> bool:
        """Take the place of a page, or tell whose it is."""
        file = File.generated(self.config, pager.src_uri, content="")
        other = self.owners.setdefault(file.dest_uri, (view, pager))
        if other == (view, pager):
            return True
        self._tell(file, other, (view, pager))
        return False

    def _tell(self, file: File, first: _Claim, second: _Claim) -> None:
        options = dict.fromkeys(_option(*claim) for claim in (first, second))
        both = f"{_named(first[0])} and of {_named(second[0])}"
        whose = f"more than one page of {_named(first[0])}" if first[0] is second[0] else both
        self.faults.add(
            Kind.DUPLICATE_URL,
            Path(self.config.config_file_path or "mkdocs.yml").name,
            f"duplicate-url: '/{file.dest_uri.removesuffix('index.html')}' is the URL of {whose}",
            hint=f"change {' or '.join(f'`{option}`' for option in options)}",
        )


def _option(view: View, pager: Pager) -> str:
    """What decides where a page of a listing lies."""
    return _OPTIONS[view.kind] if pager.number == 1 else "pagination_url_format"


def _named(view: View) -> str:
    name = "blog" if view.kind is ViewKind.INDEX else view.kind.value.replace("-", " ")
    return f"the {name} '{view.title}'"
