#pragma once

#include "field.hpp"

namespace ekkyo {

class Week;
struct Organization;
struct Page;

/// Friends hold people in the company, and so does growing there; a certificate opens doors elsewhere, and some of the exhausted look for one.
struct Staying {
    double friends     = 6;
    double growth      = 2;
    double certificate = 2;
    double exhausted   = 50;

    void operator()(const Week&, Organization&, Page&) const;
};

template <>
inline constexpr auto table<Staying> = fields(
    field<&Staying::friends>({
        .unit      = "%",
        .range     = {0, 100},
        .plausible = {0, 20},
        .grade     = Grade::assumption,
        .text =
            "How much less likely somebody is to quit whose warmest tie of the community is fresh (the causal part).",
        .source    = "assumption; ceiling: Gallup, best against worst quarter of units, 21 % (correlation); direction: "
                     "Feeley et al.",
        .source_ja = "仮定。上限: Gallup、最良と最悪の4分の1の部署の差21 %(相関)。方向: Feeley et al.",
        .ja        = "つながりによる離職率の低下",
    }),
    field<&Staying::growth>({
        .unit      = "%",
        .range     = {0, 100},
        .plausible = {0, 10},
        .grade     = Grade::assumption,
        .text      = "How much less likely somebody is to quit who has learned in the community all there is: their wish to grow "
                     "is met.",
        .source    = "assumption; direction: Kraimer et al. 2011 (support for development keeps those who see a career here, and "
                     "not the others)",
        .source_ja = "仮定。方向: Kraimer et al. 2011(能力開発の支援は、ここにキャリアを見いだす人だけを引き留める)",
        .ja        = "成長意欲が満たされることによる離職率の低下",
    }),
    field<&Staying::certificate>({
        .unit      = "%",
        .range     = {0, 100},
        .plausible = {0, 10},
        .grade     = Grade::assumption,
        .text      = "How much more likely somebody is to quit who holds a certificate they would not have without the "
                     "community.",
        .source    = "assumption",
        .ja        = "資格取得による離職率の上昇",
    }),
    field<&Staying::exhausted>({
        .unit      = "%",
        .range     = {0, 1000},
        .plausible = {0, 200},
        .grade     = Grade::assumption,
        .text      = "How much more likely somebody is to quit who has given out answering, while they answer nothing.",
        .source    = "direction: Soltis et al. 2013 (who is asked most and feels it unrewarded thinks of leaving); size assumed",
        .source_ja = "方向: Soltis et al. 2013(最も頼られ、報われないと感じる人は離職を考える)。大きさは仮定",
        .ja        = "燃え尽きた回答者の離職率の上昇",
    }));

}  // namespace ekkyo
