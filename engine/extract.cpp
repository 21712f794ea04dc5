#include "extract.hpp"

#include "date.hpp"

#include <algorithm>
#include <cmath>

namespace ekkyo {

namespace {

constexpr std::size_t smallest_silo = 5;
constexpr double prior_exits        = 5;   // how much a silo's own exits must outweigh
constexpr int team_of_vacancies     = 8;

/// Days seen in the register, and what happened in them.
struct Window {
    int first, last;

    double weeks() const { return (last - first) / 7.0; }
};

int week_of(int day, int start)
{
    return static_cast<int>(std::floor((day - start) / 7.0));
}

// exits are on record from the first one on
Window window_of(const std::vector<Spell>& spells)
{
    Window window{0x7FFFFFFF, -0x7FFFFFFF};
    for (const Spell& spell : spells) {
        window.last = std::max({window.last, spell.hired, spell.left.value_or(spell.hired)});
        if (spell.left) window.first = std::min(window.first, *spell.left);
    }
    window.first = std::min(window.first, window.last);
    return window;
}

using Bands = std::array<double, tenure_bands>;

// weeks that somebody was seen here, by tenure
Bands seen(const Spell& spell, const Window& window)
{
    const int from = std::max(spell.hired, window.first), until = std::min(spell.left.value_or(window.last), window.last);
    Bands weeks{};
    for (int band = 0; band < tenure_bands; band++) {
        const int begins = spell.hired + 7 * band_starts[band];
        const int ends   = band + 1 < tenure_bands ? spell.hired + 7 * band_starts[band + 1] : until;
        weeks[band]      = std::max(0, std::min(until, ends) - std::max(from, begins)) / 7.0;
    }
    return weeks;
}

bool has_left_in(const Spell& spell, const Window& window)
{
    return spell.left && *spell.left > window.first && *spell.left <= window.last;
}

/// The company's own rates, per silo of the founding.
Turnover measured(const std::vector<Spell>& spells, const std::vector<Silo>& silo_of, std::size_t silos)
{
    const Window window = window_of(spells);
    Bands exits{}, exposure{};
    for (const Spell& spell : spells) {
        const Bands weeks = seen(spell, window);
        for (int band = 0; band < tenure_bands; band++) exposure[band] += weeks[band];
        if (has_left_in(spell, window)) exits[band_of((*spell.left - spell.hired) / 7)]++;
    }

    std::vector<double> left(silos), expected(silos), hires(silos);
    for (std::size_t s = 0; s < spells.size(); s++) {
        const Bands weeks = seen(spells[s], window);
        for (int band = 0; band < tenure_bands; band++)
            if (exposure[band] > 0) expected[silo_of[s]] += weeks[band] * exits[band] / exposure[band];
        left[silo_of[s]] += has_left_in(spells[s], window);
        hires[silo_of[s]] += spells[s].hired > window.first && spells[s].hired <= window.last;
    }

    Turnover turnover;
    for (std::size_t silo = 0; silo < silos; silo++) {
        auto& rates         = turnover.quits.emplace_back();
        const double factor = (left[silo] + prior_exits) / (expected[silo] + prior_exits);
        for (int band = 0; band < tenure_bands; band++)
            rates[band] = exposure[band] > 0 ? factor * exits[band] / exposure[band] : 0;
        turnover.hiring.push_back(window.weeks() > 0 ? hires[silo] / window.weeks() : 0);
    }
    return turnover;
}

/// A spell that gets a seat, or (without one) a seat still to be filled.
struct Desk {
    std::string silo, team;
    const Spell* spell;
};

// silos too small to be told apart
std::map<std::string, std::string> merged(const std::vector<Desk>& places)
{
    std::map<std::string, std::size_t> sizes;
    for (const auto& place : places) sizes[place.silo]++;
    std::map<std::string, std::string> names;
    for (const auto& [silo, size] : sizes) names[silo] = size < smallest_silo ? "other" : silo;
    return names;
}

// every seat in order, and who comes and goes in it
void seat(Founding& founding, const std::vector<Desk>& places, int start, int weeks)
{
    for (Seat s = 0; s < places.size(); s++) {
        const auto& [silo, team, spell] = places[s];
        const bool new_silo             = s == 0 || places[s - 1].silo != silo;
        if (new_silo) {
            founding.silo_names.push_back(silo);
            founding.relative_wage.push_back(1);
            founding.silo_first.push_back(s);
        }
        if (new_silo || places[s - 1].team != team) founding.team_first.push_back(s);
        const bool is_here = spell && spell->covers(start);
        founding.hired.push_back(is_here ? static_cast<std::int16_t>(std::max(-30000, week_of(spell->hired, start))) : vacant);
        if (!spell) continue;

        // who comes and leaves within a week is never counted
        const int comes = is_here ? -1 : week_of(spell->hired, start);
        const int goes  = spell->left ? week_of(*spell->left, start) : weeks;
        if (comes == goes) continue;
        if (comes >= 0 && comes < weeks) founding.turnover.moves.push_back({comes, s, true});
        if (goes < weeks) founding.turnover.moves.push_back({goes, s, false});
    }
    founding.silo_first.push_back(static_cast<Seat>(places.size()));
    founding.team_first.push_back(static_cast<Seat>(places.size()));
}

}  // namespace

Founding found_from_extract(const Scenario& scenario, const std::string& path)
{
    const std::vector<Spell> spells = read_spells(path);
    const int start = *day_of(scenario.run.start), weeks = scenario.run.weeks;
    const bool recorded = scenario.company.turnover == "recorded";

    // a seat for everybody who is here during the run
    std::vector<Desk> places;
    for (const Spell& spell : spells)
        if ((!spell.left || *spell.left > start) && spell.hired < start + 7 * weeks)
            if (recorded || spell.covers(start)) places.push_back({spell.silo, spell.manager, &spell});
    if (std::ranges::none_of(spells, [&](const Spell& spell) { return spell.covers(start); }))
        throw Faults({{{path, 0, 0}, "nobody in the file works here on " + scenario.run.start + " (run.start)"}});

    const auto names = merged(places);
    const auto name_of = [&](const std::string& silo) { return names.contains(silo) ? names.at(silo) : "other"; };
    for (auto& place : places) place.silo = name_of(place.silo);
    std::set<std::string> silos;
    for (const auto& place : places) silos.insert(place.silo);
    if (std::ranges::any_of(spells, [&](const Spell& spell) { return name_of(spell.silo) == "other"; })) silos.insert("other");

    // where hires are drawn, seats for as many as may come
    Turnover turnover;
    std::vector<Silo> silo_of;
    for (const Spell& spell : spells)
        silo_of.push_back(static_cast<Silo>(std::distance(silos.begin(), silos.find(name_of(spell.silo)))));
    if (recorded) {
        turnover.recorded = true;
    } else {
        turnover = measured(spells, silo_of, silos.size());
        int number = 0;
        auto hiring = turnover.hiring.begin();
        for (const std::string& silo : silos) {
            const double hires = *hiring++ * weeks;
            for (int v = 0; v < hires + 4 * std::sqrt(hires) + 1; v++, number++)
                places.push_back({silo, "vacancies " + std::to_string(number / team_of_vacancies), nullptr});
        }
    }
    std::ranges::stable_sort(places, {}, [](const Desk& p) { return std::tuple(p.silo, !p.spell, p.team); });

    Founding founding;
    founding.turnover = turnover;
    seat(founding, places, start, weeks);
    if (!recorded) founding.turnover.moves.clear();
    return founding;
}

}  // namespace ekkyo
