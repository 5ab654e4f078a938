"""Light dataclasses, which are to be what the standard library makes."""

from __future__ import annotations

import copy
import dataclasses
import importlib
import inspect
import pickle
import subprocess
import sys
from dataclasses import field
from typing import TYPE_CHECKING, Any, ClassVar, Generic, TypeVar

import pytest

from mkdocs_blogposts import light_dataclasses
from mkdocs_blogposts.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")
OURS = light_dataclasses.dataclass
THEIRS = dataclasses.dataclass


def shapes(dataclass: Any) -> dict[str, Any]:
    """A class of each shape, made by either."""

    @dataclass(frozen=True, slots=True, kw_only=True)
    class Plain:
        """One with a bit of everything."""

        name: str
        count: int = 3
        words: list[str] = field(default_factory=list)
        place: str = field(default="", compare=False, repr=False)
        made: dict[str, int] = field(default_factory=dict, init=False)
        is_fixed: bool = field(default=True, init=False)

        @property
        def twice(self) -> int:
            return 2 * self.count

    @dataclass(frozen=True, slots=True)
    class Positional:
        left: int
        right: int = 2

    @dataclass(frozen=True)
    class Open:
        only: int = 1

    @dataclass(frozen=True, kw_only=True)
    class Checked:
        number: int

        def __post_init__(self) -> None:
            if self.number < 0:
                raise ValueError(self.number)

    @dataclass(frozen=True, slots=True)
    class Empty:
        pass

    @dataclass(frozen=True, slots=True)
    class Shared:
        own: int
        all_of_them: ClassVar[int] = 4

    @dataclass
    class Changing:
        number: int = 1

    @dataclass(slots=True)
    class Slotted:
        number: int = 1
        words: list[str] = field(default_factory=list)

    @dataclass(frozen=True, slots=True, order=True)
    class Ordered:
        number: int = 1
        name: str = field(default="", compare=False)
        last: int = 2

    @dataclass(order=True)
    class Sorted:
        number: int = 1

    @dataclass(frozen=True, slots=True, kw_only=True, eq=False)
    class Single:
        number: int = 1

    @dataclass(eq=False)
    class Alone:
        number: int = 1

    @dataclass(frozen=True, slots=True)
    class Below(Positional):
        third: int = 3

    @dataclass(frozen=True, slots=True, kw_only=True)
    class Longer(Plain):
        count: int = 5
        more: list[int] = field(default_factory=list)

        @property
        def thrice(self) -> int:
            return self.twice + self.count

    @dataclass(frozen=True, slots=True, kw_only=True)
    class Longest(Longer):
        """One that is two floors up."""

        name: str = "z"

    @dataclass(frozen=True)
    class Wider(Open):
        other: int = 2

    @dataclass(frozen=True, slots=True, kw_only=True)
    class Mixed(Positional):
        third: int = 9

    @dataclass(frozen=True, slots=True)
    class Of(Generic[T]):
        value: T

    bases = (Plain, Positional, Open, Checked, Empty, Shared, Changing, Slotted, Ordered, Sorted, Single, Alone, Of)
    found = {cls.__name__: cls for cls in (*bases, Below, Longer, Longest, Wider, Mixed)}
    for cls in found.values():
        cls.__qualname__ = cls.__name__
    return found


GIVEN: dict[str, list[tuple[tuple[Any, ...], dict[str, Any]]]] = {
    "Plain": [((), {"name": "a"}), ((), {"name": "a", "place": "b"}), ((), {"name": "a", "count": 4, "words": ["c"]})],
    "Positional": [((1,), {}), ((1, 2), {}), ((2,), {"right": 1})],
    "Open": [((), {}), ((1,), {}), ((2,), {})],
    "Checked": [((), {"number": 1}), ((), {"number": 2})],
    "Empty": [((), {}), ((), {})],
    "Shared": [((1,), {})],
    "Changing": [((), {}), ((2,), {})],
    "Slotted": [((), {}), ((2,), {}), ((1, ["a"]), {})],
    "Ordered": [((), {}), ((2,), {}), ((1, "a"), {}), ((1, "a", 3), {})],
    "Sorted": [((), {}), ((2,), {})],
    "Single": [((), {}), ((), {"number": 2})],
    "Alone": [((), {}), ((2,), {})],
    "Below": [((1,), {}), ((1, 2, 3), {}), ((1, 2, 4), {})],
    "Longer": [((), {"name": "a"}), ((), {"name": "a", "more": [1], "count": 4})],
    "Longest": [((), {}), ((), {"name": "a", "more": [1], "place": "b"})],
    "Wider": [((), {}), ((1, 3), {})],
    "Mixed": [((1,), {"third": 3}), ((1, 2), {"third": 4})],
    "Of": [((1,), {}), (("one",), {})],
}


def told(make: Callable[[], Any]) -> Any:
    """What comes of something, be it an exception."""
    try:
        return make()
    except Exception as error:  # noqa: BLE001
        return type(error), str(error).replace("shapes.<locals>.", "")


def facts_of(cls: Any) -> list[Any]:
    """All that is known of a class."""
    parts = [
        (part.name, part.type, part.init, part.repr, part.compare, part.hash, part.kw_only)
        for part in dataclasses.fields(cls)
    ]
    return [
        *(parts, cls.__match_args__, cls.__module__, repr(cls.__dataclass_params__)),
        *(getattr(cls, "__slots__", None), dataclasses.is_dataclass(cls), cls.__hash__ is None),
    ]


def facts_of_objects(cls: Any, made: list[Any]) -> list[Any]:
    """All that objects of a class do."""
    first = made[0]
    names = [part.name for part in dataclasses.fields(cls)]
    return [
        [repr(each) for each in made],
        [each == other for each in made for other in made],
        [told(lambda each=each: hash(each) == hash(copy.copy(each))) for each in made],  # type: ignore[misc]
        [dataclasses.asdict(each) for each in made],
        [copy.deepcopy(each) == each for each in made],
        first == "another",
        [told(lambda one=one, other=other: (one < other, one >= other)) for one in made for other in made],  # type: ignore[misc]
        [told(lambda: first > 1), told(lambda: first <= 1)],
        [told(lambda name=name: setattr(first, name, 1)) for name in names],  # type: ignore[misc]
        [told(lambda name=name: delattr(first, name)) for name in names],  # type: ignore[misc]
        told(lambda: repr(cls())),
        told(lambda: cls(1, 2, 3, 4, 5, 6, 7)),
        told(lambda: cls(unknown=1)),
        [repr(told(lambda name=name: dataclasses.replace(made[-1], **{name: 7}))) for name in names],  # type: ignore[misc]
    ]


@pytest.mark.parametrize("few", [0, 20], ids=["compiled", "singly"])
@pytest.mark.parametrize("name", GIVEN)
def test_a_class_is_what_the_standard_library_makes_of_it(name: str, few: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(light_dataclasses, "_FEW", few)
    ours, theirs = shapes(OURS)[name], shapes(THEIRS)[name]
    made = [[cls(*args, **named) for args, named in GIVEN[name]] for cls in (ours, theirs)]

    assert facts_of_objects(ours, made[0]) == facts_of_objects(theirs, made[1])
    assert facts_of(ours) == facts_of(theirs)
    assert [*inspect.signature(ours).parameters] == [*inspect.signature(theirs).parameters]


@pytest.mark.parametrize("name", GIVEN)
def test_a_class_of_which_no_object_was_made_tells_the_same(name: str) -> None:
    assert facts_of(shapes(OURS)[name]) == facts_of(shapes(THEIRS)[name])


def test_objects_have_what_they_are_made_with() -> None:
    plain = shapes(OURS)["Plain"]
    one, other = plain(name="a"), plain(name="a")

    assert (one.name, one.count, one.words, one.place, one.made, one.is_fixed, one.twice) == (
        "a",
        3,
        [],
        "",
        {},
        True,
        6,
    )
    assert one.words is not other.words
    assert not hasattr(one, "__dict__")


def test_a_check_of_its_own_is_run() -> None:
    with pytest.raises(ValueError, match="-1"):
        shapes(OURS)["Checked"](number=-1)


def test_classes_are_told_apart_by_a_match() -> None:
    match shapes(OURS)["Positional"](1, 2):
        case object(left=1, right=right):
            assert right == 2


def test_a_class_takes_over_the_fields_of_the_one_that_it_is_based_on() -> None:
    found = shapes(OURS)
    longest = found["Longest"](more=[1])

    assert (longest.name, longest.count, longest.words, longest.more, longest.thrice) == ("z", 5, [], [1], 15)
    assert not hasattr(longest, "__dict__")
    assert isinstance(longest, found["Plain"])
    assert longest != found["Longer"](name="z", more=[1])
    others = {name for name, cls in found.items() if not _is_light(cls)}
    assert others == {"Shared", "Mixed"}


@light_dataclasses.dataclass(frozen=True, slots=True)
class Sent:
    """One that goes to another process."""

    left: int
    right: tuple[str, ...] = ()


def test_objects_go_to_other_processes() -> None:
    assert pickle.loads(pickle.dumps(Sent(1, ("a",)))) == Sent(1, ("a",))  # noqa: S301


def _is_light(cls: type) -> bool:
    return cls in light_dataclasses._MADE  # noqa: SLF001  # nobody else asks


def test_few_classes_of_a_build_are_left_to_the_standard_library() -> None:
    code = "import sys; from mkdocs_blogposts.stages import begun_build, placed_build, shown_build; print(*sys.modules)"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    names = [name for name in ran.stdout.split() if name.startswith("mkdocs_blogposts.")]

    found = [
        cls
        for name in names
        for cls in vars(importlib.import_module(name)).values()
        if isinstance(cls, type) and cls.__module__ == name and dataclasses.is_dataclass(cls)
    ]
    light = [cls for cls in found if _is_light(cls)]

    assert len(light) > 150
    assert _is_light(Settings)
    assert len(found) - len(light) < 10
