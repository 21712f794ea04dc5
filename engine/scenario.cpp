#include "scenario.hpp"

#include "assigning.hpp"
#include "checking.hpp"
#include "words.hpp"

#include <algorithm>
#include <filesystem>
#include <tuple>

namespace ekkyo {

namespace {

void set_silo(Checking& checking, Scenario& scenario, const Setting& setting)
{
    if (static_cast<std::size_t>(setting.silo) >= scenario.silos.size()) scenario.silos.resize(setting.silo + 1);
    checking.with(setting.place, [&] { assign_silo(scenario.silos[setting.silo], setting.path, setting.value); });
}

void set_value(Checking& checking, Scenario& scenario, const Setting& setting)
{
    checking.with(setting.place, [&] {
        if (setting.path == "name") {
            const auto* name = std::get_if<std::string>(&setting.value);
            if (!name) refuse("name must be a text, not " + in_words(setting.value));
            scenario.name = *name;
            return;
        }
        if (setting.path == "version") {
            if (setting.value != Written(scenario_version))
                refuse(
                    "this is a scenario of version " + in_words(setting.value) + "; this ekkyo reads version " +
                    in_words(scenario_version));
            return;
        }
        if (setting.path.starts_with("correlation."))
            correlate(scenario, setting.path.substr(std::string("correlation.").size()), setting.value);
        else
            assign(scenario, setting.path, setting.value);
    });
}

void set_change(Checking& checking, Scenario& scenario, const Setting& setting)
{
    checking.with(setting.place, [&] {
        refuse_if_settled(setting.path, setting.value);
        Scenario trial = scenario;
        assign(trial, setting.path, setting.value);
        scenario.changes.push_back({setting.from_week, setting.path, setting.value});
    });
}

}  // namespace

Faults::Faults(std::vector<Fault> faults)
    : std::runtime_error([&] {
          std::string lines;
          for (const Fault& f : faults)
              lines += (lines.empty() ? "" : "\n") + f.place.file + ":" + std::to_string(f.place.line) + ":" +
                       std::to_string(f.place.column) + ": " + f.message;
          return lines;
      }()),
      all(std::move(faults))
{
}

Faults::Faults(const Place& place, const std::string& message) : Faults(std::vector<Fault>(1, Fault{place, message})) {}

Scenario scenario_from(std::vector<Setting> settings, std::string directory)
{
    Scenario scenario;
    scenario.settings  = std::move(settings);
    scenario.directory = std::move(directory);
    Checking checking;

    // a level comes before the levers that are set beside it
    std::vector<Setting> in_order = scenario.settings;
    std::ranges::stable_sort(
        in_order, {}, [](const Setting& s) { return std::pair(s.from_week, s.path != "support.level"); });
    for (const Setting& setting : in_order) {
        if (setting.silo >= 0)
            set_silo(checking, scenario, setting);
        else if (setting.from_week > 0)
            set_change(checking, scenario, setting);
        else
            set_value(checking, scenario, setting);
    }
    if (!scenario.company.people.empty())
        scenario.company.people = (std::filesystem::path(scenario.directory) / scenario.company.people).string();
    check_together(checking, scenario);

    const auto place = [](const Fault& f) { return std::tuple(f.place.file, f.place.line, f.place.column); };
    std::ranges::stable_sort(checking.faults, {}, place);
    if (!checking.faults.empty()) throw Faults(checking.faults);
    return scenario;
}

Model Scenario::model_in(int week) const
{
    Scenario now = *this;
    for (const Change& change : changes)
        if (change.week <= week) assign(now, change.path, change.value);
    return now.model;
}

}  // namespace ekkyo
