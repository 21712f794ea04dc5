#include "processes/introducing.hpp"

#include "calendar.hpp"
#include "ledger.hpp"
#include "organization.hpp"
#include "week.hpp"

#include <algorithm>
#include <bit>

namespace ekkyo {

namespace {

/// Two who are brought together.
struct Pair {
    Seat a, b;
};

// two friends of somebody, the warmer ones more likely
Pair friends_of(const Organization& org, const Chances& whom, Seat seat)
{
    const Lots lots = whom.among_friends_of(seat);
    Pair first{nobody, nobody};
    double soonest = unbounded, second = unbounded;
    org.ties.each(org.row[seat], [&](const Tie& tie) {
        const double warmth = org.ties.warmth(tie), latest = second * warmth;
        const double up_to  = lots.mark_up_to(tie.partner, latest);
        if (up_to >= latest) return;
        const double mark = up_to / warmth;
        if (mark < soonest) first = {tie.partner, first.a}, second = soonest, soonest = mark;
        else if (mark < second) first.b = tie.partner, second = mark;
    });
    return first;
}

// a member of another silo, on a walk over the payroll that is the same in all worlds; now and then a host finds nobody
Pair across(const Organization& org, Draw walk, Seat seat)
{
    constexpr int looks = 256;
    const auto mask     = static_cast<Seat>(std::bit_ceil(org.seats()) - 1);
    for (int look = 0; look < looks; look++)
        if (const Seat s = walk() & mask; s < org.seats() && org.is_inside(s) && org.is_bridge(s, seat)) return {seat, s};
    return {seat, nobody};
}

}  // namespace

void Introducing::operator()(const Week& week, Organization& org, Page& page) const
{
    const auto whom     = week.chances("introducing/whom"), walks = week.chances("introducing/to whom");
    const auto now_and_then = [&](Question question, double rate) {
        return week.befallen(question, org.inside, org.member_count() ? rate : 0, [&](Seat) { return rate; });
    };

    // members think of two friends who should know each other, hosts of somebody elsewhere for a member
    const auto friendly = now_and_then("introducing/brings friends together", weekly_from_monthly(friends));
    const auto hosted   = now_and_then("introducing/host", weekly_from_monthly(host) * org.felt.care);
    const auto looks    = [&](std::size_t i, auto& pairs) {
        const bool by_a_friend = i < friendly.size();
        const Seat s           = by_a_friend ? friendly[i] : hosted[i - friendly.size()];
        const Pair pair        = by_a_friend ? friends_of(org, whom, s) : across(org, walks.of(s), s);
        if (pair.a != nobody && pair.b != nobody && !org.is_tied(pair.a, pair.b)) pairs.push_back(pair);
    };
    const auto pairs = week.collect<Pair>(friendly.size() + hosted.size(), looks, small_block);

    // the two talk, if they have not met before, this week included
    for (const Pair& pair : pairs) {
        if (org.is_tied(pair.a, pair.b)) continue;
        page.introductions++;
        page.meeting_hours += on_the_clock(hours * (org.wage(pair.a) + org.wage(pair.b)));
        page.introduced += org.meet(pair.a, pair.b, Occasion::introduction);
    }
}

}  // namespace ekkyo
