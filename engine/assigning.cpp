#include "assigning.hpp"

#include "words.hpp"

#include <unistd.h>

#include <algorithm>
#include <cmath>

namespace ekkyo {

namespace {

// what a company takes while it is lived: seats, members, and their ties
constexpr double bytes_per_employee = 20;

double memory_of_this_machine()
{
    return static_cast<double>(sysconf(_SC_PHYS_PAGES)) * static_cast<double>(sysconf(_SC_PAGE_SIZE));
}

template <class Owner>
void check(const std::string& path, const Field<Owner>& row, double value)
{
    const Range& range     = row.meaning.range;
    const std::string said = path + " = " + in_words(value);
    const bool hires       = path == "company.employees" || path == "silo.employees";
    const double bytes     = value * bytes_per_employee;
    if (hires && std::isfinite(value) && bytes > memory_of_this_machine())
        refuse(
            said + " would take about " + bytes_in_words(bytes) + " of memory; this machine has " +
            bytes_in_words(memory_of_this_machine()));
    if (!range.contains(value))
        refuse(
            said + " lies outside " + in_words(range.low) + " .. " + in_words(range.high) + " (" +
            std::string(row.meaning.unit) + ")");
    if (value == unbounded && path.starts_with("prices."))
        refuse(said + ": a price is a finite number (" + std::string(row.meaning.unit) + ")");
    if (row.form == Form::count && value != static_cast<double>(static_cast<long long>(value)))
        refuse(said + " must be a whole number (" + std::string(row.meaning.unit) + ")");
}

/// A row is given a value that may be of the wrong kind or out of range.
template <class Owner>
void set(const std::string& path, const Field<Owner>& row, Owner& owner, const Written& written)
{
    static constexpr const char* wanted[] = {"a number", "a whole number", "true or false", "a text"};
    const auto wrong                      = [&] {
        refuse(
            path + " must be " + wanted[static_cast<int>(row.form)] + " (" + std::string(row.meaning.unit) + "), not " +
            in_words(written));
    };
    const auto* number = std::get_if<double>(&written);
    const auto* spread = std::get_if<Spread>(&written);
    if (row.form == Form::text) {
        if (!std::holds_alternative<std::string>(written)) wrong();
        row.write(owner, std::get<std::string>(written));
    } else if (row.form == Form::flag) {
        if (!std::holds_alternative<bool>(written)) wrong();
        row.set(owner, std::get<bool>(written));
    } else if (number) {
        check(path, row, *number);
        row.set(owner, *number);
    } else if (spread && row.form == Form::number) {
        if (!(spread->low <= spread->base && spread->base <= spread->high))
            refuse(path + ": low, base and high must rise, not " + in_words(written));
        if (!std::isfinite(spread->high))
            refuse(path + ": low, base and high must be finite, not " + in_words(written));
        for (double value : {spread->low, spread->base, spread->high}) check(path, row, value);
        row.set(owner, spread->base);
    } else {
        wrong();
    }
}

// what is set to a number is known; what is set to a spread is not, nor what nobody sets
void remember(Scenario& scenario, const std::string& path, const Written& written)
{
    scenario.known.erase(path), scenario.spreads.erase(path);
    if (const auto* spread = std::get_if<Spread>(&written))
        scenario.spreads[path] = *spread;
    else
        scenario.known.insert(path);
}

// a level sets every lever; what is wrong with it is said where its file says it
void take_level(Scenario& scenario)
{
    const std::string level = scenario.model.support.level;
    const auto levers       = level_settings(level, scenario.directory);
    scenario.model.support  = {.level = level};
    std::vector<Fault> faults;
    for (const Setting& lever : levers) {
        try {
            assign(scenario, lever.path, lever.value);
        } catch (const std::invalid_argument& error) {
            faults.push_back({lever.place, error.what()});
        }
    }
    if (!faults.empty()) throw Faults(faults);
}

// a value of something that is no section of a scenario, by its name; `lacking` is said where there is none
template <class Owner>
void assign_in(
    const std::string& section,
    Owner& owner,
    const std::string& name,
    const Written& written,
    const std::string& lacking)
{
    std::vector<std::string> names;
    for (const auto& row : table<Owner>) {
        if (row.name == name) return set(section + "." + name, row, owner, written);
        names.emplace_back(row.name);
    }
    refuse(lacking + did_you_mean(name, names));
}

std::vector<std::string> names_of(const Scenario& scenario)
{
    std::vector<std::string> names;
    for_each_section(scenario, [&](auto section, auto, const auto& owner) {
        for (const auto& row : table<std::remove_cvref_t<decltype(owner)>>)
            names.push_back(std::string(section) + "." + std::string(row.name));
    });
    return names;
}

}  // namespace

void refuse(const std::string& sentence)
{
    throw std::invalid_argument(sentence);
}

void refuse_if_settled(const std::string& path, const Written& written)
{
    const std::string section = path.substr(0, path.find('.'));
    if (section == "run" || section == "company" || path == "bonding.circle")
        refuse(path + " is settled when the company is founded and cannot change on the way");
    if (section == "prices") refuse(path + " is a price: prices are applied after the run and do not change during it");
    if (std::holds_alternative<Spread>(written)) refuse(path + ": a change is a decision, so it takes one number");
}

void assign_silo(SiloRow& silo, const std::string& name, const Written& written)
{
    for (const auto& row : table<SiloRow>)
        if (row.name == name && std::holds_alternative<Spread>(written))
            refuse("silo." + name + " takes one value, not " + in_words(written));
    assign_in("silo", silo, name, written, "a silo has no `" + name + "`");
}

void assign_task(Tasks& tasks, const std::string& name, const Written& written)
{
    assign_in("tasks", tasks, name, written, "there is no parameter `tasks." + name + "`");
}

void assign(Scenario& scenario, std::string_view path, const Written& written)
{
    bool found = false;
    for_each_section(scenario, [&](auto section, auto, auto& owner) {
        for (const auto& row : table<std::remove_cvref_t<decltype(owner)>>) {
            if (path != std::string(section) + "." + std::string(row.name)) continue;
            set(std::string(path), row, owner, written);
            found = true;
        }
    });
    if (!found) refuse("there is no parameter `" + std::string(path) + "`" + did_you_mean(path, names_of(scenario)));
    remember(scenario, std::string(path), written);
    if (path == "support.level") take_level(scenario);
}

void correlate(Scenario& scenario, const std::string& between, const Written& written)
{
    const auto tilde = between.find(" ~ ");
    const auto* rank = std::get_if<double>(&written);
    const auto names = names_of(scenario);
    if (tilde == std::string::npos)
        refuse("[correlation] \"" + between + "\": name two unknowns, \"joining.discovery ~ joining.word_of_mouth\"");
    const Correlation wanted{between.substr(0, tilde), between.substr(tilde + 3), rank ? *rank : 0};
    for (const std::string& path : {wanted.one, wanted.other})
        if (std::ranges::find(names, path) == names.end())
            refuse("there is no parameter `" + path + "` to correlate" + did_you_mean(path, names));
    if (!rank || !(std::abs(*rank) < 1))
        refuse("the rank correlation of " + between + " lies between -1 and 1, not " + in_words(written));
    if (wanted.one == wanted.other) refuse(wanted.one + " cannot be correlated with itself");
    for (const Correlation& c : scenario.correlations)
        if (std::set{c.one, c.other} == std::set{wanted.one, wanted.other})
            refuse("the correlation of " + c.one + " and " + c.other + " is given twice");
    scenario.correlations.push_back(wanted);
}

}  // namespace ekkyo
