"""The files of a theme that MkDocs publishes, found without a look at those that it never does, and its templates.

MkDocs asks for the name of every file of a theme, to leave out all that is hidden: 14,000 icons in Material, which is a
tenth of what a small site takes.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

import jinja2

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from mkdocs.theme import Theme

_ASKING = "Files.add_files_from_theme.<locals>.filter"
"""The function of MkDocs that says no to whatever is hidden."""


def use_codes(theme: Theme, codes: jinja2.BytecodeCache) -> None:
    """Let the environments of a theme take the code of templates from there: the search makes one for each word."""
    get_env = theme.get_env

    def with_codes() -> jinja2.Environment:
        env = get_env()
        env.bytecode_cache = env.bytecode_cache or codes
        return env

    theme.get_env = with_codes  # type: ignore[method-assign]


def look_past_hidden(theme: Theme) -> None:
    """Let the environments of a theme name hidden templates to everybody but to MkDocs, which leaves them out."""
    get_env = theme.get_env

    def with_quick_list() -> jinja2.Environment:
        env = get_env()
        whole, loader = env.list_templates, env.loader
        is_plain = type(loader) is jinja2.FileSystemLoader
        folders = [str(folder) for folder in loader.searchpath] if isinstance(loader, jinja2.FileSystemLoader) else []

        def list_templates(extensions: Any = None, filter_func: Callable[[str], bool] | None = None) -> list[str]:
            is_known = is_plain and "list_templates" not in vars(loader)
            if not (is_known and filter_func and getattr(filter_func, "__qualname__", "") == _ASKING):
                return whole(extensions, filter_func)
            names = {name for folder in folders for name in _names_in(folder)}
            return [name for name in sorted(names) if filter_func(name)]

        env.list_templates = list_templates  # type: ignore[method-assign]
        return env

    theme.get_env = with_quick_list  # type: ignore[method-assign]


def _names_in(folder: str) -> Iterator[str]:
    """The templates in a folder that are not hidden, nor in a hidden folder."""
    for path, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        within = os.path.relpath(path, folder).replace(os.sep, "/")
        yield from (name if within == "." else f"{within}/{name}" for name in names)
