#include "processes/introducing.hpp"

#include "calendar.hpp"
#include "ledger.hpp"
#include "organization.hpp"
#include "week.hpp"

#include <algorithm>
#include <bit>

namespace ekkyo {

namespace {

/// Two who are brought together.
struct Pair {
    Seat a, b;
};

// two friends of somebody, the warmer ones more likely
Pair friends_of(const Organization& org, const Chances& whom, Seat seat)
{
    Pair first{nobody, nobody};
    double soonest = unbounded, second = unbounded;
    org.ties.each(org.row[seat], [&](const Tie& tie) {
        const double mark = whom.of_pair(seat, tie.partner).mark() / org.ties.warmth(tie);
        if (mark < soonest) first = {tie.partner, first.a}, second = soonest, soonest = mark;
        else if (mark < second) first.b = tie.partner, second = mark;
    });
    return first;
}

// a member of another silo, on a walk over the payroll that is the same in all worlds; now and then a host finds nobody
Pair across(const Organization& org, Draw walk, Seat seat)
{
    constexpr int looks = 256;
    const auto mask     = static_cast<Seat>(std::bit_ceil(org.seats()) - 1);
    for (int look = 0; look < looks; look++)
        if (const Seat s = walk() & mask; s < org.seats() && org.is_inside(s) && org.is_bridge(s, seat)) return {seat, s};
    return {seat, nobody};
}

}  // namespace

void Introducing::operator()(const Week& week, Organization& org, Page& page) const
{
    const auto by_members = week.chances("introducing/brings friends together"), whom = week.chances("introducing/whom");
    const auto by_hosts   = week.chances("introducing/host"), walks = week.chances("introducing/to whom");
    const double rate = chance_of(weekly_from_monthly(friends));
    const double hosted = chance_of(weekly_from_monthly(host) * org.felt.care);

    // members think of two friends who should know each other, hosts of somebody elsewhere
    auto introductions = week.collect<Pair>(org.members.size(), [&](std::size_t r, auto& pairs) {
        const Seat seat = org.members[r].seat;
        if (!org.members[r].inside) return;
        if (by_members.of(seat).chance(rate)) pairs.push_back(friends_of(org, whom, seat));
        if (by_hosts.of(seat).chance(hosted)) pairs.push_back(across(org, walks.of(seat), seat));
    });

    // the two talk, if they have not met before
    for (const Pair& pair : introductions) {
        if (pair.a == nobody || pair.b == nobody || org.is_tied(pair.a, pair.b)) continue;
        page.introductions++;
        page.meeting_hours += on_the_clock(hours * (org.wage(pair.a) + org.wage(pair.b)));
        page.introduced += org.meet(pair.a, pair.b, Occasion::introduction);
    }
}

}  // namespace ekkyo
