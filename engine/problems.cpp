#include "problems.hpp"

#include <algorithm>

namespace ekkyo {

namespace {

constexpr int cells = 1024;

// goodwill brings the terms of a stranger (0) closer to those of a friend (1); whoever has overdrawn it fares worse still
Channel on_terms(const Helping& rules, Source source, double goodwill)
{
    const double cost    = rules.friend_hours + (rules.stranger_hours - rules.friend_hours) * (1 - goodwill);
    const double success = rules.stranger_success + (rules.friend_success - rules.stranger_success) * goodwill;
    const double chance  = std::clamp(success / 100, 0.0, 1.0);
    return {source, std::max(0.0, cost), chance, chance, 0, 0};
}

Channel to_a_stranger(const Helping& rules, double standing)
{
    Channel stranger = on_terms(rules, Source::stranger, standing);
    stranger.perceived *= 1 - rules.fear / 100;
    return stranger;
}

// something that somebody has read fits, if others have had the problem; what was read is not found once more
Channel to_the_archive(const Archive& archive, double in_mind, double codifiable, double luck)
{
    const double read   = chance_of(in_mind * archive.fit);
    const double unread = in_mind > 0 ? std::max(0.0, 1 - in_mind / archive.answers) : 1;
    const double found  = archive.found * unread;
    return {Source::archive, archive.search_hours, codifiable * (read + (1 - read) * found), codifiable * found, 0, luck};
}

Channel to_the_community(const Helping& rules, double answered, double reluctance, double luck)
{
    return {Source::community, rules.asking_hours, answered, answered, reluctance, luck};
}

// somebody from the community who can help: the warmer the tie, the likelier the one who is asked
Tie friend_of(const Organization& org, const Chances& friends, const Case& c)
{
    const Lots lots = friends.among_friends_of(c.seat, c.k);
    Tie asked;
    double soonest = unbounded;
    org.ties.each(c.row, [&](const Tie& tie) {
        const double warmth = org.ties.warmth(tie), latest = soonest * warmth;
        const double mark   = lots.mark_up_to(tie.partner, latest);
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
    // a problem that others have had as well may be one for an assistant, in every world
    const double assisted = rules.codifiable / 100 * rules.assistant / 100;
    trouble->codifiable   = assisted < 1 ? rules.codifiable / 100 * (1 - rules.assistant / 100) / (1 - assisted) : 0;
    trouble->rate *= 1 - assisted;
    trouble->quiet      = exp(-trouble->rate);
    trouble->known      = 0.0 - log2(1 - rules.expertise / 100);
    trouble->colleague  = on_terms(rules, Source::colleague, 1);
    trouble->stranger   = to_a_stranger(rules, 0);
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
            if (knows) channels.offer(trouble->colleague, hours);
            channels.offer(trouble->stranger, hours);
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
    return rules.expertise >= 100 ? people > 0 : 1 - exp2(-people * known);
}

double Trouble::crowd_for(double chance) const
{
    return rules.expertise >= 100 ? 0 : -log2(1 - chance) / known;
}

std::uint32_t Trouble::how_many(double chance) const
{
    std::uint32_t n = 0;
    for (double term = quiet, sum = term; chance > sum && term > 0; sum += (term *= rate / n)) n++;
    return n;
}

Problem::Problem(const Trouble& trouble, Draw& draw)
    : hours(trouble.hours[draw.below(cells)]),
      crowd(trouble.crowd_for(draw.uniform())),
      friend_helps(draw.uniform()),
      answered(draw.uniform()),
      stranger_helps(draw.uniform()),
      has_been_solved(draw.uniform()),
      was_shown(draw.uniform())
{
}

Outcome without_community(const Trouble& trouble, const Problem& problem)
{
    Channels channels;
    if (problem.crowd < trouble.colleagues)
        channels.offer(trouble.colleague.with(problem.friend_helps), problem.hours);
    channels.offer(trouble.stranger.with(problem.stranger_helps), problem.hours);
    return live(channels, problem.hours);
}

bool has_read_of_it(
    const Trouble& trouble, const Problem& problem, const Organization& org, const Week& week, const Member& member)
{
    if (problem.has_been_solved >= trouble.codifiable) return false;
    const double in_mind = org.in_mind(member, week.number());
    return in_mind > 0 && problem.has_been_solved < trouble.codifiable * chance_of(in_mind * org.archive.fit);
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
    const Member& asker     = org.members[c.row];
    Channels channels;

    // first a look at what the community has answered before, where the problem is about what it is about
    const bool may_ask = asker.inside && c.on_topic;
    if (may_ask)
        channels.begin_with(
            to_the_archive(
                org.archive, org.in_mind(asker, week.number()), trouble.codifiable, problem.has_been_solved),
            problem.hours);

    // then an old colleague, or a friend from the community, if it is known what they know; mostly a colleague knows, however many of the ties are left
    const bool surely       = problem.crowd < org.in_sight(trouble.colleagues, org.ties.count_at_most(c.row));
    const int ties          = surely ? 0 : org.ties.count(c.row);
    const double colleagues = org.in_sight(trouble.colleagues, ties);
    if (problem.crowd < colleagues) {
        channels.offer(trouble.colleague.with(problem.friend_helps), problem.hours);
    } else if (problem.crowd < colleagues + ties * (1 - rules.unaware / 100)) {
        const Tie tie = friend_of(org, week.chances("helping/asks whom"), c);
        const double goodwill = org.ties.warmth(tie) * (1 - std::max(0.0, org.ties.owed(tie)) / rules.credit);
        c.friendly            = tie.partner;
        c.overdrawn           = goodwill < 0;
        channels.offer(on_terms(rules, Source::tie, goodwill).with(problem.friend_helps), problem.hours);
    }

    // the community itself, for those inside who dare to ask there
    if (may_ask) {
        const double reluctance = rules.reluctance / asker.readiness;
        channels.offer(to_the_community(rules, answered, reluctance, problem.answered), problem.hours);
    }

    // and a stranger, who may have heard of somebody that has helped others
    const double standing = rules.standing / 100 * org.renown_of(asker, week.number());
    channels.offer(to_a_stranger(rules, standing).with(problem.stranger_helps), problem.hours);
    c.here = live(channels, problem.hours);
}

}  // namespace ekkyo
