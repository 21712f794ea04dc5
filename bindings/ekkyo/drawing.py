"""The curve of a what-if beside what it is held against, beneath it what lies between them, and their numbers."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from html import escape
from typing import Any

import plotly.graph_objects as go
from matplotlib.ticker import MaxNLocator

from .accounts import Ledger
from .amounts import of_hundred, say, say_share
from .answers import Answer
from .moving import Beside
from .palette import VALUE
from .spanning import period
from .timing import periods
from .tongue import Tongue
from .words import words

OTHER, BETWEEN = "#57606a", "#1b1f24"

#: of the figure, in pixels
HEIGHT = 384

#: how much of that the curves have, and beneath them, from the start, what lies between them
CURVES, LESS = (0.4, 1.0), (0.0, 0.27)


#: above the bands, as what is won or lost is told from it
ZERO = {"zeroline": True, "zerolinecolor": "black", "zerolinelayer": "above traces"}

#: words above a picture, at its left
ABOVE = {"xref": "paper", "yref": "paper", "x": 0, "xanchor": "left", "yanchor": "bottom", "showarrow": False}


class Drawing:
    """A Plotly figure whose curves change in place: the discounted net so far, mean and 5-95 %, against nobody paying.

    Seven traces: the mean of what it is held against; 5 %, 95 % and mean of this answer; and beneath, on a scale of its
    own, 5 %, 95 % and mean of their paired difference. ``widget`` is the `FigureWidget`.
    """

    def __init__(self, currency: str, weeks: int, language: str = "en", script: str = ""):
        self.currency, self.weeks = currency, weeks
        self.widget = (_linked(script) if script else go.FigureWidget)(
            [_line(OTHER, "dash"), *_band(VALUE), *_band(BETWEEN, yaxis="y2", showlegend=False)],
            {
                "template": "plotly_white",
                "height": HEIGHT,
                "autosize": True,
                "margin": {"l": 62, "r": 12, "t": 44, "b": 24},
                "legend": {"orientation": "h", "x": 0, "y": 1.06, "yanchor": "bottom"},
                "hovermode": "x unified",
                "uirevision": "what-if",
                "yaxis": {**ZERO, "domain": CURVES},
                "yaxis2": {**ZERO, "domain": LESS, "rangemode": "tozero", "visible": False},
                "annotations": [{**ABOVE, "y": top} for _, top in (CURVES, LESS)],
            },
        )
        # as wide as there is room, also when that changes; without Plotly's own tools, which speak English only
        self.widget._config = {"responsive": True, "displayModeBar": False}
        self._shown: dict[str, Any] = {}
        self.speak(language)

    def speak(self, language: str) -> None:
        """Names the curves and the axes in this language."""
        self.language, said = language, words(language)["whatif"]
        with self.widget.batch_update():
            self._name("now")
            self.widget.layout.xaxis.update(self._time())
            above, beneath = self.widget.layout.annotations
            above.text = said["so_far"].format(currency=Tongue(language, self.currency).coin)
            beneath.text = said["nothing_between"]
        self._shown = {}  # amounts where somebody points are said anew

    def _name(self, own: str, other: str = "opened", *, is_apart: bool = False) -> None:
        """Says beside what it is drawn with what each curve is; of what it is held against, only where they differ."""
        said = words(self.language)["whatif"]
        for number, whose, what in ((0, other, "mean"), (2, own, "spread"), (3, own, "mean")):
            self.widget.data[number].name = f"{said[whose]}: {said[what]}"
        self.widget.data[0].showlegend = is_apart

    def draw(self, answer: Answer, beside: Beside, ledger: Ledger) -> None:
        """Shows an answer and, once it differs, what it is held against and what lies between them.

        All are over the replicates that the answer has; a curve that is there is not sent again.
        """
        tongue, other = Tongue(self.language, self.currency), beside.other(answer)
        there, less = self.widget.data[0], self.widget.data[4:]
        many = min(other.replicates, answer.replicates) if other else 0
        with self.widget.batch_update():
            self._put([there], (other, ledger, many), lambda: other and other.curve(ledger, many), tongue.money)
            self._put(self.widget.data[1:4], (answer, ledger), lambda: answer.curve(ledger), tongue.money)
            self._put(less, (answer, other, ledger, many), lambda: other and answer.over(other, ledger), tongue.signed)
            self._name(beside.own(answer), beside.name(answer), is_apart=bool(other))
            self.widget.layout.annotations[1].text = self._between(answer, beside, ledger, tongue)
        # a batch is drawn at its end, so that only now the curves are those that the amounts stand beside
        with self.widget.batch_update():
            self.widget.layout.yaxis.update(_ticks(self.widget.data[:4], 5, tongue.money))
            self.widget.layout.yaxis2.update({**_ticks(less, 3, tongue.signed), "visible": bool(other)})
        if answer.stage == "final":
            self.remember()

    def _put(self, traces: Sequence[Any], shown: Any, curve_of: Callable[[], Any], say: Callable[[float], str]) -> None:
        """Draws the traces of a curve, of which the last is its mean, unless they are there."""
        if self._shown.get(traces[-1].uid) == shown:
            return
        self._shown[traces[-1].uid], curve = shown, curve_of()
        for trace, column in zip(traces, ("p05", "p95", "mean")[-len(traces) :], strict=True):
            trace.x = [] if curve is None else curve.index.to_numpy() + 1
            trace.y = [] if curve is None else curve[column].to_numpy()
        traces[-1].text = [] if curve is None else [say(y) for y in curve["mean"]]

    def _between(self, answer: Answer, beside: Beside, ledger: Ledger, tongue: Tongue) -> str:
        """What is drawn beneath the curves, and whether that is more or less; that there is nothing to compare."""
        said, other = tongue["whatif"], beside.other(answer)
        if other is None:
            return str(said["nothing_between"])
        told = str(said["apart"].format(other=said[beside.name(answer)]))
        mean = answer.less(other, ledger).mean
        if answer.stage != "final" or not mean:
            return told
        return told + str(said["more" if mean > 0 else "fewer"].format(mean=tongue.amount(abs(mean))))

    def _time(self) -> dict[str, Any]:
        """Years beneath the curves, or months, and the week where somebody points."""
        edges, middles, names = periods(self.weeks, self.language)
        return {
            "anchor": "y2",
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


def _ticks(traces: Sequence[Any], most: int, say: Callable[[float], str]) -> dict[str, Any]:
    """Amounts beside curves, said as everywhere else."""
    ends = [y for trace in traces if trace.y is not None and len(trace.y) for y in (min(trace.y), max(trace.y))]
    places = list(MaxNLocator(most).tick_values(min(*ends, 0), max(*ends, 0))) if ends else []
    # the axis has room for all of them, of which the first and the last lie beyond what is drawn
    room = {"autorangeoptions": {"include": [places[0], places[-1]]}} if places else {}
    return {"tickmode": "array", "tickvals": places, "ticktext": [say(y) for y in places], **room}


def _linked(script: str) -> type[go.FigureWidget]:
    """A figure for a page that fetches Plotly's five megabytes itself, instead of getting them with the widget."""
    linked: type[go.FigureWidget] = type("FigureWidget", (go.FigureWidget,), {"_esm": script})
    return linked


def _line(colour: str, dash: str = "solid") -> go.Scatter:
    """A mean, which says its amount where somebody points."""
    return go.Scatter(mode="lines", line={"color": colour, "dash": dash}, hovertemplate="%{text}")


def _band(colour: str, **more: object) -> list[go.Scatter]:
    """5 %, 95 % with the band between them, and the mean."""
    red, green, blue = (int(colour[i : i + 2], 16) for i in (1, 3, 5))
    edge = {"mode": "lines", "line": {"width": 0}, "hoverinfo": "skip", "showlegend": False}
    within = {"fill": "tonexty", "fillcolor": f"rgba({red},{green},{blue},0.15)"}
    band = [go.Scatter(**edge), go.Scatter(**edge | {"showlegend": True}, **within), _line(colour)]
    return [trace.update(more) for trace in band]


def numbers(answer: Answer, beside: Beside, ledger: Ledger, language: str = "en") -> str:
    """The numbers of an answer, of what it is held against, and what lies between them, as HTML.

    All three columns are there from the start, so that nothing moves when somebody does. A first look rests on too few
    replicates to be held beside a final answer.
    """
    tongue = Tongue(language, answer.scenario.currency)
    said, other = tongue["whatif"], beside.other(answer)
    heads = (said[beside.own(answer)], said[beside.name(answer)], said["less"])
    this, there, less = _column(answer, ledger, tongue), dict[str, str](), dict[str, str]()
    if other is not None and answer.stage != "final":
        less["npv"] = said["not_yet"]
    elif other is not None:
        there, less = _column(other, ledger, tongue), _less(answer, other, ledger, tongue)
    rows = [
        f"<tr><td>{escape(said[name])}</td>"
        + "".join(f"<td>{escape(column.get(name, '—'))}</td>" for column in (this, there, less))
        + "</tr>"
        for name in this
    ]
    told = said["over"].format(period=period(answer.scenario, tongue), ledger=tongue["name"][ledger])
    caption = f"<caption>{escape(told)}</caption>"
    head = "<tr><th></th>" + "".join(f'<th scope="col">{escape(name)}</th>' for name in heads) + "</tr>"
    return f'<table class="ekkyo-numbers">{caption}{head}{"".join(rows)}</table>'


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


def _less(answer: Answer, other: Answer, ledger: Ledger, tongue: Tongue) -> dict[str, str]:
    """What an answer has above another, future by future, and how sure its mean is."""
    less, said = answer.less(other, ledger), tongue["whatif"]
    mean, sure = tongue.signed(less.mean), tongue.between(tongue.signed(less.low), tongue.signed(less.high))
    return {
        "npv": mean if math.isnan(less.low) else said["sure"].format(mean=mean, interval=sure),
        "middle": tongue.signed(less.p50),
        "spread": tongue.between(tongue.signed(less.p05), tongue.signed(less.p95)),
        "chance": said["better"].format(better=of_hundred(less.chance)),
    }


def progress(answer: Answer, language: str = "en", is_stopped: bool = False, is_old: bool = False) -> str:
    """How far an answer has come, in words; of what was asked since, only that there is no answer yet."""
    said = words(language)["whatif"]
    if is_old:
        return str(said["stopped" if is_stopped else "asked"])
    told = said["progress"].format(replicates=answer.replicates, many=answer.many)
    stage = "stopped" if is_stopped and answer.stage != "final" else answer.stage
    return f"{said[stage]} · {told} · {said['after'].format(seconds=f'{answer.seconds:.1f}')}"
