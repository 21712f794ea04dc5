#pragma once

#include "organization.hpp"
#include "week.hpp"

namespace ekkyo {

/// How many people somebody reaches within two friendly steps: friends, and the friends of friends.
std::size_t within_two_steps(const Organization&, Seat);

/// The share of needs of a few members, whoever they are this week, that somebody within two friendly steps can meet:
/// how flexible the network of goodwill is. About 64 members in a quarter; 0 where there are no ties.
double needs_met_nearby(const Week&, const Organization&);

}  // namespace ekkyo
