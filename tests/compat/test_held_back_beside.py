"""What is held back is told of by no file either that further plugins make, nor by a build with `--dirty`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.compat.held_back_leaks import HEAD, MARCH, MAY, UNLISTED, May, leaks, stage, stage_of
from tests.compat.held_back_site import put_texts, write
from tests.compat.plugins import needs
from tests.compat.test_social import put_fonts

if TYPE_CHECKING:
    from tests.site import Site

needs("mkdocs-encryptcontent-plugin", "mkdocs-llmstxt", "mkdocs-print-site-plugin", "mkdocs-redirects")
needs("mkdocs-rss-plugin", "mkdocs-static-i18n")

pytestmark = pytest.mark.filterwarnings("ignore")  # of other plugins and what they stand on

CARDS = May(UNLISTED, HEAD, "assets/images/social/*{}.png", "so is its picture")


@pytest.fixture
def site(site: Site, monkeypatch: pytest.MonkeyPatch) -> Site:
    """One in which all is held back, on a day on which it is."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", MARCH)
    put_texts(write(site), is_held_back=True)
    return site


def test_nothing_is_told_beside_plugins_that_draw_fetch_and_print(site: Site) -> None:
    put_fonts(site.root / ".cache" / "plugin" / "social" / "fonts")
    cache = str(site.root / ".cache" / "plugin" / "social")
    others: list[Any] = [{"social": {"cache_dir": cache}}, {"privacy": {"assets_fetch": False}}]
    site.config(plugins=[*others, *site.options["plugins"], "print-site"])

    _, told, files = stage(site)

    assert [*leaks(told, (*MAY, CARDS))] == []
    assert [name for name in files if name.startswith("assets/images/social/blog/")]
    assert "print_page/index.html" in files


def test_nothing_is_told_in_any_language(site: Site) -> None:
    languages = [{"locale": "en", "name": "English", "default": True}, {"locale": "de", "name": "Deutsch"}]
    site.config(plugins=[{"i18n": {"docs_structure": "suffix", "languages": languages}}, *site.options["plugins"]])

    _, told, files = stage(site)

    in_german = tuple(may._replace(files=" ".join(f"de/{each}" for each in may.files.split())) for may in MAY)
    assert [*leaks(told, (*MAY, *in_german))] == []
    assert "de/blog/index.html" in files


def test_nothing_is_told_by_a_first_build_that_is_dirty(site: Site) -> None:
    _, told, files = stage_of(site.run_build("--dirty")[0])

    assert [*leaks(told)] == []
    assert "blog/2024/01/10/before/index.html" in files
