#include "tiny.hpp"

#include <bit>

namespace ekkyo {
namespace {

void expect_same(const std::vector<Page>& a, const std::vector<Page>& b)
{
    ASSERT_EQ(a.size(), b.size());
    for (std::size_t week = 0; week < a.size(); week++)
        for (const auto& column : table<Page>)
            EXPECT_EQ(
                std::bit_cast<std::uint64_t>(column.get(a[week])), std::bit_cast<std::uint64_t>(column.get(b[week])))
                << column.name << ", week " << week;
}

Scenario scenario_of(int employees, int weeks, const char* level)
{
    Scenario scenario;
    scenario.company.employees = employees;
    scenario.run.weeks         = weeks;
    assign(scenario, "support.level", std::string(level));
    return scenario;
}

std::vector<Page> level_of(const Scenario& scenario, bool at_base = true)
{
    const Trial trial = at_base ? Trial{2, {}} : trials_of(scenario, 3)[2];
    return live(study_of(scenario, names({"level"})), trial).ledgers[0].pages;
}

TEST(determinism, a_replicate_is_the_same_alone_and_among_others)
{
    const Study study = study_of(scenario_of(500, 40, "standard"), names({"twin", "level"}));
    const auto trials = trials_of(study.scenario, 4);
    Progress progress;
    const auto all = simulate(study, trials, 2, progress);
    for (std::uint32_t r : {3u, 0u}) {
        const Replicate alone = live(study, trials[r]);
        EXPECT_EQ(alone.drawn, all[r]->drawn);
        for (std::size_t world : {0, 1}) expect_same(alone.ledgers[world].pages, all[r]->ledgers[world].pages);
    }
}

TEST(determinism, a_world_is_the_same_whichever_others_are_lived_beside_it)
{
    const Scenario scenario = scenario_of(500, 70, "strong");
    const auto lived        = [&](std::vector<std::string> worlds) {
        return live(study_of(scenario, worlds), {1, {}}).ledgers;
    };
    const auto few = lived({"level"}), many = lived({"twin", "stopped", "none", "level"});
    expect_same(few[0].pages, many[3].pages);
    EXPECT_EQ(few[0].launches.size(), many[3].launches.size());
    expect_same(lived({"level", "stopped"})[1].pages, many[1].pages);
}

TEST(determinism, a_change_to_what_is_so_already_leaves_every_bit)
{
    Scenario scenario = scenario_of(600, 80, "standard"), same = scenario;
    for (int week : {0, 7, 52, 79}) {
        same.changes.push_back({week, "joining.discovery", scenario.model.joining.discovery});
        same.changes.push_back({week, "support.level", std::string("standard")});
        same.changes.push_back({week, "support.events_per_month", scenario.model.support.events_per_month});
    }
    expect_same(level_of(same), level_of(scenario));
}

TEST(determinism, no_price_moves_a_bit_of_the_ledger)
{
    const Scenario scenario = scenario_of(400, 60, "strong");
    Scenario dear           = scenario;
    for (const auto& price : table<Prices>)
        if (price.form == Form::number && std::isfinite(price.meaning.range.high))
            price.set(dear.prices, price.meaning.range.high);
    dear.prices.host = dear.prices.wage_per_hour = 1e9;
    expect_same(level_of(dear), level_of(scenario));
    expect_same(level_of(dear, false), level_of(scenario, false));
}

TEST(determinism, a_level_without_any_lever_is_the_world_in_which_nobody_pays)
{
    const auto lived = live(study_of(scenario_of(800, 120, "none"), names({"level", "none", "stopped"})), {0, {}}).ledgers;
    expect_same(lived[0].pages, lived[1].pages);
    expect_same(lived[0].pages, lived[2].pages);
    double joined = 0;
    for (const Page& page : lived[0].pages) joined += page.joined;
    EXPECT_GT(joined, 20) << "a community that grows by itself";
}

TEST(determinism, a_longer_run_begins_as_a_shorter_one)
{
    auto longer = level_of(scenario_of(300, 100, "strong"));
    longer.resize(60);
    expect_same(longer, level_of(scenario_of(300, 60, "strong")));
}

TEST(determinism, one_more_employee_changes_nobody_elses_coming_and_going)
{
    // without word of mouth nobody's fate hangs on another's: one more seat at the end moves no other column entry
    Model model              = still();
    model.staffing.turnover  = 30;
    model.joining.interested = 40;
    model.joining.discovery  = 0.5;
    model.leaving            = {20, 5};
    Company company{.employees = 5000, .silos = 1, .people = "", .turnover = "drawn"}, larger = company;
    larger.employees++;
    Tiny few(company, model), many(larger, model);
    for (int week = 0; week < 60; week++) {
        few.live(week), many.live(week);
        for (Seat s = 0; s < 5000; s++) {
            ASSERT_EQ(few.org.hired[s], many.org.hired[s]) << week;
            ASSERT_EQ(few.org.generation[s], many.org.generation[s]) << week;
            ASSERT_EQ(few.org.is_inside(s), many.org.is_inside(s)) << week;
        }
    }
    EXPECT_GT(few.org.member_count(), 300);
}

TEST(determinism, another_seed_or_replicate_is_another_story)
{
    Scenario scenario = scenario_of(500, 60, "strong"), other = scenario;
    other.run.seed    = 2;
    const auto joined = [](const std::vector<Page>& pages) {
        std::vector<double> all;
        for (const Page& page : pages) all.push_back(page.joined);
        return all;
    };
    EXPECT_NE(joined(level_of(scenario)), joined(level_of(other)));
    EXPECT_NE(joined(level_of(scenario)), joined(live(study_of(scenario, names({"level"})), {3, {}}).ledgers[0].pages));
}

}  // namespace
}  // namespace ekkyo
