"""Values that another process finds: those that this one would find, or none."""

from __future__ import annotations

import subprocess
import sys

import pytest

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="other systems can't fork safely")

SCRIPT = """
import logging, os, resource, signal, time
from mkdocs_blogposts.processes import promised
from mkdocs_blogposts.processes.promised import Promised

main = os.getpid()
vars(os).pop("memfd_create", None)  # which Python has not where it was made for older systems, as conda's and uv's

def of(find, workers=2):
    found = Promised.of(find, workers)
    return found and found.value()

def told():
    logging.getLogger("mkdocs").warning("not to be told")
    return os.getpid() != main

def failing():
    raise RuntimeError("no")

def killed():
    os.kill(os.getpid(), signal.SIGKILL)

def full():
    raise BlockingIOError(11, "Resource temporarily unavailable")

print(of(lambda: {"é\\ud800": ["x" * 100_000]}) == {"é\\ud800": ["x" * 100_000]}, of(told))
resource.setrlimit(resource.RLIMIT_NOFILE, (1200, resource.getrlimit(resource.RLIMIT_NOFILE)[1]))
files = [os.dup(0) for _ in range(1100)]
print(of(told))
for each in files:
    os.close(each)
print(of(failing), of(killed), of(object), of(told, workers=1))
promised.PATIENCE = 0
print(of(lambda: time.sleep(60)))
before = len(os.listdir("/proc/self/fd"))
os.fork = full
print(of(told), len(os.listdir("/proc/self/fd")) - before)
"""

STOPPED = """
import os, signal
from mkdocs_blogposts.processes.forking import started
from mkdocs_blogposts.processes.promised import Promised

def press_ctrl_c():
    signal.raise_signal(signal.SIGINT)

signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell has processes in its background ignore it
os.register_at_fork(after_in_parent=press_ctrl_c, after_in_child=press_ctrl_c)
for start in (lambda: Promised.of(list, 2), lambda: started(os._exit, 0)):
    try:
        print(start())
    except KeyboardInterrupt:
        print("stopped")
"""


def test_who_stops_a_build_while_a_process_starts_stops_it() -> None:
    ran = subprocess.run([sys.executable, "-c", STOPPED], capture_output=True, text=True, check=True, timeout=50)

    assert (ran.stdout.splitlines(), ran.stderr) == (["stopped", "stopped"], "")


def test_another_process_finds_what_this_one_would_or_nothing() -> None:
    ran = subprocess.run([sys.executable, "-c", SCRIPT], capture_output=True, text=True, check=True, timeout=50)

    assert ran.stdout.splitlines() == ["True True", "True", "None None None None", "None", "None 0"]
    assert ran.stderr == ""
