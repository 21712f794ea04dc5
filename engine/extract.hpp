#pragma once

#include "company.hpp"
#include "scenario.hpp"

namespace ekkyo {

/// The company that an HR extract (CSV: person, silo, manager, hired, left) describes on the day `run.start`.
///
/// Seats for everybody who is employed on some day from the start to the end of the run, ordered by silo and by team
/// (who share a manager). With turnover "recorded" the moves are those of the register; with "drawn" the rates are the
/// company's own: quits by silo and tenure, hiring by silo and vacancy, measured over the whole register.
/// Throws Faults with file, line and column.
Founding found_from_extract(const Scenario&, const std::string& path);

}  // namespace ekkyo
