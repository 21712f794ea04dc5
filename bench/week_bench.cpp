#include "lived_in.hpp"

#include <benchmark/benchmark.h>
#include <malloc.h>

#include <string>

namespace ekkyo {
namespace {

// ten years of a million people in 30 s: what a week may take an employee, in all lines of the schedule together
constexpr double goal_of_a_week = 30e9 / 1e6 / 520;

// nanoseconds an employee-week, and the goal beside it
void per_employee_week(benchmark::State& state, double goal)
{
    state.SetItemsProcessed(state.iterations() * state.range(0));
    state.counters["goal_ns"] = goal;
    state.counters["ns"]      = benchmark::Counter(
        1e-9 * static_cast<double>(state.iterations() * state.range(0)),
        benchmark::Counter::kIsRate | benchmark::Counter::kInvert);
}

// the memory in use
double bytes()
{
    const struct mallinfo2 info = mallinfo2();
    return static_cast<double>(info.uordblks + info.hblkhd);
}

void one_week(benchmark::State& state)
{
    LivedIn company(static_cast<int>(state.range(0)));
    for (auto _ : state) benchmark::DoNotOptimize(company.live_a_week());
    per_employee_week(state, goal_of_a_week);
}
BENCHMARK(one_week)->Arg(2'000)->Arg(20'000)->Arg(200'000);

void founding(benchmark::State& state)
{
    const Scenario scenario = supported(static_cast<int>(state.range(0)));
    for (auto _ : state) benchmark::DoNotOptimize(found(scenario.company, {}, 0.002, luck));
    per_employee_week(state, goal_of_a_week);
}
BENCHMARK(founding)->Arg(2'000)->Arg(200'000);

/// A world leaves another after three years.
void fork(benchmark::State& state)
{
    const LivedIn company(static_cast<int>(state.range(0)));
    for (auto _ : state) {
        Organization other = company.org;
        benchmark::DoNotOptimize(other);
    }
    per_employee_week(state, goal_of_a_week);
}
BENCHMARK(fork)->Arg(2'000)->Arg(200'000);

/// What everybody takes, and what a member with room for thirty ties takes besides.
void bytes_per_person(benchmark::State& state)
{
    const auto people       = static_cast<int>(state.range(0));
    const Scenario scenario = supported(people);
    for (auto _ : state) {
        const double before     = bytes();
        const Founding founding = found(scenario.company, {}, 0.002, luck);
        Organization org        = open(founding, Circle(founding, scenario.company, luck), 30);
        const double outside    = bytes();
        org.members.reserve(people);
        for (Seat s = 0; s < static_cast<Seat>(people); s++)
            if (org.is_employed(s)) org.enter(s, 0);
        state.counters["outsider"]      = (outside - before) / people;
        state.counters["outsider_goal"] = 16;
        state.counters["member"]        = (bytes() - outside) / static_cast<double>(org.member_count());
        state.counters["member_goal"]   = 300;
    }
}
BENCHMARK(bytes_per_person)->Arg(200'000)->Iterations(1);

/// One benchmark for every line of the schedule, its goal an equal share of the week; a new process is measured without a new line here.
const bool each_process = [] {
    int lines = 0;
    for_each_process([&](auto) { lines++; });
    for_each_process([&](auto process) {
        auto run = [process, lines](benchmark::State& state) {
            LivedIn company(static_cast<int>(state.range(0)));
            Page page;
            for (auto _ : state) {
                const Week week = company.now();
                process.in(company.scenario.model)(week, company.org, page);
                company.week++;
            }
            per_employee_week(state, goal_of_a_week / lines);
        };
        benchmark::RegisterBenchmark(std::string(process.name).c_str(), run)->Arg(20'000);
    });
    return true;
}();

}  // namespace
}  // namespace ekkyo
