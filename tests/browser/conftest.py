"""The example site in a real browser."""

from __future__ import annotations

import base64
import os
import threading
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Error, Page, Request, Route, sync_playwright

from tests.built import path_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.built import Built

PIXEL = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)

Scheme = Literal["light", "dark"]

_SETTLED = """() => document.fonts.ready.then(() => new Promise(done =>
    requestIdleCallback(() => requestAnimationFrame(() => requestIdleCallback(done)))))"""
"""Waits until no script has anything to do, and what it did is drawn."""


class _QuietHandler(SimpleHTTPRequestHandler):
    def log_message(self, *_: Any) -> None:
        """Say nothing."""


@dataclass
class Visitor:
    """A reader with a window of some width, who notes all that goes wrong."""

    page: Page
    home: str
    """URL of the site."""
    complaints: list[str] = field(default_factory=list)
    """Errors of scripts, of the console, and of the site's own server."""
    waiting: set[Request] = field(default_factory=set)
    """What the page has asked for and not got yet."""

    def open(self, url: str) -> None:
        """Go to a page, from the root of the site, and wait until it is all there."""
        self.page.goto(self.home + url)
        self.page.evaluate(_SETTLED)
        while self.waiting:
            self.page.evaluate(_SETTLED)

    @property
    def url(self) -> str:
        """Where the reader is, from the root of the site."""
        return self.page.url.removeprefix(self.home)

    @property
    def overflow(self) -> int:
        """By how many pixels the page is wider than the window."""
        return int(self.page.evaluate("document.scrollingElement.scrollWidth - window.innerWidth"))

    def shoot(self, name: str, *, whole: bool = False) -> None:
        """Save a picture, where a folder for them is named (`BLOGPOSTS_SHOTS=folder`)."""
        if folder := os.environ.get("BLOGPOSTS_SHOTS"):
            self.page.screenshot(path=Path(folder) / f"{name}.png", animations="disabled", full_page=whole)

    def note(self, message: ConsoleMessage) -> None:
        """Note an error of the console."""
        if message.type == "error":
            self.complaints.append(f"{message.text} ({message.location['url']})")

    def fail(self, error: Error) -> None:
        """Note an error of a script."""
        self.complaints.append(str(error))

    def ask(self, request: Request) -> None:
        """Note what is asked for."""
        self.waiting.add(request)

    def get(self, request: Request) -> None:
        """Note what has come, or will not."""
        self.waiting.discard(request)

    def route(self, route: Route) -> None:
        """Let nothing leave the machine."""
        if urlsplit(route.request.url).hostname == urlsplit(self.home).hostname:
            route.continue_()
        elif route.request.resource_type == "image":
            route.fulfill(body=PIXEL, content_type="image/png")
        else:
            route.fulfill(status=204)


@pytest.fixture(scope="session")
def home(example: Built) -> Iterator[str]:
    """URL of the site, served by this machine; that of the example site unless a file has another."""
    with serving(example) as url:
        yield url


@contextmanager
def serving(built: Built) -> Iterator[str]:
    """The URL at which this machine serves a site meanwhile."""
    path = path_of(built.site_url)
    root = built.dir.parents[path.strip("/").count("/")] if path != "/" else built.dir
    handler = partial(_QuietHandler, directory=str(root))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}{path}"
        server.shutdown()
        thread.join()


@pytest.fixture(scope="session")
def browser(chromium: str) -> Iterator[Browser]:
    """Chromium, started once."""
    with sync_playwright() as playwright, playwright.chromium.launch(executable_path=chromium) as started:
        yield started


@pytest.fixture
def width() -> int:
    """Width of the window, in pixels."""
    return 1280


@pytest.fixture
def scheme() -> Scheme:
    """Whether the reader likes it light or dark."""
    return "light"


@pytest.fixture
def visitor(browser: Browser, home: str, width: int, scheme: Scheme) -> Iterator[Visitor]:
    """A reader who was never here before."""
    with browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme) as context:
        page = context.new_page()
        visitor = Visitor(page, home)
        page.on("console", visitor.note)
        page.on("pageerror", visitor.fail)
        page.on("request", visitor.ask)
        page.on("requestfinished", visitor.get)
        page.on("requestfailed", visitor.get)
        page.route("**/*", visitor.route)
        yield visitor
