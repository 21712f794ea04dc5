#include "extract.hpp"

#include "date.hpp"

#include <algorithm>
#include <cmath>

namespace ekkyo {

namespace {

constexpr int smallest_silo = 5;
constexpr int newcomers     = 8;  // who sit together where no manager is known yet
constexpr int longest_ago   = -30000;

/// The weeks that are run.
struct Term {
    int start, weeks;

    int week_of(int day) const { return static_cast<int>(std::floor((day - start) / 7.0)); }
    // the week in which somebody comes (-1: is here on the first day) and the one in which they leave
    int comes(const Spell& spell) const { return spell.covers(start) ? -1 : week_of(spell.hired); }
    int goes(const Spell& spell) const { return spell.left ? std::min(week_of(*spell.left), weeks) : weeks; }
    bool counts(const Spell& spell) const { return (!spell.left || *spell.left > start) && comes(spell) < goes(spell); }
};

/// A spell that gets a seat, or (without one) a seat still to be filled.
struct Desk {
    std::string silo, team;
    const Spell* spell;
};

// the most people a silo has at once during the run
std::map<std::string, int> largest_headcounts(const std::vector<Spell>& spells, const Term& term)
{
    std::map<std::string, std::vector<std::pair<int, int>>> moves;
    for (const Spell& spell : spells) {
        if (!term.counts(spell)) continue;
        moves[spell.silo].push_back({term.comes(spell), +1});
        moves[spell.silo].push_back({term.goes(spell), -1});
    }
    std::map<std::string, int> largest;
    for (auto& [silo, when] : moves) {
        std::ranges::sort(when);
        int heads = 0;
        for (const auto& [week, change] : when) largest[silo] = std::max(largest[silo], heads += change);
    }
    return largest;
}

// silos too small to be told apart are one
std::vector<std::string> silo_names(const std::vector<Spell>& spells, const Term& term)
{
    auto largest = largest_headcounts(spells, term);
    std::vector<std::string> names;
    for (const Spell& spell : spells) names.push_back(largest[spell.silo] < smallest_silo ? "other" : spell.silo);
    return names;
}

// seats for as many as may come, where hires are drawn; one at least, so that a silo may be empty on the first day
void add_vacancies(std::vector<Desk>& desks, const std::set<std::string>& silos, const Turnover& turnover, int weeks)
{
    auto hiring = turnover.hiring.begin();
    for (const std::string& silo : silos) {
        const double hires = *hiring++ * weeks;
        const int seats    = 1 + static_cast<int>(std::ceil(hires + 4 * std::sqrt(hires)));
        for (int seat = 0; seat < seats; seat++) desks.push_back({silo, std::to_string(seat / newcomers), nullptr});
    }
}

// every seat in order, and who sits there on the first day
void seat(Founding& founding, const Company& company, const std::vector<Desk>& desks, const Term& term)
{
    for (Seat s = 0; s < desks.size(); s++) {
        const auto& [silo, team, spell] = desks[s];
        const bool first_of_silo        = s == 0 || desks[s - 1].silo != silo;
        if (first_of_silo) add_silo(founding, company, {.name = silo}, s);
        if (first_of_silo || desks[s - 1].team != team || !desks[s - 1].spell != !spell)
            founding.team_first.push_back(s);
        const bool is_here = spell && spell->covers(term.start);
        founding.hired.push_back(
            is_here ? static_cast<std::int16_t>(std::max(longest_ago, term.week_of(spell->hired))) : vacant);
    }
    const auto seats = static_cast<Seat>(desks.size());
    founding.silo_first.push_back(seats);
    founding.team_first.push_back(seats);
    founding.silo_near = Nearby(founding.silo_first, seats);
    founding.team_near = Nearby(founding.team_first, seats);
}

// the register as it was written
Turnover recorded(const std::vector<Desk>& desks, const Term& term)
{
    Turnover turnover{.quits = {}, .hiring = {}, .recorded = true, .moves = {}};
    for (Seat s = 0; s < desks.size(); s++) {
        const int comes = term.comes(*desks[s].spell), goes = term.goes(*desks[s].spell);
        if (comes >= 0) turnover.moves.push_back({comes, s, true});
        if (goes < term.weeks) turnover.moves.push_back({goes, s, false});
    }
    std::ranges::stable_sort(turnover.moves, {}, &Move::week);
    return turnover;
}

void check_somebody_is_here(
    const Scenario& scenario, const std::string& path, const std::vector<Spell>& spells, int start)
{
    if (std::ranges::any_of(spells, [&](const Spell& spell) { return spell.covers(start); })) return;
    Place place{path, 1, 1};
    for (const Setting& setting : scenario.settings)
        if (setting.path == "run.start") place = setting.place;
    throw Faults(place, "nobody in " + path + " works here on " + scenario.run.start + " (run.start)");
}

}  // namespace

Founding found_from_extract(const Scenario& scenario, const std::string& path)
{
    const std::vector<Spell> spells = read_spells(path);
    const Term term{day_of(scenario.run.start).value(), scenario.run.weeks};
    check_somebody_is_here(scenario, path, spells, term.start);

    // who has a seat
    const bool replays = scenario.company.turnover == "recorded";
    const auto names   = silo_names(spells, term);
    std::vector<Desk> desks;
    for (std::size_t s = 0; s < spells.size(); s++)
        if (replays ? term.counts(spells[s]) : spells[s].covers(term.start))
            desks.push_back({names[s], spells[s].manager, &spells[s]});

    // how people come and go, and seats for those who come
    Founding founding;
    founding.sites = scenario.company.sites;
    if (!replays) {
        const std::set<std::string> silos(names.begin(), names.end());
        std::vector<Silo> silo_of;
        for (const auto& name : names)
            silo_of.push_back(static_cast<Silo>(std::distance(silos.begin(), silos.find(name))));
        founding.turnover = measured(spells, silo_of, silos.size());
        if (!founding.turnover.hiring.empty()) add_vacancies(desks, silos, founding.turnover, term.weeks);
    }

    // silo by silo, team by team, the vacancies last
    std::ranges::stable_sort(desks, {}, [](const Desk& desk) { return std::tuple(desk.silo, !desk.spell, desk.team); });
    seat(founding, scenario.company, desks, term);
    if (replays) founding.turnover = recorded(desks, term);
    return founding;
}

}  // namespace ekkyo
