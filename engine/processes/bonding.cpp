#include "processes/bonding.hpp"

#include "calendar.hpp"
#include "organization.hpp"
#include "week.hpp"

namespace ekkyo {

void Bonding::operator()(const Week&, Organization& org, Page&) const
{
    // goodwill fades by itself
    org.ties.pass_a_week(weeks_from_months(bridge_half_life), weeks_from_months(inside_half_life));

    // and whoever keeps up new ties sees less of old colleagues
    org.displaced = displacement / 100;

    // who has left the community and lost touch with everybody there is an outsider again
    for (Row r = 0; r < org.members.size(); r++) org.tidy(r);
}

}  // namespace ekkyo
