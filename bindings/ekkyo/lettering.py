"""Figures in letters that are there: a font for each language, found on the machine."""

from __future__ import annotations

import warnings
from collections.abc import Callable, Sequence
from contextlib import suppress
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
    own = installed(said["fonts"])
    if said["fonts"] and not own:
        learn()
        own = installed(said["fonts"])
        if not own:
            warnings.warn(said["no_font"], stacklevel=2)
    return (*own[:1], "sans-serif")


def installed(names: Sequence[str]) -> list[str]:
    """Which of these fonts Matplotlib knows."""
    known = {font.name for font in font_manager.fontManager.ttflist}
    return [name for name in names if name in known]


def learn() -> None:
    """Shows Matplotlib the fonts that came onto the machine after it first looked; it keeps its list for good."""
    known = {font.fname for font in font_manager.fontManager.ttflist}
    for path in font_manager.findSystemFonts():
        if path not in known:
            # some fonts cannot be read, and need not be
            with suppress(Exception):
                font_manager.fontManager.addfont(path)


class Picture(Figure):
    """A figure that shows itself in a notebook, in the fonts that it was made with."""

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.fonts = list(mpl.rcParams["font.family"])
        self.lacks = False

    def draw(self, renderer: Any) -> None:
        """Draws it; ticks that are made only now are in the same letters."""
        with mpl.rc_context({"font.family": self.fonts}), warnings.catch_warnings():
            if self.lacks:
                # said already, once for all letters
                warnings.filterwarnings("ignore", message="Glyph .* missing")
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
        family = list(fonts(given))
        with mpl.rc_context({"font.family": family}):
            figure = draw(*args, **kwargs)
        if isinstance(figure, Picture):
            figure.lacks = len(family) == 1
        return figure

    return drawn
