#pragma once

#include "field.hpp"

namespace ekkyo {

class Week;
struct Organization;
struct Page;

/// Whoever is shown how by others can do it themselves next time, and tells the team at home; whoever reads along has a
/// little of it, too. What is learned is forgotten again, by whoever does not come back for more.
struct Learning {
    double pace      = 3;
    double along     = 1;
    double reach     = 25;
    double half_life = 12;
    double carried   = 10;

    void operator()(const Week&, Organization&, Page&) const;
};

template <>
inline constexpr auto table<Learning> = fields(
    field<&Learning::pace>({
        .unit      = "% of what is left to learn",
        .range     = {0, 100},
        .plausible = {0.5, 8},
        .grade     = Grade::assumption,
        .text      = "What somebody learns from an answer, a favour or a structured event; 0: nobody learns.",
        .source    = "assumption; ceiling: Sandvik et al. 2020 (structured advice, sales +15 % for 20 weeks and more)",
        .source_ja = "仮定。上限: Sandvik et al. 2020(決められた助言で売上が20週以上にわたり15 %増)",
        .ja        = "1回の学びで身につく割合",
    }),
    field<&Learning::along>({
        .unit      = "% of a lesson",
        .range     = {0, 100},
        .plausible = {0.1, 10},
        .grade     = Grade::assumption,
        .text      = "What a member learns who sees an answer that somebody else was given; 0: nobody learns by reading along.",
        .source    = "assumption (a hundred of them are worth one of one's own); direction: Beaudoin 2002 (students who only read feel that they learn)",
        .source_ja = "仮定(百件読んで自分の一件分)。方向: Beaudoin 2002(読むだけの学生も学んだと感じる)",
        .ja        = "他者への回答を読むことによる学び",
    }),
    field<&Learning::reach>({
        .unit      = "% of problems",
        .range     = {0, 100},
        .plausible = {5, 50},
        .grade     = Grade::assumption,
        .text = "Problems left over by team and search that somebody sees through alone who has learned all there is.",
        .source    = "assumption: most problems are new, and what others know of them cannot be learned ahead",
        .source_ja = "仮定: 問題のほとんどは新しく、他人の知識を前もって学ぶことはできない",
        .ja        = "学びが届く問題の割合",
    }),
    field<&Learning::half_life>({
        .unit      = "months",
        .range     = {3, unbounded},
        .plausible = {5, 24},
        .grade     = Grade::assumption,
        .text      = "Time after which half of what was learned is forgotten or out of date.",
        .source    = "assumption; lower end: Sandvik et al. 2020 (gains outlast the meetings by 20 weeks)",
        .source_ja = "仮定。下端: Sandvik et al. 2020(効果は会の後も20週続く)",
        .ja        = "学んだことの半減期",
    }),
    field<&Learning::carried>({
        .unit      = "% of the team's mean",
        .range     = {0, 100},
        .plausible = {1, 20},
        .grade     = Grade::assumption,
        .text      = "How much of what team mates have learned, on average, an outsider has second-hand.",
        .source    = "direction: Herbst & Mas 2015 (a more productive colleague: 12 %, mean of 34 studies); Cornelissen, "
                     "Dustmann & Schönberg 2017 (1 %)",
        .source_ja = "方向: Herbst & Mas 2015(生産性の高い同僚: 12 %、34研究の平均)、Cornelissen, Dustmann & Schönberg 2017(1 %)",
        .ja        = "チームへの持ち帰りの割合",
    }));

}  // namespace ekkyo
