#pragma once

#include "ensemble.hpp"

#include <pybind11/numpy.h>

namespace ekkyo {

/// A row of quantiles for each replicate; no column where everything is at base.
inline std::vector<Trial> trials_of(
    const std::vector<std::uint32_t>& replicates, const pybind11::array_t<double>& quantiles)
{
    if (quantiles.ndim() != 2 || quantiles.shape(0) != static_cast<pybind11::ssize_t>(replicates.size()))
        throw pybind11::value_error("quantiles must have a row for each replicate");
    const auto at = quantiles.unchecked<2>();
    std::vector<Trial> trials;
    for (std::size_t r = 0; r < replicates.size(); r++) {
        Trial& trial = trials.emplace_back(Trial{replicates[r], {}});
        for (pybind11::ssize_t i = 0; i < at.shape(1); i++) trial.quantiles.push_back(at(r, i));
    }
    return trials;
}

}  // namespace ekkyo
