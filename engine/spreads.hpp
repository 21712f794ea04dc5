#pragma once

#include "scenario.hpp"

namespace ekkyo {

/// The value a number that is not known takes at a quantile: a two-piece normal through its 5th, 50th and 95th
/// percentile, on the scale that suits its range (logarithm, logit, or as it is), cut off at the range.
double at_quantile(const Spread&, const Range&, double chance);

/// Everything that is not known, by its path, in the order of the tables.
std::vector<std::string> unknowns(const Scenario&);

/// Each unknown taken at its quantile, in the order of `unknowns`; all at base where no quantiles are given.
/// Throws std::invalid_argument where there are more or fewer quantiles than unknowns.
Scenario at_quantiles(const Scenario&, const std::vector<double>& quantiles);

/// What the unknowns are in a scenario, as `at_quantiles` gives it or at base, in the order of `unknowns`.
std::vector<double> unknown_in(const Scenario&);

/// The quantile at which somebody's luck takes what a path names, whatever else is unknown.
double independent_quantile(std::string_view path, const Luck&);

/// One for each unknown, drawn independently of each other.
std::vector<double> independent_quantiles(const Scenario&, const Luck&);

}  // namespace ekkyo
