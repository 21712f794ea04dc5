#include "lived_in.hpp"

#include <benchmark/benchmark.h>

#include <string>

namespace ekkyo {
namespace {

void per_employee_week(benchmark::State& state)
{
    state.SetItemsProcessed(state.iterations() * state.range(0));
}

void one_week(benchmark::State& state)
{
    LivedIn company(static_cast<int>(state.range(0)));
    for (auto _ : state) benchmark::DoNotOptimize(company.live_a_week());
    per_employee_week(state);
}
BENCHMARK(one_week)->Arg(2'000)->Arg(20'000)->Arg(200'000);

void founding(benchmark::State& state)
{
    const Scenario scenario = supported(static_cast<int>(state.range(0)));
    for (auto _ : state) benchmark::DoNotOptimize(found(scenario.company, {}, 0.002, luck));
    per_employee_week(state);
}
BENCHMARK(founding)->Arg(2'000)->Arg(200'000);

/// One benchmark for every line of the schedule; a new process is measured without a new line here.
const bool each_process = [] {
    for_each_process([](auto process) {
        auto run = [process](benchmark::State& state) {
            LivedIn company(static_cast<int>(state.range(0)));
            Page page;
            for (auto _ : state) {
                const Week week = company.now();
                process.in(company.scenario.model)(week, company.org, page);
                company.week++;
            }
            per_employee_week(state);
        };
        benchmark::RegisterBenchmark(std::string(process.name).c_str(), run)->Arg(20'000);
    });
    return true;
}();

}  // namespace
}  // namespace ekkyo
