#include "processes/staying.hpp"

#include "organization.hpp"
#include "week.hpp"

namespace ekkyo {

void Staying::operator()(const Week&, Organization& org, Page&) const
{
    // whoever has friends here, or grows here, is less ready to go; whoever has become worth more elsewhere, or given too
    // much, is readier
    org.readiness = {
        .friends     = friends / 100,
        .growth      = growth / 100,
        .certificate = certificate / 100,
        .exhausted   = exhausted / 100};
}

}  // namespace ekkyo
