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
/// Columns come in any order and others are ignored. One person may have several spells (a transfer, a rehire) as
/// long as they do not overlap. On no day may the managers of people who work here go round in a circle.
std::vector<Spell> read_spells(const std::string& path);

/// How people come and go, measured by silo (a number per spell, below `silos`).
///
/// Exits are on record from the first one in the file, so the measuring lasts from that day (it does not count itself)
/// to the last day in the file. People who were there before are seen from the first day on, at the tenure they have.
/// A silo's rates are those of the company, by tenure, times (its exits + 5) / (the exits those rates let expect + 5):
/// a small silo looks like the company until its own exits say otherwise. A tenure at which nobody was seen has the
/// rate of all together. Hires are counted per silo and week. A transfer counts as an exit here and a hire there. If
/// nobody leaves after the first exit, nothing is measured: empty.
Turnover measured(const std::vector<Spell>&, const std::vector<Silo>& silo_of, std::size_t silos);

/// The company that an HR extract describes on the day `run.start`.
///
/// Seats are ordered by silo and team (who share a manager); people without a manager share a team. Silos that never
/// have five people at once during the run are merged into "other". A rehire or a transfer gets a seat of its own.
///
/// With turnover "recorded" everybody who works here during the run has a seat; hires and exits happen in the weeks
/// of their days, and who comes and leaves within one week is not counted. With "drawn" everybody who works here on
/// the first day has one, and every silo has vacancies for as many as may come (mean + 4 standard deviations); hires
/// and exits happen at the measured rates or, where nothing is measured, as [staffing] says.
Founding found_from_extract(const Scenario&, const std::string& path);

}  // namespace ekkyo
