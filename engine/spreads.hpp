#pragma once

#include "scenario.hpp"

namespace ekkyo {

/// The value a number that is not known takes at a quantile: a two-piece normal through its 5th, 50th and 95th
/// percentile, on the scale that suits its range (logarithm, logit, or as it is), cut off at the range.
double at_quantile(const Spread&, const Range&, double chance);

}  // namespace ekkyo
