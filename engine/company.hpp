#pragma once

#include "chance.hpp"
#include "field.hpp"

#include <string>
#include <vector>

namespace ekkyo {

using Silo = std::uint16_t;

/// The company before the community: how many people, in how many silos, who sits with whom.
struct Company {
    int employees        = 2000;
    int silos            = 10;
    int sites            = 1;
    double overlap       = 100;
    int team_size        = 8;
    double colleagues    = 10;
    double silo_strength = 36;
    double site_strength = 10;
    std::string people;
    std::string turnover = "drawn";
};

template <>
inline constexpr auto table<Company> = fields(
    field<&Company::employees>({
        .unit  = "employees",
        .range = {1, 2e9},
        .text  = "People on the payroll when the community starts.",
    }),
    field<&Company::silos>({
        .unit  = "silos",
        .range = {1, 10000},
        .text  = "Units (function, site) that mostly keep to themselves; equal in size unless [[silo]] lists them.",
    }),
    field<&Company::sites>({
        .unit  = "sites",
        .range = {1, 1000},
        .text  = "Places (regions, offices) over which every silo is spread; 1: where somebody works makes no difference.",
    }),
    field<&Company::overlap>({
        .unit   = "% of problems",
        .range  = {0, 100},
        .text   = "Problems at work that are about what the community is about; with the others nobody turns to it, though to friends made there.",
        .source    = "choice: 100, a community about all that people do; no share for one about less has been found published",
        .source_ja = "選択: 100は、仕事のすべてを領域とするコミュニティ。より狭い領域での割合を示した公表値は見つからない",
    }),
    field<&Company::team_size>({
        .unit   = "employees / team",
        .range  = {1, 1000},
        .text   = "People who share a manager and hear of everything first.",
        .source = "assumption",
    }),
    field<&Company::colleagues>({
        .unit      = "colleagues / employee",
        .range     = {0, 100},
        .plausible = {5, 20},
        .grade     = Grade::survey,
        .text      = "Colleagues outside the team whom somebody can turn to; renewed as fast as they fade.",
        .source    = "Office networks of 34-92 people: 10-16 contacts each (BKTEC, BKOFF, workplace 2013)",
        .source_ja = "34〜92人の職場ネットワーク: 一人あたり10〜16人(BKTEC、BKOFF、workplace 2013)",
    }),
    field<&Company::silo_strength>({
        .unit      = "odds ratio",
        .range     = {1, 1e6},
        .plausible = {13.5, 171},
        .grade     = Grade::assumption,
        .text      = "How many times likelier a pair of the same silo knows each other than a pair of two silos.",
        .source    = "5 / 20 / 40 % of ties cross silos (10 silos of 200); direction: Kleinbaum, Stuart & Tushman 2013",
        .source_ja = "つながりの5 / 20 / 40 %が部門を越える(200人の部門が10)。方向: Kleinbaum, Stuart & Tushman 2013",
    }),
    field<&Company::site_strength>({
        .unit      = "odds ratio",
        .range     = {1, 1e6},
        .plausible = {2, 30},
        .grade     = Grade::assumption,
        .text      = "How many times likelier a pair of the same site knows each other than a pair of two sites, in one silo or two.",
        .source    = "assumption; unit, function and office together: about 1,000 (Kleinbaum, Stuart & Tushman 2008), a third of that on a logarithmic scale",
        .source_ja = "仮定。部署・職能・拠点を合わせて約1,000(Kleinbaum, Stuart & Tushman 2008)、対数でその3分の1",
    }),
    field<&Company::people>({
        .unit = "file",
        .text = "An HR extract (CSV: person, silo, manager, hired, left) that becomes the company; replaces employees and silos.",
    }),
    field<&Company::turnover>({
        .unit = "drawn | recorded",
        .text = "With an extract: draw hires and exits at the company's own measured rates, or replay the recorded ones.",
    }));

/// One silo of a company whose silos differ.
struct SiloRow {
    std::string name;
    int employees        = 0;
    double relative_wage = 1;
    bool outside         = false;
    double overlap       = 1;
};

template <>
inline constexpr auto table<SiloRow> = fields(
    field<&SiloRow::name>({.unit = "name", .text = "What the silo is called; each name once."}),
    field<&SiloRow::employees>({.unit = "employees", .range = {1, 2e9}, .text = "People on its payroll."}),
    field<&SiloRow::relative_wage>({
        .unit  = "x company mean",
        .range = {0.05, 20},
        .text  = "What an hour costs here, relative to prices.wage_per_hour.",
    }),
    field<&SiloRow::overlap>({
        .unit  = "x company.overlap",
        .range = {0, 100},
        .text  = "How much more of the problems here than elsewhere is about what the community is about.",
    }),
    field<&SiloRow::outside>({
        .unit = "yes or no",
        .text = "Another company, or a client: its people may be in the community, but are not on this company's payroll.",
    }));

/// A hire or an exit that an HR extract records.
struct Move {
    int week;
    Seat seat;
    bool hired;  // or left
};

/// Tenure bands in which an extract's own turnover is measured: under 1 year, 1 to 3, and longer.
inline constexpr int tenure_bands = 3;
inline constexpr int band_starts[tenure_bands] = {0, 52, 156};

constexpr int band_of(int weeks)
{
    int band = 0;
    while (band + 1 < tenure_bands && weeks >= band_starts[band + 1]) band++;
    return band;
}

/// How people come and go, as measured from a company's own register. Rates per week.
struct Turnover {
    std::vector<std::array<double, tenure_bands>> quits;  // per silo and tenure
    std::vector<double> hiring;                           // per silo: hires per week, into its vacant seats
    bool recorded = false;                                // replay `moves` instead
    std::vector<Move> moves;                              // by week
};

inline constexpr std::int16_t vacant = 32767;

/// Where to look in a sorted list of first seats, for every 64th seat or, of large groups, fewer of them: whose a seat is, is
/// found in a step or two, and where to look in the cache.
class Nearby {
public:
    Nearby() = default;
    Nearby(const std::vector<Seat>& firsts, Seat seats);

    /// The first group that begins behind a seat.
    std::size_t behind(const std::vector<Seat>& firsts, Seat seat) const
    {
        std::size_t group = groups_[seat >> bits_];
        while (firsts[group] <= seat) group++;
        return group;
    }

private:
    int bits_ = 6;                       // a step is 2^bits seats
    std::vector<std::uint32_t> groups_;  // per step: the first group that begins behind its first seat
};

/// The company on its first day: what all worlds of a replicate share and none of them changes.
///
/// Seats are ordered by silo and team, those of other companies last.
struct Founding {
    std::vector<std::string> silo_names;
    std::vector<Seat> silo_first;        // silo s holds seats silo_first[s] .. silo_first[s + 1] - 1
    std::vector<Seat> team_first;        // likewise
    std::vector<double> relative_wage;   // per silo
    std::vector<double> overlap;         // per silo: share of its problems that is about what the community is about
    std::vector<std::int16_t> hired;     // per seat: the week its holder came (negative: before), or vacant
    Turnover turnover;                   // empty unless an HR extract gave it
    Nearby silo_near, team_near;
    Seat payroll = nobody;               // seats from here on are of other companies, and have no wage here
    bool everything_is_on_topic = true;  // in every silo all problems are about what the community is about
    int sites    = 1;                    // over which every silo is spread, a stretch of it in each

    Seat seats() const { return static_cast<Seat>(hired.size()); }
    Seat own_seats() const { return std::min(payroll, seats()); }
    bool is_own(Seat seat) const { return seat < payroll; }
    std::size_t silos() const { return silo_names.size(); }
    Silo silo_of(Seat s) const { return static_cast<Silo>(silo_near.behind(silo_first, s) - 1); }

    /// The chance that somebody's problem is about what the community is about.
    double overlap_of(Seat s) const { return everything_is_on_topic ? 1 : overlap[silo_of(s)]; }

    bool is_own_silo(std::size_t silo) const { return is_own(silo_first[silo]); }

    /// The first seat of a silo's people at a site; that of the next silo behind the last site.
    Seat first_at(std::size_t silo, int site) const
    {
        const std::uint64_t size = silo_first[silo + 1] - silo_first[silo];
        return silo_first[silo] + static_cast<Seat>(size * static_cast<std::uint64_t>(site) / static_cast<std::uint64_t>(sites));
    }

    /// Where somebody works.
    int site_of(Seat s) const
    {
        if (sites == 1) return 0;
        const Silo silo          = silo_of(s);
        const std::uint64_t size = silo_first[silo + 1] - silo_first[silo];
        auto site = static_cast<int>((s - silo_first[silo]) * static_cast<std::uint64_t>(sites) / size);
        while (first_at(silo, site + 1) <= s) site++;
        return site;
    }

    /// The first seat of somebody's team, and the first of the next.
    std::pair<Seat, Seat> team_of(Seat s) const
    {
        const auto next = team_near.behind(team_first, s);
        return {team_first[next - 1], team_first[next]};
    }
};

/// A company has one more silo, from this seat on.
void add_silo(Founding&, const Company&, const SiloRow&, Seat first);

/// Equal silos, or the listed ones, other companies after one's own; everybody's time in the company as turnover (per week) would have left it.
Founding found(const Company&, const std::vector<SiloRow>&, double turnover, const Luck&);

}  // namespace ekkyo
