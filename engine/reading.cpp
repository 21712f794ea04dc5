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
    if (const auto* whole = node.as_integer()) return static_cast<double>(whole->get());
    if (const auto* number = node.as_floating_point()) return number->get();
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
void in_file_order(auto& lines)
{
    std::ranges::stable_sort(lines, {}, [](const auto& line) { return std::pair(line.place.line, line.place.column); });
}

/// What else is wrong, where some lines could not be read: all but what rests on other files.
std::vector<Fault> faults_beside(std::vector<Setting> settings)
{
    std::erase_if(settings, [](const Setting& s) {
        return s.path == "company.people" || s.path == "company.turnover" || s.path == "support.level";
    });
    try {
        scenario_from(settings);
        return {};
    } catch (const Faults& faults) {
        return faults.all;
    }
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
    if (!reading.faults.empty()) {
        const auto beside = faults_beside(reading.settings);
        reading.faults.insert(reading.faults.end(), beside.begin(), beside.end());
        in_file_order(reading.faults);
        throw Faults(reading.faults);
    }
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

}  // namespace ekkyo
