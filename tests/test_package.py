"""What users install: the wheel, made from the source distribution."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import zipfile
from importlib.metadata import PathDistribution, packages_distributions
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import mkdocs_blogposts
from tests.imports import imports_of

if TYPE_CHECKING:
    from tests.site import Site

PROJECT = Path(__file__).parents[1]

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("package")]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "build", "--no-isolation", "--outdir", str(folder), str(PROJECT)]
    made = subprocess.run(command, capture_output=True, text=True, check=False)
    assert made.returncode == 0, made.stdout + made.stderr
    return next(folder.glob("*.whl"))


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder to put on `PYTHONPATH`."""
    folder = tmp_path_factory.mktemp("installed")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder)
    return folder


@pytest.fixture
def distribution(installed: Path) -> PathDistribution:
    return PathDistribution(next(installed.glob("*.dist-info")))


def test_every_file_of_the_package_is_in_the_wheel(installed: Path) -> None:
    def files(root: Path) -> set[str]:
        package = root / "mkdocs_blogposts"
        paths = (path.relative_to(package) for path in package.rglob("*") if path.is_file())
        return {path.as_posix() for path in paths if "__pycache__" not in path.parts}

    assert files(installed) == files(PROJECT)
    assert {"py.typed", "assets/blogposts.css", "locales/en.yml", "templates/blogposts/card.html"} <= files(installed)


def test_nothing_else_is_in_the_wheel(installed: Path) -> None:
    assert {path.name.partition("-")[0] for path in installed.iterdir()} == {"mkdocs_blogposts"}


def test_the_wheel_says_what_it_is(distribution: PathDistribution) -> None:
    metadata = distribution.metadata

    assert distribution.version == mkdocs_blogposts.__version__
    assert metadata["License-Expression"] == "MIT"
    assert metadata["Requires-Python"] == ">=3.11"
    assert [(point.group, point.name, point.value) for point in distribution.entry_points] == [
        ("console_scripts", "blogposts", "mkdocs_blogposts.cli.main:main"),
        ("mkdocs.plugins", "blogposts", "mkdocs_blogposts.plugin:BlogPostsPlugin"),
    ]


def test_its_text_leads_nowhere_but_to_the_web(distribution: PathDistribution) -> None:
    urls = re.findall(r"\]\(([^)]*)\)", distribution.read_text("METADATA") or "")

    assert any(url.endswith("/assets/index-light.png") for url in urls)
    assert [url for url in urls if not url.startswith("https://")] == []


def test_the_wheel_asks_for_what_it_imports(installed: Path, distribution: PathDistribution) -> None:
    asked = {re.split(r"[^\w-]", line)[0] for line in distribution.requires or []}
    owners = packages_distributions()
    package = installed / "mkdocs_blogposts"
    imported = {
        owner.lower()
        for module in package.rglob("*.py")
        for name in imports_of(module, package)
        for owner in owners.get(name.split(".")[0], [])
    }

    assert imported - {"mkdocs-blogposts"} <= asked
    assert asked <= imported | {"mkdocs-material", "python-liquid", "tzdata"}


def test_the_installed_wheel_builds_a_blog(site: Site, installed: Path) -> None:
    site.write("""
        docs/blog/posts/hello.md
        | ---
        | date: 2024-01-31
        | tags: [python]
        | ---
        | # Hello
    """)

    path = os.pathsep.join([str(installed), os.environ["PYTHONPATH"]])
    built, said = site.run_build("--strict", PYTHONPATH=path)

    assert built.exit_code == 0, said
    assert [card.url for card in built.page("blog/").cards] == ["blog/2024/01/31/hello/"]
    assert [name for name in built.files if "blogposts" in name and name.endswith(".css")]
