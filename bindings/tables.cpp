#include "levels.hpp"
#include "module.hpp"
#include "rows.hpp"
#include "scenario.hpp"

namespace py = pybind11;
using namespace py::literals;

namespace ekkyo {

namespace {

py::dict section(std::string_view name, std::string_view story, std::string_view kind, py::list rows)
{
    return py::dict("name"_a = name, "story"_a = story, "kind"_a = kind, "rows"_a = rows);
}

/// Every table a scenario can set, in the order of the reference.
py::list sections()
{
    py::list all;
    const Scenario scenario;
    for_each_section(scenario, [&](auto name, auto story, const auto& owner) {
        const auto* kind = name == "prices" ? "price" : name == "support" ? "lever" : "behaviour";
        all.append(section(name, story, kind, rows_of<std::remove_cvref_t<decltype(owner)>>()));
    });
    all.append(section("silo", "One silo of a company whose silos differ; [[silo]], as often as needed.", "behaviour", rows_of<SiloRow>()));
    return all;
}

py::list schedule_lines()
{
    py::list lines;
    for_each_process([&](auto process) { lines.append(py::make_tuple(process.name, process.story)); });
    return lines;
}

py::dict levels()
{
    py::dict all;
    for (const auto& level : embedded_levels()) all[py::str(std::string(level.name))] = level.text;
    return all;
}

}  // namespace

void bind_tables(py::module_& m)
{
    m.attr("sections") = sections();
    m.attr("schedule") = schedule_lines();
    m.attr("columns")  = rows_of<Page>();
    m.attr("levels")   = levels();
}

}  // namespace ekkyo
