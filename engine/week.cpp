#include "week.hpp"

#include <algorithm>

namespace ekkyo {

namespace {

/// P(points <= k) in 2^-64, for a Poisson number of points.
std::vector<std::uint64_t> at_most(double mean)
{
    std::vector<std::uint64_t> thresholds;
    double term = exp(-mean), sum = term;
    for (int k = 1; sum < 1 - 1e-15 && k < 4 * mean + 64; k++) {
        thresholds.push_back(static_cast<std::uint64_t>(sum * 0x1p64));
        sum += (term *= mean / k);
    }
    return thresholds;
}

const std::array<std::vector<std::uint64_t>, plot_bits - 2> thresholds = [] {
    std::array<std::vector<std::uint64_t>, plot_bits - 2> all;
    for (int points = 0; points < plot_bits - 2; points++) all[points] = at_most(exp2(points));
    return all;
}();

}  // namespace

std::uint32_t points_in(const Stratum& stratum, std::uint64_t chance)
{
    const auto& steps = thresholds[stratum.points];
    return static_cast<std::uint32_t>(std::upper_bound(steps.begin(), steps.end(), chance) - steps.begin());
}

}  // namespace ekkyo
