"""Figures in letters that are there: a font for each language, found on the machine."""

from __future__ import annotations

import warnings
from collections.abc import Callable
from functools import cache, wraps
from inspect import signature
from io import BytesIO
from typing import Any, ParamSpec

import matplotlib as mpl
from matplotlib import font_manager
from matplotlib.figure import Figure

from .words import words

Told = ParamSpec("Told")


@cache
def fonts(language: str = "en") -> tuple[str, ...]:
    """The fonts a language is drawn in: the first of its own that is installed, then any. Warns once if none is.

    Examples
    --------
    >>> fonts()
    ('sans-serif',)
    """
    said = words(language)["figure"]
    known = {font.name for font in font_manager.fontManager.ttflist}
    own = [name for name in said["fonts"] if name in known]
    if said["fonts"] and not own:
        warnings.warn(said["no_font"], stacklevel=2)
    return (*own[:1], "sans-serif")


class Picture(Figure):
    """A figure that shows itself in a notebook, in the fonts that it was made with."""

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.fonts = list(mpl.rcParams["font.family"])

    def draw(self, renderer: Any) -> None:
        """Draws it; ticks that are made only now are in the same letters."""
        with mpl.rc_context({"font.family": self.fonts}):
            super().draw(renderer)

    def _repr_png_(self) -> bytes:
        out = BytesIO()
        self.savefig(out, format="png", dpi=110)
        return out.getvalue()


def lettered(draw: Callable[Told, Figure]) -> Callable[Told, Figure]:
    """Draws in the fonts of the language that is asked for."""
    where = signature(draw)

    @wraps(draw)
    def drawn(*args: Told.args, **kwargs: Told.kwargs) -> Figure:
        given = where.bind(*args, **kwargs).arguments.get("language", "en")
        if not words(given)["figure"]["fonts"]:
            return draw(*args, **kwargs)
        with mpl.rc_context({"font.family": list(fonts(given))}):
            return draw(*args, **kwargs)

    return drawn
