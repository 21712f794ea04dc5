"""Levels on a dozen lines of a terminal: the answer in a sentence, and what a manager asks of each level."""

from __future__ import annotations

from textwrap import wrap

from .amending import UNCUT, changing_text
from .frames import own_level, shown_level, statements_of
from .investment import wide
from .lines import wrapped
from .plainly import answered, at_a_glance, best_cut, ending, running, told_apart
from .recommending import odds
from .spanning import period
from .study import Study
from .tongue import Tongue

#: so many levels stand beside each other
BESIDE = 4


def glance(study: Study, language: str = "en") -> str:
    """What ``ekkyo compare`` prints; `investment.text` is all of it."""
    tongue, level, cut = Tongue(language, study.scenario.currency), shown_level(study), own_level(study)
    shown, own = statements_of(study)[level], running(study, level, cut)
    parts = [
        tongue.named(study.name),
        "\n".join(map(wrapped, answered(study, level, tongue, cut=cut))),
        wrapped(best_cut(study, tongue)),
        wrapped(tongue.sentences(ending(odds(shown), study, tongue), told_apart([shown, own], tongue))),
        changing_text(study.scenario, tongue, tongue["plain"]["in_all"], in_all_levels=True),
        table(study, tongue),
        wrapped(study.settled.sentence(language, study.scenario.currency)) if study.settled else "",
        wrapped(tongue["brief"]["more"]),
    ]
    return "\n\n".join(part for part in parts if part)


def table(study: Study, tongue: Tongue) -> str:
    """What is paid for each level, what is left, how often it loses, and what a sponsor makes of it."""
    statements, (heading, *labels) = statements_of(study), tongue["plain"]["columns"]
    levels = [tongue.level(level) for level in statements]
    rows = zip(*(at_a_glance(one, tongue) for one in statements.values()), strict=True)
    shown = [(label, row) for label, row in zip(labels, rows, strict=True) if set(row) != {"—"}]
    if any(UNCUT in one.baselines for one in statements.values()):
        less = (one[UNCUT].full.npv.mean if UNCUT in one.baselines else None for one in statements.values())
        shown.append((tongue["brief"]["uncut"], tuple("—" if x is None else tongue.signed(x) for x in less)))
    against = tongue.against(next(iter(statements.values())).main())
    caption = tongue["brief"]["levels"].format(
        against=against, currency=tongue.coin, years=period(study.scenario, tongue)
    )
    lines = [wrapped(caption)]
    for first in range(0, len(levels), BESIDE):
        here = slice(first, first + BESIDE)
        for label, row in [(heading, levels), *shown]:
            *above, last = wrap(label, tongue["text"]["label"] - 1) if len(label) > tongue["text"]["label"] else [label]
            lines += [*above, wide(tongue, last, list(row[here]))]
    return "\n".join(lines)
