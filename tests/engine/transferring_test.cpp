#include "stories.hpp"
#include "tiny.hpp"

#include <bit>
#include <map>

namespace ekkyo {
namespace {

Model moving(double rotation, double reorganisations = 0, double reshuffled = 20)
{
    Model model        = still();
    model.transferring = {rotation, reorganisations, reshuffled};
    return model;
}

std::vector<Seat> colleagues_of(const Tiny& tiny, Seat seat, int week)
{
    std::vector<Seat> all;
    tiny.org.circle.each(tiny.org.chart, seat, week, [&](Seat other) { all.push_back(other); });
    std::ranges::sort(all);
    return all;
}

TEST(chart, knows_who_sits_where_and_sat)
{
    Chart chart;
    EXPECT_EQ(chart.desk_of(3), 3u);
    chart.swap(1, 3, 10, 5);
    chart.swap(1, 4, 20, 5);
    EXPECT_EQ(chart.desk_of(1), 4u);
    EXPECT_EQ(chart.desk_of(3), 1u);
    EXPECT_EQ(chart.desk_of(4), 3u);
    EXPECT_EQ(chart.desk_of(1, 9), 1u);
    EXPECT_EQ(chart.desk_of(1, 10), 3u);
    EXPECT_EQ(chart.desk_of(1, 19), 3u);
    EXPECT_EQ(chart.seat_at(3, 15), 1u);
    for (int week : {0, 10, 15, 20, 30})
        for (Seat s = 0; s < 5; s++) EXPECT_EQ(chart.seat_at(chart.desk_of(s, week), week), s);
}

TEST(transferring, moves_nobody_where_nobody_is_rotated_and_nothing_reorganised)
{
    Tiny tiny(people_in(2000), moving(0, 0, 100));
    EXPECT_EQ(sum_of(tiny.live_until(104), &Page::transfers), 0);
    for (Seat s = 0; s < 2000; s++) EXPECT_EQ(tiny.org.silo_of(s), tiny.founding.silo_of(s));
}

TEST(transferring, moves_as_many_as_it_says_and_leaves_every_silo_its_size)
{
    // 20,000 people for a year: 20 of 100 move, in pairs
    Tiny tiny(people_in(20'000, 10), moving(20));
    const double moved = sum_of(tiny.live_until(52), &Page::transfers), expected = 4000 * 52 / weeks_per_year;
    EXPECT_LT(std::abs(moved - expected) / std::sqrt(2 * expected), once_in_100000);
    std::map<Silo, int> heads;
    for (Seat s = 0; s < 20'000; s++) heads[tiny.org.silo_of(s)]++;
    for (const auto& [silo, count] : heads) {
        EXPECT_EQ(count, 2000);
        EXPECT_EQ(tiny.org.headcount[silo], 2000);
    }
}

TEST(transferring, moves_many_at_once_when_the_company_is_reorganised)
{
    Tiny tiny(people_in(20'000, 10), moving(0, unbounded, 30));
    tiny.live(0);
    double moved = 0;
    for (Seat s = 0; s < 20'000; s++) moved += tiny.org.chart.desk_of(s) != s;
    EXPECT_LT(std::abs(z_of_share(moved, 20'000, 0.3)), 2 * once_in_100000) << "in pairs, some of them twice";

    int reorganised = 0;
    Tiny now_and_then(people_in(2000), moving(0, 0.5));
    for (const Page& page : now_and_then.live_until(5218)) reorganised += page.transfers > 0;
    EXPECT_LT(std::abs(z_of_share(reorganised, 5218, chance_of(weekly_from_yearly(0.5)))), once_in_100000);
}

TEST(transferring, makes_bridges_of_old_ties_and_ends_bridges_and_leaves_them_as_warm)
{
    Tiny tiny(people_in(40, 4), still());
    for (Seat s : {0, 1, 10, 11}) tiny.org.enter(s, 0);
    tiny.org.meet(0, 1), tiny.org.meet(0, 10), tiny.org.favour(0, 1);
    for (int week = 0; week < 9; week++) tiny.live(week);
    const auto warmth = [&](Seat a, Seat b) {
        double warmth = 0;
        tiny.org.ties.each(tiny.org.row[a], [&](const Tie& t) { if (t.partner == b) warmth = tiny.org.ties.warmth(t); });
        return warmth;
    };
    const double near = warmth(0, 1), far = warmth(0, 10);
    EXPECT_GT(near, far) << "bridges cool sooner";
    tiny.org.swap(0, 15, 9);
    EXPECT_TRUE(tiny.org.is_bridge(0, 1));
    EXPECT_FALSE(tiny.org.is_bridge(0, 10));
    EXPECT_EQ(warmth(0, 1), near);
    EXPECT_EQ(warmth(1, 0), near);
    EXPECT_EQ(warmth(10, 0), far);
    EXPECT_EQ(tiny.org.ties.alive(true), 1);
    EXPECT_EQ(tiny.org.ties.alive(false), 1);
    EXPECT_EQ(tiny.org.members_in, (std::vector<std::int64_t>{1, 3, 0, 0}));

    // from here on each cools at its new pace, and is counted out when it ends
    for (int week = 9; week < 260; week++) tiny.live(week);
    EXPECT_EQ(tiny.org.ties.alive(true), 0);
    EXPECT_EQ(tiny.org.ties.alive(false), 0);
}

TEST(transferring, keeps_old_colleagues_known_until_others_take_their_place)
{
    Tiny tiny(people_in(1000, 10), still());
    const auto known_in_the_old_silo = [&](int week) {
        int known = 0;
        for (Seat other : colleagues_of(tiny, 5, week)) known += tiny.founding.silo_of(other) == 0;
        return known;
    };
    const int before = known_in_the_old_silo(40), mates = 7;
    tiny.org.swap(5, 555, 40);
    EXPECT_GT(before, mates + 3);
    EXPECT_EQ(known_in_the_old_silo(40), before - mates) << "the team is another at once";
    EXPECT_LT(known_in_the_old_silo(40 + 156), 3) << "three years later nearly all are others";
    for (int week : {39, 40, 60, 200})
        for (Seat s = 0; s < 1000; s++)
            for (Seat other : colleagues_of(tiny, s, week)) {
                ASSERT_NE(other, s);
                EXPECT_TRUE(std::ranges::binary_search(colleagues_of(tiny, other, week), s)) << "knowing is mutual";
            }
}

TEST(transferring, gives_a_community_that_keeps_to_its_silos_bridges)
{
    // thirty friends in one silo, of whom a third are moved
    const auto bridges = [](double reorganisations) {
        Tiny tiny(people_in(100, 2), moving(0, reorganisations, 33));
        for (Seat s = 0; s < 30; s++) tiny.org.enter(s, 0);
        for (Seat s = 0; s < 30; s++) tiny.org.meet(s, (s + 1) % 30);
        return tiny.live(0).bridges;
    };
    EXPECT_EQ(bridges(0), 0);
    EXPECT_GT(bridges(unbounded), 3);
}

TEST(transferring, is_the_same_in_all_worlds_and_on_any_number_of_threads)
{
    Scenario scenario;
    scenario.company.employees  = 3000;
    scenario.run.weeks          = 80;
    scenario.model.transferring = {10, 2, 20};
    assign(scenario, "support.level", std::string("strong"));
    const Study study = study_of(scenario, names({"twin", "none", "level", "stopped"}));
    const auto lived  = [&](int threads) {
        Replicate one;
        with_threads(threads, [&] { one = live(study, {0, {}}); });
        return one.ledgers;
    };
    const auto alone = lived(1);
    EXPECT_GT(sum_of(alone[0].pages, &Page::transfers), 500);
    for (const Ledger& world : alone)
        for (int week = 0; week < 80; week++)
            EXPECT_EQ(world.pages[week].transfers, alone[0].pages[week].transfers);
    for (int threads : {2, 3}) {
        const auto together = lived(threads);
        for (std::size_t world = 0; world < alone.size(); world++)
            for (int week = 0; week < 80; week++)
                for (const auto& column : table<Page>)
                    ASSERT_EQ(
                        std::bit_cast<std::uint64_t>(column.get(together[world].pages[week])),
                        std::bit_cast<std::uint64_t>(column.get(alone[world].pages[week])))
                        << column.name;
    }
}

TEST(transferring, leaves_the_twin_standing_still_and_differences_as_if_everybody_were_followed)
{
    Scenario scenario;
    scenario.company.employees  = 400;
    scenario.run.weeks          = 104;
    scenario.model.transferring = {30, 1, 40};
    assign(scenario, "support.level", std::string("strong"));
    Scenario everybody      = scenario;
    everybody.run.everybody = true;
    const auto lived        = [](const Scenario& s) { return live(study_of(s, names({"twin", "level"})), {0, {}}).ledgers; };
    const auto few = lived(scenario), all = lived(everybody);
    for (int week = 0; week < 104; week++)
        for (const auto& column : table<Page>)
            EXPECT_EQ(
                column.get(few[1].pages[week]) - column.get(few[0].pages[week]),
                column.get(all[1].pages[week]) - column.get(all[0].pages[week]))
                << column.name << ", week " << week;
    EXPECT_GT(sum_of(few[1].pages, &Page::ideas), 0);
}

TEST(stories, find_people_in_the_silo_they_are_in_when_they_have_the_idea)
{
    Scenario scenario;
    scenario.company.employees         = 600;
    scenario.run.weeks                 = 156;
    scenario.model.transferring        = {100, 0, 0};
    scenario.model.innovating.approved = 5;
    assign(scenario, "support.level", std::string("strong"));
    const Retold told = retell(study_of(scenario, names({"level", "twin"})), {0, {}}, "level", "twin");
    ASSERT_GT(told.stories.size(), 10u);
    for (const Story& story : told.stories) {
        const int week = told.ledger.launches[story.launch].week;
        EXPECT_NE(told.silo_of(story.one.seat, week), told.silo_of(story.other.seat, week));
        EXPECT_GE(story.times, 1) << "they met, whatever silos they were in then";
    }
}

}  // namespace
}  // namespace ekkyo
