#pragma once

#include "chance.hpp"

#include <bit>
#include <cstdint>
#include <vector>

namespace ekkyo {

/// A set of seats, one bit each: who is asked about at random is mostly found in the cache.
class Seats {
public:
    explicit Seats(std::size_t seats = 0) : words_((seats + bits - 1) / bits) {}

    bool contains(Seat s) const { return words_[s / bits] >> s % bits & 1; }
    void insert(Seat s, bool yes = true) { words_[s / bits] |= std::uint64_t{yes} << s % bits; }
    void erase(Seat s) { words_[s / bits] &= ~bit(s); }

    /// No seat from here on is among them.
    std::size_t end() const { return words_.size() * bits; }

    /// How many stretches of 64 seats there are, and whoever of one says yes, and nobody else of it.
    std::size_t stretches() const { return words_.size(); }
    template <class Says>
    void ask(std::size_t stretch, Says yes)
    {
        std::uint64_t word = 0;
        for (Seat s = 0; s < bits; s++) word |= std::uint64_t{yes(static_cast<Seat>(stretch) * bits + s)} << s;
        words_[stretch] = word;
    }

    /// Calls `visit(seat)` for each, in the order of the payroll.
    template <class Visit>
    void each(Visit visit) const
    {
        for (std::size_t w = 0; w < words_.size(); w++)
            for (std::uint64_t left = words_[w]; left; left &= left - 1)
                visit(static_cast<Seat>(w * bits) + static_cast<Seat>(std::countr_zero(left)));
    }

private:
    static constexpr Seat bits = 64;
    static constexpr std::uint64_t bit(Seat s) { return std::uint64_t{1} << s % bits; }

    std::vector<std::uint64_t> words_;
};

/// All seats up to one, whoever holds them and whether anybody does.
class EverySeat {
public:
    explicit EverySeat(std::size_t end) : end_(end) {}

    bool contains(Seat s) const { return s < end_; }
    std::size_t end() const { return end_; }

private:
    std::size_t end_;
};

}  // namespace ekkyo
