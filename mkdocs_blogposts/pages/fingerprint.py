"""All that rendered HTML depends on beside the text: Markdown extensions, their options, and versions."""

from __future__ import annotations

import functools
import hashlib
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .store import digest

if TYPE_CHECKING:
    from markdown.extensions import Extension

PACKAGES = (
    "mkdocs",
    "properdocs",
    "mkdocs-material",
    "mkdocs-materialx",
    "Markdown",
    "pymdown-extensions",
    "Pygments",
    "lxml",
    "nh3",
    "babel",
)
"""Packages whose code makes HTML from texts."""

READS_FILES = {"pymdownx.snippets": "8<"}
"""Extensions that read files where a text has a certain mark."""

_PURE = frozenset(
    {
        *("abbr", "admonition", "attr_list", "codehilite", "def_list", "extra", "fenced_code", "footnotes"),
        *("legacy_attrs", "legacy_em", "md_in_html", "meta", "nl2br", "sane_lists", "smarty", "tables", "toc"),
        *("arithmatex", "betterem", "caret", "critic", "details", "emoji", "escapeall", "fancylists", "highlight"),
        *("inlinehilite", "keys", "magiclink", "mark", "progressbar", "quotes", "saneheaders", "smartsymbols"),
        *("snippets", "striphtml", "superfences", "tabbed", "tasklist", "tilde"),
        *("blocks.admonition", "blocks.caption", "blocks.definition", "blocks.details", "blocks.html", "blocks.tab"),
    }
)
"""Extensions of Markdown and of pymdownx that make HTML from the text and their options alone."""

_TRUSTED_MODULES = ("markdown", "pymdownx", "material", "materialx")
"""Packages whose functions do the same as long as their version does not change."""


class UnknownError(Exception):
    """Something whose result depends on what can't be told."""


def fingerprint(
    extensions: Sequence[Any],
    configs: Mapping[str, Any],
    custom_dir: str | None,
    own: tuple[type[Extension], ...],
) -> str:
    """The digest of what HTML depends on; `UnknownError` where that can't be known.

    `own` is the type of our own extensions, which keep account of what they look up.
    """
    if _option(configs, "pymdownx.snippets", "auto_append"):
        raise UnknownError("auto_append")
    icons = [Path(folder) for folder in (_option(configs, "pymdownx.emoji", "options") or {}).get("custom_icons", ())]
    icons += [Path(custom_dir, ".icons")] if custom_dir else []
    described = [_describe_extension(extension, own) for extension in extensions]
    options = {name: _describe(value) for name, value in configs.items()}
    versions = {name: _version(name) for name in PACKAGES}
    return digest(described, options, versions, sys.version_info[:3], own_code(), _icons(icons))


def _describe_extension(extension: Any, own: tuple[type[Extension], ...]) -> str:
    if isinstance(extension, own):
        return type(extension).__name__
    if not isinstance(extension, str):
        raise UnknownError(type(extension).__name__)
    name = extension.removeprefix("markdown.extensions.").removeprefix("pymdownx.")
    if name not in _PURE:
        raise UnknownError(extension)
    return extension


def _describe(value: Any) -> Any:
    if value is None or isinstance(value, str | int | float | bool):
        return value
    if isinstance(value, Mapping):
        return {str(key): _describe(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_describe(item) for item in value]
    if isinstance(value, functools.partial):
        return ["partial", _describe(value.func), _describe(value.args), _describe(value.keywords)]
    return _describe_function(value)


def _describe_function(value: Callable[..., Any]) -> str:
    module = getattr(value, "__module__", None) or ""
    name = getattr(value, "__qualname__", None) or type(value).__qualname__
    if module.split(".", 1)[0] not in _TRUSTED_MODULES or "<locals>" in name:
        raise UnknownError(f"{module}.{name}")
    return f"{module}.{name}"


def _option(configs: Mapping[str, Any], extension: str, name: str) -> Any:
    return (configs.get(extension) or {}).get(name)


def _version(package: str) -> str | None:
    try:
        return version(package)
    except PackageNotFoundError:
        return None


@functools.cache
def own_code() -> str:
    """The digest of this package, whose version may stay while its code changes."""
    return code_below(Path(__file__).parent.parent)


def code_below(folder: Path) -> str:
    """The digest of all Python files in a folder."""
    code = hashlib.sha256()
    for path in sorted(folder.rglob("*.py")):
        code.update(path.relative_to(folder).as_posix().encode())
        code.update(path.read_bytes())
    return code.hexdigest()


def _icons(folders: Iterable[Path]) -> str:
    """The digest of a site's own icons, which emojis may show."""
    code = hashlib.sha256()
    for path in sorted(path for folder in folders for path in folder.rglob("*.svg")):
        code.update(path.as_posix().encode())
        code.update(path.read_bytes())
    return code.hexdigest()
