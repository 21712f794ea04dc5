#include "processes/leaving.hpp"

#include "calendar.hpp"
#include "ledger.hpp"
#include "organization.hpp"
#include "week.hpp"

#include <algorithm>

namespace ekkyo {

namespace {

// where the difference was measured, so many newcomers were answered
constexpr double answered_there = 0.61;

/// The rate at which newcomers leave in a week, by what became of their first question.
struct Departures {
    double unasked, ignored, answered;

    double of(Welcome welcome) const
    {
        return welcome == Welcome::unasked ? unasked : welcome == Welcome::ignored ? ignored : answered;
    }
    double highest() const { return std::max({unasked, ignored, answered}); }
};

// those who were answered and those who were not part ways, so far that together as many stay as of those who never asked
Departures of_newcomers(const Leaving& rules)
{
    const double usual = weekly_from_monthly_chance(rules.newcomers / 100);
    const int weeks    = Member::weeks_as_newcomer - 1;  // nobody leaves in the week they come
    const double stay  = exp(-weeks * usual);
    const double apart = std::min({rules.first_answer / 100, (1 - stay) / (1 - answered_there), stay / answered_there});
    if (apart <= 0) return {usual, usual, usual};

    const auto rate = [&](double stay) { return rate_of(1 - std::clamp(stay, 0.0, 1.0)) / weeks; };
    return {usual, rate(stay - answered_there * apart), rate(stay + (1 - answered_there) * apart)};
}

}  // namespace

void Leaving::operator()(const Week& week, Organization& org, Page& page) const
{
    const Departures soon = of_newcomers(*this);
    const double later    = weekly_from_monthly_chance(established / 100);
    const double highest  = org.member_count() ? std::max(soon.highest(), later) : 0;

    // now and then a member has had enough; who has just come stays the week
    const auto leavers = week.befallen("leaving/leaves", org.inside, highest, [&](Seat s) {
        const Member& member = org.members[org.row[s]];
        if (member.since == week.number()) return 0.0;
        return member.is_newcomer(week.number()) ? soon.of(member.welcome) : later;
    });

    // who leaves keeps the friends made inside
    for (Seat seat : leavers) org.exit(seat);
    page.left += static_cast<double>(leavers.size());
}

}  // namespace ekkyo
