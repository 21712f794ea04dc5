#include "processes/meeting.hpp"

#include "calendar.hpp"
#include "ledger.hpp"
#include "organization.hpp"
#include "week.hpp"

#include <algorithm>

namespace ekkyo {

namespace {

/// Where a guest stands: in which room, and where in it.
struct Guest {
    std::uint32_t room, place;
    Seat seat;

    auto operator<=>(const Guest&) const = default;
};

// some members come, those first who are readier to take part, and find a place: at a mixer often near people of their
// own silo
std::vector<Guest> guests_of(const Meeting& rules, std::uint32_t event, const Week& week, const Organization& org)
{
    // an event takes place at every site
    const auto audience = std::int64_t{rules.audience} * org.founding->sites;
    const auto rooms    = static_cast<std::uint32_t>((org.people() + audience - 1) / audience);
    const auto visits = week.lots("meeting/attends", event);
    const auto places = week.chances("meeting/stands beside"), corners = week.chances("meeting/stands where");

    auto guests = week.collect<Guest>(org.members.size(), [&](std::size_t r, auto& guests) {
        const Member& member = org.members[r];
        if (!member.inside || visits.of(member.seat) >= rules.attendance / 100 * member.readiness) return;
        Draw draw        = places.of(member.seat, event);
        const auto room  = org.site_of(member.seat) * rooms + draw.below(rooms);
        const bool stays = draw.chance(rules.own_silo / 100) && !org.felt.structured;
        const Seat silo  = org.silo_of(member.seat);
        const auto place = stays ? corners.of(silo, event).below(0xFFFF0000) + draw.below(0x10000) : draw();
        guests.push_back({room, place, member.seat});
    });
    std::ranges::sort(guests);
    return guests;
}

// whoever stands beside somebody in the same room
bool has_company(const std::vector<Guest>& guests, std::size_t g)
{
    return (g > 0 && guests[g - 1].room == guests[g].room) ||
           (g + 1 < guests.size() && guests[g + 1].room == guests[g].room);
}

}  // namespace

void Meeting::operator()(const Week& week, Organization& org, Page& page) const
{
    const auto stays        = week.chances("meeting/stays in touch");
    const double lasting    = acquaintance / 100 * (1 - friends / 100) * (org.felt.structured ? matching : 1);
    const auto to_the_right = static_cast<std::size_t>(encounters / 2 + 0.5);

    // everybody talks to those around them, some stay in touch, and whoever finds a friend or makes one enjoys it; where
    // there is a plan to it, they learn
    for (int event = 0; event < org.felt.events; event++) {
        const auto guests = guests_of(*this, event, week, org);
        for (std::size_t g = 0; g < guests.size(); g++) {
            const Guest& guest = guests[g];
            for (std::size_t n = g + 1; n <= g + to_the_right && n < guests.size() && guests[n].room == guest.room;
                 n++) {
                const Seat other = guests[n].seat;
                if (!org.is_tied(guest.seat, other) && !stays.of_pair(guest.seat, other, event).chance(lasting))
                    continue;
                page.introduced += org.meet(guest.seat, other);
                for (Seat s : {guest.seat, other}) org.lately(s).enjoyed |= 1;
            }
            org.lately(guest.seat).act();
            page.meeting_hours += on_the_clock(hours * org.wage(guest.seat));
            if (org.felt.structured && has_company(guests, g)) org.show(guest.seat, nobody, Occasion::event);
            page.events += g == 0 || guests[g - 1].room != guest.room;
        }
        page.attendances += static_cast<double>(guests.size());
    }
}

}  // namespace ekkyo
