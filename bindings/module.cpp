#include "module.hpp"

PYBIND11_MODULE(_engine, m)
{
    m.doc() = "The engine behind ekkyo. Use the package `ekkyo`; these names may change.";
    ekkyo::bind_tables(m);
    ekkyo::bind_scenarios(m);
    ekkyo::bind_runs(m);
    ekkyo::bind_money(m);
    ekkyo::bind_stories(m);
    ekkyo::bind_tasks(m);
}
