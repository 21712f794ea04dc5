#pragma once

#include "field.hpp"

namespace ekkyo {

class Week;
struct Organization;
struct Page;

/// Members leave the community, newcomers sooner than others, and soonest those whose first question nobody answered.
/// The friends they made stay theirs.
struct Leaving {
    double newcomers    = 8;
    double established  = 2;
    double first_answer = 12;

    void operator()(const Week&, Organization&, Page&) const;
};

template <>
inline constexpr auto table<Leaving> = fields(
    field<&Leaving::newcomers>({
        .unit      = "% / month",
        .range     = {0, 100},
        .plausible = {3, 20},
        .grade     = Grade::assumption,
        .text      = "Chance that a member of less than 13 weeks leaves within a month.",
        .source    = "shape: Joyce & Kraut 2006, Arguello et al. 2006 (newcomers leave first); level assumed",
        .source_ja = "形: Joyce & Kraut 2006、Arguello et al. 2006(新しい人から去る)。水準は仮定",
        .ja        = "新規メンバーの離脱率",
    }),
    field<&Leaving::established>({
        .unit      = "% / month",
        .range     = {0, 100},
        .plausible = {0.5, 4},
        .grade     = Grade::assumption,
        .text      = "Chance that a member of longer standing leaves within a month.",
        .source    = "assumption",
        .ja        = "定着メンバーの離脱率",
    }),
    field<&Leaving::first_answer>({
        .unit      = "points",
        .range     = {0, 100},
        .plausible = {5, 20},
        .grade     = Grade::survey,
        .text      = "How many more of those who ask as soon as they join are still there after 13 weeks if they were answered; where 61 % are, as many stay as without it.",
        .source    = "measured elsewhere, transferred: Joyce & Kraut 2006, a reply raises posting again from 44 to 56 %; 61 % got one",
        .source_ja = "他所での実測からの転用: Joyce & Kraut 2006、返信は再投稿を44 %から56 %に上げる。返信を得たのは61 %",
        .ja        = "最初の質問への回答が定着率を高める効果",
    }));

}  // namespace ekkyo
