#pragma once

#include "chance.hpp"

#include <vector>

namespace ekkyo {

/// Who sits where. Everybody begins at the desk of their seat; two people who swap take each other's place in silo and
/// team, and keep everything else: their luck, their friends, their time in the company.
///
/// Nothing is stored until somebody moves, and then a step per move; who sat where in an earlier week is still known.
class Chart {
public:
    /// Where somebody sits (or sat at the end of an earlier week).
    Seat desk_of(Seat seat, int week = for_ever) const;
    /// Who sits (or sat) there.
    Seat seat_at(Seat desk, int week = for_ever) const;

    /// Two people of a company of so many seats change places.
    void swap(Seat a, Seat b, int week, std::size_t seats);

private:
    static constexpr int for_ever       = 0x7FFFFFFF;
    static constexpr std::uint32_t none = 0xFFFFFFFF;

    /// Somebody moved to a desk; before that they had made another step, and somebody else the step to this desk.
    struct Step {
        Seat seat, desk;
        int week;
        std::uint32_t before_of, before_at;
    };

    void move(Seat seat, Seat desk, int week);
    std::uint32_t last(std::uint32_t step, std::uint32_t Step::*before, int week) const;

    std::vector<Step> steps_;
    std::vector<std::uint32_t> last_of_;  // per seat
    std::vector<std::uint32_t> last_at_;  // per desk
};

inline std::uint32_t Chart::last(std::uint32_t step, std::uint32_t Step::*before, int week) const
{
    while (step != none && steps_[step].week > week) step = steps_[step].*before;
    return step;
}

inline Seat Chart::desk_of(Seat seat, int week) const
{
    if (steps_.empty()) return seat;
    const auto step = last(last_of_[seat], &Step::before_of, week);
    return step == none ? seat : steps_[step].desk;
}

inline Seat Chart::seat_at(Seat desk, int week) const
{
    if (steps_.empty()) return desk;
    const auto step = last(last_at_[desk], &Step::before_at, week);
    return step == none ? desk : steps_[step].seat;
}

}  // namespace ekkyo
