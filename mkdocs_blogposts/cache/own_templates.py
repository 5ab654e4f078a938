"""Templates that a site, or a plugin, has put beside those of its theme, and how far they reach."""

from __future__ import annotations

import hashlib
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from jinja2 import Environment, TemplateSyntaxError, nodes

from .fingerprint import UnknownError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

FAR_REACHING = frozenset(
    {
        *("article", "blogposts", "build_date_utc", "config_file_path", "docs_dir", "excerpt", "file", "homepage"),
        *("links_to_anchors", "make_excerpt", "markdown", "pager", "pages", "plugins", "posts", "present_anchor_ids"),
        *("site_dir", "update_date", "view", "views", "validation", "watch", "dev_addr"),
    }
)
"""Names that reach beyond what the key of a page holds."""

_OF_THE_PAGE = frozenset({"content", "next_page", "previous_page", "toc"})
"""Names of what the key holds of the page itself, and of no other page: not the neighbours that its neighbours have."""

_OF_LISTED = frozenset({"content", "markdown", "toc"})
"""Names of what a listing may show of the text of each of its posts, as it is made again with that."""
_OF_THE_HOMEPAGE = frozenset({"url", "title", "canonical_url", "abs_url", "meta"})
_OF_FILES = frozenset({"src_uri", "src_path", "name", "url", "dest_uri", "dest_path"})
"""What the key of each page has of the home page, and of the file of the page."""

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


def templates_in(folders: Iterable[Path], env: Environment) -> list[list[list[str]]]:
    """Name and digest of each file of some folders; `UnknownError` for a template that reaches far."""
    reach = _Reach()
    found = [[_described(path, folder, env, reach) for path in _files_in(folder)] for folder in folders]
    if reach.into_posts and reach.others_for_post:
        raise UnknownError(f"{reach.into_posts} of another post")
    return found


def _files_in(folder: Path) -> Iterator[Path]:
    return (path for path in sorted(folder.rglob("*")) if path.is_file())


def _described(path: Path, folder: Path, env: Environment, reach: _Reach) -> list[str]:
    content = path.read_bytes()
    if b"{{" in content or b"{%" in content:
        reach.check(content, path.name, env)
    return [path.relative_to(folder).as_posix(), hashlib.sha256(content).hexdigest()]


class _Reach:
    """How far the templates of a site reach."""

    def __init__(self) -> None:
        self.into_posts = ""
        """What some of them show of the text of posts, in a listing."""
        self.others_for_post = False
        """Whether some of them call something else `post`."""

    def check(self, content: bytes, name: str, env: Environment) -> None:
        """Look at a template; `UnknownError` for one that reaches beyond the page at hand and the posts it lists."""
        try:
            template = env.parse(content.decode("utf-8"))
        except (UnicodeDecodeError, TemplateSyntaxError):
            return  # no template, such as a script
        if far := next(self._far_reaching(template, ()), None):
            raise UnknownError(f"{far} in {name}")

    def _far_reaching(self, node: nodes.Node, around: tuple[nodes.Node, ...]) -> Iterator[str]:
        for child in node.iter_child_nodes():
            within = (node, *around)
            if (name := _name_of(child)) and not _is_held(child, within):
                if name not in _OF_LISTED or not _is_listed(child):
                    yield name
                self.into_posts = name
            if isinstance(child, nodes.Name) and child.ctx != "load":
                if child.name in {"page", "posts"}:
                    yield child.name  # by which another one may be shown, also in what is included
                self.others_for_post |= child.name == "post" and not _is_of_posts(within)
            yield from self._far_reaching(child, within)


def _name_of(node: nodes.Node) -> str | None:
    """What in a node may reach far."""
    match node:
        case nodes.Name(name=name) if name in FAR_REACHING - {"posts"} and node.ctx == "load":
            return name
        case nodes.Getattr(attr=attr, node=of) if attr in FAR_REACHING or (attr in _OF_THE_PAGE and not _is_page(of)):
            return attr
        case nodes.Const(value=str(text)) if text not in _FEATURES and (FAR_REACHING | _OF_THE_PAGE) & set(
            text.split(".")
        ):
            return text
    return None


def _is_page(node: nodes.Node) -> bool:
    """Whether an expression is the page at hand, or the options of extensions, one of which is called `toc`."""
    return _is_name(node, "page") or (isinstance(node, nodes.Getattr) and node.attr == "mdx_configs")


def _is_name(node: nodes.Node, *names: str) -> bool:
    return isinstance(node, nodes.Name) and node.name in names


def _is_held(node: nodes.Node, around: tuple[nodes.Node, ...]) -> bool:
    """Whether the key of a page holds what a node leads to, or it leads to nothing."""
    outer, *further = around
    match node:
        case nodes.Const():
            is_told = isinstance(outer, nodes.Call) and _is_translation(outer.node)
            return is_told or (isinstance(outer, nodes.Pair) and outer.key is node)
        case nodes.Getattr(attr="plugins", node=nodes.Name(name="config")):
            is_asked = isinstance(outer, nodes.Operand) and outer.op in {"in", "notin"}
            return is_asked or (isinstance(outer, nodes.Getitem) and bool(further) and _takes_options(further[0]))
        case nodes.Getattr(attr="homepage", node=nodes.Getattr(attr="extra", node=nodes.Name(name="config"))):
            return True
        case nodes.Getattr(attr="homepage", node=nodes.Name(name="nav")):
            return isinstance(outer, nodes.Getattr) and outer.attr in _OF_THE_HOMEPAGE
        case nodes.Getattr(attr="file", node=nodes.Name(name="page" | "post")):
            return isinstance(outer, nodes.Getattr) and outer.attr in _OF_FILES
    return False


def _is_translation(node: nodes.Node) -> bool:
    """Whether an expression is `lang.t`, which is given the name of a word of the theme."""
    return isinstance(node, nodes.Getattr) and node.attr == "t" and _is_name(node.node, "lang")


def _takes_options(node: nodes.Node) -> bool:
    """Whether an expression asks a plugin for its options alone."""
    match node:
        case nodes.Getattr(attr="config"):
            return True
        case nodes.Filter(name="attr", args=[nodes.Const(value="config")]):
            return True
    return False


def _is_listed(node: nodes.Node) -> bool:
    """Whether an expression is a part of a post that is called so in a loop over those of a listing."""
    if not isinstance(node, nodes.Getattr):
        return False
    of = node.node
    if isinstance(of, nodes.Getattr) and of.attr == "post" and node.attr != "toc":
        of = of.node
    return _is_name(of, "post")


def _is_of_posts(around: tuple[nodes.Node, ...]) -> bool:
    """Whether what is bound in a node is bound by a loop over `posts`."""
    loop = around[0]
    if not isinstance(loop, nodes.For):
        return False
    over = loop.iter.node if isinstance(loop.iter, nodes.Getitem) else loop.iter
    return _is_name(over, "posts")
