#include "processes/transferring.hpp"

#include "calendar.hpp"
#include "ledger.hpp"
#include "organization.hpp"
#include "week.hpp"

#include <bit>

namespace ekkyo {

namespace {

// somebody of another silo, on a walk over the payroll; nobody where there is next to no other
Seat somebody_elsewhere(const Organization& org, Seat seat, Draw walk)
{
    constexpr int looks = 256;
    const Seat payroll  = org.founding->own_seats();
    const auto mask     = static_cast<Seat>(std::bit_ceil(payroll) - 1);
    for (int look = 0; look < looks; look++)
        if (const Seat s = walk() & mask; s < payroll && org.is_bridge(s, seat)) return s;
    return nobody;
}

}  // namespace

void Transferring::operator()(const Week& week, Organization& org, Page& page) const
{
    // a register that is replayed has its transfers as exits and hires
    if (org.founding->turnover.recorded) return;

    // people are rotated one by one, and now and then the company is reorganised; whoever moves swaps with one other
    const double reorganised = chance_of(weekly_from_yearly(reorganisations));
    const bool reorganises   = week.chances("transferring/reorganises").of_company().chance(reorganised);
    const double rate        = weekly_from_yearly(rotation / 100) + (reorganises ? rate_of(reshuffled / 100) : 0);
    if (rate == 0) return;
    const auto movers =
        week.befallen("transferring/moves", EverySeat(org.founding->own_seats()), rate / 2, [&](Seat) { return rate / 2; });

    // a seat moves whoever holds it, so that the company is laid out alike in all worlds
    const auto walks = week.chances("transferring/with whom");
    for (Seat seat : movers) {
        const Seat other = somebody_elsewhere(org, seat, walks.of(seat));
        if (other == nobody) continue;
        page.transfers += org.is_employed(seat) + org.is_employed(other);
        org.swap(seat, other, week.number());
    }
}

}  // namespace ekkyo
