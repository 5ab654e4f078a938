"""Templates compiled by another process, while this one finds files and renders texts.

Jinja takes two or three milliseconds for each of some sixty templates, a fifth of a small first build.
"""

from __future__ import annotations

import contextlib
import gc
import os
from collections import deque
from typing import TYPE_CHECKING

from jinja2 import TemplateNotFound, TemplateSyntaxError
from jinja2.meta import find_referenced_templates

from ..cache.codes_ahead import CodesAhead
from ..light_dataclasses import dataclass
from .forking import begin_beside, started

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from multiprocessing.context import ForkProcess

    import jinja2
    from mkdocs.theme import Theme

    from ..cache.compiled_templates import CompiledTemplates

_OF_PAGES = ("main.html", "blog-post.html")
_OURS = (
    *("icons", "measures", "redirect"),
    *("card", "listing", "head", "post-header", "related-card", "post-footer", "groups", "tag-index"),
)
"""Templates of ours that most blogs need, each with what it includes."""
_PASSED_OVER = frozenset(
    f"blogposts/{name}.html"
    for name in (
        "author-header",
        "draft-badge",
        "papers-of",
        "post-authors",
        "series",
        "table",
        "talk-section",
        "talks",
    )
)
"""Templates that these include only for what most blogs don't have."""


@dataclass(slots=True)
class TemplateCompiler:
    """A process that compiles templates, in the order in which a build comes to them."""

    process: ForkProcess
    compiled: CompiledTemplates
    codes: CodesAhead

    @classmethod
    def start(
        cls, theme: Theme, env: jinja2.Environment, compiled: CompiledTemplates, **filters: Callable[..., str]
    ) -> TemplateCompiler:
        """Start one whose codes `compiled` takes; templates may ask for `filters` beside those that `env` has."""
        env.filters.update(filters)
        codes = CodesAhead()
        process = started(_compile, env, list(_names(theme)), compiled, codes)
        compiled.ahead = codes
        return cls(process, compiled, codes)

    def finish(self) -> None:
        """End it, wherever it is; what it has compiled is kept, as other pages or sites may need it."""
        self.process.kill()
        self.process.join()
        if self.compiled.kept:
            self.compiled.kept.take(self.codes.end())


def _names(theme: Theme) -> Iterator[str]:
    yield "partials/language.html"
    yield f"partials/languages/{theme.get('language') or 'en'}.html"
    yield from sorted(theme.static_templates)
    yield from _OF_PAGES
    yield from (f"blogposts/{name}.html" for name in _OURS)


def _compile(env: jinja2.Environment, names: list[str], compiled: CompiledTemplates, codes: CodesAhead) -> None:
    is_wanted = begin_beside()
    gc.disable()  # which would have what both processes share copied
    waiting = deque(names)
    seen = set(_PASSED_OVER)
    with contextlib.suppress(Exception):
        while waiting and is_wanted():
            name = waiting.popleft()
            if name not in seen:
                seen.add(name)
                with contextlib.suppress(TemplateNotFound, TemplateSyntaxError):
                    waiting.extendleft(reversed(_compile_one(env, name, compiled, codes)))
    os._exit(0)


def _compile_one(env: jinja2.Environment, name: str, compiled: CompiledTemplates, codes: CodesAhead) -> list[str]:
    """Hand over the code of a template, unless it is known; given are the names of those that it leads to."""
    if env.loader is None:
        return []
    source, path, _ = env.loader.get_source(env, name)
    tree = env.parse(source, name, path)
    leads_to = [found for found in find_referenced_templates(tree) if found]
    bucket = compiled.get_bucket(env, name, path, source)
    if bucket.code is None:
        bucket.code = env.compile(tree, name, path)
        compiled.set_bucket(bucket)
        if made := compiled.made_of_package(bucket):
            codes.put(*made)
    return leads_to
