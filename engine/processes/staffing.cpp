#include "processes/staffing.hpp"

#include "calendar.hpp"
#include "ledger.hpp"
#include "organization.hpp"
#include "week.hpp"

#include <algorithm>

namespace ekkyo {

namespace {

// a register is replayed as it was written
std::vector<Seat> recorded(const Turnover& own, int week, bool hired)
{
    std::vector<Seat> seats;
    for (const Move& move : own.moves)
        if (move.week == week && move.hired == hired) seats.push_back(move.seat);
    return seats;
}

// people quit at the rate of the sector, or at that of their silo and tenure where a register tells; friends hold them.
// the chances are those of every world: whoever stays here is somebody who quits where nobody holds them
std::vector<Seat> quitters(const Week& week, const Organization& org, double usual)
{
    const Turnover& own = org.founding->turnover;
    double highest      = usual;
    for (const auto& silo : own.quits) highest = std::max(highest, *std::ranges::max_element(silo));
    highest *= (1 + org.readiness.certificate) * (1 + org.readiness.exhausted);
    return week.befallen("staffing/quits", org.employed, highest, [&](Seat s) {
        if (own.quits.empty()) return usual * org.ready_to_quit(s, week.number());
        return own.quits[org.silo_of(s)][band_of(week.number() - org.hired[s])] * org.ready_to_quit(s, week.number());
    });
}

// vacancies are filled at their own pace
std::vector<Seat> recruits(const Week& week, const Organization& org, double usual)
{
    const Turnover& own = org.founding->turnover;
    const auto chances  = week.chances("staffing/is filled");
    return week.collect<Seat>(org.vacancies.size(), [&](std::size_t v, auto& seats) {
        const Seat s      = org.vacancies[v];
        const Silo silo   = org.silo_of(s);
        const double rate = own.hiring.empty() ? usual : own.hiring[silo] / org.vacancies_in(silo);
        if (chances.of(s).chance(chance_of(rate))) seats.push_back(s);
    });
}

}  // namespace

void Staffing::operator()(const Week& week, Organization& org, Page& page) const
{
    const Turnover& own = org.founding->turnover;

    // people leave the company, some of them out of the community
    const auto leavers = own.recorded ? recorded(own, week.number(), false)
                                      : quitters(week, org, weekly_from_yearly(turnover / 100));
    for (Seat seat : leavers) {
        page.departed += org.is_inside(seat);
        page.quits += org.is_own(seat);
        org.vacate(seat);
    }

    // and others are hired in their place; other companies do as this one, and nobody here counts it
    const auto hired = own.recorded ? recorded(own, week.number(), true) : recruits(week, org, hiring);
    for (Seat seat : hired) org.fill(seat, week.number()), page.hires += org.is_own(seat);
    std::erase_if(org.vacancies, [&](Seat seat) { return org.is_employed(seat); });
}

}  // namespace ekkyo
