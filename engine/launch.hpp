#pragma once

#include <cstdint>

namespace ekkyo {

/// A launched idea, with its luck: enough to price it later, also when it matures past the horizon.
struct Launch {
    std::int32_t week;
    std::int32_t matures;
    bool new_business;
    std::int8_t sign;      // +1: had only with the community; -1: had only without
    double success;        // the launch succeeds when this is below the chance of success
    double quantile;       // where its value falls
};

}  // namespace ekkyo
