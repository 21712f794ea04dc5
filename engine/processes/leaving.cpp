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

/// How likely a newcomer is to leave in a week, by what became of their first question.
struct Departures {
    double unasked, ignored, answered;

    double of(Welcome welcome) const
    {
        return welcome == Welcome::unasked ? unasked : welcome == Welcome::ignored ? ignored : answered;
    }
};

// those who were answered and those who were not part ways, so far that together as many stay as of those who never asked
Departures of_newcomers(const Leaving& rules)
{
    const double rate  = weekly_from_monthly_chance(rules.newcomers / 100);
    const double usual = chance_of(rate);
    const int weeks    = Member::weeks_as_newcomer - 1;  // nobody leaves in the week they come
    const double stay  = exp(-weeks * rate);
    const double apart = std::min({rules.first_answer / 100, (1 - stay) / (1 - answered_there), stay / answered_there});
    if (apart <= 0) return {usual, usual, usual};

    const auto leaves = [&](double stay) { return 1 - exp2(log2(std::clamp(stay, 0.0, 1.0)) / weeks); };
    return {usual, leaves(stay - answered_there * apart), leaves(stay + (1 - answered_there) * apart)};
}

}  // namespace

void Leaving::operator()(const Week& week, Organization& org, Page& page) const
{
    const Departures soon = of_newcomers(*this);
    const double later    = chance_of(weekly_from_monthly_chance(established / 100));

    // every member asks themselves whether to stay; who has just come stays the week
    const auto chances = week.chances("leaving/leaves");
    const auto leavers = week.select(org.members.size(), [&](Row r) {
        const Member& member = org.members[r];
        if (!member.inside || member.since == week.number()) return false;
        return chances.of(member.seat).chance(member.is_newcomer(week.number()) ? soon.of(member.welcome) : later);
    });

    // who leaves keeps the friends made inside
    for (Row r : leavers) org.exit(org.members[r].seat);
    page.left += static_cast<double>(leavers.size());
}

}  // namespace ekkyo
