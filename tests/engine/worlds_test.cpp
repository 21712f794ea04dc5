#include "tiny.hpp"

#include <bit>

namespace ekkyo {
namespace {

Scenario company(int employees, int weeks, const char* level = "strong")
{
    Scenario scenario;
    scenario.company.employees = employees;
    scenario.run.weeks         = weeks;
    assign(scenario, "support.level", std::string(level));
    return scenario;
}

Replicate one(const Scenario& scenario, std::vector<std::string> worlds, std::uint32_t replicate = 0)
{
    return live(study_of(scenario, worlds), {replicate, {}});
}

/// Calls `see(world, week, page, page of the first world)`.
template <class See>
void for_each_page(const Replicate& lived, See see)
{
    for (std::size_t world = 0; world < lived.ledgers.size(); world++)
        for (std::size_t week = 0; week < lived.ledgers[0].pages.size(); week++)
            see(world, week, lived.ledgers[world].pages[week], lived.ledgers[0].pages[week]);
}

TEST(worlds, are_equal_to_the_twin_to_the_bit_where_nobody_joins)
{
    Scenario scenario              = company(500, 104);
    scenario.model.joining.discovery = scenario.model.joining.word_of_mouth = 0;
    const Replicate lived = one(scenario, {"twin", "none", "level", "stopped", "grassroots", "standard"});
    for_each_page(lived, [&](std::size_t world, std::size_t week, const Page& page, const Page& twin) {
        for (const auto& column : table<Page>)
            EXPECT_EQ(std::bit_cast<std::uint64_t>(column.get(page)), std::bit_cast<std::uint64_t>(column.get(twin)))
                << column.name << ", world " << world << ", week " << week;
    });
    for (const Ledger& ledger : lived.ledgers) EXPECT_TRUE(ledger.launches.empty());
}

TEST(worlds, count_their_members_without_losing_any)
{
    for (std::uint32_t replicate = 0; replicate < 5; replicate++)
        for (const Ledger& ledger : one(company(800, 150), {"none", "standard", "level", "stopped"}, replicate).ledgers) {
            double members = 0;
            for (const Page& page : ledger.pages) {
                members += page.joined + page.returned - page.left - page.departed;
                EXPECT_EQ(page.members, members);
                EXPECT_LE(page.members, page.employees);
            }
        }
}

TEST(worlds, book_what_the_community_saves_once)
{
    for_each_page(one(company(800, 150), {"twin", "none", "standard", "level"}), [](auto, auto, const Page& page, const Page& twin) {
        const double saved = twin.stuck_hours + twin.request_hours - page.stuck_hours - page.request_hours;
        EXPECT_EQ(page.answer_saving + page.goodwill_saving + page.learning_saving + page.carried_saving, saved);
    });
}

TEST(worlds, have_no_negative_count_and_no_more_answers_than_questions)
{
    // followed one by one: a column that is a mean plus a drawn difference may lie below zero in a week
    const std::set<std::string_view> differences{"answer_saving", "goodwill_saving", "learning_saving", "carried_saving"};
    for (int employees : {10, 100, 800})
        for (std::uint32_t replicate = 0; replicate < 3; replicate++) {
            Scenario scenario      = company(employees, 150);
            scenario.run.everybody = true;
            const Replicate lived  = one(scenario, {"twin", "none", "standard", "level"}, replicate);
            for_each_page(lived, [&](auto, auto, const Page& page, const Page&) {
                for (const auto& column : table<Page>) {
                    if (differences.contains(column.name)) continue;
                    EXPECT_GE(column.get(page), 0) << column.name << " of " << employees;
                }
                EXPECT_LE(page.answered, page.questions);
                EXPECT_LE(page.bridges, page.ties);
            });
        }
}

TEST(worlds, differ_by_the_same_where_everybody_is_followed_one_by_one)
{
    Scenario scenario            = company(400, 130);
    scenario.model.innovating.approved = 4;  // many ideas, so that some are lost as well
    scenario.model.bonding.displacement = 30;
    scenario.model.learning      = {.pace = 20, .reach = 60, .half_life = 12, .carried = 100};
    Scenario everybody           = scenario;
    everybody.run.everybody      = true;
    const std::vector<std::string> worlds{"twin", "none", "standard", "level"};
    const Replicate few = one(scenario, worlds), all = one(everybody, worlds);
    bool lost = false, carried = false;
    for (std::size_t world = 0; world < worlds.size(); world++) {
        for (std::size_t week = 0; week < few.ledgers[0].pages.size(); week++)
            for (const auto& column : table<Page>) {
                const auto more = [&](const Replicate& lived) {
                    return column.get(lived.ledgers[world].pages[week]) - column.get(lived.ledgers[0].pages[week]);
                };
                EXPECT_EQ(more(few), more(all)) << column.name << ", world " << worlds[world] << ", week " << week;
            }
        for (const Launch& launch : few.ledgers[world].launches) lost = lost || launch.sign < 0;
        for (const Page& page : few.ledgers[world].pages) carried = carried || page.carried_saving > 0;

        // launches of the engine are the ideas had here and not in the twin, less those had there and not here
        const auto sum = [](const std::vector<Launch>& launches) {
            double quantiles = 0;
            for (const Launch& launch : launches) quantiles += launch.sign * std::round(launch.quantile * 0x1p32);
            return quantiles;
        };
        EXPECT_EQ(sum(few.ledgers[world].launches), sum(all.ledgers[world].launches) - sum(all.ledgers[0].launches));
    }
    EXPECT_TRUE(lost) << "no idea was lost to displacement; the test should see some";
    EXPECT_TRUE(carried) << "nobody had anything second-hand; the test should see somebody";
}

TEST(worlds, take_on_average_what_untouched_people_are_booked_with)
{
    // the twin of 300 people, followed one by one, against its analytic mean; 60 replicates of half a year
    Scenario scenario      = company(300, 26);
    Scenario everybody     = scenario;
    everybody.run.everybody = true;
    for (double Page::*column : {&Page::stuck_hours, &Page::request_hours, &Page::ideas, &Page::approved, &Page::idea_hours}) {
        std::vector<double> drawn;
        double expected = 0;
        for (std::uint32_t r = 0; r < 60; r++) {
            double sum = 0;
            const Replicate lived = one(everybody, {"twin"}, r);
            for (const Page& page : lived.ledgers[0].pages) sum += page.*column;
            drawn.push_back(sum);
        }
        const Replicate mean = one(scenario, {"twin"});
        for (const Page& page : mean.ledgers[0].pages) expected += page.*column;
        EXPECT_LT(std::abs(z_of_mean(drawn, expected)), once_in_100000);
    }
}

TEST(worlds, without_a_community_stand_still_for_ten_years)
{
    const Replicate lived = one(company(3000, 520), {"twin"});
    const Page &first = lived.ledgers[0].pages.front(), &last = lived.ledgers[0].pages.back();
    for (double Page::*column : {&Page::employees, &Page::problems, &Page::stuck_hours, &Page::request_hours, &Page::ideas, &Page::members, &Page::ties})
        EXPECT_EQ(first.*column, last.*column);

    // mean tenure of 3,000 people is 10.4 years, its standard error 0.19
    for (const Page& page : lived.ledgers[0].pages) EXPECT_NEAR(page.tenure, first.tenure, 4.42 * 0.19 * std::sqrt(2));
}

TEST(worlds, whose_support_stops_share_their_past_with_the_level)
{
    Scenario scenario  = company(600, 100);
    scenario.run.today = 40;
    const Replicate lived = one(scenario, {"level", "stopped", "none"});
    for_each_page(lived, [](std::size_t world, std::size_t week, const Page& page, const Page& level) {
        if (world != 1 || week >= 40) return;
        for (const auto& column : table<Page>) EXPECT_EQ(column.get(page), column.get(level)) << column.name;
    });
    EXPECT_GT(lived.ledgers[1].plans[39].hosts, 0);
    EXPECT_EQ(lived.ledgers[1].plans[40].hosts, 0);
    double attendances = 0;
    for (std::size_t week = 40; week < 100; week++) attendances += lived.ledgers[1].pages[week].attendances;
    EXPECT_EQ(attendances, 0);

    // the same bits as a life that was not branched off
    Scenario cut = scenario;
    cut.changes.push_back({40, "support.level", std::string("none")});
    const Replicate straight = one(cut, {"level"});
    for (std::size_t week = 0; week < 100; week++)
        for (const auto& column : table<Page>)
            EXPECT_EQ(column.get(straight.ledgers[0].pages[week]), column.get(lived.ledgers[1].pages[week])) << column.name;
}

TEST(worlds, whose_support_stops_follow_the_level_until_today)
{
    Scenario scenario  = company(600, 100);
    scenario.run.today = 40;
    EXPECT_EQ(rules_in(scenario, "stopped", 39).support.host_fte_per_1000, 0.75);
    EXPECT_EQ(rules_in(scenario, "stopped", 40).support.host_fte_per_1000, 0);
    EXPECT_EQ(rules_in(scenario, "none", 0).support.host_fte_per_1000, 0);
}

TEST(worlds, that_leave_another_share_its_past_and_are_lived_as_if_never_branched_off)
{
    // strong support from week 30 on, and in the world that leaves that one again, none from week 60 on
    const Scenario scenario = company(600, 90, "standard");
    const World more{.name = "more", .settings = {{"support.level", std::string("strong")}}, .leaves = "level", .from_week = 30};
    const World less{.name = "less", .settings = {{"support.level", std::string("none")}}, .leaves = "more", .from_week = 60};
    const auto lived = live(study_of(scenario, {less, world_called(scenario, "level"), more}), {0, {}}).ledgers;

    Scenario raised = scenario;
    raised.changes.push_back({30, "support.level", std::string("strong")});
    Scenario cut = raised;
    cut.changes.push_back({60, "support.level", std::string("none")});
    const auto alone = [](const Scenario& s) { return one(s, {"level"}).ledgers[0]; };
    const std::pair<std::size_t, Ledger> pairs[] = {{0, alone(cut)}, {1, alone(scenario)}, {2, alone(raised)}};
    for (const auto& [world, straight] : pairs)
        for (std::size_t week = 0; week < 90; week++)
            for (const auto& column : table<Page>)
                EXPECT_EQ(column.get(straight.pages[week]), column.get(lived[world].pages[week]))
                    << column.name << ", world " << world << ", week " << week;
    EXPECT_GT(lived[2].plans[30].hosts, lived[1].plans[30].hosts);
    EXPECT_EQ(lived[0].plans[60].hosts, 0);
}

TEST(worlds, that_leave_a_world_nobody_lives_or_are_named_twice_are_refused)
{
    const Scenario scenario = company(50, 10);
    const World lost{.name = "lost", .leaves = "nowhere", .from_week = 3};
    World a{.name = "a", .leaves = "b"}, b{.name = "b", .leaves = "a"};
    EXPECT_THROW(study_of(scenario, {lost}), std::invalid_argument);
    EXPECT_THROW(study_of(scenario, {a, b}), std::invalid_argument);
    EXPECT_THROW(study_of(scenario, names({"none", "none"})), std::invalid_argument);
    EXPECT_THROW(study_of(scenario, names({"stopped"})), std::invalid_argument);
    for (const char* settled : {"company.employees", "run.weeks", "bonding.circle", "prices.host"})
        EXPECT_THROW(study_of(scenario, {World{.name = "x", .settings = {{settled, 5.0}}}}), std::invalid_argument) << settled;
}

TEST(worlds, with_settings_of_their_own_take_them_over_what_was_drawn)
{
    Scenario scenario = company(50, 10);
    const World sure{.name = "sure", .settings = {{"joining.discovery", 0.0}, {"joining.word_of_mouth", 0.0}}};
    const auto trials = trials_of(scenario, 1);
    const auto lived  = live(study_of(scenario, {world_called(scenario, "level"), sure}), trials[0]).ledgers;
    EXPECT_EQ(lived[1].pages.back().members, 0);
    EXPECT_EQ(rules_of(as_lived_in(sure, drawn_by({1, 0}, scenario)), Community::planned, 0).joining.discovery, 0);
}

TEST(worlds, with_more_discovery_keep_every_newcomer_of_the_others)
{
    Scenario scenario = company(2000, 80, "none");
    scenario.model.joining.word_of_mouth = 0;
    scenario.model.leaving = {0, 0};
    Scenario keener = scenario;
    keener.model.joining.discovery *= 3;
    const auto few = one(scenario, {"level"}).ledgers[0].pages, many = one(keener, {"level"}).ledgers[0].pages;
    double joined = 0, joined_keener = 0;
    for (std::size_t week = 0; week < few.size(); week++) {
        joined += few[week].joined, joined_keener += many[week].joined;
        EXPECT_LE(joined, joined_keener);
    }
}

TEST(worlds, named_after_a_level_follow_it_and_keep_the_changes)
{
    Scenario scenario = company(100, 20, "standard");
    scenario.changes.push_back({10, "support.events_per_month", 7.0});
    EXPECT_EQ(rules_in(scenario, "strong", 0).support.host_fte_per_1000, 0.75);
    EXPECT_EQ(rules_in(scenario, "strong", 10).support.events_per_month, 7);
    EXPECT_EQ(rules_in(scenario, "none", 10).support.events_per_month, 0);
    EXPECT_EQ(rules_in(scenario, "twin", 10).joining.discovery, 0);
    EXPECT_EQ(rules_in(scenario, "level", 10).support.host_fte_per_1000, 0.2);
}

TEST(worlds, named_after_a_level_end_what_the_scenario_sets_beside_its_own)
{
    Scenario scenario = company(100, 20, "standard");
    scenario.model.support.host_fte = 3;
    EXPECT_EQ(rules_in(scenario, "strong", 0).support.host_fte, 0);
    EXPECT_EQ(rules_in(scenario, "level", 0).support.host_fte, 3);
    EXPECT_THROW(rules_in(scenario, "lavish", 0), std::exception);
}

TEST(worlds, are_the_same_on_any_number_of_threads)
{
    Scenario scenario = company(9000, 30);
    const Study study = study_of(scenario, names({"twin", "none", "level"}));
    const auto trials = trials_of(scenario, 3);
    Progress progress;
    const auto alone = simulate(study, trials, 1, progress);
    for (int threads : {2, 3, 8}) {
        const auto together = simulate(study, trials, threads, progress);
        for (std::size_t r = 0; r < alone.size(); r++)
            for (std::size_t world = 0; world < 3; world++)
                for (std::size_t week = 0; week < 30; week++)
                    for (const auto& column : table<Page>)
                        EXPECT_EQ(
                            column.get(alone[r]->ledgers[world].pages[week]),
                            column.get(together[r]->ledgers[world].pages[week]))
                            << column.name;
    }
}

TEST(worlds, leave_out_replicates_nobody_wants_any_more)
{
    Progress progress;
    progress.unwanted = true;
    for (const auto& replicate : simulate(study_of(company(50, 5), names({"twin"})), trials_of(company(50, 5), 4), 1, progress)) EXPECT_FALSE(replicate);
}

TEST(worlds, draw_what_is_not_known_once_per_replicate_and_not_what_is)
{
    Scenario scenario = company(50, 5);
    scenario.known.insert("joining.discovery");
    const Study study = study_of(scenario, names({"twin"}));
    const auto names  = unknowns(scenario);
    EXPECT_EQ(std::ranges::count(names, "joining.discovery"), 0);
    EXPECT_EQ(std::ranges::count(names, "joining.word_of_mouth"), 1);
    const auto trials = trials_of(scenario, 5);
    EXPECT_EQ(live(study, trials[3]).drawn, live(study, trials[3]).drawn);
    EXPECT_NE(live(study, trials[3]).drawn, live(study, trials[4]).drawn);
}

}  // namespace
}  // namespace ekkyo
