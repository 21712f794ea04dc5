"""Published patterns that come out of the model and that no parameter sets."""

from __future__ import annotations

import math
from typing import Any

from . import measuring as m
from .pattern import Pattern, about, of_many_sizes, with_strong_support

NOBODY_ANSWERS = {"helping.generosity": 0, "helping.routing": 0}
NOBODY_ELSE_HELPS = {"company.colleagues": 0, "helping.stranger_success": 0}
NOBODY_HELPS = {**NOBODY_ANSWERS, "helping.friend_success": 0}
EVERYBODY_ANSWERS = {"hosting.visibility": 100, "helping.generosity": 100}


def _pattern(name: str, claim: str, unit: str, published: tuple[float, float], **more: Any) -> Pattern:
    return Pattern(name=name, claim=claim, unit=unit, low=published[0], high=published[1], **more)


PATTERNS = (
    _pattern(
        "answered_unaided",
        "Questions that are answered where nobody is paid for it",
        "% of questions",
        (39, 61),
        figure="39 % (associations), 60 and 61 % (Usenet)",
        source="Higher Logic 2013; Burke et al.; Joyce & Kraut 2006",
        grade="A",
        measure=m.answered("none"),
        mechanism="not everybody sees a question",
        off={"hosting.visibility": 100},
        moves=+1,
        in_view=("helping.routing",),
        worlds=("none",),
        why_not="Any of all members may know the answer, whatever the topic, so that the share rises with members: "
        "near all in some draws and in large companies, near nothing in other draws, and a quarter in a company of "
        "100.",
    ),
    _pattern(
        "answered_staffed",
        "Questions that are answered where people are paid to see to it",
        "% of questions",
        (90, 99),
        figure="99 % on a vendor's forum with staff; from 90 % on is taken as the range",
        source="Microsoft Answers",
        grade="B",
        measure=m.answered("level"),
        mechanism="hosts find an expert for what nobody answered",
        off={"helping.routing": 0},
        moves=-1,
        in_view=("helping.routing",),
        companies=with_strong_support,
        why_not="A host finds somebody for `helping.routing` of what is left, never for all of it. Among very many "
        "members somebody answers nearly everything.",
    ),
    _pattern(
        "questions",
        "Questions that a member asks in a year",
        "questions / member and year",
        about(0.13),
        figure="0.13 threads for each person enrolled",
        source="Higher Logic 2013: 238,000 threads, 1.8 million enrolled, 250 associations",
        grade="B",
        measure=m.questions_of_a_member,
        mechanism="asking in public has to be worth a member's reluctance",
        off={"helping.reluctance": 0},
        moves=+1,
        why_not="Enrolment in an association is automatic and lasts; members of the model joined out of interest, and "
        "all problems that team and search leave over may be asked about. What keeps people from asking is assumed.",
    ),
    _pattern(
        "take_part",
        "Members who ask or answer within half a year",
        "% of members, at most",
        about(31),
        figure="31 % of staff take an active part, reactions included",
        source="SWOOP 2021 (75 firms) and 2025",
        grade="B",
        measure=m.heard_of,
        mechanism="people first ask colleagues they know",
        off={"company.colleagues": 0},
        moves=+1,
        why_not="Who answers is anybody who can and is willing, a twentieth aside, so that helping is spread over "
        "all. The figure counts acts and not people, so it is an upper bound too.",
    ),
    _pattern(
        "only_read",
        "Members who only read",
        "% of members",
        (60, 85),
        figure="60 to 85 % of staff",
        source="SWOOP 2021-2022",
        grade="B",
        measure=m.passive,
        mechanism="people differ in their inclination to take part",
        off={"participating.spread": 0},
        moves=-1,
        why_not="Here whoever answered once or came to one event within a quarter took part, and anybody who can may "
        "answer.",
    ),
    _pattern(
        "hours_an_answer",
        "Hours that an answered question saves",
        "hours / answered question",
        about(12),
        figure="$600 a discussion at $50 an hour",
        source="MetrixGlobal / Caterpillar 2003, self-reported, discussions with more than one reply only",
        grade="B",
        measure=m.hours_of_an_answer,
        mechanism="colleagues and strangers would have helped too",
        off=NOBODY_ELSE_HELPS,
        moves=+1,
        in_view=("helping.hours_alone",),
        why_not="Self-reports credit an answer with the whole problem; here it is credited with the difference to what "
        "would have come of the problem without a community. Taken as `answer_saving` over `answered`: what hits in "
        "the archive and what was read save is above the line, and they are not among the answers below it.",
    ),
    _pattern(
        "only_here",
        "Of what an answer saves, what would not have come about without the community",
        "%",
        (20, 80),
        figure="20 to 80 %, assumed: nobody has measured it inside a company",
        source="calculators that admit displacement (TheCR)",
        grade="C",
        measure=m.had_only_here,
        mechanism="colleagues and strangers would have helped too",
        off=NOBODY_ELSE_HELPS,
        moves=+1,
        why_not="People ask in public what others could not solve, so what is answered there is mostly gained.",
    ),
    _pattern(
        "time_saved",
        "Working time of members that answers and goodwill save",
        "% of hours",
        (20, 25),
        figure="20 to 25 % more productive",
        source="McKinsey 2012: the potential of social technology used throughout a firm",
        grade="B",
        measure=m.time_saved,
        mechanism="members answer, and hosts see to it",
        off=NOBODY_ANSWERS,
        moves=-1,
        why_not="A potential of whole firms and of all of their communication. Only problems that team and search "
        "leave over reach the community here, and only the difference to informal help is booked.",
    ),
    _pattern(
        "bridges_last",
        "Ties across silos that are left a year after support has ended",
        "% of those there were",
        (0, 10),
        figure="nine in ten bridges are gone a year later",
        source="Burt 2002: bankers, four years",
        grade="A",
        measure=m.bridges_after_support,
        mechanism="help renews ties",
        off=NOBODY_HELPS,
        moves=-1,
        in_view=("bonding.bridge_half_life",),
        worlds=("level", "stopped"),
        why_not="Half-lives lie between Burt's and those of studies that find long ties to last, a tie ends "
        "three half-lives after it was last renewed, and members go on making ties. With Burt's (3.6 "
        "months) and nobody helping or introducing friends hardly any is left.",
    ),
    _pattern(
        "silos",
        "The E-I index of ties made through the community (ties across silos less ties inside, over all)",
        "-1 to 1",
        (-1, 0),
        figure="negative: sharing a unit, function and office makes contact 1,000 times likelier",
        source="Kleinbaum, Stuart & Tushman 2013, all contact by mail in one firm",
        grade="A",
        measure=m.external_less_internal,
        mechanism="guests of a mixer stay near their own silo",
        off={"meeting.own_silo": 0},
        moves=+1,
        in_view=("company.silo_strength", "meeting.own_silo"),
        why_not="Events and questions bring members together whatever their silo, and with ten silos nine in ten "
        "others are of another one. The published figure is of all contact; old circles here are mostly inside.",
    ),
    _pattern(
        "return_with_age",
        "Value over cost in the fourth year, against the second",
        "times",
        about(4.4),
        figure="ROI 1,352 % at two years, 6,295 % at four",
        source="TheCR 2019, self-reported, by a calculator",
        grade="B",
        measure=m.return_with_age,
        mechanism="people hear of a community one after another",
        off={"joining.discovery": 50},
        moves=-1,
        worlds=("level", "twin"),
        years=4,
        why_not="Calculators count every search of a growing stock of answers at the price of an answer; here only a "
        "hit counts, as one problem solved, less what would have come of it anyway, and cost grows with the members "
        "who bring the value. Hits grow faster than answers: in the open community (four replicates) more problems end "
        "in the archive in the fourth year than with an answer.",
    ),
    _pattern(
        "small_when_young",
        "Communities whose second year brings less than $10,000",
        "% of communities",
        about(43),
        figure="43 % of communities of up to two years",
        source="DiMauro, a survey of what is reported",
        grade="B",
        measure=m.small_when_young,
        mechanism="people hear of a community one after another",
        off={"joining.discovery": 50},
        moves=-1,
        worlds=("level", "twin"),
        years=2,
        why_not="Surveyed firms report what they measure; the value here is what it is, measured or not, in a company "
        "of one size: of 100 people near all bring less, of 300,000 none (in two replicates).",
    ),
    _pattern(
        "large_when_old",
        "Value of the fifth year",
        "million $",
        (1, math.inf),
        figure="above $1 million in 55 % of communities of five years or more",
        source="DiMauro, a survey of what is reported",
        grade="B",
        measure=m.value_when_old,
        mechanism="people have ideas across silos",
        off={"prices.innovation": False},
        moves=-1,
        worlds=("level", "twin"),
        years=5,
        why_not="Surveyed communities are mostly of larger firms or of customers. Value grows with the company: "
        "one of 2,000 is too small for this, one of 300,000 is not, in two replicates.",
    ),
    _pattern(
        "noticed",
        "Firms that could tell from counted hours within the run that there is a value",
        "% of firms",
        about(11),
        figure="10 % (2022), 12 % (2021) can put a figure on it",
        source="CMX 2021, 2022",
        grade="B",
        measure=m.noticed,
        mechanism="there is a community",
        off={"joining.interested": 0},
        moves=-1,
        why_not="A chart over everybody's hours is more than most firms have, and sees hours only. It takes "
        "whatever else shortens them, as an assistant does, for the community.",
    ),
    _pattern(
        "growth",
        "Growth of membership a quarter in the second year",
        "% / quarter",
        (5, 25),
        figure="25 % while it is established, 10 and then 5 % in maturity",
        source="FeverBee, a rule of thumb",
        grade="B",
        measure=m.growth,
        mechanism="members tell their colleagues",
        off={"joining.word_of_mouth": 0},
        moves=-1,
        years=2,
        why_not="Word of mouth reaches those who are interested only, and members leave from the first week on. "
        "Where the mean lies within the range, what word of mouth adds is too little to be told from chance in few "
        "replicates.",
    ),
    _pattern(
        "network_effect",
        "Exponent of hours saved over members, between companies of the same age and support a head",
        "exponent",
        (1.17, 1.27),
        figure="n log n, which is 1.17 to 1.27 between 40 and 400 members; n squared would be 2",
        source="Odlyzko & Tilly 2005, an argument",
        grade="C",
        measure=m.network_exponent,
        mechanism="in a small community nobody may know the answer",
        off=EVERYBODY_ANSWERS,
        moves=-1,
        companies=of_many_sizes,
        why_not="A host finds answers in small communities too, so that a member more adds a member's worth. "
        "Without one (`helping.routing` = 0) the exponent lies above the range.",
    ),
    _pattern(
        "ideas",
        "Approved ideas that a member brings in a year beyond those there would be anyway",
        "ideas / member and year",
        about(0.05),
        figure="0.05 for each participant of a dedicated programme",
        source="Spigit: 1 idea for 4 participants, 1 in 5 worth implementing, 154 firms",
        grade="B",
        measure=m.approved_ideas,
        mechanism="guests of events stay in touch",
        off={"meeting.acquaintance": 0},
        moves=-1,
        in_view=("innovating.approved",),
        worlds=("level", "twin"),
        why_not="A programme asks everybody for ideas; a community brings those that come up between people who stayed "
        "in touch, and new ties cost sight of old colleagues. In an open community most members are guests, whose "
        "ideas are not counted.",
    ),
)
