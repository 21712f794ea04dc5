#include "finance.hpp"
#include "matrix.hpp"
#include "money.hpp"
#include "tiny.hpp"

namespace ekkyo {
namespace {

constexpr double close = 1e-9;  // relative

TEST(finance, gives_the_textbook_numbers)
{
    const double flows[] = {-100e3, 30e3, 50e3, 60e3};
    EXPECT_NEAR(net_present_value(flows, 0.10), 13'673.9294, 5e-5);
    EXPECT_NEAR(*internal_rate_of_return(flows), 0.167949, 5e-7);
    EXPECT_NEAR(net_present_value(flows, 0.10) / 100e3, 0.136739, 5e-7);
    EXPECT_NEAR(net_present_value(flows, *internal_rate_of_return(flows)), 0, 1e-4);
    EXPECT_NEAR(annuity(3, 0.10), 2.486852, 5e-7);
    EXPECT_NEAR(annuity(5, 0.08), 3.992710, 5e-7);
    EXPECT_NEAR(annuity(10, 0.10, 0.03), 6.883744, 5e-7);
    EXPECT_NEAR(annuity(10, 0.10), (1 - std::pow(1.1, -10)) / 0.1, close);
    EXPECT_EQ(net_present_value(flows, 0), 40e3);
    const double gains[] = {1, 1};
    EXPECT_FALSE(internal_rate_of_return(gains));
}

TEST(finance, gives_the_published_table_of_a_total_economic_impact_study)
{
    // Forrester TEI of SalesLoft, p. 20: the initial column undiscounted, three years at 10 % year-end
    const double costs[] = {53'150, 666'715, 636'772, 647'783}, benefits[] = {0, 1'606'511, 3'061'331, 4'229'760};
    const double cost = net_present_value(costs, 0.10), benefit = net_present_value(benefits, 0.10);
    EXPECT_EQ(std::round(cost), 1'672'201);
    EXPECT_EQ(std::round(benefit), 7'168'371);
    EXPECT_EQ(std::round(benefit - cost), 5'496'170);
    EXPECT_EQ(std::round(100 * (benefit - cost) / cost), 329);
}

TEST(finance, discounts_by_days)
{
    EXPECT_NEAR(discount_factor(0.08, 365.25), 1 / 1.08, close);
    EXPECT_NEAR(discount_factor(0.08, 7) * discount_factor(0.08, 14), discount_factor(0.08, 21), close);
    EXPECT_EQ(discount_factor(0, 1000), 1);
}

TEST(finance, knows_what_a_heavy_tail_brings)
{
    // LN(10, 1.5): mean 67,846.29, median 22,026.47, the top fifth takes 74.4853 %
    const CappedLognormal free{std::exp(10), 1.5, 1e30};
    EXPECT_NEAR(free.mean(), 67'846.29, 0.01);
    EXPECT_NEAR(free.quantile(0.5), 22'026.47, 0.01);
    EXPECT_NEAR(free.share_above(0.8), 0.744853, 5e-7);
    EXPECT_NEAR(free.share_above(0), 1, close);

    // a ceiling against a sum over a hundred thousand quantiles
    const CappedLognormal capped{1e6, 1.8, 20e6};
    double sum = 0, top = 0;
    for (int q = 0; q < 100'000; q++) {
        const double value = capped.quantile((q + 0.5) / 100'000);
        sum += value / 100'000, top += q >= 90'000 ? value / 100'000 : 0;
        ASSERT_LE(value, 20e6);
    }
    EXPECT_NEAR(capped.mean() / sum, 1, 1e-4);
    EXPECT_NEAR(capped.share_above(0.9), top / sum, 1e-4);
    EXPECT_EQ((CappedLognormal{5, 0, 3}.mean()), 3);
}

TEST(finance, draws_what_it_says_a_success_is_worth)
{
    // log-moments of drawn values: sd 1.5, n = 30,000; a shift of .05 in the median shows
    const CappedLognormal free{std::exp(10), 1.5, 1e30};
    const Chances chances = Week(Luck{}, 0, {}).chances("test/value");
    std::vector<double> logs;
    for (Seat s = 0; s < 30'000; s++) logs.push_back(std::log(free.quantile(chances.of(s).uniform())));
    EXPECT_LT(std::abs(z_of_mean(logs, 10)), once_in_100000);
}

/// A year in which the community did this and that, and one in which it did not.
struct Two {
    Ledger here{std::vector<Page>(52), std::vector<Plan>(52), {}}, twin = here;

    Two()
    {
        for (Page& page : here.pages) {
            page.employees = 1000, page.members = 100, page.attendances = 4, page.meeting_hours = 6, page.reading_hours = 5;
            page.asking_hours = 1, page.answering_hours = 2, page.answer_saving = 20, page.goodwill_saving = 3;
            page.learning_saving = 5, page.carried_saving = 0.5;
            page.attempts = 3, page.certificates = 2, page.study_hours = 30, page.posting_hours = 0, page.referred = 1;
            page.hires = page.quits = 3, page.stuck_hours = 77, page.request_hours = 50, page.approved = 1, page.idea_hours = 84;
        }
        for (Page& page : twin.pages) page.employees = 1000, page.hires = page.quits = 4, page.stuck_hours = 100, page.request_hours = 50;
        for (Plan& plan : here.plans) plan = {1, 0.5};
        here.launches.push_back({.week = 2, .matures = 10, .new_business = false, .sign = 1, .success = 0.3, .quantile = 0.5});
        here.launches.push_back({.week = 2, .matures = 20, .new_business = true, .sign = 1, .success = 0.01, .quantile = 0.9});
    }
};

Money total(const Account& account)
{
    Money sum;
    for (const Money& week : account.weeks)
        for (const auto& line : table<Money>) line.set(sum, line.get(sum) + line.get(week));
    return sum;
}

double net(const Money& money, bool cash_only)
{
    double sum = 0;
    for (std::size_t l = 0; l < lines.size(); l++)
        if (!cash_only || lines[l].is_cash) sum += (lines[l].side == Side::value ? 1 : -1) * table<Money>[l].get(money);
    return sum;
}

TEST(money, of_a_year_is_that_of_the_price_list)
{
    Prices prices;
    prices.discount    = 0;
    const Two two;
    const Money money = total(account(two.here, two.twin, prices, Innovation::drawn));
    const double hour = 4500 * 0.5;
    EXPECT_NEAR(money.hosts, 7.8e6 * 52 / weeks_per_year, 1);
    EXPECT_NEAR(money.events, 52 * 4 * 2000, close);
    EXPECT_NEAR(money.platform, 100 * 0.5 * 250 * 52 / weeks_per_month, 1e-6);
    EXPECT_NEAR(money.member_time, 52 * (6 + 5 + 1 + 2) * hour, 1e-6);
    EXPECT_NEAR(money.idea_time, 52 * 84 * hour, 1e-6);
    EXPECT_NEAR(money.answers, 52 * 20 * hour, 1e-6);
    EXPECT_NEAR(money.goodwill, 52 * 3 * hour, 1e-6);
    EXPECT_NEAR(money.learning, 52 * 5 * hour, 1e-6);
    EXPECT_NEAR(money.carried, 52 * 0.5 * hour, 1e-6);
    EXPECT_NEAR(money.certificate_fees, 52 * 3 * 13'200, 1e-6);
    EXPECT_NEAR(money.study_time, 52 * 30 * hour, 1e-6);
    EXPECT_NEAR(money.certificates, 52 * 2 * 80'000, 1e-6);
    EXPECT_NEAR(money.recruiting, 52 * (1.03e6 - 200e3), 1e-6);
    EXPECT_NEAR(money.replacement_cash, 52 * 1.03e6, 1e-6);
    EXPECT_NEAR(money.replacement_time, 52 * 0.19 * 1900 * hour, 1e-6);

    // the improvement pays .7 million over three years from week 10, half of it cash
    const double paid = 0.7e6 * 42 / std::round(3 * weeks_per_year);
    EXPECT_NEAR(money.improvement_cash, paid / 2, 1);
    EXPECT_NEAR(money.improvement_time, paid / 2, 1);
    EXPECT_NEAR(money.new_business, 30e6 * std::exp(1.8 * normal_quantile(0.9)) * 32 / std::round(3 * weeks_per_year), 10);
}

TEST(money, follows_what_is_under_way_past_the_horizon)
{
    Prices prices;
    prices.discount = 0;
    const Two two;
    const Account account = ekkyo::account(two.here, two.twin, prices, Innovation::drawn);
    EXPECT_NEAR(account.run_off.improvement_cash + account.run_off.improvement_time, 0.7e6, 1);
    EXPECT_EQ(account.run_off.hosts, total(account).hosts) << "spending stops";
}

TEST(money, has_no_hour_in_the_cash_ledger)
{
    const Two two;
    Prices dear;
    dear.hour_price   = 100;
    const Money usual = total(account(two.here, two.twin, {}, Innovation::expected));
    const Money high  = total(account(two.here, two.twin, dear, Innovation::expected));
    for (std::size_t l = 0; l < lines.size(); l++) {
        if (!lines[l].is_cash) continue;
        EXPECT_EQ(table<Money>[l].get(usual), table<Money>[l].get(high)) << table<Money>[l].name;
    }
    EXPECT_EQ(net(usual, true), net(high, true));
    EXPECT_NE(net(usual, false), net(high, false));
}

TEST(money, prices_an_hour_once)
{
    // what is saved is what problems take less than in the twin: no other line rests on these hours
    const Two two;
    Prices prices;
    prices.discount   = 0;
    const Money money = total(account(two.here, two.twin, prices, Innovation::expected));
    double hours      = 0;
    for (std::size_t w = 0; w < 52; w++)
        hours += two.twin.pages[w].stuck_hours + two.twin.pages[w].request_hours - two.here.pages[w].stuck_hours - two.here.pages[w].request_hours;
    EXPECT_NEAR(money.answers + money.goodwill, hours * 4500 * 0.5, 1e-6);
}

TEST(money, of_a_world_against_itself_is_nothing_at_all)
{
    const Two two;
    for (Innovation innovation : {Innovation::expected, Innovation::drawn}) {
        const Account none = account(two.here, two.here, {}, innovation);
        for (const auto& line : table<Money>) {
            EXPECT_EQ(line.get(total(none)), 0) << line.name;
            EXPECT_EQ(line.get(none.run_off), 0) << line.name;
        }
    }
}

TEST(money, twice_as_dear_is_twice_the_net_and_the_same_return)
{
    const Two two;
    Prices twice;
    for (double Prices::*price : {&Prices::wage_per_hour, &Prices::host, &Prices::event, &Prices::platform, &Prices::certificate_fee, &Prices::certificate, &Prices::hire, &Prices::referral_bonus, &Prices::project, &Prices::improvement, &Prices::business})
        twice.*price *= 2;
    for (Innovation innovation : {Innovation::expected, Innovation::drawn}) {
        const Money once = total(account(two.here, two.twin, {}, innovation)), more = total(account(two.here, two.twin, twice, innovation));
        for (const auto& line : table<Money>) EXPECT_NEAR(line.get(more), 2 * line.get(once), close * std::abs(line.get(once))) << line.name;
    }
}

TEST(money, without_innovation_has_none_of_its_lines)
{
    const Two two;
    Prices prices;
    prices.innovation = false;
    const Money money = total(account(two.here, two.twin, prices, Innovation::expected));
    for (double Money::*line : {&Money::projects, &Money::idea_time, &Money::improvement_cash, &Money::improvement_time, &Money::new_business})
        EXPECT_EQ(money.*line, 0);
    EXPECT_GT(money.answers, 0);
}

TEST(money, of_ideas_lost_to_displacement_is_negative)
{
    Two two;
    for (Launch& launch : two.here.launches) launch.sign = -1;
    for (Innovation innovation : {Innovation::expected, Innovation::drawn}) {
        const Money money = total(account(two.here, two.twin, {}, innovation));
        EXPECT_LT(money.new_business, 0);
        EXPECT_LT(money.improvement_cash, 0);
    }
}

TEST(money, drawn_often_is_what_is_expected)
{
    // 20,000 launched improvements; log values have sd 1.5, the mean of capped values a standard error of about 2 %
    Two two;
    two.here.launches.clear();
    const Chances chances = Week(Luck{}, 0, {}).chances("test/value");
    for (Seat s = 0; s < 20'000; s++) {
        Draw draw = chances.of(s);
        two.here.launches.push_back({.week = 0, .matures = 0, .new_business = false, .sign = 1, .success = draw.uniform(), .quantile = draw.uniform()});
    }
    const double expected = total(account(two.here, two.twin, {}, Innovation::expected)).improvement_cash;
    const double drawn    = total(account(two.here, two.twin, {}, Innovation::drawn)).improvement_cash;
    EXPECT_NEAR(drawn / expected, 1, once_in_100000 * 0.026);
}

TEST(money, is_discounted_by_the_day_it_comes)
{
    const Two two;
    Prices waiting, patient;
    patient.discount = 0;
    for (Innovation innovation : {Innovation::expected, Innovation::drawn}) {
        const Account now  = account(two.here, two.twin, waiting, innovation);
        const Account then = account(two.here, two.twin, patient, innovation);
        for (std::size_t w = 0; w < now.weeks.size(); w++)
            for (const auto& line : table<Money>) {
                const double worth = line.get(then.weeks[w]) * discount_factor(0.08, 7.0 * static_cast<double>(w));
                EXPECT_NEAR(line.get(now.weeks[w]), worth, close * std::abs(worth)) << line.name << " in week " << w;
            }
    }
}

TEST(money, that_comes_long_after_the_run_is_discounted_as_well)
{
    Two two;
    two.here.launches = {{.week = 2, .matures = 5000, .new_business = true, .sign = 1, .success = 0, .quantile = 0.5}};
    const Account account = ekkyo::account(two.here, two.twin, {}, Innovation::drawn);
    const int weeks       = static_cast<int>(std::round(3 * weeks_per_year));
    double worth          = 0;
    for (int week = 5000; week < 5000 + weeks; week++) worth += 30e6 / weeks * discount_factor(0.08, 7.0 * week);
    EXPECT_NEAR(account.run_off.new_business, worth, close * worth);
    EXPECT_EQ(total(account).new_business, 0);
}

TEST(money, after_the_horizon_comes_from_ideas_only)
{
    const Two two;
    for (Innovation innovation : {Innovation::expected, Innovation::drawn}) {
        const Account account = ekkyo::account(two.here, two.twin, {}, innovation);
        const Money horizon   = total(account);
        for (std::size_t l = 0; l < lines.size(); l++) {
            const auto& line = table<Money>[l];
            if (lines[l].item == "O6")
                EXPECT_GT(line.get(account.run_off), line.get(horizon)) << line.name;
            else
                EXPECT_EQ(line.get(account.run_off), line.get(horizon)) << line.name;
        }
    }
}

TEST(money, of_one_success_stops_at_the_ceiling)
{
    // a tenth of the payroll of 1,000 people x 1,900 hours x 4,500
    Prices prices;
    prices.discount = 0, prices.business_spread = 3;
    Two two;
    two.here.launches = {
        {.week = 0, .matures = 0, .new_business = true, .sign = 1, .success = 0, .quantile = 1 - 1e-9}};
    const double ceiling = 0.10 * 1000 * 1900 * 4500;
    EXPECT_NEAR(account(two.here, two.twin, prices, Innovation::drawn).run_off.new_business, ceiling, close * ceiling);

    // and so the mean of what ideas bring
    const double mean = 0.07 * CappedLognormal{30e6, 3, ceiling}.mean();
    EXPECT_NEAR(account(two.here, two.twin, prices, Innovation::expected).run_off.new_business, mean, close * mean);
}

TEST(money, of_a_success_is_capped_by_the_company_as_it_was_founded)
{
    Two two;
    two.here.launches = {{.week = 2, .matures = 60, .new_business = true, .sign = 1, .success = 0, .quantile = 0.999999}};
    Prices prices;
    prices.discount = 0;
    const Account founded = account(two.here, two.twin, prices, Innovation::drawn);
    EXPECT_NEAR(founded.run_off.new_business, 1000 * 1900 * 4500.0 * prices.ceiling / 100, 1);
    two.here.pages.back().employees = 10;
    EXPECT_EQ(account(two.here, two.twin, prices, Innovation::drawn).run_off.new_business, founded.run_off.new_business);
}

TEST(money, of_the_wage_reaches_the_cash_ledger_only_through_the_ceiling)
{
    // twice the wage and half the ceiling: no success may bring more than before
    const Two two;
    Prices prices;
    prices.wage_per_hour *= 2, prices.ceiling /= 2;
    for (Innovation innovation : {Innovation::expected, Innovation::drawn}) {
        const Money usual = total(account(two.here, two.twin, {}, innovation));
        const Money dear  = total(account(two.here, two.twin, prices, innovation));
        for (std::size_t l = 0; l < lines.size(); l++) {
            const auto& line     = table<Money>[l];
            const bool is_hours  = !lines[l].is_cash && lines[l].item != "O6";
            const double expected = line.get(usual) * (is_hours ? 2 : 1);
            EXPECT_NEAR(line.get(dear), expected, close * std::abs(expected)) << line.name;
        }
    }
}

TEST(money, for_projects_is_paid_at_approval_failures_included)
{
    Two two;
    two.here.launches.clear();
    Prices prices;
    prices.discount = 0, prices.project = 1000;
    EXPECT_EQ(total(account(two.here, two.twin, prices, Innovation::drawn)).projects, 52 * 1000);
}

TEST(money, of_one_world_beyond_another_is_that_of_the_other_turned_round)
{
    Two two;
    for (Page& page : two.twin.pages) page.attendances = 9, page.idea_hours = 3, page.members = 7;
    for (Plan& plan : two.twin.plans) plan = {0.2, 1};
    two.twin.launches = two.here.launches, two.twin.launches.pop_back();
    for (Innovation innovation : {Innovation::expected, Innovation::drawn}) {
        const Account there = account(two.here, two.twin, {}, innovation);
        const Account back  = account(two.twin, two.here, {}, innovation);
        for (const auto& line : table<Money>) {
            EXPECT_EQ(line.get(total(there)), -line.get(total(back))) << line.name;
            EXPECT_EQ(line.get(there.run_off), -line.get(back.run_off)) << line.name;
        }
    }
}

TEST(money, is_never_negative_where_a_community_only_adds)
{
    const Two two;
    for (Innovation innovation : {Innovation::expected, Innovation::drawn}) {
        const Account account = ekkyo::account(two.here, two.twin, {}, innovation);
        for (const Money& week : account.weeks)
            for (const auto& line : table<Money>) EXPECT_GE(line.get(week), 0) << line.name;
    }
}

TEST(matrix, adds_up_to_all_value)
{
    const Two two;
    const Money money = total(account(two.here, two.twin, {}, Innovation::expected));
    std::map<std::string_view, double> cells;
    double costs = 0, all = 0;
    for (const Item& item : matrix)
        for (std::size_t l = 0; l < lines.size(); l++)
            if (lines[l].item == item.code) cells[item.cell] += table<Money>[l].get(money);
    for (const auto& [cell, value] : cells) all += value;
    for (std::size_t l = 0; l < lines.size(); l++)
        if (lines[l].side == Side::cost) costs += table<Money>[l].get(money);
    EXPECT_NEAR(all - costs, net(money, false), close * all);
}

TEST(matrix, has_every_value_in_one_item_and_no_cost)
{
    std::set<std::string_view> codes;
    for (const Item& item : matrix) codes.insert(item.code);
    EXPECT_EQ(codes.size(), 21u);
    for (std::size_t l = 0; l < lines.size(); l++)
        EXPECT_EQ(codes.contains(lines[l].item), lines[l].side == Side::value) << table<Money>[l].name;
    std::map<std::string_view, int> cells;
    for (const Item& item : matrix) cells[item.cell]++;
    EXPECT_EQ(cells.size(), 4u);
    EXPECT_EQ(cells[cell::organisation_short], 4);
    EXPECT_EQ(cells[cell::organisation_long], 8);
    EXPECT_EQ(cells[cell::individual_short], 5);
    EXPECT_EQ(cells[cell::individual_long], 4);
}

TEST(matrix, counts_in_columns_of_the_ledger)
{
    std::set<std::string, std::less<>> columns;
    for (const auto& column : table<Page>) columns.emplace(column.name);
    for (const Item& item : matrix) {
        std::string words(item.counted_in);
        for (std::size_t at; !words.empty(); words.erase(0, at == std::string::npos ? at : at + 1)) {
            at = words.find(' ');
            EXPECT_TRUE(columns.contains(words.substr(0, at))) << item.code << ": " << words;
        }
        EXPECT_TRUE(item.counted_in.empty() || !item.treatment.starts_with("not yet")) << item.code;
    }
}

}  // namespace
}  // namespace ekkyo
