#include "processes/bonding.hpp"

#include "calendar.hpp"
#include "organization.hpp"
#include "week.hpp"

namespace ekkyo {

void Bonding::operator()(const Week& week, Organization& org, Page&) const
{
    // goodwill fades by itself
    org.ties.pass_a_week(weeks_from_months(bridge_half_life), weeks_from_months(inside_half_life));

    // and whoever keeps up new ties sees less of old colleagues
    org.displaced = displacement / 100;

    // who has left the community and lost touch with everybody there is an outsider again
    for (Row r : week.select(org.members.size(), [&](std::size_t r) { return org.is_forgotten(static_cast<Row>(r)); }))
        org.free(r);
}

}  // namespace ekkyo
