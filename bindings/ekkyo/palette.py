"""The colours, line styles and marks of all figures."""

from __future__ import annotations

from typing import Any

# Okabe & Ito 2008: told apart with any kind of colour vision; line styles and marks say the same again
COLOURS = ("#000000", "#E69F00", "#0072B2", "#D55E00", "#009E73", "#CC79A7")
STYLES: tuple[Any, ...] = ("-", "--", "-.", ":", (0, (5, 1)), (0, (1, 1)))
MARKS = "os^Dv*"
COST, VALUE = "#D55E00", "#0072B2"
