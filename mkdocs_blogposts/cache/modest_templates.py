"""Templates of a site that ask of a page only what can be stood for, so that pages with them may be alike as well."""

from __future__ import annotations

import fnmatch
from typing import TYPE_CHECKING

from jinja2 import Environment, TemplateSyntaxError, nodes

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_ASKED = frozenset(
    {
        *("title", "content", "canonical_url", "edit_url", "meta", "previous_page", "next_page", "is_homepage"),
        *("config", "categories", "authors"),
    }
)
"""What a template may ask of a page."""
_OF_PLACES = (
    *("partials/nav*", "partials/toc*", "partials/tabs*", "partials/path*"),
    *("partials/logo.html", "partials/source.html"),
)
"""Templates that say where a page stands, or are a part of what does, and have to be the theme's own."""
_ELSEWHERE = frozenset({"nav", "pages", "self", "super", "caller"})
"""Names that lead to pages in other ways, or to what is made of them."""
_OF_THE_THEME = frozenset(
    {"base_url", "config", "features", "indeterminate", "is_pruned", "is_section", "lang", "nav", "page"}
)
"""Names that templates of the theme count on."""

_LOOKING = (nodes.Filter, nodes.Compare, nodes.Operand, nodes.And, nodes.Or, nodes.Not, nodes.CondExpr, nodes.Test)
"""Expressions in which a part of a page is printed, asked for, or given to what takes note of it."""
_CAPTURING = (nodes.AssignBlock, nodes.CallBlock, nodes.FilterBlock, nodes.Macro)
"""What takes text that is printed for something else."""


def are_modest(folder: Path, env: Environment) -> bool:
    """Whether all templates in a folder of a site are modest."""
    for path in folder.rglob("*"):
        if not path.is_file():
            continue
        content = path.read_bytes()
        if b"{{" not in content and b"{%" not in content:
            continue
        name = path.relative_to(folder).as_posix()
        if any(fnmatch.fnmatchcase(name, pattern) for pattern in _OF_PLACES) or not _is_modest(content, env):
            return False
    return True


def _is_modest(content: bytes, env: Environment) -> bool:
    try:
        template = env.parse(content.decode("utf-8"))
    except (UnicodeDecodeError, TemplateSyntaxError):
        return True  # no template, such as a script
    is_taking = any(name.name in _OF_THE_THEME for name in template.find_all(nodes.Name) if name.ctx == "store")
    return not is_taking and not any(_immodest(template, is_printed=True, is_captured=False))


def _immodest(node: nodes.Node, *, is_printed: bool, is_captured: bool) -> Iterator[nodes.Node]:
    """What in a node asks for more; `is_printed` for what is done with nothing else than print it or ask for it."""
    is_captured = is_captured or isinstance(node, _CAPTURING)
    for child in node.iter_child_nodes():
        is_statement = isinstance(child, nodes.Stmt)
        is_looked_at = is_statement or isinstance(node, (nodes.Output, *_LOOKING)) or _is_asked(node, child)
        if _is_of_page(child):
            if is_captured or not (is_printed and is_looked_at):
                yield child
            continue
        if isinstance(child, nodes.Call) and _is_super(child):
            if is_captured or not isinstance(node, nodes.Output):
                yield child
            continue
        if (isinstance(child, nodes.Include) and is_captured) or _leads_elsewhere(child, node):
            yield child
        yield from _immodest(child, is_printed=is_statement or (is_printed and is_looked_at), is_captured=is_captured)


def _is_asked(node: nodes.Node, child: nodes.Node) -> bool:
    """Whether a statement does nothing with an expression but ask whether it is true."""
    return isinstance(node, nodes.If) and child is node.test


def _is_of_page(node: nodes.Node) -> bool:
    """Whether an expression is a part of the page at hand that may be asked for."""
    while isinstance(node, nodes.Getattr):
        if isinstance(node.node, nodes.Name) and node.node.name == "page":
            return node.attr in _ASKED
        node = node.node
    return False


def _is_super(node: nodes.Call) -> bool:
    """Whether a call gives what the theme has in place of a block."""
    return isinstance(node.node, nodes.Name) and node.node.name == "super"


def _leads_elsewhere(node: nodes.Node, around: nodes.Node) -> bool:
    """Whether an expression is a name that leads to pages, but for `page` where it is only asked for."""
    if not isinstance(node, nodes.Name) or node.name not in {"page", *_ELSEWHERE}:
        return False
    is_first = isinstance(around, nodes.And) and node is around.left
    return node.name != "page" or not (is_first or isinstance(around, nodes.Not) or _is_asked(around, node))
