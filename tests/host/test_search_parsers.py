"""Entries of the search are made with our parser only where that of the plugin is known to do the same."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from material.plugins.search import plugin as stock

from mkdocs_blogposts.host.search_parsers import adder_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import ModuleType

    from tests.site import Site

SOURCE = Path(stock.__file__)
STOCK_ONLY = """
from material.plugins.search.plugin import Parser

def handle_data(self, data, handle=Parser.handle_data):
    handle(self, data)

Parser.handle_data = handle_data
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
    path = tmp_path / "changed_search.py"
    path.write_text(code.replace('data.replace("\\n", " ")', 'data.replace("\\n", "")'), encoding="utf-8")
    yield load(path)
    del sys.modules[path.stem]


def load(path: Path) -> ModuleType:
    """The module of a file."""
    spec = importlib.util.spec_from_file_location(path.stem, path)
    assert spec is not None
    assert spec.loader is not None
    sys.modules[path.stem] = module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_parser_of_the_installed_material_is_known() -> None:
    assert not is_stock(stock.SearchIndex)


def test_any_other_is_left_to_itself(changed: ModuleType) -> None:
    class Index(stock.SearchIndex):  # type: ignore[misc]  # it ships no types
        """One of a hook."""

    Index.__module__ = __name__
    assert is_stock(changed.SearchIndex)
    assert not hasattr(sys.modules[__name__], "Parser")
    assert is_stock(Index)


def test_what_a_hook_has_changed_is_left_to_itself(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    path = tmp_path / "patched_search.py"
    path.write_text(
        SOURCE.read_text(encoding="utf-8").replace("from .config", "from material.plugins.search.config"),
        encoding="utf-8",
    )
    module = load(path)
    monkeypatch.setattr(module.Parser, "handle_data", lambda *_: None)
    try:
        assert is_stock(module.SearchIndex)
        monkeypatch.undo()
        adder_of.cache_clear()
        assert not is_stock(module.SearchIndex)
    finally:
        del sys.modules[path.stem]


def test_both_make_the_same_index(site: Site) -> None:
    for path, text in PAGES.items():
        site.put(path, text)
    site.put("slow.py", STOCK_ONLY)
    blog = {"blogposts": {"cache": False}}
    extensions = ["attr_list", "md_in_html", "tables", "pymdownx.highlight", "pymdownx.superfences"]
    site.config(markdown_extensions=[*extensions, {"toc": {"permalink": True}}], plugins=["search", blog])

    found = []
    for hooks in ([], ["slow.py"]):
        _, said = site.config(hooks=hooks).run_build()
        assert "Error" not in said
        found.append((site.root / "site/search/search_index.json").read_text(encoding="utf-8"))

    assert '"text":"<p>Text of it.</p>' in found[0]
    assert "Within" in found[0]
    assert found[0] == found[1]
