#include "processes/helping.hpp"

#include "calendar.hpp"
#include "ledger.hpp"
#include "organization.hpp"
#include "problems.hpp"
#include "skill.hpp"
#include "week.hpp"

#include <algorithm>
#include <bit>

namespace ekkyo {

namespace {

// one place on the payroll in twenty is that of somebody who answers more than others
constexpr Seat twenty = 20;

Seat devoted_of_twenty(const Week& week, Seat block)
{
    return twenty * block + Draw(week.luck().key("helping/is devoted"), About::block, 0, 0, block).below(twenty);
}

// how many members there are to answer somebody; of those who rest, one who answered much is missed most
double awake(const Helping& rules, const Week& week, const Organization& org)
{
    double missed = 0;
    std::int64_t resting = 0;
    for (Seat s : org.resting) {
        if (!org.is_inside(s) || !org.is_resting(s, week.number())) continue;
        const bool devoted = devoted_of_twenty(week, s / twenty) == s;
        missed += devoted ? rules.devoted / 100 * twenty : (1 - rules.devoted / 100) * twenty / (twenty - 1);
        resting++;
    }
    return org.member_count() - resting < 2 ? 0 : std::max(0.0, static_cast<double>(org.member_count()) - 1 - missed);
}

// a question is seen by some members, a few of them can answer, and a few of these do; a host asks around for the rest
double chance_of_an_answer(const Helping& rules, const Week& week, const Organization& org)
{
    const double others = awake(rules, week, org);
    if (others == 0) return 0;
    const double unaided =
        chance_of(others * org.felt.visibility * (rules.expertise / 100) * (rules.generosity / 100) *
                  (1 - org.sponsorship.pressure()) * (1 - org.burden.dismay));
    return unaided + (1 - unaided) * org.felt.care * rules.routing / 100;
}

// whoever comes first, on a walk over the payroll that is the same in all worlds: for some questions on one past the
// devoted, unless none of them is to be seen
Seat some_member(const Helping& rules, const Week& week, const Organization& org, Seat asker, Draw walk)
{
    const auto mask     = static_cast<Seat>(std::bit_ceil(org.seats()) - 1);
    const auto can_help = [&](Seat s) {
        return s < org.seats() && s != asker && org.is_inside(s) && !org.is_resting(s, week.number());
    };
    const double more = (rules.devoted / 100 * twenty - 1) / (twenty - 1);
    if (more > 0 && walk.chance(more))
        for (int look = 0; look < 100; look++)
            if (const Seat s = devoted_of_twenty(week, (walk() & mask) / twenty); can_help(s)) return s;
    while (true)
        if (const Seat s = walk() & mask; can_help(s)) return s;
}

// a problem is seen through without help, by whoever was shown how or has it from the team
Outcome seen_through(Source by)
{
    Outcome outcome;
    outcome.solved = by;
    return outcome;
}

/// This week's problems of whoever is followed one by one, here and in the twin.
struct Troubles {
    const Trouble& trouble;
    const Week& week;
    const Organization& org;
    double answered;
    std::vector<Seat> taught = taught_by_their_team(week, org);
    Chances counts = week.chances("helping/has problems"), looks = week.chances("helping/is like this");

    void operator()(Seat seat, std::vector<Case>& cases) const
    {
        const double skill = org.skill_of(seat) * org.learned.reach;
        const bool has_it  = std::ranges::binary_search(taught, seat);
        const auto n       = trouble.how_many(counts.of(seat).uniform());
        for (std::uint32_t k = 0; k < n; k++) {
            const Problem problem(trouble, looks.of(seat, k));
            Case c{.seat = seat, .k = k, .here = {}, .twin = without_community(trouble, problem)};
            c.here = c.twin;
            if (has_it)
                c.here = seen_through(Source::team);
            else if (problem.was_shown < skill)
                c.here = seen_through(Source::oneself);
            else if (org.row[seat] != outside && has_read_of_it(trouble, problem, org, week, org.members[org.row[seat]]))
                c.here = seen_through(Source::reading);
            else if (org.row[seat] != outside)
                with_community(trouble, problem, org, week, answered, c);
            cases.push_back(c);
        }
    }
};

// whom the hours are owed to that a problem no longer takes
double& saving_by(Source solved, Page& page)
{
    switch (solved) {
    case Source::archive:
    case Source::reading:
    case Source::community: return page.answer_saving;
    case Source::oneself: return page.learning_saving;
    case Source::team: return page.carried_saving;
    default: return page.goodwill_saving;
    }
}

// what all problems take: as usual, and the difference it made to the people the community has touched
void book_hours(const Week& week, const Organization& org, const Trouble& trouble, const std::vector<Case>& cases, Page& page)
{
    const double heads = week.draws_everybody() ? 0 : org.at_average_wage(org.headcount);
    page.problems      = on_the_clock(static_cast<double>(org.employees()) * trouble.rate);
    page.stuck_hours   = on_the_clock(heads * trouble.rate * trouble.usual.stuck);
    page.request_hours = on_the_clock(heads * trouble.rate * trouble.usual.requests);
    page.hours_variance = org.at_squared_wage(org.headcount) * trouble.rate * trouble.usual_squared;
    for (const Case& c : cases) {
        const double wage = org.wage(c.seat), usual = week.draws_everybody() ? 0 : wage;
        const double stuck    = on_the_clock(c.here.stuck * wage) - on_the_clock(c.twin.stuck * usual);
        const double requests = on_the_clock(c.here.requests * wage) - on_the_clock(c.twin.requests * usual);
        const double before   = on_the_clock(c.twin.stuck * wage) + on_the_clock(c.twin.requests * wage);
        const double after    = on_the_clock(c.here.stuck * wage) + on_the_clock(c.here.requests * wage);
        page.stuck_hours += stuck;
        page.request_hours += requests;
        saving_by(c.here.solved, page) += before - after;
    }
}

// what a favour to somebody of another company takes is lost here, and nobody here gains by it
void book_as_given_away(double hours, Page& page)
{
    page.request_hours += hours;
    page.goodwill_saving -= hours;
}

// a member's first question shows them what they have come to: true where that is somebody new
bool is_first_of_a_newcomer(const Case& c, const Week& week, Organization& org)
{
    Member& asker = org.members[org.row[c.seat]];
    if (asker.welcome != Welcome::unasked) return false;
    asker.welcome = c.here.solved == Source::community ? Welcome::answered : Welcome::ignored;
    return asker.is_newcomer(week.number());
}

}  // namespace

void Helping::operator()(const Week& week, Organization& org, Page& page) const
{
    if (!org.trouble || org.trouble->rules != *this) org.trouble = trouble_under(*this, org.circle.size());
    const Trouble& trouble = *org.trouble;
    const double answered  = chance_of_an_answer(*this, week, org);
    const auto walks = week.chances("helping/answers"), meets = week.chances("helping/gets to know");

    // problems come to everybody; only where the community may have made a difference are they followed one by one
    const Troubles troubles{trouble, week, org, answered};
    auto cases = week.collect_touched<Case>(org, troubles);
    if (!week.draws_everybody())
        for (Seat seat : troubles.taught) troubles(seat, cases);

    book_hours(week, org, trouble, cases, page);

    // members follow the community; some of them ask, others answer, and now and then the two get to know each other
    org.helps.clear();
    page.reading_hours = on_the_clock(org.at_average_wage(org.members_in) * weekly_from_monthly(reading_hours));
    for (const Case& c : cases) {
        page.overdrawn += c.overdrawn;
        page.remembered += c.here.solved == Source::reading;
        if (c.here.has_asked(Source::tie)) {
            page.favours++;
            if (!org.is_own(c.seat)) book_as_given_away(on_the_clock(friend_hours * org.wage(c.helper)), page);
            if (c.here.solved == Source::tie) {
                org.meet(c.seat, c.helper, Occasion::favour);
                org.favour(c.helper, c.seat);
                org.learned.lessons.push_back(c.seat);
            }
        }
        if (c.here.has_asked(Source::archive)) {
            page.searches++;
            page.recalled += c.here.solved == Source::archive;
            page.reading_hours += on_the_clock(org.archive.search_hours * org.wage(c.seat));
        }
        if (!c.here.has_asked(Source::community)) continue;
        page.questions++;
        org.lately(c.seat).act();
        page.asking_hours += on_the_clock(asking_hours * org.wage(c.seat));
        const bool first = is_first_of_a_newcomer(c, week, org);
        page.newcomers_asked += first;
        if (c.here.solved != Source::community) continue;
        const Seat helper = some_member(*this, week, org, c.seat, walks.of(c.seat, c.k));
        org.helped.push_back(c.seat);
        org.helps.push_back({helper, answers * answering_hours});
        org.learned.lessons.push_back(c.seat);
        org.lately(c.seat).answered |= 1;
        org.lately(helper).act();
        page.answered++;
        page.newcomers_answered += first;
        page.answering_hours += on_the_clock(answers * answering_hours * org.wage(helper));
        if (meets.of_pair(c.seat, helper, c.k).chance(acquaintance / 100) || org.is_tied(c.seat, helper))
            page.introduced += org.meet(c.seat, helper, Occasion::answer);
        org.favour(helper, c.seat);
    }
    org.messages += page.questions + answers * page.answered;
}

}  // namespace ekkyo
