"""What the parsers of YAML and TOML complain of, in plain words and with the remedy."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..faults import ContentError, Place
from ..late_patterns import late_pattern
from ..light_dataclasses import dataclass

if TYPE_CHECKING:
    import re
    import tomllib
    from collections.abc import Callable

    import yaml

    from .lines import Lines

_KEY_AND_VALUE = late_pattern(r"(?P<before>\s*(?:- +)?)(?P<key>[^\s:#][^:]*):[ \t]+(?P<value>\S.*?)\s*")
_MAX_LINE = 200
"""Characters of a line that is worth repeating."""
_TOML_PLACE = late_pattern(r" \(at (?:line (\d+), column (\d+)|end of document)\)$")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Problem:
    """What PyYAML has met, and where."""

    text: str
    """The head."""
    lines: Lines
    index: int
    """Where it could not go on."""
    start: int
    """Where that began which it was reading."""
    problem: str

    def at(self, index: int) -> str:
        """The character at `index`."""
        return self.text[index : index + 1]


def explain_yaml(error: yaml.MarkedYAMLError, text: str, lines: Lines) -> ContentError:
    """What an error of PyYAML means for the author of the head `text`."""
    mark = error.problem_mark or error.context_mark
    index = mark.index if mark else 0
    start = error.context_mark.index if error.context_mark else index
    problem = _Problem(text=text, lines=lines, index=index, start=start, problem=str(error.problem))
    if problem.at(index) == "\t":
        return _explain_tab(problem)
    return next(explain(problem) for said, explain in _EXPLANATIONS if said in problem.problem)


def _explain_tab(problem: _Problem) -> ContentError:
    return ContentError(
        "a tab where YAML needs spaces", place=problem.lines.place(problem.index), hint="indent with spaces"
    )


def _explain_colon(problem: _Problem) -> ContentError:
    """Why a colon is one too many: in a value, below a value, or below a line that has none."""
    line, place = problem.lines.line_at(problem.index), problem.lines.place(problem.index)
    if (pair := _pair(line)) and place.column - 1 > pair.end("key"):
        return ContentError("an unquoted value holds a colon", place=place, hint=_quoted(line))
    if line[:1].isspace():
        return ContentError(
            "this key is indented, but the key above has a value already",
            place=place,
            hint="begin it in the column of the other keys",
        )
    return _no_key(problem.index - place.column, problem.lines)


def _explain_missing_colon(problem: _Problem) -> ContentError:
    return _no_key(problem.start, problem.lines)


def _no_key(index: int, lines: Lines) -> ContentError:
    line = lines.line_at(index).strip()
    key, colon, value = line.partition(":")
    hint = f"write `{key}: {value}`" if colon and value.strip() else "write `key: value`"
    return ContentError(f"'{line}' is not a key with a value", place=Place(lines.place(index).line), hint=hint)


def _explain_beginning(problem: _Problem) -> ContentError:
    return ContentError(
        f"an unquoted value cannot begin with '{problem.at(problem.start)}'",
        place=problem.lines.place(problem.start),
        hint=_quoted(problem.lines.line_at(problem.start)) or "put it in quotes",
    )


def _explain_open_quote(problem: _Problem) -> ContentError:
    return ContentError(
        "the quote that begins here is never closed",
        place=problem.lines.place(problem.start),
        hint=_quoted(problem.lines.line_at(problem.start)) or "close it on the same line",
    )


def _explain_open_bracket(problem: _Problem) -> ContentError:
    bracket = problem.at(problem.start)
    return ContentError(
        f"the '{bracket}' that begins here is never closed",
        place=problem.lines.place(problem.start),
        hint=f"close it with `{']' if bracket == '[' else '}'}`",
    )


def _explain_gap(problem: _Problem) -> ContentError:
    return ContentError(
        "a value is missing here", place=problem.lines.place(problem.index), hint="close the list, or delete a comma"
    )


def _explain_leftover(problem: _Problem) -> ContentError:
    """Why a key was expected: the value has ended too early, or the line is out of line."""
    line, place = problem.lines.line_at(problem.index), problem.lines.place(problem.index)
    pair = _pair(line)
    if pair and place.column - 1 > pair.start("value"):
        closing = {"'": "quote", '"': "quote", "[": "bracket", "{": "brace"}.get(pair["value"][0], "value")
        return ContentError(f"text goes on after the closing {closing}", place=place, hint=_quoted(line))
    return ContentError("not in line with the keys above", place=place, hint="begin all keys in the same column")


def _explain_list(problem: _Problem) -> ContentError:
    """Why a list cannot begin here: on the line of its key."""
    line = problem.lines.line_at(problem.index)
    pair = _pair(line)
    return ContentError(
        "a list with dashes begins on a line of its own",
        place=problem.lines.place(problem.index),
        hint=f"write `{pair['key']}: [{pair['value'].lstrip('- ')}]`" if pair else "put it below its key",
    )


def _explain_rest(problem: _Problem) -> ContentError:
    return ContentError(
        f"not YAML: {problem.problem}",
        place=problem.lines.place(problem.index),
        hint=_quoted(problem.lines.line_at(problem.index)),
    )


_EXPLANATIONS: tuple[tuple[str, Callable[[_Problem], ContentError]], ...] = (
    ("mapping values are not allowed", _explain_colon),
    ("tab character", _explain_tab),
    ("cannot start any token", _explain_beginning),
    ("alphabetic or numeric", _explain_beginning),
    ("comment or line break", _explain_beginning),
    ("undefined alias", _explain_beginning),
    ("unexpected end of stream", _explain_open_quote),
    ("unexpected document", _explain_open_quote),
    ("',' or", _explain_open_bracket),
    ("block sequence entries", _explain_list),
    ("node content", _explain_gap),
    ("expected ':'", _explain_missing_colon),
    ("expected key", _explain_leftover),
    ("block end", _explain_leftover),
    ("document start", _explain_leftover),
    ("", _explain_rest),
)
"""What PyYAML says, with libyaml and without, and who explains it."""


def _pair(line: str) -> re.Match[str] | None:
    """The key and the value of a line, if it has them and is no longer than is worth repeating."""
    return _KEY_AND_VALUE.fullmatch(line) if len(line) <= _MAX_LINE else None


def _quoted(line: str) -> str | None:
    """How to write a line so that YAML takes its value for text."""
    pair = _pair(line)
    if not pair:
        return None
    value = pair["value"]
    quote = value[0] if value[0] in "'\"" else ""
    if quote and len(value) > 1 and value.endswith(quote):
        value = value[1:-1]
    elif quote and value.count(quote) == 1:
        value = value[1:]
    quoted = f'"{value}"' if '"' not in value and "\\" not in value else "'" + value.replace("'", "''") + "'"
    return f"write `{pair['key']}: {quoted}`"


def explain_toml(error: tomllib.TOMLDecodeError, lines: Lines) -> ContentError:
    """What an error of tomllib means for the author of the head."""
    message = str(error)
    found = _TOML_PLACE.search(message)
    first = lines.place(0)
    place = Place(first.line + int(found[1]) - 1, int(found[2])) if found and found[1] else first
    message = message[: found.start()] if found else message
    return ContentError(f"not TOML: {message[0].lower()}{message[1:]}", place=place)
