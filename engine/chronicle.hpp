#pragma once

#include "chance.hpp"
#include "chart.hpp"

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
    bool came;  // or left
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
/// left, whose ideas were carried out, and who sat where. Nothing reads it while the years go by.
struct Chronicle {
    int week = 0;  // that it is
    std::vector<Encounter> encounters{};
    std::vector<Passage> passages{};
    std::vector<Spark> sparks{};
    Chart chart{};  // when the years are over
};

}  // namespace ekkyo
