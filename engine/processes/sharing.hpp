#pragma once

#include "field.hpp"

namespace ekkyo {

class Week;
struct Organization;
struct Page;

/// Members tell the others something that nobody asked for: a tip, what was said at a conference. Whoever reads it may have
/// it in mind when a problem comes, and it is kept like an answer.
struct Sharing {
    double contributions = 0.05;
    double worth         = 0.3;
    double memory        = 2;
    double hours         = 0.5;

    void operator()(const Week&, Organization&, Page&) const;
};

template <>
inline constexpr auto table<Sharing> = fields(
    field<&Sharing::contributions>({
        .unit      = "contributions / member and month",
        .range     = {0, 1000},
        .plausible = {0.01, 0.3},
        .grade     = Grade::assumption,
        .text      = "How often a member shares something unasked; 0: nobody ever does.",
        .source    = "floor: 250 associations, 0.13 threads an enrolled user and year (Higher Logic 2013); direction: Riemer & Scifleet 2012 (the first use of a network inside a firm is to share information)",
        .source_ja = "下限: 250団体、登録者一人・年あたり0.13スレッド(Higher Logic 2013)。方向: Riemer & Scifleet 2012(社内ネットワークの第一の用途は情報の共有)",
        .ja        = "頼まれずに行う情報共有の頻度",
    }),
    field<&Sharing::worth>({
        .unit      = "answers kept / contribution",
        .range     = {0, 100},
        .plausible = {0.1, 1},
        .grade     = Grade::assumption,
        .text      = "How many answers that are kept it is as good as; nobody had the problem it solves.",
        .source    = "assumption",
        .ja        = "情報共有1件の有用さ(回答比)",
    }),
    field<&Sharing::memory>({
        .unit      = "months",
        .range     = {0.01, 1200},
        .plausible = {0.5, 6},
        .grade     = Grade::assumption,
        .text      = "Time in which half of what somebody has read is out of their mind.",
        .source    = "assumption",
        .ja        = "読んだ内容を覚えている期間の半減期",
    }),
    field<&Sharing::hours>({
        .unit      = "hours / contribution",
        .range     = {0, 1000},
        .plausible = {0.1, 2},
        .grade     = Grade::assumption,
        .text      = "Time it takes of whoever shares it; reading is part of following the community.",
        .source    = "assumption",
        .ja        = "情報共有1件に要する時間",
    }));

}  // namespace ekkyo
