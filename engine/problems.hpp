#pragma once

#include "organization.hpp"
#include "processes/helping.hpp"
#include "routing.hpp"
#include "week.hpp"

#include <memory>
#include <vector>

/// Problems, and whom somebody can turn to with them, with and without a community.
namespace ekkyo {

/// What problems take: their hours in cells of equal chance, and the average for somebody without a community.
struct Trouble {
    Helping rules;
    double colleagues = 0;
    std::vector<double> hours;
    double rate    = 0;  // problems per week that team and search leave over
    double quiet   = 1;  // the chance of a week without one
    double known   = 0;  // -log2 of the chance that a colleague cannot help
    double codifiable = 0;  // of the problems left over: the chance that somebody else's answer can be used again
    Channel colleague{}, stranger{};  // on the terms of an old friend, and of somebody nobody has heard of
    Outcome usual;
    double usual_squared = 0;  // of its hours: how far luck spreads them

    /// The chance that one of so many people knows how to help.
    double one_knows(double people) const;

    /// Among how many people one knows how to help, for a chance in (0, 1).
    double crowd_for(double chance) const;

    /// How many of them somebody has in a week, for a chance in (0, 1).
    std::uint32_t how_many(double chance) const;
};

std::shared_ptr<const Trouble> trouble_under(const Helping&, double colleagues);

/// A problem: how large it is, and its luck for each place to turn to.
struct Problem {
    double hours;
    double crowd;  // among how many people one knows how to help
    double friend_helps, answered, stranger_helps, has_been_solved, was_shown;

    /// The next one of a week's luck.
    Problem(const Trouble&, Draw&);
    Problem(const Trouble& trouble, Draw&& draw) : Problem(trouble, draw) {}
};

/// The same problem of somebody in a week, here and in the twin.
struct Case {
    Seat seat;
    Row row;          // outside, where the community has not touched them
    std::uint32_t k;  // the how-manieth this week
    Outcome here, twin;
    bool on_topic  = true;    // about what the community is about
    Seat friendly  = nobody;  // the friend from the community who could help
    Seat helper    = nobody;  // the member who answered
    bool overdrawn = false;   // the friend's goodwill was used up

    /// Whether the community had to do with it.
    bool is_touched() const { return here != twin || overdrawn; }
    bool concerns_others() const { return here.has_asked(Source::tie) || here.has_asked(Source::community); }
};

/// What somebody does without a community: turn to a colleague who knows, or to a stranger.
Outcome without_community(const Trouble&, const Problem&);

/// Whether a member has read what solves a problem, and still has it in mind.
bool has_read_of_it(const Trouble&, const Problem&, const Organization&, const Week&, const Member&);

/// What somebody does who has ties of the community, or is in it (where a question is answered with some chance).
void with_community(const Trouble&, const Problem&, const Organization&, const Week&, double answered, Case&);

}  // namespace ekkyo
