"""Templates that another process compiles while a first build has other work."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.site import Site

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform != "linux", reason="other systems can't fork safely"),
]

HOOK = """
import jinja2
from mkdocs.plugins import event_priority

plain = jinja2.Environment.compile
names = []

def compile(self, source, name=None, *rest, **options):
    names.append(name)
    return plain(self, source, name, *rest, **options)

jinja2.Environment.compile = compile

@event_priority(-200)
def on_pre_build(config):
    config.plugins["blogposts"].begun.compiler.process.join(60)
    names.clear()

def on_post_build(config):
    print("process:", config.plugins["blogposts"].begun.compiler)
    print("compiled:", *sorted(filter(None, names)))
"""
"""Lets the other process do its work first, and tells what is left for the main one."""


@pytest.mark.parametrize("theme", ["material", "mkdocs"])
def test_what_most_blogs_need_is_compiled_by_another_process(site: Site, theme: str) -> None:
    site.config(theme=theme, hooks=["hook.py"]).put("hook.py", HOOK).blogposts(workers=2)
    for number in range(12):
        head = f"date: 2024-01-{number + 1:02}\ncategories: [News]\ntags: [python, docs, web, t{number}]\n"
        site.put(
            f"docs/blog/posts/{number}.md", f"---\n{head}---\n# Post\n\nText.\n\n<!-- more -->\n\n## More\n\nText.\n"
        )

    ran = site.run("build", "--quiet", XDG_CACHE_HOME=str(site.root.with_suffix(".first")))

    assert ran.returncode == 0, ran.stderr
    process, _, rest = ran.stdout.partition("\n")
    assert process == "process: None"
    left = rest.removeprefix("compiled:").split()
    assert [name for name in left if not name.startswith(".icons/")] == []
