#include "processes/allying.hpp"

#include "calendar.hpp"
#include "ledger.hpp"
#include "organization.hpp"
#include "week.hpp"

#include <algorithm>

namespace ekkyo {

namespace {

// how many of each silo's people were answered this week, for two hundred who work there
std::vector<double> answers_by_silo(const Organization& org)
{
    constexpr double usual_silo = 200;
    std::vector<double> answers(org.founding->silos());
    for (Seat s : org.helped) answers[org.silo_of(s)] += usual_silo / static_cast<double>(org.headcount[org.silo_of(s)]);
    return answers;
}

}  // namespace

void Allying::operator()(const Week& week, Organization& org, Page& page) const
{
    // a manager sees what their people bring home; a sponsor who has understood talks to managers
    const std::vector<double> answers = answers_by_silo(org);
    org.helped.clear();
    const Sponsorship& sponsor = org.sponsorship;
    const bool convinced       = sponsor.since >= 0 && sponsor.paid > 0 && sponsor.trust >= conviction;
    const double asked         = convinced ? weekly_from_yearly(asking) : 0;

    // some become allies, and some allies are transferred
    Alliance& allies  = org.allies;
    const auto wins   = week.chances("allying/is won over"), moves = week.chances("allying/is transferred");
    const double gone = chance_of(std::min(Week::certain, weekly_from_yearly(transfers)));
    allies.silos.resize(org.founding->silos());
    for (Silo silo = 0; silo < answers.size() && org.founding->is_own_silo(silo); silo++) {
        const double rate = std::min(Week::certain, asked + answers[silo] * std::min(40.0, rate_of(noticing / 100)));
        if (allies.silos[silo])
            allies.silos[silo] = !moves.of(silo).chance(gone);
        else if (rate > 0)
            allies.silos[silo] = wins.of(silo).chance(chance_of(rate));
    }

    // from next week on their people hear of it
    page.allies    = static_cast<double>(std::ranges::count(allies.silos, true));
    allies.welcome = page.allies > 0 ? 1 + welcome / 100 : 1;
}

}  // namespace ekkyo
