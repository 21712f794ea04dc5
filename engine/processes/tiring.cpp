#include "processes/tiring.hpp"

#include "arithmetic.hpp"
#include "ledger.hpp"
#include "organization.hpp"
#include "week.hpp"

#include <algorithm>

namespace ekkyo {

namespace {

// whoever answered this week, in the order of the payroll
std::vector<Seat> helpers_of_the_week(const Organization& org)
{
    std::vector<Seat> helpers;
    for (const Help& help : org.helps) helpers.push_back(help.seat);
    std::ranges::sort(helpers);
    const auto again = std::ranges::unique(helpers);
    helpers.erase(again.begin(), again.end());
    return helpers;
}

}  // namespace

void Tiring::operator()(const Week& week, Organization& org, Page& page) const
{
    // whoever answered carries the hours; a half-life later half of them are put down
    const int now        = week.number();
    org.burden.half_life = memory;
    org.burden.carried *= exp2(-1 / memory);
    for (const Help& help : org.helps) {
        Load& load      = org.members[org.row[help.seat]].load;
        const double on = org.carries(load, now);
        org.burden.carried += help.hours;
        load            = {static_cast<float>(on + help.hours), static_cast<std::int16_t>(now)};
    }

    // who carries more than they bear may give out; where a host looks after people, they bear more
    const double weekly  = 1 - exp2(-1 / memory);
    const double borne   = bearable * (1 + recognition / 100 * org.felt.care);
    const double rate    = std::min(40.0, rate_of(exhaustion / 100));
    const auto gives_out = week.chances("tiring/gives out"), leaves = week.chances("tiring/leaves");
    const auto helpers   = helpers_of_the_week(org);
    const auto exhausted = week.select(helpers.size(), [&](std::size_t h) {
        const double excess = org.members[org.row[helpers[h]]].load.hours * weekly / borne - 1;
        return excess > 0 && gives_out.of(helpers[h]).chance(chance_of(rate * excess));
    });

    // they step down for a while, and some of them have had enough
    std::erase_if(org.resting, [&](Seat seat) { return !org.is_resting(seat, now + 1); });
    for (std::uint32_t h : exhausted) {
        const Seat seat = helpers[h];
        org.members[org.row[seat]].rests_until = static_cast<std::int16_t>(now + 1 + rest);
        if (org.is_resting(seat, now + 1)) org.resting.push_back(seat);
        if (!leaves.of(seat).chance(leaving / 100)) continue;
        org.exit(seat);
        page.left++;
    }
    page.exhausted = static_cast<double>(exhausted.size());
}

}  // namespace ekkyo
