#include "processes/joining.hpp"

#include "calendar.hpp"
#include "ledger.hpp"
#include "organization.hpp"
#include "week.hpp"

#include <algorithm>

namespace ekkyo {

namespace {

// whom the community would interest is so by nature: all are asked at once, and whoever is hired later
void ask_whom_it_interests(const Joining& rules, const Week& week, Organization& org)
{
    const auto says_yes = [&](Seat s) {
        return s < org.seats() && org.is_employed(s) &&
               week.luck().trait("joining/is interested", s, org.generation[s]) < rules.interested / 100;
    };
    if (org.interested_by == rules.interested)
        for (Seat s : org.newcomers) org.interested.insert(s, says_yes(s));
    else
        week.each(org.interested.stretches(), [&](std::size_t of_seats) { org.interested.ask(of_seats, says_yes); });
    org.interested_by = rules.interested;
    org.newcomers.clear();
}

}  // namespace

void Joining::operator()(const Week& week, Organization& org, Page& page) const
{
    // interested outsiders hear of the community from the colleague they talk to, if that one is in it, or find it, sooner
    // where a manager has opened the silo or somebody at the top stands for it
    const double talking = week.certain * org.circle.places();  // whoever talks that much talks to everybody
    const double hearing = std::min(talking, weekly_from_yearly(word_of_mouth));
    const double finding = weekly_from_yearly(discovery * org.felt.outreach * (1 + legitimacy * org.felt.sponsor));
    const auto finds     = [&](double welcome) { return std::min(week.certain, finding * welcome); };
    const bool has_members = org.member_count() > 0;

    const auto talks   = week.chances("joining/talks to");
    const auto hears   = [&](Seat s, double mark) {
        constexpr int conversations = 0x10000;  // a draw for each
        const auto which     = static_cast<std::uint32_t>(mark / hearing * conversations);
        const auto is_there  = [&](Seat colleague) { return org.is_employed(colleague); };
        const Seat colleague = org.circle.one_of(org.chart, s, week.number(), talks.of(s, which), is_there);
        return colleague != nobody && org.is_inside(colleague);
    };
    const double most    = has_members || finding > 0 ? hearing + finds(org.allies.welcome) : 0;
    ask_whom_it_interests(*this, week, org);
    const auto joiners   = week.met_by("joining/joins", org.interested, most, [&](Seat s, double mark) {
        if (org.is_inside(s)) return false;
        return mark < hearing ? has_members && hears(s, mark) : mark - hearing < finds(org.welcome(s));
    });

    // then they all walk in, some of them not for the first time
    for (Seat seat : joiners) {
        (org.was_member.contains(seat) ? page.returned : page.joined)++;
        org.enter(seat, week.number());
    }
}

}  // namespace ekkyo
