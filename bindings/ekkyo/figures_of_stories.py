"""Two worlds, one story: the same two people with the community and without it, on two time lines."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Rectangle

from . import telling
from .figures_of_change import change_in_plan, headed, weeks_of_change
from .lettering import Picture, lettered
from .lines import wrapped
from .timing import WIDE, time_axis
from .tongue import Tongue
from .words import words

if TYPE_CHECKING:
    from .stories import Story, Weeks

GREY = "#57606a"

#: where the two have their lines, and what they have together
ONE, OTHER, TOGETHER = 1.0, 0.0, 0.5

#: how it looks where an idea is under way, while it pays, and where it is not had
WAITING: dict[str, Any] = {"linestyle": "--", "color": GREY, "linewidth": 1.2}
PAYS: dict[str, Any] = {"facecolor": "#d0d0d0", "edgecolor": "black", "hatch": "///"}
LOST: dict[str, dict[str, Any]] = {
    "o": {"marker": "o", "markersize": 15, "markerfacecolor": "white", "markeredgecolor": GREY, "linestyle": "none"},
    "x": {"marker": "x", "markersize": 9, "color": GREY, "linestyle": "none"},
}


@lettered
def story(of: Story, language: str = "en") -> Figure:
    """Above the years with the community, beneath those without; at the right what happened, how rare it is and what
    it is worth. The figure's label is its alternative text.
    """
    said = words(language)["stories"]
    figure = Picture(figsize=(11, 6), layout="constrained")
    figure.set_label(alt(of, language))
    tongue = Tongue(language, of.scenario.currency)
    headed(figure, tongue["pictures"]["story"], change_in_plan(of.scenario, tongue), fontsize=13)
    grid = figure.subplots(2, 2, width_ratios=[2.2, 1], sharex="col")
    (above, beside), (beneath, below) = grid
    _with(above, of, language)
    _without(beneath, of, language)
    _told(beside, _steps(of, language), _rarity_and_worth(of, language))
    _told(below, [wrapped(telling.twin(of, language), room=40)], said["not_had"])
    time_axis(beneath, last_week(of), language, WIDE)
    weeks_of_change(beneath, of.scenario, tongue)
    looks: dict[str, Any] = {
        "under_way": Line2D([], [], **WAITING),
        "pays": Rectangle((0, 0), 1, 1, **PAYS),
        "no_idea": (_lost("o"), _lost("x")),
    }
    step = said["step"]
    bar, name_of_bar = beneath.get_legend_handles_labels()
    figure.legend(
        [*looks.values(), *bar],
        [*(step[name] for name in looks), *name_of_bar],
        loc="outside lower left",
        ncols=4,
        frameon=False,
        fontsize=10,
    )
    return figure


def _lost(mark: str) -> Line2D:
    """A part of the mark of an idea that is not had: a ring, and a cross within."""
    return Line2D([], [], **LOST[mark])


def alt(of: Story, language: str = "en") -> str:
    """What somebody hears who does not see the figure."""
    said, told = words(language)["stories"], telling.facts(of, language)
    happened = said["space"].join(
        said[part].format(**told) for part in ("idea", "new_business" if of.kind == "new business" else "improvement")
    )
    met = said["met"][of.occasion].format(**told) + said["space"] + happened
    return str(
        said["alt"].format(
            one=told["one"],
            other=told["other"],
            told=met,
            twin=telling.twin(of, language),
            rarity=telling.rarity(of, language),
        )
    )


def last_week(of: Story) -> int:
    """Where the time lines end: with the run, or when the idea has paid for all its years."""
    return max(of.scenario.weeks, of.until)


def _with(axis: Axes, of: Story, language: str) -> None:
    said = words(language)["stories"]
    _ground(axis, of, language)
    axis.set_title(
        said["with"].format(support=telling.support(of.scenario, of.world, language)), loc="left", fontsize=11
    )
    for person, place in ((of.one, ONE), (of.other, OTHER)):
        _stays(axis, person.here, place, of, language)

    # they meet, have an idea, and years later it pays
    axis.vlines(of.met, OTHER, ONE, color="black", linewidth=1.6)
    axis.plot([of.idea, of.matures], [TOGETHER, TOGETHER], **WAITING)
    axis.hlines(TOGETHER, of.met, of.idea, color="black", linewidth=1.6)
    axis.add_patch(Rectangle((of.matures, TOGETHER - 0.16), of.until - of.matures, 0.32, **PAYS))
    # what pays soon after it was thought of is marked above it
    soon = of.matures - of.idea < last_week(of) / 30
    pays = TOGETHER + (0.26 if soon else 0)
    for number, (week, place) in enumerate(((of.met, ONE), (of.idea, TOGETHER), (of.matures, pays)), 1):
        _mark(axis, week, place, str(number))


def _without(axis: Axes, of: Story, language: str) -> None:
    said = words(language)["stories"]
    _ground(axis, of, language)
    axis.set_title(said["without"], loc="left", fontsize=11)
    for person, place in ((of.one, ONE), (of.other, OTHER)):
        _stays(axis, person.in_the_twin, place, of, language)
    for start, until in of.colleagues:
        together: dict[str, Any] = {"facecolor": "white", "edgecolor": GREY, "hatch": ".."}
        axis.add_patch(Rectangle((start, OTHER), until - start, ONE - OTHER, **together))
    # of several times, the longest has room for a word
    for start, until in sorted(of.colleagues, key=lambda weeks: weeks[1] - weeks[0])[-1:]:
        middle = ((start + until) / 2, TOGETHER)
        plain = {"facecolor": "white", "edgecolor": "none", "pad": 1}
        axis.annotate(said["step"]["colleagues"], middle, ha="center", va="center", fontsize=10, bbox=plain)
    # where the idea would have been
    for part in LOST.values():
        axis.plot(of.idea, TOGETHER, **part)


def _stays(axis: Axes, weeks: Weeks, place: float, of: Story, language: str) -> None:
    """Somebody's line, for as long as they work here and the run lasts."""
    axis.hlines(place, weeks.start, weeks.until, color="black", linewidth=1.6)
    if weeks.start < weeks.until < of.scenario.weeks:
        left = words(language)["stories"]["step"]["left"]
        axis.plot(weeks.until, place, "x", color="black", markersize=9, markeredgewidth=2)
        axis.annotate(left, (weeks.until, place), (8, 0), textcoords="offset points", va="center")


def _ground(axis: Axes, of: Story, language: str) -> None:
    """The two people, the weeks, and where the run ends."""
    axis.set(ylim=(-0.45, 1.45), xlim=(-0.01 * last_week(of), 1.01 * last_week(of)))
    people = [telling.who(person, language, "seat") for person in (of.one, of.other)]
    axis.set_yticks([ONE, OTHER], people, linespacing=1.4)
    axis.tick_params(axis="y", length=0)
    axis.spines[["top", "right", "left"]].set_visible(False)
    if of.scenario.weeks < last_week(of):
        axis.axvline(of.scenario.weeks, color=GREY, linestyle=":", linewidth=1)
        end = words(language)["stories"]["end"]
        # beneath the title, however long that is
        beside: dict[str, Any] = {"textcoords": "offset points", "ha": "right", "va": "top"}
        axis.annotate(end, (of.scenario.weeks, 1.45), (-4, 0), fontsize=10, color=GREY, **beside)


def _mark(axis: Axes, week: float, place: float, number: str) -> None:
    axis.plot(week, place, "o", markersize=16, color="black")
    axis.annotate(number, (week, place), ha="center", va="center_baseline", color="white", fontsize=10, weight="bold")


def _steps(of: Story, language: str) -> list[str]:
    """What the numbers on the time line mean."""
    said = words(language)["stories"]["step"]
    kind = "new_business" if of.kind == "new business" else "improvement"
    steps = (("met", of.met), ("idea", of.idea), (kind, of.matures))
    return [
        f"{number}  {said[name]}\n     {telling.when(of.scenario, week, language)}"
        for number, (name, week) in enumerate(steps, 1)
    ]


def _rarity_and_worth(of: Story, language: str) -> str:
    said, told = words(language)["stories"], telling.facts(of, language)
    return "\n".join(said[part].format(**told) for part in ("as_rare", "brings", "in_all", "in_the_middle"))


def _told(axis: Axes, lines: list[str], last: str) -> None:
    """Text beside a time line; what it comes to is in bold."""
    axis.set_axis_off()
    head, _, rest = last.partition("\n")
    above = axis.text(0, 1, "\n".join(lines), va="top", fontsize=11, linespacing=1.4, transform=axis.transAxes)
    # each beneath what is above it, however many lines that has
    for text, gap, look in ((head, 10, {"fontsize": 13, "weight": "bold"}), (rest, 4, {"fontsize": 10.5})):
        beneath: dict[str, Any] = {"xycoords": above, "textcoords": "offset points", "va": "top", "linespacing": 1.3}
        above = axis.annotate(text, (0, 0), (0, -gap), **beneath, **look)
