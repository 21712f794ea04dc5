#pragma once

#include "chance.hpp"
#include "tasks.hpp"

#include <span>
#include <vector>

/// The same tasks, people and luck, tried as a team, in the community and on the market.
namespace ekkyo {

/// How a task is done.
enum class Way : int { team, community, market };

inline constexpr int ways = 3;

/// Somebody who holds a skill that is needed and would give hours to it.
struct Volunteer {
    double answers;  // weeks until they come forward
    double stays;    // weeks of work until they lose interest
};

/// A skill that a task needs, with its luck.
struct Need {
    double hours;                       // of somebody who holds the skill
    double hidden;                      // nobody knows of it at the start when this is below the share unknown
    double waits;                       // for re-staffing, as a multiple of the mean
    bool held;                          // by anybody in the company
    std::vector<Volunteer> volunteers;  // among those whom a request reaches, the soonest first
    double asked_for = 0;               // a team asks the community, too, when this is below the share it asks for
};

/// A task: what it needs, in the order in which one thing leads to the next.
struct Task {
    std::vector<Need> needs;
};

/// The so-manieth task. Its luck is the same in every form, at every share unknown, and for all other numbers.
Task task_of(const Tasks&, const Luck&, std::uint32_t number);

/// How many people a request reaches in the community.
std::uint32_t reach(const Tasks&);

/// What came of a task in one form: hours and weeks, before any price.
struct Attempt {
    double weeks     = unbounded;  // until it was done; unbounded: given up
    double assigned  = 0;          // hours of own people who were told to
    double voluntary = 0;          // hours of own people who offered them
    double bought    = 0;          // hours outside
    double changed   = 0;          // hours outside under a change order, among them

    bool is_done() const { return weeks < unbounded; }
};

Attempt as_team(const Tasks&, const Task&, double unknown);
Attempt in_community(const Tasks&, const Task&, double unknown);
Attempt on_market(const Tasks&, const Task&, double unknown);

/// An attempt in money. Assigned hours are cash, as somebody else has to do that work; voluntary hours are not.
struct Bill {
    double cash  = 0;
    double cost  = 0;  // cash, and voluntary hours at their price
    double value = 0;

    double net() const { return value - cost; }
};

Bill priced(const Attempt&, const Tasks&);

/// So many tasks at each share unknown in each form: [task][share][way].
std::vector<Attempt> attempts(const Tasks&, const Luck&, std::span<const double> shares, std::size_t tasks);

/// What tasks come to on average.
struct Outlook {
    double done = 0;  // share of tasks
    double cash = 0;  // per task tried, done or not, as all below
    double cost = 0;
    double net  = 0;
};

/// The same on average: [share][way].
std::vector<Outlook> outlook(const Tasks&, const Luck&, std::span<const double> shares, std::size_t tasks);

}  // namespace ekkyo
