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

// what this week's answers teach whoever neither asked nor answered and sees them, now one and now another
double taught_by_reading(const Learning& rules, const Organization& org, const Page& page)
{
    const auto members = static_cast<double>(org.member_count());
    if (members <= 2) return 0;
    const double seen = page.answered * org.felt.visibility * (members - 2) / members;
    return chance_of(seen * rules.pace / 100 * rules.along / 100);
}

// all who are inside have that much less to learn; nobody is visited, but where that comes close to all there is
void read_along(Organization& org, double lesson)
{
    constexpr double next_to_nothing = 1e-100;
    Learned& learned = org.learned;
    learned.left *= 1 - lesson;
    learned.read = after_a_lesson(learned.read, lesson);
    if (learned.left > next_to_nothing) return;
    for (Member& member : org.members)
        if (member.inside) member.skill = org.skill_of(member);
    learned.left = 1, learned.read = 0;
}

}  // namespace

void Learning::operator()(const Week& week, Organization& org, Page& page) const
{
    // what was learned fades, for everybody alike
    Learned& learned  = org.learned;
    const double fade = exp2(-1 / weeks_from_months(half_life));
    learned.kept *= fade, learned.left *= fade, learned.read *= fade, learned.highest *= fade;

    // whoever reads what others were answered has a little of it
    if (const double lesson = taught_by_reading(*this, org, page); lesson > 0) {
        read_along(org, lesson);
        learned.highest = after_a_lesson(learned.highest, lesson);
    }

    // whoever was shown something this week has less left to learn
    for (Seat seat : learned.lessons) {
        const double skill = after_a_lesson(org.skill_of(seat), pace / 100);
        org.knows(org.members[org.row[seat]], skill);
        learned.highest = std::max(learned.highest, skill);
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
