"""Closed forms: known results that a process is held against with the rest switched off, and those it cannot be."""

from __future__ import annotations

from typing import NamedTuple


class ClosedForm(NamedTuple):
    """A known result: by which tests of the engine a process is held against it, and what is to be said of it."""

    name: str
    claim: str
    tests: tuple[str, ...]
    note: str = ""


CLOSED_FORMS = (
    ClosedForm(
        "CF-01",
        "Adoption (Bass): who finds it, and who hears of it",
        ("docking.bass_adoption_over_500_people",),
        "The exact chain of a finite company in weeks; its limit in continuous time is another number.",
    ),
    ClosedForm(
        "CF-02",
        "Joining and leaving settle, and how fast",
        ("docking.joining_and_leaving_settle_where_a_two_state_chain_does",),
        "Binomial. Places on the payroll are given, so that nobody joins from without: the open system, whose law is "
        "Poisson, is the limit of a company of which few are members.",
    ),
    ClosedForm(
        "CF-05",
        "Word of mouth as an epidemic: its final size",
        ("docking.word_of_mouth_reaches_as_many_of_the_interested_as_an_epidemic_infects",),
        "Members never stop telling, so that what ends it is who is not interested (site percolation), not recovery. "
        "As circles become large the equation is that of the final size.",
    ),
    ClosedForm(
        "CF-06",
        "A tie cools, and is kept up by being renewed",
        (
            "ties.lose_half_their_warmth_in_every_half_life_and_end_after_three",
            "ties.that_are_renewed_are_as_good_as_new",
        ),
        "Decay by itself. Renewals do not add up: a renewed tie is as warm as a new one, so that the mean of a sum of "
        "renewals has no counterpart.",
    ),
    ClosedForm("CF-07", "Learning", ("docking.learning_climbs_as_its_closed_form_says",)),
    ClosedForm(
        "CF-08",
        "Time until somebody leaves",
        (
            "docking.time_until_somebody_leaves_is_geometric",
            "docking.a_yearly_rate_becomes_weekly_by_survival",
            "docking.turnover_leaves_people_as_long_as_a_poisson_process_does",
        ),
    ),
    ClosedForm(
        "CF-09",
        "How often something befalls somebody",
        ("docking.the_number_of_problems_is_poisson",),
        "Poisson. People differ by a lognormal, not by a gamma distribution, so that counts over people are no "
        "negative binomial.",
    ),
    ClosedForm(
        "CF-10",
        "Present value, rate of return, annuities, a published business case",
        (
            "finance.is_right_to_nine_digits",
            "finance.gives_the_textbook_numbers",
            "finance.gives_the_published_table_of_a_total_economic_impact_study",
        ),
    ),
    ClosedForm(
        "CF-11",
        "Queues: M/M/c and what else is served",
        (
            "docking.a_full_circle_turns_away_as_many_as_erlangs_loss_formula_says",
            "docking.ideas_under_way_are_customers_of_a_queue_with_a_server_for_each",
            "docking.the_exhausted_rest_as_littles_law_says",
        ),
        "A question is answered in its week or not at all, and an answer keeps nobody from giving the next one: nobody "
        "waits for help, so that there is no help queue. Where places do run out, in a circle of friends, it is a loss "
        "system (Erlang B, of which the waiting in M/M/c is a function); where none do, with ideas under way, it is "
        "M/G/infinity; and the rest of those who gave out keeps Little's law.",
    ),
    ClosedForm(
        "CF-12",
        "Ties at random make a giant component",
        ("docking.introductions_at_random_make_a_giant_component",),
    ),
    ClosedForm(
        "CF-13",
        "The E-I index under random mixing",
        ("docking.under_random_mixing_the_e_i_index_of_old_circles_is_that_of_the_silos",),
    ),
    ClosedForm(
        "CF-14",
        "Heavy tails",
        (
            "finance.of_a_lognormal_is_right_to_nine_digits",
            "finance.finds_a_heavy_tail_as_unequal_as_it_is",
            "docking.problems_are_lognormal_with_the_mean_that_was_given",
        ),
    ),
    ClosedForm("EX-05", "The generator's published numbers", ("chance.philox_gives_the_published_answers",)),
    ClosedForm(
        "EX-07",
        "What sharing luck saves",
        ("rare_events.shared_between_two_worlds_make_their_difference_ten_times_surer",),
    ),
    ClosedForm(
        "EX-08",
        "Complex contagion on a ring",
        ("docking.word_of_mouth_at_its_surest_spreads_as_a_front_through_old_circles",),
        "Held only where one colleague is enough (threshold 1), as a front through circles that are no ring. Joining "
        "has no threshold: whoever talks to one member may join, at a rate in proportion to the share of colleagues "
        "inside, and two of them are worth twice one. No value of a parameter makes two necessary; that would be "
        "another model of joining.",
    ),
)
