#pragma once

#include "chance.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <vector>

namespace ekkyo {

/// A row of the community: everybody who is or was a member and still has ties.
using Row = std::uint32_t;

inline constexpr Row outside = 0xFFFFFFFF;

/// What a colleague met through the community is to somebody: who, whether of another silo, when last renewed, and what
/// they owe each other.
struct Tie {
    Seat partner           = nobody;
    std::uint32_t bridge   : 1  = 0;
    std::int32_t owed      : 7  = 0;  // favours received less favours done, in quarters, when it was last renewed
    std::uint32_t renewed  : 24 = 0;  // on the clock of its kind
};
static_assert(sizeof(Tie) == 8);

/// The goodwill network: ties made in the community, on both sides alike.
///
/// A tie is warm (1) when it is made or renewed and cools by half in every half-life; after three it is gone. Nobody
/// sweeps over ties: a clock per kind runs in half-lives, and a tie knows when it was last renewed. Circles are finite.
class Ties {
public:
    explicit Ties(int capacity = 30) : capacity_(capacity) {}

    /// A week passes; bridges and ties inside a silo cool at their own pace (half-lives in weeks).
    void pass_a_week(double bridge_half_life, double inside_half_life);

    /// Room for one more person's circle, and an empty one.
    void seat_at(Row row);

    bool is_alive(const Tie& tie) const { return now(tie) - tie.renewed < lifetime; }

    /// How much goodwill is left between the two: 1 when fresh, 1/8 when it ends.
    double warmth(const Tie& tie) const { return is_alive(tie) ? cooled[now(tie) - tie.renewed] : 0; }

    /// Favours somebody owes a friend (below zero: is owed); what is owed fades as the tie cools.
    double owed(const Tie& tie) const { return tie.owed * warmth(tie) / quarters; }

    /// Every tie that somebody still has.
    template <class Visit>
    void each(Row row, Visit visit) const
    {
        for (const Tie& tie : circle(row))
            if (is_alive(tie)) visit(tie);
    }

    int count(Row) const;

    /// The same without looking at each: some may have ended.
    int count_at_most(Row row) const { return used_[row]; }

    /// Whether somebody has a tie left.
    bool any(Row row) const { return age(row, false) < lifetime || age(row, true) < lifetime; }

    /// How warm somebody's warmest tie is; 0 where there is none.
    double warmest(Row row) const
    {
        const auto youngest = std::min(age(row, false), age(row, true));
        return youngest < lifetime ? cooled[youngest] : 0;
    }
    bool is_tied(Row, Seat) const;

    /// Two who know each other meet again. False where they do not.
    bool renew(Row a, Seat seat_a, Row b, Seat seat_b);

    /// Two who do not get to know each other. False where a circle is full.
    bool make(Row a, Seat seat_a, Row b, Seat seat_b, bool bridge);

    /// Somebody did a friend a favour: one owes what the other is owed. Nothing happens where there is no tie.
    void favour(Row from, Seat seat_from, Row to, Seat seat_to);

    /// A tie now crosses silos, or no longer does: as warm as before, it cools at the other pace from here on.
    void turn(Row a, Seat seat_a, Row b, Seat seat_b, bool bridge);

    /// Somebody is gone: `forget` their tie to a partner on the partner's side.
    void forget(Row row, Seat partner);

    /// Ties and bridges alive, each counted once.
    double alive(bool bridge) const { return static_cast<double>(alive_[bridge]); }

    int capacity() const { return static_cast<int>(capacity_); }

    /// Nobody has had more ties at a time.
    int most_at_a_time() const { return most_at_a_time_; }

private:
    static constexpr int quarters            = 4;    // in which favours are counted
    static constexpr int most                = 63;   // of them that anybody remembers
    static constexpr std::uint32_t half_life = 256;  // clock units
    static constexpr std::uint32_t lifetime  = 3 * half_life;
    static const std::array<double, lifetime> cooled;

    std::uint32_t now(const Tie& tie) const { return clock_[tie.bridge]; }
    std::uint32_t age(Row row, bool bridge) const { return clock_[bridge] - freshest_[row][bridge]; }
    std::span<const Tie> circle(Row row) const
    {
        return {circles_[row / on_a_shelf].data() + row % on_a_shelf * capacity_, used_[row]};
    }
    Tie* places(Row row) { return circles_[row / on_a_shelf].data() + row % on_a_shelf * capacity_; }
    Tie* find(Row, Seat);
    void fade(Tie&) const;
    bool has_room(Row) const;
    Tie& room(Row);
    void warm(Tie& mine, Tie& theirs, Row a, Row b);
    void look_for_the_freshest(Row);
    void end_later(bool bridge, std::uint32_t renewed, int ties);

    static constexpr Row on_a_shelf = 64;

    std::size_t capacity_;
    std::vector<std::vector<Tie>> circles_;  // capacity_ per row, on shelves, so that a growing community moves nobody
    std::vector<std::uint16_t> used_; // per row, ended ties included
    std::vector<std::array<std::uint32_t, 2>> freshest_;  // per row and kind: when a tie was last renewed, of those not forgotten
    int most_at_a_time_ = 0;

    std::array<double, 2> time_{};
    std::array<std::uint32_t, 2> clock_{lifetime, lifetime};  // nothing was renewed before it began
    std::array<std::int64_t, 2> alive_{};
    std::array<std::vector<std::int32_t>, 2> ending_;  // by clock
};

}  // namespace ekkyo
