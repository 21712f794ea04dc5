#include "tiny.hpp"

namespace ekkyo {
namespace {

/// Everybody is a member from the first day, or nobody ever is.
Tiny studying(int people, const Certifying& certifying, bool members)
{
    Model model      = still();
    model.certifying = certifying;
    Tiny tiny({.employees = people, .silos = 1, .people = "", .turnover = "drawn"}, model);
    for (Seat s = 0; members && s < static_cast<Seat>(people); s++) tiny.org.enter(s, 0);
    return tiny;
}

double share_of_passes(Tiny tiny)
{
    tiny.everybody   = true;
    const auto pages = tiny.live_until(104);
    return sum_of(pages, &Page::certificates) / sum_of(pages, &Page::attempts);
}

TEST(certifying, has_everybody_sit_exams_and_pass_them_as_often_as_it_says)
{
    // 20,000 people for two years, half an exam each a year, of which 60 % are passed
    Tiny tiny           = studying(20'000, {.attempts = 0.5, .passing = 60, .hours = 8}, false);
    tiny.everybody      = true;
    const auto pages    = tiny.live_until(104);
    const double sat    = sum_of(pages, &Page::attempts);
    const double weekly = chance_of(weekly_from_yearly(0.5));
    EXPECT_LT(std::abs(z_of_share(sat, 20'000 * 104, weekly)), once_in_100000);
    EXPECT_LT(std::abs(z_of_share(sum_of(pages, &Page::certificates), sat, 0.6)), once_in_100000);
    EXPECT_EQ(sum_of(pages, &Page::study_hours), 8 * sat);
}

TEST(certifying, books_those_who_study_alone_with_what_is_expected_of_them)
{
    Tiny tiny         = studying(500, {.attempts = 0.5, .passing = 60, .hours = 8}, false);
    const Page page   = tiny.live(0);
    const double sits = 500 * chance_of(weekly_from_yearly(0.5));
    EXPECT_EQ(page.attempts, on_the_clock(sits));
    EXPECT_EQ(page.certificates, on_the_clock(sits * 0.6));
    EXPECT_EQ(page.study_hours, on_the_clock(sits * 8));
}

TEST(certifying, together_is_passed_more_often)
{
    // 20,000 people, about 20,000 exams in two years, 50 % against 60 %: a standard error of half a point
    const double alone = share_of_passes(
        studying(20'000, {.attempts = 0.5, .passing = 50, .group_attempts = 0, .group_passing = 10}, false));
    const double together = share_of_passes(
        studying(20'000, {.attempts = 0.5, .passing = 50, .group_attempts = 0, .group_passing = 10}, true));
    EXPECT_NEAR(alone, 0.5, once_in_100000 * 0.0036);
    EXPECT_NEAR(together, 0.6, once_in_100000 * 0.0036);
}

TEST(certifying, together_loses_no_certificate_that_somebody_would_have_got_alone)
{
    const Certifying rules{.attempts = 2, .passing = 50, .group_attempts = 0, .group_passing = 10};
    Tiny members = studying(2000, rules, true), others = studying(2000, rules, false);
    for (int week = 0; week < 104; week++) {
        const Page here = members.live(week), twin = others.live(week);
        EXPECT_EQ(here.attempts, twin.attempts) << "they sit the same exams";
        EXPECT_GE(here.certificates, twin.certificates);
    }
}

TEST(certifying, has_members_sit_exams_they_would_not_have_sat_alone)
{
    Tiny tiny        = studying(20'000, {.attempts = 0, .group_attempts = 0.2}, true);
    const double sat = sum_of(tiny.live_until(52), &Page::attempts);
    EXPECT_LT(std::abs(z_of_share(sat, 20'000 * 52, chance_of(weekly_from_yearly(0.2)))), once_in_100000);
}

TEST(certifying, makes_no_difference_where_groups_make_none)
{
    const Certifying rules{.attempts = 2, .group_attempts = 0, .group_passing = 0};
    Tiny members = studying(300, rules, true), others = studying(300, rules, false);
    for (int week = 0; week < 52; week++) {
        const Page here = members.live(week), twin = others.live(week);
        EXPECT_EQ(here.attempts, twin.attempts);
        EXPECT_EQ(here.certificates, twin.certificates);
        EXPECT_EQ(here.study_hours, twin.study_hours);
    }
}

TEST(certifying, takes_two_for_a_group)
{
    Tiny tiny = studying(1, {.attempts = 0, .group_attempts = unbounded}, true);
    EXPECT_EQ(tiny.live(0).attempts, 0);
    Tiny two = studying(2, {.attempts = 0, .group_attempts = unbounded}, true);
    EXPECT_EQ(two.live(0).attempts, 2);
}

}  // namespace
}  // namespace ekkyo
