#include "processes/sponsoring.hpp"

#include "calendar.hpp"
#include "ledger.hpp"
#include "organization.hpp"
#include "support.hpp"
#include "week.hpp"

#include <algorithm>

namespace ekkyo {

namespace {

constexpr int weeks_to_judge = 12;  // a quarter has twelve to fourteen

void count(Dashboard& dashboard, const Page& page)
{
    dashboard.weeks++;
    dashboard.member_weeks += page.members;
    dashboard.acts += page.questions + page.answered + page.attendances;
    dashboard.questions += page.questions;
    dashboard.answered += page.answered;
}

bool ends_a_quarter(const Week& week, int fiscal_year)
{
    return quarter_of(week.day(), fiscal_year) != quarter_of(week.day() + 7, fiscal_year);
}

// from nothing (-1) by the target (0) to twice the target or more (1); where there is nothing to go by, nothing
double against(double target, double seen, double of)
{
    return of > 0 ? std::min(seen / of / target, 2.0) - 1 : -1;
}

double shown_by(const Dashboard& dashboard, const Sponsoring& rules, const Page& now)
{
    const double joined   = against(rules.members / 100, now.members - now.guests, now.employees);
    const double active   = against(rules.activity / weeks_per_month, dashboard.acts, dashboard.member_weeks);
    const double answered = against(rules.answered / 100, dashboard.answered, dashboard.questions);
    return (joined + active + answered) / 3;
}

// trust moves to where this quarter would put it
void think(Sponsorship& sponsor, const Sponsoring& rules, const Page& now, std::int64_t stories)
{
    const double told  = rules.story * log2(1 + static_cast<double>(stories - sponsor.stories));
    const double shown = rules.trust + rules.dashboard * shown_by(sponsor.dashboard, rules, now) + told;
    sponsor.trust += rules.learning * (shown - sponsor.trust);
}

// what is dear, and what has brought nothing for too long, has the odds against it
double log_odds(const Organization& org, const Sponsoring& rules, const Week& week, double employees)
{
    const Sponsorship& sponsor = org.sponsorship;
    const double hosts         = week.plan().paid_for(sponsor.paid).hosts(employees) / std::max(employees, 1.0);
    const double months        = (week.number() + 1 - std::max(sponsor.since, org.last_story)) / weeks_per_month;
    const double beyond        = std::max(0.0, months - rules.patience) / 12;
    return sponsor.trust - rules.spending * 1000 * hosts - rules.impatience * beyond;
}

// nobody decides by the odds alone
double whim(const Week& week)
{
    const double luck = week.chances("sponsoring/decides").of_company().uniform();
    return log(luck / (1 - luck));
}

double share_after(double paid, const Sponsoring& rules, double mood)
{
    if (mood < -rules.leniency) return 0;
    if (mood < 0) return std::max(0.0, paid - rules.step / 100);
    if (mood < rules.enthusiasm) return paid;
    return std::max(paid, std::min(paid + rules.step / 100, rules.most / 100));
}

}  // namespace

void Sponsoring::operator()(const Week& week, Organization& org, const Page& page) const
{
    Sponsorship& sponsor = org.sponsorship;
    sponsor.decided      = sponsor.paid;
    sponsor.strain       = pressure / 100;

    // nobody looks at what asks for no money, or has been given up
    if (!week.plan().asks_for_money() || sponsor.paid == 0) return;
    if (sponsor.since < 0) sponsor.since = week.number(), sponsor.trust = trust, sponsor.stories = org.stories;

    // week by week the dashboard counts
    count(sponsor.dashboard, page);
    if (!ends_a_quarter(week, fiscal_year) || sponsor.dashboard.weeks < weeks_to_judge) return;

    // at the end of a quarter the sponsor makes up their mind, and begins to look afresh
    think(sponsor, *this, page, org.stories);
    sponsor.decided   = share_after(sponsor.paid, *this, log_odds(org, *this, week, page.employees) + whim(week));
    sponsor.stories   = org.stories;
    sponsor.dashboard = {};

    // so much of the plan is paid for from next week on, unless it is protected
    if (sponsor.decides) sponsor.paid = sponsor.decided;
}

}  // namespace ekkyo
