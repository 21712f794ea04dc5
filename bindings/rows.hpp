#pragma once

#include "field.hpp"

#include <pybind11/pybind11.h>

namespace ekkyo {

/// A row as Python sees it: the one source of docs, schemas, checks and result columns.
inline pybind11::dict row_of(std::string_view name, Form form, const Meaning& meaning, const pybind11::object& value)
{
    namespace py = pybind11;
    using namespace py::literals;
    static constexpr const char* forms[] = {"number", "count", "flag", "text"};

    auto or_none = [&](double x) { return meaning.plausible.is_given() ? py::object(py::float_(x)) : py::none(); };
    return py::dict(
        "name"_a       = name,
        "form"_a       = forms[static_cast<int>(form)],
        "default"_a    = value,
        "unit"_a       = meaning.unit,
        "range_low"_a  = meaning.range.low,
        "range_high"_a = meaning.range.high,
        "low"_a        = or_none(meaning.plausible.low),
        "high"_a       = or_none(meaning.plausible.high),
        "grade"_a      = std::string(1, static_cast<char>(meaning.grade)),
        "text"_a       = meaning.text,
        "source"_a     = meaning.source,
        "source_ja"_a  = meaning.source_ja,
        "ja"_a         = meaning.ja,
        "kind"_a       = meaning.kind == Kind::stock ? "stock" : "flow");
}

/// What a number or text is unless somebody says otherwise.
template <class Owner>
pybind11::object default_of(const Field<Owner>& field)
{
    namespace py = pybind11;
    const Owner defaults{};
    if (field.read) return py::str(field.read(defaults));
    if (field.form == Form::count) return py::int_(static_cast<long long>(field.get(defaults)));
    if (field.form == Form::flag) return py::bool_(field.get(defaults) != 0);
    return py::float_(field.get(defaults));
}

template <class Owner>
pybind11::dict row_of(const Field<Owner>& field)
{
    return row_of(field.name, field.form, field.meaning, default_of(field));
}

template <class Owner>
pybind11::list rows_of()
{
    pybind11::list rows;
    for (const auto& field : table<Owner>) rows.append(row_of(field));
    return rows;
}

}  // namespace ekkyo
