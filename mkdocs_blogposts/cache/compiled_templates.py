"""Compiled templates, from one build of `serve` to the next and within one: MkDocs begins each of them with none."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import jinja2
from jinja2.filters import FILTERS
from jinja2.tests import TESTS

from .own_templates import is_known
from .store import digest

if TYPE_CHECKING:
    from types import CodeType

    from jinja2.bccache import Bucket

    from .template_codes import TemplateCodes

_OF_A_PACKAGE = "package:"
"""How the key of a template begins that comes with a package."""


class CompiledTemplates(jinja2.BytecodeCache):
    """Keeps the code of templates as long as their text is the same, and that of packages for later builds, too."""

    def __init__(self, kept: TemplateCodes | None = None) -> None:
        self._codes: dict[str, tuple[str, CodeType | None]] = {}
        self.kept = kept
        """What there is from earlier builds; `None` where a site wants nothing kept."""

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        """The key of a template."""
        key = super().get_cache_key(name, filename)
        return f"{_OF_A_PACKAGE}{key}" if filename and is_known(Path(filename).parent) else key

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give the code of a template, if it is known for this text."""
        checksum, code = self._codes.get(bucket.key, ("", None))
        if checksum == bucket.checksum:
            bucket.code = code
        elif self.kept and (key := _lasting_key(bucket)):
            bucket.code = self.kept.get(key)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep the code of a template."""
        self._codes[bucket.key] = (bucket.checksum, bucket.code)
        if self.kept and bucket.code and (key := _lasting_key(bucket)):
            self.kept.put(key, bucket.code)


def _lasting_key(bucket: Bucket) -> str | None:
    """All that the code of a template of a package depends on; `None` for others, and where that can't be told."""
    env = bucket.environment
    if not bucket.key.startswith(_OF_A_PACKAGE) or callable(env.autoescape) or env.sandboxed or _is_changed(env):
        return None
    return digest(
        (bucket.key, bucket.checksum, sorted(env.extensions), env.autoescape, env.optimized, env.is_async),
        (env.trim_blocks, env.lstrip_blocks, env.keep_trailing_newline, env.newline_sequence),
        (env.block_start_string, env.variable_start_string, env.comment_start_string, env.line_statement_prefix),
        (env.block_end_string, env.variable_end_string, env.comment_end_string, env.line_comment_prefix),
        (getattr(env, "newstyle_gettext", None), {name: str(value) for name, value in env.policies.items()}),
    )


def _is_changed(env: jinja2.Environment) -> bool:
    """Whether others than Jinja have a part in compiling: it calls filters and tests of what a template has in it."""
    own = [*((env.filters, *each) for each in FILTERS.items()), *((env.tests, *each) for each in TESTS.items())]
    is_foreign = any(type(extension).__module__ != "jinja2.ext" for extension in env.extensions.values())
    return is_foreign or any(used.get(name) is not known for used, name, known in own)
