"""Old URLs among the files of the site: a small page at each, which leads to where its page is now."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar
from urllib.parse import quote, unquote, urljoin, urlsplit

from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.utils import get_relative_url

from ..content.models import OldUrl, Text
from ..faults import Faults, Kind, Level, shown
from ..host.other_plugins import options_of
from ..html.excerpts import plain_text
from .link_index import LinkIndex
from .placement import MADE_LATER, Taken, move, owner_of
from .structure import GENERATED_BY, RedirectFile

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from mkdocs.config.defaults import MkDocsConfig

    from ..views.presenter import Presenter

_Text = TypeVar("_Text", bound=Text)

MAP = "redirects.json"
"""Where each old URL leads, in the form of jekyll-redirect-from."""


@dataclass(frozen=True, kw_only=True)
class Redirect:
    """An old URL, and the page that it is to lead to."""

    path: str
    """The file that asks for it, as its author would name it."""
    old: OldUrl
    to: File
    """The page; for one that has moved away, its own file."""
    new_url: str | None = None
    """Where `to` itself has moved to, as its author wrote it."""


def leave(texts: Iterable[tuple[File, _Text]]) -> tuple[list[tuple[File, _Text]], list[tuple[File, _Text]]]:
    """The texts that have a page here, and those that have moved away, whose own files make none."""
    here: list[tuple[File, _Text]] = []
    away: list[tuple[File, _Text]] = []
    for file, text in texts:
        (away if text.new_url else here).append((file, text))
    for file, text in away:
        move(file, text.dest_uri)
        file.inclusion = InclusionLevel.EXCLUDED
    return here, away


def redirects_of(texts: Iterable[tuple[File, Text]]) -> Iterator[Redirect]:
    """The redirects that texts ask for."""
    for file, text in texts:
        if text.new_url:
            url = "/" if file.url == "./" else f"/{file.url}"
            own = OldUrl(url=url, dest_uri=file.dest_uri, key="redirect_to", place=text.places.get("redirect_to"))
            yield Redirect(path=text.path, old=own, to=file, new_url=text.new_url)
        for old in text.old_urls:
            yield Redirect(path=text.path, old=old, to=file)


def place_redirects(
    redirects: Iterable[Redirect], files: Files, config: MkDocsConfig, faults: Faults, *, site_urls: tuple[str, ...]
) -> list[RedirectFile]:
    """Make room for a page at each old URL, once all others have their places; they are written later."""
    # What has moved away keeps its own URL, whoever else wants that.
    asked = sorted(redirects, key=lambda redirect: redirect.new_url is None)
    if not asked:
        return []
    taken = _taken(files, config)
    placed = {file.src_uri: (redirect, file) for redirect in asked if (file := _place(redirect, taken, config, faults))}
    for _, file in placed.values():
        files.append(file)
    moved = {redirect.to.src_uri: redirect for redirect in asked if redirect.new_url}
    way = _Way(LinkIndex(files if moved else Files([]), site_urls), moved, placed)
    settled: list[RedirectFile] = []
    for redirect, file in placed.values():
        if _settle(redirect, file, way, faults):
            settled.append(file)
        else:
            files.remove(file)
    _place_map(settled, files, config)
    return settled


def _place(redirect: Redirect, taken: Taken, config: MkDocsConfig, faults: Faults) -> RedirectFile | None:
    """The file of a redirect; `None`, and a fault, where its place is somebody else's."""
    old = redirect.old
    if old.dest_uri == redirect.to.dest_uri and not redirect.new_url:
        return None
    if whose := taken.owner(old.dest_uri) or taken.in_the_way(old.dest_uri):
        faults.add(
            Kind.DUPLICATE_URL,
            redirect.path,
            f"duplicate-url: {old.key}: '{old.url}' is already the URL of {whose}",
            place=old.place,
            hint="a URL can lead to one page only; take it out of one of the two",
            level=min(Level.WARNING, faults.levels[Kind.DUPLICATE_URL]),  # no page is lost, and the URL answers
        )
        return None
    taken.take(old.dest_uri, f"a redirect of {redirect.path}")
    return RedirectFile(config, old, redirect.path, stands_for=redirect.to.src_uri if redirect.new_url else None)


def _taken(files: Files, config: MkDocsConfig) -> Taken:
    """Whose each place is before there are redirects."""
    taken = Taken()
    for file in files:
        if file.inclusion.is_included():
            taken.take(file.dest_uri, owner_of(file, config))
    for name in (*sorted(config.theme.static_templates), *MADE_LATER, MAP):
        taken.take(name, f"'{name}', which every site has")
    for options in options_of(config, "redirects"):
        for old in options["redirect_maps"]:
            stands_in = File(old, None, config.site_dir, config.use_directory_urls)
            taken.take(stands_in.dest_uri, f"'{old}' in `redirect_maps` of the plugin `redirects`")
    return taken


@dataclass(frozen=True)
class _Way:
    """The way from an old URL to the page at its end."""

    index: LinkIndex
    moved: Mapping[str, Redirect]
    """Pages that have moved away, by `src_uri`."""
    placed: Mapping[str, tuple[Redirect, RedirectFile]]

    def follow(self, redirect: Redirect) -> tuple[File | None, str] | None:
        """The file at the end with what follows its path, or no file and another address; `None` for a circle."""
        file, suffix, seen = redirect.to, "", set()
        while True:
            if file.src_uri in seen:
                return None
            seen.add(file.src_uri)
            if (step := self._step(file)) is None:
                return file, suffix
            if isinstance(step, str):
                return None, step
            file, suffix = step

    def _step(self, file: File) -> tuple[File, str] | str | None:
        """Where a file leads; `None` for one that stays."""
        if isinstance(file, RedirectFile):
            if file.end or file.address:
                return (file.end, file.address) if file.end else file.address
            return self.placed[file.src_uri][0].to, ""
        if file.src_uri not in self.moved:
            return None
        moved = self.moved[file.src_uri]
        url = moved.new_url or ""
        if self.index.local_path(url) is None:
            return url
        target = self.index.resolve(url, file) or self.index.resolve(f"/{url}", file)
        return (target.file, target.suffix) if target else _whole(self.index.local_path(url) or "")


def _whole(url: str) -> str:
    """A path that no page of the site answers, as a URL from its root."""
    # A colon in its first part would make a scheme of that part, once the path is relative.
    return "/" + quote(unquote(url.lstrip("/")), safe="/?#=&;@+,$!~*'()%")


def _settle(redirect: Redirect, file: RedirectFile, way: _Way, faults: Faults) -> bool:
    """Let a redirect lead straight to its end, or tell why it has none; gives whether it has one."""
    found = way.follow(redirect)
    if found is None:
        moved = way.moved.get(redirect.to.src_uri, redirect)
        faults.add(
            Kind.PERMALINK,
            moved.path,
            f"{moved.old.key}: {shown(moved.new_url)} leads in a circle",
            place=moved.old.place,
            hint="let it lead to a page that stays",
        )
        return False
    file.end, file.address = found
    return True


def _place_map(placed: Sequence[RedirectFile], files: Files, config: MkDocsConfig) -> None:
    """Write down where each old URL leads, unless the site has such a file of its own."""
    file = files.get_file_from_path(MAP)
    if file is None:
        file = File.generated(config, MAP, content=b"{}", inclusion=InclusionLevel.NOT_IN_NAV)
        file.generated_by = GENERATED_BY
        files.append(file)
    if file.generated_by != GENERATED_BY:
        return
    leads = json.loads(file.content_bytes) | {each.old_url: _absolute(each, config) for each in placed}
    file.content_bytes = json.dumps(leads, ensure_ascii=False, indent=2).encode() + b"\n"


def write_redirects(placed: Iterable[RedirectFile], presenter: Presenter) -> None:
    """Fill the pages at old URLs."""
    template = presenter.theme.env.get_template("blogposts/redirect.html")
    for file in placed:
        url = file.target
        title = plain_text(str(file.end.page.title)) if file.end and file.end.page else url
        content = template.render(
            url=url if _is_whole(url) else get_relative_url(url, file.url),
            canonical=_absolute(file, presenter.config),
            title=title or url,
            language=presenter.theme.language,
            words=presenter.theme.words,
            config=presenter.config,
        )
        file.content_bytes = content.encode()


def _absolute(file: RedirectFile, config: MkDocsConfig) -> str:
    """Where a redirect leads: with the address of the site, or from its root where that is not known."""
    url = file.target
    if _is_whole(url):
        return url
    root = f"{config.site_url.rstrip('/')}/" if config.site_url else "/"
    return urljoin(root, url)


def _is_whole(url: str) -> bool:
    parts = urlsplit(url)
    return bool(parts.scheme or parts.netloc)
