"""Tags of plugins in an imported site: told, with a first file for each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from click.testing import CliRunner

from mkdocs_blogposts.cli.main import main
from tests.site import Site

if TYPE_CHECKING:
    from pathlib import Path


def test_each_tag_of_a_plugin_gets_a_file_that_says_what_it_becomes(tmp_path: Path) -> None:
    texts = {
        "_config.yml": "title: Old\nurl: https://example.org\n",
        "_includes/tags/ours.html": "ours",
        "_posts/2024-01-31-a.md": "---\ntitle: A\n---\n{% sky %}*it*{% endsky %} {% stars 5 %}{% toc %}{% ours %}\n",
        "_posts/2024-02-01-b.md": "---\ntitle: B\n---\n{% raw %}{% no %}{% endraw %}{% if a %}{% endif %}{% stars %}\n",
    }
    for name, text in texts.items():
        (tmp_path / "old" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "old" / name).write_text(text, encoding="utf-8")

    ran = CliRunner().invoke(main, ["import", "jekyll", str(tmp_path / "old"), str(tmp_path / "new")])

    assert ran.exit_code == 0, ran.output
    files = sorted(path.name for path in (tmp_path / "new/_includes/tags").iterdir())
    report = (tmp_path / "new/import-report.md").read_text(encoding="utf-8")
    assert files == ["ours.html", "sky.html", "stars.html"]
    assert "| the tag stars, in 2 places | | only what stands in it is shown; _includes/tags/stars.html says" in report
    assert "the tag ours" not in report
    assert "<em>it</em>" in (Site.at(tmp_path / "new").build().page("2024/01/31/a.html").content.html or "")
