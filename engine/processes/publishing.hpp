#pragma once

#include "field.hpp"

namespace ekkyo {

class Week;
struct Organization;
struct Page;

/// Members of the core write for the public now and then.
struct Publishing {
    double core  = 12.5;
    double posts = 0.1;
    double hours = 4;

    void operator()(const Week&, const Organization&, Page&) const;
};

template <>
inline constexpr auto table<Publishing> = fields(
    field<&Publishing::core>({
        .unit      = "% of members",
        .range     = {0, 100},
        .plausible = {10, 15},
        .grade     = Grade::survey,
        .text   = "Members who carry the community; nobody knows who, so every member has this share of their posts.",
        .source    = "Wenger, McDermott & Snyder 2002: core 10-15 %",
        .source_ja = "Wenger, McDermott & Snyder 2002: コアは10〜15 %",
        .ja        = "コアメンバーの割合",
    }),
    field<&Publishing::posts>({
        .unit      = "posts / core member and month",
        .range     = {0, unbounded},
        .plausible = {0.02, 0.5},
        .grade     = Grade::assumption,
        .text      = "Public posts (blog, talk, article) that name the company, through the community.",
        .source    = "assumption",
        .ja        = "社外発信の頻度",
    }),
    field<&Publishing::hours>({
        .unit      = "hours / post",
        .range     = {0, 1000},
        .plausible = {1, 16},
        .grade     = Grade::assumption,
        .text      = "Time a post takes of its author.",
        .source    = "assumption",
        .ja        = "社外発信1件に要する時間",
    }));

}  // namespace ekkyo
