#include "extract.hpp"

#include <algorithm>
#include <limits>
#include <numeric>

namespace ekkyo {

namespace {

constexpr double prior_exits = 5;  // so many exits a silo has to outweigh to be taken for different

/// Days on which the register was kept, and what it shows of them.
struct Window {
    int first, last;

    double weeks() const { return (last - first) / 7.0; }
    bool contains(int day) const { return first < day && day <= last; }
    bool sees_exit(const Spell& spell) const { return spell.left && contains(*spell.left); }
};

// exits are on record from the first one on
Window window_of(const std::vector<Spell>& spells)
{
    int first = std::numeric_limits<int>::max(), last = std::numeric_limits<int>::min();
    for (const Spell& spell : spells) {
        last = std::max({last, spell.hired, spell.left.value_or(spell.hired)});
        if (spell.left) first = std::min(first, *spell.left);
    }
    return {std::min(first, last), last};
}

using Bands = std::array<double, tenure_bands>;

// weeks for which somebody was seen here, by tenure
Bands weeks_seen(const Spell& spell, const Window& window)
{
    const int from  = std::max(spell.hired, window.first);
    const int until = std::min(spell.left.value_or(window.last), window.last);
    Bands weeks{};
    for (int band = 0; band < tenure_bands; band++) {
        const int begins = spell.hired + 7 * band_starts[band];
        const int ends   = band + 1 < tenure_bands ? spell.hired + 7 * band_starts[band + 1] : until;
        weeks[band]      = std::max(0, std::min(until, ends) - std::max(from, begins)) / 7.0;
    }
    return weeks;
}

// exits per person and week in the whole company, by tenure; a tenure nobody was seen at has the rate of all together
Bands company_rates(const std::vector<Spell>& spells, const Window& window)
{
    Bands exits{}, weeks{}, rates{};
    for (const Spell& spell : spells) {
        const Bands seen = weeks_seen(spell, window);
        for (int band = 0; band < tenure_bands; band++) weeks[band] += seen[band];
        if (window.sees_exit(spell)) exits[band_of((*spell.left - spell.hired) / 7)]++;
    }
    const double all = std::accumulate(exits.begin(), exits.end(), 0.0) /
                       std::accumulate(weeks.begin(), weeks.end(), 0.0);
    for (int band = 0; band < tenure_bands; band++) rates[band] = weeks[band] > 0 ? exits[band] / weeks[band] : all;
    return rates;
}

}  // namespace

Turnover measured(const std::vector<Spell>& spells, const std::vector<Silo>& silo_of, std::size_t silos)
{
    const Window window = window_of(spells);
    if (std::ranges::none_of(spells, [&](const Spell& spell) { return window.sees_exit(spell); })) return {};

    // what happened in each silo, and what would have happened at the company's rates
    const Bands company = company_rates(spells, window);
    std::vector<double> exits(silos), expected(silos), hires(silos);
    for (std::size_t s = 0; s < spells.size(); s++) {
        const Bands seen = weeks_seen(spells[s], window);
        for (int band = 0; band < tenure_bands; band++) expected[silo_of[s]] += company[band] * seen[band];
        exits[silo_of[s]] += window.sees_exit(spells[s]);
        hires[silo_of[s]] += window.contains(spells[s].hired);
    }

    // a silo differs from the company as far as its own exits can tell
    Turnover turnover;
    for (std::size_t silo = 0; silo < silos; silo++) {
        Bands quits = company;
        for (double& rate : quits) rate *= (exits[silo] + prior_exits) / (expected[silo] + prior_exits);
        turnover.quits.push_back(quits);
        turnover.hiring.push_back(hires[silo] / window.weeks());
    }
    return turnover;
}

}  // namespace ekkyo
