#pragma once

#include "field.hpp"

namespace ekkyo {

class Week;
struct Organization;
struct Page;

/// Taking part is up to every member: somebody is the readier to ask and to come the more they are so inclined and the
/// more they felt of the community lately, and the less ready the more of it there is to read. To do nothing is as good.
struct Participating {
    double spread     = 1;
    double reward     = 50;
    double overload   = 1;
    double bearable   = 100;
    double moderation = 100;
    double allowance  = 20;

    void operator()(const Week&, Organization&, Page&) const;
};

template <>
inline constexpr auto table<Participating> = fields(
    field<&Participating::spread>({
        .unit      = "sigma of the logarithm",
        .range     = {0, 3},
        .plausible = {0.5, 1.5},
        .grade     = Grade::assumption,
        .text      = "How much people differ in their inclination to take part, which is theirs for good and 1 on average; 0: not at all.",
        .source    = "assumption (lognormal); direction: few do most of what is done (Nielsen 2006; SWOOP 2021-2022)",
        .source_ja = "仮定(対数正規分布)。方向: 少数の人がほとんどを行う(Nielsen 2006、SWOOP 2021〜2022)",
        .ja        = "参加意欲の個人差",
    }),
    field<&Participating::reward>({
        .unit      = "%",
        .range     = {0, 100},
        .plausible = {0, 80},
        .grade     = Grade::assumption,
        .text      = "How much readier to take part than usual somebody is who lately was answered, has a friend there and enjoyed an event, above somebody with none of the three.",
        .source    = "direction: Ren & Kraut 2014; Joyce & Kraut 2006, a reply raises posting again from 44 to 56 %, which would be 72 for the three",
        .source_ja = "方向: Ren & Kraut 2014。Joyce & Kraut 2006では返信が再投稿を44 %から56 %に上げ、三つでは72に当たる",
        .ja        = "手応えによる参加意欲の変化",
    }),
    field<&Participating::overload>({
        .unit      = "x what is too much",
        .range     = {0, 10},
        .plausible = {0, 2},
        .grade     = Grade::assumption,
        .text      = "How far what there is to read beyond the bearable puts people off; 1: whoever can read a hundred messages sees a hundred, however many there are; 0: never.",
        .source    = "assumption; direction: Butler 2001, Jones, Ravid & Rafaeli 2004 (members of large, busy groups withdraw)",
        .source_ja = "仮定。方向: Butler 2001、Jones, Ravid & Rafaeli 2004(大きく騒がしい集団から人は退く)",
        .ja        = "情報過多の影響の強さ",
    }),
    field<&Participating::bearable>({
        .unit      = "messages / week",
        .range     = {1, unbounded},
        .plausible = {30, 300},
        .grade     = Grade::assumption,
        .text      = "Questions and answers of the whole community that a member can follow without a host who sees to order.",
        .source    = "assumption: twenty for every working day",
        .source_ja = "仮定: 1営業日に20件",
        .ja        = "無理なく追えるメッセージ数",
    }),
    field<&Participating::moderation>({
        .unit      = "%",
        .range     = {0, 1000},
        .plausible = {0, 300},
        .grade     = Grade::assumption,
        .text      = "How much more can be followed where a host has time for all members: threads, summaries, order.",
        .source    = "assumption; direction: Butler 2001; Kraut & Resnick 2012 (moderation)",
        .source_ja = "仮定。方向: Butler 2001、Kraut & Resnick 2012(モデレーション)",
        .ja        = "ホストの整理による許容量の増加",
    }),
    field<&Participating::allowance>({
        .unit      = "%",
        .range     = {0, 1000},
        .plausible = {0, 50},
        .grade     = Grade::assumption,
        .text      = "How much readier to take part people are at most who may use working time for it.",
        .source    = "assumption; direction: APQC 2025 (30 % of organisations give no time for it)",
        .source_ja = "仮定。方向: APQC 2025(組織の30 %は時間を与えない)",
        .ja        = "活動時間の許容による参加意欲の増加",
    }));

}  // namespace ekkyo
