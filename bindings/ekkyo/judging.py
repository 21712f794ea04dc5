"""The one rule by which anything is decided, from what it leaves over the replicates."""

from __future__ import annotations

from typing import Literal

from .amounts import NOTHING, Amount

Answer = Literal["yes", "no", "open"]


def judged(*npvs: Amount) -> Answer:
    """The one rule, of whatever is to be decided: yes where mean and middle are above zero, no where the middle is not.

    What is looked at in several ways, by the end and with what comes after it, is settled where all say the same.

    Examples
    --------
    >>> good, bad, torn = (Amount(mean, -99.0, middle, 99.0) for mean, middle in ((5.0, 1.0), (5.0, -1.0), (-5.0, 1.0)))
    >>> judged(good), judged(bad), judged(torn), judged(good, good), judged(good, torn), judged(bad, good)
    ('yes', 'no', 'open', 'yes', 'open', 'open')
    """
    answers = {_of_one(npv) for npv in npvs}
    return answers.pop() if len(answers) == 1 else "open"


def _of_one(npv: Amount) -> Answer:
    if not npv.p50 > NOTHING:
        return "no"
    return "yes" if npv.mean > NOTHING else "open"
