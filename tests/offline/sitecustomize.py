"""Sockets lead to this machine and nowhere else. Python imports a module of this name at its start, if it is found."""

from __future__ import annotations

import os
import socket
from ipaddress import ip_address
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

METHODS = ("connect", "connect_ex", "sendto", "sendmsg")
"""What leads a socket somewhere."""
LOOK_UPS = ("getaddrinfo", "gethostbyname", "gethostbyname_ex", "gethostbyaddr")
"""What asks for the address of a host."""
ASKED = "BLOGPOSTS_ASKED"
"""Variable that may name a file, for a line on each host that was asked for, also where nobody hears of the error."""


def _is_here(host: object) -> bool:
    """Whether a host is this machine, as its name or its address has it."""
    name = host.decode() if isinstance(host, bytes) else str(host or "localhost")
    try:
        return ip_address(name).is_loopback or ip_address(name).is_unspecified
    except ValueError:
        return name == "localhost"


def _closed(call: Callable[..., Any], host_in: Callable[..., object]) -> Callable[..., Any]:
    """A call that fails where its arguments lead elsewhere."""

    def checked(*arguments: Any, **named: Any) -> Any:
        host = host_in(*arguments, **named)
        if not _is_here(host):
            if asked := os.environ.get(ASKED):
                with open(asked, "a", encoding="utf-8") as file:  # noqa: PTH123  # as early as this, Python has no paths yet
                    file.write(f"{host}\n")
            raise OSError(f"No test reaches the network, but this one asks for {host}")
        return call(*arguments, **named)

    return checked


def _host_of_address(sock: socket.socket, *arguments: Any) -> object:
    """The host that a socket is led to; sockets of files have none."""
    is_led = arguments and isinstance(arguments[-1], tuple)  # `sendmsg` may go where the socket leads already
    return arguments[-1][0] if is_led and sock.family in {socket.AF_INET, socket.AF_INET6} else None


def _host_of_name(host: object, *_: Any, **__: Any) -> object:
    return host


for _method in METHODS:
    if hasattr(socket.socket, _method):  # Windows lacks one
        setattr(socket.socket, _method, _closed(getattr(socket.socket, _method), _host_of_address))
for _name in LOOK_UPS:
    setattr(socket, _name, _closed(getattr(socket, _name), _host_of_name))
