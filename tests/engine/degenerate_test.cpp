#include "money.hpp"
#include "tiny.hpp"

namespace ekkyo {
namespace {

// The edges: hardly a company, hardly a community, no money. Each is lived in all worlds with everything else at work.

const std::vector<std::string> every_world{"twin", "none", "grassroots", "standard", "strong", "level", "stopped"};

Scenario lively(int employees, int silos)
{
    Scenario scenario;
    scenario.company.employees = employees;
    scenario.company.silos     = silos;
    scenario.run.weeks         = 90;
    assign(scenario, "support.level", std::string("strong"));
    scenario.model.joining.interested  = 100;
    scenario.model.innovating.approved = 1;
    return scenario;
}

/// Lives a scenario in all worlds, everybody followed one by one, and looks at every page: counts whole, nothing negative,
/// members counted right.
std::vector<Ledger> lived_soundly(Scenario scenario)
{
    scenario.run.everybody = true;
    auto ledgers = live(study_of(scenario, every_world), {0, {}}).ledgers;
    for (const Ledger& ledger : ledgers) {
        double members = 0;
        for (const Page& page : ledger.pages) {
            members += page.joined + page.returned - page.left - page.departed;
            EXPECT_EQ(page.members, members);
            EXPECT_LE(page.members, page.employees);
            EXPECT_LE(page.bridges, page.ties);
            for (const auto& column : table<Page>) {
                EXPECT_TRUE(std::isfinite(column.get(page))) << column.name;
                if (column.name.ends_with("saving")) continue;
                EXPECT_GE(column.get(page), 0) << column.name;
            }
        }
    }
    return ledgers;
}

double sum(const Ledger& ledger, double Page::* column)
{
    double total = 0;
    for (const Page& page : ledger.pages) total += page.*column;
    return total;
}

TEST(degenerate, a_company_of_one_has_a_community_of_one_who_meets_nobody)
{
    for (const Ledger& ledger : lived_soundly(lively(1, 1)))
        for (double Page::* column : {&Page::ties, &Page::introduced, &Page::answered, &Page::favours, &Page::ideas})
            EXPECT_EQ(sum(ledger, column), 0);
}

TEST(degenerate, a_company_of_two_lives)
{
    for (int silos : {1, 2}) {
        const auto ledgers = lived_soundly(lively(2, silos));
        EXPECT_LE(ledgers.back().pages.back().ties, 1);
    }
}

TEST(degenerate, one_silo_has_no_bridge_and_no_idea_across)
{
    for (const Ledger& ledger : lived_soundly(lively(300, 1))) {
        EXPECT_EQ(sum(ledger, &Page::bridges), 0);
        EXPECT_EQ(sum(ledger, &Page::ideas), 0);
    }
}

TEST(degenerate, silos_of_one_have_nothing_but_bridges)
{
    for (const Ledger& ledger : lived_soundly(lively(60, 60)))
        for (const Page& page : ledger.pages) EXPECT_EQ(page.bridges, page.ties);
}

TEST(degenerate, more_silos_than_people_are_as_many_as_there_are_people)
{
    const Founding founding = found({.employees = 3, .silos = 10, .people = "", .turnover = "drawn"}, {}, 0, {1, 0});
    EXPECT_EQ(founding.silos(), 3u);
    EXPECT_EQ(founding.silo_first, (std::vector<Seat>{0, 1, 2, 3}));
}

TEST(degenerate, a_company_that_does_not_hire_runs_empty_and_its_community_with_it)
{
    Scenario scenario       = lively(40, 4);
    scenario.model.staffing = {900, 0};
    const auto ledgers      = lived_soundly(scenario);
    for (const Ledger& ledger : ledgers) {
        EXPECT_EQ(ledger.pages.back().employees, 0);
        EXPECT_EQ(ledger.pages.back().members, 0);
        EXPECT_EQ(ledger.pages.back().ties, 0);
        EXPECT_EQ(ledger.pages.back().problems, 0);
    }
}

TEST(degenerate, no_support_costs_no_money)
{
    // against the twin, a community nobody pays for costs hours but neither hosts, nor a platform, nor an event
    const auto ledgers    = lived_soundly(lively(300, 5));
    const Account account = ekkyo::account(ledgers[1], ledgers[0], {}, Innovation::expected);
    EXPECT_EQ(account.run_off.hosts, 0);
    EXPECT_EQ(account.run_off.platform, 0);
    EXPECT_EQ(account.run_off.events, 0);
    EXPECT_GT(account.run_off.member_time, 0);
}

TEST(degenerate, without_problems_nobody_asks_and_nothing_is_saved)
{
    Scenario scenario               = lively(300, 5);
    scenario.model.helping.problems = 0;
    for (const Ledger& ledger : lived_soundly(scenario))
        for (double Page::* column :
             {&Page::questions,
              &Page::favours,
              &Page::stuck_hours,
              &Page::request_hours,
              &Page::answer_saving,
              &Page::goodwill_saving,
              &Page::learning_saving,
              &Page::carried_saving})
            EXPECT_EQ(sum(ledger, column), 0);
}

TEST(degenerate, the_silos_add_up_to_the_company_in_every_week)
{
    Model model                    = still();
    model.staffing                 = {80, 0.1};
    model.joining.discovery        = 2;
    model.leaving                  = {30, 10};
    model.support.events_per_month = 4;
    Tiny tiny({.employees = 400, .silos = 7, .people = "", .turnover = "drawn"}, model);
    for (int week = 0; week < 150; week++) {
        const Page page = tiny.live(week);
        std::vector<std::int64_t> heads(7), members(7);
        double hired = 0;
        for (Seat s = 0; s < 400; s++) {
            if (!tiny.org.is_employed(s)) {
                ASSERT_EQ(tiny.org.row[s], outside) << "whoever has gone is in nobody's list";
                continue;
            }
            heads[tiny.founding.silo_of(s)]++, members[tiny.founding.silo_of(s)] += tiny.org.is_inside(s);
            hired += tiny.org.hired[s];
        }
        ASSERT_EQ(heads, tiny.org.headcount) << week;
        ASSERT_EQ(members, tiny.org.members_in) << week;
        EXPECT_EQ(page.employees, static_cast<double>(tiny.org.employees()));
        EXPECT_EQ(page.members, static_cast<double>(tiny.org.member_count()));
        EXPECT_EQ(tiny.org.hired_sum, hired);
        EXPECT_EQ(tiny.org.vacancies.size(), 400u - tiny.org.employees());
    }
}

TEST(degenerate, a_seat_with_everything_in_order_has_one_row_and_a_row_one_seat)
{
    Model model             = still();
    model.staffing          = {200, unbounded};
    model.joining.discovery = 4;
    model.leaving           = {50, 50};
    Tiny tiny({.employees = 120, .silos = 4, .people = "", .turnover = "drawn"}, model);
    for (int week = 0; week < 200; week++) {
        tiny.live(week);
        std::size_t used = 0;
        for (Row r = 0; r < tiny.org.members.size(); r++) {
            const Seat seat = tiny.org.members[r].seat;
            if (seat == nobody) continue;
            used++;
            ASSERT_EQ(tiny.org.row[seat], r);
        }
        ASSERT_EQ(used + tiny.org.free_rows.size(), tiny.org.members.size());
        ASSERT_LE(tiny.org.members.size(), 120u);
    }
}

TEST(week, in_which_nothing_can_happen_leaves_everything_as_it_was)
{
    Tiny tiny(people_in(200), still());
    for (const Page& page : tiny.live_until(30))
        for (const auto& column : table<Page>) {
            if (column.name == "employees" || column.name == "tenure" || column.name == "paid_share" || column.name == "skill_floor") continue;
            EXPECT_EQ(column.get(page), 0) << column.name;
        }
    EXPECT_TRUE(tiny.org.members.empty());
    EXPECT_EQ(tiny.org.hired, tiny.founding.hired);
}

}  // namespace
}  // namespace ekkyo
