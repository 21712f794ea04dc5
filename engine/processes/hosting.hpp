#pragma once

#include "field.hpp"

namespace ekkyo {

class Week;
struct Organization;
struct Page;

/// The support plan becomes what members feel: somebody who cares, events to go to, a place where questions are seen.
struct Hosting {
    double members_per_host = 2000;
    double outreach         = 1;
    double visibility       = 30;
    double platform_gain    = 1.3;

    void operator()(const Week&, Organization&, Page&) const;
};

template <>
inline constexpr auto table<Hosting> = fields(
    field<&Hosting::members_per_host>({
        .unit      = "members / host",
        .range     = {1, 1e6},
        .plausible = {800, 4000},
        .grade     = Grade::assumption,
        .text      = "Members that one full-time host can actively care for.",
        .source    = "FeverBee: 5 min per member and month; a Jive customer: 2.5-2.75 hosts for 5,500",
        .ja        = "専任ホスト1人が担当できるメンバー数",
    }),
    field<&Hosting::outreach>({
        .unit      = "x discovery",
        .range     = {0, 100},
        .plausible = {0, 3},
        .grade     = Grade::assumption,
        .text      = "How much a host with time for everybody invited adds to discovery; 1 doubles it.",
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
        .ja        = "質問を目にするメンバーの割合",
    }),
    field<&Hosting::platform_gain>({
        .unit      = "x visibility",
        .range     = {1, 10},
        .plausible = {1, 1.9},
        .grade     = Grade::assumption,
        .text      = "How much further questions are seen on a searchable platform of the community's own.",
        .source    = "direction: Leonardi 2014 (who knows what, whom)",
        .ja        = "専用プラットフォームの効果",
    }));

}  // namespace ekkyo
