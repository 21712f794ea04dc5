#pragma once

#include "field.hpp"

namespace ekkyo {

class Week;
struct Organization;
struct Page;

/// Two people of different silos have an idea together. A few ideas are approved, some of these carried out, and
/// years later some of those are worth something.
struct Innovating {
    double approved       = 0.02;
    double distance       = 50;
    double complex        = 30;
    double familiar       = 50;
    double approval       = 20;
    double launch         = 43;
    double new_business   = 10;
    double lag            = 14;
    double business_lag   = 36;
    double lag_spread     = 0.5;
    double hours_per_idea = 4;
    double project_hours  = 80;

    void operator()(const Week&, Organization&, Page&) const;
};

template <>
inline constexpr auto table<Innovating> = fields(
    field<&Innovating::approved>({
        .unit      = "approved ideas / cross-silo tie and year",
        .range     = {0, 100},
        .plausible = {0.004, 0.06},
        .grade     = Grade::assumption,
        .text      = "Ideas that a fresh tie between two silos brings and the company approves; 0 switches innovation off.",
        .source    = "assumption; ceiling: Spigit, 154 firms: 0.05 approved ideas a participant of a dedicated programme",
        .source_ja = "仮定。上限: Spigit、154社: 専用プログラムの参加者一人あたり承認アイデア0.05件",
        .ja        = "つながりあたりの承認アイデア数",
    }),
    field<&Innovating::distance>({
        .unit      = "%",
        .range     = {0, 100},
        .plausible = {5, 95},
        .grade     = Grade::assumption,
        .text      = "How much it matters how far apart two silos are in what they know: most ideas come half-way, none from the same or nothing in common (100); 0: it does not matter.",
        .source    = "shape: Fang, Lee & Schilling 2010, Rajkumar et al. 2022 (inverted U); size assumed",
        .source_ja = "形: Fang, Lee & Schilling 2010、Rajkumar et al. 2022(逆U字)。大きさは仮定",
        .ja        = "知識の距離の効果(逆U字)",
    }),
    field<&Innovating::complex>({
        .unit      = "% of ideas",
        .range     = {0, 100},
        .plausible = {10, 60},
        .grade     = Grade::assumption,
        .text      = "Ideas so complex that only two who know each other well can have them together.",
        .source    = "direction: Hansen 1999 (complex knowledge needs strong ties); share assumed",
        .source_ja = "方向: Hansen 1999(複雑な知識には強いつながりが要る)。割合は仮定",
        .ja        = "複雑なアイデアの割合",
    }),
    field<&Innovating::familiar>({
        .unit      = "% of the warmth of a fresh tie",
        .range     = {0, 100},
        .plausible = {25, 75},
        .grade     = Grade::assumption,
        .text      = "How warm a tie has to be for that.",
        .source    = "assumption; direction: Hansen 1999",
        .source_ja = "仮定。方向: Hansen 1999",
        .ja        = "複雑な知識の移転に必要なつながりの強さ",
    }),
    field<&Innovating::approval>({
        .unit      = "% of ideas",
        .range     = {0.1, 100},
        .plausible = {5, 30},
        .grade     = Grade::survey,
        .text      = "Ideas that are approved.",
        .source    = "Spigit: 1 in 5 worth implementing",
        .source_ja = "Spigit: 5件に1件が実行に値する",
        .ja        = "アイデア承認率",
    }),
    field<&Innovating::launch>({
        .unit      = "% of approved ideas",
        .range     = {0, 100},
        .plausible = {30, 80},
        .grade     = Grade::survey,
        .text      = "Approved ideas that are carried out.",
        .source    = "Booz Allen (1980s): of 3 in development 1.3 are launched",
        .source_ja = "Booz Allen(1980年代): 開発中の3件のうち1.3件が世に出る",
        .ja        = "承認後の実行率",
    }),
    field<&Innovating::new_business>({
        .unit      = "% of launches",
        .range     = {0, 100},
        .plausible = {2, 20},
        .grade     = Grade::assumption,
        .text      = "Launches that are a new business; the rest improve what there is.",
        .source    = "assumption",
        .ja        = "新規事業型の割合",
    }),
    field<&Innovating::lag>({
        .unit      = "months",
        .range     = {0, 600},
        .plausible = {6, 30},
        .grade     = Grade::assumption,
        .text      = "From an improvement's approval to its first benefit (median).",
        .source    = "assumption",
        .ja        = "改善の効果が出るまでの期間",
    }),
    field<&Innovating::business_lag>({
        .unit      = "months",
        .range     = {0, 600},
        .plausible = {24, 60},
        .grade     = Grade::assumption,
        .text      = "From a new business's approval to its first benefit (median).",
        .source    = "assumption",
        .ja        = "新規事業の効果が出るまでの期間",
    }),
    field<&Innovating::lag_spread>({
        .unit      = "sigma of the logarithm",
        .range     = {0, 2},
        .plausible = {0.3, 0.8},
        .grade     = Grade::assumption,
        .text      = "How much these times differ.",
        .source    = "assumption (lognormal)",
        .ja        = "期間のばらつき",
    }),
    field<&Innovating::hours_per_idea>({
        .unit      = "hours / idea",
        .range     = {0, 10000},
        .plausible = {1, 16},
        .grade     = Grade::assumption,
        .text      = "Time two people spend on an idea before it is decided on.",
        .source    = "assumption",
        .ja        = "アイデア検討時間",
    }),
    field<&Innovating::project_hours>({
        .unit      = "hours / approved idea",
        .range     = {0, 1e6},
        .plausible = {20, 320},
        .grade     = Grade::assumption,
        .text      = "Time an approved idea takes of the company, whether or not it comes to anything.",
        .source    = "assumption",
        .ja        = "承認アイデアの実施時間",
    }));

}  // namespace ekkyo
