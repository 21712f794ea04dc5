#include "model.hpp"

namespace ekkyo {

Page tick(const Model& model, const Week& week, Organization& org)
{
    if (org.chronicle) org.chronicle->week = week.number();
    Page page;
    for_each_process([&](auto process) { process.in(model)(week, org, page); });
    return page;
}

}  // namespace ekkyo
