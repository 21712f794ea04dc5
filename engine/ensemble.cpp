#include "ensemble.hpp"

#include "calendar.hpp"
#include "extract.hpp"

#include <algorithm>

namespace ekkyo {

namespace {

/// A company on its way through one world.
struct Life {
    Organization org;
    Ledger ledger;
};

/// The weeks from which other rules hold.
std::vector<int> turning_points(const Scenario& scenario)
{
    std::vector<int> weeks{0, scenario.run.today};
    for (const Change& change : scenario.changes) weeks.push_back(change.week);
    std::ranges::sort(weeks);
    weeks.erase(std::unique(weeks.begin(), weeks.end()), weeks.end());
    return weeks;
}

void live_on(Life& life, const Scenario& scenario, const std::string& world, const Luck& luck, int from, int until)
{
    const auto turns = turning_points(scenario);
    Model rules      = rules_of(scenario, world, from);
    for (int week = from; week < until; week++) {
        if (std::ranges::binary_search(turns, week)) rules = rules_of(scenario, world, week);
        const double invited = static_cast<double>(life.org.employees());
        life.ledger.plans.push_back({rules.support.hosts(invited), rules.support.platform});
        life.ledger.pages.push_back(tick(rules, Week(luck, week, rules.support, scenario.run.everybody), life.org));
    }
}

double value_of(const Scenario& scenario, const std::string& path)
{
    double value = 0;
    for_each_section(scenario, [&](auto section, auto, const auto& owner) {
        for (const auto& row : table<std::remove_cvref_t<decltype(owner)>>)
            if (row.get && path == std::string(section) + "." + std::string(row.name)) value = row.get(owner);
    });
    return value;
}

}  // namespace

Model rules_of(const Scenario& scenario, const std::string& world, int week)
{
    const bool own = world == "level" || world == "stopped" || world == "none" || world == "twin";
    Scenario other;
    if (!own) {
        other = scenario;
        assign(other, "support.level", world);
    }
    Model rules = (own ? scenario : other).model_in(week);
    if (world == "none" || world == "twin" || (world == "stopped" && week >= scenario.run.today)) rules.support = {};
    if (world == "twin") rules.joining.discovery = rules.joining.word_of_mouth = 0;
    return rules;
}

Study study_of(const Scenario& scenario, std::vector<std::string> worlds, bool at_base)
{
    Study study{scenario, std::move(worlds), at_base, {}};
    if (!scenario.company.people.empty()) study.register_ = found_from_extract(scenario, scenario.company.people);
    return study;
}

Replicate live(const Study& study, std::uint32_t replicate)
{
    const Luck luck{static_cast<std::uint64_t>(study.scenario.run.seed), replicate};
    const Scenario scenario = study.at_base ? study.scenario : draw_unknowns(study.scenario, luck);
    const Founding founding = study.register_ ? *study.register_
                                              : found(
                                                    scenario.company,
                                                    scenario.silos,
                                                    weekly_from_yearly(scenario.model.staffing.turnover / 100),
                                                    luck);
    const Circle circle(founding, scenario.company, luck);
    const int weeks = scenario.run.weeks, today = std::min(scenario.run.today, weeks);

    Replicate lived;
    for (const std::string& path : unknowns(study.scenario)) lived.drawn.push_back(value_of(scenario, path));

    // the level and the world in which its support stops share their past
    std::optional<Life> past;
    for (const std::string& world : study.worlds) {
        const bool shares_past = world == "level" || world == "stopped";
        Life life              = shares_past && past ? *past : Life{open(founding, circle, scenario.model.bonding.circle), {}};
        if (shares_past && !past) {
            live_on(life, scenario, "level", luck, 0, today);
            past = life;
        }
        live_on(life, scenario, world, luck, shares_past ? today : 0, weeks);
        life.ledger.launches = std::move(life.org.launches);
        lived.ledgers.push_back(std::move(life.ledger));
    }
    return lived;
}

std::vector<std::optional<Replicate>> simulate(
    const Study& study, std::uint32_t replicates, int threads, Progress& progress)
{
    std::vector<std::optional<Replicate>> all(replicates);
    with_threads(threads, [&] {
        in_parallel(replicates, [&](std::size_t r) {
            if (progress.unwanted) return;
            all[r] = live(study, static_cast<std::uint32_t>(r));
            progress.done++;
        });
    });
    return all;
}

}  // namespace ekkyo
