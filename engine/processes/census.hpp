#pragma once

#include "field.hpp"

namespace ekkyo {

class Week;
struct Organization;
struct Page;

/// The week is counted.
struct Census {
    void operator()(const Week&, const Organization&, Page&) const;
};

}  // namespace ekkyo
