#pragma once

#include "field.hpp"

namespace ekkyo {

class Week;
struct Organization;
struct Page;

/// Everybody meets problems. What team and search leave over goes to a colleague who knows, to somebody met through
/// the community, to the community itself or to a stranger: wherever asking looks most worth it.
struct Helping {
    double problems         = 1.14;
    double solved_by_team   = 50;
    double solved_by_search = 40;
    double codifiable       = 50;
    double assistant        = 0;
    double hours_alone      = 3;
    double hours_spread     = 1.2;
    double expertise        = 10;
    double friend_hours     = 0.4;
    double friend_success   = 80;
    double stranger_hours   = 2;
    double stranger_success = 40;
    double unaware          = 25;
    double credit           = 4;
    double standing         = 20;
    double fear             = 30;
    double asking_hours     = 0.2;
    double reluctance       = 1;
    double generosity       = 30;
    double thanks           = 10;
    double devoted          = 35;
    double routing          = 70;
    double answers          = 2;
    double answering_hours  = 0.33;
    double reading_hours    = 0.2;
    double acquaintance     = 10;

    bool operator==(const Helping&) const = default;
    void operator()(const Week&, Organization&, Page&) const;
};

template <>
inline constexpr auto table<Helping> = fields(
    field<&Helping::problems>({
        .unit      = "problems / employee and week",
        .range     = {0, 100},
        .plausible = {0.5, 2},
        .grade     = Grade::assumption,
        .text      = "Problems that somebody does not see through alone.",
        .source    = "Stack Overflow 2022: 68 % of developers meet a knowledge silo weekly or more often (survey; rate 1.14)",
        .source_ja = "Stack Overflow 2022: 開発者の68 %が週1回以上、知識のサイロに突き当たる(調査、率1.14)",
        .ja        = "一人で解けない問題の発生率",
    }),
    field<&Helping::solved_by_team>({
        .unit      = "% of problems",
        .range     = {0, 100},
        .plausible = {30, 70},
        .grade     = Grade::assumption,
        .text      = "Problems that the own team solves.",
        .source    = "assumption",
        .ja        = "チーム内で解決する割合",
    }),
    field<&Helping::solved_by_search>({
        .unit      = "% of the rest",
        .range     = {0, 100},
        .plausible = {20, 70},
        .grade     = Grade::assumption,
        .text      = "Of what the team leaves over: solved by a search or by generative AI.",
        .source    = "assumption; del Rio-Chanona et al. 2024: a quarter of questions goes to AI",
        .source_ja = "仮定。del Rio-Chanona et al. 2024: 質問の4分の1がAIに向かう",
        .ja        = "検索・生成AIで解決する割合",
    }),
    field<&Helping::codifiable>({
        .unit      = "% of problems",
        .range     = {0, 100},
        .plausible = {30, 70},
        .grade     = Grade::assumption,
        .text      = "Problems that others have had as well, so that an answer written down can be used again.",
        .source    = "assumption; direction: Hansen, Nohria & Tierney 1999 (codification and personalisation)",
        .source_ja = "仮定。方向: Hansen, Nohria & Tierney 1999(文書化と対人)",
        .ja        = "文書化された答えを再利用できる問題の割合",
    }),
    field<&Helping::assistant>({
        .unit   = "% of codifiable problems",
        .range  = {0, 100},
        .text   = "Of these: solved by a generative assistant that arrives, in every world, on top of today's search.",
        .source    = "choice; del Rio-Chanona et al. 2024: public questions fell by a quarter within half a year",
        .source_ja = "選択。del Rio-Chanona et al. 2024: 公開の質問は半年で4分の1減った",
        .ja        = "生成AIアシスタントが解決する割合",
    }),
    field<&Helping::hours_alone>({
        .unit      = "hours / problem",
        .range     = {0, 1000},
        .plausible = {0.5, 12},
        .grade     = Grade::assumption,
        .text      = "What a problem that is left over takes from somebody who stays alone with it (mean).",
        .source    = "survey, transferred: MetrixGlobal / Caterpillar, $600 a thread at $50 an hour is the upper end",
        .source_ja = "調査からの転用: MetrixGlobal / Caterpillar、1スレッド600ドル(1時間50ドル)を上端とする",
        .ja        = "独力で解くのに要する時間(平均)",
    }),
    field<&Helping::hours_spread>({
        .unit      = "sigma of the logarithm",
        .range     = {0, 3},
        .plausible = {0.8, 1.6},
        .grade     = Grade::assumption,
        .text      = "How much problems differ in size.",
        .source    = "assumption (lognormal)",
        .ja        = "問題の大きさのばらつき",
    }),
    field<&Helping::expertise>({
        .unit      = "% of people",
        .range     = {0, 100},
        .plausible = {3, 30},
        .grade     = Grade::assumption,
        .text      = "People who can help with a given problem.",
        .source    = "assumption",
        .ja        = "ある問題を助けられる人の割合",
    }),
    field<&Helping::friend_hours>({
        .unit      = "hours / request",
        .range     = {0, 100},
        .plausible = {0.1, 1.0},
        .grade     = Grade::assumption,
        .text      = "What a request to somebody well known takes of both sides.",
        .source    = "direction: seed slide 6; Hansen 1999; Sandvik et al. 2020",
        .source_ja = "方向: 元のスライド6、Hansen 1999、Sandvik et al. 2020",
        .ja        = "知人への依頼に要する時間",
    }),
    field<&Helping::friend_success>({
        .unit      = "%",
        .range     = {0, 100},
        .plausible = {60, 95},
        .grade     = Grade::assumption,
        .text      = "Such requests that solve the problem.",
        .source    = "direction: Constant, Sproull & Kiesler 1996; Flynn & Lake 2008",
        .source_ja = "方向: Constant, Sproull & Kiesler 1996、Flynn & Lake 2008",
        .ja        = "知人への依頼の成功率",
    }),
    field<&Helping::stranger_hours>({
        .unit      = "hours / request",
        .range     = {0, 100},
        .plausible = {0.5, 6},
        .grade     = Grade::assumption,
        .text      = "What a request to an unknown colleague takes of both sides: finding, explaining, negotiating.",
        .source    = "direction: seed slide 6; Hansen 1999; Sandvik et al. 2020",
        .source_ja = "方向: 元のスライド6、Hansen 1999、Sandvik et al. 2020",
        .ja        = "面識のない人への依頼に要する時間",
    }),
    field<&Helping::stranger_success>({
        .unit      = "%",
        .range     = {0, 100},
        .plausible = {20, 60},
        .grade     = Grade::assumption,
        .text      = "Requests to strangers that solve the problem.",
        .source    = "direction: Constant, Sproull & Kiesler 1996",
        .source_ja = "方向: Constant, Sproull & Kiesler 1996",
        .ja        = "面識のない人への依頼の成功率",
    }),
    field<&Helping::unaware>({
        .unit      = "% of ties",
        .range     = {0, 100},
        .plausible = {0, 50},
        .grade     = Grade::assumption,
        .text      = "Friends from the community of whom somebody does not know what they know, and whom they do not ask.",
        .source    = "assumption; direction: Wegner 1987, Ren & Argote 2011 (who knows what); half of what favours save is done by friends met otherwise than over an answer",
        .source_ja = "仮定。方向: Wegner 1987、Ren & Argote 2011(誰が何を知っているか)。頼みごとで節約されるものの半分は、回答以外で知り合った友人による",
        .ja        = "何を知っているかを知らない知人の割合",
    }),
    field<&Helping::credit>({
        .unit      = "favours",
        .range     = {0.25, unbounded},
        .plausible = {2, 10},
        .grade     = Grade::assumption,
        .text      = "Favours somebody may owe a friend before their goodwill is used up, and asking is as hard as of a stranger; beyond, it is harder.",
        .source    = "direction: Adler & Kwon 2002 (goodwill is spent, and has to be kept up)",
        .source_ja = "方向: Adler & Kwon 2002(グッドウィルは使えば減り、保つ手間が要る)",
        .ja        = "好意の貸し借りの限度",
    }),
    field<&Helping::standing>({
        .unit      = "% of the way to a friend",
        .range     = {0, 100},
        .plausible = {0, 50},
        .grade     = Grade::assumption,
        .text      = "How far strangers meet somebody who has answered very many; half of it after four hours of answers lately.",
        .source    = "assumption; direction: Constant, Sproull & Kiesler 1996 (generalised reciprocity)",
        .source_ja = "仮定。方向: Constant, Sproull & Kiesler 1996(一般化された互酬性)",
        .ja        = "貢献した人への見知らぬ人の好意",
    }),
    field<&Helping::fear>({
        .unit      = "%",
        .range     = {0, 100},
        .plausible = {0, 50},
        .grade     = Grade::survey,
        .text      = "How far people underestimate a stranger's willingness to help.",
        .source    = "Flynn & Lake 2008: by as much as 50 % (experiments, transferred)",
        .source_ja = "Flynn & Lake 2008: 50 %にもなる(実験からの転用)",
        .ja        = "他者の協力意思の過小評価",
    }),
    field<&Helping::asking_hours>({
        .unit      = "hours / question",
        .range     = {0, 100},
        .plausible = {0.1, 0.5},
        .grade     = Grade::assumption,
        .text      = "What writing a question takes.",
        .source    = "assumption",
        .ja        = "質問を書く時間",
    }),
    field<&Helping::reluctance>({
        .unit      = "hours",
        .range     = {0, 1000},
        .plausible = {0.25, 4},
        .grade     = Grade::assumption,
        .text      = "Hours a question must promise to save before a member who is as ready to take part as the average asks in public.",
        .source    = "assumption; most members only read (SWOOP 2022: 60 % of staff; Wenger 2002)",
        .source_ja = "仮定。ほとんどのメンバーは読むだけ(SWOOP 2022: 従業員の60 %、Wenger 2002)",
        .ja        = "公開の場で質問する心理的な壁",
    }),
    field<&Helping::generosity>({
        .unit      = "%",
        .range     = {0, 100},
        .plausible = {10, 60},
        .grade     = Grade::assumption,
        .text      = "Members who answer a question that they see and can answer.",
        .source    = "assumption",
        .ja        = "答えられる質問に答えるメンバーの割合",
    }),
    field<&Helping::thanks>({
        .unit      = "%",
        .range     = {0, 1000},
        .plausible = {0, 30},
        .grade     = Grade::assumption,
        .text      = "How many more of those who see a question and can answer it do, where answering stands in the appraisal.",
        .source    = "direction: Gibbs, Neckermann & Siemroth 2017 (rewards raised participation, and crowded nothing out); size assumed",
        .source_ja = "方向: Gibbs, Neckermann & Siemroth 2017(報酬は参加を増やし、ほかを締め出さなかった)。大きさは仮定",
        .ja        = "評価・表彰による回答の増加",
    }),
    field<&Helping::devoted>({
        .unit      = "% of answers",
        .range     = {5, 100},
        .plausible = {20, 60},
        .grade     = Grade::survey,
        .text      = "Answers that come from the twentieth of the members who answer most; 5: everybody answers alike.",
        .source    = "Cross, Rebele & Grant 2016: 20-35 % of value-added collaboration from 3-5 % of employees",
        .source_ja = "Cross, Rebele & Grant 2016: 価値ある協働の20〜35 %を従業員の3〜5 %が担う",
        .ja        = "上位5%のメンバーによる回答の割合",
    }),
    field<&Helping::routing>({
        .unit      = "% of what is left unanswered",
        .range     = {0, 100},
        .plausible = {40, 95},
        .grade     = Grade::assumption,
        .text      = "Questions nobody answered that a host finds an expert for, where there is time for all members.",
        .source    = "direction: Microsoft Answers 99 % answered (staffed), Usenet 60 %, associations 39 % (Higher Logic 2013)",
        .source_ja = "方向: 回答率はMicrosoft Answers 99 %(担当者あり)、Usenet 60 %、団体39 %(Higher Logic 2013)",
        .ja        = "ホストによる専門家への橋渡し",
    }),
    field<&Helping::answers>({
        .unit      = "answers / answered question",
        .range     = {1, 50},
        .plausible = {1, 4.4},
        .grade     = Grade::survey,
        .text      = "Answers that an answered question gets; each takes a helper's time.",
        .source    = "Higher Logic 2013: 4.4 replies when answered (upper end)",
        .source_ja = "Higher Logic 2013: 回答がある場合4.4件(上端)",
        .ja        = "回答された質問あたりの回答数",
    }),
    field<&Helping::answering_hours>({
        .unit      = "hours / answer",
        .range     = {0, 100},
        .plausible = {0.1, 1},
        .grade     = Grade::assumption,
        .text      = "What an answer takes of the helper.",
        .source    = "assumption",
        .ja        = "回答に要する時間",
    }),
    field<&Helping::reading_hours>({
        .unit      = "hours / member and month",
        .range     = {0, 100},
        .plausible = {0.05, 0.6},
        .grade     = Grade::assumption,
        .text      = "Time a member spends following the community.",
        .source    = "assumption",
        .ja        = "閲覧時間",
    }),
    field<&Helping::acquaintance>({
        .unit      = "%",
        .range     = {0, 100},
        .plausible = {3, 30},
        .grade     = Grade::assumption,
        .text      = "Answered questions that leave asker and answerer tied.",
        .source    = "assumption",
        .ja        = "回答がつながりを生む割合",
    }));

}  // namespace ekkyo
