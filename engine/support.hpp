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

    /// Hosts on the payroll of a company of so many people.
    double hosts(double employees) const { return host_fte > 0 ? host_fte : host_fte_per_1000 * employees / 1000; }

    /// Whether any of it has to be paid for.
    bool asks_for_money() const { return host_fte > 0 || host_fte_per_1000 > 0 || events_per_month > 0 || platform > 0; }

    /// The plan as far as it is paid for: fewer hosts, fewer events, less of a platform.
    Support paid_for(double share) const
    {
        Support paid = *this;
        paid.host_fte *= share;
        paid.host_fte_per_1000 *= share;
        paid.events_per_month *= share;
        paid.platform = std::min(1.0, platform * share);
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
        .source = "choice; the levels have 0 / 0.1 / 0.4 / 1.5 for 2,000 staff",
    }),
    field<&Support::events_per_month>({
        .unit   = "events / month",
        .range  = {0, 30},
        .text   = "Events that an invited employee can go to.",
        .source = "choice; the levels have 0 / 0.5 / 1 / 3",
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
    }));

}  // namespace ekkyo
