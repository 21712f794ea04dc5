#include "levels.hpp"
#include "scenario.hpp"

#include <toml++/toml.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

namespace ekkyo {

namespace {

/// A file on its way to becoming settings.
struct Reading {
    std::string path;
    std::vector<Setting> settings;
    std::vector<Fault> faults;

    Place place_of(const toml::source_position& at) const
    {
        return {path, static_cast<int>(at.line), static_cast<int>(at.column)};
    }
    void fault(const toml::source_position& at, const std::string& message)
    {
        faults.push_back({place_of(at), message});
    }
};

/// { low = 1, base = 2, high = 4 }
std::optional<Spread> spread_in(const toml::table& table)
{
    if (table.size() != 3) return {};
    const auto low = table["low"].value<double>(), base = table["base"].value<double>(),
               high = table["high"].value<double>();
    if (!low || !base || !high) return {};
    return Spread{*low, *base, *high};
}

std::optional<Written> written_in(const toml::node& node)
{
    if (node.is_boolean()) return *node.value<bool>();
    if (node.is_number()) return *node.value<double>();
    if (node.is_string()) return *node.value<std::string>();
    if (const auto* date = node.as_date()) {
        std::ostringstream text;
        text << date->get();
        return text.str();
    }
    if (const auto* table = node.as_table())
        if (const auto spread = spread_in(*table)) return *spread;
    return {};
}

constexpr const char* value_wanted = " must be a number, a text, true or false, or { low = , base = , high = }";

bool is_section(std::string_view name)
{
    bool found = false;
    Scenario scenario;
    for_each_section(scenario, [&](auto section, auto, auto&) { found = found || section == name; });
    return found;
}

/// The lines of one table; those of a [[change]] name their section, "support.level" or [change.support].
void read_table(Reading& reading, const toml::table& table, const std::string& prefix, int from_week, int silo)
{
    for (const auto& [key, node] : table) {
        const std::string name = prefix + std::string(key.str());
        const auto at          = key.source().begin;
        const bool may_nest    = from_week > 0 && prefix.empty();
        if (may_nest && name == "week") continue;
        if (const auto written = written_in(node))
            reading.settings.push_back({name, *written, reading.place_of(at), from_week, silo});
        else if (const auto* nested = node.as_table(); nested && may_nest && !nested->empty())
            read_table(reading, *nested, name + ".", from_week, silo);
        else
            reading.fault(at, name + value_wanted);
    }
}

void read_change(Reading& reading, const toml::table& change)
{
    const auto* stated = change.get("week");
    const auto week    = stated && stated->is_number() ? stated->value<double>() : std::nullopt;
    const auto at      = (stated ? stated : &change)->source().begin;
    if (!week || !(*week >= 1 && *week < 1e6) || *week != static_cast<int>(*week))
        reading.fault(at, "a [[change]] needs the week from which it holds, 1 or later (week = 104)");
    else if (change.size() == 1)
        reading.fault(at, "this [[change]] changes nothing");
    else
        read_table(reading, change, "", static_cast<int>(*week), -1);
}

/// [[change]] or [[silo]].
void read_list(Reading& reading, const std::string& name, const toml::key& key, const toml::node& node)
{
    const std::string wanted = "each " + name + " is a table of its own, below a line [[" + name + "]]";
    const auto* list         = node.as_array();
    int silo                 = 0;
    if (!list) return reading.fault(key.source().begin, wanted);
    for (const auto& entry : *list) {
        const auto* table = entry.as_table();
        if (!table)
            reading.fault(entry.source().begin, wanted);
        else if (name == "change")
            read_change(reading, *table);
        else if (table->empty())
            reading.fault(entry.source().begin, "a silo needs a name and employees");
        else
            read_table(reading, *table, "", 0, silo++);
    }
}

void read_root(Reading& reading, const toml::table& root)
{
    for (const auto& [key, node] : root) {
        const std::string name = std::string(key.str());
        const auto at          = key.source().begin;
        const auto* section    = node.as_table();
        const bool lists       = node.is_array_of_tables();
        if (name == "change" || name == "silo")
            read_list(reading, name, key, node);
        else if (const auto written = written_in(node); written && !is_section(name))
            reading.settings.push_back({name, *written, reading.place_of(at), 0, -1});
        else if (section && (!section->empty() || is_section(name)))
            read_table(reading, *section, name + ".", 0, -1);
        else if (is_section(name))
            reading.fault(at, "`" + name + "` is a section: one line [" + name + "], and its values below it");
        else
            reading.fault(at, section || lists ? "a scenario has no section `" + name + "`" : name + value_wanted);
    }
}

// the file as it reads from top to bottom
void in_file_order(std::vector<Setting>& settings)
{
    std::ranges::stable_sort(settings, {}, [](const Setting& s) { return std::pair(s.place.line, s.place.column); });
}

/// A level's file: where it begins, and its lines.
std::pair<Place, std::vector<Setting>> lines_of_level(const std::string& level, const std::string& directory)
{
    std::string names;
    for (const auto& embedded : embedded_levels()) {
        const std::string file = "levels/" + level + ".toml";
        if (embedded.name == level) return {{file, 1, 1}, parse_settings(embedded.text, file)};
        names += std::string(embedded.name) + ", ";
    }
    const std::string file = (std::filesystem::path(directory) / level).string();
    if (!std::filesystem::is_regular_file(file))
        throw std::invalid_argument(
            "there is no support level \"" + level + "\"; there are " + names + "or a file of your own");
    return {{file, 1, 1}, read_settings(file)};
}

}  // namespace

std::vector<Setting> parse_settings(std::string_view text, const std::string& path)
{
    Reading reading{path, {}, {}};
    try {
        read_root(reading, toml::parse(text, path));
    } catch (const toml::parse_error& error) {
        reading.fault(error.source().begin, "this is not TOML: " + std::string(error.description()));
    }
    if (!reading.faults.empty()) throw Faults(reading.faults);
    in_file_order(reading.settings);
    return reading.settings;
}

std::vector<Setting> read_settings(const std::string& path)
{
    std::ifstream file(path);
    if (!file || std::filesystem::is_directory(path)) throw Faults({path, 0, 0}, "there is no such file");
    std::ostringstream text;
    text << file.rdbuf();
    return parse_settings(text.str(), path);
}

std::vector<Setting> level_settings(const std::string& level, const std::string& directory)
{
    const auto [place, settings] = lines_of_level(level, directory);

    // a level says every lever, and nothing else, for good
    std::vector<Fault> faults;
    for (const auto& row : table<Support>) {
        const std::string path = "support." + std::string(row.name);
        if (row.form != Form::text && std::ranges::find(settings, path, &Setting::path) == settings.end())
            faults.push_back({place, "a support level has to set " + path});
    }
    for (const Setting& s : settings) {
        const bool is_lever = s.path.starts_with("support.") && s.path != "support.level";
        if (!is_lever || s.from_week > 0)
            faults.push_back(
                {s.place, "a support level sets levers of [support] once and for all, not `" + s.path + "`"});
        else if (std::holds_alternative<Spread>(s.value))
            faults.push_back({s.place, "a support level is a decision, so " + s.path + " takes one number"});
    }
    if (!faults.empty()) throw Faults(faults);
    return settings;
}

}  // namespace ekkyo
