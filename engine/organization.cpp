#include "organization.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

namespace ekkyo {

Organization open(const Founding& founding, const Circle& circle, int circle_capacity)
{
    const auto seats = founding.seats();
    Organization org{
        .founding   = &founding,
        .circle     = circle,
        .hired      = founding.hired,
        .generation = std::vector<std::uint16_t>(seats),
        .headcount  = std::vector<std::int64_t>(founding.silos()),
        .vacancies  = {},
        .readiness  = {},
        .felt       = {},
        .row        = std::vector<Row>(seats, outside),
        .was_member = std::vector<bool>(seats),
        .members    = {},
        .free_rows  = {},
        .members_in = std::vector<std::int64_t>(founding.silos()),
        .ties       = Ties(circle_capacity),
        .trouble    = {},
        .archive    = {},
        .helps      = {},
        .burden     = {},
        .resting    = {},
        .learned    = {},
        .certified  = std::vector<bool>(seats),
        .candidates = {},
        .launches   = {},
        .sponsorship = {}};

    for (std::size_t silo = 0; silo < founding.silos(); silo++)
        for (Seat s = founding.silo_first[silo]; s < founding.silo_first[silo + 1]; s++)
            if (org.is_employed(s))
                org.headcount[silo]++, org.hired_sum += org.is_own(s) ? org.hired[s] : 0;
            else
                org.vacancies.push_back(s);
    return org;
}

double Organization::renown_of(Seat seat, int week) const
{
    constexpr double an_afternoon = 4;
    const double given            = row[seat] == outside ? 0 : carries(members[row[seat]].load, week);
    return given / (given + an_afternoon);
}

double Organization::in_mind(const Member& member, int week) const
{
    if (told.in_mind == 0 || !member.inside) return 0;
    return told.in_mind * (1 - exp2((member.since - week) / told.half_life));
}

std::int64_t Organization::people() const
{
    return std::accumulate(headcount.begin(), headcount.end(), std::int64_t{0});
}

std::int64_t Organization::employees() const
{
    std::int64_t own = 0;
    for (std::size_t silo = 0; silo < headcount.size() && founding->is_own_silo(silo); silo++) own += headcount[silo];
    return own;
}

double Organization::vacancies_in(Silo silo) const
{
    return static_cast<double>(founding->silo_first[silo + 1] - founding->silo_first[silo] - headcount[silo]);
}

double Organization::ready_to_quit(Seat seat, int week) const
{
    const double warmth = row[seat] == outside ? 0 : ties.warmest(row[seat]);
    return (1 - readiness.friends * warmth) * (1 - readiness.growth * skill_of(seat)) *
           (1 + readiness.certificate * certified[seat]) *
           (1 + readiness.exhausted * is_resting(seat, week));
}

double Organization::at_average_wage(const std::vector<std::int64_t>& heads) const
{
    double sum = 0;
    for (std::size_t silo = 0; silo < heads.size(); silo++)
        sum += static_cast<double>(heads[silo]) * founding->relative_wage[silo];
    return sum;
}

double Organization::at_squared_wage(const std::vector<std::int64_t>& heads) const
{
    double sum = 0;
    for (std::size_t silo = 0; silo < heads.size(); silo++)
        sum += static_cast<double>(heads[silo]) * founding->relative_wage[silo] * founding->relative_wage[silo];
    return sum;
}

double Organization::in_sight(double colleagues, int new_ties) const
{
    return std::max(0.0, colleagues - displaced * new_ties);
}

std::int64_t Organization::member_count() const
{
    return std::accumulate(members_in.begin(), members_in.end(), std::int64_t{0});
}

std::int64_t Organization::guests() const
{
    std::int64_t guests = 0;
    for (std::size_t silo = members_in.size(); silo-- > 0 && !founding->is_own_silo(silo);) guests += members_in[silo];
    return guests;
}

Member& Organization::enter(Seat seat, int week)
{
    if (row[seat] == outside) {
        if (free_rows.empty()) {
            free_rows.push_back(static_cast<Row>(members.size()));
            members.emplace_back();
        }
        row[seat] = free_rows.back();
        free_rows.pop_back();
        ties.seat_at(row[seat]);
    }
    Member& member   = members[row[seat]];
    member.seat      = seat;
    member.since     = static_cast<std::int16_t>(week);
    member.inside    = true;
    member.welcome   = Welcome::unasked;
    member.lately    = {};
    was_member[seat] = true;
    members_in[silo_of(seat)]++;
    return member;
}

void Organization::exit(Seat seat)
{
    Member& member = members[row[seat]];
    member.inside  = false;
    if (member.load.hours > 0) burden.gone.push_back(std::exchange(member.load, {}));
    members_in[silo_of(seat)]--;
}

void Organization::vacate(Seat seat)
{
    if (row[seat] != outside) {
        if (is_inside(seat)) exit(seat);
        ties.each(row[seat], [&](const Tie& tie) { ties.forget(row[tie.partner], seat); });
        ties.seat_at(row[seat]);
        members[row[seat]].skill = 0;
        tidy(row[seat]);
    }
    hired_sum -= is_own(seat) ? hired[seat] : 0;
    headcount[silo_of(seat)]--;
    hired[seat]      = vacant;
    vacancies.push_back(seat);
    was_member[seat] = false;
    certified[seat]  = false;
    if (chronicle) chronicle->passages.push_back({chronicle->week, seat, false});
}

void Organization::fill(Seat seat, int week)
{
    hired[seat] = static_cast<std::int16_t>(week);
    generation[seat]++;
    hired_sum += is_own(seat) ? week : 0;
    headcount[silo_of(seat)]++;
    if (chronicle) chronicle->passages.push_back({chronicle->week, seat, true});
}

void Organization::swap(Seat a, Seat b, int week)
{
    // both count where they sit, before and after
    const auto count = [&](int one) {
        for (Seat s : {a, b}) headcount[silo_of(s)] += one * is_employed(s), members_in[silo_of(s)] += one * is_inside(s);
    };
    count(-1);
    chart.swap(a, b, week, seats());
    count(+1);

    // old friends may be of another silo now, and friends elsewhere of the same
    for (Seat s : {a, b}) {
        if (row[s] == outside) continue;
        ties.each(row[s], [&](const Tie& tie) {
            const Seat friendly = tie.partner;
            ties.turn(row[s], s, row[friendly], friendly, is_bridge(s, friendly));
        });
    }
}

bool Organization::meet(Seat a, Seat b, Occasion occasion)
{
    if (a == b || row[a] == outside || row[b] == outside) return false;
    const bool known = is_tied(a, b);
    const bool tied  = ties.renew(row[a], a, row[b], b, is_bridge(a, b));
    if (chronicle && tied) chronicle->encounters.push_back({chronicle->week, a, b, occasion, !known});
    return tied && !known;
}

void Organization::favour(Seat from, Seat to)
{
    ties.favour(row[from], from, row[to], to);
}

void Organization::tidy(Row r)
{
    Member& member = members[r];
    constexpr double forgotten = 0.01;
    if (member.seat == nobody || member.inside || ties.count(r) || member.skill * learned.kept > forgotten) return;
    row[member.seat] = outside;
    member           = {};
    free_rows.push_back(r);
}

}  // namespace ekkyo
