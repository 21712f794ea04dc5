#pragma once

#include "field.hpp"

namespace ekkyo {

class Week;
struct Organization;
struct Page;

/// Members leave the community, newcomers sooner than others. The friends they made stay theirs.
struct Leaving {
    double newcomers   = 8;
    double established = 2;

    void operator()(const Week&, Organization&, Page&) const;
};

template <>
inline constexpr auto table<Leaving> = fields(
    field<&Leaving::newcomers>({
        .unit      = "% / month",
        .range     = {0, 100},
        .plausible = {3, 20},
        .grade     = Grade::assumption,
        .text      = "Chance that a member of less than 13 weeks leaves within a month.",
        .source    = "shape: Joyce & Kraut 2006, Arguello et al. 2006 (newcomers leave first); level assumed",
        .ja        = "新規メンバーの離脱率",
    }),
    field<&Leaving::established>({
        .unit      = "% / month",
        .range     = {0, 100},
        .plausible = {0.5, 4},
        .grade     = Grade::assumption,
        .text      = "Chance that a member of longer standing leaves within a month.",
        .source    = "assumption",
        .ja        = "定着メンバーの離脱率",
    }));

}  // namespace ekkyo
