#pragma once

#include "scenario.hpp"

#include <string>

/// Sentences for people who run communities.
namespace ekkyo {

/// 1,234,567 or 0.08 or inf.
std::string in_words(double number);

/// A value as somebody wrote it.
std::string in_words(const Written&);

/// 22 TB.
std::string bytes_in_words(double bytes);

/// "; did you mean `joining.discovery`?" where some name is close to what was written, or nothing.
std::string did_you_mean(std::string_view written, const std::vector<std::string>& names);

}  // namespace ekkyo
