"""How long a writer waits: `python benchmarks/serve.py --posts 1000`.

Told is the median time from the moment a post is saved, under `mkdocs serve`, to the moment its page shows what is new,
and on Linux how long the server has computed meanwhile, which is the same however busy the machine is. The rest is
waiting: MkDocs begins when there were no changes for a tenth of a second. It hears of them at once or, where the system
tells nobody, looks for them twice a second.
"""

from __future__ import annotations

import argparse
import contextlib
import math
import os
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING
from urllib.error import URLError
from urllib.request import urlopen

if TYPE_CHECKING:
    from collections.abc import Iterator

MAKE_SITE = Path(__file__).with_name("make_site.py")
NEWS = "News of round {}."
FORMS = {
    "text": "---\ndate: 2020-01-31\nslug: news\ncategories: [News]\n---\n\n# News\n\n{}",
    "title": "---\ntitle: {}\ndate: 2020-01-31\nslug: news\ncategories: [News]\n---\n\nText.\n",
    "tag": "---\ndate: 2020-01-31\nslug: news\ncategories: [News]\ntags: [{}]\n---\n\n# News\n\nText.\n",
}
"""A post, with a place for what is edited in it."""
PATIENCE = 600
"""Seconds until a server is given up."""


@contextlib.contextmanager
def serving(site: Path) -> Iterator[tuple[str, int]]:
    """Run `mkdocs serve` for a site; its URL, and the number of the process."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        address = f"127.0.0.1:{free.getsockname()[1]}"
    command = [sys.executable, "-m", "mkdocs", "serve", "--quiet", "--dev-addr", address]
    environment = os.environ | {"NO_MKDOCS_2_WARNING": "1"}
    server = subprocess.Popen(command, cwd=site, env=environment)
    try:
        yield f"http://{address}/", server.pid
    finally:
        server.terminate()
        server.wait()


def wait_for(url: str, text: str) -> float:
    """Seconds until the page at `url` holds `text`."""
    start = time.perf_counter()
    while time.perf_counter() - start < PATIENCE:
        with contextlib.suppress(URLError, ConnectionError), urlopen(url, timeout=PATIENCE) as page:
            if text in page.read().decode():
                return time.perf_counter() - start
        time.sleep(0.02)
    sys.exit(f"{url} does not show {text!r} after {PATIENCE} s")


def computed(process: int) -> float:
    """Seconds for which a process has computed so far; only Linux tells of it."""
    stat = Path(f"/proc/{process}/stat")
    if not stat.exists():
        return math.nan
    user, system = stat.read_text(encoding="utf-8").rpartition(")")[2].split()[11:13]
    return (int(user) + int(system)) / os.sysconf("SC_CLK_TCK")


def write_and_wait(site: Path, rounds: int, form: str) -> tuple[list[float], list[float]]:
    """Edit one post again and again; how long each edit took to be shown, and how long was computed for it."""
    posts = site / "docs" / "blog" / "posts"
    post = posts / "news.md"
    post.write_text(form.format(NEWS.format(0)), encoding="utf-8")
    with serving(site) as (home, process):
        url = f"{home}blog/2020/01/31/news/"
        wait_for(url, NEWS.format(0))
        waited, worked = [], []
        for number in range(1, rounds + 1):
            before = computed(process)
            post.write_text(form.format(NEWS.format(number)), encoding="utf-8")
            waited.append(wait_for(url, NEWS.format(number)))
            worked.append(computed(process) - before)
    return waited, worked


def main() -> None:
    """Measure what the command line asks for."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--posts", type=int, default=1000, help="how many there are besides the one that is edited")
    parser.add_argument("--rounds", type=int, default=5, help="how often it is edited")
    parser.add_argument(
        "--blog", choices=("blogposts", "blog"), default="blogposts", help="which plugin makes the blog"
    )
    parser.add_argument("--edit", choices=FORMS, default="text", help="what is edited in it")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="blog-") as folder:
        command = [sys.executable, str(MAKE_SITE), str(arguments.posts), folder, "--blog", arguments.blog]
        subprocess.run(command, check=True)
        waited, worked = write_and_wait(Path(folder), arguments.rounds, FORMS[arguments.edit])
    print(f"{arguments.posts:,} posts, {arguments.blog}, from save to page: {median(waited):.1f} s, ", end="")
    print(f"{min(waited):.1f} s at best, {max(waited):.1f} s at worst; {median(worked):.2f} s computed")


if __name__ == "__main__":
    main()
