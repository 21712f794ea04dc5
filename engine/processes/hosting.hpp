#pragma once

#include "field.hpp"

namespace ekkyo {

class Week;
struct Organization;
struct Page;

/// The support plan becomes what members feel: somebody who cares, events to go to, a place where questions are seen.
/// Hosts are people: they are transferred, and give out where there is more to do than they have time for; whoever
/// comes after them has to get to know everybody.
struct Hosting {
    double members_per_host = 2000;
    double outreach         = 1;
    double visibility       = 30;
    double platform_gain    = 1.3;
    double transfers        = 0.25;
    double getting_to_know  = 8;
    double exhaustion       = 3;
    double vacancy          = 8;
    double enough_time      = 2;
    double sponsor_hours    = 4;
    double thanking_hours   = 0.1;

    void operator()(const Week&, Organization&, Page&) const;
};

template <>
inline constexpr auto table<Hosting> = fields(
    field<&Hosting::members_per_host>({
        .unit      = "members / host",
        .range     = {1, 1e6},
        .plausible = {800, 4000},
        .grade     = Grade::assumption,
        .text      = "Members that one full-time host has time for. It is not shared out evenly: in a community of just that size, some see the host twice and a third never.",
        .source    = "FeverBee: 5 min per member and month; a Jive customer: 2.5-2.75 hosts for 5,500",
        .source_ja = "FeverBee: メンバー一人・月あたり5分。Jiveの顧客: 5,500人に2.5〜2.75人",
        .ja        = "専任ホスト1人が担当できるメンバー数",
    }),
    field<&Hosting::outreach>({
        .unit      = "x discovery",
        .range     = {0, 100},
        .plausible = {0, 3},
        .grade     = Grade::assumption,
        .text      = "How much hosts who reach everybody invited add to discovery; 1 doubles it.",
        .source    = "assumption",
        .ja        = "ホストの声かけの効果",
    }),
    field<&Hosting::visibility>({
        .unit      = "% of members",
        .range     = {0, 100},
        .plausible = {10, 60},
        .grade     = Grade::assumption,
        .text      = "Members who see a given question in the chat everybody has.",
        .source    = "assumption; SWOOP 2021: 85 % of staff read something in half a year",
        .source_ja = "仮定。SWOOP 2021: 従業員の85 %が半年に何かを読む",
        .ja        = "質問を目にするメンバーの割合",
    }),
    field<&Hosting::platform_gain>({
        .unit      = "x visibility",
        .range     = {1, 10},
        .plausible = {1, 1.9},
        .grade     = Grade::assumption,
        .text      = "How much further questions are seen on a searchable platform of the community's own.",
        .source    = "direction: Leonardi 2014 (who knows what, whom)",
        .source_ja = "方向: Leonardi 2014(誰が何を、誰を知っているか)",
        .ja        = "専用プラットフォームの効果",
    }),
    field<&Hosting::transfers>({
        .unit      = "transfers / host and year",
        .range     = {0, unbounded},
        .plausible = {0.1, 0.5},
        .grade     = Grade::assumption,
        .text      = "How often a host is transferred, and somebody else takes over in the same week; 0.25: once in four years.",
        .source    = "assumption: firms that rotate their people do so every few years; size assumed",
        .source_ja = "仮定: 人を異動させる会社は数年ごとに行う。大きさも仮定",
        .ja        = "ホストの異動頻度",
    }),
    field<&Hosting::getting_to_know>({
        .unit      = "weeks",
        .range     = {0, 520},
        .plausible = {4, 26},
        .grade     = Grade::assumption,
        .text      = "How long until a new host knows half of the people; until then they look after so many fewer. 0: at once.",
        .source    = "assumption",
        .ja        = "新任ホストが半数のメンバーを知るまでの期間",
    }),
    field<&Hosting::exhaustion>({
        .unit      = "%",
        .range     = {0, 100},
        .plausible = {1, 10},
        .grade     = Grade::assumption,
        .text      = "Chance that a host with twice as many members as there is time for gives out in a month; it grows with what is too much.",
        .source    = "direction: TheCR 2019 (half of community professionals report a high degree of burn-out within a year); size assumed",
        .source_ja = "方向: TheCR 2019(コミュニティ担当者の半数が1年以内の強い燃え尽きを訴える)。大きさは仮定",
        .ja        = "過負荷のホストが燃え尽きる確率",
    }),
    field<&Hosting::vacancy>({
        .unit      = "weeks",
        .range     = {0, 520},
        .plausible = {2, 26},
        .grade     = Grade::assumption,
        .text      = "How long nobody does the work of a host who has given out, until somebody else takes over; the pay goes on.",
        .source    = "assumption",
        .ja        = "燃え尽きたホストの後任が決まるまでの期間",
    }),
    field<&Hosting::enough_time>({
        .unit      = "hours / member and month",
        .range     = {0.01, 160},
        .plausible = {1, 6},
        .grade     = Grade::assumption,
        .text      = "Working time at which a time allowance has half of the effect that it can have.",
        .source    = "assumption",
        .ja        = "活動時間の許容の効果が半分になる時間",
    }),
    field<&Hosting::sponsor_hours>({
        .unit      = "hours / month",
        .range     = {0, 1000},
        .plausible = {1, 12},
        .grade     = Grade::assumption,
        .text      = "What an executive who takes an active part spends on it, in hours at the average wage.",
        .source    = "assumption",
        .ja        = "積極的に関わる経営者の活動時間",
    }),
    field<&Hosting::thanking_hours>({
        .unit      = "hours / member and month",
        .range     = {0, 100},
        .plausible = {0.02, 0.3},
        .grade     = Grade::assumption,
        .text      = "What managers spend on recognition where it stands in the appraisal.",
        .source    = "assumption",
        .ja        = "管理職が貢献の評価に使う時間",
    }));

}  // namespace ekkyo
