#pragma once

#include "parallel.hpp"
#include "scenario.hpp"

#include <optional>

namespace ekkyo {

/// The values the unknown parameters take, in the order of their names.
std::vector<std::string> unknowns(const Scenario&);

/// What is not known, drawn for one replicate: the same in all its worlds.
Scenario draw_unknowns(const Scenario&, const Luck&);

/// The rules in force in a world. `twin`: nobody can join. `none`: nobody pays. `stopped`: support ends today.
/// `level`: as the scenario says. Any other name: with that support level from the first week on.
Model rules_of(const Scenario&, const std::string& world, int week);

/// One replicate: what was drawn for the unknowns, and the ledger of every world.
struct Replicate {
    std::vector<double> drawn;
    std::vector<Ledger> ledgers;
};

/// A scenario and the worlds it is to be lived in, side by side.
struct Study {
    Scenario scenario;
    std::vector<std::string> worlds;
    bool at_base = false;               // every unknown at its base value
    std::optional<Founding> register_;  // the company, where an HR extract describes it
};

Study study_of(const Scenario&, std::vector<std::string> worlds, bool at_base);

/// All worlds of one replicate: shared people, shared luck, one founding.
Replicate live(const Study&, std::uint32_t replicate);

/// So many replicates, on so many threads (0: all). Those not begun when the work becomes unwanted stay empty.
std::vector<std::optional<Replicate>> simulate(const Study&, std::uint32_t replicates, int threads, Progress&);

}  // namespace ekkyo
