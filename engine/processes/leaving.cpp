#include "processes/leaving.hpp"

#include "calendar.hpp"
#include "ledger.hpp"
#include "organization.hpp"
#include "week.hpp"

namespace ekkyo {

namespace {

constexpr int weeks_as_newcomer = 13;

}  // namespace

void Leaving::operator()(const Week& week, Organization& org, Page& page) const
{
    const double soon  = chance_of(weekly_from_monthly_chance(newcomers / 100));
    const double later = chance_of(weekly_from_monthly_chance(established / 100));

    // every member asks themselves whether to stay; who has just come stays the week
    const auto chances = week.chances("leaving/leaves");
    const auto leavers = week.select(org.members.size(), [&](Row r) {
        const Member& member = org.members[r];
        const int weeks      = week.number() - member.since;
        if (!member.inside || weeks == 0) return false;
        return chances.of(member.seat).chance(weeks < weeks_as_newcomer ? soon : later);
    });

    // who leaves keeps the friends made inside
    for (Row r : leavers) org.exit(org.members[r].seat);
    page.left += static_cast<double>(leavers.size());
}

}  // namespace ekkyo
