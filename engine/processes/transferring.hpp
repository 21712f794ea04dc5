#pragma once

#include "field.hpp"

namespace ekkyo {

class Week;
struct Organization;
struct Page;

/// People change silos: one by one, as they are rotated, and many at once when the company is reorganised. Two people
/// swap places; what they know, whom they know and how long they have been here goes with them.
struct Transferring {
    double rotation        = 0;
    double reorganisations = 0;
    double reshuffled      = 20;

    void operator()(const Week&, Organization&, Page&) const;
};

template <>
inline constexpr auto table<Transferring> = fields(
    field<&Transferring::rotation>({
        .unit   = "transfers / 100 employees and year",
        .range  = {0, unbounded},
        .text   = "People who are moved to another silo in a year, for every 100 on the payroll.",
        .source    = "choice, 0: no published rate of moves between silos was found",
        .source_ja = "選択(0): 部門間の異動率の公表値は見つからない",
        .ja        = "部門間ローテーション率",
    }),
    field<&Transferring::reorganisations>({
        .unit   = "reorganisations / year",
        .range  = {0, unbounded},
        .text   = "How often many people are moved to other silos at once; 0.43 is as often as executives see a redesign of any kind.",
        .source    = "choice, 0: none says how many people change silos in one; McKinsey 2014: 57 % saw a redesign within two years",
        .source_ja = "選択(0): 1回の改組で何人が部門を移るかの公表値はない。McKinsey 2014: 57 %が2年以内に改組を経験",
        .ja        = "組織再編の頻度",
    }),
    field<&Transferring::reshuffled>({
        .unit   = "% of employees",
        .range  = {0, 100},
        .text   = "People who change silos when the company is reorganised.",
        .source = "choice",
        .ja     = "組織再編で部門が変わる従業員の割合",
    }));

}  // namespace ekkyo
