#pragma once

#include "calendar.hpp"
#include "ensemble.hpp"
#include "spreads.hpp"

#include <gtest/gtest.h>

#include <cmath>

/// Tiny companies, and how to judge chance.
namespace ekkyo {

/// A company that is lived without a scenario file: equal silos, nobody in the community yet.
struct Tiny {
    Company company;
    Model model;
    Luck luck{1, 0};
    Founding founding;
    Organization org;

    explicit Tiny(Company c, Model m = {}, Luck l = {1, 0})
        : company(c), model(m), luck(l), founding(found(c, {}, 0, l)), org(open(founding, Circle(founding, c, l), m.bonding.circle))
    {
    }

    bool everybody = false;  // followed one by one

    Page live(int week) { return tick(model, Week(luck, week, model.support, everybody), org); }

    std::vector<Page> live_until(int weeks)
    {
        std::vector<Page> pages;
        for (int week = 0; week < weeks; week++) pages.push_back(live(week));
        return pages;
    }
};

/// A model in which nothing happens by itself.
inline Model still()
{
    Model model;
    model.staffing.turnover     = 0;
    model.hosting.transfers     = 0;
    model.hosting.exhaustion    = 0;
    model.joining.interested    = 100;
    model.joining.discovery     = 0;
    model.joining.word_of_mouth = 0;
    model.participating         = {.spread = 0, .reward = 0, .overload = 0};
    model.helping.problems      = 0;
    model.helping.reading_hours = 0;
    model.tiring.exhaustion     = 0;
    model.sharing.contributions = 0;
    model.recalling.fit         = 0;
    model.introducing           = {.friends = 0, .host = 0};
    model.losing.dismay         = 0;
    model.certifying            = {.attempts = 0, .group_attempts = 0};
    model.publishing.posts      = 0;
    model.recruiting.referrals  = 0;
    model.innovating.approved   = 0;
    model.leaving.newcomers     = 0;
    model.leaving.established   = 0;
    model.allying               = {.noticing = 0, .asking = 0};
    return model;
}

/// So many people in so many equal silos.
inline Company people_in(int employees, int silos = 5)
{
    return {.employees = employees, .silos = silos, .people = "", .turnover = "drawn"};
}

/// What is not known, drawn by somebody's luck.
inline Scenario drawn_by(const Luck& luck, const Scenario& scenario)
{
    return at_quantiles(scenario, independent_quantiles(scenario, luck));
}

/// Worlds that are asked for by name.
inline std::vector<std::string> names(std::vector<std::string> worlds)
{
    return worlds;
}

/// The first so many trials, unknowns drawn independently.
inline std::vector<Trial> trials_of(const Scenario& scenario, std::uint32_t replicates)
{
    std::vector<Trial> trials;
    for (std::uint32_t r = 0; r < replicates; r++)
        trials.push_back({r, independent_quantiles(scenario, {static_cast<std::uint64_t>(scenario.run.seed), r})});
    return trials;
}

/// The rules of a world that is asked for by name.
inline Model rules_in(const Scenario& scenario, const std::string& name, int week)
{
    const World world = world_called(scenario, name);
    if (world.leaves.empty()) return rules_of(as_lived_in(world, scenario), world.community, week);
    return week < world.from_week ? rules_in(scenario, world.leaves, week) : rules_of(scenario, world.community, week);
}

/// A column over all weeks.
inline double sum_of(const std::vector<Page>& pages, double Page::*column)
{
    double total = 0;
    for (const Page& page : pages) total += page.*column;
    return total;
}

/// How many standard errors a mean lies from what it should be. Beyond 4.42 happens once in 100,000.
inline double z_of_mean(const std::vector<double>& seen, double expected)
{
    double sum = 0, squares = 0;
    const auto n = static_cast<double>(seen.size());
    for (double x : seen) sum += x;
    for (double x : seen) squares += (x - sum / n) * (x - sum / n);
    return (sum / n - expected) / std::sqrt(squares / (n - 1) / n);
}

inline double z_of_share(double happened, double trials, double p)
{
    return (happened / trials - p) / std::sqrt(p * (1 - p) / trials);
}

inline constexpr double once_in_100000 = 4.42;

}  // namespace ekkyo
