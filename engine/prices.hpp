#pragma once

#include "field.hpp"
#include "ledger.hpp"
#include "support.hpp"

#include <array>
#include <string>
#include <vector>

/// The ledger turned into money, after the run: changing a price needs no new run.
namespace ekkyo {

/// What things cost and are worth. No process reads these.
struct Prices {
    std::string currency       = "JPY";
    int price_year             = 2024;
    double wage_per_hour       = 4500;
    double hour_price          = 50;
    double host                = 7.8e6;
    double event               = 2000;
    double platform            = 250;
    double discount            = 8;
    double certificate_fee     = 13.2e3;
    double certificate         = 80e3;
    double hire                = 1.03e6;
    double referral_bonus      = 200e3;
    double ramp_up             = 19;
    double advertorial         = 1e6;
    double advertorial_share   = 5;
    double project             = 0;
    double improvement         = 0.7e6;
    double improvement_spread  = 1.5;
    double improvement_success = 56;
    double improvement_cash    = 50;
    double business            = 30e6;
    double business_spread     = 1.8;
    double business_success    = 7;
    double benefit_years       = 3;
    double ceiling             = 10;
    bool innovation            = true;
};

template <>
inline constexpr auto table<Prices> = fields(
    field<&Prices::currency>({.unit = "ISO 4217", .text = "The currency all amounts are in.", .ja = "通貨"}),
    field<&Prices::price_year>({.unit = "year", .range = {1900, 2200}, .text = "The year whose prices these are.", .ja = "価格年"}),
    field<&Prices::wage_per_hour>({
        .unit      = "currency / hour",
        .range     = {0, unbounded},
        .plausible = {3500, 6500},
        .grade     = Grade::survey,
        .text      = "What an hour of an average employee costs, all in.",
        .source    = "IT staff Japan: MHLW 2013, 5.9-7.4 M yen a year x about 1.3 / 1,900 h (survey, transferred)",
        .source_ja = "日本のIT人材: 厚生労働省2013、年590〜740万円 × 約1.3 ÷ 1,900時間(調査からの転用)",
        .ja        = "時間あたり人件費",
    }),
    field<&Prices::hour_price>({
        .unit      = "% of the wage",
        .range     = {0, 200},
        .plausible = {20, 100},
        .grade     = Grade::assumption,
        .text      = "What an hour of a member is worth to the company, spent or saved; off the books of the cash ledger.",
        .source    = "assumption: 0 for slack time, 100 where it displaces other work",
        .source_ja = "仮定: 空き時間なら0、ほかの仕事を押しのけるなら100",
        .ja        = "メンバー時間の価格(賃金比)",
    }),
    field<&Prices::host>({
        .unit      = "currency / host and year",
        .range     = {0, unbounded},
        .plausible = {6.0e6, 10e6},
        .grade     = Grade::survey,
        .text      = "What a full-time host costs, all in.",
        .source    = "Japanese job listings 4.5-7.5 M yen x 1.3",
        .source_ja = "日本の求人 450〜750万円 × 1.3",
        .ja        = "専任ホストの人件費",
    }),
    field<&Prices::event>({
        .unit      = "currency / attendance",
        .range     = {0, unbounded},
        .plausible = {0, 6000},
        .grade     = Grade::assumption,
        .text      = "What an event costs for each guest.",
        .source    = "survey, transferred: Japanese office socials 3,900-4,400 yen a head with a meal",
        .source_ja = "調査からの転用: 日本の職場の懇親会は食事つきで一人3,900〜4,400円",
        .ja        = "イベント費用(1人あたり)",
    }),
    field<&Prices::platform>({
        .unit      = "currency / member and month",
        .range     = {0, unbounded},
        .plausible = {0, 1800},
        .grade     = Grade::survey,
        .text      = "What a platform of its own costs for each member.",
        .source    = "list prices: Yammer 5-22 $ (2014), Viva suite 144 $ a year; often licensed already",
        .source_ja = "定価: Yammer 5〜22ドル(2014)、Viva suite 年144ドル。すでに契約済みのことも多い",
        .ja        = "プラットフォーム費用",
    }),
    field<&Prices::discount>({
        .unit      = "% / year",
        .range     = {0, 100},
        .plausible = {4, 12},
        .grade     = Grade::assumption,
        .text      = "By how much a year of waiting lowers what money is worth today; by days, on both sides.",
        .source    = "survey, transferred: cost of capital of utilities 4-6 %, of IT 8-10 %",
        .source_ja = "調査からの転用: 資本コストは公益4〜6 %、IT 8〜10 %",
        .ja        = "割引率",
    }),
    field<&Prices::certificate_fee>({
        .unit      = "currency / attempt",
        .range     = {0, unbounded},
        .plausible = {6.6e3, 33e3},
        .grade     = Grade::measured,
        .text      = "What an exam costs the company.",
        .source    = "JDLA, Deep Learning for GENERAL: 13,200 yen; range assumed",
        .source_ja = "JDLA G検定: 13,200円。幅は仮定",
        .ja        = "受験料",
    }),
    field<&Prices::certificate>({
        .unit      = "currency / certificate",
        .range     = {0, unbounded},
        .plausible = {15e3, 300e3},
        .grade     = Grade::assumption,
        .text      = "What a certificate saves the company in training and allowances; what its holder can do is not priced.",
        .source    = "assumption",
        .ja        = "資格1件で節約できる費用",
    }),
    field<&Prices::hire>({
        .unit      = "currency / hire",
        .range     = {0, unbounded},
        .plausible = {0.6e6, 1.8e6},
        .grade     = Grade::survey,
        .text      = "What it costs to find somebody for a vacancy through the usual channels.",
        .source    = "Shushoku Hakusho 2020: 1.03 M yen mid-career, 0.94 M new graduates; Mynavi: 0.78 M",
        .source_ja = "就職白書2020: 中途103万円、新卒94万円。マイナビ: 78万円",
        .ja        = "採用費用(1人あたり)",
    }),
    field<&Prices::referral_bonus>({
        .unit      = "currency / hire",
        .range     = {0, unbounded},
        .plausible = {50e3, 500e3},
        .grade     = Grade::assumption,
        .text      = "What a hire costs that was recommended: the bonus. Only the difference to the usual channels is saved.",
        .source    = "assumption",
        .ja        = "リファラル報奨金",
    }),
    field<&Prices::ramp_up>({
        .unit      = "% of a year's hours",
        .range     = {0, 1000},
        .plausible = {3, 65},
        .grade     = Grade::survey,
        .text      = "Time that replacing somebody takes until the successor is as good, beside what it costs to find one.",
        .source    = "replacing somebody costs 20 / 40 / 100 % of a salary in all (CAP: median 21 %, 27 cases; Equitable Growth: mean 40 %), less prices.hire and on-costs",
        .source_ja = "補充には全部で年収の20 / 40 / 100 %(CAP: 27例の中央値21 %、Equitable Growth: 平均40 %)かかる。prices.hire と諸経費を引く",
        .ja        = "後任者が一人前になるまでの時間",
    }),
    field<&Prices::advertorial>({
        .unit      = "currency / article",
        .range     = {0, unbounded},
        .plausible = {0.6e6, 2.4e6},
        .grade     = Grade::survey,
        .text      = "What a paid article costs. For the indicator of slide 5 only: in no ledger.",
        .source    = "list prices: advertorials 1-2 M yen, IT media 2.0-2.4 M, sites of national papers 0.63-1.25 M",
        .source_ja = "定価: 記事広告100〜200万円、ITメディア200〜240万円、全国紙サイト63〜125万円",
        .ja        = "記事広告の出稿費用",
    }),
    field<&Prices::advertorial_share>({
        .unit      = "% of an advertorial",
        .range     = {0, 100},
        .plausible = {1, 20},
        .grade     = Grade::assumption,
        .text      = "How much of a paid article a member's post stands for. For the indicator only: in no ledger.",
        .source    = "assumption; Barcelona Principle 5: advertising equivalence is not the value of communication",
        .source_ja = "仮定。バルセロナ原則5: 広告換算額は広報の価値ではない",
        .ja        = "社外発信の広告換算率",
    }),
    field<&Prices::project>({
        .unit      = "currency / approved idea",
        .range     = {0, unbounded},
        .text      = "What the company pays outside for an approved idea, beside the hours.",
        .source    = "choice: none, the medians below are net of it",
        .source_ja = "選択: なし。下の中央値はこれを引いた額",
        .ja        = "承認アイデアの外部費用",
    }),
    field<&Prices::improvement>({
        .unit      = "currency / success",
        .range     = {0, unbounded},
        .plausible = {0.2e6, 2.5e6},
        .grade     = Grade::assumption,
        .text      = "What a successful improvement brings in all (median).",
        .source    = "assumption",
        .ja        = "改善1件の価値(中央値)",
    }),
    field<&Prices::improvement_spread>({
        .unit      = "sigma of the logarithm",
        .range     = {0, 3},
        .plausible = {1.2, 2.2},
        .grade     = Grade::assumption,
        .text      = "How much improvements differ in value.",
        .source    = "shape measured: Scherer & Harhoff 2000, the top tenth takes 48-93 % of the value",
        .source_ja = "形は実測: Scherer & Harhoff 2000、上位1割が価値の48〜93 %を占める",
        .ja        = "改善の価値のばらつき",
    }),
    field<&Prices::improvement_success>({
        .unit      = "% of launches",
        .range     = {0, 100},
        .plausible = {40, 77},
        .grade     = Grade::survey,
        .text      = "Improvements carried out that bring anything.",
        .source    = "APQC: 56 % of projects meet their financial goals; Booz Allen: 1 in 1.3",
        .source_ja = "APQC: 財務目標を達する案件は56 %。Booz Allen: 1.3件に1件",
        .ja        = "改善の成功率",
    }),
    field<&Prices::improvement_cash>({
        .unit      = "% of the value",
        .range     = {0, 100},
        .plausible = {10, 90},
        .grade     = Grade::assumption,
        .text      = "How much of an improvement's value arrives as cash; the rest is capacity freed.",
        .source    = "assumption",
        .ja        = "改善価値の現金化率",
    }),
    field<&Prices::business>({
        .unit      = "currency / success",
        .range     = {0, unbounded},
        .plausible = {5e6, 100e6},
        .grade     = Grade::assumption,
        .text      = "What a successful new business brings in all (median).",
        .source    = "assumption",
        .ja        = "新規事業1件の価値(中央値)",
    }),
    field<&Prices::business_spread>({
        .unit      = "sigma of the logarithm",
        .range     = {0, 3},
        .plausible = {1.2, 2.5},
        .grade     = Grade::assumption,
        .text      = "How much new businesses differ in value.",
        .source    = "shape measured: Scherer & Harhoff 2000",
        .source_ja = "形は実測: Scherer & Harhoff 2000",
        .ja        = "新規事業の価値のばらつき",
    }),
    field<&Prices::business_success>({
        .unit      = "% of launches",
        .range     = {0, 100},
        .plausible = {3, 14},
        .grade     = Grade::survey,
        .text      = "New businesses that reach cumulative break-even.",
        .source    = "Abeam 2018: 7 % in 780 Japanese firms",
        .source_ja = "アビーム2018: 日本企業780社で7 %",
        .ja        = "新規事業の成功率",
    }),
    field<&Prices::benefit_years>({
        .unit      = "years",
        .range     = {0.1, 50},
        .plausible = {1, 7},
        .grade     = Grade::assumption,
        .text      = "Over how long a success pays, evenly, from the week it matures.",
        .source    = "assumption",
        .ja        = "価値が続く年数",
    }),
    field<&Prices::ceiling>({
        .unit      = "% of a year's payroll",
        .range     = {0.01, 10000},
        .plausible = {3, 30},
        .grade     = Grade::assumption,
        .text      = "No single success is worth more than this (1,900 hours a year).",
        .source    = "assumption: a lognormal has no ceiling, a company has",
        .source_ja = "仮定: 対数正規分布に上限はないが、会社にはある",
        .ja        = "1件の価値の上限",
    }),
    field<&Prices::innovation>({
        .unit = "yes or no",
        .text = "Whether what ideas cost and bring is counted at all.",
        .ja   = "イノベーションを計上する",
    }));

}  // namespace ekkyo
