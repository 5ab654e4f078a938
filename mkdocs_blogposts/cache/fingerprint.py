"""All that rendered HTML depends on beside the text: Markdown extensions, their options, and versions."""

from __future__ import annotations

import functools
import hashlib
import os
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .store import digest

if TYPE_CHECKING:
    from types import ModuleType

READS_FILES = {"pymdownx.snippets": "8<"}
"""Extensions that read files where a text has a certain mark."""

_MARKDOWN = frozenset(
    {
        *("abbr", "admonition", "attr_list", "codehilite", "def_list", "extra", "fenced_code", "footnotes"),
        *("legacy_attrs", "legacy_em", "md_in_html", "meta", "nl2br", "sane_lists", "smarty", "tables", "toc"),
    }
)
_PYMDOWN = frozenset(
    {
        *("arithmatex", "betterem", "caret", "critic", "details", "emoji", "escapeall", "extra", "fancylists"),
        *("highlight", "inlinehilite", "keys", "magiclink", "mark", "progressbar", "quotes", "saneheaders"),
        *("smartsymbols", "snippets", "striphtml", "superfences", "tabbed", "tasklist", "tilde"),
        *("blocks.admonition", "blocks.caption", "blocks.definition", "blocks.details", "blocks.html", "blocks.tab"),
    }
)
_PURE = frozenset(
    {*_MARKDOWN, *(f"markdown.extensions.{name}" for name in _MARKDOWN), *(f"pymdownx.{name}" for name in _PYMDOWN)}
)
"""Extensions of Markdown and of pymdownx that make HTML from the text and their options alone."""

_TRUSTED_MODULES = ("markdown", "pymdownx", "material", "materialx", "mkdocs_blogposts")
"""Packages whose functions do the same as long as their version, or our code, does not change."""


_OWN = f"{__name__.partition('.')[0]}."

_NOT_OF_PAGES = frozenset({"__pycache__", "cli", "mending", "migration"})
"""Our folders that have no part in any page."""

_LEFT = frozenset({".dist-info", ".egg-info"})
"""Endings of what installers leave of each package."""


class UnknownError(Exception):
    """Something whose result depends on what can't be told."""


def fingerprint(
    extensions: Sequence[Any],
    configs: Mapping[str, Any],
    custom_dir: str | None,
    hooks: Iterable[ModuleType] = (),
) -> str:
    """The digest of what HTML depends on; `UnknownError` where that can't be known."""
    if _option(configs, "pymdownx.snippets", "auto_append"):
        raise UnknownError("auto_append")
    folders = [Path(folder) for folder in (_option(configs, "pymdownx.emoji", "options") or {}).get("custom_icons", ())]
    folders += [Path(custom_dir, ".icons")] if custom_dir else []
    icons = [(str(path), str(path.relative_to(folder))) for folder in folders for path in folder.rglob("*.svg")]
    described = [_describe_extension(extension) for extension in extensions]
    options = {name: _describe(value) for name, value in configs.items()}
    return digest(described, options, installed(), sys.version_info[:3], own_code(), code_of(hooks), _content_of(icons))


def _describe_extension(extension: Any) -> str:
    if type(extension).__module__.startswith(_OWN):
        return type(extension).__name__  # ours keep account of what they look up
    if not isinstance(extension, str):
        raise UnknownError(type(extension).__name__)
    if extension not in _PURE:
        raise UnknownError(extension)
    return extension


def _describe(value: Any) -> Any:
    if value is None or isinstance(value, str | int | float | bool):
        return value
    if isinstance(value, Mapping):
        return [[_describe(key), _describe(item)] for key, item in value.items()]
    if isinstance(value, list | tuple):
        return [_describe(item) for item in value]
    if isinstance(value, functools.partial):
        return ["partial", _describe(value.func), _describe(value.args), _describe(value.keywords)]
    return describe_function(value)


def describe_function(value: Callable[..., Any]) -> str:
    """Where a function comes from; `UnknownError` for one whose code is not known, or that knows of more."""
    module, name = getattr(value, "__module__", None) or "", getattr(value, "__qualname__", "")
    is_plain = name and "<" not in name and getattr(value, "__self__", None) is None
    if not is_plain or module.split(".", 1)[0] not in _TRUSTED_MODULES:
        raise UnknownError(f"{module}.{name or type(value).__qualname__}")
    return f"{module}.{name}"


def _option(configs: Mapping[str, Any], extension: str, name: str) -> Any:
    return (configs.get(extension) or {}).get(name)


@functools.cache
def installed() -> str:
    """The digest of all packages that are there, any of which may have a part in HTML."""
    folders = [Path(folder) for folder in sys.path]
    # What installers leave has name and version in its name, so that none of it need be read.
    left = (path.name for folder in folders if folder.is_dir() for path in folder.iterdir() if path.suffix in _LEFT)
    return digest(sorted(set(left)))


@functools.cache
def own_code() -> str:
    """The digest of this package, whose version may stay while its code and templates change."""
    folder = str(Path(__file__).parent.parent)
    paths = []
    # Each build looks at these five hundred files, so that paths are put together by hand.
    for root, below, names in os.walk(folder):
        below[:] = [name for name in below if name not in _NOT_OF_PAGES]
        paths += [f"{root}{os.sep}{name}" for name in names]
    return _content_of((path, path.removeprefix(folder + os.sep)) for path in paths)


def code_of(modules: Iterable[ModuleType]) -> str:
    """The digest of the files of some modules, and of those beside them."""
    folders = {Path(module.__file__).parent for module in modules if module.__file__}
    return _content_of((str(path), path.name) for folder in folders for path in folder.glob("*.py"))


def _content_of(files: Iterable[tuple[str, str]]) -> str:
    """The digest of some files, each with the path by which it is known wherever the site lies."""
    made = hashlib.sha256()
    for path, name in sorted(files):
        with open(path, "rb", buffering=0) as file:  # noqa: PTH123  # as above
            content = file.read()
        made.update(f"{name.replace(os.sep, '/')}\0{len(content)}\0".encode())
        made.update(content)
    return made.hexdigest()
