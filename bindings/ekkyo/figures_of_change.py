"""What changes on the way, in a figure of a plan: its name, and the weeks in which it holds."""

from __future__ import annotations

from typing import Any

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from .courses import by_episode, change_of, on_the_way
from .lines import wrapped
from .run import Run
from .scenario import Scenario
from .study import Study
from .tongue import Tongue

#: so many letters stand beside each other above the narrowest picture
ROOM = 74

#: a bar along the time line
BAR: dict[str, Any] = {"color": "black", "linewidth": 5, "solid_capstyle": "butt", "alpha": 0.55}


def change_in(result: Run | Study, tongue: Tongue) -> str:
    """What a result's plan changes on its way, as it stands in a figure; nothing where nothing changes.

    Levels come each from elsewhere, so that of a change in all of them only what it leads to is told.
    """
    if isinstance(result, Study):
        return wrapped(tongue.sentences(*on_the_way(result.scenario, tongue, in_all_levels=True)), room=ROOM)
    return change_in_plan(result.scenario, tongue)


def change_in_plan(scenario: Scenario, tongue: Tongue) -> str:
    """The same for one plan."""
    change = change_of(scenario, tongue)
    return wrapped(tongue["figure"]["changed"].format(change=change), room=ROOM) if change else ""


def headed(figure: Figure, *lines: str, **look: Any) -> None:
    """Puts lines above a figure, as far as there are any."""
    if text := "\n".join(filter(None, lines)):
        figure.suptitle(text, **look)


def weeks_of_change(axis: Axes, scenario: Scenario, tongue: Tongue) -> None:
    """A bar along the foot of a time line while something is other than at the beginning."""
    label = tongue["figure"]["changed_weeks"]
    for begin, end in by_episode(scenario):
        axis.plot([begin, end], [0, 0], transform=axis.get_xaxis_transform(), label=label, clip_on=False, **BAR)
        # one entry in the legend
        label = None
