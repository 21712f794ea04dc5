"""What would be if: sliders beside a curve, in Jupyter."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from .asking import FIRST, Asking
from .scenario import Scenario

if TYPE_CHECKING:
    from .panel import Panel

#: what the panel is made of; the extra `notebook` brings all of it
NEEDED = ("ipywidgets", "plotly", "anywidget")

#: the languages of the panel, as each calls itself
SPOKEN = {"en": "English", "ja": "日本語"}


def whatif(
    scenario: Scenario, language: str = "en", few: int = FIRST, replicates: int = 200, threads: int | None = None
) -> Panel:
    """A panel to move a scenario's levers, unknowns and prices, and see at once what becomes of its value.

    On the left what the company decides, then what carries the result most (once the first answer is final), then
    prices; anything else can be added by name. What has no tick stays as it is: unknown, or as the level says. A move
    gives a first look, then the same replicates and more until the answer is final; the next move ends that. Every
    answer has the same people and luck, so the difference to the basis of comparison (at first the scenario as opened)
    is surer than either.

    Parameters
    ----------
    scenario : Scenario
    language : str
        ``en`` or ``ja``.
    few, replicates : int
        Of the first look, and of the final answer.
    threads : int, optional
        All there are, unless told. Results do not depend on it.

    Returns
    -------
    Panel
        Shows itself as the last line of a cell. ``panel["support.level"] = "strong"`` moves it, ``panel.undo()`` takes
        the last move back and ``panel.back()`` all of them; ``panel.wait()`` waits for the final answer, which is
        ``panel.answer``. ``panel.make_basis()`` makes that the basis of comparison, and ``panel.reset_basis()`` the
        scenario as opened again. ``panel.save(name)`` and ``panel.code()`` are buttons as well.

    Raises
    ------
    ImportError
        Where the extra ``notebook`` is not installed.

    Examples
    --------
    >>> import ekkyo as ek
    >>> scenario = ek.Scenario.from_toml('company.employees = 100\\nrun.weeks = 30\\nsupport.level = "standard"')
    >>> panel = ek.whatif(scenario, few=2, replicates=4)
    >>> panel["support.events_per_month"] = 4
    >>> panel.wait(), panel.answer.stage
    (True, 'final')
    """
    missing = [name for name in NEEDED if not _is_there(name)]
    if missing:
        raise ImportError(f"the panel needs {', '.join(missing)}: pip install 'ekkyo[notebook]'")
    return panel(scenario, language, few, replicates, threads)


def panel(
    scenario: Scenario, language: str, few: int, replicates: int, threads: int | None = None, script: str = ""
) -> Panel:
    """The panel, where everything it needs is there; a page may have Plotly's script at an address of its own."""
    from .panel import Panel

    return Panel(Asking(scenario, few, replicates, threads), language, script)


def _is_there(name: str) -> bool:
    try:
        import_module(name)
    except ImportError:
        return False
    return True
