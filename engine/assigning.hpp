#pragma once

#include "scenario.hpp"
#include "tasks.hpp"

namespace ekkyo {

/// Says no, in a sentence.
[[noreturn]] void refuse(const std::string& sentence);

/// Refuses what cannot change once the company is founded, and what is applied only after the run.
void refuse_if_settled(const std::string& path, const Written&);

/// Sets a value of one silo by its name; as `assign` does.
void assign_silo(SiloRow&, const std::string& name, const Written&);

/// Sets a number of tasks by its name; as `assign` does.
void assign_task(Tasks&, const std::string& name, const Written&);

/// Lets two unknowns go together; `between` is written "joining.discovery ~ joining.word_of_mouth".
void correlate(Scenario&, const std::string& between, const Written&);

}  // namespace ekkyo
