"""A site in a string, built for real: the language of the tests.

    def test_a_post_is_listed(site: Site) -> None:
        site.write('''
            docs/blog/posts/hello.md
            | ---
            | date: 2024-01-31
            | ---
            | # Hello
        ''')
        assert site.build().page("blog/").cards[0].url == "blog/2024/01/31/hello/"

Every line that does not begin with `|` names a file, below the folder of `mkdocs.yml`; the lines after it are its
text. A name that ends in `/` is an empty folder.
"""

from __future__ import annotations

import contextlib
import logging
import os
import re
import subprocess
import sys
from typing import TYPE_CHECKING, Any, Self

import yaml
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException
from mkdocs.livereload import LiveReloadServer

from tests.built import Built, Logged, path_of
from tests.kept_templates import keep_names_of_plugins, keep_templates

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

HOST = MkDocsConfig.__module__.partition(".")[0]
"""`mkdocs` or `properdocs`: whichever really builds."""

MESSAGE = re.compile(r"^(INFO|WARNING|ERROR) +-  (.*(?:\n .*)*)", re.MULTILINE)
"""A message as the command line prints it; further lines of its text are indented."""

Options = dict[str, Any]

keep_names_of_plugins()


class Site:
    """A site that a test writes, configures and builds."""

    def __init__(self, root: Path) -> None:
        self.root = root
        """Folder of `mkdocs.yml`."""
        self.options: Options = {
            "site_name": "Site",
            "site_url": "https://example.org/",
            "theme": {"name": "material"},
            "plugins": ["search", "blogposts"],
        }
        """What `mkdocs.yml` will say, unless the test writes that file itself."""
        (root / "docs").mkdir()

    @classmethod
    def at(cls, root: Path) -> Self:
        """A site that is there already, with a `mkdocs.yml` of its own."""
        site = cls.__new__(cls)
        site.root = root
        site.options = {}
        return site

    def write(self, tree: str) -> Self:
        """Write the files that `tree` names, with the text behind their bars."""
        files: dict[str, list[str]] = {}
        name = ""
        for line in tree.splitlines():
            stripped = line.lstrip()
            if stripped.startswith("|"):
                files[name].append(stripped[1:].removeprefix(" "))
            elif stripped:
                name = stripped.rstrip()
                files[name] = []
        for name, lines in files.items():
            if name.endswith("/"):
                (self.root / name).mkdir(parents=True, exist_ok=True)
            else:
                self.put(name, "".join(f"{line}\n" for line in lines))
        return self

    def put(self, name: str, content: str | bytes) -> Self:
        """Write one file, byte for byte."""
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return self

    def delete(self, name: str) -> Self:
        """Remove one file."""
        (self.root / name).unlink()
        return self

    def config(self, **options: Any) -> Self:
        """Set options of `mkdocs.yml`; `None` takes one out. A string for `theme` is its name."""
        if isinstance(options.get("theme"), str):
            options["theme"] = {"name": options["theme"]}
        merged = self.options | options
        self.options = {name: value for name, value in merged.items() if value is not None}
        return self

    def blogposts(self, **options: Any) -> Self:
        """Set options of the plugin, beside those set before."""
        plugins = self.options["plugins"]
        for index, plugin in enumerate(plugins):
            if plugin == "blogposts" or (isinstance(plugin, dict) and "blogposts" in plugin):
                before = {} if plugin == "blogposts" else plugin["blogposts"]
                self.options["plugins"] = [*plugins[:index], {"blogposts": before | options}, *plugins[index + 1 :]]
                break
        return self

    def without_blog(self) -> Self:
        """Take the plugin out of `mkdocs.yml`, to compare."""
        self.options["plugins"] = [
            plugin for plugin in self.options["plugins"] if plugin != "blogposts" and "blogposts" not in plugin
        ]
        return self

    def build(self, *, strict: bool = False, serve: bool = False, into: str = "site") -> Built:
        """Build the site as `mkdocs build` does or, with `serve`, as the first build of `mkdocs serve`.

        What is built can be read until something else is built `into` the same folder.
        """
        if serve:
            with self.serve(strict=strict) as preview:
                return preview.build()
        self.save()
        site_dir = self.root / into
        with _new_plugins(), _listening() as log:
            error = None
            try:
                config = self._load(strict=strict, site_dir=str(site_dir))
                config.plugins.on_startup(command="build", dirty=False)
                try:
                    build(config)
                finally:
                    config.plugins.on_shutdown()
            except (MkDocsException, SystemExit) as stop:
                error = stop
        return Built(site_dir, self.options.get("site_url", ""), log, error)

    @contextlib.contextmanager
    def serve(self, *, strict: bool = False) -> Iterator[Preview]:
        """Serve the site as `mkdocs serve` does, but for the server: build again as often as wanted."""
        with _new_plugins():
            preview = Preview(self, strict=strict)
            try:
                yield preview
            finally:
                preview.close()

    def run(self, *arguments: str, module: str = HOST, **environ: str) -> subprocess.CompletedProcess[str]:
        """What a user sees who runs `mkdocs build …` (or another module) in the folder of `mkdocs.yml`."""
        self.save()
        of_user = self.root.parent / "of-user"  # what is kept for a user, and is nothing of who runs the tests
        environment = os.environ | {"PYTHONUTF8": "1", "XDG_CACHE_HOME": str(of_user)} | environ
        return subprocess.run(
            [sys.executable, "-m", module, *arguments],
            cwd=self.root,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )

    def run_build(self, *arguments: str, **environ: str) -> tuple[Built, str]:
        """Build through the command line, in a process of its own; what came out, and all that it said."""
        ran = self.run("build", *arguments, **environ)
        error = SystemExit(ran.returncode) if ran.returncode else None
        log = [Logged(*message) for message in MESSAGE.findall(ran.stderr)]
        return Built(self.root / "site", self.options.get("site_url", ""), log, error), ran.stdout + ran.stderr

    def save(self) -> None:
        """Write `mkdocs.yml`, unless the test has done so itself."""
        path = self.root / "mkdocs.yml"
        ours = "# Written by tests/site.py\n"
        if not path.exists() or path.read_text(encoding="utf-8").startswith(ours):
            path.write_text(ours + yaml.safe_dump(self.options, allow_unicode=True, sort_keys=False), encoding="utf-8")

    def _load(self, *, strict: bool, site_dir: str) -> MkDocsConfig:
        config = load_config(config_file=str(self.root / "mkdocs.yml"), strict=strict or None, site_dir=site_dir)
        keep_templates(config.theme)
        return config


class Preview:
    """A site under `mkdocs serve`: its plugins live on from build to build, as they do there."""

    def __init__(self, site: Site, *, strict: bool) -> None:
        self.site = site
        self.strict = strict
        self.watched: set[str] = set()
        """Every path whose change would start a build."""
        self._first: MkDocsConfig | None = None
        self._url = ""

    def build(self) -> Built:
        """Build as the server does at its start and after each change."""
        self.site.save()
        site_dir = self.site.root / "served"
        with _listening() as log:
            error = None
            try:
                config = self.site._load(strict=self.strict, site_dir=str(site_dir))  # noqa: SLF001
                if first := self._first is None:
                    self._first = config
                    config.plugins.on_startup(command="serve", dirty=False)
                    self._url = f"http://127.0.0.1:8000{path_of(config.site_url)}"
                config.site_url = self._url
                build(config, serve_url=self._url)
                if first:
                    self._watch(config)
            except (MkDocsException, SystemExit) as stop:
                error = stop
        return Built(site_dir, self._url, log, error)

    def close(self) -> None:
        """End the server."""
        if self._first is not None:
            self._first.plugins.on_shutdown()

    def _watch(self, config: MkDocsConfig) -> None:
        """Note what the server would watch, as `mkdocs.commands.serve` does."""
        self.watched = {config.docs_dir, *config.watch}
        watched = self.watched

        class Watcher(LiveReloadServer):
            def watch(self, path: str, func: None = None, *, recursive: bool = True) -> None:  # noqa: ARG002
                watched.add(path)

        with Watcher(builder=lambda: None, host="127.0.0.1", port=0, root=config.site_dir) as server:
            config.plugins.on_serve(server, config=config, builder=lambda: None)


class _Ear(logging.Handler):
    """Hears what a build tells its user."""

    def __init__(self) -> None:
        super().__init__(logging.INFO)
        self.heard: list[Logged] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.heard.append(Logged(record.levelname, record.getMessage()))


@contextlib.contextmanager
def _listening() -> Iterator[list[Logged]]:
    """All that is logged at `INFO` and above, under either host."""
    ear = _Ear()
    loggers = [logging.getLogger(name) for name in ("mkdocs", "properdocs", "mkdocs_blogposts")]
    levels = [logger.level for logger in loggers]
    for logger in loggers:
        logger.addHandler(ear)
        logger.setLevel(logging.INFO)
    try:
        yield ear.heard
    finally:
        for logger, level in zip(loggers, levels, strict=True):
            logger.removeHandler(ear)
            logger.setLevel(level)


@contextlib.contextmanager
def _new_plugins() -> Iterator[None]:
    """Load plugins anew: the host keeps those that have `on_startup` for as long as its process lives."""
    options = dict(MkDocsConfig._schema)  # noqa: SLF001  (there is no other way to it)
    cache: dict[str, Any] = options["plugins"].plugin_cache  # type: ignore[attr-defined]
    before = dict(cache)
    cache.clear()
    try:
        yield
    finally:
        cache.clear()
        cache.update(before)
