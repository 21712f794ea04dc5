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
        .employed   = Seats(seats),
        .generation = std::vector<std::uint16_t>(seats),
        .headcount  = std::vector<std::int64_t>(founding.silos()),
        .vacancies  = {},
        .readiness  = {},
        .felt       = {},
        .inside     = Seats(seats),
        .touched    = Seats(seats),
        .row        = std::vector<Row>(seats, outside),
        .was_member = Seats(seats),
        .members    = {},
        .free_rows  = {},
        .members_in = std::vector<std::int64_t>(founding.silos()),
        .interested = Seats(seats),
        .ties       = Ties(circle_capacity),
        .trouble    = {},
        .archive    = {},
        .helps      = {},
        .burden     = {},
        .resting    = {},
        .learned    = {},
        .certified  = Seats(seats),
        .candidates = {},
        .launches   = {},
        .sponsorship = {}};

    for (std::size_t silo = 0; silo < founding.silos(); silo++)
        for (Seat s = founding.silo_first[silo]; s < founding.silo_first[silo + 1]; s++)
            if (org.hired[s] != vacant)
                org.employed.insert(s), org.headcount[silo]++, org.hired_sum += org.is_own(s) ? org.hired[s] : 0;
            else
                org.vacancies.push_back(s);
    return org;
}

double Organization::renown_of(const Member& member, int week) const
{
    constexpr double an_afternoon = 4;
    const double given            = carries(member.load, week);
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
    const double warmth = is_touched(seat) ? ties.warmest(row[seat]) : 0;
    return (1 - readiness.friends * warmth) * (1 - readiness.growth * skill_of(seat)) *
           (1 + readiness.certificate * certified.contains(seat)) *
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
    if (!is_touched(seat)) {
        if (free_rows.empty()) {
            free_rows.push_back(static_cast<Row>(members.size()));
            members.emplace_back();
        }
        row[seat] = free_rows.back();
        free_rows.pop_back();
        touched.insert(seat);
        ties.seat_at(row[seat]);
    }
    Member& member     = members[row[seat]];
    const double skill = skill_of(member);
    member.seat        = seat;
    member.since       = static_cast<std::int16_t>(week);
    member.inside      = true;
    member.welcome     = Welcome::unasked;
    member.lately      = {};
    knows(member, skill);
    inside.insert(seat);
    was_member.insert(seat);
    members_in[silo_of(seat)]++;
    if (chronicle) chronicle->entries.push_back({week, seat});
    return member;
}

void Organization::exit(Seat seat)
{
    Member& member     = members[row[seat]];
    const double skill = skill_of(member);
    member.inside      = false;
    knows(member, skill);
    inside.erase(seat);
    if (member.load.hours > 0) burden.gone.push_back(std::exchange(member.load, {}));
    members_in[silo_of(seat)]--;
}

void Organization::vacate(Seat seat)
{
    if (chronicle)
        chronicle->passages.push_back(
            {chronicle->week, seat, false, certified.contains(seat), is_resting(seat, chronicle->week)});
    if (is_touched(seat)) {
        if (is_inside(seat)) exit(seat);
        ties.each(row[seat], [&](const Tie& tie) { ties.forget(row[tie.partner], seat); });
        ties.seat_at(row[seat]);
        free(row[seat]);
    }
    hired_sum -= is_own(seat) ? hired[seat] : 0;
    headcount[silo_of(seat)]--;
    hired[seat] = vacant;
    employed.erase(seat);
    interested.erase(seat);
    vacancies.push_back(seat);
    was_member.erase(seat);
    certified.erase(seat);
}

void Organization::fill(Seat seat, int week)
{
    hired[seat] = static_cast<std::int16_t>(week);
    employed.insert(seat);
    generation[seat]++;
    newcomers.push_back(seat);
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
        if (!is_touched(s)) continue;
        ties.each(row[s], [&](const Tie& tie) {
            const Seat friendly = tie.partner;
            ties.turn(row[s], s, row[friendly], friendly, is_bridge(s, friendly));
        });
    }
}

bool Organization::meet(Seat a, Seat b, Occasion occasion)
{
    if (a == b || !is_touched(a) || !is_touched(b)) return false;
    const bool again = ties.renew(row[a], a, row[b], b);
    const bool anew  = !again && ties.make(row[a], a, row[b], b, is_bridge(a, b));
    if (chronicle && (again || anew)) chronicle->encounters.push_back({chronicle->week, a, b, occasion, anew});
    return anew;
}

void Organization::favour(Seat from, Seat to)
{
    ties.favour(row[from], from, row[to], to);
}

void Organization::show(Seat pupil, Seat teacher, Occasion occasion)
{
    learned.lessons.push_back(pupil);
    if (chronicle) chronicle->lessons.push_back({chronicle->week, pupil, teacher, occasion});
}

bool Organization::is_forgotten(Row r) const
{
    constexpr double hardly_anything = 0.01;
    const Member& member             = members[r];
    return member.seat != nobody && !member.inside && skill_of(member) <= hardly_anything && !ties.any(r);
}

void Organization::free(Row r)
{
    Member& member = members[r];
    touched.erase(member.seat);
    row[member.seat] = outside;
    member           = {};
    free_rows.push_back(r);
}

}  // namespace ekkyo
