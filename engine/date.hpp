#pragma once

#include <optional>
#include <string_view>

namespace ekkyo {

/// Days since 1970 of a date written YYYY-MM-DD; none if there is no such day.
std::optional<int> day_of(std::string_view date);

}  // namespace ekkyo
