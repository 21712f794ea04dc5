#pragma once

#include "scenario.hpp"

namespace ekkyo {

[[noreturn]] void refuse(const std::string& sentence);

bool fits_in_memory(double employees);

void assign_silo(SiloRow&, const std::string& name, const Written&);

}  // namespace ekkyo
