#include "processes/learning.hpp"

#include "calendar.hpp"
#include "ledger.hpp"
#include "organization.hpp"
#include "skill.hpp"
#include "week.hpp"

#include <algorithm>

namespace ekkyo {

namespace {

constexpr int weeks_between_looks = 4;

}  // namespace

void Learning::operator()(const Week& week, Organization& org, Page& page) const
{
    // what was learned fades, for everybody alike
    Learned& learned  = org.learned;
    const double fade = exp2(-1 / weeks_from_months(half_life));
    learned.kept *= fade, learned.highest *= fade;

    // whoever was shown something this week has less left to learn
    for (Seat seat : learned.lessons) {
        const double skill               = after_a_lesson(org.skill_of(seat), pace / 100);
        org.members[org.row[seat]].skill = skill / learned.kept;
        learned.highest                  = std::max(learned.highest, skill);
    }
    learned.lessons.clear();

    // and from next week on they need others less, and so do their teams
    learned.reach   = reach / 100;
    learned.carried = carried / 100;

    // what the least skilled know changes slowly, and is looked at now and then
    if (week.number() % weeks_between_looks == 0) learned.floor = skill_floor(week, org);
    page.skill_floor = learned.floor;
}

}  // namespace ekkyo
