#pragma once

#include "field.hpp"

namespace ekkyo {

class Week;
struct Organization;
struct Page;

/// What the community has answered is kept and found again by members who have the same problem, as far as there is a
/// search worth the name; answers go out of date. Whoever finds an answer asks nobody, and gets to know nobody.
struct Recalling {
    double fit          = 0.02;
    double chat         = 20;
    double platform     = 80;
    double search_hours = 0.1;
    double half_life    = 24;

    void operator()(const Week&, Organization&, Page&) const;
};

template <>
inline constexpr auto table<Recalling> = fields(
    field<&Recalling::fit>({
        .unit      = "% of codifiable problems / answer",
        .range     = {0, 100},
        .plausible = {0.004, 0.1},
        .grade     = Grade::assumption,
        .text      = "Chance that an answer kept fits a problem that others have had as well; 0: nothing is found again.",
        .source    = "assumption; 0.1 to 3 later finds an answer and year in a company of 2,000 (TheCR, vendor: networked value)",
        .source_ja = "仮定。2,000人の会社で回答1件・年あたり後から見つかるのは0.1〜3回(TheCR、事業者の資料: networked value)",
        .ja        = "蓄積された回答が問題に当てはまる確率",
    }),
    field<&Recalling::chat>({
        .unit      = "% of fitting answers",
        .range     = {0, 100},
        .plausible = {5, 40},
        .grade     = Grade::assumption,
        .text      = "Fitting answers that a search in the chat everybody has finds.",
        .source    = "assumption; direction: Leonardi 2014 (what is visible is found)",
        .source_ja = "仮定。方向: Leonardi 2014(見えるものは見つかる)",
        .ja        = "既存チャットでの検索成功率",
    }),
    field<&Recalling::platform>({
        .unit      = "% of fitting answers",
        .range     = {0, 100},
        .plausible = {50, 95},
        .grade     = Grade::assumption,
        .text      = "Fitting answers that a search on a platform of the community's own finds.",
        .source    = "assumption; direction: Leonardi 2014",
        .source_ja = "仮定。方向: Leonardi 2014",
        .ja        = "専用プラットフォームでの検索成功率",
    }),
    field<&Recalling::search_hours>({
        .unit      = "hours / search",
        .range     = {0, 100},
        .plausible = {0.03, 0.3},
        .grade     = Grade::assumption,
        .text      = "What a search among the answers takes, found or not.",
        .source    = "assumption",
        .ja        = "検索に要する時間",
    }),
    field<&Recalling::half_life>({
        .unit      = "months",
        .range     = {0.1, 1200},
        .plausible = {6, 60},
        .grade     = Grade::assumption,
        .text      = "Time in which half of the answers kept go out of date.",
        .source    = "assumption",
        .ja        = "回答の陳腐化の半減期",
    }));

}  // namespace ekkyo
