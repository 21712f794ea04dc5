#pragma once

#include "chronicle.hpp"
#include "chart.hpp"
#include "circle.hpp"
#include "lately.hpp"
#include "launch.hpp"
#include "seats.hpp"
#include "ties.hpp"

#include <algorithm>
#include <memory>
#include <optional>
#include <vector>

namespace ekkyo {

struct Trouble;

/// What the support plan gives members this week.
struct Felt {
    double outreach   = 1;      // times as many outsiders discover the community
    double care       = 0;      // share of the members the host has time for
    double visibility = 0;      // share of the members who see a question
    int events        = 0;      // events to go to
    double platform   = 0;      // how far a platform of its own replaces the chat
    bool structured   = false;  // and they mix the silos on purpose
    double allowance  = 0;      // share of the time members would like to give that they may
    double sponsor    = 0;      // how far somebody at the top stands for it
    double thanks     = 0;      // how far answering counts
    double study      = 0;      // how far study groups are helped along
    double in_turns   = 0;      // how far leading is shared
};

/// What the community has answered before, as far as it is still of use, and what it is to look there.
struct Archive {
    double answers      = 0;
    double found        = 0;  // chance that a problem somebody else has had is found there, with its answer
    double search_hours = 0;
    double fit          = 0;  // chance that an answer kept fits a problem that somebody else has had
};

/// What members have told the others unasked, in answers kept that are as good.
struct Told {
    double kept      = 0;  // of this week
    double in_mind   = 0;  // what somebody has in mind who has been reading from the beginning
    double half_life = 1;  // weeks in which half of that is forgotten
};

/// What somebody carries: the hours they have spent on answering, less and less of those long ago.
struct Load {
    float hours       = 0;
    std::int16_t week = 0;  // the last in which they answered
};

/// What members have given to answering, all together, and what was lost of it with those who are gone.
struct Burden {
    double half_life = 1;      // weeks in which half of it is put down
    double carried   = 0;      // hours
    double dismay    = 0;      // readiness to answer that the others have lost with those who are gone
    std::vector<Load> gone{};  // what those carried who went this week
};

/// What a dashboard shows of the community over a quarter.
struct Dashboard {
    int weeks           = 0;
    double member_weeks = 0;
    double acts         = 0;      // questions, answers, visits to events
    double questions    = 0;
    double answered     = 0;
};

/// Who pays for the community, what they think of it, and how much of the plan they pay for.
struct Sponsorship {
    bool decides    = false;      // what the sponsor decides is done; otherwise the plan is protected
    double paid     = 1;          // share of the plan that is paid for; 0: stopped, for good
    double decided  = 1;          // the share it would be from next week on, if the sponsor decides
    double strain   = 0;          // readiness to answer that members lose where next to nothing is paid for any more
    double trust    = 0;          // log odds of going on
    int since       = -1;         // the week the plan was first paid for; -1: not yet
    std::int64_t stories = 0;     // of the company's, those that were thought about
    Dashboard dashboard;          // since the last decision

    bool would_change_it() const { return decided != paid; }
    void begin_to_decide() { decides = true, paid = decided; }

    /// Readiness to answer that members lose: they are pressed for figures where less than the plan is paid for.
    double pressure() const { return paid > 0 ? strain * std::max(0.0, 1 - paid) : 0; }
};

/// The silos whose managers are allies, and how many times as often their people find the community.
struct Alliance {
    std::vector<bool> silos{};  // empty before the first look
    double welcome = 1;
};

/// What makes people quit more or less readily than somebody whom the community has not touched.
struct Readiness {
    double friends     = 0;  // share of all quits that a fresh tie prevents
    double growth      = 0;  // share of all quits that having learned all there is prevents
    double certificate = 0;  // share of all quits that a certificate adds
    double exhausted   = 0;  // share of all quits that answering too much adds, while somebody rests
};

/// What became of the first question that a member asked since joining.
enum class Welcome : std::uint8_t { unasked, ignored, answered };

/// What people have learned in the community, all together.
struct Learned {
    double reach   = 0;           // share of the problems that somebody sees through who has learned all there is
    double carried = 0;           // share of what team mates know, on average, that an outsider has from them
    double kept    = 1;           // of what was known on the first day: the share not forgotten since
    double left    = 1;           // the same of a member, who also has less to learn from what they read
    double read    = 0;           // what a member knows who has read along from the first day and was shown nothing
    double highest = 0;           // nobody has learned more
    double floor   = 0.1;         // what nine in ten employees knew at least when it was last looked at
    std::vector<Seat> lessons{};  // who was shown something this week, as often as they were
};

/// Somebody whom a member recommended, and who waits for a vacancy.
struct Candidate {
    int since;
    Seat by;
};

/// Somebody who is or was in the community and still has ties, or knows something from there.
struct Member {
    Seat seat          = nobody;
    std::int16_t since = 0;                // week of the last joining
    bool inside        = false;            // a member now
    Welcome welcome    = Welcome::unasked; // written by helping
    [[no_unique_address]] Load load = {};  // written by tiring; what it leaves of eight bytes is used
    std::int16_t rests_until = 0;          // the week in which they answer again; written by tiring
    double skill       = 0;                // what they have learned, in terms of the first day, so that it fades and grows by itself
    Lately lately      = {};               // written by helping, sharing, meeting
    float inclination  = 0;                // to take part, 1 on average; 0: not asked yet; written by participating
    float readiness    = 1;                // to take part this week; written by participating

    static constexpr int weeks_as_newcomer = 13;
    bool is_newcomer(int week) const { return week - since < weeks_as_newcomer; }
};
static_assert(sizeof(Member) == 40);

/// Somebody answered somebody, and so many hours went into it.
struct Help {
    Seat seat;
    double hours;
};

/// Who works here and how they stand, in one world: one column per fact.
struct Organization {
    const Founding* founding;
    Circle circle;

    // written by staffing
    std::vector<std::int16_t> hired;          // per seat: the week its holder came, or vacant
    Seats employed;                           // seats that somebody holds
    std::vector<std::uint16_t> generation;    // per seat: how many held it before
    std::vector<std::int64_t> headcount;      // per silo; also written by transferring
    std::vector<Seat> vacancies;              // seats that nobody holds
    std::vector<Seat> newcomers{};            // who has been hired; until joining has looked
    double hired_sum = 0;                     // over all holders on the payroll

    // written by transferring
    Chart chart{};                            // who sits where, and sat

    // written by staying
    Readiness readiness;

    // written by hosting, and participating how much of it is seen
    std::vector<int> hosts{};                 // the week in which each of them took over, or will
    Felt felt;

    // written by joining, leaving, staffing
    Seats inside;                             // who is a member now
    Seats touched;                            // who has a row
    std::vector<Row> row;                     // per seat
    Seats was_member;                         // whose holder has been inside
    std::vector<Member> members;              // per row; a free row has nobody
    std::vector<Row> free_rows;
    std::vector<std::int64_t> members_in;     // per silo

    // written by joining: who works here and would be interested in the community, and how many in a hundred these are
    Seats interested;
    double interested_by = -1;

    // written by bonding, helping, meeting
    Ties ties;
    double displaced = 0;                     // share of a colleague lost sight of per tie

    // written by helping: what problems take from somebody without a community
    std::shared_ptr<const Trouble> trouble;

    // written by sharing
    Told told{};

    // written by recalling
    Archive archive;

    // written by helping: who answered this week, and, with sharing, what there is to read
    std::vector<Help> helps;
    double messages = 0;
    std::vector<Seat> helped{};               // whose question was answered; until allying has looked

    // written by participating: messages a week, lately, and how far people differ in their inclination
    double volume      = 0;
    double inclined_by = -1;

    // written by tiring, losing; those who go are added by whoever leaves
    Burden burden;

    // written by tiring: who answers nothing for now
    std::vector<Seat> resting;

    // written by learning; what is shown to people is added by helping and meeting
    Learned learned;

    // written by certifying: its holder has a certificate that they would not have without the community
    Seats certified;

    // written by recruiting: who was recommended and still waits for a vacancy, the first of them first
    std::vector<Candidate> candidates;

    // written by innovating: the ideas that were carried out
    std::vector<Launch> launches;
    std::int64_t stories = 0;                 // of these, by people who met in the community
    int last_story       = -1;                // the week of the last of them

    // written by sponsoring
    Sponsorship sponsorship;

    // written by allying
    Alliance allies{};

    // written by whatever happens, in the few lives of which stories are told
    std::optional<Chronicle> chronicle{};

    std::size_t seats() const { return hired.size(); }
    bool is_employed(Seat s) const { return employed.contains(s); }
    bool is_inside(Seat s) const { return inside.contains(s); }
    bool is_touched(Seat s) const { return touched.contains(s); }
    bool is_resting(Seat s, int week) const { return is_touched(s) && members[row[s]].rests_until > week; }
    /// Hours of answering that somebody still carries in a week.
    double carries(const Load& load, int week) const
    {
        return load.hours > 0 ? load.hours * exp2((load.week - week) / burden.half_life) : 0;
    }
    /// How well known somebody is for what they have given: one half for an afternoon of answers lately, 1 at most.
    double renown_of(const Member&, int week) const;
    /// What a member has read lately and still has in mind, in answers kept that are as good; newcomers have read less.
    double in_mind(const Member&, int week) const;
    /// What somebody has learned in the community and still knows: from nothing (0) to all there is (1).
    double skill_of(const Member& member) const
    {
        return member.inside ? std::max(0.0, member.skill * learned.left + learned.read) : member.skill * learned.kept;
    }
    /// From now on somebody knows so much.
    void knows(Member& member, double skill) const
    {
        member.skill = member.inside ? (skill - learned.read) / learned.left : skill / learned.kept;
    }
    double skill_of(Seat s) const { return is_touched(s) ? skill_of(members[row[s]]) : 0; }
    Lately& lately(Seat s) { return members[row[s]].lately; }
    /// On the payroll, and not of another company.
    bool is_own(Seat s) const { return founding->is_own(s); }
    /// The silo somebody works in now.
    Silo silo_of(Seat s) const { return founding->silo_of(chart.desk_of(s)); }
    /// How many times as often somebody finds the community as they would if no manager opened a silo.
    double welcome(Seat s) const { return allies.welcome == 1 || !allies.silos[silo_of(s)] ? 1 : allies.welcome; }
    /// Where somebody works now.
    std::uint32_t site_of(Seat s) const { return static_cast<std::uint32_t>(founding->site_of(chart.desk_of(s))); }
    bool is_bridge(Seat a, Seat b) const { return silo_of(a) != silo_of(b); }
    double wage(Seat s) const { return founding->relative_wage[silo_of(s)]; }
    /// On the payroll; and everybody there is, other companies included.
    std::int64_t employees() const;
    std::int64_t people() const;
    double vacancies_in(Silo) const;

    /// How many times as ready somebody is to quit as they would be without the community.
    double ready_to_quit(Seat, int week) const;

    /// So many heads per silo, each counted at the silo's relative wage.
    double at_average_wage(const std::vector<std::int64_t>& heads) const;
    /// The same with each wage squared: how far luck spreads hours that are counted at wages.
    double at_squared_wage(const std::vector<std::int64_t>& heads) const;

    /// Calls `visit(mate)` for everybody else in somebody's team.
    template <class Visit>
    void each_mate(Seat seat, Visit visit) const
    {
        const auto [first, next] = founding->team_of(chart.desk_of(seat));
        for (Seat desk = first; desk < next; desk++)
            if (const Seat mate = chart.seat_at(desk); mate != seat) visit(mate);
    }

    /// How many colleagues of the old circle somebody with so many new ties still has in sight.
    double in_sight(double colleagues, int new_ties) const;

    std::int64_t member_count() const;
    /// Members of other companies.
    std::int64_t guests() const;

    /// Somebody enters the community; their old ties, if any are left, are still theirs.
    Member& enter(Seat, int week);
    /// Somebody leaves it, and puts down what they carried; people keep the friends they made there.
    void exit(Seat);
    /// The holder of a seat leaves the company, and everybody's circle.
    void vacate(Seat);
    /// Somebody new takes a vacant seat.
    void fill(Seat, int week);
    /// Two people change places, each into the other's silo and team; friends stay friends, across silos or not.
    void swap(Seat, Seat, int week);
    /// Two people of the community get to know each other or meet again; true for a tie that is new.
    bool meet(Seat, Seat, Occasion = Occasion::event);
    /// Somebody of the community did another a favour.
    void favour(Seat from, Seat to);
    /// Somebody is shown something, by another or at an event.
    void show(Seat pupil, Seat teacher, Occasion);
    bool is_tied(Seat a, Seat b) const { return is_touched(a) && ties.is_tied(row[a], b); }
    /// Somebody who left the community, whose last tie has ended and who has forgotten what they learned there.
    bool is_forgotten(Row) const;
    /// Their row is free for others.
    void free(Row);
};

/// The company on its first day, without anybody in the community.
Organization open(const Founding&, const Circle&, int circle_capacity);

}  // namespace ekkyo
