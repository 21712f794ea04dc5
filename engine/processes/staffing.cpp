#include "processes/staffing.hpp"

#include "calendar.hpp"
#include "ledger.hpp"
#include "organization.hpp"
#include "week.hpp"

namespace ekkyo {

namespace {

int band_of(int tenure)
{
    int band = 0;
    while (band + 1 < tenure_bands && tenure >= band_starts[band + 1]) band++;
    return band;
}

}  // namespace

void Staffing::operator()(const Week& week, Organization& org, Page& page) const
{
    const Turnover& own = org.founding->turnover;
    auto quits          = [&](Seat seat) {
        if (org.is_inside(seat)) page.departed++;
        org.vacate(seat);
        page.quits++;
    };
    auto hired = [&](Seat seat) {
        org.fill(seat, week.number());
        page.hires++;
    };

    // a register is replayed as it was written
    if (own.recorded) {
        for (const Move& move : own.moves)
            if (move.week == week.number()) move.hired ? hired(move.seat) : quits(move.seat);
        return;
    }

    // people quit, at the company's rate or at their silo's and tenure's
    const double usual = weekly_from_yearly(turnover / 100);
    double highest     = usual;
    for (const auto& silo : own.quits)
        for (double rate : silo) highest = std::max(highest, rate);
    auto leaving = [&](Seat s) {
        if (!org.is_employed(s)) return 0.0;
        if (own.quits.empty()) return usual;
        return own.quits[org.founding->silo_of(s)][band_of(week.number() - org.hired[s])];
    };
    for (Seat seat : week.befallen("staffing/quits", org.seats(), highest, leaving)) quits(seat);

    // and vacancies are filled
    double fastest = hiring;
    if (!own.hiring.empty()) fastest = *std::ranges::max_element(own.hiring);
    auto filling = [&](Seat s) {
        if (org.is_employed(s)) return 0.0;
        return own.hiring.empty() ? hiring : own.hiring[org.founding->silo_of(s)];
    };
    for (Seat seat : week.befallen("staffing/is filled", org.seats(), fastest, filling)) hired(seat);
}

}  // namespace ekkyo
