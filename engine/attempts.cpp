#include "attempts.hpp"

#include "calendar.hpp"
#include "parallel.hpp"

#include <algorithm>

namespace ekkyo {

namespace {

/// Somebody of the company, as far as a need of a task is concerned.
struct Person {
    bool holds, offers;
    double answers, stays;

    Person(const Tasks& rules, double losing_interest, Draw draw)
        : holds(draw.chance(rules.expertise / 100)),
          offers(draw.chance(rules.willing / 100)),
          answers(draw.mark() * rules.answer),
          stays(losing_interest > 0 ? draw.mark() / losing_interest : unbounded)
    {
    }
};

Need need_of(const Tasks& rules, const Luck& luck, std::uint32_t task, std::uint32_t number)
{
    Draw draw(luck.key("tasks/need"), About::seat, number, 0, task);
    const double s = rules.work_spread, size = normal_quantile(draw.uniform());
    Need need{rules.work * exp(s * size - s * s / 2), draw.uniform(), draw.mark(), false, {}};
    need.asked_for = draw.uniform();

    // a request reaches the first of them; a manager can go through all
    const double losing_interest = weekly_from_monthly_chance(rules.dropout / 100);
    const auto key               = luck.key("tasks/person");
    const std::uint32_t reached  = reach(rules);
    for (std::uint32_t p = 0; p < static_cast<std::uint32_t>(rules.people) && (p < reached || !need.held); p++) {
        const Person person(rules, losing_interest, Draw(key, About::pair, number, 0, task, p));
        need.held = need.held || person.holds;
        if (p < reached && person.holds && person.offers) need.volunteers.push_back({person.answers, person.stays});
    }
    std::ranges::stable_sort(need.volunteers, {}, &Volunteer::answers);
    return need;
}

/// When all needs are met. What is known is asked for at the start; what is not shows when the need before it is met.
/// `meet(need, asked, revealed)` says when; nobody asks for anything once the task is given up.
template <class Meet>
double last_met(const Tasks& rules, const Task& task, double unknown, double start, Meet meet)
{
    double before = start, last = start;
    for (const Need& need : task.needs) {
        const bool revealed = need.hidden < unknown;
        const double asked  = revealed ? before : start;
        before              = asked <= rules.horizon ? meet(need, asked, revealed) : unbounded;
        last                = std::max(last, before);
    }
    return last <= rules.horizon ? last : unbounded;
}

/// From when to when somebody works in a team.
struct Stint {
    double begins, done;
};

/// How long somebody who begins then can work until the task is given up, at most so long.
double worked(const Tasks& rules, double begins, double weeks)
{
    return std::clamp(rules.horizon - begins, 0.0, weeks);
}

/// How far volunteers have come with a need.
struct Carried {
    double done;  // when they had done it; unbounded: they have not
    double left;  // share of the work that is left
};

/// Volunteers one after the other, each until they lose interest, and all until somebody takes over; what is done stays
/// done.
Carried carried(const Tasks& rules, const Need& need, double asked, double until, double& voluntary)
{
    voluntary += rules.asking * reach(rules);
    const double all = need.hours / (rules.voluntary_hours * (1 - rules.community_coordination / 100));
    double now = asked, left = all;
    for (const Volunteer& volunteer : need.volunteers) {
        now                = std::max(now, asked + volunteer.answers);
        const double weeks = std::min({left, volunteer.stays, std::max(0.0, until - now)});
        voluntary += rules.voluntary_hours * worked(rules, now, weeks);
        now += weeks, left -= weeks;
        if (left <= 0) return {now, 0};
    }
    return {unbounded, all > 0 ? left / all : 1};
}

Attempt attempt(const Tasks& rules, const Task& task, double unknown, Way way)
{
    if (way == Way::team) return as_team(rules, task, unknown);
    if (way == Way::community) return in_community(rules, task, unknown);
    return on_market(rules, task, unknown);
}

}  // namespace

std::uint32_t reach(const Tasks& rules)
{
    const double people = std::min(rules.ties * (1 + rules.introductions), static_cast<double>(rules.people));
    return static_cast<std::uint32_t>(people + 0.5);
}

Task task_of(const Tasks& rules, const Luck& luck, std::uint32_t number)
{
    Task task;
    for (int n = 0; n < rules.needs; n++)
        task.needs.push_back(need_of(rules, luck, number, static_cast<std::uint32_t>(n)));
    return task;
}

Attempt as_team(const Tasks& rules, const Task& task, double unknown)
{
    Attempt attempt;
    std::vector<Stint> stints;
    const double pace = rules.full_time * (1 - rules.team_coordination / 100);

    // managers free somebody for each need: all known ones together, others when they show
    attempt.weeks = last_met(rules, task, unknown, rules.staffing, [&](const Need& need, double asked, bool revealed) {
        attempt.assigned += rules.staffing_hours;
        if (!need.held) return unbounded;
        const double begins = asked + (revealed ? rules.restaffing * need.waits : 0);

        // until somebody is free for what shows later, friends of the community may begin with it
        Carried friends{unbounded, 1};
        if (revealed && need.asked_for < rules.team_asks / 100)
            friends = carried(rules, need, asked, begins, attempt.voluntary);
        if (friends.done <= begins) return friends.done;
        stints.push_back({begins, begins + need.hours * friends.left / pace});
        return stints.back().done;
    });

    // a team stays together until the end: who has done their part waits, and has some of that time for other work
    const double end = std::min(attempt.weeks, rules.horizon), kept = 1 - rules.released / 100;
    for (const Stint& stint : stints)
        attempt.assigned += rules.full_time * (worked(rules, stint.begins, stint.done - stint.begins) +
                                               kept * std::max(0.0, end - stint.done));
    return attempt;
}

Attempt in_community(const Tasks& rules, const Task& task, double unknown)
{
    Attempt attempt;
    attempt.weeks = last_met(rules, task, unknown, 0, [&](const Need& need, double asked, bool) {
        return carried(rules, need, asked, unbounded, attempt.voluntary).done;
    });
    return attempt;
}

Attempt on_market(const Tasks& rules, const Task& task, double unknown)
{
    Attempt attempt;
    attempt.weeks = last_met(
        rules, task, unknown, rules.procurement, [&](const Need& need, double asked, bool revealed) {
            const double begins = asked + (revealed ? rules.change : 0);
            const double weeks  = need.hours * (1 + rules.learning / 100) / rules.full_time;
            const double bought = rules.full_time * worked(rules, begins, weeks);
            attempt.assigned += (revealed ? rules.change_hours : rules.specification) + rules.steering / 100 * bought;
            attempt.bought += bought;
            attempt.changed += revealed ? bought : 0;
            return begins + weeks;
        });
    return attempt;
}

Bill priced(const Attempt& attempt, const Tasks& rules)
{
    const double outside = attempt.bought + attempt.changed * rules.change_premium / 100;
    const double fading  = weekly_from_monthly_chance(rules.delay / 100);
    Bill bill;
    bill.cash = attempt.assigned * rules.wage_per_hour + outside * rules.outside_price;
    bill.cost = bill.cash + attempt.voluntary * rules.wage_per_hour * rules.voluntary_price / 100;
    if (attempt.is_done()) bill.value = rules.worth * (attempt.weeks > 0 ? exp(-fading * attempt.weeks) : 1);
    return bill;
}

std::vector<Attempt> attempts(const Tasks& rules, const Luck& luck, std::span<const double> shares, std::size_t tasks)
{
    const std::size_t each = shares.size() * ways;
    std::vector<Attempt> all(tasks * each);
    in_parallel(tasks, [&](std::size_t t) {
        const Task task = task_of(rules, luck, static_cast<std::uint32_t>(t));
        auto next       = all.begin() + static_cast<std::ptrdiff_t>(t * each);
        for (double unknown : shares)
            for (int way = 0; way < ways; way++) *next++ = attempt(rules, task, unknown, static_cast<Way>(way));
    });
    return all;
}

std::vector<Outlook> outlook(const Tasks& rules, const Luck& luck, std::span<const double> shares, std::size_t tasks)
{
    const std::size_t each = shares.size() * ways;
    const auto all         = attempts(rules, luck, shares, tasks);
    std::vector<Outlook> means(each);
    for (std::size_t i = 0; i < all.size(); i++) {
        const Bill bill = priced(all[i], rules);
        Outlook& mean   = means[i % each];
        const auto n    = static_cast<double>(tasks);
        mean.done += all[i].is_done() / n;
        mean.cash += bill.cash / n;
        mean.cost += bill.cost / n;
        mean.net += bill.net() / n;
    }
    return means;
}

}  // namespace ekkyo
