"""The curve of a what-if beside the pinned one, drawn in place, and its numbers."""

from __future__ import annotations

import math
from html import escape
from typing import Any

import plotly.graph_objects as go
from matplotlib.ticker import MaxNLocator

from .accounts import Ledger
from .amounts import say, say_share
from .answers import Answer
from .moving import moves, period
from .palette import VALUE
from .timing import periods
from .tongue import Tongue
from .words import words

PINNED = "#57606a"

#: of the figure, in pixels
HEIGHT = 360


class Drawing:
    """A Plotly figure whose curves change in place: the discounted net so far, mean and 5-95 %, against nobody paying.

    Six traces: 5 %, 95 % and mean of the pinned answer, then of this one. ``widget`` is the `FigureWidget`.
    """

    def __init__(self, currency: str, weeks: int, language: str = "en", script: str = ""):
        self.currency, self.weeks = currency, weeks
        self.widget = (_linked(script) if script else go.FigureWidget)(
            [*_band(PINNED, "dash"), *_band(VALUE, "solid")],
            {
                "template": "plotly_white",
                "height": HEIGHT,
                "autosize": True,
                "margin": {"l": 70, "r": 40, "t": 30, "b": 40},  # its tools stand at the right, beside the curve
                "legend": {"orientation": "h", "y": 1.02, "yanchor": "bottom"},
                "hovermode": "x unified",
                "uirevision": "what-if",
                "modebar": {"orientation": "v"},
                # above the bands, as what is won or lost is told from it
                "yaxis": {"zeroline": True, "zerolinecolor": "black", "zerolinelayer": "above traces"},
            },
        )
        # as wide as there is room, also when that changes
        self.widget._config = {"responsive": True}
        self._shown: list[tuple[Answer | None, Ledger, int] | None] = [None, None]
        self.speak(language)

    def speak(self, language: str) -> None:
        """Names the curves and the axes in this language."""
        self.language, said = language, words(language)["whatif"]
        with self.widget.batch_update():
            for first, name in ((0, "pinned"), (3, "now")):
                self.widget.data[first + 1].name = f"{said[name]}: {said['spread']}"
                self.widget.data[first + 2].name = f"{said[name]}: {said['mean']}"
            self.widget.layout.xaxis.update(self._time())
            self.widget.layout.yaxis.title.text = said["so_far"].format(currency=Tongue(language, self.currency).coin)
        self._shown = [None, None]  # amounts where somebody points are said anew

    def draw(self, answer: Answer, pinned: Answer | None, ledger: Ledger, is_pinned: bool = True) -> None:
        """Shows these, both over the replicates that the answer has; a curve that is there is not sent again.

        Where nobody pinned anything, the one from the start is a line without its band, once the answer differs.
        """
        tongue = Tongue(self.language, self.currency)
        if pinned is not None and not is_pinned and not moves(answer, pinned):
            pinned = None
        with self.widget.batch_update():
            for trace, is_seen in zip(self.widget.data[:3], (is_pinned, is_pinned, pinned is not None), strict=True):
                trace.visible = is_seen
            for place, one in enumerate((pinned, answer)):
                many = min(one.replicates, answer.replicates) if one is not None else 0
                if self._shown[place] == (one, ledger, many):
                    continue
                self._shown[place], first = (one, ledger, many), 3 * place
                curve = None if one is None else one.curve(ledger, many)
                for trace, column in zip(self.widget.data[first : first + 3], ("p05", "p95", "mean"), strict=True):
                    trace.x = [] if curve is None else curve.index.to_numpy() + 1
                    trace.y = [] if curve is None else curve[column].to_numpy()
                trace.text = [] if curve is None else [tongue.money(y) for y in curve["mean"]]
            self.widget.layout.yaxis.update(self._ticks())
        if answer.stage == "final":
            self.remember()

    def _ticks(self) -> dict[str, Any]:
        """Amounts beside the curves, said as everywhere else."""
        ends = [
            y
            for trace in self.widget.data
            if trace.visible is not False and trace.y is not None and len(trace.y)
            for y in (min(trace.y), max(trace.y))
        ]
        places = MaxNLocator(6).tick_values(min(ends), max(ends)) if ends else []
        tongue = Tongue(self.language, self.currency)
        return {"tickmode": "array", "tickvals": list(places), "ticktext": [tongue.money(y) for y in places]}

    def _time(self) -> dict[str, Any]:
        """Years beneath the curves, or months, and the week where somebody points."""
        edges, middles, names = periods(self.weeks, self.language)
        return {
            "tickmode": "array",
            "tickvals": middles,
            "ticktext": names,
            "showgrid": False,
            "minor": {"tickmode": "array", "tickvals": edges, "ticks": "", "showgrid": True, "gridcolor": "#d0d7de"},
            "unifiedhovertitle": {"text": words(self.language)["axis"]["week"].format(n="%{x}")},
        }

    def remember(self) -> None:
        """Lets browsers that come later, or were not ready yet, see what is shown now, as a lone figure does."""
        self.widget._repr_mimebundle_()


def _linked(script: str) -> type[go.FigureWidget]:
    """A figure for a page that fetches Plotly's five megabytes itself, instead of getting them with the widget."""
    linked: type[go.FigureWidget] = type("FigureWidget", (go.FigureWidget,), {"_esm": script})
    return linked


def _band(colour: str, dash: str) -> list[go.Scatter]:
    """5 %, 95 % with the band between them, and the mean; dashed and hatched, it is told apart without colours."""
    red, green, blue = (int(colour[i : i + 2], 16) for i in (1, 3, 5))
    edge = {"mode": "lines", "line": {"width": 0}, "hoverinfo": "skip", "showlegend": False}
    within: dict[str, object] = {"fill": "tonexty", "fillcolor": f"rgba({red},{green},{blue},0.15)"}
    if dash != "solid":
        within["fillpattern"] = {"shape": "/", "size": 7, "solidity": 0.15, "fgcolor": colour, "bgcolor": "white"}
    return [
        go.Scatter(**edge),
        go.Scatter(**edge | {"showlegend": True}, **within),
        go.Scatter(mode="lines", line={"color": colour, "dash": dash}, hovertemplate="%{text}"),
    ]


def numbers(answer: Answer, pinned: Answer | None, ledger: Ledger, language: str = "en") -> str:
    """The numbers of an answer beside those of the pinned one, and what lies between them, as HTML.

    A first look rests on too few replicates to be held beside a final one, or to say how sure it is.
    """
    said, currency = words(language)["whatif"], answer.scenario.currency
    tongue, is_final = Tongue(language, currency), answer.stage == "final"
    # what is pinned itself is not held beside itself
    other = pinned if pinned is not None and moves(answer, pinned) else None
    columns = [_column(one, ledger, tongue) for one in (answer, other if is_final else None) if one is not None]
    heads = "".join(f"<th>{escape(said[name])}</th>" for name in ("now", "pinned")[: len(columns)])
    rows = [f"<tr><th></th>{heads}</tr>"] if len(columns) > 1 else []
    rows += [
        f"<tr><td>{escape(said[name])}</td>" + "".join(f"<td>{escape(one[name])}</td>" for one in columns) + "</tr>"
        for name in columns[0]
    ]
    if other is not None:
        less = answer.less(other, ledger)
        between = "—" if math.isnan(less.low) else tongue.between(tongue.money(less.low), tongue.money(less.high))
        between = between if is_final else said["not_yet"]
        rows.append(f"<tr><td>{escape(said['less'])}</td><td><b>{say(less.mean, currency, language)}</b></td></tr>")
        rows.append(f"<tr><td>{escape(said['interval'])}</td><td>{between}</td></tr>")
    told = said["over"].format(period=period(answer.scenario, tongue), ledger=words(language)["name"][ledger])
    caption = f'<caption style="text-align:left;opacity:.8">{escape(told)}</caption>'
    return f'<table style="border-spacing:1em 0;line-height:1.35">{caption}{"".join(rows)}</table>'


def heard(answer: Answer, ledger: Ledger, language: str = "en") -> str:
    """What somebody hears who does not see the curve."""
    said, tongue = words(language)["whatif"], Tongue(language, answer.scenario.currency)
    axis = said["so_far"].format(currency=tongue.coin)
    return f"{axis}: {words(language)['name']['week']} {answer.scenario.weeks}: {tongue.spread(answer.npv(ledger))}"


def _column(answer: Answer, ledger: Ledger, tongue: Tongue) -> dict[str, str]:
    npv, clock = answer.npv(ledger), answer.payback(ledger)
    return {
        "npv": say(npv.mean, answer.scenario.currency, tongue.language),
        "middle": tongue.money(npv.p50),
        "spread": tongue.between(tongue.money(npv.p05), tongue.money(npv.p95)),
        "chance": say_share(answer.chance(ledger)),
        "payback": f"{tongue.weeks(clock.p50)} · {say_share(clock.reached)}" if clock else "—",
    }


def progress(answer: Answer, language: str = "en", is_stopped: bool = False) -> str:
    """How far an answer has come, in words."""
    said = words(language)["whatif"]
    told = said["progress"].format(replicates=answer.replicates, many=answer.many)
    stage = "stopped" if is_stopped and answer.stage != "final" else answer.stage
    return f"{said[stage]} · {told} · {said['after'].format(seconds=f'{answer.seconds:.1f}')}"
