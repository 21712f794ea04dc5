#pragma once

#include "field.hpp"

/// Tasks whose needs are partly unknown, and three ways to get them done: a team, the community, the market.
namespace ekkyo {

/// What tasks are like, and what each way of doing them takes. Nothing here says which way is better.
struct Tasks {
    // the tasks
    int needs             = 3;
    double work           = 20;
    double work_spread    = 0.8;
    double unknown        = 30;
    double unknown_spread = 25;
    double worth          = 1.0e6;
    double delay          = 3;
    double horizon        = 52;
    // the people
    int people       = 2000;
    double expertise = 10;
    double full_time = 38;
    // a team
    double team_coordination = 20;
    double staffing          = 4;
    double restaffing        = 6;
    double staffing_hours    = 8;
    double released          = 50;
    double team_asks         = 0;
    // the community
    double ties                   = 7;
    double introductions          = 2;
    double willing                = 20;
    double answer                 = 3;
    double voluntary_hours        = 2;
    double dropout                = 5;
    double community_coordination = 20;
    double asking                 = 0.1;
    // buying outside
    double procurement    = 6;
    double change         = 2;
    double specification  = 8;
    double change_hours   = 16;
    double learning       = 20;
    double steering       = 10;
    double change_premium = 30;
    // prices, applied afterwards
    double outside_price   = 9000;
    double wage_per_hour   = 4500;
    double voluntary_price = 100;
};

template <>
inline constexpr auto table<Tasks> = fields(
    field<&Tasks::needs>({
        .unit      = "skills / task",
        .range     = {1, 50},
        .plausible = {1, 6},
        .grade     = Grade::assumption,
        .text      = "Skills a task needs beyond those of whoever starts it; each is served by one person at a time.",
        .source    = "assumption",
        .ja        = "タスクに必要なスキル数",
    }),
    field<&Tasks::work>({
        .unit      = "hours / need",
        .range     = {0, 100000},
        .plausible = {5, 80},
        .grade     = Grade::assumption,
        .text      = "What a need takes of somebody who holds the skill (mean).",
        .source    = "assumption: between a long answer and two weeks of full time",
        .source_ja = "仮定: 長い回答から2週間の専従まで",
        .ja        = "スキル1件あたりの作業時間(平均)",
    }),
    field<&Tasks::work_spread>({
        .unit      = "sigma of the logarithm",
        .range     = {0, 3},
        .plausible = {0.4, 1.2},
        .grade     = Grade::assumption,
        .text      = "How much needs differ in size.",
        .source    = "assumption (lognormal); helping.hours_spread is 1.2",
        .source_ja = "仮定(対数正規分布)。helping.hours_spread は1.2",
        .ja        = "作業時間のばらつき",
    }),
    field<&Tasks::unknown>({
        .unit      = "%",
        .range     = {0, 100},
        .plausible = {10, 60},
        .grade     = Grade::assumption,
        .text      = "Share of a task's needs that nobody knows at the start; mean over the tasks of the portfolio.",
        .source    = "assumption; the axis of slide 7, so look at all of it",
        .source_ja = "仮定。スライド7の軸なので、全体を見る",
        .ja        = "開始時に未知のスキルの割合(平均)",
    }),
    field<&Tasks::unknown_spread>({
        .unit      = "points (standard deviation)",
        .range     = {0, 50},
        .plausible = {10, 35},
        .grade     = Grade::assumption,
        .text      = "How much tasks of the portfolio differ in that share.",
        .source    = "assumption (beta distribution)",
        .source_ja = "仮定(ベータ分布)",
        .ja        = "未知の割合のばらつき",
    }),
    field<&Tasks::worth>({
        .unit      = "currency / task done",
        .range     = {0, 1e15},
        .plausible = {0.3e6, 5e6},
        .grade     = Grade::assumption,
        .text      = "What a task is worth when it is done at once.",
        .source    = "assumption: about three and a half times what its bare hours cost",
        .source_ja = "仮定: 時間だけの費用の約3.5倍",
        .ja        = "完了タスクの価値",
    }),
    field<&Tasks::delay>({
        .unit      = "% / month",
        .range     = {0, 100},
        .plausible = {0.7, 10},
        .grade     = Grade::assumption,
        .text      = "What a month of waiting takes off that worth.",
        .source    = "assumption; discounting alone is 0.7",
        .source_ja = "仮定。割引だけなら0.7",
        .ja        = "遅れによる価値の減少",
    }),
    field<&Tasks::horizon>({
        .unit  = "weeks",
        .range = {0, 5200},
        .text  = "A task not done by then is given up: what it took stays spent, and it is worth nothing.",
        .ja    = "打ち切りまでの期間",
    }),
    field<&Tasks::people>({
        .unit  = "employees",
        .range = {1, 100000},
        .text  = "People of the company; a team can have any of them.",
        .ja    = "従業員数",
    }),
    field<&Tasks::expertise>({
        .unit      = "% of people",
        .range     = {0, 100},
        .plausible = {3, 30},
        .grade     = Grade::assumption,
        .text      = "People who hold a given skill; the same people for a team and for the community.",
        .source    = "assumption; as helping.expertise",
        .source_ja = "仮定。helping.expertise と同じ",
        .ja        = "あるスキルを持つ人の割合",
    }),
    field<&Tasks::full_time>({
        .unit  = "hours / week",
        .range = {1, 100},
        .text  = "A week of full-time work, in a team or outside.",
        .ja    = "週あたりの専任時間",
    }),
    field<&Tasks::team_coordination>({
        .unit      = "% of hours",
        .range     = {0, 95},
        .plausible = {10, 40},
        .grade     = Grade::assumption,
        .text      = "Full-time hours of a team that go into coordination; paid like all others.",
        .source    = "assumption",
        .ja        = "チームの調整コスト",
    }),
    field<&Tasks::staffing>({
        .unit      = "weeks",
        .range     = {0, 500},
        .plausible = {2, 10},
        .grade     = Grade::assumption,
        .text      = "From the decision for a team until those who hold the known skills are free for it.",
        .source    = "assumption",
        .ja        = "チーム編成に要する期間",
    }),
    field<&Tasks::restaffing>({
        .unit      = "weeks",
        .range     = {0, 500},
        .plausible = {1, 16},
        .grade     = Grade::assumption,
        .text      = "From when a need shows until somebody else is free for the team (mean; exponential).",
        .source    = "assumption; longer than staffing, as it was not planned",
        .source_ja = "仮定。予定外なので人員の補充より長い",
        .ja        = "追加要員の確保に要する期間",
    }),
    field<&Tasks::staffing_hours>({
        .unit      = "hours / need",
        .range     = {0, 1000},
        .plausible = {3, 24},
        .grade     = Grade::assumption,
        .text      = "What finding and freeing one person for a team takes of managers.",
        .source    = "assumption: a working day",
        .source_ja = "仮定: 1営業日",
        .ja        = "要員調整に要する管理職の時間",
    }),
    field<&Tasks::released>({
        .unit      = "%",
        .range     = {0, 100},
        .plausible = {10, 90},
        .grade     = Grade::assumption,
        .text      = "Time for other work that somebody has who waits in a team for the others.",
        .source    = "assumption: half; 100 means that waiting costs nothing",
        .source_ja = "仮定: 半分。100なら待っても失うものはない",
        .ja        = "待機中に他業務へ回せる割合",
    }),
    field<&Tasks::team_asks>({
        .unit  = "% of needs that show later",
        .range = {0, 100},
        .text  = "Such needs for which a team asks the community as well, while it waits for somebody; 0: a team keeps to itself.",
        .ja    = "チームがコミュニティにも頼る割合",
    }),
    field<&Tasks::ties>({
        .unit      = "people",
        .range     = {0, 1000},
        .plausible = {3, 17},
        .grade     = Grade::assumption,
        .text      = "People whom whoever starts a task knows through the community.",
        .source    = "own runs: it-company-2000 after five years, ties per member 3.6 / 6.7 / 17 by level of support",
        .source_ja = "自前の実行: 5年後の it-company-2000、メンバーあたりのつながりは支援レベル別に3.6 / 6.7 / 17",
        .ja        = "コミュニティのつながり",
    }),
    field<&Tasks::introductions>({
        .unit      = "people / person",
        .range     = {0, 1000},
        .plausible = {0.5, 6},
        .grade     = Grade::assumption,
        .text      = "People to whom each of them passes a request on.",
        .source    = "assumption; of ties of their own about as many as ties says",
        .source_ja = "仮定。自分のつながりは ties の値とほぼ同じ",
        .ja        = "紹介される人数",
    }),
    field<&Tasks::willing>({
        .unit      = "%",
        .range     = {0, 100},
        .plausible = {5, 50},
        .grade     = Grade::assumption,
        .text      = "Those who are reached and hold the skill who offer hours of their own.",
        .source    = "assumption: below helping.generosity (30), which is for an answer",
        .source_ja = "仮定: 回答についての helping.generosity(30)より小さい",
        .ja        = "自発的に引き受ける割合",
    }),
    field<&Tasks::answer>({
        .unit      = "weeks",
        .range     = {0, 500},
        .plausible = {1, 8},
        .grade     = Grade::assumption,
        .text      = "Until one of them comes forward (mean; exponential).",
        .source    = "assumption",
        .ja        = "名乗り出るまでの期間",
    }),
    field<&Tasks::voluntary_hours>({
        .unit      = "hours / week",
        .range     = {0.01, 100},
        .plausible = {0.7, 4},
        .grade     = Grade::assumption,
        .text      = "What a volunteer gives to a task.",
        .source    = "assumption: all that a core member gives, 8 (3-16) hours a month",
        .source_ja = "仮定: コアメンバーが差し出すすべて、月8(3〜16)時間",
        .ja        = "週あたりの自発的な時間",
    }),
    field<&Tasks::dropout>({
        .unit      = "% / month",
        .range     = {0, 100},
        .plausible = {2, 12},
        .grade     = Grade::assumption,
        .text      = "Chance that a volunteer loses interest within a month; the next one goes on, if there is one.",
        .source    = "assumption; leaving.newcomers is 8, leaving.established 2",
        .source_ja = "仮定。leaving.newcomers は8、leaving.established は2",
        .ja        = "途中離脱率",
    }),
    field<&Tasks::community_coordination>({
        .unit      = "% of hours",
        .range     = {0, 95},
        .plausible = {10, 40},
        .grade     = Grade::assumption,
        .text      = "Voluntary hours that go into coordination.",
        .source    = "assumption: no better than a team",
        .source_ja = "仮定: チームより良くはない",
        .ja        = "コミュニティの調整コスト",
    }),
    field<&Tasks::asking>({
        .unit      = "hours / person reached",
        .range     = {0, 100},
        .plausible = {0.03, 0.4},
        .grade     = Grade::assumption,
        .text      = "What a request takes of both sides, for each person it reaches.",
        .source    = "assumption; helping.friend_hours is for one who is asked to help at once",
        .source_ja = "仮定。helping.friend_hours はその場で助けを求められた人の値",
        .ja        = "呼びかけに要する時間",
    }),
    field<&Tasks::procurement>({
        .unit      = "weeks",
        .range     = {0, 500},
        .plausible = {2, 16},
        .grade     = Grade::assumption,
        .text      = "From the decision to buy until work begins outside.",
        .source    = "assumption",
        .ja        = "調達に要する期間",
    }),
    field<&Tasks::change>({
        .unit      = "weeks",
        .range     = {0, 500},
        .plausible = {0.5, 6},
        .grade     = Grade::assumption,
        .text      = "From when a need shows until its change order is signed.",
        .source    = "assumption",
        .ja        = "変更契約に要する期間",
    }),
    field<&Tasks::specification>({
        .unit      = "hours / need",
        .range     = {0, 1000},
        .plausible = {3, 24},
        .grade     = Grade::assumption,
        .text      = "What it takes of own people to say what is to be bought, for a need known at the start.",
        .source    = "assumption: a working day",
        .source_ja = "仮定: 1営業日",
        .ja        = "仕様書作成の時間",
    }),
    field<&Tasks::change_hours>({
        .unit      = "hours / need",
        .range     = {0, 1000},
        .plausible = {5, 48},
        .grade     = Grade::assumption,
        .text      = "The same for a need that shows later: saying it anew and negotiating.",
        .source    = "assumption: twice as long",
        .source_ja = "仮定: 2倍の長さ",
        .ja        = "変更契約の時間",
    }),
    field<&Tasks::learning>({
        .unit      = "% of hours",
        .range     = {0, 1000},
        .plausible = {5, 60},
        .grade     = Grade::assumption,
        .text      = "How much longer work takes outside, by people who do not know the company.",
        .source    = "assumption",
        .ja        = "外部の学習コスト",
    }),
    field<&Tasks::steering>({
        .unit      = "% of hours bought",
        .range     = {0, 100},
        .plausible = {4, 25},
        .grade     = Grade::assumption,
        .text      = "Hours of own people for steering and acceptance.",
        .source    = "assumption",
        .ja        = "外注管理の時間",
    }),
    field<&Tasks::change_premium>({
        .unit      = "% of the price",
        .range     = {0, 1000},
        .plausible = {5, 100},
        .grade     = Grade::assumption,
        .text      = "What an hour under a change order costs more.",
        .source    = "assumption",
        .ja        = "変更契約の割増",
    }),
    field<&Tasks::outside_price>({
        .unit      = "currency / hour",
        .range     = {0, 1e12},
        .plausible = {6000, 20000},
        .grade     = Grade::assumption,
        .text      = "What an hour costs outside.",
        .source    = "assumption: twice the wage",
        .source_ja = "仮定: 賃金の2倍",
        .ja        = "外部の時間単価",
    }),
    field<&Tasks::wage_per_hour>({
        .unit      = "currency / hour",
        .range     = {0, 1e12},
        .plausible = {3500, 6500},
        .grade     = Grade::survey,
        .text      = "What an hour of an average employee costs, all in.",
        .source    = "as prices.wage_per_hour",
        .source_ja = "prices.wage_per_hour と同じ",
        .ja        = "時間あたり人件費",
    }),
    field<&Tasks::voluntary_price>({
        .unit  = "% of the wage",
        .range = {0, 200},
        .text  = "What a voluntary hour is worth; 100: one hour, one price, whoever gives it.",
        .ja    = "自発的な時間の価格(賃金比)",
    }));

}  // namespace ekkyo
