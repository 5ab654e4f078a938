"""What a site has for the Liquid in its texts, and the look-ups that only the site itself can answer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

from liquid import RenderContext
from liquid.exceptions import LiquidError, ResourceLimitError, UnknownFilterError
from liquid.utils import ReadOnlyChainMap

from ...light_dataclasses import dataclass
from .budget import Budget

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from liquid import BoundTemplate
    from liquid.token import Token

    from ...frontmatter.dates import Clock
    from .values import Moment


@dataclass(frozen=True, slots=True, kw_only=True)
class Lookup:
    """Something that a text names, and what it may name."""

    find: Callable[[str], str | None]
    """What is known under a name; `None` where there is nothing."""
    names: Callable[[], Iterable[str]] = tuple
    """All names, to tell the near ones."""
    folder: str = ""
    """Where texts that are found lie, as their author would name it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """What Jekyll puts a text into."""

    text: str
    path: str
    """The file, as its author would name it."""
    values: Mapping[str, Any]
    """What its front matter says."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteContext:
    """A site as its texts see it."""

    site: Mapping[str, Any]
    """Values of `site`."""
    paginator: Mapping[str, Any] | None
    """Values of `paginator`; `None` where the site does not split its list of posts."""
    origin: str
    """`https://example.org`, without a path; empty where the site has no address."""
    base: str
    """The path below which the site lies, without a slash at its end."""
    clock: Clock
    now: Moment
    environment: str
    """Value of `jekyll.environment`."""
    posts: Lookup
    """URLs of posts from the site's root, by the names that `post_url` takes."""
    files: Lookup
    """URLs of files from the site's root, by their paths in the site."""
    includes: Lookup
    """Texts of the site's own includes."""
    markdown: Callable[[str], str]
    """HTML of a text in Markdown."""
    inline: Callable[[str], str]
    """HTML of one line of Markdown in which only formatting and links are left."""
    layout: Callable[[str], Layout | None] = lambda _: None
    """The layout of a name."""


class Environment(Protocol):
    """What takes a text apart, as far as its nodes ask for it while they are rendered."""

    tags: Mapping[str, Any]
    """The tags that are known, by name."""
    errors: list[LiquidError]
    """What is wrong with the text at hand."""

    def error(self, exc: LiquidError, msg: str | None = None, token: Token | None = None) -> None:
        """Note an error and go on; raise one that would come again and again."""

    def remark(self, error: LiquidError) -> None:
        """Note something that is odd, once for each place."""

    def template_of(self, text: str, path: str) -> BoundTemplate:
        """The template of an include, parsed once; what is wrong with it is noted each time."""
        ...


class Context(RenderContext):
    """What the nodes of one text know while they are rendered."""

    def __init__(
        self,
        template: BoundTemplate,
        *,
        values: Mapping[str, Any],
        site_context: SiteContext,
        beside: Lookup,
    ) -> None:
        super().__init__(template, globals=values)
        # Without `now` and `today`, which Jekyll does not know as variables.
        self.scope = ReadOnlyChainMap(self.locals, self.globals, self.counters)
        self.budget = Budget()
        self.weight = 1
        """Steps that a round of the loop that begins next costs."""
        self.environment: Environment = template.env  # type: ignore[assignment]  # nothing else makes a context
        self.site_context = site_context
        self.beside = beside
        """Texts below the folder of the page, for `include_relative`."""

    def filter(self, name: str, token: Token | None) -> Callable[..., Any]:
        """The filter of a name; one that nobody knows, or that fails, is told, and changes nothing."""
        if name not in self.env.filters:
            self.environment.remark(UnknownFilterError(name, token=token))
            return lambda value, *_, **__: value
        found = super().filter(name, token)

        def run(value: Any, *arguments: Any, **options: Any) -> Any:
            try:
                return found(value, *arguments, **options)
            except ResourceLimitError:
                raise
            except LiquidError as error:
                self.environment.error(error, token=token)
                return value

        return run

    def raise_for_loop_limit(self, length: int = 1) -> None:
        """Count the rounds of a loop that begins."""
        self.budget.spend(length * self.weight)


def context_of(context: RenderContext) -> Context:
    """The context as the one that we have made it."""
    assert isinstance(context, Context)  # noqa: S101  # nothing else renders our nodes
    return context
