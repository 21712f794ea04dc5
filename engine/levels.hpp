#pragma once

#include <span>
#include <string_view>

namespace ekkyo {

/// The support levels that come with the engine: the files in scenarios/levels.
struct EmbeddedLevel {
    std::string_view name;
    std::string_view text;
};

std::span<const EmbeddedLevel> embedded_levels();

}  // namespace ekkyo
