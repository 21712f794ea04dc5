#pragma once

#include "chance.hpp"
#include "scenario.hpp"
#include "tasks.hpp"

/// What is taken to be so of tasks, and what is not known of them.
namespace ekkyo {

/// Numbers at their base, and the spreads of those that are not known.
struct Beliefs {
    Tasks rules;
    std::map<std::string, Spread> unknowns;
};

/// The table's, with what is set: to a number, which is then known, or to a spread. Throws Faults, all at once.
Beliefs beliefs_from(const std::vector<Setting>&);

/// Everything that is not known, taken by somebody's luck.
Tasks drawn_by(const Beliefs&, const Luck&);

}  // namespace ekkyo
