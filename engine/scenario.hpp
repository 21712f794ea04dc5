#pragma once

#include "company.hpp"
#include "model.hpp"
#include "prices.hpp"

#include <map>
#include <set>
#include <stdexcept>
#include <string>
#include <variant>
#include <vector>

namespace ekkyo {

/// How long, and with whose luck.
struct Run {
    int weeks         = 260;
    std::int64_t seed = 1;
    std::string start = "2026-04-01";
    int today         = 52;
    bool everybody    = false;
};

template <>
inline constexpr auto table<Run> = fields(
    field<&Run::weeks>({.unit = "weeks", .range = {1, 5200}, .text = "How long the scenario runs."}),
    field<&Run::seed>(
        {.unit = "number", .range = {0, 9e15}, .text = "The luck: the same seed, the same luck, in every scenario."}),
    field<&Run::start>(
        {.unit = "date", .text = "The first day of week 0 (YYYY-MM-DD); with an HR extract, the day it is read for."}),
    field<&Run::today>(
        {.unit = "week", .range = {0, 5200}, .text = "Where the world `stopped today` ends its support."}),
    field<&Run::everybody>(
        {.unit = "yes or no", .text = "Follow everybody one by one; slow, gives the same differences."}));

/// Where something was written.
struct Place {
    std::string file;
    int line   = 0;
    int column = 0;
};

/// Something wrong with a scenario, in a sentence.
struct Fault {
    Place place;
    std::string message;
};

/// Everything wrong with a scenario at once.
struct Faults : std::runtime_error {
    explicit Faults(std::vector<Fault> all);
    Faults(const Place&, const std::string& message);
    std::vector<Fault> all;
};

/// A number that is not known: its 5th, 50th and 95th percentile.
struct Spread {
    double low, base, high;

    bool operator==(const Spread&) const = default;
};

/// The version of the language scenarios are written in; a file may say `version = 1`.
inline constexpr double scenario_version = 1;

/// A value as it is written in a scenario file.
using Written = std::variant<double, bool, std::string, Spread>;

/// One line of a scenario: a path ("joining.discovery"), a value, and where it stands.
///
/// `[[change]]` lines carry the week from which they hold; lines of the n-th `[[silo]]` carry n.
struct Setting {
    std::string path;
    Written value;
    Place place   = {};
    int from_week = 0;
    int silo      = -1;
};

/// Two numbers that are not known and go together: the rank correlation (Spearman) of what they are taken to be.
struct Correlation {
    std::string one, other;
    double rank;
};

/// A decision taken mid-run: from this week on, a parameter has a new value.
struct Change {
    int week;
    std::string path;
    Written value;
};

/// A company, the rules it lives by, what its leaders decide on the way, and what things are worth.
struct Scenario {
    std::string name;
    Run run;
    Company company;
    std::vector<SiloRow> silos;
    Model model;
    Prices prices;
    std::vector<Change> changes;
    std::map<std::string, Spread> spreads;  // what the scenario itself declares unknown
    std::set<std::string> known;            // what it sets to a number: no longer unknown
    std::vector<Correlation> correlations;  // between what is not known
    std::vector<Setting> settings;          // as written
    std::string directory = ".";            // where relative files are looked up

    /// The rules in force in a given week.
    Model model_in(int week) const;
};

/// Reads, resolves and checks. Throws Faults, all at once. Relative files are looked up from `directory`.
Scenario scenario_from(std::vector<Setting> settings, std::string directory = ".");

/// The lines of a scenario file (TOML). Throws Faults.
std::vector<Setting> read_settings(const std::string& path);
std::vector<Setting> parse_settings(std::string_view toml, const std::string& path);

/// The scenario as a file again; reading it gives the same scenario.
std::string to_toml(const std::vector<Setting>&);

/// Sets a number or text by its path; the one door through which values come. A number becomes known by it, a spread
/// unknown. Throws std::invalid_argument with a sentence that names the value, the unit and the range, or the closest
/// name there is; and Faults where a support level's own file is wrong.
void assign(Scenario&, std::string_view path, const Written&);

/// The settings of a support level: one of the four, or a file.
std::vector<Setting> level_settings(const std::string& level, const std::string& directory);

/// Calls `visit(section, story, struct)` for every table a scenario can set: run, company, support, prices, processes.
template <class Visit>
void for_each_section(auto& scenario, Visit visit)
{
    visit(std::string_view("run"), std::string_view("How long, and with whose luck."), scenario.run);
    visit(std::string_view("company"), std::string_view("The company before the community."), scenario.company);
    visit(std::string_view("support"), std::string_view("What the company puts in."), scenario.model.support);
    for_each_process([&](auto process) { visit(process.name, process.story, process.in(scenario.model)); });
    visit(
        std::string_view("prices"),
        std::string_view("What things cost and are worth; applied after the run."),
        scenario.prices);
}

}  // namespace ekkyo
