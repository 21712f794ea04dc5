#include "stories.hpp"

#include "assigning.hpp"
#include "spreads.hpp"

#include <algorithm>

namespace ekkyo {

namespace {

bool is_between(const Encounter& encounter, Seat a, Seat b)
{
    return (encounter.a == a && encounter.b == b) || (encounter.a == b && encounter.b == a);
}

/// Somebody's years on the payroll, in one world.
struct Spell {
    Person person;
    std::optional<int> left;

    auto order() const { return std::pair(person.seat, person.came); }
};

// of everybody who is of this company, by seat and week of hiring
std::vector<Spell> spells_in(const Founding& founding, const Chronicle& chronicle)
{
    std::vector<Spell> spells;
    std::vector<std::size_t> latest(founding.hired.size());
    const auto begin = [&](Seat seat, int came) {
        if (!founding.is_own(seat)) return;
        latest[seat] = spells.size();
        spells.push_back({{seat, came}, {}});
    };
    for (Seat seat = 0; seat < founding.hired.size(); seat++)
        if (founding.hired[seat] != vacant) begin(seat, founding.hired[seat]);
    for (const Passage& passage : chronicle.passages) {
        if (passage.came)
            begin(passage.seat, passage.week);
        else if (founding.is_own(passage.seat))
            spells[latest[passage.seat]].left = passage.week;
    }
    std::ranges::sort(spells, {}, &Spell::order);
    return spells;
}

std::size_t place_of(const Study& study, const std::string& name)
{
    const auto world = std::ranges::find(study.worlds, name, &World::name);
    if (world == study.worlds.end()) refuse("the world \"" + name + "\" is not lived");
    return static_cast<std::size_t>(world - study.worlds.begin());
}

}  // namespace

std::optional<Person> holder_of(const Founding& founding, const Chronicle& chronicle, Seat seat, int week)
{
    std::optional<Person> holder;
    if (founding.hired[seat] != vacant) holder = Person{seat, founding.hired[seat]};
    for (const Passage& passage : chronicle.passages) {
        if (passage.week > week) break;
        if (passage.seat != seat) continue;
        holder = passage.came ? std::optional(Person{seat, passage.week}) : std::nullopt;
    }
    return holder;
}

Weeks stay_of(const Person& person, const Founding& founding, const Chronicle& chronicle, int weeks)
{
    const int from     = std::max(0, person.came);
    const bool is_here = founding.hired[person.seat] == person.came ||
                         holder_of(founding, chronicle, person.seat, from) == person;
    if (!is_here) return {from, from};
    for (const Passage& passage : chronicle.passages)
        if (passage.seat == person.seat && !passage.came && passage.week > person.came) return {from, passage.week};
    return {from, weeks};
}

// whoever had the seats before them took their ties along
std::optional<Acquaintance> acquaintance_of(
    const Founding& founding, const Chronicle& chronicle, Seat one, Seat other, int week)
{
    std::optional<Acquaintance> known;
    for (const Encounter& encounter : chronicle.encounters) {
        if (encounter.week > week) break;
        if (!is_between(encounter, one, other)) continue;
        if (encounter.first) known = Acquaintance{encounter, encounter, 0};
        if (!known) continue;
        known->last = encounter;
        known->times++;
    }
    const auto is_theirs = [&](Seat seat) {
        const auto holder = holder_of(founding, chronicle, seat, week);
        return holder && holder->came <= known->met.week;
    };
    return known && is_theirs(one) && is_theirs(other) ? known : std::nullopt;
}

Belonging belonging_of(const Person& person, const Chronicle& chronicle, int week)
{
    Belonging has;
    for (const Entry& entry : chronicle.entries)
        if (entry.seat == person.seat && entry.week >= person.came && entry.week <= week) has.joined = entry.week;
    for (Encounter encounter : chronicle.encounters) {
        if (encounter.week > week) break;
        if (encounter.week < person.came || (encounter.a != person.seat && encounter.b != person.seat)) continue;
        if (encounter.b == person.seat) std::swap(encounter.a, encounter.b);
        if (!has.first) has.first = encounter;
        has.last = encounter;
        has.friends += encounter.first;
    }
    return has;
}

Schooling schooling_of(const Person& person, const Chronicle& chronicle, int week)
{
    Schooling has;
    for (const Lesson& lesson : chronicle.lessons) {
        if (lesson.week >= week) break;
        if (lesson.seat != person.seat || lesson.week < person.came) continue;
        if (lesson.teacher == nobody)
            has.events++;
        else
            has.times++, has.last = lesson;
    }
    return has;
}

Hires hires_of(const Retold& life, int week)
{
    const auto seats = [&](const Chronicle& world) {
        std::vector<Seat> filled;
        for (const Passage& passage : world.passages)
            if (passage.came && passage.week == week && life.founding.is_own(passage.seat)) filled.push_back(passage.seat);
        return filled;
    };
    return {seats(life.here), seats(life.twin)};
}

std::vector<Parting> partings_of(const Founding& founding, const Chronicle& here, const Chronicle& twin)
{
    const auto ours = spells_in(founding, here), theirs = spells_in(founding, twin);
    std::vector<Parting> partings;
    const auto note = [&](const Person& person, bool in_both, std::optional<int> left_here, std::optional<int> left_there) {
        if (left_here != left_there) partings.push_back({person, in_both, left_here, left_there});
    };
    auto one = ours.begin(), other = theirs.begin();
    while (one != ours.end() || other != theirs.end()) {
        if (other == theirs.end() || (one != ours.end() && one->order() < other->order())) {
            note(one->person, false, one->left, {});
            one++;
        } else if (one == ours.end() || other->order() < one->order()) {
            note(other->person, false, {}, other->left);
            other++;
        } else {
            note(one->person, true, one->left, other->left);
            one++, other++;
        }
    }
    return partings;
}

std::vector<Weeks> colleagues_in(const Circle& circle, const Chart& chart, Seat one, Seat other, Weeks weeks)
{
    std::vector<Weeks> found;
    for (int week = weeks.from; week < weeks.until; week++) {
        bool know = false;
        circle.each(chart, one, week, [&](Seat colleague) { know = know || colleague == other; });
        if (!know) continue;
        if (!found.empty() && found.back().until == week)
            found.back().until++;
        else
            found.push_back({week, week + 1});
    }
    return found;
}

std::vector<Story> stories_of(
    const Founding& founding, const Circle& circle, const Chronicle& here, const Chronicle& twin, int weeks)
{
    std::vector<Story> stories;
    for (const Spark& spark : here.sparks) {
        const auto one   = holder_of(founding, here, spark.seat, spark.week);
        const auto other = holder_of(founding, here, spark.partner, spark.week);
        Story story{spark.launch, one.value(), other.value(), {}, {}, {}, {}, 0, spark.warmth, spark.complicated, {}};
        const auto known = acquaintance_of(founding, here, spark.seat, spark.partner, spark.week).value();
        story.met        = known.met;
        story.last       = known.last;
        story.times      = known.times;
        story.one_stays   = stay_of(story.one, founding, here, weeks);
        story.other_stays = stay_of(story.other, founding, here, weeks);

        // the same two in the twin, if and as long as both work here
        Elsewhere& there = story.twin;
        there.one        = stay_of(story.one, founding, twin, weeks);
        there.other      = stay_of(story.other, founding, twin, weeks);
        const Weeks both{std::max(there.one.from, there.other.from), std::min(there.one.until, there.other.until)};
        there.colleagues = colleagues_in(circle, twin.chart, spark.seat, spark.partner, both);
        stories.push_back(std::move(story));
    }
    return stories;
}

Retold retell(const Study& study, const Trial& trial, const std::string& world, const std::string& twin)
{
    const auto here = place_of(study, world), there = place_of(study, twin);
    Replicate lived = live(study, trial, true);

    // the company and its old circles, as they were on the first day of that life
    const Luck luck{static_cast<std::uint64_t>(study.scenario.run.seed), trial.replicate};
    const Scenario scenario = at_quantiles(study.scenario, trial.quantiles);
    const Founding founding = founding_of(study, scenario, luck);
    const Circle circle(founding, scenario.company, luck);

    Retold told;
    told.stories  = stories_of(founding, circle, lived.chronicles[here], lived.chronicles[there], scenario.run.weeks);
    told.partings = partings_of(founding, lived.chronicles[here], lived.chronicles[there]);
    told.ledger   = std::move(lived.ledgers[here]);
    told.twin     = lived.chronicles[there];
    told.here     = std::move(lived.chronicles[here]);
    told.founding = founding;
    return told;
}

}  // namespace ekkyo
