#include "processes/hosting.hpp"

#include "calendar.hpp"
#include "ledger.hpp"
#include "organization.hpp"
#include "support.hpp"
#include "week.hpp"

#include <algorithm>

namespace ekkyo {

namespace {

// a rhythm of so many a week falls into this week as often as its count passes a whole number
int due(double per_week, int week)
{
    return static_cast<int>(static_cast<long long>(per_week * (week + 1)) - static_cast<long long>(per_week * week));
}

// one host more wherever more is paid for than there are people; whoever begins before the first member knows everybody
void appoint(std::vector<int>& hosts, double paid_for, int week, bool at_the_start)
{
    constexpr int for_ever = -100'000;
    while (static_cast<double>(hosts.size()) < paid_for) hosts.push_back(at_the_start ? for_ever : week);
    while (!hosts.empty() && (paid_for == 0 || static_cast<double>(hosts.size()) >= paid_for + 1.5)) hosts.pop_back();
}

/// How many of the hosts are at work, and how much of the community they know, as shares.
struct AtWork {
    double present = 0, familiar = 0;
};

AtWork at_work(const std::vector<int>& hosts, double getting_to_know, int week)
{
    double present = 0, known = 0;
    for (int since : hosts) {
        if (since > week) continue;
        present++;
        known += getting_to_know > 0 ? 1 - exp2((since - week) / getting_to_know) : 1;
    }
    if (present == 0) return {};
    return {present / static_cast<double>(hosts.size()), known / present};
}

// whoever has too much to do gives out, and is missed until somebody is found; whoever is transferred hands over
double relieve(const Hosting& rules, const Week& week, double load, std::vector<int>& hosts)
{
    const auto exhausted = week.chances("hosting/gives out"), transferred = week.chances("hosting/is transferred");
    const double rate    = std::min(40.0, weekly_from_monthly_chance(rules.exhaustion / 100));
    const double tired   = chance_of(rate * std::max(0.0, load - 1));
    const double moved   = chance_of(weekly_from_yearly(rules.transfers));
    const int vacancy    = static_cast<int>(rules.vacancy + 0.5);
    double gone          = 0;
    for (Seat h = 0; h < hosts.size(); h++) {
        if (hosts[h] > week.number()) continue;
        const bool gives_out = exhausted.of(h).chance(tired);
        if (!gives_out && !transferred.of(h).chance(moved)) continue;
        hosts[h] = week.number() + (gives_out ? vacancy : 0);
        gone++;
    }
    return gone;
}

}  // namespace

void Hosting::operator()(const Week& week, Organization& org, Page& page) const
{
    // what is planned becomes real as far as it is paid for
    page.paid_share      = org.sponsorship.paid;
    const Support plan   = week.plan().paid_for(page.paid_share);
    const auto invited   = static_cast<double>(org.people());
    const auto members   = static_cast<double>(org.member_count());
    const double hosts   = plan.hosts(static_cast<double>(org.employees()));
    const double in_care = hosts * members_per_host;

    // hosts are people: they come as strangers, unless before everybody else, and some day they go
    appoint(org.hosts, hosts, week.number(), members == 0);
    const double load = members / std::max(in_care * at_work(org.hosts, 0, week.number()).present, 1e-9);
    if (members > 0) page.hosts_gone = relieve(*this, week, load, org.hosts);
    const AtWork work = at_work(org.hosts, getting_to_know, week.number());

    // a host tells outsiders, and looks after members, of those they know; their time falls on one twice and on another not
    // at all
    const double time = in_care * work.present;
    org.felt.outreach = 1 + outreach * chance_of(time / std::max(invited, 1.0));
    org.felt.platform = plan.platform;
    org.felt.care     = chance_of(time / std::max(members, 1.0)) * work.familiar;

    // questions are seen by some, and by more on a platform of the community's own
    org.felt.visibility = std::min(1.0, visibility / 100 * (1 + plan.platform * (platform_gain - 1)));

    // events come in their rhythm, and some of them mix people on purpose
    org.felt.events     = due(weekly_from_monthly(plan.events_per_month), week.number());
    org.felt.structured = week.chances("hosting/is structured").of_company().chance(plan.structured_events);

    // members may give it working time, and more of that helps less and less; somebody at the top stands for it, managers
    // thank for it, and what there is to lead is shared
    org.felt.allowance = plan.time_allowance / (plan.time_allowance + enough_time);
    org.felt.sponsor   = plan.sponsorship;
    org.felt.thanks    = plan.recognition;
    org.felt.study     = plan.study_support;
    org.felt.in_turns  = plan.shared_leadership;
    if (members == 0) return;
    page.leading_hours = on_the_clock(weekly_from_monthly(sponsor_hours * plan.sponsorship)) +
                         on_the_clock(weekly_from_monthly(thanking_hours * plan.recognition) * org.at_average_wage(org.members_in));
}

}  // namespace ekkyo
