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

// how the two came to know each other by that week; whoever had the seats before them took their ties along
void tell_how_they_met(Story& story, const Chronicle& chronicle, int week)
{
    for (const Encounter& encounter : chronicle.encounters) {
        if (encounter.week > week) break;
        if (!is_between(encounter, story.one.seat, story.other.seat)) continue;
        if (encounter.first) story.met = encounter, story.times = 0;
        story.last = encounter;
        story.times++;
    }
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
        tell_how_they_met(story, here, spark.week);
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

    Retold told{std::move(lived.ledgers[here]), {}, founding.silo_names, {}};
    told.stories = stories_of(founding, circle, lived.chronicles[here], lived.chronicles[there], scenario.run.weeks);
    for (const Spark& spark : lived.chronicles[here].sparks)
        for (Seat seat : {spark.seat, spark.partner})
            told.silo_of.push_back(founding.silo_of(lived.chronicles[here].chart.desk_of(seat, spark.week)));
    return told;
}

}  // namespace ekkyo
