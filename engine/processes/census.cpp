#include "processes/census.hpp"

#include "calendar.hpp"
#include "ledger.hpp"
#include "organization.hpp"
#include "reach.hpp"
#include "week.hpp"

#include <algorithm>
#include <bit>

namespace ekkyo {

namespace {

/// How many members are called what, and how many have what.
struct Counted {
    std::int64_t listeners = 0, contributors = 0, core = 0, lapsed = 0, enjoyed = 0, befriended = 0;

    Counted& operator+=(const Counted& more)
    {
        listeners += more.listeners, contributors += more.contributors, core += more.core, lapsed += more.lapsed;
        enjoyed += more.enjoyed, befriended += more.befriended;
        return *this;
    }
};

// what somebody is called follows from what they did
void call(const Lately& lately, int core, Counted& counted)
{
    const int weeks = std::popcount(lately.acted);
    (weeks >= core ? counted.core : weeks ? counted.contributors : lately.ever ? counted.lapsed : counted.listeners)++;
}

Counted counted_by(const Census& rules, const Week& week, const Organization& org)
{
    return week.add_up<Counted>(org.members.size(), [&](std::size_t r, Counted& counted) {
        const Member& member = org.members[r];
        if (!member.inside) return;
        call(member.lately, rules.core, counted);
        counted.enjoyed += member.lately.enjoyed != 0;
        counted.befriended += org.ties.any(static_cast<Row>(r));
    });
}

// the chance that two of the company's people, whoever they are, are of different silos (Blau 1977)
double across_at_random(const Organization& org)
{
    double heads = 0, pairs = 0;
    for (std::int64_t in_silo : org.headcount) {
        const auto n = static_cast<double>(in_silo);
        heads += n, pairs += n * (n - 1);
    }
    return heads > 1 ? 1 - pairs / (heads * (heads - 1)) : 0;
}

}  // namespace

void Census::operator()(const Week& week, const Organization& org, Page& page) const
{
    page.members   = static_cast<double>(org.member_count());
    page.guests    = static_cast<double>(org.guests());
    page.employees = static_cast<double>(org.employees());
    page.tenure    = page.employees > 0 ? (week.number() - org.hired_sum / page.employees) / weeks_per_year : 0;
    page.ties      = org.ties.alive(false) + org.ties.alive(true);
    page.bridges   = org.ties.alive(true);

    // what members are called
    const Counted counted = counted_by(*this, week, org);
    page.listeners        = static_cast<double>(counted.listeners);
    page.contributors     = static_cast<double>(counted.contributors);
    page.core             = static_cast<double>(counted.core);
    page.lapsed           = static_cast<double>(counted.lapsed);

    // how they are doing
    const double share_of = page.members > 0 ? 100 / page.members : 0;
    const double across   = page.ties > 0 ? across_at_random(org) : 0;
    page.fun              = share_of * static_cast<double>(counted.enjoyed);
    page.wellbeing        = share_of * static_cast<double>(counted.befriended);
    page.diversity        = across > 0 ? 100 * std::min(1.0, page.bridges / page.ties / across) : 0;
    page.flexibility      = 100 * needs_met_nearby(week, org);
}

}  // namespace ekkyo
