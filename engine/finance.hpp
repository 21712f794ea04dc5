#pragma once

#include <optional>
#include <span>
#include <vector>

/// Money over time, and money that is a matter of luck.
namespace ekkyo {

/// What money that comes so many days from now is worth today. `rate` per year.
double discount_factor(double rate, double days);

/// The value today of flows, the k-th of which comes k years from now.
double net_present_value(std::span<const double> yearly, double rate);

/// The rate at which flows are worth nothing today; none where no rate between -99 % and 1,000 % does it.
std::optional<double> internal_rate_of_return(std::span<const double> yearly);

/// What one unit a year for n years, from next year on and growing, is worth today.
double annuity(int years, double rate, double growth = 0);

/// A lognormal value that cannot exceed a ceiling.
struct CappedLognormal {
    double median;
    double spread;  // sigma of the logarithm
    double ceiling;  // unbounded: none

    double mean() const;
    double quantile(double chance) const;

    /// The share of the mean that comes from values above a quantile.
    double share_above(double chance) const;
};

}  // namespace ekkyo
