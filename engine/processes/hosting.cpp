#include "processes/hosting.hpp"

#include "calendar.hpp"
#include "ledger.hpp"
#include "organization.hpp"
#include "support.hpp"
#include "week.hpp"

#include <algorithm>

namespace ekkyo {

namespace {

// a rhythm of so many a week falls into this week as often as its count passes a whole number
int due(double per_week, int week)
{
    return static_cast<int>(static_cast<long long>(per_week * (week + 1)) - static_cast<long long>(per_week * week));
}

}  // namespace

void Hosting::operator()(const Week& week, Organization& org, Page& page) const
{
    // what is planned becomes real as far as it is paid for
    page.paid_share      = org.sponsorship.paid;
    const Support plan   = week.plan().paid_for(page.paid_share);
    const auto invited   = static_cast<double>(org.employees());
    const auto members   = static_cast<double>(org.member_count());
    const double in_care = plan.hosts(invited) * members_per_host;

    // a host tells outsiders, and looks after as many members as there is time for
    org.felt.outreach = 1 + outreach * std::min(1.0, in_care / std::max(invited, 1.0));
    org.felt.platform = plan.platform;
    org.felt.care     = std::min(1.0, in_care / std::max(members, 1.0));

    // questions are seen by some, and by more on a platform of the community's own
    org.felt.visibility = std::min(1.0, visibility / 100 * (1 + plan.platform * (platform_gain - 1)));

    // events come in their rhythm, and some of them mix people on purpose
    org.felt.events     = due(weekly_from_monthly(plan.events_per_month), week.number());
    org.felt.structured = week.chances("hosting/is structured").of_company().chance(plan.structured_events);
}

}  // namespace ekkyo
