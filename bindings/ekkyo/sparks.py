"""What is believed of a parameter as a picture the size of a word."""

from __future__ import annotations

import numpy as np
from markupsafe import Markup

from .beliefs import plausible
from .scenario import Scenario
from .surfaces import is_wide

WIDTH, HEIGHT = 90, 22

#: what is drawn reaches from the 0.5th to the 99.5th percentile
EDGE = 0.005


def spark(path: str, scenario: Scenario) -> Markup:
    """The distribution through low, base and high, as inline SVG with a stroke at each; log scale where it is wide.

    Examples
    --------
    >>> "<svg" in spark("joining.discovery", Scenario([]))
    True
    """
    frame = plausible(path, scenario)
    low, base, high = (frame.attrs[name] for name in ("low", "base", "high"))
    drawn = frame[frame["quantile"].between(EDGE, 1 - EDGE)]
    at = np.log if is_wide(low, high) else np.asarray
    x, quantile = at(drawn["value"].to_numpy(dtype=float)), drawn["quantile"].to_numpy(dtype=float)
    if len(x) < 3:
        return Markup("")
    across = (x - x[0]) / (x[-1] - x[0]) * WIDTH
    tall = np.diff(quantile) / np.diff(x)
    middle = (across[1:] + across[:-1]) / 2
    points = " ".join(f"{a:.1f},{HEIGHT * (1 - t / tall.max()):.1f}" for a, t in zip(middle, tall, strict=True))
    places = np.interp(at(np.array([low, base, high])), x, across)
    strokes = "".join(
        f'<line x1="{place:.1f}" x2="{place:.1f}" y1="{top}" y2="{HEIGHT}" stroke="#1b1f24" stroke-width="1"/>'
        for place, top in zip(places, (HEIGHT / 2, 0, HEIGHT / 2), strict=True)
    )
    shape = f'<polygon points="{middle[0]:.1f},{HEIGHT} {points} {middle[-1]:.1f},{HEIGHT}" fill="#b6c8dc"/>'
    return Markup(
        f'<svg width="{WIDTH}" height="{HEIGHT}" viewBox="0 0 {WIDTH} {HEIGHT}" aria-hidden="true" focusable="false">'
        f"{shape}{strokes}</svg>"
    )
