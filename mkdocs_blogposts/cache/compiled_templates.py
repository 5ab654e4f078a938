"""Compiled templates, from one build of `serve` to the next and within one: MkDocs begins each of them with none."""

from __future__ import annotations

from pathlib import Path
from types import CodeType
from typing import TYPE_CHECKING, Any

import jinja2
from jinja2.compiler import CodeGenerator
from jinja2.filters import FILTERS
from jinja2.tests import TESTS

from .own_templates import is_known
from .store import digest

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from jinja2.bccache import Bucket

    from .codes_ahead import CodesAhead
    from .template_codes import TemplateCodes

_FRAME = "base.html"
"""Template that the pages of each theme have in common."""
_OF_A_PACKAGE = "package:"
"""How the key of a template begins that comes with a package."""
_OURS = f"{__name__.partition('.')[0]}."


class CompiledTemplates(jinja2.BytecodeCache):
    """Keeps the code of templates as long as their text is the same, and that of packages for later builds, too."""

    def __init__(self, kept: TemplateCodes | None = None) -> None:
        self._codes: dict[str, tuple[str, CodeType]] = {}
        self.kept = kept
        """What there is from earlier builds; `None` where a site wants nothing kept."""
        self.ahead: CodesAhead | None = None
        """What another process makes, if there is one."""

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        """The key of a template."""
        key = super().get_cache_key(name, filename)
        return f"{_OF_A_PACKAGE}{key}" if filename and is_known(Path(filename).parent) else key

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give the code of a template, if it is known for this text."""
        if key := _key_of(bucket):
            bucket.code = self._known(bucket.key, key)

    def _known(self, name: str, key: str) -> CodeType | None:
        known, code = self._codes.get(name, (None, None))
        if key == known:
            return code
        if not name.startswith(_OF_A_PACKAGE):
            return None
        found = filter(None, (each.get(key) for each in (self.kept, self.ahead) if each))
        if code := next(found, None):
            self._codes[name] = (key, code)
        return code

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep the code of a template, unless a part of it was made by somebody else's function."""
        key, code = _key_of(bucket), bucket.code
        if key and code and _without_context(bucket.environment).keys().isdisjoint(_texts_in(code)):
            self._keep(bucket.key, key, code)

    def _keep(self, name: str, key: str, code: CodeType) -> None:
        self._codes[name] = (key, code)
        if self.kept and name.startswith(_OF_A_PACKAGE):
            self.kept.put(key, code)

    def made_of_package(self, bucket: Bucket) -> tuple[str, CodeType] | None:
        """What is known of a template that comes with a package: all that its code depends on, and the code."""
        return self._codes.get(bucket.key) if bucket.key.startswith(_OF_A_PACKAGE) else None

    def are_new(self, env: jinja2.Environment) -> bool:
        """Whether the templates of a theme that comes with a package were never compiled, and are to be kept."""
        try:
            source, path, _ = env.loader.get_source(env, _FRAME) if env.loader else ("", None, None)
        except jinja2.TemplateNotFound:
            return False
        if self.kept is None or env.bytecode_cache is not self:
            return False
        bucket = self.get_bucket(env, _FRAME, path, source)
        return bucket.code is None and bucket.key.startswith(_OF_A_PACKAGE)


def _key_of(bucket: Bucket) -> str | None:
    """All that the code of a template depends on; `None` where that can't be told."""
    env = bucket.environment
    if callable(env.autoescape) or env.finalize or _is_changed(env):
        return None
    return digest(
        (bucket.key, bucket.checksum, sorted(env.extensions), env.autoescape, env.optimized, env.is_async),
        (env.trim_blocks, env.lstrip_blocks, env.keep_trailing_newline, env.newline_sequence),
        (env.block_start_string, env.variable_start_string, env.comment_start_string, env.line_statement_prefix),
        (env.block_end_string, env.variable_end_string, env.comment_end_string, env.line_comment_prefix),
        (getattr(env, "newstyle_gettext", None), {name: str(value) for name, value in env.policies.items()}),
        _without_context(env),
    )


def _is_changed(env: jinja2.Environment) -> bool:
    """Whether others than Jinja have a part in compiling: it calls filters and tests of what a template has in it."""
    own = [*((env.filters, *each) for each in FILTERS.items()), *((env.tests, *each) for each in TESTS.items())]
    is_foreign = any(type(extension).__module__ != "jinja2.ext" for extension in env.extensions.values())
    is_foreign = is_foreign or type(env) is not jinja2.Environment or env.code_generator_class is not CodeGenerator
    return is_foreign or any(used.get(name) is not known for used, name, known in own)


def _without_context(env: jinja2.Environment) -> dict[str, str]:
    """The filters and tests of others that Jinja may ask while it compiles, each with what they want to be given."""
    every: tuple[tuple[Mapping[str, Any], Mapping[str, Any]], ...] = ((env.filters, FILTERS), (env.tests, TESTS))
    others = (each for used, own in every for each in used.items() if each[0] not in own)
    given = {name: _passed_to(function) for name, function in others if not _is_ours(function)}
    return {name: passed for name, passed in given.items() if not passed.endswith(".context")}


def _passed_to(function: Any) -> str:
    return str(getattr(function, "jinja_pass_arg", None))


def _is_ours(function: Any) -> bool:
    """Whether it is the filter `date` or `url` of ours; the former has no answer to what can stand in a template."""
    return (getattr(function, "__module__", None) or "").startswith(_OURS)


def _texts_in(code: CodeType) -> Iterator[str]:
    """The texts in a code, the names of all filters and tests that its template uses among them."""
    for value in code.co_consts:
        if isinstance(value, str):
            yield value
        elif isinstance(value, CodeType):
            yield from _texts_in(value)
