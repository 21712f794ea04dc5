#pragma once

#include "scenario.hpp"

namespace ekkyo {

/// Says no, in a sentence.
[[noreturn]] void refuse(const std::string& sentence);

/// Sets a value of one silo by its name; as `assign` does.
void assign_silo(SiloRow&, const std::string& name, const Written&);

}  // namespace ekkyo
