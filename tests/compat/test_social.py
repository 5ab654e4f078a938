"""Material's `social` draws a card for each post and listing, with its title."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

import pytest

from tests.compat.plugins import FIRST, POSTS, needs

if TYPE_CHECKING:
    from pathlib import Path

    from tests.site import Site

needs("cairosvg")
try:
    importlib.import_module("cairosvg")
except OSError:
    pytest.skip("needs the Cairo library: apt-get install libcairo2", allow_module_level=True)

pytestmark = pytest.mark.filterwarnings("ignore")  # of what the plugin stands on


def put_fonts(folder: Path) -> None:
    """Put the font of Pillow where the plugin keeps those that it gets from the network."""
    from PIL import ImageFont  # noqa: PLC0415  (it comes with the plugin's own needs)

    font = ImageFont.load_default(12)
    assert isinstance(font, ImageFont.FreeTypeFont)
    for style in ("Regular", "Bold"):
        path = folder / "Roboto" / f"{style}.ttf"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(font.font_bytes)


@pytest.mark.parametrize("plugins", [["social", "blogposts"], ["blogposts", "social"]])
def test_each_post_has_a_card(site: Site, plugins: list[str]) -> None:
    site.write(POSTS).config(plugins=plugins)
    put_fonts(site.root / ".cache" / "plugin" / "social" / "fonts")

    ran = site.run_build()

    built, told = ran
    assert built.exit_code == 0, told
    image = f"assets/images/social/{FIRST.rstrip('/')}.png"
    assert image in built.files
    assert built.page(FIRST).meta("og:image") == f"https://example.org/{image}"
    for name in ("og:image", "og:image:width", "og:title", "og:description", "og:url", "twitter:card"):
        assert len(built.page(FIRST).css(f'meta[property="{name}"], meta[name="{name}"]')) == 1, name
    assert built.page(FIRST).meta("article:published_time"), "which the plugin does not say"
    assert "assets/images/social/blog/index.png" in built.files
