#include "skill.hpp"

#include <algorithm>

namespace ekkyo {

namespace {

// what the others in somebody's team have learned, on average
double mean_skill_of_mates(const Organization& org, Seat seat)
{
    double skill = 0, mates = 0;
    org.each_mate(seat, [&](Seat mate) {
        if (org.is_employed(mate)) skill += org.skill_of(mate), mates++;
    });
    return mates > 0 ? skill / mates : 0;
}

// the same at most: as if all of them who were ever in the community had learned what the most skilled have
double mean_skill_at_most(const Organization& org, Seat seat)
{
    double touched = 0, mates = 0;
    org.each_mate(seat, [&](Seat mate) { touched += org.is_touched(mate); });
    if (touched == 0) return 0;
    org.each_mate(seat, [&](Seat mate) { mates += org.is_employed(mate); });
    return org.learned.highest * touched / mates;
}

// from where to where somebody has come up
struct Rise {
    double from, to;
};

// a level at which one more has risen past it, or one fewer
struct Step {
    double level;
    int more;
};

// those who have risen past the level that one in ten stood below, and those who matter if that level rises
std::vector<Rise> rises_past(double level, double heads, const Week& week, const Organization& org)
{
    const double highest = level + static_cast<double>(org.members.size()) / heads;
    return week.collect<Rise>(org.members.size(), [&](std::size_t r, auto& rises) {
        const Member& member = org.members[r];
        if (member.seat == nobody || org.skill_of(member) == 0 || !org.is_own(member.seat)) return;
        const double from = week.luck().trait("learning/stands where", member.seat, org.generation[member.seat]);
        const double to   = after_a_lesson(from, org.skill_of(member));
        if (from < highest && to > level) rises.push_back({from, to});
    });
}

}  // namespace

std::vector<Seat> taught_by_their_team(const Week& week, const Organization& org)
{
    // practice carried home helps with a problem now and then, the more of it there is in the team
    const double share = org.learned.reach * org.learned.carried;
    const auto rate    = [&](double skill) { return skill > 0 ? std::min(week.certain, rate_of(share * skill)) : 0; };
    return week.met_by("learning/has it from the team", org.employed, rate(org.learned.highest), [&](Seat s, double mark) {
        return !org.is_touched(s) && mark < rate(mean_skill_at_most(org, s)) &&
               mark < rate(mean_skill_of_mates(org, s));
    });
}

Seat most_skilled_mate(const Organization& org, Seat seat)
{
    Seat most   = nobody;
    double best = 0;
    org.each_mate(seat, [&](Seat mate) {
        const double skill = org.is_employed(mate) ? org.skill_of(mate) : 0;
        if (skill > best) most = mate, best = skill;
    });
    return most;
}

double skill_floor(const Week& week, const Organization& org)
{
    // one in ten stands below this without a community
    constexpr double tenth = 0.1;
    const auto heads       = static_cast<double>(org.employees());
    if (heads == 0) return 0;

    // whoever has risen past it makes room for others: the floor lies where as many stand above it as have come up
    const auto rises     = rises_past(tenth, heads, week, org);
    const double highest = tenth + static_cast<double>(rises.size()) / heads;
    double past          = 0;
    std::vector<Step> steps;
    for (const Rise& rise : rises) {
        if (rise.from <= tenth) past++;
        else if (rise.from < highest) steps.push_back({rise.from, 1});
        if (rise.to < highest) steps.push_back({rise.to, -1});
    }
    std::ranges::sort(steps, {}, &Step::level);
    double level = tenth;
    for (const Step& step : steps) {
        if (tenth + past / heads <= step.level) break;
        level = step.level, past += step.more;
    }
    return std::max(level, tenth + past / heads);
}

}  // namespace ekkyo
