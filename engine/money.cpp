#include "money.hpp"

#include "calendar.hpp"
#include "finance.hpp"

#include <algorithm>

namespace ekkyo {

namespace {

constexpr double hours_per_year = 1900;

CappedLognormal worth_of(const Launch& launch, const Prices& prices, double employees)
{
    const double payroll = employees * hours_per_year * prices.wage_per_hour;
    return {
        launch.new_business ? prices.business : prices.improvement,
        launch.new_business ? prices.business_spread : prices.improvement_spread,
        payroll * prices.ceiling / 100};
}

// what an idea that was carried out brings in all, at the mean or with its own luck
double brings(const Launch& launch, const Prices& prices, double employees, Innovation innovation)
{
    const double success        = (launch.new_business ? prices.business_success : prices.improvement_success) / 100;
    const CappedLognormal worth = worth_of(launch, prices, employees);
    if (innovation == Innovation::expected) return launch.sign * success * worth.mean();
    return launch.success < success ? launch.sign * worth.quantile(launch.quantile) : 0;
}

Money& operator+=(Money& sum, const Money& more)
{
    for (const auto& line : table<Money>) line.set(sum, line.get(sum) + line.get(more));
    return sum;
}

Money times(const Money& money, double factor)
{
    Money out;
    for (const auto& line : table<Money>) line.set(out, line.get(money) * factor);
    return out;
}

Money less(const Money& money, const Money& other)
{
    Money out;
    for (const auto& line : table<Money>) line.set(out, line.get(money) - line.get(other));
    return out;
}

// what people did and what was paid for, here and not there
Money of_the_week(const Page& here, const Plan& plan, const Page& there, const Plan& their_plan, const Prices& prices)
{
    const double hour    = prices.wage_per_hour * prices.hour_price / 100;
    const auto more      = [&](double Page::*column) { return here.*column - there.*column; };
    const auto more_time = more(&Page::reading_hours) + more(&Page::asking_hours) + more(&Page::answering_hours) +
                           more(&Page::meeting_hours);
    Money money;
    money.hosts       = (plan.hosts - their_plan.hosts) * weekly_from_yearly(prices.host);
    money.events      = more(&Page::attendances) * prices.event;
    money.platform    = (here.members * plan.platform - there.members * their_plan.platform) * weekly_from_monthly(prices.platform);
    money.member_time = more_time * hour;
    money.answers     = more(&Page::answer_saving) * hour;
    money.goodwill    = more(&Page::goodwill_saving) * hour;
    if (!prices.innovation) return money;
    money.projects  = more(&Page::approved) * prices.project;
    money.idea_time = more(&Page::idea_hours) * hour;
    return money;
}

// a success pays evenly from the week it matures; what comes after the horizon is run-off
void pay(Account& account, const Launch& launch, double value, const Prices& prices)
{
    const int weeks = std::max(1, static_cast<int>(prices.benefit_years * weeks_per_year + 0.5));
    Money share;
    if (launch.new_business) {
        share.new_business = value / weeks;
    } else {
        share.improvement_cash = value / weeks * prices.improvement_cash / 100;
        share.improvement_time = value / weeks - share.improvement_cash;
    }
    const int horizon = static_cast<int>(account.weeks.size());
    double after      = 0;
    for (int week = launch.matures; week < launch.matures + weeks; week++) {
        const double factor = discount_factor(prices.discount / 100, 7.0 * week);
        if (week < horizon)
            account.weeks[week] += times(share, factor);
        else
            after += factor;
    }
    account.run_off += times(share, after);
}

// what the ideas of one world bring
Account ideas_of(const Ledger& ledger, const Prices& prices, Innovation innovation)
{
    Account ideas{std::vector<Money>(ledger.pages.size()), {}};
    if (!prices.innovation) return ideas;
    for (const Launch& launch : ledger.launches)
        if (const double value = brings(launch, prices, ledger.pages[0].employees, innovation); value != 0)
            pay(ideas, launch, value, prices);
    return ideas;
}

}  // namespace

Account account(const Ledger& here, const Ledger& baseline, const Prices& prices, Innovation innovation)
{
    const Account ours = ideas_of(here, prices, innovation), theirs = ideas_of(baseline, prices, innovation);
    Account account;
    for (std::size_t w = 0; w < here.pages.size(); w++) {
        const Money week = of_the_week(here.pages[w], here.plans[w], baseline.pages[w], baseline.plans[w], prices);
        Money& money     = account.weeks.emplace_back();
        money += times(week, discount_factor(prices.discount / 100, 7.0 * static_cast<double>(w)));
        money += less(ours.weeks[w], theirs.weeks[w]);
        account.run_off += money;
    }
    account.run_off += less(ours.run_off, theirs.run_off);
    return account;
}

}  // namespace ekkyo
