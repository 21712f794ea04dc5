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
    void fault(const toml::source_position& at, const std::string& message) { faults.push_back({place_of(at), message}); }
};

/// { low = 1, base = 2, high = 4 }
std::optional<Spread> spread_in(const toml::table& table)
{
    if (table.size() != 3) return {};
    const auto low = table["low"].value<double>(), base = table["base"].value<double>(), high = table["high"].value<double>();
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

void read_table(Reading& reading, const toml::table& table, const std::string& prefix, int from_week, int silo)
{
    for (const auto& [key, node] : table) {
        const std::string name = prefix + std::string(key.str());
        const auto at          = key.source().begin;
        if (const auto written = written_in(node))
            reading.settings.push_back({name, *written, reading.place_of(at), from_week, silo});
        else if (const auto* nested = node.as_table(); nested && silo < 0)
            read_table(reading, *nested, name + ".", from_week, silo);
        else
            reading.fault(at, name + " must be a number, a text, true or false, or { low = , base = , high = }");
    }
}

void read_changes(Reading& reading, const toml::array& changes)
{
    for (const auto& node : changes) {
        toml::table change = *node.as_table();
        const auto week    = change["week"].value<double>();
        const auto* stated = change.get("week");
        if (!week || *week < 0 || *week != static_cast<int>(*week)) {
            reading.fault(stated ? stated->source().begin : node.source().begin, "a [[change]] needs the week from which it holds (week = 104)");
            continue;
        }
        change.erase("week");
        read_table(reading, change, "", static_cast<int>(*week), -1);
    }
}

void read_root(Reading& reading, const toml::table& root)
{
    for (const auto& [key, node] : root) {
        const std::string name = std::string(key.str());
        const auto* tables     = node.as_array();
        const bool is_list     = tables && !tables->empty() && tables->is_homogeneous(toml::node_type::table);
        if (name == "change" && is_list) {
            read_changes(reading, *tables);
        } else if (name == "silo" && is_list) {
            int silo = 0;
            for (const auto& row : *tables) read_table(reading, *row.as_table(), "", 0, silo++);
        } else if (const auto* section = node.as_table()) {
            read_table(reading, *section, name + ".", 0, -1);
        } else if (const auto written = written_in(node)) {
            reading.settings.push_back({name, *written, reading.place_of(key.source().begin), 0, -1});
        } else {
            reading.fault(key.source().begin, "`" + name + "` is no section of a scenario");
        }
    }
}

// the file as it reads from top to bottom
void in_file_order(std::vector<Setting>& settings)
{
    std::ranges::stable_sort(settings, {}, [](const Setting& s) { return std::pair(s.place.line, s.place.column); });
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
    std::vector<std::string> names;
    std::vector<Setting> settings;
    const auto file = std::filesystem::path(directory) / level;
    for (const auto& embedded : embedded_levels()) {
        names.emplace_back(embedded.name);
        if (embedded.name == level) settings = parse_settings(embedded.text, "levels/" + level + ".toml");
    }
    if (settings.empty() && std::filesystem::is_regular_file(file)) settings = read_settings(file.string());
    if (settings.empty()) {
        std::string known;
        for (const auto& name : names) known += (known.empty() ? "" : ", ") + name;
        throw std::invalid_argument("there is no support level \"" + level + "\"; there are " + known + ", or a file of your own");
    }

    // a level says every lever, and nothing else
    std::vector<Fault> faults;
    for (const auto& row : table<Support>) {
        const std::string path = "support." + std::string(row.name);
        const auto sets        = [&](const Setting& s) { return s.path == path; };
        if (row.form != Form::text && std::ranges::none_of(settings, sets))
            faults.push_back({{settings[0].place.file, 1, 1}, "a support level has to set " + path});
    }
    for (const Setting& s : settings)
        if (!s.path.starts_with("support.") || s.path == "support.level")
            faults.push_back({s.place, "a support level sets levers of [support], not `" + s.path + "`"});
    if (!faults.empty()) throw Faults(faults);
    return settings;
}

}  // namespace ekkyo
