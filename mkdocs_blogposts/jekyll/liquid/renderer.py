"""Renders Liquid as Jekyll does: one environment for a whole build, one context for each text."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from liquid import Environment, TokenStream
from liquid.builtin import content
from liquid.builtin.expressions.primitive import Blank, Empty
from liquid.builtin.tags import (
    assign_tag,
    capture_tag,
    case_tag,
    comment_tag,
    cycle_tag,
    decrement_tag,
    for_tag,
    if_tag,
    ifchanged_tag,
    increment_tag,
    inline_comment_tag,
    unless_tag,
)
from liquid.exceptions import FilterArgumentError, LiquidError, ResourceLimitError
from liquid.output import LimitedStringIO
from liquid.parser import get_parser
from liquid.token import TOKEN_TAG, Token

from ...light_dataclasses import dataclass
from ...texts.remarks import has_liquid
from ..filters import list_filters, number_filters, site_filters, text_filters
from ..filters.budget import DEPTH, LENGTH
from ..filters.site_context import Context, Lookup, SiteContext
from ..filters.values import is_nil
from .includes import IncludeCachedTag, IncludeRelativeTag, IncludeTag
from .lax import Lax
from .lexer import MOST_TOLD, Lexer
from .loops import ForTag, TablerowTag
from .names import EMPTY, with_plain_names
from .nesting import BLOCK_OF_PLUGIN, BLOCKS, BRANCHES, END_OF_BLOCK, Nesting
from .plain_tags import PLAIN_TAGS
from .plugin_tags import PluginTag
from .problems import Problem, can_be_read_otherwise, grouped, not_quite_liquid, problem_of
from .safe_tags import SafeTag
from .tags import GistTag, HighlightTag, LinkTag, PostUrlTag
from .value_tag import ValueTag, layouts_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from liquid import BoundTemplate
    from liquid.ast import Node
    from liquid.tag import Tag

_MOST_BITS = 4096
"""Bits of the largest number."""

NOTHING = Lookup(find=lambda _: None)
_NOWHERE = Token("", "", 0, "")

_TAGS = (
    *(content.Literal, PluginTag, ValueTag),
    *(assign_tag.AssignTag, capture_tag.CaptureTag, increment_tag.IncrementTag, decrement_tag.DecrementTag),
    *(if_tag.IfTag, unless_tag.UnlessTag, case_tag.CaseTag, ifchanged_tag.IfChangedTag),
    *(ForTag, for_tag.BreakTag, for_tag.ContinueTag, TablerowTag, cycle_tag.CycleTag),
    *(comment_tag.CommentTag, inline_comment_tag.InlineCommentTag),
    *(HighlightTag, LinkTag, PostUrlTag, IncludeTag, IncludeCachedTag, IncludeRelativeTag, GistTag),
)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a text."""

    text: str
    """As it was, if it asks for too much."""
    problems: tuple[Problem, ...] = ()


class JekyllEnvironment(Environment):
    """Knows the tags and filters of Jekyll, and goes on after an error so that all of them can be told."""

    block_nesting_limit = 50
    context_depth_limit = DEPTH
    output_stream_limit = LENGTH * 4
    local_namespace_limit = LENGTH * 8

    def __init__(self) -> None:
        super().__init__()
        self._lax = Lax(self)
        self._is_lax = False
        self.errors: list[LiquidError] = []
        """What is wrong with the text at hand; what it is about shows nothing."""
        self.remarks: list[LiquidError] = []
        """What is odd in it, and shown all the same."""
        self._noted: set[tuple[str, int, str]] = set()
        self.includes: dict[str, str] = {}
        """Paths of the includes that were read, by their texts."""
        self._templates: dict[str, tuple[BoundTemplate, list[LiquidError]]] = {}

    def setup_tags_and_filters(self, *, extra: bool = False) -> None:  # noqa: ARG002  # the base has more than Jekyll
        """Register what Jekyll has."""
        for tag in _TAGS:
            self.tags[tag.name] = SafeTag(tag(self))
        for filters in (text_filters, list_filters, number_filters, site_filters):
            for name, function in filters.FILTERS.items():
                self.add_filter(name, _guarded(name, function))

    def tokenizer(self) -> Callable[[str], Iterator[Token]]:
        """What takes a text apart."""
        return self._tokens

    def _tokens(self, text: str) -> Iterator[Token]:
        lexer = Lexer(text)
        nesting = Nesting(list(lexer.tokens()), self.tags)
        tokens = with_plain_names(nesting.made_whole())
        self.errors.extend((*lexer.errors, *nesting.errors))
        return self._lax.tokens(tokens) if self._is_lax else iter(tokens)

    def error(self, exc: type[LiquidError] | LiquidError, msg: str | None = None, token: Token | None = None) -> None:
        """Note an error and go on; raise one that would come again and again."""
        error = exc if isinstance(exc, LiquidError) else exc(msg, token=token)
        error.token = error.token or token
        if isinstance(error, ResourceLimitError):
            raise error
        if self._is_new(error):
            self.errors.append(error)

    def remark(self, error: LiquidError) -> None:
        """Note something that is odd, once for each place."""
        if self._is_new(error):
            self.remarks.append(error)

    def _is_new(self, error: LiquidError) -> bool:
        token = error.token
        key = (str(error.message), token.start_index if token else -1, token.source if token else "")
        is_new = (token is None or key not in self._noted) and len(self._noted) < MOST_TOLD
        self._noted.add(key)
        return is_new

    def begin(self) -> None:
        """Begin with another text."""
        self.errors, self.remarks = [], []
        self._noted.clear()

    def template_of(self, text: str, path: str) -> BoundTemplate:
        """The template of an include, parsed once; what is wrong with it is noted each time."""
        self.includes[text] = path
        if text not in self._templates:
            known = len(self.errors)
            template = self.parsed(text)
            self._templates[text] = (template, self.errors[known:])
            return template
        template, errors = self._templates[text]
        self.errors.extend(errors)
        return template

    def parsed(self, text: str) -> BoundTemplate:
        """The template of a text; an empty one, and a note, where it cannot be parsed."""
        before = self.errors
        self.errors = []
        template = self._parsed(text)
        if strict := [error for error in self.errors if can_be_read_otherwise(error)]:
            self.errors, self._is_lax = [], True
            self._noted.clear()
            template = self._parsed(text)
            self._is_lax = False
            again = {error.token for error in self.errors}
            self.remarks.extend(not_quite_liquid(error) for error in strict if error.token not in again)
        self.errors = [*before, *self.errors]
        return template

    def _parsed(self, text: str) -> BoundTemplate:
        # Not by `from_string`, so that a text is taken apart once.
        nodes: list[Node] = []
        try:
            nodes = get_parser(self).parse(TokenStream(self._tokens(text)))
        except LiquidError as error:
            self.errors.append(error)
        except RecursionError:
            self.errors.append(ResourceLimitError("nesting", token=None))
        return self.template_class(self, nodes)


class Renderer:
    """Renders the texts of one site."""

    def __init__(self, site_context: SiteContext) -> None:
        self.site_context = site_context
        self._environment = JekyllEnvironment()
        self._jekyll = {"environment": site_context.environment, "version": "4.3"}

    def render(self, text: str, page: Mapping[str, Any], beside: Lookup = NOTHING) -> Outcome:
        """What a text gives on a page; with problems, it stays as it is."""
        return self._rendered(text, {"page": page, "layout": {}}, beside)

    def in_layouts(self, outcome: Outcome, page: Mapping[str, Any], beside: Lookup = NOTHING) -> Outcome:
        """The same in the layouts of a page, as far as these are no whole pages themselves."""
        text, problems, values = outcome.text, list(outcome.problems), dict[str, Any]()
        for layout in layouts_of(self.site_context, page):
            values = {**layout.values, **values}
            given = {"page": page, "layout": values, "content": text}
            around = self._rendered(layout.text, given, beside, path=layout.path)
            text = around.text
            problems += around.problems
        return Outcome(text, tuple(problems))

    def _rendered(self, text: str, given: Mapping[str, Any], beside: Lookup, *, path: str | None = None) -> Outcome:
        """What a text gives, be it that of a file of its own at `path`."""
        if not has_liquid(text):
            return Outcome(text)
        environment = self._environment
        environment.begin()
        template = environment.parsed(text)
        values: dict[str, Any] = {"site": self.site_context.site, "jekyll": self._jekyll, **given}
        values |= {EMPTY["empty"]: Empty(_NOWHERE), EMPTY["blank"]: Blank(_NOWHERE)}
        if self.site_context.paginator is not None:
            values["paginator"] = self.site_context.paginator
        context = Context(template, values=values, site_context=self.site_context, beside=beside)
        buffer = LimitedStringIO(JekyllEnvironment.output_stream_limit)
        try:
            template.render_with_context(context, buffer)
        except LiquidError as error:
            environment.errors.append(error)
        except RecursionError:
            environment.errors.append(ResourceLimitError("nesting", token=None))
        is_whole = not any(isinstance(error, ResourceLimitError) for error in environment.errors)
        problems = grouped(self._problem(error, text, path) for error in (*environment.errors, *environment.remarks))
        return Outcome(buffer.getvalue() if is_whole else text, problems)

    def _problem(self, error: LiquidError, text: str, path: str | None) -> Problem:
        source = error.token.source if error.token else text
        include = path if source == text else self._environment.includes.get(source)
        return problem_of(error, text if include is None else source, self._environment, include)


def tags_of_plugins(text: str) -> Iterator[str]:
    """The name of each tag in a text that has neither a meaning in Jekyll nor a plain rendering of ours."""
    known = _tags_of_jekyll()
    tokens = Nesting(list(Lexer(text).tokens()), known).made_whole()
    names = (token.value.removesuffix(BLOCK_OF_PLUGIN) for token in tokens if token.kind == TOKEN_TAG)
    return (name for name in names if name not in known and name not in PLAIN_TAGS and _is_of_plugin(name))


@cache
def _tags_of_jekyll() -> Mapping[str, Tag]:
    return JekyllEnvironment().tags


def _is_of_plugin(name: str) -> bool:
    is_end = name.endswith(END_OF_BLOCK) or name.removeprefix("end") in BLOCKS
    return not is_end and name not in BRANCHES


def _guarded(name: str, function: Callable[..., Any]) -> Callable[..., Any]:
    """A filter that takes from the budget of its text, and never ends a build."""

    def run(value: Any, *arguments: Any, context: Context, **options: Any) -> Any:
        value, *given = (_plain(each, context) for each in (value, *arguments))
        for each in (value, *given):
            context.budget.look_at(each)
        try:
            result = function(context, value, *given, **options)
        except FilterArgumentError as error:
            message = str(error.message).removeprefix(f"{name}: ")
            raise FilterArgumentError(f"the filter '{name}': {message}", token=None) from error
        except LiquidError:
            raise
        except Exception as error:  # what values of strangers do to it, a filter cannot foresee
            raise FilterArgumentError(f"the filter '{name}' cannot work with this", token=None) from error
        if isinstance(result, (str, list)):
            context.budget.look_at(result)
        if isinstance(result, int) and result.bit_length() > _MOST_BITS:
            raise FilterArgumentError(f"the filter '{name}': the number becomes too large", token=None)
        return result

    run.with_context = True  # type: ignore[attr-defined]
    return run


def _plain(value: Any, context: Context) -> Any:
    """A value without the names of what is not there, and without ranges."""
    if is_nil(value):
        return None
    if isinstance(value, range):
        context.budget.spend(len(value))
        return list(value)
    return value
