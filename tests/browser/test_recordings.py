"""A recording in a browser: nothing of it is loaded before it is asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.browser.conftest import serving

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser

    from tests.site import Site


@pytest.fixture(name="home")
def _home(site: Site) -> Iterator[str]:
    head = "title: T\nvenue: V\nvideourl: https://youtu.be/abcdefghijk\nteaser: t.svg"
    site.config(theme={"name": "material", "font": False}).blogposts(talks_embed=True)
    site.put("docs/talks/t.md", f"---\n{head}\n---\nText.\n")
    site.put("docs/talks/t.svg", '<svg xmlns="http://www.w3.org/2000/svg" width="160" height="90"/>')
    with serving(site.build(strict=True)) as url:
        yield url


@pytest.mark.parametrize("scripts", [True, False])
def test_a_player_is_loaded_by_a_click_alone(browser: Browser, home: str, *, scripts: bool) -> None:
    asked: list[str] = []
    with browser.new_context(java_script_enabled=scripts) as context:
        page = context.new_page()
        page.on("request", lambda request: asked.append(request.url))
        page.route("**/*", lambda route: route.continue_() if route.request.url.startswith(home) else route.abort())
        page.goto(f"{home}talks/t/")
        page.wait_for_load_state("networkidle")
        assert [url for url in asked if not url.startswith((home, "about:", "data:"))] == []

        with page.expect_request("https://www.youtube-nocookie.com/**"):
            page.frame_locator("iframe").get_by_text("Play the video here").click()
        assert [url for url in asked if not url.startswith((home, "about:", "data:"))] == [
            "https://www.youtube-nocookie.com/embed/abcdefghijk?autoplay=1"
        ]
