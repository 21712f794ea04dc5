#include "csv.hpp"
#include "date.hpp"
#include "extract.hpp"

#include <algorithm>

namespace ekkyo {

namespace {

struct Reading {
    std::vector<Spell> spells;
    std::vector<Fault> faults;

    void fault(const Place& place, const std::string& message) { faults.push_back({place, message}); }

    std::optional<int> day(const Cell& cell, const char* what)
    {
        const auto day = day_of(cell.text);
        if (!day) fault(cell.place, std::string(what) + " = \"" + cell.text + "\" is no date (YYYY-MM-DD)");
        return day;
    }
};

void read_spell(Reading& reading, const Record& record)
{
    const auto cell = [&](const char* name) {
        const auto at = record.find(name);
        return at == record.end() ? Cell{} : at->second;
    };
    const Cell person = cell("person"), silo = cell("silo"), hired = cell("hired"), left = cell("left");
    if (person.text.empty()) reading.fault(person.place, "this line names no person");
    if (silo.text.empty()) reading.fault(silo.place, "person " + person.text + " has no silo");
    const auto first = reading.day(hired, "hired");
    const auto last  = left.text.empty() ? std::nullopt : reading.day(left, "left");
    if (first && last && *last < *first)
        reading.fault(left.place, "person " + person.text + " left (" + left.text + ") before being hired (" + hired.text + ")");
    if (first) reading.spells.push_back({person.text, silo.text, cell("manager").text, *first, last, person.place});
}

void check_overlaps(Reading& reading)
{
    std::map<std::string, std::vector<const Spell*>> by_person;
    for (const Spell& spell : reading.spells) by_person[spell.person].push_back(&spell);
    for (auto& [person, spells] : by_person) {
        std::ranges::stable_sort(spells, {}, &Spell::hired);
        for (std::size_t s = 1; s < spells.size(); s++)
            if (!spells[s - 1]->left || *spells[s - 1]->left > spells[s]->hired)
                reading.fault(spells[s]->place, "person " + person + " is hired again before having left");
    }
}

// whoever follows the managers upwards must arrive
void check_managers(Reading& reading)
{
    std::map<std::string, const Spell*> latest;
    for (const Spell& spell : reading.spells) latest[spell.person] = &spell;
    for (const Spell& spell : reading.spells)
        if (!spell.manager.empty() && !latest.contains(spell.manager))
            reading.fault(spell.place, "the manager of person " + spell.person + ", " + spell.manager + ", is not in the file");

    std::set<std::string> settled;
    for (const auto& [start, spell] : latest) {
        std::vector<std::string> way;
        std::string person = start;
        while (latest.contains(person) && !settled.contains(person) && !std::ranges::count(way, person)) {
            way.push_back(person);
            person = latest[person]->manager;
        }
        if (const auto turn = std::ranges::find(way, person); turn != way.end()) {
            std::string round;
            for (auto p = turn; p != way.end(); p++) round += *p + " -> ";
            reading.fault(latest[way.back()]->place, "the managers go round in a circle: " + round + person);
        }
        settled.insert(way.begin(), way.end());
    }
}

}  // namespace

std::vector<Spell> read_spells(const std::string& path)
{
    Reading reading;
    for (const Record& record : read_csv(path, {"person", "silo", "hired"})) read_spell(reading, record);
    check_overlaps(reading);
    check_managers(reading);
    std::ranges::stable_sort(reading.faults, {}, [](const Fault& f) { return std::pair(f.place.line, f.place.column); });
    if (!reading.faults.empty()) throw Faults(reading.faults);
    return reading.spells;
}

}  // namespace ekkyo
