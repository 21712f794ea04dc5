#include "processes/helping.hpp"

#include "calendar.hpp"
#include "ledger.hpp"
#include "organization.hpp"
#include "problems.hpp"
#include "skill.hpp"
#include "week.hpp"

#include <algorithm>
#include <array>
#include <bit>

namespace ekkyo {

namespace {

constexpr Seat twenty = 20;

/// One place on the payroll in twenty, for good: that of somebody who answers more than others.
class Devoted {
public:
    explicit Devoted(const Week& week) : lots_(week.luck().key("helping/is devoted"), 0) {}

    Seat of_twenty(Seat block) const { return twenty * block + static_cast<Seat>(twenty * lots_.of(block)); }
    bool contains(Seat seat) const { return of_twenty(seat / twenty) == seat; }

private:
    Lots lots_;
};

// how many members there are to answer somebody; of those who rest, one who answered much is missed most
double awake(const Helping& rules, const Week& week, const Organization& org)
{
    const Devoted devoted(week);
    double missed = 0;
    std::int64_t resting = 0;
    for (Seat s : org.resting) {
        if (!org.is_inside(s) || !org.is_resting(s, week.number())) continue;
        missed += devoted.contains(s) ? rules.devoted / 100 * twenty : (1 - rules.devoted / 100) * twenty / (twenty - 1);
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
                  (1 + rules.thanks / 100 * org.felt.thanks) * (1 - org.sponsorship.pressure()) * (1 - org.burden.dismay));
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
    const Devoted devoted(week);
    const double more = (rules.devoted / 100 * twenty - 1) / (twenty - 1);
    if (more > 0 && walk.chance(more))
        for (int look = 0; look < 100; look++)
            if (const Seat s = devoted.of_twenty((walk() & mask) / twenty); can_help(s)) return s;
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

// hours that a problem no longer takes, of both sides
double saved_in(const Case& c, double wage)
{
    return on_the_clock(c.twin.stuck * wage) + on_the_clock(c.twin.requests * wage) - on_the_clock(c.here.stuck * wage) -
           on_the_clock(c.here.requests * wage);
}

/// What problems come to, beside what they take as usual.
struct Tally {
    double stuck = 0, requests = 0;
    std::array<double, static_cast<int>(Source::nobody) + 1> saved{};  // hours that a problem no longer takes, by who solved it
    double overdrawn = 0, searches = 0, recalled = 0, remembered = 0, search_hours = 0;

    double saved_by(Source source) const { return saved[static_cast<int>(source)]; }

    // where everybody is followed one by one, nothing is booked as usual
    void count(const Case& c, double wage, double usual, const Archive& archive)
    {
        stuck += on_the_clock(c.here.stuck * wage) - on_the_clock(c.twin.stuck * usual);
        requests += on_the_clock(c.here.requests * wage) - on_the_clock(c.twin.requests * usual);
        saved[static_cast<int>(c.here.solved)] += saved_in(c, wage);
        overdrawn += c.overdrawn;
        remembered += c.here.solved == Source::reading;
        if (!c.here.has_asked(Source::archive)) return;
        searches++;
        recalled += c.here.solved == Source::archive;
        search_hours += on_the_clock(archive.search_hours * wage);
    }

    Tally& operator+=(const Tally& more)
    {
        stuck += more.stuck, requests += more.requests;
        for (std::size_t s = 0; s < saved.size(); s++) saved[s] += more.saved[s];
        overdrawn += more.overdrawn, searches += more.searches, recalled += more.recalled;
        remembered += more.remembered, search_hours += more.search_hours;
        return *this;
    }
};

/// What the problems of some people come to, and those that go on: somebody else is asked, or it is written down.
struct Upshot {
    Tally tally;
    std::vector<Case> cases;

    Upshot& operator+=(const Upshot& more)
    {
        tally += more.tally;
        cases.insert(cases.end(), more.cases.begin(), more.cases.end());
        return *this;
    }
};

/// This week's problems of whoever is followed one by one, here and in the twin.
struct Troubles {
    const Helping& rules;
    const Trouble& trouble;
    const Week& week;
    const Organization& org;
    double answered       = chance_of_an_answer(rules, week, org);
    std::vector<Seat> taught = taught_by_their_team(week, org);
    Lots has = week.lots("helping/has problems");
    Chances which = week.chances("helping/has which problems"), walks = week.chances("helping/answers");
    Chances topics = week.chances("helping/is on topic");

    void operator()(Seat seat, Row row, Upshot& upshot) const
    {
        const auto n = trouble.how_many(has.of(seat));
        if (n == 0) return;
        Draw luck          = which.of(seat);
        const double skill = row == outside ? 0 : org.skill_of(org.members[row]) * org.learned.reach;
        const bool has_it  = row == outside && std::ranges::binary_search(taught, seat);
        const double overlap = org.founding->overlap_of(org.chart.desk_of(seat));
        for (std::uint32_t k = 0; k < n; k++) {
            const Problem problem(trouble, luck);
            Case c{.seat = seat, .row = row, .k = k, .here = {}, .twin = without_community(trouble, problem)};
            c.here     = c.twin;
            c.on_topic = overlap == 1 || topics.of(seat, k).chance(overlap);
            const Source known = c.on_topic ? known_from(problem, row, skill, has_it) : Source::nobody;
            if (known != Source::nobody)
                c.here = seen_through(known);
            else if (row != outside)
                with_community(trouble, problem, org, week, answered, c);
            if (c.here.solved == Source::community) c.helper = some_member(rules, week, org, seat, walks.of(seat, k));
            if (!week.draws_everybody() && !c.is_touched()) continue;
            upshot.tally.count(c, org.wage(seat), week.draws_everybody() ? 0 : org.wage(seat), org.archive);
            if (c.concerns_others() || org.chronicle) upshot.cases.push_back(c);
        }
    }

    // from where somebody knows how by now: from the team, from lessons of their own, or from what they have read
    Source known_from(const Problem& problem, Row row, double skill, bool has_it) const
    {
        if (has_it) return Source::team;
        if (problem.was_shown < skill) return Source::oneself;
        if (row != outside && has_read_of_it(trouble, problem, org, week, org.members[row])) return Source::reading;
        return Source::nobody;
    }

    /// All of them; whoever has something from the team is followed as well, though the community has not touched them.
    Upshot all() const
    {
        auto upshot = week.add_up_touched<Upshot>(org, *this);
        if (!week.draws_everybody())
            upshot += week.add_up<Upshot>(
                taught.size(), [&](std::size_t t, Upshot& more) { (*this)(taught[t], outside, more); });
        return upshot;
    }
};

// what all problems take: as usual, and the difference it made to the people the community has touched
void book(const Week& week, const Organization& org, const Trouble& trouble, const Tally& tally, Page& page)
{
    const double heads   = week.draws_everybody() ? 0 : org.at_average_wage(org.headcount);
    page.problems        = on_the_clock(static_cast<double>(org.employees()) * trouble.rate);
    page.stuck_hours     = on_the_clock(heads * trouble.rate * trouble.usual.stuck) + tally.stuck;
    page.request_hours   = on_the_clock(heads * trouble.rate * trouble.usual.requests) + tally.requests;
    page.hours_variance  = org.at_squared_wage(org.headcount) * trouble.rate * trouble.usual_squared;
    page.learning_saving = tally.saved_by(Source::oneself);
    page.carried_saving  = tally.saved_by(Source::team);
    for (Source source : {Source::archive, Source::reading, Source::community})
        page.answer_saving += tally.saved_by(source);
    for (Source source : {Source::colleague, Source::tie, Source::stranger, Source::nobody})
        page.goodwill_saving += tally.saved_by(source);
    page.overdrawn  = tally.overdrawn;
    page.searches   = tally.searches;
    page.recalled   = tally.recalled;
    page.remembered = tally.remembered;
    page.reading_hours += tally.search_hours;
}

/// A problem that somebody else is asked about: whose, which of the cases, and whether whoever answers is somebody the
/// asker knows by now or gets to know.
struct Asked {
    Seat seat;
    std::uint32_t which;
    bool acquainted;

    auto operator<=>(const Asked&) const = default;
};

// in the order of the payroll
std::vector<Asked> asked_about(const Helping& rules, const Week& week, const Organization& org, const std::vector<Case>& cases)
{
    const auto meets = week.chances("helping/gets to know");
    const auto knows = [&](const Case& c) {
        return c.helper != nobody &&
               (meets.of_pair(c.seat, c.helper, c.k).chance(rules.acquaintance / 100) || org.is_tied(c.seat, c.helper));
    };
    auto asked = week.collect<Asked>(cases.size(), [&](std::size_t i, auto& asked) {
        const Case& c = cases[i];
        if (c.concerns_others()) asked.push_back({c.seat, static_cast<std::uint32_t>(i), knows(c)});
    });
    std::ranges::sort(asked);
    return asked;
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
    Member& asker = org.members[c.row];
    if (asker.welcome != Welcome::unasked) return false;
    asker.welcome = c.here.solved == Source::community ? Welcome::answered : Welcome::ignored;
    return asker.is_newcomer(week.number());
}

// a friend is asked a favour, and mostly does it
void ask_a_friend(const Helping& rules, const Case& c, Organization& org, Page& page)
{
    page.favours++;
    if (!org.is_own(c.seat)) book_as_given_away(on_the_clock(rules.friend_hours * org.wage(c.friendly)), page);
    if (c.here.solved != Source::tie) return;
    org.meet(c.seat, c.friendly, Occasion::favour);
    org.favour(c.friendly, c.seat);
    org.show(c.seat, c.friendly, Occasion::favour);
}

// a question is put to the community; if somebody answers, the two now and then get to know each other
void ask_the_community(
    const Helping& rules, const Case& c, bool acquainted, const Week& week, Organization& org, Page& page)
{
    page.questions++;
    org.lately(c.seat).act();
    page.asking_hours += on_the_clock(rules.asking_hours * org.wage(c.seat));
    const bool first = is_first_of_a_newcomer(c, week, org);
    page.newcomers_asked += first;
    if (c.here.solved != Source::community) return;

    page.answered++;
    page.newcomers_answered += first;
    page.answering_hours += on_the_clock(rules.answers * rules.answering_hours * org.wage(c.helper));
    org.helped.push_back(c.seat);
    org.helps.push_back({c.helper, rules.answers * rules.answering_hours});
    org.show(c.seat, c.helper, Occasion::answer);
    org.lately(c.seat).answered |= 1;
    org.lately(c.helper).act();
    if (!acquainted) return;
    page.introduced += org.meet(c.seat, c.helper, Occasion::answer);
    org.favour(c.helper, c.seat);
}

// whoever had the solution of a problem, or the friend who was asked for it
Seat whom_it_led_to(const Case& c, const Organization& org)
{
    if (c.here.solved == Source::community) return c.helper;
    if (c.here.solved == Source::team) return most_skilled_mate(org, c.seat);
    return c.here.has_asked(Source::tie) ? c.friendly : nobody;
}

// where a chronicle is kept, whom the community served, and whom it failed
void write_down(const Helping& rules, const std::vector<Case>& cases, const Organization& org, Chronicle& chronicle)
{
    for (const Case& c : cases) {
        if (c.here == c.twin) continue;
        const bool answered = c.here.solved == Source::community, asked = c.here.has_asked(Source::community);
        const bool found    = c.here.solved == Source::archive;
        chronicle.difficulties.push_back(
            {.week      = chronicle.week,
             .seat      = c.seat,
             .helper    = whom_it_led_to(c, org),
             .here      = c.here,
             .twin      = c.twin,
             .saved     = saved_in(c, org.wage(c.seat)),
             .asking    = asked ? rules.asking_hours : found ? org.archive.search_hours : 0,
             .answering = answered ? rules.answers * rules.answering_hours : 0});
    }
}

}  // namespace

void Helping::operator()(const Week& week, Organization& org, Page& page) const
{
    if (!org.trouble || org.trouble->rules != *this) org.trouble = trouble_under(*this, org.circle.size());

    // problems come to everybody; only where the community may have made a difference are they followed one by one
    const Troubles troubles{*this, *org.trouble, week, org};
    const auto [tally, cases] = troubles.all();
    book(week, org, *org.trouble, tally, page);
    if (org.chronicle) write_down(*this, cases, org, *org.chronicle);

    // members follow the community; some of them ask there, or a friend they met there, and others answer
    org.helps.clear();
    page.reading_hours += on_the_clock(org.at_average_wage(org.members_in) * weekly_from_monthly(reading_hours));
    for (const Asked& asked : asked_about(*this, week, org, cases)) {
        const Case& c = cases[asked.which];
        if (c.here.has_asked(Source::tie)) ask_a_friend(*this, c, org, page);
        if (c.here.has_asked(Source::community)) ask_the_community(*this, c, asked.acquainted, week, org, page);
    }
    org.messages += page.questions + answers * page.answered;
}

}  // namespace ekkyo
