"""Ruby's `strftime`: English names, flags (`%-d`, `%^b`) and widths (`%3N`), the same on every system."""

from __future__ import annotations

import re
from datetime import UTC
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import datetime

_DIRECTIVE = re.compile(r"%(?P<flags>[-0^#_]*)(?P<width>\d{0,2})(?P<colons>:{0,2})(?P<letter>[A-Za-z%+])")

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
DAYS = ("Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday")


def _weekday(moment: datetime) -> int:
    """The day of the week, counted from Sunday."""
    return moment.isoweekday() % 7


_Number = tuple["Callable[[datetime], int]", int, str]

_NUMBERS: Mapping[str, _Number] = {
    "Y": (lambda t: t.year, 1, "0"),
    "C": (lambda t: t.year // 100, 2, "0"),
    "y": (lambda t: t.year % 100, 2, "0"),
    "m": (lambda t: t.month, 2, "0"),
    "d": (lambda t: t.day, 2, "0"),
    "e": (lambda t: t.day, 2, " "),
    "j": (lambda t: t.timetuple().tm_yday, 3, "0"),
    "H": (lambda t: t.hour, 2, "0"),
    "k": (lambda t: t.hour, 2, " "),
    "I": (lambda t: t.hour % 12 or 12, 2, "0"),
    "l": (lambda t: t.hour % 12 or 12, 2, " "),
    "M": (lambda t: t.minute, 2, "0"),
    "S": (lambda t: t.second, 2, "0"),
    "u": (lambda t: t.isoweekday(), 1, "0"),
    "w": (_weekday, 1, "0"),
    "G": (lambda t: t.isocalendar().year, 1, "0"),
    "g": (lambda t: t.isocalendar().year % 100, 2, "0"),
    "V": (lambda t: t.isocalendar().week, 2, "0"),
    "U": (lambda t: (t.timetuple().tm_yday + 6 - _weekday(t)) // 7, 2, "0"),
    "W": (lambda t: (t.timetuple().tm_yday + 6 - t.weekday()) // 7, 2, "0"),
    "s": (lambda t: int(t.timestamp()), 1, "0"),
}
"""Each number, how many digits it has at least, and what fills it up."""

_TEXTS: Mapping[str, Callable[[datetime], str]] = {
    "B": lambda t: MONTHS[t.month - 1],
    "b": lambda t: MONTHS[t.month - 1][:3],
    "h": lambda t: MONTHS[t.month - 1][:3],
    "A": lambda t: DAYS[_weekday(t)],
    "a": lambda t: DAYS[_weekday(t)][:3],
    "p": lambda t: "AM" if t.hour < 12 else "PM",  # noqa: PLR2004  # noon
    "P": lambda t: "am" if t.hour < 12 else "pm",  # noqa: PLR2004
    "Z": lambda t: t.tzname() or "",
    "n": lambda _: "\n",
    "t": lambda _: "\t",
    "%": lambda _: "%",
}

_WHOLE: Mapping[str, str] = {
    "c": "%a %b %e %H:%M:%S %Y",
    "D": "%m/%d/%y",
    "x": "%m/%d/%y",
    "F": "%Y-%m-%d",
    "T": "%H:%M:%S",
    "X": "%H:%M:%S",
    "R": "%H:%M",
    "r": "%I:%M:%S %p",
    "v": "%e-%^b-%Y",
    "+": "%a %b %e %H:%M:%S %Z %Y",
}
"""Letters that stand for a whole pattern."""

_SWAPPED = "ABabhpZ"
"""Letters whose case `#` changes; the marks of noon become small, all else large."""


def strftime(moment: datetime, pattern: str) -> str:
    """A moment in the words of a pattern."""
    return _DIRECTIVE.sub(lambda found: _written(moment, found), pattern)


def _written(moment: datetime, found: re.Match[str]) -> str:
    letter, flags, width = found["letter"], found["flags"], int(found["width"] or 0)
    if letter == "z":
        return _offset(moment, len(found["colons"]))
    if found["colons"]:
        return found[0]
    if letter in "NL":
        return f"{moment.microsecond * 1000:09d}".ljust(width, "0")[: width or (3 if letter == "L" else 9)]
    if letter in _NUMBERS:
        number, least, fill = _NUMBERS[letter]
        fill = " " if "_" in flags else ("0" if "0" in flags else fill)
        return str(number(moment)).rjust(1 if "-" in flags else (width or least), fill)
    if letter in _WHOLE:
        text = strftime(moment, _WHOLE[letter])
    elif letter in _TEXTS:
        text = _TEXTS[letter](moment)
    else:
        return found[0]
    if "^" in flags or ("#" in flags and letter in _SWAPPED and letter != "p"):
        text = text.upper()
    elif "#" in flags and letter == "p":
        text = text.lower()
    return text.rjust(width, "0" if "0" in flags else " ")


def _offset(moment: datetime, colons: int) -> str:
    ahead = int((moment.utcoffset() or UTC.utcoffset(None)).total_seconds())
    hours, rest = divmod(abs(ahead), 3600)
    between = ":" if colons else ""
    seconds = f":{rest % 60:02d}" if colons > 1 else ""
    return f"{'-' if ahead < 0 else '+'}{hours:02d}{between}{rest // 60:02d}{seconds}"
