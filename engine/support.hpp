#pragma once

#include "field.hpp"

#include <algorithm>
#include <string>

namespace ekkyo {

/// The support plan: what the company puts in. A level is a file that sets every lever; any lever may be set alone.
struct Support {
    std::string level         = "none";
    double host_fte           = 0;
    double host_fte_per_1000  = 0;
    double events_per_month   = 0;
    double structured_events  = 0;
    double platform           = 0;
    double time_allowance     = 0;
    double sponsorship        = 0;
    double recognition        = 0;
    double study_support      = 0;
    double shared_leadership  = 0;

    /// Hosts on the payroll of a company of so many people.
    double hosts(double employees) const { return host_fte > 0 ? host_fte : host_fte_per_1000 * employees / 1000; }

    /// Whether any of it has to be paid for.
    bool asks_for_money() const { return host_fte > 0 || host_fte_per_1000 > 0 || events_per_month > 0 || platform > 0; }

    /// The plan as far as it is paid for: fewer hosts, fewer events, less of a platform, less time, thanks and study. How
    /// members share what there is to lead is their own.
    Support paid_for(double share) const
    {
        Support paid = *this;
        paid.host_fte *= share;
        paid.host_fte_per_1000 *= share;
        paid.events_per_month *= share;
        paid.time_allowance *= share;
        for (double Support::* part : {&Support::platform, &Support::sponsorship, &Support::recognition, &Support::study_support})
            paid.*part = std::min(1.0, paid.*part * share);
        return paid;
    }
};

template <>
inline constexpr auto table<Support> = fields(
    field<&Support::level>({
        .unit = "level",
        .text = "none, grassroots, standard, strong, or a file of your own; sets every lever, then the others here apply.",
    }),
    field<&Support::host_fte>({
        .unit   = "full-time hosts",
        .range  = {0, 1e5},
        .text   = "Hosts (community managers) in all; 0: as many as host_fte_per_1000 says.",
        .source = "choice",
    }),
    field<&Support::host_fte_per_1000>({
        .unit   = "full-time hosts / 1,000 employees",
        .range  = {0, 100},
        .text   = "Hosts for every 1,000 people invited.",
        .source    = "choice; the levels have 0 / 0.1 / 0.4 / 1.5 for 2,000 staff",
        .source_ja = "選択。各レベルは従業員2,000人で0 / 0.1 / 0.4 / 1.5",
    }),
    field<&Support::events_per_month>({
        .unit   = "events / month",
        .range  = {0, 30},
        .text   = "Events that an invited employee can go to.",
        .source    = "choice; the levels have 0 / 0.5 / 1 / 3",
        .source_ja = "選択。各レベルは0 / 0.5 / 1 / 3",
    }),
    field<&Support::structured_events>({
        .unit   = "share",
        .range  = {0, 1},
        .text   = "Share of the events that match people across silos instead of letting them mix.",
        .source = "choice",
    }),
    field<&Support::platform>({
        .unit   = "share",
        .range  = {0, 1},
        .text   = "How far a searchable platform of its own replaces the chat everybody has (and is paid for).",
        .source = "choice",
    }),
    field<&Support::time_allowance>({
        .unit   = "hours / member and month",
        .range  = {0, 160},
        .text   = "Working time that members may give the community without asking anybody.",
        .source    = "choice; the levels have 0 / 0 / 1.5 / 7 (5 % of working time); APQC 2025: 30 % of organisations give none",
        .source_ja = "選択。各レベルは0 / 0 / 1.5 / 7(勤務時間の5 %)。APQC 2025: 組織の30 %はまったく認めない",
    }),
    field<&Support::sponsorship>({
        .unit   = "share",
        .range  = {0, 1},
        .text   = "How far an executive stands for the community: 0.25 tolerates it, 0.5 is seen there, 1 takes an active part.",
        .source    = "choice; direction: TheCR (58 % against 36 % where the chief executive takes part), Probst & Borzillo 2008",
        .source_ja = "選択。方向: TheCR(最高経営責任者が参加する場合58 %、しない場合36 %)、Probst & Borzillo 2008",
    }),
    field<&Support::recognition>({
        .unit   = "share",
        .range  = {0, 1},
        .text   = "How far answering counts: 0.25 is thanked, 0.5 a badge and praise, 1 stands in the appraisal.",
        .source    = "choice; APQC 2025: a quarter of organisations recognise it",
        .source_ja = "選択。APQC 2025: 組織の4分の1が貢献を評価する",
    }),
    field<&Support::study_support>({
        .unit   = "share",
        .range  = {0, 1},
        .text   = "How far study groups for certificates are helped along; 1: all who study together are.",
        .source = "choice",
    }),
    field<&Support::shared_leadership>({
        .unit   = "share",
        .range  = {0, 1},
        .text   = "How far leading and answering are taken in turns, so that nobody who goes takes everybody's heart along.",
        .source    = "choice; direction: Lai 2014 (groups with shared leadership live longer)",
        .source_ja = "選択。方向: Lai 2014(運営を分担する集団は長続きする)",
    }));

}  // namespace ekkyo
