"""What users install: the wheel, made from the source distribution."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import sysconfig
import tarfile
import venv
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
def sources(wheel: Path) -> dict[str, int]:
    """What is in the source distribution, each file with its size."""
    with tarfile.open(next(wheel.parent.glob("*.tar.gz"))) as archive:
        return {member.name.partition("/")[2]: member.size for member in archive.getmembers() if member.isfile()}


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder to put on `PYTHONPATH`."""
    folder = tmp_path_factory.mktemp("installed")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder)  # noqa: S202  # of our own making
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


def test_the_source_distribution_has_what_packagers_need(sources: dict[str, int]) -> None:
    texts = {"LICENSE", "README.md", "CHANGELOG.md", "CONTRIBUTING.md", "SECURITY.md", "docs/promises.md"}
    tests = {
        "tests/conftest.py",
        "tests/test_package.py",
        "tests/public_names.txt",
        "requirements.lock",
        "pyproject.toml",
    }

    assert texts | tests <= set(sources)
    package = {path.relative_to(PROJECT).as_posix() for path in (PROJECT / "mkdocs_blogposts").rglob("*.py")}
    assert package <= set(sources)
    hidden, made = r"\.(?!authors|ci/|gitignore|meta)", "__pycache__|site/|dist/|node_modules"
    strange = re.compile(rf"(?:^|/)(?:{hidden}|{made})|\.py[co]$|\.pem$|\.env$")
    assert [name for name in sources if strange.search(name)] == []


def test_what_is_published_is_small(wheel: Path, sources: dict[str, int]) -> None:
    archive = next(wheel.parent.glob("*.tar.gz"))

    assert wheel.stat().st_size < 1_500_000
    assert archive.stat().st_size < 4_000_000
    assert [name for name, size in sources.items() if size > 250_000] == []


def environment_in(folder: Path, *, with_pip: bool = False) -> tuple[Path, Path]:
    """Python of a new environment that has all that we need, but not us; and where it keeps what is installed."""
    venv.create(folder, with_pip=with_pip, symlinks=os.name != "nt")
    site_packages = next(folder.rglob("site-packages"))
    (site_packages / "needs.pth").write_text(sysconfig.get_path("purelib"), encoding="utf-8")
    return folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python"), site_packages


USER = """
from collections.abc import Sequence
from typing import assert_type

from mkdocs_blogposts import __version__
from mkdocs_blogposts.cards.card_values import PostCard, TermLink
from mkdocs_blogposts.faults import Fault, Kind, Level
from mkdocs_blogposts.settings import Settings


def titles(cards: Sequence[PostCard]) -> list[tuple[str, str | None]]:
    return [(tag.name, tag.url) for card in cards for tag in card.tags]


assert_type(TermLink(name="tides", url=None).count, int)
assert_type(Settings(related=2).blog_dir, str)
assert_type(__version__, str)
print(Fault(kind=Kind.DATE, level=Level.ERROR, path="a.md", message=f"{titles([])}"))
TermLink(name=1, url=None)
"""
"""A program that takes the types of the package at their word, with one mistake in its last line."""


def test_programs_that_use_it_are_checked_by_its_types(installed: Path, tmp_path: Path) -> None:
    """Type checkers find `py.typed` where it is installed, and know what each value is."""
    pytest.importorskip("mypy", reason="it is not among what tests need")
    python, site_packages = environment_in(tmp_path / "venv")
    shutil.copytree(installed, site_packages, dirs_exist_ok=True)
    (tmp_path / "user.py").write_text(USER, encoding="utf-8")
    command = [sys.executable, "-m", "mypy", "--strict", "--no-incremental", "--config-file=", "--hide-error-context"]

    ran = subprocess.run(
        [*command, "--python-executable", str(python), "user.py"],
        cwd=tmp_path,
        env={name: value for name, value in os.environ.items() if name not in {"PYTHONPATH", "MYPYPATH"}},
        capture_output=True,
        text=True,
        check=False,
    )

    line = USER.count("\n")
    assert ran.stdout.splitlines() == [
        f'user.py:{line}: error: Argument "name" to "TermLink" has incompatible type "int"; expected "str"  [arg-type]',
        "Found 1 error in 1 file (checked 1 source file)",
    ], ran.stderr


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


def test_pip_installs_the_source_distribution(site: Site, wheel: Path, tmp_path: Path) -> None:
    python, site_packages = environment_in(tmp_path / "venv", with_pip=True)
    site.put("docs/blog/posts/hello.md", "---\ndate: 2024-01-31\n---\n# Hello\n").save()
    archive = next(wheel.parent.glob("*.tar.gz"))
    alone = ["--no-index", "--no-deps", "--no-build-isolation", "--ignore-installed", "--no-cache-dir"]

    for command in (["pip", "--quiet", "install", *alone, str(archive)], ["mkdocs", "build", "--strict"]):
        ran = subprocess.run([python, "-m", *command], cwd=site.root, capture_output=True, text=True, check=False)
        assert ran.returncode == 0, ran.stdout + ran.stderr

    code = "import mkdocs_blogposts; print(mkdocs_blogposts.__file__)"
    told = subprocess.run([python, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert Path(told.stdout.strip()).is_relative_to(site_packages)
    assert (site.root / "site/blog/2024/01/31/hello/index.html").is_file()
    assert list((site.root / "site/assets/stylesheets").glob("blogposts*.css"))
