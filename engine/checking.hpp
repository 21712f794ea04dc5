#pragma once

#include "scenario.hpp"

/// What is wrong with a scenario, all of it.
namespace ekkyo {

/// Faults as they are found, each at its place.
struct Checking {
    std::vector<Fault> faults;

    void at(const Place& place, const std::string& message) { faults.push_back({place, message}); }

    template <class Work>
    void with(const Place& place, Work work)
    {
        try {
            work();
        } catch (const std::invalid_argument& error) {
            at(place, error.what());
        } catch (const Faults& several) {
            faults.insert(faults.end(), several.all.begin(), several.all.end());
        }
    }
};

/// What each line may say for itself, but not beside the others.
void check_together(Checking&, const Scenario&);

}  // namespace ekkyo
