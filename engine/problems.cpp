#include "problems.hpp"

namespace ekkyo {

namespace {

constexpr int cells = 1024;

Channel to_a_friend(const Helping& rules, Source source, double warmth, double luck)
{
    // goodwill brings the terms of a stranger closer to those of a friend
    const double cost    = rules.friend_hours + (rules.stranger_hours - rules.friend_hours) * (1 - warmth);
    const double success = rules.stranger_success + (rules.friend_success - rules.stranger_success) * warmth;
    return {source, cost, success / 100, success / 100, 0, luck};
}

Channel to_a_stranger(const Helping& rules, double luck)
{
    const double success = rules.stranger_success / 100;
    return {Source::stranger, rules.stranger_hours, success, success * (1 - rules.fear / 100), 0, luck};
}

Channel to_the_community(const Helping& rules, double answered, double reluctance, double luck)
{
    return {Source::community, rules.asking_hours, answered, answered, reluctance, luck};
}

// somebody from the community who can help: the warmer the tie, the likelier the one who is asked
Tie friend_of(const Organization& org, const Chances& friends, const Case& c)
{
    Tie asked{nobody, 0, 0};
    double soonest = unbounded;
    org.ties.each(org.row[c.seat], [&](const Tie& tie) {
        const double warmth = org.ties.warmth(tie), latest = soonest * warmth;
        const double mark   = friends.of_pair(c.seat, tie.partner, c.k).mark_up_to(latest);
        if (mark < latest) soonest = mark / warmth, asked = tie;
    });
    return asked;
}

}  // namespace

std::shared_ptr<const Trouble> trouble_under(const Helping& rules, double colleagues)
{
    auto trouble        = std::make_shared<Trouble>();
    trouble->rules      = rules;
    trouble->colleagues = colleagues;
    trouble->rate       = rules.problems * (1 - rules.solved_by_team / 100) * (1 - rules.solved_by_search / 100);
    trouble->quiet      = exp(-trouble->rate);
    trouble->unknown    = log2(1 - rules.expertise / 100);
    const double s      = rules.hours_spread;

    // each cell holds the mean of its slice of a lognormal, so that the mean of all is exact
    double below = 0;
    for (int c = 1; c <= cells; c++) {
        const double up_to = c == cells ? 1 : normal_cdf(normal_quantile(1.0 * c / cells) - s);
        trouble->hours.push_back(rules.hours_alone * (up_to - below) * cells);
        below = up_to;
    }

    // without a community there are colleagues, if one of them knows, and strangers
    const double known = trouble->one_knows(colleagues);
    for (double hours : trouble->hours)
        for (bool knows : {true, false}) {
            Channels channels;
            if (knows) channels.offer(to_a_friend(rules, Source::colleague, 1, 0), hours);
            channels.offer(to_a_stranger(rules, 0), hours);
            const Outcome outcome = expect(channels, hours);
            const double share    = (knows ? known : 1 - known) / cells;
            trouble->usual.stuck += share * outcome.stuck;
            trouble->usual.requests += share * outcome.requests;
            trouble->usual_squared += share * expected_square(channels, hours);
        }
    return trouble;
}

double Trouble::one_knows(double people) const
{
    return rules.expertise >= 100 ? people > 0 : 1 - exp2(people * unknown);
}

std::uint32_t Trouble::how_many(double chance) const
{
    std::uint32_t n = 0;
    for (double term = quiet, sum = term; chance > sum && term > 0; sum += (term *= rate / n)) n++;
    return n;
}

Problem::Problem(const Trouble& trouble, Draw draw)
    : hours(trouble.hours[draw.below(cells)]),
      who_knows(draw.uniform()),
      friend_helps(draw.uniform()),
      answered(draw.uniform()),
      stranger_helps(draw.uniform())
{
}

Outcome without_community(const Trouble& trouble, const Problem& problem)
{
    const Helping& rules = trouble.rules;
    Channels channels;
    if (problem.who_knows < trouble.one_knows(trouble.colleagues))
        channels.offer(to_a_friend(rules, Source::colleague, 1, problem.friend_helps), problem.hours);
    channels.offer(to_a_stranger(rules, problem.stranger_helps), problem.hours);
    return live(channels, problem.hours);
}

void with_community(
    const Trouble& trouble,
    const Problem& problem,
    const Organization& org,
    const Week& week,
    double answered,
    Case& c)
{
    const Helping& rules    = trouble.rules;
    const Row row           = org.row[c.seat];
    const int ties          = org.ties.count(row);
    const double colleagues = org.in_sight(trouble.colleagues, ties);
    Channels channels;

    // an old colleague, or a friend from the community
    if (problem.who_knows < trouble.one_knows(colleagues)) {
        channels.offer(to_a_friend(rules, Source::colleague, 1, problem.friend_helps), problem.hours);
    } else if (problem.who_knows < trouble.one_knows(colleagues + ties)) {
        const Tie tie = friend_of(org, week.chances("helping/asks whom"), c);
        c.helper      = tie.partner;
        channels.offer(to_a_friend(rules, Source::tie, org.ties.warmth(tie), problem.friend_helps), problem.hours);
    }

    // the community itself, for those inside who dare to ask there
    if (org.members[row].inside) {
        Draw person             = week.luck().person("helping/is reluctant", c.seat, org.generation[c.seat]);
        const double reluctance =
            rules.reluctance * exp(normal_quantile(person.uniform())) / org.members[row].readiness;
        channels.offer(to_the_community(rules, answered, reluctance, problem.answered), problem.hours);
    }

    channels.offer(to_a_stranger(rules, problem.stranger_helps), problem.hours);
    c.here = live(channels, problem.hours);
}

}  // namespace ekkyo
