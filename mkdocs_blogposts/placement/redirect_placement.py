"""Old URLs among the files of the site: a small page at each, which leads to where its page is now."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING
from urllib.parse import quote, unquote

from mkdocs.structure.files import File, Files

from ..content.models import JekyllPage, OldUrl, Text
from ..faults import Faults, Kind, Level
from ..frontmatter.dialects import Dialect
from ..host.other_plugins import options_of
from ..light_dataclasses import dataclass
from ..pages.made_files import GENERATED_BY, fill, made_file
from ..pages.redirect_file import RedirectFile
from ..urls.link_index import LinkIndex
from ..urls.url_claims import url_of
from .departures import target_of
from .link_faults import LinkFaults, Written

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from mkdocs.config.defaults import MkDocsConfig

    from ..urls.url_claims import UrlClaims

MAP = "redirects.json"
"""Where each old URL leads, in the form of jekyll-redirect-from."""
_A_REDIRECT = "a redirect of "


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
    is_asked_for: bool = True
    """Whether its author has named the URL, and is to know if that cannot be had."""
    is_jekylls: bool = False
    """Whether it is that of a text of Jekyll's, whose builder has none of our listings."""
    is_place: bool = False
    """Whether it is the file of a post or document itself, to Jekyll, which writes these after all that leads away."""


def redirects_of(texts: Iterable[tuple[File, Text]]) -> Iterator[Redirect]:
    """The redirects that texts ask for."""
    for file, text in texts:
        if text.new_url and file.inclusion.is_excluded():
            url = "/" if file.url == "./" else f"/{file.url}"
            own = OldUrl(url=url, dest_uri=file.dest_uri, key="redirect_to", place=text.places.get("redirect_to"))
            yield Redirect(path=text.path, old=own, to=file, new_url=text.new_url)
        for old in text.old_urls:
            yield Redirect(path=text.path, old=old, to=file, is_jekylls=text.dialect is Dialect.JEKYLL)
        second = text.second_dest_uri
        if second and second not in (old.dest_uri for old in text.old_urls):
            old = OldUrl(url=url_of(second), dest_uri=second, key="permalink", place=None)
            is_page = isinstance(text, JekyllPage) and text.collection is None
            is_place = text.dialect is Dialect.JEKYLL and not is_page
            yield Redirect(path=text.path, old=old, to=file, is_asked_for=False, is_place=is_place)


def _as_material_has_them(redirects: Iterable[Redirect]) -> list[Redirect]:
    """The same, those that nobody has asked for the last first: of several posts on one URL, Material shows that.

    So are those of Jekyll's texts, whose builder writes one over the other.
    """
    known = [*redirects]
    others = [redirect for redirect in reversed(known) if redirect.is_jekylls or not redirect.is_asked_for]
    first = (redirect for redirect in known if redirect.is_asked_for and not redirect.is_jekylls)
    return [*first, *sorted(others, key=lambda redirect: not redirect.is_asked_for)]


def _right(redirect: Redirect) -> tuple[bool, ...]:
    """What redirects are sorted by that want one URL."""
    # Of several texts with one permalink, it leads to that which has got the folder of its name.
    has_folder = redirect.to.dest_uri == f"{redirect.old.dest_uri.removesuffix('.html')}/index.html"
    return redirect.new_url is None, not redirect.is_place, not redirect.is_asked_for, not has_folder


def place_redirects(
    redirects: Iterable[Redirect],
    files: Files,
    config: MkDocsConfig,
    claims: UrlClaims,
    faults: Faults,
    *,
    site_urls: tuple[str, ...],
    hosts: Iterable[str] = (),
) -> list[RedirectFile]:
    """Make room for a page at each old URL, once all others have their places; they are written later.

    `hosts` are the files that the hosts of the site read.
    """
    # What has moved away keeps its own URL, whoever else wants that.
    asked = sorted(_as_material_has_them(redirects), key=_right)
    if not asked:
        return []
    _reserve_old_urls(claims, config)
    own = frozenset(redirect.old.dest_uri for redirect in asked if redirect.is_place)
    made = ((redirect, _place(redirect, claims, config, faults, own=own)) for redirect in asked)
    placed = {file.src_uri: (redirect, file) for redirect, file in made if file}
    for _, file in placed.values():
        files.append(file)
    moved = {redirect.to.src_uri: redirect for redirect in asked if redirect.new_url}
    told = LinkFaults(config, LinkIndex(files if moved else Files([]), site_urls), faults)
    trail = _Trail(told, moved, placed)
    settled = [file for _, file in placed.values()]
    for redirect, file in placed.values():
        file.end, file.address = trail.follow(redirect)
    _place_map(settled, files, config)
    for name in hosts:
        if files.get_file_from_path(name) is None:
            files.append(made_file(config, name))
    return settled


def _place(
    redirect: Redirect, claims: UrlClaims, config: MkDocsConfig, faults: Faults, *, own: Collection[str]
) -> RedirectFile | None:
    """The file of a redirect; `None`, and a fault, where its place is somebody else's.

    At those that are a text's `own`, Jekyll shows that text, too.
    """
    old = redirect.old
    if redirect.new_url and old.key == "redirect_to":
        return RedirectFile(config, old, redirect.path, stands_for=redirect.to.src_uri)
    if old.dest_uri == redirect.to.dest_uri:
        if redirect.is_asked_for:
            message = f"{old.key}: '{old.url}' is its URL now, so nothing leads there"
            faults.add(Kind.PERMALINK, redirect.path, message, place=old.place, hint="take it out", level=Level.INFO)
        return None
    if holder := claims.holder(old.dest_uri):
        if not redirect.is_asked_for:
            return None
        is_as_jekyll = redirect.is_jekylls and (holder.option or holder.name.startswith(_A_REDIRECT))
        faults.add(
            Kind.DUPLICATE_URL,
            redirect.path,
            f"duplicate-url: {old.key}: '{old.url}' is already the URL of {holder.name}",
            place=old.place,
            hint="a URL can lead to one page only; take it out of one of the two",
            level=Level.INFO if old.dest_uri in own or is_as_jekyll else None,
        )
        return None
    claims.reserve(old.dest_uri, redirect.path if redirect.is_place else f"{_A_REDIRECT}{redirect.path}")
    return RedirectFile(config, old, redirect.path, stands_for=None)


def _reserve_old_urls(claims: UrlClaims, config: MkDocsConfig) -> None:
    """Note the file that lists all redirects, and the old URLs that the plugin `redirects` answers for."""
    claims.reserve(MAP, f"'{MAP}', which every site has")
    for options in options_of(config, "redirects"):
        for old in options["redirect_maps"]:
            stands_in = File(old, None, config.site_dir, config.use_directory_urls)
            claims.reserve(stands_in.dest_uri, f"'{old}' in `redirect_maps` of the plugin `redirects`")


@dataclass(frozen=True)
class _Trail:
    """The trail from an old URL to the page at its end."""

    told: LinkFaults
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
        moved = self.moved.get(file.src_uri)
        if moved is None:
            return None
        url = moved.new_url or ""
        index = self.told.index
        if index.local_path(url) is None:
            return url
        target = target_of(url, file, index)
        if target and target.file.dest_uri != moved.old.dest_uri:
            return target.file, target.suffix
        self.told.leads_nowhere(url, Written(path=moved.path, place=moved.old.place, key="redirect_to"))
        return _whole(index.local_path(url) or "")


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
