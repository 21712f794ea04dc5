#include "ensemble.hpp"
#include "module.hpp"
#include "spreads.hpp"
#include "trials.hpp"
#include "version.hpp"

#include <pybind11/stl.h>

#include <algorithm>

namespace py = pybind11;
using namespace py::literals;

namespace ekkyo {

namespace {

/// A launched idea as a row of a table.
struct LaunchRow {
    std::int32_t replicate, week, matures;
    std::int8_t sign;
    bool new_business;
    double success, quantile;
};

using Lived = std::vector<const Replicate*>;

/// One array per world, (column, replicate, week), filled by all threads: `row` and `get` know nothing of Python.
template <class Row, class Get>
py::array_t<double> stacked(const Lived& lived, std::size_t columns, std::size_t weeks, Row row, Get get)
{
    py::array_t<double> out({columns, lived.size(), weeks});
    auto at = out.mutable_unchecked<3>();
    in_parallel(lived.size(), [&](std::size_t r) {
        const auto& rows = row(*lived[r]);
        for (std::size_t c = 0; c < columns; c++)
            for (std::size_t w = 0; w < weeks; w++) at(c, r, w) = get(rows[w], c);
    });
    return out;
}

py::array_t<LaunchRow> launches_of(const Lived& lived, std::size_t world)
{
    std::vector<LaunchRow> rows;
    for (std::size_t r = 0; r < lived.size(); r++)
        for (const Launch& l : lived[r]->ledgers[world].launches)
            rows.push_back({static_cast<std::int32_t>(r), l.week, l.matures, l.sign, l.new_business, l.success, l.quantile});
    return py::array_t<LaunchRow>(rows.size(), rows.data());
}

py::dict world_of(const Lived& lived, std::size_t world, std::size_t weeks)
{
    const auto pages = [&](const Replicate& r) -> const auto& { return r.ledgers[world].pages; };
    const auto plans = [&](const Replicate& r) -> const auto& { return r.ledgers[world].plans; };
    return py::dict(
        "columns"_a = stacked(
            lived, table<Page>.size(), weeks, pages, [](const Page& page, std::size_t c) { return table<Page>[c].get(page); }),
        "plan"_a = stacked(
            lived, 2, weeks, plans, [](const Plan& plan, std::size_t c) { return c ? plan.platform : plan.hosts; }),
        "launches"_a = launches_of(lived, world));
}

/// Runs without the interpreter, which is asked twenty times a second whether to go on.
std::vector<std::optional<Replicate>> simulate_for_python(
    const Study& study, const std::vector<Trial>& trials, int threads, const py::object& progress, bool& interrupted)
{
    Progress made;
    std::vector<std::optional<Replicate>> all;
    auto look = [&] {
        py::gil_scoped_acquire asked;
        if (PyErr_CheckSignals() != 0) throw py::error_already_set();
        if (!progress.is_none()) progress(made.done.load());
    };
    try {
        py::gil_scoped_release others_may_run;
        while_looking_in(made, [&] { all = simulate(study, trials, threads, made); }, look);
    } catch (py::error_already_set& error) {
        // Ctrl-C keeps what is finished; anything else is passed on
        if (!error.matches(PyExc_KeyboardInterrupt)) throw;
        interrupted = true;
    }
    if (!progress.is_none()) progress(made.done.load());
    return all;
}

/// What is wrong with the worlds comes as a fault of the scenario.
void check_for_python(const Scenario& scenario, const std::vector<World>& worlds)
{
    try {
        check_worlds(scenario, worlds);
    } catch (const std::invalid_argument& error) {
        throw Faults({{Place{}, error.what()}});
    }
}

py::dict run(
    const Scenario& scenario,
    std::vector<World> worlds,
    const std::vector<std::uint32_t>& replicates,
    const py::array_t<double>& quantiles,
    int threads,
    const py::object& progress)
{
    const Study study = study_of(scenario, std::move(worlds));
    bool interrupted  = false;
    const auto all = simulate_for_python(study, trials_of(replicates, quantiles), threads, progress, interrupted);

    Lived lived;
    std::vector<std::uint32_t> numbers;
    for (std::size_t r = 0; r < all.size(); r++)
        if (all[r]) lived.push_back(&*all[r]), numbers.push_back(replicates[r]);

    py::dict ways;
    const auto weeks = static_cast<std::size_t>(scenario.run.weeks);
    with_threads(threads, [&] {
        for (std::size_t world = 0; world < study.worlds.size(); world++)
            ways[py::str(study.worlds[world].name)] = world_of(lived, world, weeks);
    });
    return py::dict("worlds"_a = ways, "replicates"_a = numbers, "interrupted"_a = interrupted);
}

/// The values of all unknowns, (replicate, unknown).
py::array_t<double> drawn(const Scenario& scenario, const py::array_t<double>& quantiles)
{
    const std::size_t columns = unknowns(scenario).size();
    const auto trials = trials_of(std::vector<std::uint32_t>(static_cast<std::size_t>(quantiles.shape(0))), quantiles);
    py::array_t<double> out({trials.size(), columns});
    double* to = out.mutable_data();
    for (const Trial& trial : trials) to = std::ranges::copy(unknown_in(at_quantiles(scenario, trial.quantiles)), to).out;
    return out;
}

}  // namespace

void bind_runs(py::module_& m)
{
    PYBIND11_NUMPY_DTYPE(LaunchRow, replicate, week, matures, sign, new_business, success, quantile);
    m.attr("build") = py::dict(
        "version"_a = version, "fingerprint"_a = fingerprint, "compiler"_a = compiler, "flags"_a = flags);
    py::enum_<Community>(m, "Community")
        .value("planned", Community::planned)
        .value("unpaid", Community::unpaid)
        .value("impossible", Community::impossible);
    py::class_<World>(m, "World")
        .def(
            py::init([](std::string name, Community community, std::vector<Setting> settings, std::string leaves, int from, bool sponsored) {
                return World{std::move(name), community, std::move(settings), std::move(leaves), from, sponsored};
            }),
            "name"_a,
            "community"_a = Community::planned,
            "settings"_a  = std::vector<Setting>{},
            "leaves"_a    = "",
            "from_week"_a = 0,
            "sponsored"_a = false)
        .def_readonly("name", &World::name)
        .def_readonly("community", &World::community)
        .def_readonly("settings", &World::settings)
        .def_readonly("leaves", &World::leaves)
        .def_readonly("from_week", &World::from_week)
        .def_readonly("sponsored", &World::sponsored);
    m.def("world_called", &world_called, "scenario"_a, "name"_a);
    m.def("check_worlds", &check_for_python, "scenario"_a, "worlds"_a);
    m.def("drawn", &drawn, "scenario"_a, "quantiles"_a);
    m.def("unknowns", &unknowns, "scenario"_a);
    m.def(
        "simulate",
        &run,
        "scenario"_a,
        "worlds"_a,
        "replicates"_a,
        "quantiles"_a,
        "threads"_a  = 0,
        "progress"_a = py::none());
}

}  // namespace ekkyo
