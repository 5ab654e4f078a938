"""What our tests miss: `python -m tests.mutation mkdocs_blogposts/content --sample 60`.

It changes one place of a module at a time, in a copy of the repository, and runs those tests of the folder's area that
go through this place. A change that no test notices is printed: it lacks an assertion, or makes no difference.
"""

from __future__ import annotations

import argparse
import ast
import os
import random
import shutil
import subprocess
import sys
import tempfile
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

PROJECT = Path(__file__).parents[1]
COPIED = ("mkdocs_blogposts", "tests", "pyproject.toml")
LINKED = ("docs", "example_site", "benchmarks", ".ci", "README.md", "CHANGELOG.md", "mkdocs.yml")
"""What tests read beside that, and do not change."""
PYTEST = ("pytest", "-q", "-x", "-p", "no:cacheprovider", "-p", "no:randomly")

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
RECORDER = """
import coverage, pytest

@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item):
    coverage.Coverage.current().switch_context(item.path.relative_to(item.config.rootpath).as_posix())
    return (yield)
"""
"""A plugin of pytest that notes which file of tests goes through which line."""


@dataclass(frozen=True, kw_only=True)
class Change:
    """One place of a module, changed."""

    module: str
    """Path from the root of the repository."""
    line: int
    before: str
    after: str
    text: str
    """The whole module with it."""

    def __str__(self) -> str:
        return f"{self.module}:{self.line}: {self.before}  ->  {self.after}"


def changes_of(module: str, text: str) -> list[Change]:
    """All changes of a module that are tried."""
    tree = ast.parse(text)
    return [change for node, new in list(_pairs(tree)) if (change := _changed(module, tree, node, new))]


def _changed(module: str, tree: ast.Module, node: ast.expr, new: ast.expr) -> Change | None:
    """The module in which a node is another one, and as it was before, afterwards."""
    before = ast.unparse(node)
    old_class, old = node.__class__, dict(vars(node))
    node.__class__ = new.__class__
    vars(node).update(vars(new))
    try:
        after, whole = ast.unparse(node), ast.unparse(tree)
    finally:
        node.__class__ = old_class
        vars(node).clear()
        vars(node).update(old)
    return Change(module=module, line=node.lineno, before=before, after=after, text=whole) if after != before else None


def _pairs(tree: ast.Module) -> Iterator[tuple[ast.expr, ast.expr]]:
    """Each expression that is changed, with what it becomes."""
    for node in _that_run(tree):
        if isinstance(node, ast.Return) and node.value is not None:
            yield node.value, ast.Constant(None)
        elif isinstance(node, ast.Compare):
            for index, operator in enumerate(node.ops):
                operators = [*node.ops[:index], COMPARED[type(operator)](), *node.ops[index + 1 :]]
                yield node, ast.Compare(node.left, operators, node.comparators)
        elif isinstance(node, ast.BoolOp):
            yield node, ast.BoolOp(ast.Or() if isinstance(node.op, ast.And) else ast.And(), node.values)
        elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
            yield node, ast.Call(ast.Name("bool"), [node.operand], [])
        elif isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add | ast.Sub):
            yield node, ast.BinOp(node.left, ast.Sub() if isinstance(node.op, ast.Add) else ast.Add(), node.right)
        elif isinstance(node, ast.Constant) and (value := _other(node.value)) is not None:
            yield node, ast.Constant(value)


def _other(value: object) -> bool | int | str | None:
    """What a constant becomes; `None` where it stays."""
    if isinstance(value, bool):
        return not value
    if isinstance(value, int):
        return value + 1
    return f"{value}x" if isinstance(value, str) else None


def _that_run(node: ast.AST) -> Iterator[ast.AST]:
    """All nodes that make a difference while code runs."""
    if _is_for_readers(node):
        return
    if isinstance(node, ast.JoinedStr):  # what stands between its values cannot be taken apart
        for part in node.values:
            if isinstance(part, ast.FormattedValue):
                yield from _that_run(part.value)
        return
    yield node
    for name, below in ast.iter_fields(node):
        if name not in {"annotation", "returns", "decorator_list", "type_comment", "bases", "type_params"}:
            for each in below if isinstance(below, list) else [below]:
                if isinstance(each, ast.AST):
                    yield from _that_run(each)


def _is_for_readers(node: ast.AST) -> bool:
    """Whether something is there for those who read or check code alone: a docstring, a type."""
    return (
        (isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING")
        or (isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant))
        or (isinstance(node, ast.Assign) and ast.unparse(node.value).startswith(("Literal[", "TypeVar(")))
    )


class Copy:
    """A copy of the repository, whose modules are changed and mended again."""

    def __init__(self, root: Path, areas: Sequence[str]) -> None:
        self.root = root
        self.areas = areas
        for name in COPIED:
            source = PROJECT / name
            if source.is_dir():
                shutil.copytree(source, root / name, ignore=shutil.ignore_patterns("__pycache__"))
            else:
                shutil.copyfile(source, root / name)
        for name in LINKED:
            (root / name).symlink_to(PROJECT / name)

    def files_through_lines(self, seconds: int) -> Mapping[str, Mapping[int, set[str]]]:
        """Which files of tests go through each line of each module; all of them have to pass."""
        (self.root / "recorder.py").write_text(RECORDER, encoding="utf-8")
        data_file = self.root / ".lines"
        run = ("coverage", "run", "--rcfile=/dev/null", "--source=mkdocs_blogposts", f"--data-file={data_file}", "-m")
        if self._run(*run, *PYTEST, "-p", "recorder", *self.areas, seconds=seconds):
            sys.exit("the tests fail, or take too long, before anything is changed")
        from coverage import CoverageData  # noqa: PLC0415  tests of this file do without it

        data = CoverageData(str(data_file))
        data.read()
        found: dict[str, dict[int, set[str]]] = {}
        for path in data.measured_files():
            lines = found.setdefault(Path(path).relative_to(self.root.resolve()).as_posix(), defaultdict(set))
            for line, contexts in data.contexts_by_lineno(path).items():
                lines[line] |= set(contexts) - {""}
        return found

    def notices(self, change: Change, files: Sequence[str], seconds: int) -> bool:
        """Whether a test fails, or does not end, once the module is changed."""
        module = self.root / change.module
        before = module.read_text(encoding="utf-8")
        module.write_text(change.text, encoding="utf-8")
        try:
            return self._run(*PYTEST, *files, seconds=seconds)
        finally:
            module.write_text(before, encoding="utf-8")

    def _run(self, *command: str, seconds: int) -> bool:
        """Whether a module of Python that is run here fails, or takes too long."""
        environ = os.environ | {"PYTHONPATH": str(self.root), "PYTHONDONTWRITEBYTECODE": "1"}
        run = [sys.executable, "-m", *command]
        try:
            ran = subprocess.run(
                run, cwd=self.root, env=environ, timeout=seconds, check=False, capture_output=True, text=True
            )
        except subprocess.TimeoutExpired:
            return True
        return ran.returncode != 0


def main(arguments: Sequence[str] | None = None) -> None:
    """Try changes, and print those that no test notices."""
    parser = argparse.ArgumentParser(prog="python -m tests.mutation", description=__doc__)
    parser.add_argument("folder", help="a folder or module of the package")
    parser.add_argument("--sample", type=int, default=60, help="how many changes are tried")
    parser.add_argument("--seed", type=int, default=0, help="another number tries others")
    parser.add_argument("--tests", nargs="*", help="tests that are run; those of the folder of that name by default")
    parser.add_argument("--seconds", type=int, default=120, help="how long tests of one change may take")
    given = parser.parse_args(arguments)
    folder = PROJECT / given.folder
    modules = sorted(folder.rglob("*.py")) if folder.is_dir() else [folder]
    below = (folder if folder.is_dir() else folder.parent).relative_to(PROJECT / "mkdocs_blogposts")
    changes = [
        change
        for module in modules
        for change in changes_of(module.relative_to(PROJECT).as_posix(), module.read_text(encoding="utf-8"))
    ]
    tried = random.Random(given.seed).sample(changes, min(given.sample, len(changes)))  # noqa: S311  # no secret
    with tempfile.TemporaryDirectory() as place:
        copy = Copy(Path(place), given.tests or [f"tests/{below.as_posix()}"])
        through = copy.files_through_lines(10 * given.seconds)
        missed = []
        for change in sorted(tried, key=str):
            lines = through.get(change.module, {})
            # A line that runs when its module is imported belongs to no test.
            files = sorted(lines.get(change.line) or {file for files in lines.values() for file in files})
            if not files:
                missed.append(f"{change}  (no test goes through it)")
            elif not copy.notices(change, files, given.seconds):
                missed.append(str(change))
            else:
                continue
            _say(missed[-1])
    _say(f"{len(tried) - len(missed)} of {len(tried)} changes are noticed, of {len(changes)} that there are")


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
