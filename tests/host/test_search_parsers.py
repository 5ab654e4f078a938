"""Entries of the search are made with our parser only where that of the plugin is known to do the same."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from material.plugins.search import plugin as stock
from mkdocs.contrib.search.search_index import SearchIndex as OfMkDocs

from mkdocs_blogposts.host.search_parsers import adder_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import ModuleType

    from tests.site import Site

SOURCE = Path(stock.__file__)
STOCK_ONLY = """
from material.plugins.search.plugin import Parser
from mkdocs.contrib.search.search_index import ContentParser

def slow(handle):
    return lambda self, data: handle(self, data)

for parser in (Parser, ContentParser):
    parser.handle_data = slow(parser.handle_data)
"""
PAGES = {
    "docs/blog/posts/a.md": (
        "---\ndate: 2024-01-01\ntags: [x]\n---\n# A & *b*\n\nText <b>of</b> it.\n\n<!-- more -->\n\n"
        "```python\nif a < 'b':\n    pass\n```\n\n## `C`\n\n- one\n- two\n\n<script>1 < 2</script>\n"
    ),
    "docs/blog/posts/b.md": (
        "---\ndate: 2024-01-02\n---\nNo title.\n\n## X { data-search-exclude }\n\nY\n\n## Z\n\n&nbsp;\n"
    ),
    "docs/page.md": (
        "# Page\n\n| a | b |\n|---|---|\n| `1` | 2 |\n\n<div markdown>\n\n## Within\n\nA line.\n\n</div>\n\nOut.\n"
    ),
}


def is_stock(kind: Any) -> bool:
    """Whether a class adds entries as it does by itself."""
    return adder_of(kind) is kind.add_entry_from_context


@pytest.fixture
def changed(tmp_path: Path) -> Iterator[ModuleType]:
    """Another module, with a change in what it does with text."""
    code = SOURCE.read_text(encoding="utf-8").replace("from .config", "from material.plugins.search.config")
    path = tmp_path / "changed.py"
    path.write_text(code.replace('data.replace("\\n", " ")', 'data.replace("\\n", "")'), encoding="utf-8")
    yield load(path)
    del sys.modules["material.changed"]


def load(path: Path) -> ModuleType:
    """The module of a file."""
    name = f"material.{path.stem}"
    spec = importlib.util.spec_from_file_location(name, path)
    assert spec is not None
    assert spec.loader is not None
    sys.modules[name] = module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("kind", [stock.SearchIndex, OfMkDocs], ids=["Material", "MkDocs"])
def test_the_parsers_of_installed_plugins_are_known(kind: Any) -> None:
    assert not is_stock(kind)


def test_any_other_is_left_to_itself(changed: ModuleType) -> None:
    class Index(stock.SearchIndex):  # type: ignore[misc]  # it ships no types
        """One of a hook."""

    Index.__module__ = __name__
    assert is_stock(changed.SearchIndex)
    assert not hasattr(sys.modules[__name__], "Parser")
    assert is_stock(Index)


@pytest.mark.parametrize("name", ["handle_data", "handle_comment", "feed"])
def test_what_a_hook_has_changed_is_left_to_itself(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, name: str) -> None:
    path = tmp_path / "patched.py"
    path.write_text(
        SOURCE.read_text(encoding="utf-8").replace("from .config", "from material.plugins.search.config"),
        encoding="utf-8",
    )
    module = load(path)
    monkeypatch.setattr(module.Parser, name, lambda *_: None, raising=False)
    try:
        assert is_stock(module.SearchIndex)
        monkeypatch.undo()
        adder_of.cache_clear()
        assert not is_stock(module.SearchIndex)
    finally:
        del sys.modules["material.patched"]


@pytest.mark.parametrize("theme", ["material", "mkdocs"])
def test_both_make_the_same_index(site: Site, theme: str) -> None:
    for path, text in PAGES.items():
        site.put(path, text)
    site.put("slow.py", STOCK_ONLY)
    blog = {"blogposts": {"cache": False}}
    extensions = ["attr_list", "md_in_html", "tables", "pymdownx.highlight", "pymdownx.superfences"]
    site.config(theme=theme, plugins=["search", blog])
    site.config(markdown_extensions=[*extensions, {"toc": {"permalink": True}}])
    found = []
    for hooks in ([], ["slow.py"]):
        _, said = site.config(hooks=hooks).run_build()
        assert "Error" not in said
        found.append((site.root / "site/search/search_index.json").read_text(encoding="utf-8"))

    assert "Text of it." in found[0]
    assert "Within" in found[0]
    assert found[0] == found[1]
