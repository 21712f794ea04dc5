#include "scenario.hpp"

#include "assigning.hpp"
#include "date.hpp"
#include "extract.hpp"
#include "words.hpp"

#include <unistd.h>

#include <algorithm>
#include <filesystem>

namespace ekkyo {

namespace {

/// Faults as they are found, each at its place.
struct Checking {
    std::vector<Fault> faults;

    void at(const Place& place, const std::string& message) { faults.push_back({place, message}); }

    template <class Work>
    void with(const Place& place, Work work)
    {
        try {
            work();
        } catch (const std::invalid_argument& error) {
            at(place, error.what());
        } catch (const Faults& several) {
            faults.insert(faults.end(), several.all.begin(), several.all.end());
        }
    }
};

const Setting* setting_of(const std::vector<Setting>& settings, std::string_view path)
{
    const Setting* last = nullptr;
    for (const Setting& s : settings)
        if (s.path == path && s.from_week == 0 && s.silo < 0) last = &s;
    return last;
}

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
                refuse("this is a scenario of version " + in_words(setting.value) + "; this ekkyo reads version " + in_words(scenario_version));
            return;
        }
        assign(scenario, setting.path, setting.value);
        if (const auto* spread = std::get_if<Spread>(&setting.value))
            scenario.spreads[setting.path] = *spread;
        else
            scenario.known.insert(setting.path), scenario.spreads.erase(setting.path);
    });
}

void set_change(Checking& checking, Scenario& scenario, const Setting& setting)
{
    checking.with(setting.place, [&] {
        const std::string section = setting.path.substr(0, setting.path.find('.'));
        if (section == "run" || section == "company" || setting.path == "bonding.circle")
            refuse(setting.path + " is settled when the company is founded and cannot change in week " + in_words(setting.from_week));
        if (section == "prices") refuse(setting.path + " is a price: prices are applied after the run and do not change during it");
        if (std::holds_alternative<Spread>(setting.value)) refuse(setting.path + ": a change is a decision, so it takes one number");
        Scenario trial = scenario;
        assign(trial, setting.path, setting.value);
        scenario.changes.push_back({setting.from_week, setting.path, setting.value});
    });
}

void check_silos(Checking& checking, const Scenario& scenario)
{
    std::map<std::string, int> seen;
    std::set<int> named, staffed;
    double employees = 0;
    for (const Setting& s : scenario.settings) {
        if (s.silo < 0) continue;
        if (s.path == "employees") staffed.insert(s.silo), employees += scenario.silos[s.silo].employees;
        if (s.path != "name") continue;
        named.insert(s.silo);
        const std::string& name = scenario.silos[s.silo].name;
        if (name.empty()) checking.at(s.place, "a silo needs a name");
        else if (!seen.emplace(name, s.silo).second)
            checking.at(s.place, "the silo \"" + name + "\" is listed twice");
    }
    for (const Setting& s : scenario.settings) {
        if (s.silo < 0 || (named.contains(s.silo) && staffed.contains(s.silo))) continue;
        checking.at(s.place, "a silo needs a name and employees");
        named.insert(s.silo), staffed.insert(s.silo);
    }
    if (!fits_in_memory(employees)) checking.at({}, "the silos together would take more memory than this machine has");
}

void check_together(Checking& checking, const Scenario& scenario)
{
    const auto place_of = [&](std::string_view path) {
        const Setting* setting = setting_of(scenario.settings, path);
        return setting ? setting->place : Place{};
    };
    const Company& company = scenario.company;
    const bool has_people  = !company.people.empty();
    if (has_people && !std::filesystem::exists(company.people))
        checking.at(place_of("company.people"), "there is no file " + company.people);
    else if (has_people && day_of(scenario.run.start))
        checking.with(place_of("company.people"), [&] { found_from_extract(scenario, company.people); });
    for (const char* path : {"company.employees", "company.silos", "company.team_size"})
        if (has_people && setting_of(scenario.settings, path))
            checking.at(place_of(path), std::string(path) + " comes from the HR extract when company.people names one");
    if (has_people && !scenario.silos.empty())
        checking.at(place_of("company.people"), "the silos come from the HR extract; [[silo]] cannot be listed as well");
    if (!scenario.silos.empty() && (setting_of(scenario.settings, "company.silos") || setting_of(scenario.settings, "company.employees")))
        checking.at(
            place_of(setting_of(scenario.settings, "company.silos") ? "company.silos" : "company.employees"),
            "employees and silos follow from the [[silo]] tables; leave them out of [company]");
    if (company.turnover != "drawn" && company.turnover != "recorded")
        checking.at(place_of("company.turnover"), "company.turnover must be \"drawn\" or \"recorded\", not \"" + company.turnover + "\"");
    if (company.turnover == "recorded" && !has_people)
        checking.at(place_of("company.turnover"), "only an HR extract (company.people) records hires and exits to replay");
    if (!day_of(scenario.run.start))
        checking.at(place_of("run.start"), "run.start = \"" + scenario.run.start + "\" is no date (YYYY-MM-DD)");
    if (setting_of(scenario.settings, "run.today") && scenario.run.today > scenario.run.weeks)
        checking.at(place_of("run.today"), "run.today = " + in_words(scenario.run.today) + " lies after the last week (run.weeks = " + in_words(scenario.run.weeks) + ")");
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
    std::ranges::stable_sort(in_order, {}, [](const Setting& s) { return std::pair(s.from_week, s.path != "support.level"); });
    for (const Setting& setting : in_order) {
        if (setting.silo >= 0) set_silo(checking, scenario, setting);
        else if (setting.from_week > 0) set_change(checking, scenario, setting);
        else set_value(checking, scenario, setting);
    }
    if (!scenario.company.people.empty())
        scenario.company.people = (std::filesystem::path(scenario.directory) / scenario.company.people).string();
    check_silos(checking, scenario);
    check_together(checking, scenario);

    std::ranges::stable_sort(checking.faults, {}, [](const Fault& f) { return std::pair(f.place.line, f.place.column); });
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
