#pragma once

#include "field.hpp"

namespace ekkyo {

class Week;
struct Organization;
struct Page;

/// A manager whose people come back with answers may become an ally, and so may one whom a convinced sponsor talks to. An
/// ally opens the silo: its people are told of the community, and find it sooner.
struct Allying {
    double noticing   = 0.1;
    double conviction = 4;
    double asking     = 0.25;
    double welcome    = 50;
    double transfers  = 0.33;

    void operator()(const Week&, Organization&, Page&) const;
};

template <>
inline constexpr auto table<Allying> = fields(
    field<&Allying::noticing>({
        .unit      = "% of answers",
        .range     = {0, 100},
        .plausible = {0, 0.5},
        .grade     = Grade::assumption,
        .text      = "Chance that an answer from the community to one of 200 people makes their manager an ally; with more people, "
                     "each answer is noticed less.",
        .source    = "assumption",
        .ja        = "回答が部門長を味方にする確率",
    }),
    field<&Allying::conviction>({
        .unit      = "log odds",
        .range     = {-1000, 1000},
        .plausible = {3, 5},
        .grade     = Grade::assumption,
        .text      = "Trust from which on a sponsor has understood, and talks to other managers; 4 is 98 % sure to go on.",
        .source    = "assumption",
        .ja        = "スポンサーが味方になる信頼の水準",
    }),
    field<&Allying::asking>({
        .unit      = "1 / year",
        .range     = {0, 1000},
        .plausible = {0, 1},
        .grade     = Grade::assumption,
        .text      = "Rate at which such a sponsor wins over the manager of a silo.",
        .source    = "assumption; direction: Probst & Borzillo 2008 (communities with a sponsor who stands up for them do better)",
        .source_ja = "仮定。方向: Probst & Borzillo 2008(後ろ盾となるスポンサーのいるコミュニティはうまくいく)",
        .ja        = "スポンサーが部門長を味方にする頻度",
    }),
    field<&Allying::welcome>({
        .unit      = "%",
        .range     = {0, 10000},
        .plausible = {0, 200},
        .grade     = Grade::assumption,
        .text      = "How much more often outsiders of an ally's silo find the community.",
        .source    = "direction: Zboralski 2009 (222 members of communities in a firm: support by managers); size assumed",
        .source_ja = "方向: Zboralski 2009(社内コミュニティのメンバー222人: 管理職の支援)。大きさは仮定",
        .ja        = "味方の部門での発見の増加",
    }),
    field<&Allying::transfers>({
        .unit      = "1 / manager and year",
        .range     = {0, 52},
        .plausible = {0.2, 1},
        .grade     = Grade::assumption,
        .text      = "How often managers are transferred; whoever comes after an ally has to be won anew.",
        .source    = "assumption; managers in Japan move every two to five years",
        .source_ja = "仮定。日本の管理職は2〜5年ごとに異動する",
        .ja        = "部門長の異動の頻度",
    }));

}  // namespace ekkyo
