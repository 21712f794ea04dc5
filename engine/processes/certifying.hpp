#pragma once

#include "field.hpp"

namespace ekkyo {

class Week;
struct Organization;
struct Page;

/// Everybody sits exams for a certificate now and then. Members who study together sit more of them, and pass more
/// often.
struct Certifying {
    double attempts       = 0.1;
    double passing        = 65;
    double group_attempts = 0.1;
    double group_passing  = 5;
    double supported      = 25;
    double hours          = 10;

    void operator()(const Week&, Organization&, Page&) const;
};

template <>
inline constexpr auto table<Certifying> = fields(
    field<&Certifying::attempts>({
        .unit      = "attempts / employee and year",
        .range     = {0, unbounded},
        .plausible = {0.02, 0.3},
        .grade     = Grade::assumption,
        .text      = "Exams for a certificate that somebody sits anyway, in every world (one a week at most).",
        .source    = "assumption",
        .ja        = "資格試験の受験率(コミュニティによらない分)",
    }),
    field<&Certifying::passing>({
        .unit      = "% of attempts",
        .range     = {0, 100},
        .plausible = {57, 73},
        .grade     = Grade::measured,
        .text      = "Attempts that somebody who studies alone passes.",
        .source    = "JDLA, Deep Learning for GENERAL 2017-2023: 57-73 % (the IPA exams range from 24 to 73 %)",
        .source_ja = "JDLA G検定 2017〜2023: 57〜73 %(IPAの試験は24〜73 %)",
        .ja        = "合格率",
    }),
    field<&Certifying::group_attempts>({
        .unit      = "attempts / member and year",
        .range     = {0, unbounded},
        .plausible = {0, 0.3},
        .grade     = Grade::assumption,
        .text      = "Exams that a member sits besides, because others study for them.",
        .source    = "assumption",
        .ja        = "勉強会による追加受験",
    }),
    field<&Certifying::group_passing>({
        .unit      = "points",
        .range     = {0, 100},
        .plausible = {0, 15},
        .grade     = Grade::assumption,
        .text      = "By how much the chance of a member to pass is higher, because they study together.",
        .source    = "assumption",
        .ja        = "勉強会による合格率の上昇",
    }),
    field<&Certifying::supported>({
        .unit      = "% of the exams sat besides",
        .range     = {0, 1000},
        .plausible = {0, 100},
        .grade     = Grade::assumption,
        .text      = "How many more exams people sit besides where the company helps study groups along.",
        .source    = "assumption; direction: seed slide 5",
        .source_ja = "仮定。方向: 元のスライド5",
        .ja        = "学習支援による追加受験の増加",
    }),
    field<&Certifying::hours>({
        .unit      = "hours / attempt",
        .range     = {0, 1000},
        .plausible = {0, 40},
        .grade     = Grade::assumption,
        .text      = "Working time that an attempt takes; what people study in their own time is theirs.",
        .source    = "assumption",
        .ja        = "受験1回あたりの業務時間内の学習時間",
    }));

}  // namespace ekkyo
