#include "reach.hpp"

#include "problems.hpp"

#include <algorithm>
#include <bit>

namespace ekkyo {

namespace {

constexpr int looks = 1000;

// a member met on a walk over the payroll, or nobody where there are next to none
Seat some_member(const Organization& org, Draw walk)
{
    const auto mask = static_cast<Seat>(std::bit_ceil(org.seats()) - 1);
    for (int look = 0; look < looks; look++)
        if (const Seat s = walk() & mask; s < org.seats() && org.is_inside(s)) return s;
    return nobody;
}

}  // namespace

std::size_t within_two_steps(const Organization& org, Seat seat)
{
    Seats reached(org.seats());
    std::size_t people = 0;
    const auto reach   = [&](Seat other) {
        people += other != seat && !reached.contains(other);
        reached.insert(other);
    };
    org.ties.each(org.row[seat], [&](const Tie& friendly) {
        reach(friendly.partner);
        org.ties.each(org.row[friendly.partner], [&](const Tie& tie) { reach(tie.partner); });
    });
    return people;
}

double needs_met_nearby(const Week& week, const Organization& org)
{
    if (!org.trouble || org.ties.alive(false) + org.ties.alive(true) == 0) return 0;
    const Seat seat = some_member(org, week.chances("census/is in need").of_company());
    return seat == nobody ? 0 : org.trouble->one_knows(static_cast<double>(within_two_steps(org, seat)));
}

}  // namespace ekkyo
