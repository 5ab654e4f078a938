"""The code of templates that a user keeps from build to build, whatever the site."""

from __future__ import annotations

import os
import shutil
import sys
import time
from typing import TYPE_CHECKING

import pytest

from mkdocs_blogposts.cache.template_codes import TemplateCodes
from tests.built import bytes_of
from tests.site import HOST

if TYPE_CHECKING:
    from pathlib import Path

    from tests.site import Site

HOOK = """
import jinja2

plain = jinja2.Environment.compile
names = set()

def compile(self, source, name=None, *rest, **options):
    names.add(name)
    return plain(self, source, name, *rest, **options)

jinja2.Environment.compile = compile

def on_post_build(config):
    print("compiled:", *sorted(filter(None, names)))
"""

SERVER = """
from mkdocs.commands.build import build
from mkdocs.config import load_config

config = load_config("mkdocs.yml")
config.plugins.on_startup(command="serve", dirty=False)
build(config, serve_url="http://localhost/")
"""
"""What `mkdocs serve` does until the site can be seen."""

CHANGES_A_FILTER = "\ndef on_env(env, config, files):\n    env.filters['upper'] = lambda text: 'loud'\n"

OTHERS = {
    "what is shown of a value": "env.finalize = lambda value: 'nothing' if value is None else value",
    "a filter that wants less": "url = env.filters['url']; env.filters['url'] = lambda value: f'/{value}'",
    "what makes the code": (
        "from jinja2.compiler import CodeGenerator; write = {'_output_const_repr': lambda self, group: "
        "repr(''.join(map(str, group)).replace('Documentation built', 'Made'))}; "
        "env.code_generator_class = type('Maker', (CodeGenerator,), write)"
    ),
}
"""What hooks do to an environment, upon which Jinja makes another code."""

OF_PACKAGES = {"base.html", "blogposts/card.html"}
"""Some of the templates of the theme, and of ours."""


@pytest.fixture(name="site")
def _site(site: Site) -> Site:
    site.blogposts(workers=1).config(theme={"name": "mkdocs", "custom_dir": "theme"}, hooks=["hook.py"])
    site.put("hook.py", HOOK)
    site.put("theme/main.html", "{% extends 'base.html' %}")
    return site.put("docs/blog/posts/hello.md", "---\ndate: 2024-01-31\n---\n# Hello\n\nText.\n")


def compiled(site: Site, module: str = HOST, **environ: str) -> set[str]:
    """The templates that a build compiles which finds nothing beside the site."""
    shutil.rmtree(site.root / ".cache", ignore_errors=True)
    environ = {"XDG_CACHE_HOME": str(of_user(site)), "PYTHONDONTWRITEBYTECODE": "", **environ}
    ran = site.run("build", "--quiet", module=module, SOURCE_DATE_EPOCH="1717200000", **environ)
    assert ran.returncode == 0, ran.stderr
    return set(ran.stdout.partition("compiled:")[2].split())


def of_user(site: Site) -> Path:
    return site.root.with_suffix(".of-user")


def files_of(site: Site) -> list[Path]:
    return [*of_user(site).glob("*/*")]


def test_templates_of_packages_are_compiled_once_for_all_sites(site: Site) -> None:
    first = compiled(site)
    made = bytes_of(site.root / "site")
    second = compiled(site)

    assert {*OF_PACKAGES, "main.html"} <= first
    assert second & OF_PACKAGES == set()
    assert "main.html" in second  # the site's own
    assert bytes_of(site.root / "site") == made


def test_those_that_another_process_has_compiled_are_kept_as_well(site: Site) -> None:
    compiled(site.blogposts(workers=2))

    assert {name for name in compiled(site) if name == "base.html" or name.startswith("blogposts/")} == set()


def test_a_server_leaves_them_to_later_ones_and_to_builds(site: Site) -> None:
    site.put("server.py", SERVER)
    first, second = compiled(site, module="server"), compiled(site, module="server")

    assert {*OF_PACKAGES, "main.html"} <= first
    assert second & OF_PACKAGES == set()
    assert "main.html" in second
    assert compiled(site) & OF_PACKAGES == set()


@pytest.mark.skipif(os.name != "posix", reason="only there it is known who may write")
def test_what_others_may_have_written_is_not_run(site: Site) -> None:
    compiled(site)
    files_of(site)[0].chmod(0o666)

    assert compiled(site) >= OF_PACKAGES


def test_nothing_is_taken_from_the_repository_of_a_site(site: Site) -> None:
    (site.root / ".git").mkdir()
    inside = str(site.root / "kept")
    compiled(site, XDG_CACHE_HOME=inside)

    assert compiled(site, XDG_CACHE_HOME=inside) >= OF_PACKAGES
    assert not (site.root / "kept").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="which has a place of its own")
def test_nothing_is_taken_from_where_somebody_happens_to_stand(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CACHE_HOME", "kept")
    monkeypatch.setenv("HOME", str(tmp_path / "home"))

    codes = TemplateCodes.of_user(tmp_path / "site")

    assert codes is not None
    assert codes.path.is_relative_to(tmp_path / "home")


def test_a_damaged_file_is_written_anew(site: Site) -> None:
    compiled(site)
    (path,) = files_of(site)
    path.write_bytes(path.read_bytes()[:-100])

    assert compiled(site) >= OF_PACKAGES
    assert compiled(site) & OF_PACKAGES == set()


def test_a_filter_of_a_hook_has_its_part_each_time(site: Site) -> None:
    site.put("hook.py", HOOK + CHANGES_A_FILTER)
    compiled(site)

    assert compiled(site) >= OF_PACKAGES


@pytest.mark.parametrize("change", OTHERS.values(), ids=OTHERS)
def test_what_a_hook_changes_of_templates_is_seen_after_other_builds(site: Site, change: str) -> None:
    compiled(site)
    site.put("hook.py", f"{HOOK}\ndef on_env(env, config, files):\n    {change}\n")
    with_known = compiled(site), bytes_of(site.root / "site")
    shutil.rmtree(of_user(site))
    with_none = compiled(site), bytes_of(site.root / "site")

    assert with_known[0] >= {"base.html"}
    assert with_known[1] == with_none[1]


def test_what_a_filter_of_a_hook_says_while_jinja_compiles_is_asked_each_time(site: Site) -> None:
    told = "\ndef on_env(env, config, files):\n    env.filters['url'] = lambda value: f'/{config.site_name}/{value}'\n"
    site.put("hook.py", HOOK + told)
    made = []
    for name in ("One", "Two"):
        site.config(site_name=name)
        compiled(site)
        made.append((site.root / "site/blog/index.html").read_text(encoding="utf-8"))

    assert "/One/css/base.css" in made[0]
    assert "/Two/css/base.css" in made[1]
    assert "/One/" not in made[1]


def test_nothing_is_kept_where_python_writes_no_code(site: Site) -> None:
    compiled(site, PYTHONDONTWRITEBYTECODE="1")

    assert files_of(site) == []


def test_nothing_is_kept_where_a_site_wants_that(site: Site) -> None:
    compiled(site.blogposts(cache=False))

    assert files_of(site) == []


def test_files_of_environments_that_may_be_gone_are_dropped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    old, young = (tmp_path / f"templates-{name}.bin" for name in ("old", "young"))
    for path, days in ((old, 100), (young, 10)):
        path.write_bytes(b"")
        then = time.time() - days * 24 * 3600
        os.utime(path, (then, then))
    codes = TemplateCodes(tmp_path / "templates-now.bin")
    codes.put("key", compile("1", "here", "eval"))

    codes.write()

    assert sorted(path.name for path in tmp_path.iterdir()) == ["templates-now.bin", "templates-young.bin"]
