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
    const auto shares  = week.lots("sharing/shares");
    const double usual = weekly_from_monthly(contributions);
    const auto authors = week.select(org.members.size(), [&](std::size_t r) {
        const Member& member = org.members[r];
        return member.inside && shares.befalls(member.seat, usual * member.readiness);
    });
    page.shared = static_cast<double>(authors.size());
    for (Row r : authors) {
        org.members[r].lately.act();
        page.sharing_hours += on_the_clock(hours * org.wage(org.members[r].seat));
    }

    // whoever sees it has it in mind for a while; it is there to be found later, and there is more to read
    Told& told     = org.told;
    told.half_life = weeks_from_months(memory);
    told.kept      = page.shared * worth;
    told.in_mind   = told.in_mind * exp2(-1 / told.half_life) + told.kept * org.felt.visibility;
    org.messages += page.shared;
}

}  // namespace ekkyo
