#include "tiny.hpp"

namespace ekkyo {
namespace {

/// A community of so many with so many hosts, who have time for all of them unless `members_per_host` says otherwise.
Tiny hosted(int members, double hosts, Model model = still())
{
    model.support.host_fte = hosts;
    Tiny tiny(people_in(members), model);
    tiny.live(0);
    for (Seat s = 0; s < tiny.org.seats(); s++) tiny.org.enter(s, 1);
    return tiny;
}

double mean_care(Tiny tiny, int weeks)
{
    double care = 0;
    for (int week = 1; week <= weeks; week++) tiny.live(week), care += tiny.org.felt.care / weeks;
    return care;
}

// where there is time for so many of each: the chance that somebody gets some of it
const double reached = chance_of(1);

TEST(hosting, tells_up_to_twice_as_many_and_reaches_less_and_less_more_with_more_time)
{
    const auto told_by = [](double hosts) {
        Model model            = still();
        model.support.host_fte = hosts;
        Tiny tiny(people_in(2000), model);
        tiny.live(0);
        EXPECT_NEAR(tiny.org.felt.outreach, 1 + chance_of(hosts), 1e-12);
        return tiny.org.felt.outreach;
    };
    EXPECT_EQ(told_by(0), 1);
    EXPECT_GT(told_by(1) - told_by(0), told_by(2) - told_by(1)) << "the second host reaches fewer whom nobody has reached";
    EXPECT_NEAR(told_by(100), 2, 1e-12);
}

TEST(hosting, holds_events_in_their_rhythm)
{
    Model model                    = still();
    model.support.events_per_month = 1;
    Tiny tiny(people_in(20), model);
    int events = 0;
    for (int week = 0; week < 261; week++) {
        tiny.live(week);
        events += tiny.org.felt.events;
    }
    EXPECT_EQ(events, 60);
}

TEST(hosting, holds_as_many_events_as_the_plan_says)
{
    for (double a_month : {0.5, 3.0, 8.0, 30.0}) {
        Model model                    = still();
        model.joining.discovery        = unbounded;
        model.meeting.attendance       = 100;
        model.support.events_per_month = a_month;
        Tiny tiny(people_in(20), model);
        EXPECT_NEAR(sum_of(tiny.live_until(261), &Page::events), 60 * a_month, 1.5) << a_month;
    }
}

TEST(hosting, stays_the_same_for_ever_where_no_host_is_transferred_or_gives_out)
{
    Tiny tiny = hosted(500, 0.1);
    for (int week = 1; week < 260; week++) {
        EXPECT_EQ(tiny.live(week).hosts_gone, 0);
        EXPECT_EQ(tiny.org.felt.care, chance_of(0.4)) << "time for 200 of 500 members, week by week";
    }
}

TEST(hosting, begins_anew_with_whoever_takes_over_and_knows_half_of_the_people_after_as_long_as_it_says)
{
    Tiny tiny            = hosted(500, 0.25);
    tiny.org.hosts       = {1};
    const double cared[] = {(tiny.live(1), tiny.org.felt.care), (tiny.live(9), tiny.org.felt.care), (tiny.live(17), tiny.org.felt.care)};
    EXPECT_EQ(cared[0], 0);
    EXPECT_NEAR(cared[1], 0.5 * reached, 1e-12);
    EXPECT_NEAR(cared[2], 0.75 * reached, 1e-12);
    EXPECT_EQ(tiny.org.felt.outreach, 1 + reached) << "whoever knows nobody can still tell everybody";
}

TEST(hosting, transfers_hosts_as_often_as_it_says_and_cares_less_for_it)
{
    // 400 hosts for ten years: the chance that one is transferred in a week is 1 - exp(-.25 / 52.18)
    Model model             = still();
    model.hosting.transfers = 0.25;
    Tiny tiny               = hosted(500, 400, model);
    const double gone       = sum_of(tiny.live_until(522), &Page::hosts_gone);
    EXPECT_LT(std::abs(z_of_share(gone, 400.0 * 522, chance_of(weekly_from_yearly(0.25)))), once_in_100000);

    model.hosting.transfers = 0;
    const double settled    = mean_care(hosted(500, 4, model), 522);
    model.hosting.transfers = 2;
    EXPECT_LT(mean_care(hosted(500, 4, model), 522), settled - 0.05);
    model.hosting.getting_to_know = 0;
    EXPECT_EQ(mean_care(hosted(500, 4, model), 522), settled) << "where nobody has to get to know anybody";
}

TEST(hosting, gives_out_only_where_there_is_more_to_do_than_time_and_leaves_a_vacancy)
{
    Model model              = still();
    model.hosting.exhaustion = 100;
    Tiny enough              = hosted(500, 0.25, model);
    for (int week = 1; week < 52; week++) EXPECT_EQ(enough.live(week).hosts_gone, 0) << "time for 500";

    // with time for 250 of 500 it is certain, and nobody is there for so many weeks
    model.hosting.vacancy = 6;
    Tiny tiny             = hosted(500, 0.125, model);
    EXPECT_EQ(tiny.live(1).hosts_gone, 1);
    for (int week = 2; week < 7; week++) {
        EXPECT_EQ(tiny.live(week).hosts_gone, 0);
        EXPECT_EQ(tiny.org.felt.care, 0);
        EXPECT_EQ(tiny.org.felt.outreach, 1) << "nobody tells outsiders either";
    }
    EXPECT_EQ(tiny.live(7).hosts_gone, 1) << "and the next one";
}

TEST(hosting, that_is_cut_loses_hosts_and_that_is_expanded_gains_strangers)
{
    Tiny tiny = hosted(500, 2);
    tiny.model.support.host_fte = 0;
    tiny.live(1);
    EXPECT_TRUE(tiny.org.hosts.empty());
    EXPECT_EQ(tiny.org.felt.care, 0);
    tiny.model.support.host_fte = 1.5;
    tiny.live(2);
    EXPECT_EQ(tiny.org.hosts, (std::vector<int>{2, 2}));
    EXPECT_EQ(tiny.org.felt.care, 0) << "they know nobody yet";
}

TEST(hosting, costs_the_same_whoever_the_host_is)
{
    Scenario settled;
    settled.company.employees = 800;
    settled.run.weeks         = 120;
    assign(settled, "support.level", std::string("strong"));
    Scenario restless                = settled;
    settled.model.hosting.transfers  = 0;
    restless.model.hosting.transfers = 12;
    const auto lived = [](const Scenario& scenario) {
        return live(study_of(scenario, names({"level"})), {0, {}}).ledgers[0];
    };
    const Ledger few = lived(settled), many = lived(restless);
    EXPECT_GT(sum_of(many.pages, &Page::hosts_gone), 10);
    for (std::size_t week = 0; week < few.plans.size(); week++) EXPECT_EQ(few.plans[week].hosts, many.plans[week].hosts);
}

}  // namespace
}  // namespace ekkyo
