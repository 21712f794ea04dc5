#include "module.hpp"
#include "scenario.hpp"

#include <pybind11/stl.h>

namespace py = pybind11;
using namespace py::literals;

namespace ekkyo {

namespace {

Written written_from(const py::handle& value)
{
    if (py::isinstance<py::bool_>(value)) return value.cast<bool>();
    if (py::isinstance<py::str>(value)) return value.cast<std::string>();
    if (py::isinstance<py::dict>(value)) {
        auto d = value.cast<std::map<std::string, double>>();
        return Spread{d.at("low"), d.at("base"), d.at("high")};
    }
    return value.cast<double>();
}

py::object python_from(const Written& written)
{
    return std::visit(
        [](const auto& value) -> py::object {
            if constexpr (std::is_same_v<std::remove_cvref_t<decltype(value)>, Spread>)
                return py::dict("low"_a = value.low, "base"_a = value.base, "high"_a = value.high);
            else
                return py::cast(value);
        },
        written);
}

/// The value a path has: number, flag or text.
py::object value_at(const Scenario& scenario, const std::string& path)
{
    py::object found;
    for_each_section(scenario, [&](auto section, auto, const auto& owner) {
        for (const auto& row : table<std::remove_cvref_t<decltype(owner)>>) {
            if (path != std::string(section) + "." + std::string(row.name)) continue;
            if (row.form == Form::text) found = py::str(row.read(owner));
            if (row.form == Form::flag) found = py::bool_(row.get(owner) != 0);
            if (row.form == Form::count) found = py::int_(static_cast<long long>(row.get(owner)));
            if (row.form == Form::number) found = py::float_(row.get(owner));
        }
    });
    if (!found) throw py::key_error(path);
    return found;
}

}  // namespace

void bind_scenarios(py::module_& m)
{
    // whoever catches a ScenarioError gets all faults, each with its place
    py::register_local_exception_translator([](std::exception_ptr thrown) {
        try {
            if (thrown) std::rethrow_exception(thrown);
        } catch (const Faults& faults) {
            py::list all;
            for (const Fault& fault : faults.all)
                all.append(py::make_tuple(fault.place.file, fault.place.line, fault.place.column, fault.message));
            const py::object error = py::module_::import("ekkyo.errors").attr("ScenarioError");
            PyErr_SetObject(error.ptr(), error(all).ptr());
        }
    });

    py::class_<Setting>(m, "Setting")
        .def(
            py::init([](std::string path, const py::object& value, int from_week, int silo) {
                return Setting{std::move(path), written_from(value), {}, from_week, silo};
            }),
            "path"_a,
            "value"_a,
            "from_week"_a = 0,
            "silo"_a      = -1)
        .def_readonly("path", &Setting::path)
        .def_property_readonly("value", [](const Setting& setting) { return python_from(setting.value); })
        .def_readonly("from_week", &Setting::from_week)
        .def_readonly("silo", &Setting::silo);

    py::class_<Scenario>(m, "Scenario")
        .def(py::init(&scenario_from), "settings"_a, "directory"_a = ".")
        .def_readonly("name", &Scenario::name)
        .def_readonly("settings", &Scenario::settings)
        .def_property_readonly("weeks", [](const Scenario& s) { return s.run.weeks; })
        .def_property_readonly(
            "correlations",
            [](const Scenario& s) {
                py::list all;
                for (const Correlation& c : s.correlations) all.append(py::make_tuple(c.one, c.other, c.rank));
                return all;
            })
        .def("value", &value_at, "path"_a);

    m.def("read_settings", &read_settings, "path"_a);
    m.def(
        "parse_settings",
        [](const std::string& toml, const std::string& path) { return parse_settings(toml, path); },
        "toml"_a,
        "path"_a);
    m.def("level_settings", &level_settings, "level"_a, "directory"_a = ".");
    m.def("to_toml", &to_toml, "settings"_a);
}

}  // namespace ekkyo
