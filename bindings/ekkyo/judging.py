"""The one rule by which anything is decided, from what it leaves over the replicates."""

from __future__ import annotations

from typing import Literal

from .amounts import NOTHING, Amount

Answer = Literal["yes", "no", "open"]


def judged(npv: Amount) -> Answer:
    """The one rule, of whatever is to be decided: yes where mean and middle are above zero, no where the middle is not.

    Examples
    --------
    >>> [judged(Amount(mean, -99.0, middle, 99.0)) for mean, middle in ((5.0, -1.0), (5.0, 1.0), (-5.0, 1.0))]
    ['no', 'yes', 'open']
    """
    if not npv.p50 > NOTHING:
        return "no"
    return "yes" if npv.mean > NOTHING else "open"
