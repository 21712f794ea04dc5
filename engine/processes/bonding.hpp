#pragma once

#include "field.hpp"

namespace ekkyo {

class Week;
struct Organization;
struct Page;

/// Ties and the goodwill in them cool where nobody renews them, across silos faster; circles are finite.
struct Bonding {
    double bridge_half_life = 8;
    double inside_half_life = 18;
    int circle              = 30;
    double displacement     = 10;

    void operator()(const Week&, Organization&, Page&) const;
};

template <>
inline constexpr auto table<Bonding> = fields(
    field<&Bonding::bridge_half_life>({
        .unit      = "months",
        .range     = {0.1, 1200},
        .plausible = {3.6, 24},
        .grade     = Grade::assumption,
        .text      = "Time in which an unrenewed tie between two silos loses half its warmth.",
        .source    = "Burt 2002: nine in ten bridges gone in a year (3.6 months); Yuan et al.: long ties persist",
        .source_ja = "Burt 2002: 橋渡しの9割は1年で消える(3.6か月)。Yuan et al.: 遠いつながりは残る",
        .ja        = "部門間のつながりの半減期",
    }),
    field<&Bonding::inside_half_life>({
        .unit      = "months",
        .range     = {0.1, 1200},
        .plausible = {9, 48},
        .grade     = Grade::assumption,
        .text      = "The same inside a silo, where people meet anyway.",
        .source    = "assumption; direction: Burt 2002",
        .source_ja = "仮定。方向: Burt 2002",
        .ja        = "部門内のつながりの半減期",
    }),
    field<&Bonding::circle>({
        .unit      = "ties / person",
        .range     = {1, 200},
        .plausible = {10, 80},
        .grade     = Grade::assumption,
        .text      = "Ties that one person can keep up through the community.",
        .source    = "direction: Miritello et al. 2013 (finite communication capacity)",
        .source_ja = "方向: Miritello et al. 2013(付き合える数には限りがある)",
        .ja        = "維持できるつながりの上限",
    }),
    field<&Bonding::displacement>({
        .unit      = "% of a colleague / tie",
        .range     = {0, 100},
        .plausible = {0, 30},
        .grade     = Grade::assumption,
        .text      = "How much of an old colleague somebody loses sight of for each tie kept up through the community.",
        .source    = "assumption; direction: Miritello et al. 2013",
        .source_ja = "仮定。方向: Miritello et al. 2013",
        .ja        = "既存のつながりの置き換え",
    }));

}  // namespace ekkyo
