#pragma once

#include "ledger.hpp"
#include "prices.hpp"

#include <array>
#include <string_view>
#include <vector>

/// The difference between two worlds, turned into money after the run.
namespace ekkyo {

/// One line of the statement per member, all positive in their own direction: a cost costs, a value brings.
struct Money {
    double hosts            = 0;
    double events           = 0;
    double platform         = 0;
    double projects         = 0;
    double certificate_fees = 0;
    double member_time      = 0;
    double leading_time     = 0;
    double study_time       = 0;
    double idea_time        = 0;
    double answers          = 0;
    double goodwill         = 0;
    double learning         = 0;
    double carried          = 0;
    double certificates     = 0;
    double recruiting       = 0;
    double replacement_cash = 0;
    double replacement_time = 0;
    double improvement_cash = 0;
    double improvement_time = 0;
    double new_business     = 0;
};

template <>
inline constexpr auto table<Money> = fields(
    field<&Money::hosts>({.unit = "money", .text = "Pay of the hosts.", .ja = "ホストの人件費"}),
    field<&Money::events>({.unit = "money", .text = "Events: rooms, food, materials.", .ja = "イベント費用"}),
    field<&Money::platform>({.unit = "money", .text = "The platform.", .ja = "プラットフォーム費用"}),
    field<&Money::projects>({.unit = "money", .text = "Paid outside for approved ideas.", .ja = "プロジェクト外部費用"}),
    field<&Money::certificate_fees>({.unit = "money", .text = "Fees of exams.", .ja = "受験料"}),
    field<&Money::member_time>({.unit = "money", .text = "Members' time: reading, asking, answering, meeting, posting.", .ja = "メンバーの時間"}),
    field<&Money::leading_time>({.unit = "money", .text = "Executives' and managers' time: standing for the community, recognition.", .ja = "経営者・管理職の時間"}),
    field<&Money::study_time>({.unit = "money", .text = "Working time spent on studying for exams.", .ja = "資格の学習時間"}),
    field<&Money::idea_time>({.unit = "money", .text = "Time for ideas and approved projects, failures included.", .ja = "アイデア・プロジェクトの時間"}),
    field<&Money::answers>({.unit = "money", .text = "Time saved by answers in the community.", .ja = "回答による時間節約"}),
    field<&Money::goodwill>({.unit = "money", .text = "Time saved because people know whom to ask, and are helped.", .ja = "好意のネットワークによる時間節約"}),
    field<&Money::learning>({.unit = "money", .text = "Time saved because people have learned to do without help.", .ja = "学習による時間節約"}),
    field<&Money::carried>({.unit = "money", .text = "Time saved in their teams, by what they brought home.", .ja = "チームへの持ち帰りによる時間節約"}),
    field<&Money::certificates>({.unit = "money", .text = "Training and allowances saved by certificates.", .ja = "資格による費用節約"}),
    field<&Money::recruiting>({.unit = "money", .text = "Hires that were recommended: what other channels cost more.", .ja = "リファラルによる採用費用の節約"}),
    field<&Money::replacement_cash>({.unit = "money", .text = "People who stayed: nobody had to be found in their place.", .ja = "定着による採用費用の節約"}),
    field<&Money::replacement_time>({.unit = "money", .text = "People who stayed: nobody had to become as good as they are.", .ja = "定着による育成時間の節約"}),
    field<&Money::improvement_cash>({.unit = "money", .text = "Improvements born across silos: the part that is cash.", .ja = "越境による改善(現金)"}),
    field<&Money::improvement_time>({.unit = "money", .text = "Improvements born across silos: capacity freed.", .ja = "越境による改善(余力)"}),
    field<&Money::new_business>({.unit = "money", .text = "New business born across silos.", .ja = "越境による新規事業"}));

enum class Side { cost, value };

/// Where a line counts. Every line is in the full ledger; the cash ledger has those that are cash.
struct Line {
    Side side;
    bool is_cash;
    std::string_view item;  // of the matrix, for values
};

/// All lines of money, side by side.
using Lines = std::array<double, table<Money>.size()>;

/// In the order of table<Money>.
inline constexpr std::array<Line, table<Money>.size()> lines = {{
    {Side::cost, true, ""},
    {Side::cost, true, ""},
    {Side::cost, true, ""},
    {Side::cost, true, ""},
    {Side::cost, true, ""},
    {Side::cost, false, ""},
    {Side::cost, false, ""},
    {Side::cost, false, ""},
    {Side::cost, false, ""},
    {Side::value, false, "O3"},
    {Side::value, false, "O8"},
    {Side::value, false, "P6"},
    {Side::value, false, "P3"},
    {Side::value, true, "P5"},
    {Side::value, true, "O11"},
    {Side::value, true, "O11"},
    {Side::value, false, "O11"},
    {Side::value, true, "O6"},
    {Side::value, false, "O6"},
    {Side::value, true, "O6"},
}};

/// How luck enters what ideas bring: at its mean, or as it fell.
enum class Innovation { expected, drawn };

/// What one world costs and brings beyond another, discounted to the first day.
struct Account {
    std::vector<Money> weeks;  // to the horizon
    Money run_off;             // all, when spending stops at the horizon and what is under way is followed
};

Account account(const Ledger& here, const Ledger& baseline, const Prices&, Innovation);

/// What an hour of an average wage is worth, spent or saved.
double worth_of_an_hour(const Prices&);

/// What it costs to replace somebody: to find a successor, and until they are as good.
double cost_of_replacing(const Prices&);

/// What one launched idea brought as its luck fell, before the hours it took: as paid, and on the first day.
struct Worth {
    int until      = 0;  // the week in which it pays no longer
    double paid    = 0;  // not discounted
    double in_all  = 0;  // discounted to the first day
    double horizon = 0;  // of that, what comes within the horizon
    double usual   = 0;  // what an idea of its kind brings on average, whatever its luck: as paid
};

/// Each launched idea of a world; below zero for one that is only had without the community.
std::vector<Worth> worth_of_launches(const Ledger&, const Prices&);

}  // namespace ekkyo
