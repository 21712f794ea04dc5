#pragma once

#include "field.hpp"

namespace ekkyo {

class Week;
struct Organization;
struct Page;

/// Whoever answers carries a load, and puts it down only slowly. Who carries more than they bear may give out: they
/// answer nothing for a while, or leave the community. Where a host looks after people, they bear more.
struct Tiring {
    double bearable    = 0.5;
    double memory      = 8;
    double recognition = 50;
    double exhaustion  = 5;
    double rest        = 13;
    double leaving     = 30;

    void operator()(const Week&, Organization&, Page&) const;
};

template <>
inline constexpr auto table<Tiring> = fields(
    field<&Tiring::bearable>({
        .unit      = "hours / week",
        .range     = {0.01, 1000},
        .plausible = {0.25, 2},
        .grade     = Grade::assumption,
        .text      = "What somebody can spend on answering, week after week, without ever giving out, where no host looks after them.",
        .source    = "assumption; direction: Cross, Rebele & Grant 2016 (the most sought-after helpers are the least engaged)",
        .source_ja = "仮定。方向: Cross, Rebele & Grant 2016(最も頼られる人の熱意が最も低い)",
        .ja        = "無理なく回答に使える時間",
    }),
    field<&Tiring::memory>({
        .unit      = "weeks",
        .range     = {0.5, 520},
        .plausible = {4, 16},
        .grade     = Grade::assumption,
        .text      = "Half-life of what somebody carries: how far back the hours count.",
        .source    = "assumption",
        .ja        = "負荷の半減期",
    }),
    field<&Tiring::recognition>({
        .unit      = "%",
        .range     = {0, 1000},
        .plausible = {0, 100},
        .grade     = Grade::assumption,
        .text      = "How much more people bear where a host has time for all of them: recognition, care.",
        .source    = "direction: Soltis et al. 2013 (heavily sought advisers feel under-rewarded)",
        .source_ja = "方向: Soltis et al. 2013(よく相談される人は報われないと感じる)",
        .ja        = "承認・ケアによる耐性の向上",
    }),
    field<&Tiring::exhaustion>({
        .unit      = "%",
        .range     = {0, 100},
        .plausible = {1, 20},
        .grade     = Grade::assumption,
        .text      = "Chance that somebody who carries twice what they bear gives out in a week in which they answer; it grows with what is too much.",
        .source    = "assumption; direction: Cross, Rebele & Grant 2016",
        .source_ja = "仮定。方向: Cross, Rebele & Grant 2016",
        .ja        = "過負荷の回答者が燃え尽きる確率",
    }),
    field<&Tiring::rest>({
        .unit      = "weeks",
        .range     = {0, 520},
        .plausible = {4, 26},
        .grade     = Grade::assumption,
        .text      = "How long somebody who has given out answers nothing.",
        .source    = "assumption",
        .ja        = "回答を休む期間",
    }),
    field<&Tiring::leaving>({
        .unit      = "% of the exhausted",
        .range     = {0, 100},
        .plausible = {10, 60},
        .grade     = Grade::assumption,
        .text      = "Of those who give out: who leave the community at once.",
        .source    = "assumption",
        .ja        = "燃え尽きた人がコミュニティを去る割合",
    }));

}  // namespace ekkyo
