"""URLs that options ask for, and the files in memory at them."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from ..pages.made_files import made_file
from .url_claims import Claim

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import File, Files

    from .url_claims import UrlClaims


def claim_of_option(dest_uri: str, name: str, option: str, config: MkDocsConfig) -> Claim:
    """What wants a URL because of an option; a clash is told at `mkdocs.yml`."""
    path = _name_of(config.config_file_path or "mkdocs.yml")
    return Claim(dest_uri=dest_uri, name=name, path=path, option=option)


@cache
def _name_of(path: str) -> str:
    return Path(path).name


def place_made(claim: Claim, claims: UrlClaims, files: Files, config: MkDocsConfig, content: bytes = b"") -> File:
    """A file in memory at the URL that its claim gets, among the files of the site."""
    file = made_file(config, claims.grant(claim), content)
    files.append(file)
    return file
