#include "processes/recruiting.hpp"

#include "calendar.hpp"
#include "ledger.hpp"
#include "organization.hpp"
#include "week.hpp"

#include <algorithm>

namespace ekkyo {

namespace {

constexpr int weeks_of_patience = 13;

}  // namespace

void Recruiting::operator()(const Week& week, Organization& org, Page& page) const
{
    // now and then a member recommends somebody, and some of these would be taken
    const double rate    = org.member_count() ? weekly_from_yearly(referrals) : 0;
    const auto fates     = week.chances("recruiting/would be taken");
    const auto referrers = week.befallen(
        "recruiting/refers", org.inside, rate, [&](Seat s) { return org.is_own(s) ? rate : 0; });
    for (Seat s : referrers)
        if (fates.of(s).chance(hired / 100)) org.candidates.push_back({week.number(), s});

    // they wait for a while, and take a vacancy that is filled this week; nobody is hired beyond those
    std::erase_if(org.candidates, [&](const Candidate& c) { return week.number() - c.since >= weeks_of_patience; });
    const auto taken = std::min(org.candidates.size(), static_cast<std::size_t>(page.hires));
    const auto last  = org.candidates.begin() + static_cast<std::ptrdiff_t>(taken);
    if (org.chronicle)
        for (auto c = org.candidates.begin(); c != last; c++)
            org.chronicle->referrals.push_back({week.number(), c->since, c->by});
    org.candidates.erase(org.candidates.begin(), last);
    page.referred = static_cast<double>(taken);
}

}  // namespace ekkyo
