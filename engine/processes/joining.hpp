#pragma once

#include "field.hpp"

namespace ekkyo {

class Week;
struct Organization;
struct Page;

/// Outsiders with an interest in the topic find the community, or hear of it from colleagues, and join.
struct Joining {
    double interested    = 35;
    double discovery     = 0.08;
    double word_of_mouth = 0.5;
    double legitimacy    = 0.25;

    void operator()(const Week&, Organization&, Page&) const;
};

template <>
inline constexpr auto table<Joining> = fields(
    field<&Joining::interested>({
        .unit      = "% of employees",
        .range     = {0, 100},
        .plausible = {15, 60},
        .grade     = Grade::assumption,
        .text      = "People with an interest in what the community is about; nobody else ever joins.",
        .source    = "assumption",
        .ja        = "領域に関心のある従業員の割合",
    }),
    field<&Joining::discovery>({
        .unit      = "1 / year",
        .range     = {0, unbounded},
        .plausible = {0.03, 0.20},
        .grade     = Grade::assumption,
        .text      = "Rate at which an interested outsider finds the community unaided and joins.",
        .source    = "Bass 1969, external influence; average 0.03 (Sultan, Farley & Lehmann 1990), internal news travels faster",
        .source_ja = "Bass 1969の外部影響。平均0.03(Sultan, Farley & Lehmann 1990)、社内の知らせはより速い",
        .ja        = "自発的な発見による参加率",
    }),
    field<&Joining::word_of_mouth>({
        .unit      = "1 / year",
        .range     = {0, unbounded},
        .plausible = {0.2, 1.0},
        .grade     = Grade::assumption,
        .text      = "Added rate when every colleague is a member, in proportion to the share who are.",
        .source    = "Bass 1969, internal influence; average 0.38 (Sultan, Farley & Lehmann 1990)",
        .source_ja = "Bass 1969の内部影響。平均0.38(Sultan, Farley & Lehmann 1990)",
        .ja        = "口コミによる参加率",
    }),
    field<&Joining::legitimacy>({
        .unit      = "x discovery",
        .range     = {0, 100},
        .plausible = {0, 1},
        .grade     = Grade::assumption,
        .text      = "How much an executive who takes an active part adds to discovery; 1 doubles it.",
        .source    = "direction: TheCR (58 % against 36 % where the chief executive takes part, a correlation); size assumed",
        .source_ja = "方向: TheCR(最高経営責任者が参加する場合58 %、しない場合36 %、相関)。大きさは仮定",
        .ja        = "経営者の関与による参加の増加",
    }));

}  // namespace ekkyo
