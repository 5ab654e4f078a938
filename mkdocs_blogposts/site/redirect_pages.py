"""Old URLs among the files of the site: a small page at each, which leads to where its page is now."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar
from urllib.parse import quote, unquote

from mkdocs.structure.files import File, Files, InclusionLevel

from ..content.models import OldUrl, Text
from ..faults import Faults, Kind, shown
from ..host.other_plugins import options_of
from ..pages.file_moves import move
from ..pages.made_files import GENERATED_BY, fill, made_file
from ..pages.redirect_file import RedirectFile
from ..urls.link_index import LinkIndex, Target, url_key

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from mkdocs.config.defaults import MkDocsConfig

    from ..urls.url_claims import UrlClaims

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


def leave(
    texts: Iterable[tuple[File, _Text]], staying: Collection[str]
) -> tuple[list[tuple[File, _Text]], list[tuple[File, _Text]]]:
    """The texts that have a page here, and those that have moved away, whose own files make none."""
    here: list[tuple[File, _Text]] = []
    away: list[tuple[File, _Text]] = []
    for file, text in texts:
        (away if text.new_url and text.src_uri not in staying else here).append((file, text))
    return here, away


def in_circles(
    texts: Sequence[tuple[File, Text]], files: Files, site_urls: tuple[str, ...], faults: Faults
) -> set[str]:
    """The `src_uri` of each text whose `redirect_to` leads back to it; such a page stays, and is told."""
    moved = {text.src_uri: (file, text) for file, text in texts if text.new_url}
    if not moved:
        return set()
    for file, text in texts:
        move(file, text.dest_uri)
    index = LinkIndex(files, site_urls)
    old: dict[str, str] = {}
    for _, text in texts:
        for each in text.old_urls:
            old.setdefault(url_key(each.dest_uri), text.src_uri)

    def step(src_uri: str) -> str | None:
        file, text = moved[src_uri]
        url = text.new_url or ""
        target = _target_of(url, file, index)
        return target.file.src_uri if target else old.get(url_key(unquote(index.local_path(url) or "")))

    found: set[str] = set()
    for start in moved:
        seen, src_uri = [start], step(start)
        while src_uri in moved and src_uri not in seen:
            seen.append(src_uri)
            src_uri = step(src_uri)
        if src_uri == start:
            found.add(start)
    for src_uri in found:
        _, text = moved[src_uri]
        faults.add(
            Kind.PERMALINK,
            text.path,
            f"redirect_to: {shown(text.new_url)} leads in a circle, so the page stays",
            place=text.places.get("redirect_to"),
            hint="let it lead to a page that stays",
        )
    return found


def _target_of(url: str, file: File, index: LinkIndex) -> Target | None:
    """What `redirect_to` leads to: from its own page, or else from the site's root."""
    if index.local_path(url) is None:
        return None
    return index.resolve(url, file) or index.resolve(f"/{url}", file)


def put_away(away: Iterable[tuple[File, Text]], granted: Mapping[str, str]) -> None:
    """Keep the files of texts that have moved away out of the build; their URLs are those `granted` by `src_uri`."""
    for file, text in away:
        move(file, granted[text.src_uri])
        file.inclusion = InclusionLevel.EXCLUDED


def redirects_of(texts: Iterable[tuple[File, Text]]) -> Iterator[Redirect]:
    """The redirects that texts ask for."""
    for file, text in texts:
        if text.new_url and file.inclusion.is_excluded():
            url = "/" if file.url == "./" else f"/{file.url}"
            own = OldUrl(url=url, dest_uri=file.dest_uri, key="redirect_to", place=text.places.get("redirect_to"))
            yield Redirect(path=text.path, old=own, to=file, new_url=text.new_url)
        for old in text.old_urls:
            yield Redirect(path=text.path, old=old, to=file)


def place_redirects(
    redirects: Iterable[Redirect],
    files: Files,
    config: MkDocsConfig,
    claims: UrlClaims,
    faults: Faults,
    *,
    site_urls: tuple[str, ...],
) -> list[RedirectFile]:
    """Make room for a page at each old URL, once all others have their places; they are written later."""
    # What has moved away keeps its own URL, whoever else wants that.
    asked = sorted(redirects, key=lambda redirect: redirect.new_url is None)
    if not asked:
        return []
    _reserve_old_urls(claims, config)
    placed = {
        file.src_uri: (redirect, file) for redirect in asked if (file := _place(redirect, claims, config, faults))
    }
    for _, file in placed.values():
        files.append(file)
    moved = {redirect.to.src_uri: redirect for redirect in asked if redirect.new_url}
    way = _Way(LinkIndex(files if moved else Files([]), site_urls), moved, placed)
    settled = [file for _, file in placed.values()]
    for redirect, file in placed.values():
        file.end, file.address = way.follow(redirect)
    _place_map(settled, files, config)
    return settled


def _place(redirect: Redirect, claims: UrlClaims, config: MkDocsConfig, faults: Faults) -> RedirectFile | None:
    """The file of a redirect; `None`, and a fault, where its place is somebody else's."""
    old = redirect.old
    if redirect.new_url and old.key == "redirect_to":
        return RedirectFile(config, old, redirect.path, stands_for=redirect.to.src_uri)
    if old.dest_uri == redirect.to.dest_uri:
        return None
    if holder := claims.holder(old.dest_uri):
        faults.add(
            Kind.DUPLICATE_URL,
            redirect.path,
            f"duplicate-url: {old.key}: '{old.url}' is already the URL of {holder.name}",
            place=old.place,
            hint="a URL can lead to one page only; take it out of one of the two",
        )
        return None
    claims.reserve(old.dest_uri, f"a redirect of {redirect.path}")
    return RedirectFile(config, old, redirect.path, stands_for=None)


def _reserve_old_urls(claims: UrlClaims, config: MkDocsConfig) -> None:
    """Note the file that lists all redirects, and the old URLs that the plugin `redirects` answers for."""
    claims.reserve(MAP, f"'{MAP}', which every site has")
    for options in options_of(config, "redirects"):
        for old in options["redirect_maps"]:
            stands_in = File(old, None, config.site_dir, config.use_directory_urls)
            claims.reserve(stands_in.dest_uri, f"'{old}' in `redirect_maps` of the plugin `redirects`")


@dataclass(frozen=True)
class _Way:
    """The way from an old URL to the page at its end."""

    index: LinkIndex
    moved: Mapping[str, Redirect]
    """Pages that have moved away, by `src_uri`."""
    placed: Mapping[str, tuple[Redirect, RedirectFile]]

    def follow(self, redirect: Redirect) -> tuple[File | None, str]:
        """The file at the end with what follows its path, or no file and another address."""
        file, suffix = redirect.to, ""
        while True:
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
        target = _target_of(url, file, self.index)
        return (target.file, target.suffix) if target else _whole(self.index.local_path(url) or "")


def _whole(url: str) -> str:
    """A path that no page of the site answers, as a URL from its root."""
    # A colon in its first part would make a scheme of that part, once the path is relative.
    return "/" + quote(unquote(url.lstrip("/")), safe="/?#=&;@+,$!~*'()%")


def _place_map(placed: Sequence[RedirectFile], files: Files, config: MkDocsConfig) -> None:
    """Write down where each old URL leads, unless the site has such a file of its own."""
    file = files.get_file_from_path(MAP)
    if file is None:
        file = made_file(config, MAP, b"{}")
        files.append(file)
    if file.generated_by != GENERATED_BY:
        return
    leads = json.loads(file.content_bytes) | {each.old_url: each.address_from(config.site_url) for each in placed}
    fill(file, json.dumps(leads, ensure_ascii=False, indent=2).encode() + b"\n", config)
