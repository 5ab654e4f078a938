"""Sockets lead to this machine and nowhere else. Python imports a module of this name at its start, if it is found."""

from __future__ import annotations

import socket
from ipaddress import ip_address
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

METHODS = ("connect", "connect_ex", "sendto")
"""What leads a socket somewhere."""


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
            raise OSError(f"No test reaches the network, but this one asks for {host}")
        return call(*arguments, **named)

    return checked


def _host_of_address(sock: socket.socket, *arguments: Any) -> object:
    """The host that a socket is led to; sockets of files have none."""
    return arguments[-1][0] if sock.family in {socket.AF_INET, socket.AF_INET6} else None


def _host_of_name(host: object, *_: Any, **__: Any) -> object:
    return host


for _method in METHODS:
    setattr(socket.socket, _method, _closed(getattr(socket.socket, _method), _host_of_address))
socket.getaddrinfo = _closed(socket.getaddrinfo, _host_of_name)
