"""Material's `privacy` sees what listings and posts load from elsewhere."""

from __future__ import annotations

from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import TYPE_CHECKING

import pytest

from tests.compat.plugins import PIXEL, POSTS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.site import Site

pytestmark = pytest.mark.filterwarnings("ignore")  # of sockets that the plugin leaves to the garbage collector


@pytest.fixture
def elsewhere() -> Iterator[str]:
    """Address of a server of this machine that has one picture."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "image/png")
            self.end_headers()
            self.wfile.write(PIXEL)

        def log_message(self, *_: object) -> None: ...

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


@pytest.mark.parametrize("layout", ["cards", "list"])
def test_what_is_loaded_from_elsewhere_comes_from_the_site(site: Site, elsewhere: str, layout: str) -> None:
    options = {"assets_exclude": ["unpkg.com/*"], "cache_dir": str(site.root / "cache")}
    site.write(POSTS).config(
        theme={"name": "material", "font": False},
        plugins=[{"privacy": options}, {"blogposts": {"view_layout": layout}}],
    )
    site.put(
        "docs/blog/posts/third.md",
        f"---\ndate: 2024-04-01\nimage: {elsewhere}/teaser.png\n---\n# Third post\n\n![]({elsewhere}/picture.png)\n",
    )

    built = site.build(strict=True)

    assert built.exit_code == 0, built.log
    for url in built.pages:
        pictures = [node.attributes["src"] or "" for node in built.page(url).css("img[src]")]
        assert not [src for src in pictures if elsewhere in src], url
    assert {name.rpartition("/")[2] for name in built.files if "external" in name} >= {"picture.png"}


def test_links_to_elsewhere_get_its_attributes(site: Site) -> None:
    site.write(POSTS).config(
        theme={"name": "material", "font": False},
        plugins=[{"privacy": {"assets": False, "links_attr_map": {"target": "_blank"}}}, "blogposts"],
    )
    site.put("docs/blog/posts/third.md", "---\ndate: 2024-04-01\n---\n# Third post\n\n[Away](https://example.com/)\n")

    built = site.build(strict=True)

    for url in ("blog/2024/04/01/third-post/", "blog/"):
        link = next(node for node in built.page(url).css('a[href="https://example.com/"]'))
        assert link.attributes.get("target") == "_blank", url
