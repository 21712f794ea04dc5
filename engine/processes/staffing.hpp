#pragma once

#include "field.hpp"

namespace ekkyo {

class Week;
struct Organization;
struct Page;

/// People leave the company, and others are hired in their place.
struct Staffing {
    double turnover = 9.6;
    double hiring   = unbounded;

    void operator()(const Week&, Organization&, Page&) const;
};

template <>
inline constexpr auto table<Staffing> = fields(
    field<&Staffing::turnover>({
        .unit      = "exits / 100 employees and year",
        .range     = {0, 1000},
        .plausible = {6, 15},
        .grade     = Grade::measured,
        .text      = "People who leave the company in a year, for every 100 on the payroll.",
        .source    = "MHLW Survey on Employment Trends 2019: information and communications 9.6 %",
        .source_ja = "厚生労働省 雇用動向調査2019: 情報通信業 9.6 %",
        .ja        = "年間離職率",
    }),
    field<&Staffing::hiring>({
        .unit   = "hires / vacancy and week",
        .range  = {0, unbounded},
        .text   = "How fast a vacancy is filled; inf: in the week it arises.",
        .source    = "choice: a company that keeps its size",
        .source_ja = "選択: 規模を保つ会社",
        .ja        = "欠員補充の速さ",
    }));

}  // namespace ekkyo
