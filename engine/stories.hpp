#pragma once

#include "ensemble.hpp"

namespace ekkyo {

/// Somebody who works here: a seat, and since when it is theirs (negative: from before the first week).
struct Person {
    Seat seat;
    std::int32_t came;

    bool operator==(const Person&) const = default;
};

/// Weeks in a row, of which `until` is no longer one.
struct Weeks {
    std::int32_t from, until;
};

/// What becomes of the same two in the twin, where there is no community.
struct Elsewhere {
    Weeks one, other;               // when each works here; empty: never
    std::vector<Weeks> colleagues;  // when they are in one team or old circle, both working here
};

/// How an idea that was carried out came about: who met whom, on what occasion, and who would have met without.
struct Story {
    std::size_t launch;  // the idea's place among the launched ideas of its world
    Person one, other;
    Weeks one_stays, other_stays;  // when they work here
    Encounter met;                 // how they got to know each other
    Encounter last;                // when they last met before the idea
    int times;                     // how often they met by then
    double warmth;                 // of the tie when they had the idea
    bool complicated;              // so that only two who know each other well could have it
    Elsewhere twin;
};

/// How two people of the community came to know each other.
struct Acquaintance {
    Encounter met, last;
    int times = 0;  // how often they met
};

/// Somebody who left the company, here or in the twin or in other weeks; empty where they did not.
struct Parting {
    Person person;
    bool in_both;  // or they were hired in one of the worlds alone
    std::optional<int> here, twin;
};

/// What somebody had in the community by a week of their years here.
struct Belonging {
    std::optional<int> joined;             // the week in which they last entered it
    int friends = 0;                       // whom they had got to know
    std::optional<Encounter> first, last;  // with whom, `b`; and when they had last met one of them
};

/// What somebody had been shown in the community by a week of their years here.
struct Schooling {
    int events = 0, times = 0;   // structured events they had been to, and answers and favours that had shown them how
    std::optional<Lesson> last;  // of these answers and favours
};

/// Who took the vacancies of a week.
struct Hires {
    std::vector<Seat> here, twin;
};

/// A world of one trial and its twin, lived once more with a chronicle: its ledger, to the bit, the stories of its
/// launched ideas, who had which difficulty, and who left.
struct Retold {
    Ledger ledger{};
    std::vector<Story> stories{};
    Founding founding{};
    Chronicle here{}, twin{};
    std::vector<Parting> partings{};

    int weeks() const { return static_cast<int>(ledger.pages.size()); }
    /// The silo somebody works in, in a week.
    const std::string& silo_of(Seat seat, int week) const
    {
        return founding.silo_names[founding.silo_of(here.chart.desk_of(seat, week))];
    }
};

/// Who held a seat in a week; came in no week where nobody did.
std::optional<Person> holder_of(const Founding&, const Chronicle&, Seat, int week);

/// When somebody works here, by another world's chronicle.
Weeks stay_of(const Person&, const Founding&, const Chronicle&, int weeks);

/// How the holders of two seats in a week had come to know each other by then, if they had.
std::optional<Acquaintance> acquaintance_of(const Founding&, const Chronicle&, Seat, Seat, int week);

/// What somebody has in the community by a week.
Belonging belonging_of(const Person&, const Chronicle&, int week);

/// What somebody had been shown there before a week.
Schooling schooling_of(const Person&, const Chronicle&, int week);

/// Whose first day on the payroll was in a week, here and in the twin.
Hires hires_of(const Retold&, int week);

/// Everybody on the payroll who left in one world and not, or in another week, in the twin; by seat and week of hiring.
std::vector<Parting> partings_of(const Founding&, const Chronicle& here, const Chronicle& twin);

/// When two seats belong to one team or old circle, of so many weeks.
std::vector<Weeks> colleagues_in(const Circle&, const Chart&, Seat, Seat, Weeks);

/// Every idea of the chronicle, with what becomes of the two in the twin.
std::vector<Story> stories_of(const Founding&, const Circle&, const Chronicle& here, const Chronicle& twin, int weeks);

/// Lives a world of a study and its twin once more, in writing. Throws std::invalid_argument where one is not lived.
Retold retell(const Study&, const Trial&, const std::string& world, const std::string& twin);

}  // namespace ekkyo
