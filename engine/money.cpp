#include "money.hpp"

#include "calendar.hpp"
#include "finance.hpp"

#include <algorithm>
#include <bit>

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

/// What money of a week is worth on the first day; only weeks long after the run are not looked up.
class Discounting {
public:
    Discounting(const Prices& prices, std::size_t horizon) : rate_(prices.discount / 100), known_(2 * horizon)
    {
        for (std::size_t week = 0; week < known_.size(); week++) known_[week] = computed(week);
    }

    double operator()(std::size_t week) const { return week < known_.size() ? known_[week] : computed(week); }

private:
    double computed(std::size_t week) const { return discount_factor(rate_, 7.0 * static_cast<double>(week)); }

    double rate_;
    std::vector<double> known_;
};

void add(Money& sum, const Money& more, double factor = 1)
{
    auto all         = std::bit_cast<Lines>(sum);
    const auto added = std::bit_cast<Lines>(more);
    for (std::size_t i = 0; i < all.size(); i++) all[i] += added[i] * factor;
    sum = std::bit_cast<Money>(all);
}

Money less(const Money& money, const Money& other)
{
    Money out = money;
    add(out, other, -1);
    return out;
}

// what people did and what was paid for, here and not there
Money of_the_week(const Page& here, const Plan& plan, const Page& there, const Plan& their_plan, const Prices& prices)
{
    const double hour    = worth_of_an_hour(prices);
    const auto more      = [&](double Page::*column) { return here.*column - there.*column; };
    const auto more_time = more(&Page::reading_hours) + more(&Page::asking_hours) + more(&Page::answering_hours) +
                           more(&Page::sharing_hours) + more(&Page::meeting_hours) + more(&Page::posting_hours);
    Money money;
    money.hosts       = (plan.hosts - their_plan.hosts) * weekly_from_yearly(prices.host);
    money.events      = more(&Page::attendances) * prices.event;
    money.platform    = (here.members * plan.platform - there.members * their_plan.platform) * weekly_from_monthly(prices.platform);
    money.member_time = more_time * hour;
    money.leading_time = more(&Page::leading_hours) * hour;
    money.answers     = more(&Page::answer_saving) * hour;
    money.goodwill    = more(&Page::goodwill_saving) * hour;
    money.learning    = more(&Page::learning_saving) * hour;
    money.carried     = more(&Page::carried_saving) * hour;

    // a referral saves what other channels cost more; a certificate what it spares, and no more
    money.certificate_fees = more(&Page::attempts) * prices.certificate_fee;
    money.study_time       = more(&Page::study_hours) * hour;
    money.certificates     = more(&Page::certificates) * prices.certificate;
    money.recruiting       = more(&Page::referred) * (prices.hire - prices.referral_bonus);

    // whoever stays need not be found again, which is cash, nor grow into the job, which is time
    money.replacement_cash = -more(&Page::quits) * prices.hire;
    money.replacement_time = -more(&Page::quits) * prices.ramp_up / 100 * hours_per_year * hour;
    if (!prices.innovation) return money;
    money.projects  = more(&Page::approved) * prices.project;
    money.idea_time = more(&Page::idea_hours) * hour;
    return money;
}

// what ideas bring, if anything
constexpr double Money::*ideas_pay_into[] = {
    &Money::improvement_cash, &Money::improvement_time, &Money::new_business};

// for how long a success pays
int weeks_that_pay(const Prices& prices)
{
    return std::max(1, static_cast<int>(prices.benefit_years * weeks_per_year + 0.5));
}

// a success pays evenly from the week it matures; what comes after the horizon is run-off
void pay(Account& account, const Launch& launch, double value, const Prices& prices, const Discounting& worth_today)
{
    const int weeks = weeks_that_pay(prices);
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
        const double factor = worth_today(week);
        if (week < horizon)
            for (auto line : ideas_pay_into) account.weeks[week].*line += share.*line * factor;
        else
            after += factor;
    }
    add(account.run_off, share, after);
}

// what the ideas of one world bring
Account ideas_of(const Ledger& ledger, const Prices& prices, Innovation innovation, const Discounting& worth_today)
{
    Account ideas{std::vector<Money>(ledger.pages.size()), {}};
    if (!prices.innovation) return ideas;
    for (const Launch& launch : ledger.launches)
        if (const double value = brings(launch, prices, ledger.pages[0].employees, innovation); value != 0)
            pay(ideas, launch, value, prices, worth_today);
    return ideas;
}

}  // namespace

double worth_of_an_hour(const Prices& prices)
{
    return prices.wage_per_hour * prices.hour_price / 100;
}

double cost_of_replacing(const Prices& prices)
{
    return prices.hire + prices.ramp_up / 100 * hours_per_year * worth_of_an_hour(prices);
}

Account account(const Ledger& here, const Ledger& baseline, const Prices& prices, Innovation innovation)
{
    const Discounting worth_today(prices, here.pages.size());
    const Account ours   = ideas_of(here, prices, innovation, worth_today);
    const Account theirs = ideas_of(baseline, prices, innovation, worth_today);
    Account account;
    for (std::size_t w = 0; w < here.pages.size(); w++) {
        const Money week = of_the_week(here.pages[w], here.plans[w], baseline.pages[w], baseline.plans[w], prices);
        Money& money     = account.weeks.emplace_back();
        add(money, week, worth_today(w));
        add(money, less(ours.weeks[w], theirs.weeks[w]));
        add(account.run_off, money);
    }
    add(account.run_off, less(ours.run_off, theirs.run_off));
    return account;
}

std::vector<Worth> worth_of_launches(const Ledger& ledger, const Prices& prices)
{
    const Discounting worth_today(prices, ledger.pages.size());
    const int weeks = weeks_that_pay(prices), horizon = static_cast<int>(ledger.pages.size());
    std::vector<Worth> all;
    for (const Launch& launch : ledger.launches) {
        Worth& worth = all.emplace_back();
        worth.until  = launch.matures + weeks;
        if (!prices.innovation) continue;
        worth.paid  = brings(launch, prices, ledger.pages[0].employees, Innovation::drawn);
        worth.usual = brings(launch, prices, ledger.pages[0].employees, Innovation::expected);
        if (worth.paid == 0) continue;
        for (int week = launch.matures; week < worth.until; week++) {
            const double share = worth.paid / weeks * worth_today(week);
            worth.in_all += share;
            if (week < horizon) worth.horizon += share;
        }
    }
    return all;
}

}  // namespace ekkyo
