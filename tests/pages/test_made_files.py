"""Files that are made in memory, for plugins that ask for them or write them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.site import Site

HOOK = """
import pathlib

made = []

def on_env(env, config, files):
    made.extend(file for file in files if file.src_uri.endswith("rss.xml"))

def on_post_build(config):
    for file in made:
        written = pathlib.Path(file.abs_dest_path).read_bytes()
        file.copy_file()
        assert pathlib.Path(file.abs_dest_path).read_bytes() == file.content_bytes == written
    print("written twice:", len(made))
"""


def test_a_file_that_is_written_twice_stays_as_it_is(site: Site) -> None:
    site.config(hooks=["hook.py"]).put("hook.py", HOOK)
    site.put("docs/blog/posts/hello.md", "---\ndate: 2024-01-31\n---\n# Hello\n")

    built, said = site.run_build("--quiet")

    assert built.exit_code == 0, said
    assert "written twice: 1" in said
    assert "<title>Hello</title>" in built.read("blog/rss.xml")
