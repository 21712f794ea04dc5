// Prints one hash for every ledger column over a few replicates of all worlds. Built with and without wider
// instructions; the numbers have to be the same (tests/python/test_bits.py).

#include "ensemble.hpp"
#include "spreads.hpp"

#include <bit>
#include <cstdio>
#include <cstdlib>

using namespace ekkyo;

int main(int argc, char** argv)
{
    Scenario scenario;
    scenario.company.employees = 6000;  // more than one block of the payroll
    scenario.run.weeks         = 156;
    assign(scenario, "support.level", std::string("strong"));

    std::vector<Trial> trials;
    for (std::uint32_t r = 0; r < 4; r++) trials.push_back({r, independent_quantiles(scenario, {1, r})});
    Progress progress;
    const Study study = study_of(scenario, std::vector<std::string>{"twin", "none", "level", "stopped"});
    const auto lived  = simulate(study, trials, argc > 1 ? std::atoi(argv[1]) : 1, progress);

    for (const auto& column : table<Page>) {
        std::uint64_t hash = 0;
        for (const auto& replicate : lived)
            for (const Ledger& ledger : replicate->ledgers)
                for (const Page& page : ledger.pages)
                    hash = scramble(hash ^ std::bit_cast<std::uint64_t>(column.get(page)));
        std::printf("%-16s %016llx\n", std::string(column.name).c_str(), static_cast<unsigned long long>(hash));
    }
}
