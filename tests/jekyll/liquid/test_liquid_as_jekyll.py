"""What Liquid gives is what the real Jekyll gives: the same texts go through both, to the letter."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.golden import hold, written_down
from tests.site import Site

if TYPE_CHECKING:
    from collections.abc import Mapping

RESULTS = Path(__file__).with_name("liquid_results.json")
"""What Jekyll makes of each text."""

CASES = dict(
    case.split("\n", 1)
    for case in Path(__file__).with_name("liquid_cases.txt").read_text(encoding="utf-8").split("\n## ")[1:]
)
"""Each text, by its name."""

HEAD = """\
title: A "title" & more
sea: calm
wet: true
dry: false
none: null
blank: ""
whole: 12
broken: 1.50
list: [a, b, c]
two: [a, b]
mixed: [1, null, "x", 2.5]
numbers: [3, 10, 2]
cased: [b, A, c, B]
port: {name: Porto, depth: 12}
html: "<b>\\"It's\\" 1 & 2</b><script>x</script>"
verse: "a\\n  b\\r\\nc"
quoted: "\\"It's\\" -- 'so' --- wait..."
day: 2024-05-06
moment: 2024-05-06 07:08:09
said: "6 May 2024"
file: note.html
date: 2024-01-31 15:04:05 +0000
"""

FILES: Mapping[str, str] = {
    "_config.yml": (
        "url: https://example.org\nbaseurl: /docs\ntitle: Seas\nmood: {today: calm}\nsince: 2020-02-03 04:05:06\n"
        "timezone: UTC\ncollections: {crew: {}}\nplugins: [jekyll-seo-tag, jekyll-feed]\nfeed: {path: x.xml}\n"
    ),
    "_data/ports.yml": "- {name: Porto, sea: Atlantic, depth: 12, kinds: [fish, wine]}\n"
    "- {name: Genoa, sea: Mediterranean, kinds: [cars]}\n- {name: Brest, sea: Atlantic, depth: 9}\n",
    "_data/deep/seas.yml": "north: {name: North Sea}\n",
    "_data/table.csv": "name,depth\nPorto,12\nBrest,9\n",
    "_data/gaps.csv": "name,depth,sea\nPorto,,Atlantic\n",
    "_data/quoted.tsv": 'name\tdepth\nPorto\t""\n',
    "_data/loose.json": '{"a": [1, 2,],}',
    "_data/json.json": '{"a": [1, {"b": null}]}',
    "_crew/2020-01-02-ann-lee.md": "---\nrole: mate\n---\n*Calm* {{ page.role }}.\n",
    "_crew/deep/bob.md": "---\ntitle: Bob B.\ndate: 2019-01-02\n---\nText.\n",
    "_crew/none.md": "No head.\n",
    "_includes/note.html": "[{{ include.text }}|{{ include.other }}]",
    "_includes/sub/deep.html": "<{% include note.html text=include.text %}{{ include.text }}>",
    "_includes/sets.html": "{% assign set_there = 'yes' %}",
    "_posts/2023-05-06-older.md": "---\ntitle: Older\npermalink: /older/\ntags: sea moon\ncategories: deep\n---\n",
    "_posts/2023-05-05-oldest.md": "---\ntitle: Oldest\npermalink: /oldest/\ntags: [sea]\n---\nOld.\n",
    "_posts/beside.txt": "beside {{ page.sea }}",
    "_posts/2025-01-01-newest.md": "---\ntitle: Newest\npermalink: /newest/\ntags: sea\n---\nNew.\n",
}

HOOK = """\
import json
from pathlib import Path

texts = {}

def on_page_markdown(markdown, page, **_):
    texts[page.url] = markdown

def on_post_build(config):
    Path(config.site_dir, "texts.json").write_text(json.dumps(texts), encoding="utf-8")
"""


def url(name: str) -> str:
    return f"{name.replace(' ', '-')}/"


def theirs(jekyll: str, root: Path) -> Mapping[str, str]:
    """What Jekyll makes of each text; as HTML files, so that no Markdown is in the way."""
    for name, content in FILES.items():
        put(root / name, content)
    for name, text in CASES.items():
        put(root / f"_posts/2024-01-31-{name.replace(' ', '-')}.html", post(name, text))
    environment = os.environ | {"JEKYLL_NO_BUNDLER_REQUIRE": "true", "JEKYLL_ENV": "production", "LC_ALL": "C.UTF-8"}
    command = [jekyll, "build", "--source", str(root), "--destination", str(root / "_site"), "--quiet"]
    ran = subprocess.run(command, cwd=root, env=environment, check=False, capture_output=True, text=True)
    assert ran.returncode == 0, ran.stderr
    return {name: (root / "_site" / url(name) / "index.html").read_text(encoding="utf-8") for name in CASES}


@pytest.fixture(scope="module")
def ours(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, str]:
    """What we make of it, as every plugin of MkDocs sees it."""
    site = Site(tmp_path_factory.mktemp("mkdocs"))
    site.config(site_url="https://example.org/docs/", site_name="Seas", hooks=["hook.py"]).put("hook.py", HOOK)
    for name, content in FILES.items():
        put(site.root / name, content)
    for name, text in CASES.items():
        put(site.root / f"_posts/2024-01-31-{name.replace(' ', '-')}.md", post(name, text))
    built = site.build()
    told = [fault for fault in built.faults if "liquid:" in fault and "not quite Liquid" not in fault]
    with pytest.raises(json.JSONDecodeError) as loose:
        json.loads(FILES["_data/loose.json"])
    at = f"{loose.value.lineno}:{loose.value.colno}"  # Pythons differ in where they see what is wrong
    assert [fault.split(": ", 1)[0] for fault in told] == [f"_data/loose.json:{at}"]
    texts = json.loads((built.dir / "texts.json").read_text(encoding="utf-8"))
    return {name: texts[url(name)] for name in CASES}


def post(name: str, text: str) -> str:
    return f"---\npermalink: /{url(name)}\n{HEAD}---\n{text}\n"


def put(path: Path, content: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content, encoding="utf-8", newline="")


@pytest.mark.parametrize("name", CASES)
def test_a_text_comes_out_as_jekyll_has_it(name: str, ours: Mapping[str, str]) -> None:
    assert ours[name].strip("\n") == written_down(RESULTS)[name].strip("\n")


@pytest.mark.jekyll
def test_jekyll_makes_of_each_text_what_is_written_down(jekyll: str, tmp_path: Path) -> None:
    hold(RESULTS, theirs(jekyll, tmp_path))
