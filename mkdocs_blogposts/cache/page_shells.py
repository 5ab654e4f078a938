"""Pages that differ in nothing but their own parts, made from what one of them has around these.

Templates of Material take a millisecond or two for a page, and a blog has many that are alike. The first ones are
rendered as ever. Only if what one of them has around its own parts makes the same of two, all others get it.
"""

from __future__ import annotations

import re
from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING

from ..light_dataclasses import dataclass, field
from .stand_ins import Sheet

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    import jinja2
    from jinja2.runtime import Context
    from mkdocs.structure.pages import Page

    from .stand_ins import Part, Values

_PROOFS = 2
"""Pages that have to come out the same before all others are made that way."""

_MARK = re.compile("\ue000([0-9]+)\ue001")


class LivePart:
    """A template that is rendered for each page, also where that has all else from another."""

    def __init__(self, template: jinja2.Template, is_live: Callable[[Page], bool]) -> None:
        self.template = template
        self.is_live = is_live
        """Whether it is such a part of a page."""
        self.render = template.root_render_func
        self.sheet: Sheet | None = None
        """What takes note of its place, while a shell is made."""

    @classmethod
    def of(cls, env: jinja2.Environment, name: str, is_live: Callable[[Page], bool] = lambda _: True) -> LivePart:
        """A template of the theme, of which it takes over the rendering."""
        template = env.get_template(name)
        part = template.root_render_func = cls(template, is_live)
        return part

    def __call__(self, context: Context) -> Iterator[str]:
        """What it shows of the page at hand, or what stands for that."""
        if self.sheet is None or not self.is_live(context["page"]):
            yield from self.render(context)
            return
        others = context.get_all()

        def shown(values: Values) -> str:
            of_page = self.template.new_context({**others, "page": values["page"]}, shared=True)
            return "".join(self.render(of_page))

        yield self.sheet.mark(shown)


@dataclass(frozen=True, slots=True)
class PageShells:
    """What pages have around their own parts, under the digest of all that this depends on."""

    env: jinja2.Environment
    live: Sequence[LivePart]
    has_place: Callable[[Page], bool]
    """Whether a page has a place in the navigation, and so its own way to it."""
    may_share: Callable[[Page], bool]
    """Whether there may be many that are like a page."""
    leads_alike: Callable[[Page, str], bool]
    """Whether links to a path are the same on a page and on all others with its key."""
    key_of: Callable[[Values, str | None], str | None]
    """All that a page depends on, but for its own parts; `None` where that can't be known."""
    _shells: dict[str, _Shell] = field(default_factory=dict, init=False)

    def render(self, context: Values, template: str | None, render: Callable[[], str]) -> str:
        """A finished page, as `render` makes it."""
        key = self.key_of(context, template) if self.may_share(context["page"]) else None
        if key is None:
            return render()
        shell = self._shells.get(key)
        if shell is None:
            self._shells[key] = _Shell()
            return render()  # there may be no other
        if shell.proofs < _PROOFS or not shell.pieces:
            output = render()
            if shell.pieces is None:
                shell.pieces, shell.parts = self._marked(context["page"], render)
            shell.prove(output, context)
            return output
        filled = shell.filled(context)
        return render() if filled is None else filled

    def _marked(self, page: Page, render: Callable[[], str]) -> tuple[Sequence[str], Mapping[str, Part]]:
        """What is around the parts of a page, and these; nothing if a template wants to know more of them."""
        sheet = Sheet(partial(self.leads_alike, page))
        try:
            with (
                sheet.noting_filters(self.env),
                sheet.standing_in(page, has_place=self.has_place(page)),
                self._noting_parts(sheet),
            ):
                pieces = _MARK.split(render())
            return pieces, {number: sheet.parts[int(number)] for number in pieces[1::2]}
        except Exception:  # noqa: BLE001  # of any template and filter, upon what they have not been made for
            return (), {}

    @contextmanager
    def _noting_parts(self, sheet: Sheet) -> Iterator[None]:
        for part in self.live:
            part.sheet = sheet
        try:
            yield
        finally:
            for part in self.live:
                part.sheet = None


class _Shell:
    """What some pages have around their own parts."""

    def __init__(self) -> None:
        self.proofs = 0
        """Pages that came out the same."""
        self.pieces: Sequence[str] | None = None
        """HTML, and the number of a part behind each piece of it; empty if the pages are not alike."""
        self.parts: Mapping[str, Part] = {}

    def prove(self, output: str, context: Values) -> None:
        """Hold what is made this way to what a page is."""
        if self.pieces and self.filled(context) == output:
            self.proofs += 1
        else:
            self.pieces, self.parts = (), {}

    def filled(self, context: Values) -> str | None:
        """The page that is rendered in a context; `None` where it may be another, or its template fails as well."""
        try:
            values = {number: str(part(context)) for number, part in self.parts.items()}
        except Exception:  # noqa: BLE001  # of any filter
            return None
        if "" in values.values():
            return None  # templates may have asked whether there is anything
        return "".join(values[piece] if place % 2 else piece for place, piece in enumerate(self.pieces or ()))
