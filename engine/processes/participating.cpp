#include "processes/participating.hpp"

#include "ledger.hpp"
#include "organization.hpp"
#include "week.hpp"

#include <algorithm>

namespace ekkyo {

namespace {

// base rates are those of somebody who felt half of what there is to feel
constexpr double usually_felt = 0.5;

// what was written over about a month is what there is to read
constexpr double weeks_on_the_table = 4;

// some people are inclined to take part and most are less so, for good; the average is one
float inclination_of(const Participating& rules, const Week& week, Seat seat, std::uint32_t generation)
{
    const double by_nature = normal_quantile(week.luck().trait("participating/is inclined", seat, generation));
    return static_cast<float>(exp(rules.spread * (by_nature - rules.spread / 2)));
}

// what a community is worth coming to for: to be answered, a friend, an event one enjoyed; newcomers hope for the usual
double felt_by(const Member& member, bool has_a_friend, int week)
{
    const double felt = ((member.lately.answered != 0) + (member.lately.enjoyed != 0) + has_a_friend) / 3.0;
    return member.is_newcomer(week) ? std::max(felt, usually_felt) : felt;
}

}  // namespace

void Participating::operator()(const Week& week, Organization& org, Page&) const
{
    // more than somebody can read puts them off, and questions go unseen; where a host keeps order it takes more
    org.volume += (org.messages - org.volume) / weeks_on_the_table;
    org.messages = 0;
    const double readable = bearable * (1 + moderation / 100 * org.felt.care);
    const double burden   = 1 + overload * std::max(0.0, org.volume / readable - 1);
    org.felt.visibility /= burden;

    // everybody takes part as they are inclined to, as it was worth it to them lately, as they have time for it, and as
    // they can bear it
    const double free  = 1 + allowance / 100 * org.felt.allowance;
    const bool anew    = org.inclined_by != spread;
    org.inclined_by = spread;
    week.each(org.members.size(), [&](std::size_t r) {
        Member& member = org.members[r];
        if (member.seat == nobody) return;
        member.lately.pass_a_week();
        if (anew) member.inclination = 0;
        if (!member.inside) return;
        if (member.inclination == 0)
            member.inclination = inclination_of(*this, week, member.seat, org.generation[member.seat]);
        const double felt = felt_by(member, org.ties.any(static_cast<Row>(r)), week.number());
        const double worth = 1 + reward / 100 * (felt - usually_felt);
        member.readiness   = static_cast<float>(member.inclination * worth * free / burden);
    });
}

}  // namespace ekkyo
