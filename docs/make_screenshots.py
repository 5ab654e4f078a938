"""Takes the pictures of the documentation: pages of the example site in Chromium, as small PNG files.

Run it after a change of how pages look: `.venv/bin/python docs/make_screenshots.py`
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import threading
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal
from urllib.parse import urlsplit

from mkdocs.config import load_config
from PIL import Image
from playwright.sync_api import sync_playwright

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Route

PROJECT = Path(__file__).parents[1]
EXAMPLE_SITE = PROJECT / "example_site"
PICTURES = PROJECT / "docs" / "assets"

DESKTOP, TALL, PHONE = (1280, 800), (1280, 1600), (390, 800)
EMPTY_PICTURE = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 9"/>'
COLOURS = 128
"""As many as a picture of a page needs; the fewer, the smaller its file."""


@dataclass(frozen=True)
class Shot:
    """A picture to take."""

    name: str
    url: str
    """From the root of the example site."""
    size: tuple[int, int] = DESKTOP
    scheme: Literal["light", "dark"] = "light"
    below: str = ""
    """What stands at the top, as a selector of CSS; the page itself where it is empty."""
    is_preview: bool = False
    """Whether it is of a preview for a pull request."""


SHOTS = (
    Shot("index-light", "blog/"),
    Shot("index-dark", "blog/", scheme="dark"),
    Shot("index-phone", "blog/", PHONE),
    Shot("post", "blog/2025/07/01/marigram-10-and-what---datum-means-now/"),
    Shot("post-phone", "blog/2025/07/01/marigram-10-and-what---datum-means-now/", PHONE),
    Shot("old-post", "blog/2023/09/14/marigram-04-prints-sheets/"),
    Shot("release-notes", "blog/category/releases/"),
    Shot("talk", "talks/2025-05-23-hydro-camp-bucket-workshop/", TALL),
    Shot("cv", "cv/", TALL),
    Shot("slides", "talks/five-minutes-on-slack-water/", below="#slide-2"),
    Shot("hero", "blog/2024/10/18/the-highest-water/"),
    Shot("tags", "blog/tags/"),
    Shot("archive", "blog/archive/"),
    Shot("backlinks", "guide/gauges/", below=".bp-footer"),
    Shot("feed", "blog/atom.xml"),
    Shot("preview", "blog/", is_preview=True),
    Shot("series", "blog/2024/05/18/barnacles-and-other-errors/", below=".bp-series"),
)

BUILDS = {
    "": ("-m", "mkdocs", "build", "--quiet"),
    "/preview": ("-c", "from mkdocs_blogposts.cli.main import main; main()", "build", "--preview"),
}
"""How the site is built, by the folder that it is built in."""
PULL_REQUEST = {"GITHUB_REF": "refs/pull/12/merge", "GITHUB_HEAD_REF": "spring-tides"}
"""What a preview tells of itself."""


class _QuietHandler(SimpleHTTPRequestHandler):
    def log_message(self, *_: Any) -> None:
        """Say nothing."""


def take(shot: Shot, browser: Browser, home: str) -> bytes:
    """The picture as a PNG file."""
    width, height = shot.size
    scale = 2 if shot.size is PHONE else 1.5
    with browser.new_context(
        viewport={"width": width, "height": height}, color_scheme=shot.scheme, device_scale_factor=scale
    ) as context:
        page = context.new_page()
        page.route(lambda url: urlsplit(url).hostname != "127.0.0.1", answer)
        page.goto(home + shot.url)
        page.wait_for_load_state("networkidle")
        if shot.below:
            page.locator(shot.below).evaluate("(node) => scrollTo(0, node.getBoundingClientRect().top + scrollY - 80)")
            page.wait_for_timeout(500)
        return smaller(page.screenshot(animations="disabled"))


def answer(route: Route) -> None:
    """Give an empty picture for whatever is asked of another machine."""
    route.fulfill(body=EMPTY_PICTURE, content_type="image/svg+xml")


def smaller(png: bytes) -> bytes:
    """The same picture with a palette."""
    out = BytesIO()
    with Image.open(BytesIO(png)) as image:
        image.convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE).save(out, "PNG", optimize=True)
    return out.getvalue()


def main() -> None:
    """Build the example site and take all pictures."""
    chromium = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))))
    path = urlsplit(load_config(config_file=str(EXAMPLE_SITE / "mkdocs.yml")).site_url or "").path
    with tempfile.TemporaryDirectory() as folder:
        for site_dir, build in BUILDS.items():
            command = [sys.executable, *build, "--site-dir", folder + site_dir + path]
            environment = os.environ | PULL_REQUEST
            subprocess.run(command, cwd=EXAMPLE_SITE, env=environment, check=True)  # noqa: S603  (it builds a site of ours)
        handler = partial(_QuietHandler, directory=folder)
        with (
            ThreadingHTTPServer(("127.0.0.1", 0), handler) as server,
            sync_playwright() as playwright,
            playwright.chromium.launch(executable_path=chromium) as browser,
        ):
            threading.Thread(target=server.serve_forever, daemon=True).start()
            for shot in SHOTS:
                home = f"http://127.0.0.1:{server.server_port}{'/preview' if shot.is_preview else ''}{path}"
                (PICTURES / f"{shot.name}.png").write_bytes(take(shot, browser, home))
            server.shutdown()


if __name__ == "__main__":
    main()
