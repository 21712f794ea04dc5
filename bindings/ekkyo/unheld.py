"""Published patterns that say nothing for the model: those that parameters set, and those it cannot show yet."""

from __future__ import annotations

from typing import NamedTuple


class Given(NamedTuple):
    """A published pattern that parameters set, so that finding it in a run is no evidence."""

    claim: str
    figure: str
    parameters: tuple[str, ...]


class Missing(NamedTuple):
    """A published pattern that cannot be taken from a run, and why."""

    claim: str
    figure: str
    why: str


SET = (
    Given(
        "A tie across silos that is not renewed fades", "9 in 10 in a year (Burt 2002)", ("bonding.bridge_half_life",)
    ),
    Given(
        "Membership is left fast at first and slowly later",
        "a bathtub (Joyce & Kraut 2006; OpenStreetMap)",
        ("leaving.newcomers", "leaving.established"),
    ),
    Given(
        "The top tenth of innovations carries most of the value",
        "48 to 93 % (Scherer & Harhoff 2000)",
        ("prices.improvement_spread", "prices.business_spread"),
    ),
    Given(
        "Mixers bring few new ties, structured events more",
        "half of 14 talks with friends (Ingram & Morris 2007); 1.75 times (Boudreau et al. 2017)",
        ("meeting.encounters", "meeting.friends", "meeting.acquaintance", "meeting.matching"),
    ),
    Given(
        "A community spreads in an S",
        "p 0.03, q 0.38 a year (Bass 1969)",
        ("joining.discovery", "joining.word_of_mouth"),
    ),
    Given("Members who carry the community", "10 to 15 % (Wenger et al. 2002)", ("publishing.core",)),
    Given("Strangers are expected to refuse", "by up to half (Flynn & Lake 2008)", ("helping.fear",)),
    Given(
        "Sponsors lose heart after half a year to a year",
        "6 to 12 months (FeverBee)",
        ("sponsoring.patience", "sponsoring.impatience"),
    ),
    Given("People with friends stay", "6 %, causal part assumed (Feeley et al.; Gallup)", ("staying.friends",)),
    Given(
        "Generative AI takes questions",
        "16 to 25 % of posts (del Rio-Chanona et al. 2024)",
        ("helping.solved_by_search",),
    ),
    Given("Few do most of the helping", "3 to 5 % do 20 to 35 % (Cross et al. 2016)", ("helping.devoted",)),
    Given("Newcomers who are answered stay", "56 against 44 % (Joyce & Kraut 2006)", ("leaving.first_answer",)),
    Given(
        "Too many ties across silos hurt", "an optimum at moderate linking (Fang et al. 2010)", ("innovating.distance",)
    ),
)

MISSING = (
    Missing(
        "Communities without a core die sooner",
        "57 communities (Probst & Borzillo 2008)",
        "the core is a label of what members did; that a community dies when it leaves is not built",
    ),
    Missing(
        "AI takes more of the answers than of the ties",
        "communities without a social fabric suffer most (CACM 2024)",
        "no figure for ties has been published",
    ),
    Missing(
        "Hires that come through recommendation",
        "24 to 40 % of hires (iCIMS, Jobvite)",
        "only recommendations beyond those there are anyway are counted",
    ),
    Missing(
        "Time to the first value of a community", "none found", "no measurement inside companies has been published"
    ),
)
