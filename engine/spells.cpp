#include "csv.hpp"
#include "date.hpp"
#include "extract.hpp"

#include <algorithm>

namespace ekkyo {

namespace {

/// A register on its way in.
struct Reading {
    std::vector<Spell> spells;
    std::vector<Place> managers;                         // where each spell names its manager
    std::map<std::string, std::vector<std::size_t>> of;  // the spells of a person
    std::vector<Fault> faults;

    void fault(const Place& place, const std::string& message) { faults.push_back({place, message}); }

    std::optional<int> day(const Cell& cell, const std::string& column)
    {
        const auto day = day_of(cell.text);
        if (!day) fault(cell.place, column + " = \"" + cell.text + "\" is no date (YYYY-MM-DD)");
        return day;
    }
};

void read_spell(Reading& reading, const Record& record)
{
    const auto cell = [&](const char* column) {
        const auto at = record.find(column);
        return at == record.end() ? Cell{} : at->second;
    };
    const Cell person = cell("person"), silo = cell("silo"), manager = cell("manager"), left = cell("left");
    if (person.text.empty()) reading.fault(person.place, "this line names no person");
    if (silo.text.empty()) reading.fault(silo.place, "person " + person.text + " has no silo");
    const auto first = reading.day(cell("hired"), "hired");
    const auto last  = left.text.empty() ? std::nullopt : reading.day(left, "left");
    if (first && last && *last < *first)
        reading.fault(
            left.place,
            "person " + person.text + " left (" + left.text + ") before being hired (" + cell("hired").text + ")");

    // what cannot be read is somebody's line all the same
    auto& spells_of_person = reading.of[person.text];
    if (!first || person.text.empty() || (!left.text.empty() && (!last || *last < *first))) return;
    spells_of_person.push_back(reading.spells.size());
    reading.spells.push_back({person.text, silo.text, manager.text, *first, last, person.place});
    reading.managers.push_back(manager.place);
}

void check_overlaps(Reading& reading)
{
    for (auto& [person, spells] : reading.of) {
        std::ranges::stable_sort(spells, {}, [&](std::size_t s) { return reading.spells[s].hired; });
        for (std::size_t k = 1; k < spells.size(); k++) {
            const Spell &before = reading.spells[spells[k - 1]], &next = reading.spells[spells[k]];
            if (!before.left || *before.left > next.hired)
                reading.fault(
                    next.place,
                    "person " + person + " is hired here before having left line " + std::to_string(before.place.line));
        }
    }
}

void check_managers_are_known(Reading& reading)
{
    for (std::size_t s = 0; s < reading.spells.size(); s++) {
        const auto& [person, silo, manager, hired, left, place] = reading.spells[s];
        if (!manager.empty() && !reading.of.contains(manager))
            reading.fault(
                reading.managers[s], "the manager of person " + person + ", " + manager + ", is not in the file");
    }
}

// the spell in which a person works here on a day
std::optional<std::size_t> spell_on(const Reading& reading, const std::string& person, int day)
{
    const auto spells = reading.of.find(person);
    if (spells == reading.of.end()) return {};
    for (std::size_t s : spells->second)
        if (reading.spells[s].covers(day)) return s;
    return {};
}

// a circle closes on the day the last of its people is hired
void check_circles(Reading& reading)
{
    for (std::size_t last = 0; last < reading.spells.size(); last++) {
        const int day     = reading.spells[last].hired;
        std::string round = reading.spells[last].person;
        std::set<std::size_t> way{last};
        auto next = spell_on(reading, reading.spells[last].manager, day);
        while (next && (reading.spells[*next].hired < day || *next < last) && way.insert(*next).second) {
            round += " -> " + reading.spells[*next].person;
            next = spell_on(reading, reading.spells[*next].manager, day);
        }
        if (next == last)
            reading.fault(
                reading.managers[last],
                "the managers go round in a circle: " + round + " -> " + reading.spells[last].person);
    }
}

}  // namespace

std::vector<Spell> read_spells(const std::string& path)
{
    Reading reading;
    for (const Record& record : read_csv(path, {"person", "silo", "hired"})) read_spell(reading, record);
    check_overlaps(reading);
    check_managers_are_known(reading);
    check_circles(reading);
    std::ranges::stable_sort(
        reading.faults, {}, [](const Fault& f) { return std::pair(f.place.line, f.place.column); });
    if (!reading.faults.empty()) throw Faults(reading.faults);
    return reading.spells;
}

}  // namespace ekkyo
