"""The changes of a module that tests should notice, each in one place of it."""

from __future__ import annotations

import ast
import hashlib
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

COMPARED: Mapping[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
}
FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)


@dataclass(frozen=True, kw_only=True)
class Change:
    """One place of a module, changed."""

    module: str
    """Path from the root of the repository."""
    line: int
    lines: tuple[int, int]
    """First and last line of the statement that it is in."""
    runs_at_import: bool
    """Whether it is outside of functions."""
    code: str
    """The line as it was, without its indent."""
    before: str
    after: str
    text: str
    """The whole module with it."""

    def __str__(self) -> str:
        return f"{self.module}:{self.line}: {self.edit}"

    @property
    def edit(self) -> str:
        """What is there, and what comes in its place."""
        return f"{self.before}  ->  {self.after}"

    @cached_property
    def key(self) -> str:
        """A name for it that it keeps for as long as its module stays as it is."""
        return hashlib.sha256(f"{self.module}\0{self.text}".encode()).hexdigest()[:20]


def sample(changes: Iterable[Change], number: int, seed: int) -> list[Change]:
    """So many changes; an edit of another line of code leaves nearly all of them in the sample of a seed."""

    def drawn(change: Change) -> str:
        place = f"{seed}\0{change.module}\0{change.code}\0{change.edit}"
        return hashlib.sha256(place.encode()).hexdigest() + change.key

    return sorted(sorted(changes, key=drawn)[:number], key=lambda change: (change.module, change.line, change.edit))


def changes_of(module: str, text: str) -> list[Change]:
    """All changes of a module that are tried."""
    tree = ast.parse(text)
    code = text.splitlines()
    found = []
    for place in list(_that_run(tree)):
        for new in _others(place.node):
            old = place.node.value if isinstance(place.node, ast.Return) else place.node
            assert isinstance(old, ast.expr)
            before, after, whole = _changed(tree, old, new)
            if after != before:
                found.append(
                    Change(
                        module=module,
                        line=old.lineno,
                        lines=place.lines,
                        runs_at_import=not place.in_function,
                        code=code[old.lineno - 1].strip(),
                        before=before,
                        after=after,
                        text=whole,
                    )
                )
    return found


def _changed(tree: ast.Module, node: ast.expr, new: ast.expr) -> tuple[str, str, str]:
    """A node as it was and as another one, and the module with that; the tree stays as it was."""
    before = ast.unparse(node)
    old_class, old = node.__class__, dict(vars(node))
    node.__class__ = new.__class__
    vars(node).update(vars(new))
    try:
        return before, ast.unparse(node), ast.unparse(tree)
    finally:
        node.__class__ = old_class
        vars(node).clear()
        vars(node).update(old)


def _others(node: ast.AST) -> Iterator[ast.expr]:
    """What a node becomes, or what a function returns."""
    if isinstance(node, ast.Return) and node.value is not None:
        yield ast.Constant(None)
    elif isinstance(node, ast.Compare):
        for index, operator in enumerate(node.ops):
            operators = [*node.ops[:index], COMPARED[type(operator)](), *node.ops[index + 1 :]]
            yield ast.Compare(node.left, operators, node.comparators)
    elif isinstance(node, ast.BoolOp):
        yield ast.BoolOp(ast.Or() if isinstance(node.op, ast.And) else ast.And(), node.values)
    elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
        yield ast.Call(ast.Name("bool"), [node.operand], [])
    elif isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add | ast.Sub):
        yield ast.BinOp(node.left, ast.Sub() if isinstance(node.op, ast.Add) else ast.Add(), node.right)
    elif isinstance(node, ast.Constant) and (value := _other(node.value)) is not None:
        yield ast.Constant(value)


def _other(value: object) -> bool | int | str | None:
    """What a constant becomes; `None` where it stays."""
    if isinstance(value, bool):
        return not value
    if isinstance(value, int):
        return value + 1
    return f"{value}x" if isinstance(value, str) else None


class _Place(NamedTuple):
    """A node, and where it is."""

    node: ast.AST
    lines: tuple[int, int]
    in_function: bool


def _that_run(node: ast.AST, lines: tuple[int, int] = (0, 0), *, in_function: bool = False) -> Iterator[_Place]:
    """All nodes that make a difference while code runs."""
    if _is_for_readers(node):
        return
    if isinstance(node, ast.JoinedStr):  # what stands between its values cannot be taken apart
        for part in node.values:
            if isinstance(part, ast.FormattedValue):
                yield from _that_run(part.value, lines, in_function=in_function)
        return
    lines = (node.lineno, _last_line(node)) if isinstance(node, ast.stmt) else lines
    yield _Place(node, lines, in_function)
    for name, below in ast.iter_fields(node):
        if name in {"annotation", "returns", "decorator_list", "type_comment", "bases", "type_params"}:
            continue
        inside = in_function or (isinstance(node, FUNCTIONS) and name == "body")
        for each in below if isinstance(below, list) else [below]:
            if isinstance(each, ast.AST):
                yield from _that_run(each, lines, in_function=inside)


def _last_line(node: ast.stmt) -> int:
    """The last line of a statement, without those that it holds."""
    held: Sequence[ast.stmt] = getattr(node, "body", ())
    return max(node.lineno, held[0].lineno - 1) if held else node.end_lineno or node.lineno


def _is_for_readers(node: ast.AST) -> bool:
    """Whether something is there for those who read or check code alone: a docstring, a type."""
    return (
        (isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING")
        or (isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant))
        or (isinstance(node, ast.Assign) and ast.unparse(node.value).startswith(("Literal[", "TypeVar(", "list[")))
    )
