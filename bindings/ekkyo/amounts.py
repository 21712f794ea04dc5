"""A number that is not known exactly, and how to say it: never more than two significant digits."""

from __future__ import annotations

import math
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from .words import words

Array = NDArray[np.float64]

RESAMPLES = 1000

#: an amount of money, or of anything that is counted, that is none
NOTHING = 1e-6


class Amount(NamedTuple):
    """A number over all replicates: its mean, and the values below which 5, 50 and 95 % of them lie."""

    mean: float
    p05: float
    p50: float
    p95: float

    def to_dict(self) -> dict[str, float | None]:
        """As it stands in JSON: what cannot be said is null."""
        return {name: float(x) if math.isfinite(x) else None for name, x in self._asdict().items()}


UNKNOWN = Amount(math.nan, math.nan, math.nan, math.nan)


def amount(expected: Array, drawn: Array) -> Amount:
    """Mean over what is expected, quantiles over what was drawn (one value per replicate each).

    Examples
    --------
    >>> import numpy as np
    >>> amount(np.array([1.0, 3.0]), np.array([0.0, 4.0])).p50
    2.0
    """
    low, middle, high = np.quantile(drawn, [0.05, 0.5, 0.95])
    return Amount(float(np.mean(expected)), float(low), float(middle), float(high))


def _resampled(replicates: int) -> Array:
    weights = np.random.default_rng(0).multinomial(replicates, np.full(replicates, 1 / replicates), size=RESAMPLES)
    return weights / replicates


def return_on(cost: Array, value: Array) -> Amount:
    """ROI: the ratio of means, (value - cost) / cost, with a bootstrap interval over replicates.

    Unknown where the cost is about zero: below a thousandth of the value, or not above zero in every resample.
    """
    mean_cost, mean_value = float(np.mean(cost)), float(np.mean(value))
    if not mean_cost > abs(mean_value) / 1000:
        return UNKNOWN
    weights = _resampled(len(cost))
    costs, values = weights @ cost, weights @ value
    if costs.min() <= 0:
        return UNKNOWN
    return amount(np.array([(mean_value - mean_cost) / mean_cost]), (values - costs) / costs)


def interval_of_mean(x: Array, level: float = 0.9) -> tuple[float, float]:
    """Where the mean lies, by Student's t; the same number twice where there is nothing to tell it from."""
    from scipy.special import stdtrit

    mean, error = float(np.mean(x)), float(np.std(x, ddof=1) / math.sqrt(len(x))) if len(x) > 1 else math.nan
    if not error > 0:
        return (mean, mean) if error == 0 else (math.nan, math.nan)
    reach = float(stdtrit(len(x) - 1, (1 + level) / 2)) * error
    return mean - reach, mean + reach


def two_digits(x: float) -> float:
    """The number, to two significant digits.

    Examples
    --------
    >>> two_digits(-11_234_000)
    -11000000.0
    """
    return float(f"{x:.1e}") if math.isfinite(x) else x


def say(x: float, unit: str = "", language: str = "en", *, alone: bool = True) -> str:
    """A number for reading: two significant digits, thousands as k, M, bn, or as the language has them.

    `unit` is a currency or nothing; it is said where the number stands `alone`.

    Examples
    --------
    >>> say(-11_234_000, "JPY"), say(-11_234_000, "JPY", "ja")
    ('−11 M JPY', '−1,100万円')
    >>> say(0.0)
    '0'
    """
    if not math.isfinite(x):
        return "—"
    said, money = words(language)["number"], words(language)["money"]
    of = money.get(unit, money["other"]) if unit else said
    x = two_digits(x) if abs(x) > NOTHING else 0.0
    scale, suffix = next((s for s in of["scales"] if abs(x) >= s[0]), (1.0, ""))
    short = abs(x) / scale
    digits = f"{short:,.0f}" if short >= 10 or short == 0 else f"{short:.1f}" if short >= 1 else f"{short:.2g}"
    told = ("−" if x < 0 else "") + digits.replace(",", said["thousands"]) + suffix
    return str(of["alone" if alone else "cell"].format(x=told, unit=unit)) if unit else told


def say_share(x: float) -> str:
    """A share for reading, in per cent.

    Examples
    --------
    >>> say_share(0.634)
    '63 %'
    """
    if math.isnan(x):
        return "—"
    return f"{two_digits(_in_percent(x)):,.2f}".rstrip("0").rstrip(".").replace("-", "−") + " %"


def _in_percent(share: float) -> float:
    """A share in per cent, without what computing adds to it: 0.565 is 56.5, also where it is one less 0.435."""
    return round(100 * share, 6)


def of_hundred(share: float) -> str:
    """A share as a count of a hundred; a share that is small, or nearly all, is not said to be none, or all.

    Examples
    --------
    >>> of_hundred(0.61), of_hundred(0.004), of_hundred(1.0)
    ('61', '<1', '100')
    >>> of_hundred(0.565), of_hundred(1 - 0.435), say_share(1 - 0.435), of_hundred(0.435)
    ('56', '56', '56 %', '44')
    """
    if math.isnan(share):
        return "—"
    if 0 < share < 0.005:
        return "<1"
    return ">99" if 0.995 <= share < 1 else f"{_in_percent(share):.0f}"


def of_all(share: float, everybody: int) -> str:
    """A share as a count of all that there are.

    Examples
    --------
    >>> of_all(0.035, 200)
    '7'
    """
    return f"{round(share * everybody):,}"


def say_weeks(weeks: float, language: str = "en", form: str = "") -> str:
    """A time for reading: weeks in the first year, then years; `form` ``"short_"`` is for narrow tables.

    Examples
    --------
    >>> say_weeks(173), say_weeks(30), say_weeks(30, "ja")
    ('3.3 years', '30 weeks', '30週')
    """
    said = words(language)["number"]
    if not math.isfinite(weeks):
        return str(said[f"{form}never"]) if weeks > 0 else "—"
    if weeks < 52:
        return str(said[f"{form}weeks"].format(x=f"{weeks:.0f}"))
    return str(said[f"{form}years"].format(x=say(weeks * 7 / 365.25)))


def clean(x: Any) -> Any:
    """Ready for JSON: what is not finite becomes null, NumPy's numbers become Python's."""
    if isinstance(x, dict):
        return {key: clean(value) for key, value in x.items()}
    if isinstance(x, (list, tuple, np.ndarray)):
        return [clean(value) for value in x]
    if isinstance(x, np.generic):
        x = x.item()
    return None if isinstance(x, float) and not math.isfinite(x) else x
