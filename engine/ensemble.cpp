#include "ensemble.hpp"

#include "assigning.hpp"
#include "calendar.hpp"
#include "date.hpp"
#include "extract.hpp"
#include "spreads.hpp"

#include <algorithm>
#include <utility>

namespace ekkyo {

namespace {

/// A company on its way through one world.
struct Life {
    Organization org;
    Ledger ledger;
};

/// A world as it is lived in one trial.
struct Course {
    const World& world;
    Scenario scenario;
    Community community;
};

/// The weeks from which other rules hold.
std::vector<int> turning_points(const Scenario& scenario)
{
    std::vector<int> weeks;
    for (const Change& change : scenario.changes) weeks.push_back(change.week);
    std::ranges::sort(weeks);
    return weeks;
}

/// Lives on until a week, or until the sponsor of a protected plan would change it, where that is of interest.
void live_on(Life& life, const Course& course, const Luck& luck, int until, bool heeding_the_sponsor = false)
{
    const auto turns = turning_points(course.scenario);
    const int start  = day_of(course.scenario.run.start).value();
    const int from   = static_cast<int>(life.ledger.pages.size());
    Model rules      = rules_of(course.scenario, course.community, from);
    const auto weeks = static_cast<std::size_t>(course.scenario.run.weeks);
    life.ledger.pages.reserve(weeks), life.ledger.plans.reserve(weeks);
    for (int week = from; week < until; week++) {
        if (std::ranges::binary_search(turns, week)) rules = rules_of(course.scenario, course.community, week);
        const double staff   = static_cast<double>(life.org.employees());
        const Support paid   = rules.support.paid_for(life.org.sponsorship.paid);
        life.ledger.plans.push_back({paid.hosts(staff), paid.platform});
        life.ledger.pages.push_back(
            tick(rules, Week(luck, week, rules.support, course.scenario.run.everybody, start), life.org));
        if (heeding_the_sponsor && life.org.sponsorship.would_change_it()) return;
    }
}

// a community that is not paid for stays so in every world that leaves it
Community then(Community before, Community after)
{
    return std::max(before, after);
}

/// The worlds that leave a world, in the order of the weeks; those that leave with a sponsor, whenever that is, apart.
std::pair<std::vector<const World*>, std::vector<const World*>> leaving(const Study& study, const World& world)
{
    std::vector<const World*> planned, sponsored;
    for (const World& other : study.worlds)
        if (other.leaves == world.name) (other.sponsored ? sponsored : planned).push_back(&other);
    std::ranges::stable_sort(planned, {}, &World::from_week);
    return {planned, sponsored};
}

/// Lives a world to its end; worlds that leave it on the way take a copy of the company with them.
void live_through(const Study& study, const Course& course, Life life, const Luck& luck, Replicate& lived)
{
    auto [planned, sponsored] = leaving(study, course.world);
    const auto leave          = [&](const World& other) {
        const Course its{other, as_lived_in(other, course.scenario), then(course.community, other.community)};
        Life copy = life;
        if (other.sponsored) copy.org.sponsorship.begin_to_decide();
        live_through(study, its, std::move(copy), luck, lived);
    };
    const auto live_to = [&](int week) {
        live_on(life, course, luck, week, !sponsored.empty());
        if (!life.org.sponsorship.would_change_it()) return;
        for (const World* other : std::exchange(sponsored, {})) leave(*other);
        live_on(life, course, luck, week);
    };

    const int weeks = course.scenario.run.weeks;
    for (const World* other : planned) {
        live_to(std::min(other->from_week, weeks));
        leave(*other);
    }
    live_to(weeks);
    for (const World* other : sponsored) leave(*other);
    life.ledger.launches = std::move(life.org.launches);
    const auto world     = static_cast<std::size_t>(&course.world - study.worlds.data());
    if (life.org.chronicle) {
        lived.chronicles[world]       = std::move(*life.org.chronicle);
        lived.chronicles[world].chart = std::move(life.org.chart);
    }
    lived.ledgers[world] = std::move(life.ledger);
}

}  // namespace

World world_called(const Scenario& scenario, const std::string& name)
{
    if (name == "level") return {.name = name};
    if (name == "none") return {.name = name, .community = Community::unpaid};
    if (name == "twin") return {.name = name, .community = Community::impossible};
    if (name == "stopped")
        return {.name = name, .community = Community::unpaid, .leaves = "level", .from_week = scenario.run.today};
    if (const auto comma = name.rfind(", sponsored"); comma != std::string::npos)
        return {.name = name, .leaves = name.substr(0, comma), .sponsored = true};
    return {.name = name, .settings = {{"support.level", name}}};
}

Scenario as_lived_in(const World& world, Scenario scenario)
{
    for (const Setting& setting : world.settings) {
        refuse_if_settled(setting.path, setting.value);
        if (world.leaves.empty()) {
            assign(scenario, setting.path, setting.value);
            continue;
        }
        Scenario trial = scenario;
        assign(trial, setting.path, setting.value);
        const auto after = std::ranges::upper_bound(scenario.changes, world.from_week, {}, &Change::week);
        scenario.changes.insert(after, {world.from_week, setting.path, setting.value});
    }
    return scenario;
}

Model rules_of(const Scenario& scenario, Community community, int week)
{
    Model rules = scenario.model_in(week);
    if (community != Community::planned) rules.support = {};
    if (community == Community::impossible) rules.joining.discovery = rules.joining.word_of_mouth = 0;
    return rules;
}

void check_worlds(const Scenario& base, const std::vector<World>& worlds)
{
    for (const World& world : worlds) {
        if (world.name.empty()) refuse("a world needs a name");
        if (std::ranges::count(worlds, world.name, &World::name) > 1)
            refuse("the world \"" + world.name + "\" is named twice; each can be lived once");
        if (world.sponsored && !world.leaves.empty() && (!world.settings.empty() || world.from_week > 0))
            refuse("the world \"" + world.name + "\" leaves its protected self where its sponsor says, and sets nothing else");
        // from world to world, back to one of its own
        Scenario scenario = base;
        std::vector<const World*> way{&world};
        while (!way.back()->leaves.empty()) {
            const auto other = std::ranges::find(worlds, way.back()->leaves, &World::name);
            if (other == worlds.end() || way.size() > worlds.size())
                refuse("the world \"" + world.name + "\" leaves \"" + way.back()->leaves + "\", which is not lived");
            way.push_back(&*other);
        }
        for (auto step = way.rbegin(); step != way.rend(); ++step) scenario = as_lived_in(**step, scenario);
    }
}

Study study_of(const Scenario& scenario, std::vector<World> worlds)
{
    check_worlds(scenario, worlds);
    Study study{scenario, std::move(worlds), {}};
    if (!scenario.company.people.empty()) study.register_ = found_from_extract(scenario, scenario.company.people);
    return study;
}

Study study_of(const Scenario& scenario, const std::vector<std::string>& names)
{
    std::vector<World> worlds;
    for (const std::string& name : names) worlds.push_back(world_called(scenario, name));
    return study_of(scenario, std::move(worlds));
}

Founding founding_of(const Study& study, const Scenario& scenario, const Luck& luck)
{
    const double turnover = weekly_from_yearly(scenario.model.staffing.turnover / 100);
    return study.register_ ? *study.register_ : found(scenario.company, scenario.silos, turnover, luck);
}

Replicate live(const Study& study, const Trial& trial, bool with_chronicles)
{
    const Luck luck{static_cast<std::uint64_t>(study.scenario.run.seed), trial.replicate};
    const Scenario scenario = at_quantiles(study.scenario, trial.quantiles);
    const Founding founding = founding_of(study, scenario, luck);
    const Circle circle(founding, scenario.company, luck);

    Replicate lived;
    lived.drawn = unknown_in(scenario);
    lived.ledgers.resize(study.worlds.size());
    if (with_chronicles) lived.chronicles.resize(study.worlds.size());
    for (const World& world : study.worlds) {
        if (!world.leaves.empty()) continue;
        const Course course{world, as_lived_in(world, scenario), world.community};
        Life life{open(founding, circle, scenario.model.bonding.circle), {}};
        life.org.sponsorship.decides = world.sponsored;
        if (with_chronicles) life.org.chronicle.emplace();
        live_through(study, course, std::move(life), luck, lived);
    }
    return lived;
}

std::vector<std::optional<Replicate>> simulate(
    const Study& study, const std::vector<Trial>& trials, int threads, Progress& progress)
{
    std::vector<std::optional<Replicate>> all(trials.size());
    with_threads(threads, [&] {
        in_parallel(trials.size(), [&](std::size_t t) {
            if (progress.unwanted) return;
            all[t] = live(study, trials[t]);
            progress.done++;
        });
    });
    return all;
}

}  // namespace ekkyo
