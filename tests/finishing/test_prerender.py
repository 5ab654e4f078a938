"""Pages that other processes finish while this one copies files: the same site as one process makes."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from mkdocs_blogposts.processes.workers import FEWEST
from tests.built import bytes_of

if TYPE_CHECKING:
    from tests.site import Site

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="other systems can't fork safely")


@pytest.fixture(name="many")
def _many(site: Site) -> Site:
    """A site with enough pages for several processes."""
    site.put("docs/index.md", "# Home\n")
    for number in range(FEWEST):
        head = f"date: 2024-01-{number + 1:02}\ntags: [t{number % 5}, own{number}]\nredirect_from: /old/{number}/\n"
        site.put(f"docs/blog/posts/{number:02}.md", f"---\n{head}---\n# Post {number}\n\n[next](00.md)\n")
    return site


def made_by(site: Site, workers: int) -> dict[str, bytes]:
    built, said = site.blogposts(workers=workers, cache=workers > 1).run_build(SOURCE_DATE_EPOCH="1717200000")
    assert built.exit_code == 0, said
    return bytes_of(built.dir)


@pytest.mark.parametrize(
    "hook",
    [
        "@event_priority(-200)\ndef on_env(env, config, files):\n    config.copyright = 'Told late'\n",
        "def on_post_template(output, template_name, config):\n    config.copyright = 'Told late'\n    return output\n",
    ],
)
def test_what_a_hook_says_after_all_texts_is_on_each_page(many: Site, hook: str) -> None:
    many.config(hooks=["late.py"]).put("late.py", f"from mkdocs.plugins import event_priority\n\n{hook}")

    single = made_by(many, 1)

    assert made_by(many, 2) == single
    assert all(b"Told late" in page for name, page in single.items() if name.startswith("blog/") and ".html" in name)
