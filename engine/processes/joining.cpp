#include "processes/joining.hpp"

#include "calendar.hpp"
#include "ledger.hpp"
#include "organization.hpp"
#include "week.hpp"

namespace ekkyo {

namespace {

double share_of_colleagues_inside(const Organization& org, Seat seat, int week)
{
    int colleagues = 0, inside = 0;
    org.circle.each(org.chart, seat, week, [&](Seat colleague) {
        colleagues += org.is_employed(colleague);
        inside += org.is_inside(colleague);
    });
    return colleagues ? 1.0 * inside / colleagues : 0;
}

}  // namespace

void Joining::operator()(const Week& week, Organization& org, Page& page) const
{
    // interested outsiders find the community, or hear of it from the colleagues who are in it
    const double finding = weekly_from_yearly(discovery * org.felt.outreach);
    const double hearing = org.member_count() ? weekly_from_yearly(word_of_mouth) : 0;

    auto joining = [&](Seat s) {
        if (!org.is_employed(s) || org.is_inside(s)) return 0.0;
        if (!week.luck().person("joining/is interested", s, org.generation[s]).chance(interested / 100)) return 0.0;
        return finding + (hearing > 0 ? hearing * share_of_colleagues_inside(org, s, week.number()) : 0);
    };
    const auto newcomers = week.befallen("joining/joins", org.seats(), finding + hearing, joining);

    // then they all walk in, some of them not for the first time
    for (Seat seat : newcomers) {
        (org.was_member[seat] ? page.returned : page.joined)++;
        org.enter(seat, week.number());
    }
}

}  // namespace ekkyo
