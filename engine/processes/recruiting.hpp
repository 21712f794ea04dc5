#pragma once

#include "field.hpp"

namespace ekkyo {

class Week;
struct Organization;
struct Page;

/// Members recommend the company to people they know. A few of these take a vacancy that somebody else would have
/// taken.
struct Recruiting {
    double referrals = 0.05;
    double hired     = 6.2;

    void operator()(const Week&, Organization&, Page&) const;
};

template <>
inline constexpr auto table<Recruiting> = fields(
    field<&Recruiting::referrals>({
        .unit      = "referrals / member and year",
        .range     = {0, unbounded},
        .plausible = {0, 0.25},
        .grade     = Grade::assumption,
        .text      = "Candidates whom a member recommends and would not recommend without the community.",
        .source    = "assumption (0.003 more hires a member and year); MyRefer 2021: 29 % of employees have ever referred",
        .source_ja = "仮定(メンバー一人・年あたり採用0.003人増)。MyRefer 2021: 紹介したことのある従業員は29 %",
        .ja        = "コミュニティによる追加のリファラル紹介",
    }),
    field<&Recruiting::hired>({
        .unit      = "% of referrals",
        .range     = {0, 100},
        .plausible = {4, 10},
        .grade     = Grade::survey,
        .text      = "Such candidates who are good enough to be hired; they wait a quarter for a vacancy.",
        .source    = "Lever, 4 million candidates: 1 in 16 referred, 1 in 100 on average",
        .source_ja = "Lever、候補者400万人: 採用は紹介で16人に1人、平均で100人に1人",
        .ja        = "リファラルの採用率",
    }));

}  // namespace ekkyo
