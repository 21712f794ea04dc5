#include "levels.hpp"
#include "scenario.hpp"

#include <algorithm>
#include <filesystem>

namespace ekkyo {

namespace {

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
