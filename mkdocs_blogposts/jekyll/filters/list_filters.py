"""Filters for lists, as Jekyll and Ruby's Liquid have them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cmp_to_key
from typing import TYPE_CHECKING, Any

from liquid import TokenStream
from liquid.builtin.expressions import BooleanExpression, FilteredExpression, tokenize
from liquid.builtin.expressions.primitive import Blank, Empty
from liquid.exceptions import FilterArgumentError, LiquidError
from liquid.token import TOKEN_EXPRESSION, Token

from .values import inspected, is_nil, to_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from liquid.expression import Expression

    from .site_context import Context

_WHOLE_NUMBER = re.compile(r"\s*-?\d{1,300}\s*")
_NUMBER = re.compile(r"\s*-?(?:\d+\.?\d*|\.\d+)\s*")


def item_property(item: Any, name: Any) -> Any:
    """What an item has under a name, which may lead into it with dots; texts that are numbers count as such."""
    value = item
    for part in str(name).split("."):
        try:
            value = value[part] if isinstance(value, Mapping) else None
        except KeyError:
            value = None
    if isinstance(value, str) and _WHOLE_NUMBER.fullmatch(value):
        return int(value)
    return float(value) if isinstance(value, str) and _NUMBER.fullmatch(value) else value


def _items(value: Any) -> list[Any] | None:
    """The items of a list, or the values of a mapping; `None` for anything else."""
    if isinstance(value, Mapping):
        return list(value.values())
    return list(value) if isinstance(value, (list, tuple)) else None


def where(context: Context, value: Any, name: Any, target: Any = None) -> Any:
    """The items whose property is the target, or holds it."""
    items = _items(value)
    if items is None or is_nil(name) or isinstance(target, (list, dict)):
        return value
    return [item for item in items if _is_target(item_property(item, name), target, context)]


def find(context: Context, value: Any, name: Any, target: Any = None) -> Any:
    """The first item whose property is the target, or holds it."""
    items = _items(value)
    if items is None or is_nil(name) or isinstance(target, (list, dict)):
        return value
    return next((item for item in items if _is_target(item_property(item, name), target, context)), None)


def _is_target(found: Any, target: Any, context: Context) -> bool:
    if is_nil(target):
        return is_nil(found)
    if isinstance(target, (Empty, Blank)):
        return not to_text(found, context.budget)
    wanted = to_text(target, context.budget)
    if isinstance(found, (list, tuple)):
        return any(to_text(each, context.budget) == wanted for each in found)
    return not is_nil(found) and to_text(found, context.budget) == wanted


def where_exp(context: Context, value: Any, name: Any, expression: Any) -> Any:
    """The items for which an expression holds."""
    items = _items(value)
    return value if items is None else list(_holding(context, items, name, expression))


def find_exp(context: Context, value: Any, name: Any, expression: Any) -> Any:
    """The first item for which an expression holds."""
    items = _items(value)
    return value if items is None else next(_holding(context, items, name, expression), None)


def _holding(context: Context, items: Iterable[Any], name: Any, expression: Any) -> Iterator[Any]:
    condition = _parsed(context, expression, BooleanExpression.parse)
    for item, holds in _evaluated(context, items, name, condition):
        if holds:
            yield item


def _parsed(context: Context, text: Any, parse: Callable[..., Expression]) -> Expression:
    source = to_text(text, context.budget)
    token = Token(TOKEN_EXPRESSION, source, 0, source)
    try:
        return parse(context.env, TokenStream(tokenize(source, token)))
    except LiquidError as error:
        raise FilterArgumentError(f"cannot read the expression '{source}'", token=None) from error


def _evaluated(context: Context, items: Iterable[Any], name: Any, expression: Expression) -> Iterator[tuple[Any, Any]]:
    namespace: dict[str, Any] = {}
    for item in items:
        context.budget.spend(1)
        namespace[str(name)] = item
        with context.extend(namespace):
            found = expression.evaluate(context)
        yield item, found


def group_by(context: Context, value: Any, name: Any) -> Any:
    """The items in groups of those with the same property."""
    items = _items(value)
    if items is None:
        return value
    context.budget.unfold(items)
    return _groups((_group_name(item_property(item, name), context), item) for item in items)


def _group_name(value: Any, context: Context) -> str:
    is_whole = isinstance(value, (list, tuple))
    return inspected(value, context.budget) if is_whole else to_text(value, context.budget)


def group_by_exp(context: Context, value: Any, name: Any, expression: Any) -> Any:
    """The items in groups of those for which an expression gives the same."""
    items = _items(value)
    if items is None:
        return value
    context.budget.unfold(items)
    parsed = _parsed(context, expression, FilteredExpression.parse)
    evaluated = _evaluated(context, items, name, parsed)
    return _groups((None if is_nil(found) else found, item) for item, found in evaluated)


def _groups(named: Iterable[tuple[Any, Any]]) -> list[dict[str, Any]]:
    groups: dict[str, tuple[Any, list[Any]]] = {}
    for name, item in named:
        groups.setdefault(f"{type(name).__name__} {name!r}", (name, []))[1].append(item)
    return [{"name": name, "items": items, "size": len(items)} for name, items in groups.values()]


def sort(context: Context, value: Any, name: Any = None, nils: Any = "first") -> Any:
    """The items in order, or in that of a property; those without it come first, or last. Of a mapping, its pairs."""
    if is_nil(value):
        raise FilterArgumentError("cannot sort what is not there", token=None)
    if nils not in ("first", "last"):
        raise FilterArgumentError("expected 'first' or 'last' for items without the property", token=None)
    if isinstance(value, Mapping) and is_nil(name):
        context.budget.spend(len(value) * 4)
        return [[key, value[key]] for key in sorted(value, key=cmp_to_key(_compare))]
    items = _flat(value)
    context.budget.spend(len(items) * 4)
    if is_nil(name):
        return sorted(items, key=cmp_to_key(_compare))
    sign = -1 if nils == "first" else 1
    keyed = [(item_property(item, name), item) for item in items]

    def compare(one: tuple[Any, Any], other: tuple[Any, Any]) -> int:
        if is_nil(one[0]) or is_nil(other[0]):
            return sign * (is_nil(one[0]) - is_nil(other[0]))
        try:
            return _compare(one[0], other[0])
        except FilterArgumentError:
            return _compare(to_text(one[0], context.budget), to_text(other[0], context.budget))

    return [item for _, item in sorted(keyed, key=cmp_to_key(compare))]


def _compare(one: Any, other: Any) -> int:
    """Which of two values comes first; raises for values that have no order."""
    if isinstance(one, (list, tuple)) and isinstance(other, (list, tuple)):
        return next((found for found in map(_compare, one, other) if found), len(one) - len(other))
    keys = [getattr(each, "sort_key", each) for each in (one, other)]
    keys = [each.__liquid__() if hasattr(each, "__liquid__") else each for each in keys]
    try:
        return int(keys[0] > keys[1]) - int(keys[0] < keys[1])
    except TypeError as error:
        raise FilterArgumentError("cannot sort values of different kinds", token=None) from error


def sort_natural(context: Context, value: Any, name: Any = None) -> list[Any]:
    """The items in order, whatever their case; those without the property come last."""
    items = _flat(value)
    context.budget.spend(len(items) * 4)

    def key(item: Any) -> tuple[bool, str]:
        found = item if is_nil(name) else _plain_property(item, name)
        return is_nil(found), to_text(found, context.budget).casefold()

    return sorted(items, key=key)


def _plain_property(item: Any, name: Any) -> Any:
    return item.get(str(name)) if isinstance(item, Mapping) else None


def _flat(value: Any) -> list[Any]:
    """The items of a list and of the lists in it; anything else is one item."""
    if is_nil(value):
        return []
    if not isinstance(value, (list, tuple)):
        return [value]
    return [each for item in value for each in (_flat(item) if isinstance(item, (list, tuple)) else [item])]


def join(context: Context, value: Any, glue: Any = " ") -> str:
    """The items of a list as one text."""
    items, between = _flat(value), to_text(glue, context.budget)
    texts = [to_text(item, context.budget) for item in items]
    context.budget.check_length(sum(map(len, texts)) + len(between) * len(texts))
    return between.join(texts)


def map_(context: Context, value: Any, name: Any) -> list[Any]:
    """What the items have under a name."""
    context.budget.spend(1)
    return [_plain_property(item, name) for item in _flat(value)]


def uniq(context: Context, value: Any, name: Any = None) -> list[Any]:
    """The items, each once."""
    seen: dict[str, Any] = {}
    for item in _flat(value):
        found = item if is_nil(name) else _plain_property(item, name)
        seen.setdefault(f"{type(found).__name__} {inspected(found, context.budget)}", item)
    return list(seen.values())


def compact(_context: Context, value: Any, name: Any = None) -> list[Any]:
    """The items that are something."""
    return [item for item in _flat(value) if not is_nil(item if is_nil(name) else _plain_property(item, name))]


def concat(_context: Context, value: Any, more: Any) -> list[Any]:
    """The items of two lists."""
    if not isinstance(more, (list, tuple)):
        raise FilterArgumentError("expected a list to add", token=None)
    return [*_flat(value), *more]


def reverse(_context: Context, value: Any) -> list[Any]:
    """The items from the last to the first."""
    return _flat(value)[::-1]


def first(_context: Context, value: Any) -> Any:
    """The first item."""
    if isinstance(value, Mapping) and value:
        return list(next(iter(value.items())))
    return value[0] if isinstance(value, (list, tuple)) and value else None


def last(_context: Context, value: Any) -> Any:
    """The last item."""
    return value[-1] if isinstance(value, (list, tuple)) and value else None


def push(context: Context, value: Any, item: Any) -> Any:
    """A list with an item at its end."""
    context.budget.unfold(item)
    return [*value, item] if isinstance(value, list) else value


def unshift(context: Context, value: Any, item: Any) -> Any:
    """A list with an item at its beginning."""
    context.budget.unfold(item)
    return [item, *value] if isinstance(value, list) else value


def pop(context: Context, value: Any, number: Any = 1) -> Any:
    """A list without its last items."""
    return value[: max(len(value) - _count(context, number), 0)] if isinstance(value, list) else value


def shift(context: Context, value: Any, number: Any = 1) -> Any:
    """A list without its first items."""
    return value[_count(context, number) :] if isinstance(value, list) else value


def sample(context: Context, value: Any, number: Any = 1) -> Any:
    """The first items of a list: what is picked by chance would make each build another."""
    if not isinstance(value, list):
        return value
    wanted = _count(context, number)
    return first(context, value) if wanted == 1 else value[:wanted]


def _count(_context: Context, value: Any) -> int:
    try:
        return max(int(value), 0)
    except (TypeError, ValueError) as error:
        raise FilterArgumentError("expected a whole number", token=None) from error


def array_to_sentence_string(context: Context, value: Any, connector: Any = "and") -> str:
    """The items as part of a sentence: `one, two, and three`."""
    items = [to_text(item, context.budget) for item in value or ()]
    context.budget.check_length(sum(map(len, items)))
    last_word = to_text(connector, context.budget)
    if len(items) <= 2:  # noqa: PLR2004
        return f" {last_word} ".join(items)
    return f"{', '.join(items[:-1])}, {last_word} {items[-1]}"


def size(_context: Context, value: Any) -> int:
    """How many items a list has, or how many characters a text."""
    return len(value) if isinstance(value, (str, list, tuple, Mapping)) else 0


def default(_context: Context, value: Any, other: Any = "", *, allow_false: bool = False) -> Any:
    """A value, or another one where it is nothing, false or empty."""
    is_false = value is False and not allow_false
    is_empty = isinstance(value, (str, list, Mapping)) and not value
    return other if is_nil(value) or is_false or is_empty else value


FILTERS: Mapping[str, Callable[..., Any]] = {
    "array_to_sentence_string": array_to_sentence_string,
    "compact": compact,
    "concat": concat,
    "default": default,
    "find": find,
    "find_exp": find_exp,
    "first": first,
    "group_by": group_by,
    "group_by_exp": group_by_exp,
    "join": join,
    "last": last,
    "map": map_,
    "pop": pop,
    "push": push,
    "reverse": reverse,
    "sample": sample,
    "shift": shift,
    "size": size,
    "sort": sort,
    "sort_natural": sort_natural,
    "uniq": uniq,
    "unshift": unshift,
    "where": where,
    "where_exp": where_exp,
}
