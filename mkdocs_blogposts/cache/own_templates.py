"""Templates that a site, or a plugin, has put beside those of its theme, and how far they reach."""

from __future__ import annotations

import hashlib
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from jinja2 import Environment, TemplateSyntaxError, nodes

from .fingerprint import UnknownError

if TYPE_CHECKING:
    from collections.abc import Iterator

FAR_REACHING = frozenset(
    {
        *("article", "blogposts", "build_date_utc", "config_file_path", "docs_dir", "excerpt", "file", "homepage"),
        *("links_to_anchors", "make_excerpt", "markdown", "pager", "pages", "plugins", "posts", "present_anchor_ids"),
        *("site_dir", "update_date", "view", "views", "validation", "watch", "dev_addr"),
    }
)
"""Names that reach beyond what the key of a page holds."""

_OF_THE_PAGE = frozenset({"content", "toc"})
"""Names of what the key holds of the page itself, and of no other page."""

_FEATURES = frozenset({"toc.integrate", "toc.follow"})
"""What Material calls features, in words that are names of something else."""

_KNOWN_PACKAGES = frozenset(
    {"material", "materialx", "mkdocs", "properdocs", "properdocs_theme_mkdocs", "properdocs_theme_readthedocs"}
)
_INSTALLED = frozenset({"site-packages", "dist-packages"})


_OURS = Path(__file__).parent.parent / "templates"


def is_known(folder: Path) -> bool:
    """Whether a folder of templates is ours, or part of a theme that shows nothing that keys don't hold."""
    packages = (inside for outside, inside in pairwise(folder.parts) if outside in _INSTALLED)
    return folder.is_relative_to(_OURS) or not _KNOWN_PACKAGES.isdisjoint(packages)


def templates_in(folder: Path, env: Environment) -> Iterator[list[str]]:
    """Name and digest of each file; `UnknownError` for a template that reaches far."""
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            content = path.read_bytes()
            if b"{{" in content or b"{%" in content:
                _check(content, path.name, env)
            yield [path.relative_to(folder).as_posix(), hashlib.sha256(content).hexdigest()]


def _check(content: bytes, name: str, env: Environment) -> None:
    try:
        template = env.parse(content.decode("utf-8"))
    except (UnicodeDecodeError, TemplateSyntaxError):
        return  # no template, such as a script
    if far := next(_far_reaching(template), None):
        raise UnknownError(f"{far} in {name}")


def _far_reaching(template: nodes.Template) -> Iterator[str]:
    for found in template.find_all((nodes.Name, nodes.Getattr, nodes.Const)):
        match found:
            case nodes.Name(name=name) if name in FAR_REACHING and found.ctx == "load":
                yield name
            case nodes.Name(name="page") if found.ctx != "load":
                yield "page"  # of which another one may be shown by that name, also in what is included
            case nodes.Getattr(attr=attr, node=of) if attr in FAR_REACHING or (
                attr in _OF_THE_PAGE and not _is_page(of)
            ):
                yield attr
            case nodes.Const(value=str(text)) if text not in _FEATURES and (FAR_REACHING | _OF_THE_PAGE) & set(
                text.split(".")
            ):
                yield text


def _is_page(node: nodes.Expr) -> bool:
    """Whether an expression is the page at hand, or the options of extensions, one of which is called `toc`."""
    return (isinstance(node, nodes.Name) and node.name == "page") or (
        isinstance(node, nodes.Getattr) and node.attr == "mdx_configs"
    )
