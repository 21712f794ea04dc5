#pragma once

#include "chance.hpp"
#include "chart.hpp"
#include "routing.hpp"

#include <vector>

namespace ekkyo {

/// What brought two people of the community together.
enum class Occasion : std::uint8_t { event, answer, favour, introduction };

/// Two people got to know each other, or met again.
struct Encounter {
    std::int32_t week;
    Seat a, b;
    Occasion occasion;
    bool first;  // they did not know each other, or no longer
};

/// Somebody came to the company, or left it.
struct Passage {
    std::int32_t week;
    Seat seat;
    bool came;               // or left
    bool certified = false;  // whoever left had a certificate that they would not have without the community
    bool resting   = false;  // or had given out answering
};

/// Somebody entered the community.
struct Entry {
    std::int32_t week;
    Seat seat;
};

/// Somebody had a problem that went another way than without the community: whom it led to, and what it took.
struct Difficulty {
    std::int32_t week;
    Seat seat;
    Seat helper;               // who answered, the friend who was asked, or the team mate who knows most; or nobody
    Outcome here, twin;
    double saved;              // hours that it no longer took, at an average wage; below zero: it took more
    double asking, answering;  // hours of members beside
};

/// Somebody was shown something: over an answer or a favour, by whoever gave it, or at a structured event, by nobody in
/// particular.
struct Lesson {
    std::int32_t week;
    Seat seat, teacher;
    Occasion occasion;
};

/// A member sat an exam that went another way than without the community: one sat besides, or one sat anyway and passed
/// because members study together.
struct Sitting {
    std::int32_t week;
    Seat seat;
    bool besides, passed;
    double hours;  // of studying, at an average wage, that it took besides
};

/// A vacancy was filled by somebody whom a member had recommended.
struct Referral {
    std::int32_t week, recommended;
    Seat by;
};

/// Two friends had an idea that was carried out.
struct Spark {
    std::int32_t week;
    std::size_t launch;  // its place among the launched ideas
    Seat seat, partner;
    double warmth;     // of the tie between them
    bool complicated;  // so that only two who know each other well could have it
};

/// What is written down of a company's years in one world, where somebody asks for it: who met whom, who came and
/// left, who was helped, shown something, certified and recommended, whose ideas were carried out, and who sat where.
/// Nothing reads it while the years go by.
struct Chronicle {
    int week = 0;  // that it is
    std::vector<Encounter> encounters{};
    std::vector<Passage> passages{};
    std::vector<Entry> entries{};
    std::vector<Difficulty> difficulties{};
    std::vector<Lesson> lessons{};
    std::vector<Sitting> sittings{};
    std::vector<Referral> referrals{};
    std::vector<Spark> sparks{};
    Chart chart{};  // when the years are over
};

}  // namespace ekkyo
