#pragma once

#include "field.hpp"

namespace ekkyo {

class Week;
struct Organization;
struct Page;

/// Somebody pays for the community, and looks at it once a quarter: at the dashboard, at ideas that came to something,
/// at what is spent, and at how long it has brought nothing. Money saved or earned is not seen, nor the company without it.
struct Sponsoring {
    int fiscal_year     = 4;
    double patience     = 9;
    double impatience   = 2;
    double trust        = 3;
    double learning     = 0.5;
    double dashboard    = 1;
    double members      = 10;
    double activity     = 0.5;
    double answered     = 60;
    double story        = 1;
    double spending     = 0.5;
    double leniency     = 1;
    double step         = 50;
    double enthusiasm   = 6;
    double most         = 150;
    double pressure     = 5;

    void operator()(const Week&, Organization&, const Page&) const;
};

template <>
inline constexpr auto table<Sponsoring> = fields(
    field<&Sponsoring::fiscal_year>({
        .unit   = "month",
        .range  = {1, 12},
        .text   = "The month in which the fiscal year begins; the sponsor decides at the end of each of its quarters.",
        .source    = "choice; April in most companies in Japan",
        .source_ja = "選択。日本の多くの会社では4月",
        .ja        = "会計年度の開始月",
    }),
    field<&Sponsoring::patience>({
        .unit      = "months",
        .range     = {0, 600},
        .plausible = {3, 24},
        .grade     = Grade::assumption,
        .text      = "How long nothing has to come of it, from the beginning or since the last launched idea, until that is held against it.",
        .source    = "6-12 months until the first serious challenge: FeverBee; annual budgets",
        .source_ja = "最初に厳しく問われるまで6〜12か月: FeverBee。予算は年ごと",
        .ja        = "スポンサーの忍耐期間",
    }),
    field<&Sponsoring::impatience>({
        .unit      = "log odds / year",
        .range     = {0, 1000},
        .plausible = {1, 4},
        .grade     = Grade::assumption,
        .text      = "How much a year beyond that weighs against going on; 2 turns 9 in 10 into 1 in 2.",
        .source    = "assumption",
        .ja        = "忍耐期間を過ぎた後の不利",
    }),
    field<&Sponsoring::trust>({
        .unit      = "log odds",
        .range     = {-1000, 1000},
        .plausible = {1.5, 4.5},
        .grade     = Grade::assumption,
        .text      = "How sure it is that a quarter goes on as planned before there is anything to see; 3 is 95 %.",
        .source    = "assumption",
        .ja        = "スポンサーの当初の信頼",
    }),
    field<&Sponsoring::learning>({
        .unit      = "share / quarter",
        .range     = {0, 1},
        .plausible = {0.2, 0.8},
        .grade     = Grade::assumption,
        .text      = "How far trust moves in a quarter to where that quarter would put it.",
        .source    = "assumption",
        .ja        = "信頼の更新の速さ",
    }),
    field<&Sponsoring::dashboard>({
        .unit      = "log odds",
        .range     = {0, 1000},
        .plausible = {0, 2},
        .grade     = Grade::assumption,
        .text      = "What a dashboard at twice its targets does for trust; an empty one does as much against it.",
        .source    = "direction: TheCR, 85 % of the best can measure value against 48 %",
        .source_ja = "方向: TheCR、価値を測れるのは最良の組織で85 %、全体では48 %",
        .ja        = "ダッシュボードの重み",
    }),
    field<&Sponsoring::members>({
        .unit      = "% of employees",
        .range     = {0.001, 100},
        .plausible = {5, 20},
        .grade     = Grade::assumption,
        .text      = "Target on the dashboard: members.",
        .source    = "assumption",
        .ja        = "目標: 参加率",
    }),
    field<&Sponsoring::activity>({
        .unit      = "acts / member and month",
        .range     = {0.001, 1000},
        .plausible = {0.2, 1},
        .grade     = Grade::assumption,
        .text      = "Target on the dashboard: questions, answers and visits to events.",
        .source    = "assumption; Wenger et al. 2002: a quarter to a third of members are active",
        .source_ja = "仮定。Wenger et al. 2002: 活動的なのはメンバーの4分の1から3分の1",
        .ja        = "目標: メンバーあたり活動数",
    }),
    field<&Sponsoring::answered>({
        .unit      = "% of questions",
        .range     = {0.001, 100},
        .plausible = {40, 90},
        .grade     = Grade::assumption,
        .text      = "Target on the dashboard: questions that are answered.",
        .source    = "assumption; 40-65 % unaided, above 90 % with staff",
        .source_ja = "仮定。自然には40〜65 %、担当者がいれば90 %超",
        .ja        = "目標: 回答率",
    }),
    field<&Sponsoring::story>({
        .unit      = "log odds",
        .range     = {0, 1000},
        .plausible = {0.3, 2},
        .grade     = Grade::assumption,
        .text      = "What a launched idea of people who met in the community does for trust; three in a quarter twice as much, seven three times.",
        .source    = "direction: Fontaine & Millen 2004 (serious anecdotes)",
        .source_ja = "方向: Fontaine & Millen 2004(裏づけのある逸話)",
        .ja        = "実行されたアイデア(物語)の重み",
    }),
    field<&Sponsoring::spending>({
        .unit      = "log odds / host and 1,000 employees",
        .range     = {0, 1000},
        .plausible = {0, 2},
        .grade     = Grade::assumption,
        .text      = "How much what is spent weighs against going on, by the hosts on the payroll: what is dearer is looked at harder.",
        .source    = "assumption; ShareNet became a nice-to-have when money was short",
        .source_ja = "仮定。資金が乏しくなると、ShareNetは「あればよいもの」になった",
        .ja        = "支出の重み",
    }),
    field<&Sponsoring::leniency>({
        .unit      = "log odds",
        .range     = {0, 1000},
        .plausible = {0, 2},
        .grade     = Grade::assumption,
        .text      = "How much worse than a cut it has to look to be stopped at once; 0: nothing is ever only cut.",
        .source    = "assumption (ordered logit)",
        .source_ja = "仮定(順序ロジット)",
        .ja        = "停止の前に削減にとどめる幅",
    }),
    field<&Sponsoring::step>({
        .unit      = "% of the plan",
        .range     = {1, 100},
        .plausible = {25, 75},
        .grade     = Grade::assumption,
        .text      = "What a cut takes and an expansion gives.",
        .source    = "assumption",
        .ja        = "一度に増減する割合",
    }),
    field<&Sponsoring::enthusiasm>({
        .unit      = "log odds",
        .range     = {0, 1000},
        .plausible = {4, 8},
        .grade     = Grade::assumption,
        .text      = "How well it has to look to be expanded: after a cut, or beyond the plan.",
        .source    = "assumption",
        .ja        = "拡大に必要な評価",
    }),
    field<&Sponsoring::most>({
        .unit   = "% of the plan",
        .range  = {100, 10000},
        .text   = "More than this is never paid for.",
        .source = "choice",
        .ja     = "支援の上限(計画比)",
    }),
    field<&Sponsoring::pressure>({
        .unit      = "%",
        .range     = {0, 100},
        .plausible = {0, 20},
        .grade     = Grade::assumption,
        .text      = "Readiness to answer that members lose when pressed for figures: all of this where next to nothing of the plan is still paid for.",
        .source    = "Toridoll (interview); Gibbs et al. 2017 found no crowding-out",
        .source_ja = "トリドール(インタビュー)。Gibbs et al. 2017は締め出しを見いださなかった",
        .ja        = "KPI圧力による意欲の低下",
    }));

}  // namespace ekkyo
