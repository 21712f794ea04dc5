"""How sure a decision is wanted, as a person writes it, and whether a study is that sure."""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from .amounts import NOTHING, Array, say, say_share
from .deciding import FEWEST, confidence_of, first_enough, seen
from .errors import RequestError
from .splitting import by_draw
from .words import words

if TYPE_CHECKING:
    from .study import Study

WRITTEN = 'write "P(best) >= 0.95", "P(NPV>0) ± 0.02" or "mean ± 5 M" ("+-" is "±"; k, M and bn are understood)'

KINDS = {"best": r"P\(best\)>=", "share": r"P\(NPV>0\)\+-", "mean": r"mean\+-"}
SCALES = {"": 1.0, "k": 1e3, "M": 1e6, "bn": 1e9}


@dataclass(frozen=True)
class Precision:
    """What is asked for before a study may stop; ``kind`` is best, share or mean, ``target`` a chance or a half width.

    ``best``: so sure which level has the highest mean. ``share``: for each level whose NPV varies, the 90 % interval
    (Wilson) of its chance of an NPV above zero reaches no further to either side, counting draws and not replicates,
    which is on the safe side. ``mean``: the same for the 90 % interval of the mean difference between the best level
    and the runner-up. ``npv`` is what `look` gives: (level, draw).
    """

    kind: str
    target: float

    @classmethod
    def parse(cls, text: str) -> Precision:
        """Reads what a person writes.

        Examples
        --------
        >>> Precision.parse("P(best) >= 0.95")
        Precision(kind='best', target=0.95)
        >>> Precision.parse("mean ± 5 M").target
        5000000.0
        """
        plain = re.sub(r"\s+", "", text).replace("≥", ">=").replace("±", "+-")
        number = r"([0-9]+\.?[0-9]*(?:e\+?[0-9]+)?|\.[0-9]+)"
        for kind, pattern in KINDS.items():
            if found := re.fullmatch(pattern + number + (r"(k|M|bn)?" if kind == "mean" else r"()"), plain):
                target = float(found[1]) * SCALES[found[2] or ""]
                if 0 < target < (math.inf if kind == "mean" else 1):
                    return cls(kind, target)
        raise RequestError(f"{text!r} cannot be asked for: {WRITTEN}")

    def look(self, study: Study) -> Array:
        """What of a study it is about: (level, draw)."""
        if self.kind != "share":
            return by_draw(study.npvs(drawn=False), study.lived.draws)
        drawn = study.npvs()
        return by_draw(drawn[np.ptp(drawn, axis=1) > NOTHING] > NOTHING, study.lived.draws)

    def met(self, npv: Array) -> bool:
        """Whether what was lived is enough."""
        return npv.shape[1] >= FEWEST and self._enough(npv)(npv.shape[1])

    def needed(self, npv: Array, limit: int) -> int | None:
        """How many columns in all it takes, if all stays as seen; None where that is above the limit."""
        return first_enough(self._enough(npv), npv.shape[1], limit) if npv.shape[1] >= FEWEST else None

    def describe(self, language: str = "en", currency: str = "") -> str:
        """In words, for a report."""
        amounts = {
            "best": f"{100 * self.target:g} %",
            "share": say_share(self.target),
            "mean": say(self.target, currency, language, alone=False),
        }
        return str(words(language)["settled"]["of"][self.kind].format(target=amounts[self.kind]))

    def _enough(self, npv: Array) -> Callable[[int], bool]:
        if self.kind == "best":
            means, root = seen(npv)
            return lambda columns: bool(confidence_of(means, root, columns)[np.argmax(means)] >= self.target)
        width = half_width_of_share if self.kind == "share" else half_width_of_mean
        return lambda columns: width(npv, columns) <= self.target


def half_width_of_share(above: Array, columns: int) -> float:
    """Half the 90 % interval (Wilson) of the least sure chance, given which draws lie above (level, draw), 0 to 1."""
    from scipy.special import ndtri

    share, z = above.mean(axis=1), float(ndtri(0.95))
    half = z * np.sqrt(share * (1 - share) / columns + z**2 / (4 * columns**2)) / (1 + z**2 / columns)
    return float(half.max(initial=0.0))


def half_width_of_mean(npv: Array, columns: int) -> float:
    """Half the 90 % interval of the mean difference between the best two levels, had so many columns been lived.

    A single level stands against nobody paying.
    """
    from scipy.special import stdtrit

    order = np.argsort(-npv.mean(axis=1), kind="stable")
    difference = npv[order[0]] - (npv[order[1]] if len(npv) > 1 else 0)
    return float(stdtrit(columns - 1, 0.95) * np.std(difference, ddof=1) / math.sqrt(columns))
