#include "processes/certifying.hpp"

#include "calendar.hpp"
#include "ledger.hpp"
#include "organization.hpp"
#include "week.hpp"

#include <algorithm>

namespace ekkyo {

void Certifying::operator()(const Week& week, Organization& org, Page& page) const
{
    const bool everybody   = week.draws_everybody();
    const bool groups      = org.member_count() > 1;
    const double anyway    = weekly_from_yearly(attempts);
    const double besides   = groups ? weekly_from_yearly(group_attempts) : 0;
    const double alone     = passing / 100;
    const double together  = std::min(1.0, (passing + group_passing) / 100);
    const auto in_a_group  = [&](Seat s) { return groups && org.is_inside(s); };
    const auto of_interest = [&](Seat s) { return everybody ? org.is_employed(s) : in_a_group(s); };

    // people sit exams, in every world the same; members who study together sit some more
    const auto usual = week.befallen(
        "certifying/sits an exam", org.seats(), everybody || groups ? anyway : 0, [&](Seat s) {
            return of_interest(s) ? anyway : 0;
        });
    const auto more = week.befallen(
        "certifying/sits one more", org.seats(), besides, [&](Seat s) { return in_a_group(s) ? besides : 0; });

    // what people sit and pass anyway
    const double heads = everybody ? 0 : static_cast<double>(org.employees());
    const double wages = everybody ? 0 : org.at_average_wage(org.headcount);
    page.attempts      = on_the_clock(heads * chance_of(anyway));
    page.certificates  = on_the_clock(heads * chance_of(anyway) * alone);
    page.study_hours   = on_the_clock(wages * chance_of(anyway) * hours);

    // and the difference that studying together makes to members: the same exam, passed more often
    const auto results = week.chances("certifying/passes"), others = week.chances("certifying/passes one more");
    for (Seat s : usual) {
        const double luck = results.of(s).uniform();
        page.certificates += (luck < (in_a_group(s) ? together : alone)) - (luck < alone && !everybody);
        page.attempts += everybody;
        page.study_hours += everybody * on_the_clock(hours * org.wage(s));
    }
    for (Seat s : more) {
        page.certificates += others.of(s).chance(together);
        page.attempts++;
        page.study_hours += on_the_clock(hours * org.wage(s));
    }
}

}  // namespace ekkyo
