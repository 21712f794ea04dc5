#include "attempts.hpp"
#include "beliefs.hpp"
#include "module.hpp"
#include "parallel.hpp"
#include "rows.hpp"

#include <pybind11/numpy.h>
#include <pybind11/stl.h>

namespace py = pybind11;
using namespace py::literals;

namespace ekkyo {

namespace {

/// What is followed of an attempt, and of tasks on average, and what it is called.
struct Seen {
    const char* name;
    double (*of)(const Attempt&, const Bill&);
};

constexpr Seen seen[] = {
    {"weeks", [](const Attempt& attempt, const Bill&) { return attempt.weeks; }},
    {"assigned", [](const Attempt& attempt, const Bill&) { return attempt.assigned; }},
    {"voluntary", [](const Attempt& attempt, const Bill&) { return attempt.voluntary; }},
    {"bought", [](const Attempt& attempt, const Bill&) { return attempt.bought; }},
    {"cash", [](const Attempt&, const Bill& bill) { return bill.cash; }},
    {"cost", [](const Attempt&, const Bill& bill) { return bill.cost; }},
    {"net", [](const Attempt&, const Bill& bill) { return bill.net(); }},
};

using Numbers = py::array_t<double>;

/// Every task in each form, (share unknown, way, task) by what is seen.
py::dict try_tasks(
    const Tasks& rules, std::uint64_t seed, const std::vector<double>& shares, std::size_t tasks, int threads)
{
    std::vector<Attempt> all;
    {
        py::gil_scoped_release others_may_run;
        with_threads(threads, [&] { all = attempts(rules, {seed, 0}, shares, tasks); });
    }
    py::dict found;
    for (const Seen& one : seen) {
        Numbers out({shares.size(), std::size_t{ways}, tasks});
        auto at = out.mutable_unchecked<3>();
        for (std::size_t i = 0, t = 0; t < tasks; t++)
            for (std::size_t s = 0; s < shares.size(); s++)
                for (std::size_t way = 0; way < ways; way++, i++) at(s, way, t) = one.of(all[i], priced(all[i], rules));
        found[one.name] = out;
    }
    return found;
}

/// The values of what is not known in each draw, (draw, unknown), and what tasks come to then, (draw, share, way).
py::dict draw_tasks(
    const Beliefs& beliefs,
    std::uint64_t seed,
    const std::vector<double>& shares,
    std::size_t tasks,
    std::size_t draws,
    int threads)
{
    std::vector<Tasks> taken(draws);
    std::vector<std::vector<Outlook>> means(draws);
    {
        py::gil_scoped_release others_may_run;
        with_threads(threads, [&] {
            in_parallel(draws, [&](std::size_t d) {
                const Luck luck{seed, static_cast<std::uint32_t>(d + 1)};
                taken[d] = drawn_by(beliefs, luck);
                means[d] = outlook(taken[d], luck, shares, tasks);
            });
        });
    }
    py::dict values, found;
    for (const auto& row : table<Tasks>) {
        Numbers out(draws);
        for (std::size_t d = 0; d < draws; d++) out.mutable_at(d) = row.get(taken[d]);
        values[py::str(std::string(row.name))] = out;
    }
    for (auto [name, member] : {std::pair{"done", &Outlook::done}, {"cost", &Outlook::cost}, {"net", &Outlook::net}}) {
        Numbers out({draws, shares.size(), std::size_t{ways}});
        double* to = out.mutable_data();
        for (const auto& one : means)
            for (const Outlook& mean : one) *to++ = mean.*member;
        found[name] = out;
    }
    return py::dict("values"_a = values, "means"_a = found);
}

}  // namespace

void bind_tasks(py::module_& m)
{
    m.attr("tasks") = rows_of<Tasks>();
    m.attr("ways")  = py::make_tuple("team", "community", "market");
    py::class_<Beliefs>(m, "Beliefs")
        .def(py::init(&beliefs_from), "settings"_a)
        .def_property_readonly(
            "values",
            [](const Beliefs& beliefs) {
                std::map<std::string, double> values;
                for (const auto& row : table<Tasks>) values[std::string(row.name)] = row.get(beliefs.rules);
                return values;
            })
        .def_property_readonly("unknowns", [](const Beliefs& beliefs) {
            std::vector<std::string> names;
            for (const auto& [name, spread] : beliefs.unknowns) names.push_back(name);
            return names;
        });
    m.def(
        "try_tasks",
        [](const Beliefs& beliefs,
           std::uint64_t seed,
           const std::vector<double>& shares,
           std::size_t tasks,
           int threads) { return try_tasks(beliefs.rules, seed, shares, tasks, threads); },
        "beliefs"_a,
        "seed"_a,
        "shares"_a,
        "tasks"_a,
        "threads"_a = 0);
    m.def("draw_tasks", &draw_tasks, "beliefs"_a, "seed"_a, "shares"_a, "tasks"_a, "draws"_a, "threads"_a = 0);
}

}  // namespace ekkyo
