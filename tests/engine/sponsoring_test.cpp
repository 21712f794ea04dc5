#include "money.hpp"
#include "tiny.hpp"

namespace ekkyo {
namespace {

constexpr double surely = 1000;  // log odds

Scenario company(int employees, int weeks, const char* level = "standard")
{
    Scenario scenario;
    scenario.company.employees = employees;
    scenario.run.weeks         = weeks;
    assign(scenario, "support.level", std::string(level));
    return scenario;
}

Ledger sponsored(const Scenario& scenario, std::uint32_t replicate = 0)
{
    return live(study_of(scenario, {World{.name = "sponsored", .sponsored = true}}), {replicate, {}}).ledgers[0];
}

void expect_same(const Ledger& a, const Ledger& b)
{
    for (std::size_t week = 0; week < a.pages.size(); week++) {
        EXPECT_EQ(a.plans[week].hosts, b.plans[week].hosts) << week;
        EXPECT_EQ(a.plans[week].platform, b.plans[week].platform) << week;
        for (const auto& column : table<Page>)
            EXPECT_EQ(column.get(a.pages[week]), column.get(b.pages[week])) << column.name << ", week " << week;
    }
    EXPECT_EQ(a.launches.size(), b.launches.size());
}

/// The first week in which nothing is paid for; all of them, if that never comes.
std::size_t stopped_in(const Ledger& ledger)
{
    std::size_t week = 0;
    while (week < ledger.pages.size() && ledger.pages[week].paid_share > 0) week++;
    return week;
}

double mean_weeks_paid(const Scenario& scenario, int replicates = 40)
{
    double weeks = 0;
    for (int r = 0; r < replicates; r++) weeks += static_cast<double>(stopped_in(sponsored(scenario, r)));
    return weeks / replicates;
}

TEST(sponsoring, changes_no_bit_where_it_never_decides_anything_else)
{
    Scenario scenario                    = company(400, 120);
    scenario.model.sponsoring.trust      = surely;
    scenario.model.sponsoring.enthusiasm = unbounded;
    const auto lived = live(study_of(scenario, names({"level", "level, sponsored"})), {0, {}}).ledgers;
    expect_same(lived[0], lived[1]);
    expect_same(lived[0], sponsored(scenario));
}

TEST(sponsoring, without_hope_ends_after_the_first_quarter)
{
    Scenario scenario               = company(400, 40);
    scenario.model.sponsoring.trust = -surely;
    const Ledger ledger             = sponsored(scenario);
    EXPECT_EQ(stopped_in(ledger), 13u) << "April to June 2026";
    EXPECT_GT(ledger.plans[12].hosts, 0);
    EXPECT_EQ(ledger.plans[13].hosts, 0);

    // somebody who counts the year from May looks at the end of July
    scenario.model.sponsoring.fiscal_year = 5;
    EXPECT_EQ(stopped_in(sponsored(scenario)), 18u);

    // and who has come in June has not seen a quarter by July
    scenario.run.start                    = "2026-06-15";
    scenario.model.sponsoring.fiscal_year = 4;
    EXPECT_EQ(stopped_in(sponsored(scenario)), 16u);
}

TEST(sponsoring, that_has_ended_costs_nothing_and_never_begins_again)
{
    Scenario scenario               = company(400, 100);
    scenario.model.sponsoring.trust = -surely;
    scenario.changes.push_back({50, "sponsoring.trust", surely});
    scenario.changes.push_back({60, "support.level", std::string("strong")});
    const Ledger ledger = sponsored(scenario);
    for (std::size_t week = 13; week < 100; week++) {
        EXPECT_EQ(ledger.plans[week].hosts, 0);
        EXPECT_EQ(ledger.plans[week].platform, 0);
        EXPECT_EQ(ledger.pages[week].attendances, 0);
        EXPECT_EQ(ledger.pages[week].paid_share, 0);
    }

    // the same bits as a plan that was to end then
    Scenario cut = company(400, 100);
    cut.changes.push_back({13, "support.level", std::string("none")});
    const Ledger planned = live(study_of(cut, names({"level"})), {0, {}}).ledgers[0];
    for (std::size_t week = 0; week < 100; week++)
        for (const auto& column : table<Page>) {
            if (column.name == "paid_share") continue;
            EXPECT_EQ(column.get(ledger.pages[week]), column.get(planned.pages[week])) << column.name << ", " << week;
        }
}

TEST(sponsoring, is_cut_by_a_step_and_stopped_by_the_last)
{
    Scenario scenario                  = company(400, 60);
    scenario.model.sponsoring.trust    = -surely;
    scenario.model.sponsoring.leniency = unbounded;
    const Ledger ledger                = sponsored(scenario);
    EXPECT_EQ(ledger.pages[12].paid_share, 1);
    EXPECT_EQ(ledger.pages[13].paid_share, 0.5);
    EXPECT_EQ(ledger.plans[13].hosts, ledger.plans[12].hosts / 2);
    EXPECT_EQ(ledger.pages[26].paid_share, 0.5);
    EXPECT_EQ(ledger.pages[27].paid_share, 0);
}

TEST(sponsoring, is_expanded_up_to_a_ceiling)
{
    Scenario scenario                    = company(400, 60);
    scenario.model.sponsoring.trust      = surely;
    scenario.model.sponsoring.enthusiasm = 0;
    const Ledger ledger                  = sponsored(scenario);
    EXPECT_EQ(ledger.pages[13].paid_share, 1.5);
    EXPECT_DOUBLE_EQ(ledger.plans[13].hosts, 1.5 * ledger.plans[12].hosts);
    EXPECT_LE(ledger.plans[13].platform, 1);
    EXPECT_EQ(ledger.pages[59].paid_share, 1.5);
}

TEST(sponsoring, lasts_longer_with_more_patience_more_trust_and_less_spending)
{
    Scenario scenario                  = company(200, 156);
    scenario.model.innovating.approved = 0;
    Scenario patient = scenario, trusting = scenario, cheap = scenario;
    patient.model.sponsoring.patience  = 24;
    trusting.model.sponsoring.trust    = 4.5;
    scenario.model.sponsoring.spending = cheap.model.sponsoring.spending = 3;
    cheap.model.support.host_fte_per_1000 /= 10;
    const double usual = mean_weeks_paid(scenario);
    EXPECT_GT(mean_weeks_paid(patient), usual + 10);
    EXPECT_GT(mean_weeks_paid(trusting), usual + 10);
    EXPECT_GT(mean_weeks_paid(cheap), usual);
}

TEST(sponsoring, lasts_longer_where_ideas_come_to_something)
{
    Scenario scenario = company(400, 156, "strong"), telling = scenario;
    scenario.model.innovating.approved = 0;
    telling.model.innovating.approved  = 0.5;
    telling.model.innovating.approval  = 100;
    EXPECT_GT(mean_weeks_paid(telling, 20), mean_weeks_paid(scenario, 20) + 10);
}

TEST(sponsoring, sees_no_price)
{
    Scenario scenario = company(300, 104), dear = scenario;
    dear.prices.host = dear.prices.event = 1e9;
    expect_same(sponsored(scenario, 3), sponsored(dear, 3));
}

TEST(sponsoring, of_nothing_has_nothing_to_decide)
{
    Scenario scenario               = company(300, 60, "none");
    scenario.model.sponsoring.trust = -surely;
    for (const Page& page : sponsored(scenario).pages) EXPECT_EQ(page.paid_share, 1);

    // and begins with the plan, whenever that is
    scenario.changes.push_back({20, "support.level", std::string("strong")});
    EXPECT_EQ(stopped_in(sponsored(scenario)), 40u) << "after the quarter from October on";
}

TEST(sponsoring, presses_members_for_figures_where_it_pays_for_less_than_the_plan)
{
    Scenario scenario                  = company(400, 80);
    scenario.model.sponsoring.trust    = -surely;
    scenario.model.sponsoring.leniency = unbounded;
    scenario.model.sponsoring.step     = 10;
    Scenario pressed                   = scenario;
    scenario.model.sponsoring.pressure = 0;
    pressed.model.sponsoring.pressure  = 100;
    double answered = 0, fewer = 0;
    for (std::uint32_t r = 0; r < 10; r++) {
        answered += sum_of(sponsored(scenario, r).pages, &Page::answered);
        fewer += sum_of(sponsored(pressed, r).pages, &Page::answered);
    }
    EXPECT_LT(fewer, answered);
}

TEST(sponsored_worlds, share_the_past_of_their_protected_selves_and_are_lived_as_if_alone)
{
    const Scenario scenario = company(300, 208);
    int went_otherwise      = 0;
    for (std::uint32_t r = 0; r < 8; r++) {
        const auto lived = live(study_of(scenario, names({"level, sponsored", "stopped", "level"})), {r, {}}).ledgers;
        expect_same(lived[0], sponsored(scenario, r));
        expect_same(lived[2], live(study_of(scenario, names({"level"})), {r, {}}).ledgers[0]);
        went_otherwise += lived[0].pages.back().paid_share != 1;
        for (const Page& page : lived[2].pages) EXPECT_EQ(page.paid_share, 1);
    }
    EXPECT_GT(went_otherwise, 0);
}

TEST(sponsored_worlds, that_set_something_else_are_refused)
{
    const Scenario scenario = company(50, 10);
    const World level       = world_called(scenario, "level");
    World other             = world_called(scenario, "level, sponsored");
    EXPECT_NO_THROW(study_of(scenario, {level, other}));
    EXPECT_THROW(study_of(scenario, {other}), std::invalid_argument);
    other.from_week = 5;
    EXPECT_THROW(study_of(scenario, {level, other}), std::invalid_argument);
}

}  // namespace
}  // namespace ekkyo
