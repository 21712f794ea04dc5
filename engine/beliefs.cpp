#include "beliefs.hpp"

#include "assigning.hpp"
#include "checking.hpp"
#include "spreads.hpp"

namespace ekkyo {

namespace {

constexpr std::string_view section = "tasks.";

void believe(Beliefs& beliefs, const Setting& setting)
{
    if (!setting.path.starts_with(section))
        refuse(setting.path + " is no number of tasks; these are written tasks.ties");
    const std::string name = setting.path.substr(section.size());
    assign_task(beliefs.rules, name, setting.value);
    beliefs.unknowns.erase(name);
    if (const auto* spread = std::get_if<Spread>(&setting.value)) beliefs.unknowns[name] = *spread;
}

}  // namespace

Beliefs beliefs_from(const std::vector<Setting>& settings)
{
    Beliefs beliefs;
    for (const auto& row : table<Tasks>)
        if (const Plausible& p = row.meaning.plausible; p.is_given())
            beliefs.unknowns[std::string(row.name)] = {p.low, row.get(beliefs.rules), p.high};

    Checking checking;
    for (const Setting& setting : settings) checking.with(setting.place, [&] { believe(beliefs, setting); });
    if (!checking.faults.empty()) throw Faults(checking.faults);
    return beliefs;
}

Tasks drawn_by(const Beliefs& beliefs, const Luck& luck)
{
    Tasks taken = beliefs.rules;
    for (const auto& row : table<Tasks>) {
        const auto spread = beliefs.unknowns.find(std::string(row.name));
        if (spread == beliefs.unknowns.end()) continue;
        const double chance = independent_quantile(std::string(section) + spread->first, luck);
        const double value  = at_quantile(spread->second, row.meaning.range, chance);
        row.set(taken, row.form == Form::count ? static_cast<double>(static_cast<long long>(value + 0.5)) : value);
    }
    return taken;
}

}  // namespace ekkyo
