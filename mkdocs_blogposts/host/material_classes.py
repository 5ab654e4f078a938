"""What our pages are for hooks that import the classes of Material's blog."""

from __future__ import annotations

import sys
from typing import Any

_STRUCTURE = "material.plugins.blog.structure"


class AnswersToMaterial:
    """A page that `isinstance` takes for one of Material's blog too, once somebody has imported the classes of that."""

    material_class: str
    """Name of that class."""

    @property
    def __class__(self) -> Any:
        """The class of Material's blog, which `isinstance` asks for where the page's own is none of those it seeks."""
        return getattr(sys.modules.get(_STRUCTURE), self.material_class, None) or type(self)

    @__class__.setter
    def __class__(self, kind: type) -> None:
        # section-index gives pages another class.
        object.__dict__["__class__"].__set__(self, kind)
