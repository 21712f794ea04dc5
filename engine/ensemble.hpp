#pragma once

#include "parallel.hpp"
#include "scenario.hpp"

#include <optional>

namespace ekkyo {

/// What the community is in a world: as the scenario plans it, with nobody paying, or not possible at all.
enum class Community { planned, unpaid, impossible };

/// A way the years can go: as the scenario says, but for its own settings and for what the community is in it.
///
/// A world that leaves another shares its past up to a week, and goes its own way from there. One that is sponsored leaves
/// the same plan, protected, where its sponsor first decides otherwise than to go on.
struct World {
    std::string name;
    Community community = Community::planned;
    std::vector<Setting> settings{};  // what differs: from the first week on, or from where it leaves the other
    std::string leaves{};             // the other world; empty for one of its own
    int from_week = 0;              // where it leaves the other
    bool sponsored = false;         // its sponsor decides how much of the plan is paid for; otherwise it is protected
};

/// The worlds everybody asks for by name: `level`: as the scenario says. `none`: nobody pays. `twin`: nobody can join.
/// `stopped`: the level until support ends today. `NAME, sponsored`: as NAME, with a sponsor who may stop it. Any other
/// name: with that support level from the first week on.
World world_called(const Scenario&, const std::string& name);

/// The scenario as a world lives it. Throws std::invalid_argument for settings it cannot have.
Scenario as_lived_in(const World&, Scenario);

/// The rules in force in a week of a world, given the scenario as it is lived there.
Model rules_of(const Scenario&, Community, int week);

/// One life of the company: whose luck it has, and the quantile at which each unknown is taken (none: all at base).
struct Trial {
    std::uint32_t replicate;
    std::vector<double> quantiles;
};

/// One trial, lived: what was drawn for the unknowns, the ledger of every world, and its chronicle where one was kept.
struct Replicate {
    std::vector<double> drawn;
    std::vector<Ledger> ledgers;
    std::vector<Chronicle> chronicles{};
};

/// A scenario and the worlds it is to be lived in, side by side.
struct Study {
    Scenario scenario;
    std::vector<World> worlds;
    std::optional<Founding> register_;  // the company, where an HR extract describes it
};

/// Throws std::invalid_argument where a world is named twice, leaves one that is not there, or sets what it cannot.
void check_worlds(const Scenario&, const std::vector<World>&);

/// Checked, and with the company of its HR extract.
Study study_of(const Scenario&, std::vector<World>);
Study study_of(const Scenario&, const std::vector<std::string>& names);

/// The company on its first day, in a trial with this scenario and luck.
Founding founding_of(const Study&, const Scenario&, const Luck&);

/// All worlds of one trial: shared people, shared luck, one founding. A chronicle changes nobody's days.
Replicate live(const Study&, const Trial&, bool with_chronicles = false);

/// Every trial, on so many threads (0: all). Those not begun when the work becomes unwanted stay empty.
std::vector<std::optional<Replicate>> simulate(const Study&, const std::vector<Trial>&, int threads, Progress&);

}  // namespace ekkyo
