"""Plugins that are kept out of what only reads a site, and what that relies on in MkDocs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs.config import load_config

from mkdocs_blogposts.host.quiet_plugins import keep_out
from tests.cli.command import run_in

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

    from tests.site import Site


def hearing(config: MkDocsConfig) -> set[str]:
    """The plugins of a site that hear of any event."""
    methods = (method for methods in config.plugins.events.values() for method in methods)
    owners = {id(getattr(method, "__self__", None)) for method in methods}
    return {name for name, plugin in config.plugins.items() if id(plugin) in owners}


def test_plugins_that_fetch_hear_of_nothing(site: Site) -> None:
    names = ["material/search", "material/privacy", "git-revision-date-localized", "blogposts"]
    site.config(plugins=names).save()
    config = load_config(config_file=str(site.root / "mkdocs.yml"))
    assert hearing(config) == set(names)

    keep_out(config)

    assert hearing(config) == {"material/search", "blogposts"}


def test_a_command_reads_a_site_that_a_build_would_fetch_for(site: Site) -> None:
    site.config(plugins=["search", "privacy", "blogposts"], extra_css=["https://example.org/x.css"])
    site.put("docs/blog/posts/a.md", "---\ndate: 2025-01-01\n---\n# A\n")
    result = run_in(site, "list")

    assert (result.stdout, result.stderr) == ("2025-01-01  published  A  docs/blog/posts/a.md\n", "")
    assert not (site.root / ".cache").exists()


def test_files_that_other_plugins_make_are_read(site: Site) -> None:
    site.config(hooks=["hook.py"])
    site.write("""
        hook.py
        | from mkdocs.structure.files import File
        | def on_files(files, config):
        |     text = "---\\ndate: 2025-01-02\\n---\\n# Made\\n"
        |     files.append(File.generated(config, "blog/posts/made.md", content=text))
    """)

    assert run_in(site, "list").stdout == "2025-01-02  published  Made  docs/blog/posts/made.md\n"
