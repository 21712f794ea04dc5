#pragma once

#include "company.hpp"
#include "scenario.hpp"

#include <optional>

namespace ekkyo {

/// One line of an HR extract: somebody worked here, in a silo, under a manager, from a day until another.
struct Spell {
    std::string person, silo, manager;
    int hired;
    std::optional<int> left;
    Place place;

    bool covers(int day) const { return hired <= day && (!left || day < *left); }
};

/// Reads and checks an HR extract (CSV: person, silo, hired; and, if known, manager, left). Throws Faults, all at once.
///
/// One person may have several spells (a transfer, a rehire) as long as they do not overlap.
std::vector<Spell> read_spells(const std::string& path);

/// The company that an HR extract describes on the day `run.start`.
///
/// One seat for every spell that reaches into the run, ordered by silo and team (who share a manager); people without
/// a manager share a team. Silos of fewer than five seats are merged into "other". With turnover "recorded" hires and
/// exits happen in the weeks in which they were recorded. With "drawn" they happen at the company's own rates, measured
/// from the first recorded exit (not counted) to the last day in the file: exits by silo and tenure, where a silo's
/// factor is (exits + 5) / (expected exits + 5); hires per silo and week, into seats that are vacant.
Founding found_from_extract(const Scenario&, const std::string& path);

}  // namespace ekkyo
