#pragma once

#include <pybind11/pybind11.h>

namespace ekkyo {

void bind_tables(pybind11::module_&);
void bind_scenarios(pybind11::module_&);
void bind_runs(pybind11::module_&);
void bind_money(pybind11::module_&);
void bind_stories(pybind11::module_&);
void bind_tasks(pybind11::module_&);

}  // namespace ekkyo
