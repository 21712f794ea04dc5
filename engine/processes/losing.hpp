#pragma once

#include "field.hpp"

namespace ekkyo {

class Week;
struct Organization;
struct Page;

/// When somebody goes who carried much of the answering, the others lose heart for a while: fewer of them answer. Where
/// leading is shared, nobody who goes takes so much along.
struct Losing {
    double notable  = 5;
    double dismay   = 50;
    double recovery = 8;

    void operator()(const Week&, Organization&, Page&) const;
};

template <>
inline constexpr auto table<Losing> = fields(
    field<&Losing::notable>({
        .unit      = "% of the answering",
        .range     = {0, 100},
        .plausible = {2, 15},
        .grade     = Grade::assumption,
        .text      = "How much somebody must have carried lately for the others to feel that they are gone.",
        .source    = "direction: Qin et al. 2014 (groups suffer when central members go); size assumed",
        .source_ja = "方向: Qin et al. 2014(中心的な人が去ると集団は弱る)。大きさは仮定",
        .ja        = "離脱が影響する中心メンバーの基準",
    }),
    field<&Losing::dismay>({
        .unit      = "% of readiness to answer",
        .range     = {0, 100},
        .plausible = {10, 90},
        .grade     = Grade::assumption,
        .text      = "Readiness to answer the others lose for what was carried beyond that, if it was all; 0: nobody minds.",
        .source    = "direction: Qin et al. 2014, Probst & Borzillo 2008 (without a core group communities fail); size assumed",
        .source_ja = "方向: Qin et al. 2014、Probst & Borzillo 2008(コアのないコミュニティは失敗する)。大きさは仮定",
        .ja        = "中心メンバー離脱による意欲低下",
    }),
    field<&Losing::recovery>({
        .unit      = "weeks",
        .range     = {0.1, 520},
        .plausible = {4, 26},
        .grade     = Grade::assumption,
        .text      = "Half-life of that: how long until half of it is got over.",
        .source    = "assumption",
        .ja        = "意欲回復の半減期",
    }));

}  // namespace ekkyo
