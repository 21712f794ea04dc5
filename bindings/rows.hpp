#pragma once

#include "field.hpp"

#include <pybind11/pybind11.h>

namespace ekkyo {

/// A row of a table as Python sees it: the one source of docs, schemas, checks and result columns.
template <class Owner>
pybind11::dict row_of(const Field<Owner>& field)
{
    namespace py = pybind11;
    using namespace py::literals;
    static constexpr const char* forms[] = {"number", "count", "flag", "text"};
    const Owner defaults{};
    const Meaning& meaning = field.meaning;

    py::object value = field.read ? py::object(py::str(field.read(defaults))) : py::object(py::float_(field.get(defaults)));
    if (field.form == Form::count) value = py::int_(static_cast<long long>(field.get(defaults)));
    if (field.form == Form::flag) value = py::bool_(field.get(defaults) != 0);
    auto or_none = [&](double x) { return meaning.plausible.is_given() ? py::object(py::float_(x)) : py::none(); };
    return py::dict(
        "name"_a       = field.name,
        "form"_a       = forms[static_cast<int>(field.form)],
        "default"_a    = value,
        "unit"_a       = meaning.unit,
        "range_low"_a  = meaning.range.low,
        "range_high"_a = meaning.range.high,
        "low"_a        = or_none(meaning.plausible.low),
        "high"_a       = or_none(meaning.plausible.high),
        "grade"_a      = std::string(1, static_cast<char>(meaning.grade)),
        "text"_a       = meaning.text,
        "source"_a     = meaning.source,
        "ja"_a         = meaning.ja,
        "kind"_a       = meaning.kind == Kind::stock ? "stock" : "flow");
}

template <class Owner>
pybind11::list rows_of()
{
    pybind11::list rows;
    for (const auto& field : table<Owner>) rows.append(row_of(field));
    return rows;
}

}  // namespace ekkyo
