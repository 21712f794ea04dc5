#include "money.hpp"
#include "tiny.hpp"

namespace ekkyo {
namespace {

/// So many members, and people who quit or do not.
Tiny recommending(const Recruiting& recruiting, int members, double turnover)
{
    Model model             = still();
    model.staffing.turnover = turnover;
    model.recruiting        = recruiting;
    Tiny tiny({.employees = 10'000, .silos = 1, .people = "", .turnover = "drawn"}, model);
    for (Seat s = 0; s < static_cast<Seat>(members); s++) tiny.org.enter(s, 0);
    return tiny;
}

TEST(recruiting, hires_as_many_of_those_recommended_as_are_good_enough)
{
    // 10,000 members who stay, and vacancies enough: the hires come from seats outside the community
    Model model      = still();
    model.staffing   = {0, unbounded};
    model.recruiting = {1, 10};
    Tiny tiny({.employees = 20'000, .silos = 1, .people = "", .turnover = "drawn"}, model);
    for (Seat s = 0; s < 10'000; s++) tiny.org.enter(s, 0);
    double referred = 0;
    for (int week = 0; week < 52; week++) {
        for (Seat s = 10'000; s < 10'200; s++) tiny.org.vacate(s);
        referred += tiny.live(week).referred;
    }
    EXPECT_LT(std::abs(z_of_share(referred, 10'000 * 52, 0.1 * chance_of(weekly_from_yearly(1)))), once_in_100000);
}

TEST(recruiting, never_hires_beyond_the_vacancies_that_are_filled)
{
    Tiny tiny    = recommending({.referrals = 50, .hired = 100}, 5000, 10);
    double hires = 0;
    for (const Page& page : tiny.live_until(104)) {
        EXPECT_LE(page.referred, page.hires);
        EXPECT_EQ(page.employees, 10'000);
        hires += page.referred;
    }
    EXPECT_GT(hires, 1000);
    EXPECT_EQ(sum_of(recommending({50, 100}, 5000, 0).live_until(52), &Page::referred), 0) << "where nobody quits";
}

TEST(recruiting, keeps_candidates_for_a_quarter_and_no_longer)
{
    Model model      = still();
    model.recruiting = {unbounded, 100};
    for (int patience : {12, 13}) {
        Tiny tiny({.employees = 9, .silos = 1, .people = "", .turnover = "drawn"}, model);
        tiny.org.enter(0, 0);
        tiny.live(0);  // one candidate
        tiny.org.exit(0);
        for (int week = 1; week < patience; week++) EXPECT_EQ(tiny.live(week).referred, 0);
        tiny.org.vacate(5);
        EXPECT_EQ(tiny.live(patience).referred, patience < 13) << patience;
        tiny.org.vacate(5);
        EXPECT_EQ(tiny.live(patience + 1).referred, 0) << "a candidate is hired once";
    }
}

TEST(recruiting, takes_a_member_and_a_candidate_who_is_good_enough)
{
    EXPECT_EQ(sum_of(recommending({5, 100}, 0, 20).live_until(52), &Page::referred), 0);
    EXPECT_EQ(sum_of(recommending({0, 100}, 1000, 20).live_until(52), &Page::referred), 0);
    EXPECT_EQ(sum_of(recommending({5, 0}, 1000, 20).live_until(52), &Page::referred), 0);
    EXPECT_GT(sum_of(recommending({5, 100}, 1000, 20).live_until(52), &Page::referred), 0);
}

TEST(recruiting, moves_nobody_else)
{
    Tiny with = recommending({5, 100}, 1000, 20), without = recommending({0, 100}, 1000, 20);
    for (int week = 0; week < 52; week++) {
        const Page a = with.live(week), b = without.live(week);
        for (const auto& column : table<Page>)
            if (column.name != "referred") { EXPECT_EQ(column.get(a), column.get(b)) << column.name; }
    }
}

TEST(recruiting, saves_the_difference_between_the_channels_and_no_more)
{
    Ledger here{std::vector<Page>(1), std::vector<Plan>(1), {}}, twin = here;
    here.pages[0].hires = twin.pages[0].hires = 10, here.pages[0].referred = 3;
    const Money money = account(here, twin, {}, Innovation::expected).run_off;
    EXPECT_NEAR(money.recruiting, 3 * (1.03e6 - 200e3), 1e-6);
}

}  // namespace
}  // namespace ekkyo
