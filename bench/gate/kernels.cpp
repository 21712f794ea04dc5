// One kernel of the engine, run once: what bench/gate/gate.py counts the instructions of.

#include "../lived_in.hpp"
#include "parallel.hpp"

#include <cstdio>
#include <functional>
#include <map>

using namespace ekkyo;

namespace {

// callgrind counts what happens in here, and nothing before or after
[[gnu::noinline]] void measured(const std::function<void()>& kernel)
{
    kernel();
}

// four weeks of a company that has lived three years, whole
void weeks_of(int employees)
{
    LivedIn company(employees);
    measured([&] { for (int w = 0; w < 4; w++) company.live_a_week(); });
}

// or one line of its schedule
void line_of(std::string_view name, int employees)
{
    LivedIn company(employees);
    Page page;
    for_each_process([&](auto process) {
        if (process.name != name) return;
        measured([&] {
            for (int w = 0; w < 4; w++, company.week++)
                process.in(company.scenario.model)(company.now(), company.org, page);
        });
    });
}

void founding_of(int employees)
{
    const Scenario scenario = supported(employees);
    measured([&] { found(scenario.company, {}, 0.002, luck); });
}

// something that happens to one person in a hundred and fifty in a week
void rare_events_among(Seat seats)
{
    const Scenario scenario = supported(1);
    const Week week(luck, 0, scenario.model.support);
    measured([&] { week.befallen("gate/befalls", EverySeat(seats), 1.0 / 150, [](Seat) { return 1.0 / 150; }); });
}

const std::map<std::string, std::function<void()>> kernels = {
    {"founding 20,000", [] { founding_of(20'000); }},
    {"four weeks of 2,000", [] { weeks_of(2'000); }},
    {"four weeks of 20,000", [] { weeks_of(20'000); }},
    {"helping 20,000", [] { line_of("helping", 20'000); }},
    {"innovating 20,000", [] { line_of("innovating", 20'000); }},
    {"joining 20,000", [] { line_of("joining", 20'000); }},
    {"learning 20,000", [] { line_of("learning", 20'000); }},
    {"rare events 200,000", [] { rare_events_among(200'000); }},
};

}  // namespace

int main(int argc, char** argv)
{
    // on one thread: callgrind counts only the one that the kernel is called from
    if (argc > 1 && kernels.contains(argv[1])) return with_threads(1, kernels.at(argv[1])), 0;
    for (const auto& [name, run] : kernels) std::puts(name.c_str());
}
