"""What a process does once it has built."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

from tests.site import HOST

if TYPE_CHECKING:
    from tests.site import Site

BUILD = f"""
import atexit, gc, runpy, sys
atexit.register(lambda: print("spared", gc.get_freeze_count()))
sys.argv = ["{HOST}", "build", "--quiet"]
runpy.run_module("{HOST}", run_name="__main__")
"""


def test_values_of_a_build_are_not_looked_through_as_its_process_ends(site: Site) -> None:
    site.put("docs/blog/posts/hello.md", "---\ndate: 2024-01-31\n---\n# Hello\n").save()

    ran = subprocess.run([sys.executable, "-c", BUILD], cwd=site.root, capture_output=True, text=True, check=True)

    name, number = ran.stdout.split()
    assert name == "spared"
    assert int(number) > 1000
