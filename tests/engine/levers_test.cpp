#include "tiny.hpp"

namespace ekkyo {
namespace {

// What the company puts in besides hosts, events and a platform: each lever does what it says, none of it is free, and
// more of one helps less where another is missing.

/// A company in which everything has its default, over three years, in a few lives.
double over_some_lives(const Support& plan, double Page::*column, int people = 400)
{
    Model model;
    model.support = plan;
    double sum    = 0;
    for (std::uint32_t r = 0; r < 6; r++) sum += sum_of(Tiny(people_in(people), model, {1, r}).live_until(156), column);
    return sum;
}

const Support hosted{.host_fte = 0.1, .events_per_month = 1, .structured_events = 0.5, .platform = 0.5};

/// The same plan with one lever pulled.
Support with(double Support::*lever, double value)
{
    Support plan = hosted;
    plan.*lever  = value;
    return plan;
}

TEST(levers, an_allowance_of_time_has_members_take_part_more_and_each_hour_of_it_less)
{
    const auto readiness_with = [](double hours) {
        Model model                    = still();
        model.support.time_allowance   = hours;
        model.participating.allowance  = 30;
        Tiny tiny(people_in(20), model);
        tiny.org.enter(0, 0);
        tiny.live(0);
        return tiny.org.members[0].readiness;
    };
    EXPECT_EQ(readiness_with(0), 1);
    EXPECT_NEAR(readiness_with(2), 1.15, 1e-6) << "half of what there is to it, at two hours";
    EXPECT_GT(readiness_with(2) - readiness_with(0), readiness_with(4) - readiness_with(2));
    EXPECT_LT(readiness_with(160), 1.3);
    EXPECT_GT(
        over_some_lives(with(&Support::time_allowance, 7), &Page::attendances), over_some_lives(hosted, &Page::attendances));
}

TEST(levers, a_sponsor_who_stands_for_it_has_people_find_it_sooner)
{
    const auto joined = [](double sponsorship) {
        Model model               = still();
        model.joining.discovery   = 1;
        model.joining.legitimacy  = 1;
        model.support.sponsorship = sponsorship;
        return Tiny(people_in(20'000), model).live(0).joined;
    };
    const double usual = chance_of(weekly_from_yearly(1));
    EXPECT_LT(std::abs(z_of_share(joined(0), 20'000, usual)), once_in_100000);
    EXPECT_LT(std::abs(z_of_share(joined(1), 20'000, chance_of(weekly_from_yearly(2)))), once_in_100000);
    EXPECT_GT(over_some_lives(with(&Support::sponsorship, 1), &Page::joined), over_some_lives(hosted, &Page::joined));
}

TEST(levers, where_answering_is_recognised_more_questions_are_answered)
{
    const Support alone{};
    Support thanked     = alone;
    thanked.recognition = 1;
    const auto share_answered = [](const Support& plan) {
        return over_some_lives(plan, &Page::answered, 2000) / over_some_lives(plan, &Page::questions, 2000);
    };
    EXPECT_GT(share_answered(thanked), share_answered(alone));
}

TEST(levers, study_groups_that_are_helped_along_sit_more_exams_and_pay_their_fees)
{
    const Support studying = with(&Support::study_support, 1);
    for (double Page::*column : {&Page::attempts, &Page::certificates, &Page::study_hours})
        EXPECT_GT(over_some_lives(studying, column), over_some_lives(hosted, column));
}

TEST(levers, none_of_them_is_free)
{
    // executives and managers give their time as well as members do theirs; only to share what there is to lead takes nobody more
    for (double Support::*lever : {&Support::sponsorship, &Support::recognition}) {
        EXPECT_EQ(over_some_lives(hosted, &Page::leading_hours), 0);
        EXPECT_GT(over_some_lives(with(lever, 1), &Page::leading_hours), 0);
    }
    const auto hours = [](const Support& plan) {
        return over_some_lives(plan, &Page::meeting_hours) + over_some_lives(plan, &Page::answering_hours) +
               over_some_lives(plan, &Page::sharing_hours);
    };
    EXPECT_GT(hours(with(&Support::time_allowance, 7)), hours(hosted));
}

TEST(levers, events_leave_more_ties_where_a_host_looks_after_people_and_a_platform_is_of_use_only_to_somebody)
{
    // what events bring in ties, with a host and without one
    const auto ties = [](double hosts, double events) {
        return over_some_lives({.host_fte = hosts, .events_per_month = events, .structured_events = 1}, &Page::ties, 1000);
    };
    EXPECT_GT(ties(0.5, 2) - ties(0.5, 0), ties(0, 2) - ties(0, 0));

    // a platform without anybody inside
    Model empty                 = {};
    empty.joining.discovery     = 0;
    empty.joining.word_of_mouth = 0;
    Model furnished             = empty;
    furnished.support.platform  = 1;
    for (double Page::*column : {&Page::stuck_hours, &Page::request_hours})
        EXPECT_EQ(
            sum_of(Tiny(people_in(400), furnished).live_until(52), column), sum_of(Tiny(people_in(400), empty).live_until(52), column));
}

TEST(levers, what_is_paid_for_shrinks_with_the_budget_and_what_members_share_does_not)
{
    Support plan = hosted;
    plan.time_allowance = 4, plan.sponsorship = plan.recognition = plan.study_support = plan.shared_leadership = 0.5;
    const Support half = plan.paid_for(0.5);
    for (double Support::*lever : {&Support::host_fte, &Support::events_per_month, &Support::platform, &Support::time_allowance,
                                   &Support::sponsorship, &Support::recognition, &Support::study_support})
        EXPECT_EQ(half.*lever, plan.*lever / 2);
    EXPECT_EQ(half.shared_leadership, plan.shared_leadership);
}

}  // namespace
}  // namespace ekkyo
