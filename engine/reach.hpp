#pragma once

#include "organization.hpp"
#include "week.hpp"

namespace ekkyo {

/// How many people somebody reaches within two friendly steps: friends, and the friends of friends.
std::size_t within_two_steps(const Organization&, Seat);

/// The share of needs of a member, whoever it is this week, that somebody within two friendly steps can meet: how flexible
/// the network of goodwill is, from 13 members in a quarter; 0 where there are no ties.
double needs_met_nearby(const Week&, const Organization&);

}  // namespace ekkyo
