#pragma once

#include "organization.hpp"
#include "week.hpp"

#include <vector>

/// What people know because others showed them, and what their teams have of it.
namespace ekkyo {

/// What somebody knows after a lesson that teaches them a share of what is left to learn.
constexpr double after_a_lesson(double skill, double pace)
{
    return 1 - (1 - skill) * (1 - pace);
}

/// The outsiders who see through this week's problems because of what team mates have brought home from the community.
std::vector<Seat> taught_by_their_team(const Week&, const Organization&);

/// Who of somebody's team has learned most, if anybody has learned.
Seat most_skilled_mate(const Organization&, Seat);

/// What nine in ten employees know at least, on a scale on which people are evenly spread from 0 to 1 before anybody
/// has learned in the community: 0.1 without it. What outsiders have second-hand is left out.
double skill_floor(const Week&, const Organization&);

}  // namespace ekkyo
