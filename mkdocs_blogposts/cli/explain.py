"""`blogposts explain`: what the blog makes of a file, and where each of its facts comes from."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from ..sources.source_files import folder_of
from .examples import CommandWithExamples
from .origins import Origins
from .site_as_read import config_option, config_path, read_site
from .terminal import tell, tell_table, tell_values

if TYPE_CHECKING:
    from .site_as_read import SiteAsRead


@click.command(
    cls=CommandWithExamples,
    examples=["blogposts explain docs/blog/posts/upgrade.md", "blogposts explain _posts/2026-11-21-upgrade.md --json"],
)
@config_option
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="The same as JSON.")
def explain(config_file: Path | None, file: Path, *, as_json: bool) -> None:
    """Show what the blog makes of FILE: its title, date, URL, state and so on, and where each comes from.

    Nothing is built. Returns 1 if FILE is neither a post nor a talk, or cannot be read.
    """
    site = read_site(config_path(config_file))
    origins = _origins_of(file, site)
    if as_json:
        rows = [{"what": what, "value": value, "from": origin} for what, value, origin in origins.rows()]
        tell_values(rows)
        return
    tell_table(("what", "value", "from"), [*origins.rows()], narrow=1)


def _origins_of(path: Path, site: SiteAsRead) -> Origins:
    """The origins of the facts of a file; where it is no post and no talk, its faults end the command."""
    wanted = path.resolve()
    for blog in site.blogs:
        loaded = blog.placed.loaded
        for file, article in (*loaded.shown, *loaded.held_back):
            if file.abs_src_path and Path(file.abs_src_path).resolve() == wanted:
                return Origins.of(file, article, blog, site.files)
        for file in (*loaded.broken, *loaded.passed_over):
            if file.abs_src_path and Path(file.abs_src_path).resolve() == wanted:
                _tell_faults(wanted, site)
                raise click.ClickException(f"nothing can be shown of '{path}'")
    _tell_faults(wanted, site)
    begun = site.blogs[0].begun
    docs = Path(site.config.docs_dir)
    posts = docs / begun.folders.posts
    raise click.ClickException(
        f"'{path}' is neither a post nor a talk; posts lie below '{_shown(posts)}', talks have a `venue` or the like"
    )


def _tell_faults(wanted: Path, site: SiteAsRead) -> None:
    root = folder_of(site.config)
    for blog in site.blogs:
        for fault in blog.begun.faults:
            if (root / fault.path).resolve() == wanted:
                tell(str(fault), err=True)


def _shown(path: Path) -> str:
    here = Path.cwd()
    return (path.relative_to(here) if path.is_relative_to(here) else path).as_posix()
