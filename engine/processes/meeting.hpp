#pragma once

#include "field.hpp"

namespace ekkyo {

class Week;
struct Organization;
struct Page;

/// Members come to events. At a mixer half the talk is among friends and people stay with their own; a structured
/// event seats silos together. Some who meet stay in touch.
struct Meeting {
    double attendance   = 20;
    double hours        = 1.5;
    double encounters   = 14;
    double friends      = 50;
    double own_silo     = 50;
    double acquaintance = 10;
    double matching     = 1.75;
    int audience        = 2000;

    void operator()(const Week&, Organization&, Page&) const;
};

template <>
inline constexpr auto table<Meeting> = fields(
    field<&Meeting::attendance>({
        .unit      = "% of members",
        .range     = {0, 100},
        .plausible = {10, 40},
        .grade     = Grade::assumption,
        .text      = "Members who come to an event.",
        .source    = "assumption",
        .ja        = "イベント参加率",
    }),
    field<&Meeting::hours>({
        .unit      = "hours / attendance",
        .range     = {0, 100},
        .plausible = {1, 3},
        .grade     = Grade::assumption,
        .text      = "Time an event takes of a guest.",
        .source    = "Boudreau et al. 2017: sessions of 90 minutes",
        .source_ja = "Boudreau et al. 2017: 90分のセッション",
        .ja        = "イベント1回の所要時間",
    }),
    field<&Meeting::encounters>({
        .unit      = "encounters / attendance",
        .range     = {0, 200},
        .plausible = {7, 20},
        .grade     = Grade::measured,
        .text      = "People a guest talks to.",
        .source    = "Ingram & Morris 2007: 14 at a mixer of 100",
        .source_ja = "Ingram & Morris 2007: 100人の交流会で14人",
        .ja        = "1回あたりの会話人数",
    }),
    field<&Meeting::friends>({
        .unit      = "% of encounters",
        .range     = {0, 100},
        .plausible = {30, 60},
        .grade     = Grade::measured,
        .text      = "Encounters at a mixer that go to people one knows already.",
        .source    = "Ingram & Morris 2007: up to half",
        .source_ja = "Ingram & Morris 2007: 最大で半分",
        .ja        = "既知の相手との会話の割合",
    }),
    field<&Meeting::own_silo>({
        .unit      = "% of guests",
        .range     = {0, 100},
        .plausible = {20, 80},
        .grade     = Grade::assumption,
        .text      = "Guests of a mixer who stay near people of their own silo.",
        .source    = "direction: Ingram & Morris 2007, Kleinbaum et al. 2013",
        .source_ja = "方向: Ingram & Morris 2007、Kleinbaum et al. 2013",
        .ja        = "自部門の近くにとどまる人の割合",
    }),
    field<&Meeting::acquaintance>({
        .unit      = "% of encounters",
        .range     = {0, 100},
        .plausible = {3, 30},
        .grade     = Grade::assumption,
        .text      = "Encounters with somebody new that leave a lasting tie (0.7 ties for a visit to a mixer).",
        .source    = "assumption; direction: Ingram & Morris 2007",
        .source_ja = "仮定。方向: Ingram & Morris 2007",
        .ja        = "出会いがつながりになる割合",
    }),
    field<&Meeting::matching>({
        .unit      = "x ties",
        .range     = {0, 100},
        .plausible = {1.2, 3},
        .grade     = Grade::assumption,
        .text      = "Ties for a visit to a structured event, against a mixer.",
        .source    = "measured elsewhere, transferred: Boudreau et al. 2017, +75 % collaboration after one structured session",
        .source_ja = "他所での実測からの転用: Boudreau et al. 2017、組み合わせを決めた1回の会で協働が75 %増",
        .ja        = "構造化イベントの効果",
    }),
    field<&Meeting::audience>({
        .unit   = "employees / event",
        .range  = {2, 1e9},
        .text   = "People invited to one event; a larger company holds several at a time.",
        .source    = "choice; the levels are given for 2,000 staff",
        .source_ja = "選択。各レベルは従業員2,000人についての値",
        .ja        = "1イベントの招待者数",
    }));

}  // namespace ekkyo
