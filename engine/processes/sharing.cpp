#include "processes/sharing.hpp"

#include "calendar.hpp"
#include "ledger.hpp"
#include "organization.hpp"
#include "week.hpp"

#include <algorithm>

namespace ekkyo {

void Sharing::operator()(const Week& week, Organization& org, Page& page) const
{
    // now and then a member tells the others something, those more often who are readier to take part
    constexpr double at_most = 8;  // times as often as others
    const double usual       = org.member_count() ? weekly_from_monthly(contributions) : 0;
    const auto authors       = week.befallen("sharing/shares", org.seats(), at_most * usual, [&](Seat s) {
        return org.is_inside(s) ? usual * std::min<double>(at_most, org.members[org.row[s]].readiness) : 0;
    });
    page.shared = static_cast<double>(authors.size());
    for (Seat s : authors) {
        org.lately(s).act();
        page.sharing_hours += on_the_clock(hours * org.wage(s));
    }

    // whoever sees it has it in mind for a while; it is there to be found later, and there is more to read
    Told& told     = org.told;
    told.half_life = weeks_from_months(memory);
    told.kept      = page.shared * worth;
    told.in_mind   = told.in_mind * exp2(-1 / told.half_life) + told.kept * org.felt.visibility;
    org.messages += page.shared;
}

}  // namespace ekkyo
