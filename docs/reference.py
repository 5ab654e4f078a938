"""The reference pages and the JSON Schema, made from the code and its docstrings.

`python docs/reference.py` writes `docs/schema.json`; `docs/hooks.py` fills the pages during a build.
"""

from __future__ import annotations

import ast
import inspect
import json
import re
import types
from collections.abc import Callable, Mapping
from dataclasses import MISSING, dataclass, fields
from fnmatch import fnmatchcase
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, Union, get_args, get_origin, get_type_hints

import click
import yaml
from babel import Locale

import mkdocs_blogposts
from mkdocs_blogposts.blog_settings import BlogSettings
from mkdocs_blogposts.cli.examples import CommandWithExamples
from mkdocs_blogposts.cli.main import main
from mkdocs_blogposts.config import ALONE_OR_LISTED
from mkdocs_blogposts.faults import Kind, Level
from mkdocs_blogposts.settings import Settings
from mkdocs_blogposts.shown_dates import locale_of
from mkdocs_blogposts.words import LOCALES

if TYPE_CHECKING:
    from collections.abc import Iterator

PACKAGE = Path(mkdocs_blogposts.__file__).parent
SCHEMA = Path(__file__).parent / "schema.json"
FIGURES = Path(__file__).parent / "assets" / "bench.txt"
VALUES = (
    PACKAGE / "cards" / "card_values.py",
    PACKAGE / "cards" / "paper_values.py",
    PACKAGE / "views" / "listing_values.py",
    PACKAGE / "articles" / "article_values.py",
)
"""What templates get."""
TEMPLATES = PACKAGE / "templates"

_LEVELS = [level.name.lower() for level in Level]
_TEMPLATE_COMMENT = re.compile(r"\{#-?\s*(.*?)\s*-?#\}", re.DOTALL)
_UNIONS = {types.UnionType, Union}
_WORDS: Mapping[Any, str] = {
    bool: "`true` or `false`",
    int: "whole number",
    str: "text",
    tuple: "list of texts",
    Mapping: "mapping",
    Callable: "function",
}


@dataclass(frozen=True, kw_only=True)
class Documented:
    """A field of a class, as its code has it."""

    name: str
    annotation: str
    default: str
    """As the code has it; empty where there is none."""
    text: str


@dataclass(frozen=True, kw_only=True)
class Option:
    """An option of the plugin."""

    name: str
    kind: Any
    """The type of its field in `Settings`."""
    default: Any
    """As YAML would have it; of a function, its source."""
    text: str


def documented(path: Path, class_name: str) -> list[Documented]:
    """The fields of a class with the texts below them."""
    body = next(node.body for node in _classes(path) if node.name == class_name)
    following = [*body[1:], None]
    return [
        Documented(
            name=node.target.id,
            annotation=ast.unparse(node.annotation),
            default=ast.unparse(node.value) if node.value else "",
            text=_text_of(after),
        )
        for node, after in zip(body, following, strict=True)
        if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name)
    ]


def options() -> list[Option]:
    """Every option, in the order of the code."""
    kinds = get_type_hints(Settings)
    texts = {
        each.name: each
        for cls in (BlogSettings, Settings)
        for each in documented(Path(inspect.getfile(cls)), cls.__name__)
    }
    found = []
    for setting in fields(Settings):
        name = setting.name
        default: Any = setting.default if setting.default_factory is MISSING else setting.default_factory()
        found.append(
            Option(
                name=name,
                kind=kinds[name],
                default=_source_of_function(texts[name].default) if callable(default) else _as_yaml(default),
                text=texts[name].text,
            )
        )
    return found


def settings_section(*words: str) -> str:
    """The options whose names match one of the words and none of those after `except`, as Markdown."""
    wanted, _, others = " ".join(words).partition(" except ")
    chosen = (each for each in options() if _matches(each.name, wanted) and not _matches(each.name, others))
    return "\n".join(_option_markdown(option) for option in chosen)


def classes_section() -> str:
    """What each class of `cards.py` is and has, as Markdown."""
    return "\n".join(
        f"### {node.name}\n\n{ast.get_docstring(node)}\n\n{fields_table(path, node.name)}\n"
        for path in VALUES
        for node in _classes(path)
    )


def selection_table() -> str:
    """What may stand in a comment that asks for cards, as a table in Markdown."""
    return fields_table(PACKAGE / "blog" / "selection.py", "Selection")


def fields_table(path: Path, class_name: str) -> str:
    """The fields of a class, as a table in Markdown."""
    rows = (
        f"| `{each.name}` | `{_cell(each.annotation)}` | {_cell(each.text)} |" for each in documented(path, class_name)
    )
    return "\n".join(["| name | type | |", "|---|---|---|", *rows])


def templates_table() -> str:
    """Every template of ours with what its first comment says, as a table in Markdown."""
    rows = (f"| `{name}` | {_cell(comment)} |" for name, comment in template_comments().items())
    return "\n".join(["| template | |", "|---|---|", *rows])


def template_comments() -> dict[str, str]:
    """The first comment of each template, by its name."""
    comments = {}
    for path in sorted(TEMPLATES.rglob("*.html")):
        found = _TEMPLATE_COMMENT.match(path.read_text(encoding="utf-8"))
        comments[path.relative_to(TEMPLATES).as_posix()] = " ".join(found[1].split()) if found else ""
    return comments


def figures() -> str:
    """What `make bench` measured last."""
    return FIGURES.read_text(encoding="utf-8")


def languages() -> str:
    """Every language that there are words for, by its English name."""
    names = (str(Locale.parse(locale_of(path.stem)).english_name) for path in LOCALES.glob("*.yml"))
    return f"{', '.join(sorted(names))}."


def command_section(*words: str) -> str:
    """What a command of `blogposts` takes, as its help has it, as Markdown."""
    return next(_command_markdown(name, command) for name, command in commands() if name.split() == [*words])


def commands(command: click.Command = main, name: str = "blogposts") -> Iterator[tuple[str, click.Command]]:
    """Every command that does something, by what is typed for it."""
    if not isinstance(command, click.Group):
        yield name, command
        return
    context = click.Context(command)
    for word in sorted(command.list_commands(context)):
        if below := command.get_command(context, word):
            yield from commands(below, f"{name} {word}")


def _command_markdown(name: str, command: click.Command) -> str:
    context = click.Context(command, info_name=name)
    usage = " ".join([name, *command.collect_usage_pieces(context)])
    rows = [f"| `{', '.join(each.opts)}` | {_cell(each.help or '')} |" for each in options_of_command(command)]
    table = "\n".join(["| option | |", "|---|---|", *rows]) if rows else ""
    help_text = inspect.cleandoc(command.help or "")
    examples = "".join(f"$ {line}\n" for line in command.examples) if isinstance(command, CommandWithExamples) else ""
    usage = f"## Help {{ #help }}\n\n```text\n{usage}\n```"
    return f"{usage}\n\n{help_text}\n\n```console\n{examples}```\n\n{table}\n"


def options_of_command(command: click.Command) -> list[click.Option]:
    """The options of a command but for `--help`, which all have."""
    return [each for each in command.params if isinstance(each, click.Option)]


def schema() -> dict[str, Any]:
    """The JSON Schema of `mkdocs.yml` as far as this plugin goes, for editors."""
    ours = {"$ref": "#/$defs/blogposts"}
    as_mapping = {"type": "object", "properties": {"blogposts": {"oneOf": [ours, {"type": "null"}]}}}
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "mkdocs.yml with blogposts",
        "type": "object",
        "properties": {
            "plugins": {
                "oneOf": [{"type": "array", "items": {"anyOf": [{"type": "string"}, as_mapping]}}, as_mapping],
            },
        },
        "$defs": {
            "blogposts": {
                "title": "Options of blogposts",
                "type": "object",
                "additionalProperties": False,
                "properties": {option.name: _property(option) for option in options()},
            },
        },
    }


def schema_text() -> str:
    """The JSON Schema as it stands in its file."""
    return json.dumps(schema(), indent=2, ensure_ascii=False) + "\n"


def _classes(path: Path) -> Iterator[ast.ClassDef]:
    return (node for node in ast.parse(path.read_text(encoding="utf-8")).body if isinstance(node, ast.ClassDef))


def _text_of(node: ast.stmt | None) -> str:
    is_text = isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    return " ".join(str(node.value.value).split()) if is_text else ""  # type: ignore[union-attr]


def _source_of_function(default: str) -> str:
    """`slugify(case='lower')` of `field(default_factory=lambda: USUAL)`, where `choices.py` has that under the name."""
    made = default.removeprefix("field(default_factory=lambda: ").removesuffix(")") if "lambda" in default else default
    source = made.removeprefix("choices.")
    body = ast.parse((PACKAGE / "choices.py").read_text(encoding="utf-8")).body
    named = (node for node in body if isinstance(node, ast.AnnAssign) and ast.unparse(node.target) == source)
    return next((ast.unparse(node.value) for node in named if node.value), source)


def _as_yaml(value: Any) -> Any:
    if isinstance(value, tuple):
        return list(value)
    return dict(value) if isinstance(value, Mapping) else value


def _matches(name: str, patterns: str) -> bool:
    return any(fnmatchcase(name, pattern) for pattern in patterns.split())


def _option_markdown(option: Option) -> str:
    default = option.default if _is_function(option.kind) else _flow(option.default)
    told = "not set by default" if option.default is None else f"default `{default}`"
    facts = f"{_kind_in_words(option.kind)} · {told}"
    return f"### `{option.name}` {{ #{option.name} }}\n\n{option.text}\n\n{facts}\n{{ .facts }}\n"


def _flow(value: Any) -> str:
    text = yaml.safe_dump(value, default_flow_style=True, allow_unicode=True, width=1000).strip()
    return text.removesuffix("...").strip() if value != "" else '""'


def _is_function(kind: Any) -> bool:
    return get_origin(kind) is Callable


def _kind_in_words(kind: Any) -> str:
    origin, parts = get_origin(kind), get_args(kind)
    if origin in _UNIONS:
        return " or ".join(_kind_in_words(part) for part in parts if part is not types.NoneType)
    if origin is Literal:
        return " or ".join(f"`{part}`" for part in parts)
    return _WORDS[origin or kind]


def _property(option: Option) -> dict[str, Any]:
    described = {"description": option.text, **_type_of(option)}
    if option.default is not None and not _is_function(option.kind):
        described["default"] = option.default
    return described


def _type_of(option: Option) -> dict[str, Any]:
    if option.name == "faults":
        return {
            "type": "object",
            "additionalProperties": False,
            "properties": {kind: {"enum": _LEVELS} for kind in Kind},
        }
    of_kind = _json_type(option.kind)
    return {"anyOf": [{"type": "string"}, of_kind]} if option.name in ALONE_OR_LISTED else of_kind


def _json_type(kind: Any) -> dict[str, Any]:
    origin, parts = get_origin(kind), get_args(kind)
    if origin in _UNIONS:
        found = [_json_type(part) for part in parts if part is not types.NoneType]
        return found[0] if len(found) == 1 else {"anyOf": found}
    if origin is Literal:
        return {"enum": list(parts)}
    if origin is tuple:
        return {"type": "array", "items": _json_type(parts[0])}
    if origin is Mapping:
        return {"type": "object", "additionalProperties": _json_type(parts[1])}
    if origin is Callable:
        return {}
    return {"type": {bool: "boolean", int: "integer", str: "string"}[kind]}


def _cell(text: str) -> str:
    return text.replace("|", r"\|")


if __name__ == "__main__":
    SCHEMA.write_text(schema_text(), encoding="utf-8")
