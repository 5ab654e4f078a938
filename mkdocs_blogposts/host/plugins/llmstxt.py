"""What mkdocs-llmstxt lists of a blog in `llms.txt`, where a site has it.

It resolves its patterns before posts from outside `docs_dir` are there, knows no drafts, lists files by name, and
describes none that a pattern has found. All of that is put right in its own tables.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mkdocs.structure.files import Files

from ...light_dataclasses import dataclass

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Mapping

    from mkdocs.config.defaults import MkDocsConfig

Sections = dict[str, dict[str, str]]
"""The files of each section, by name, with a description that may be empty."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What is to be told of a post or talk; the mapping that holds it is in the order of the blog."""

    title: str
    description: str
    is_locked: bool
    """Whether its text is behind a password, and so none of it is told."""


def find_again(config: MkDocsConfig, files: Files) -> None:
    """Let its patterns find the pages that there are by now; it tells each other file that it finds to be missing."""
    for plugin in _plugins(config):
        plugin.on_files(Files(files.documentation_pages()), config=config)


def tell(config: MkDocsConfig, articles: Mapping[str, Told], left_out: Container[str]) -> None:
    """With all texts rendered, put what patterns have found into the order of the blog, with titles and descriptions.

    What is to be `left_out` leaves no trace, and is not told to be missing.
    """
    for plugin in _plugins(config):
        sections: Sections = plugin._sections  # noqa: SLF001  # there is no other way to it
        for name, found in sections.items():
            section = {src_uri: description for src_uri, description in found.items() if src_uri not in left_out}
            named = {next(iter(each)) if isinstance(each, dict) else each for each in plugin.config["sections"][name]}
            ours = [src_uri for src_uri in section if src_uri in articles and src_uri not in named]
            in_order = iter(src_uri for src_uri in articles if src_uri in ours)
            uris = [next(in_order) if src_uri in ours else src_uri for src_uri in section]
            sections[name] = {
                src_uri: section[src_uri] or (articles[src_uri].description if src_uri in articles else "")
                for src_uri in uris
            }
        rendered: dict[str, Any] = plugin._md_pages  # noqa: SLF001
        for src_uri in rendered.keys() & articles.keys():
            told = articles[src_uri]
            own = {"content": f"# {told.title}\n\n{told.description}\n"} if told.is_locked else {}
            rendered[src_uri] = rendered[src_uri]._replace(title=told.title, **own)


def _plugins(config: MkDocsConfig) -> Iterator[Any]:
    for name, plugin in config.plugins.items():
        # A release that keeps its tables elsewhere goes on by itself.
        if name.partition(" #")[0] == "llmstxt" and hasattr(plugin, "_sections") and hasattr(plugin, "_md_pages"):
            yield plugin
