#pragma once

#include "arithmetic.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string_view>

/// Chance, addressed rather than consumed.
///
/// The same seed, replicate, question, week and seat always draw the same numbers: on any number of threads, in any
/// order, in any world, and whatever other processes do.
namespace ekkyo {

/// A place on the payroll. Seats are never renumbered; people come and go.
using Seat = std::uint32_t;

inline constexpr Seat nobody = 0xFFFFFFFF;

/// A question that a process puts to chance, known by its name: "joining/hears of it".
struct Question {
    std::string_view name;
    std::uint64_t hash;

    consteval Question(const char* name) : name(name), hash(14695981039346656037u)
    {
        for (char letter : this->name) hash = (hash ^ static_cast<unsigned char>(letter)) * 1099511628211u;
    }
};

/// Spreads the bits of a number over all of it (Stafford 2011, variant 13).
constexpr std::uint64_t scramble(std::uint64_t x)
{
    x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9;
    x = (x ^ (x >> 27)) * 0x94D049BB133111EB;
    return x ^ (x >> 31);
}

/// How far apart neighbours lie before they are scrambled: the golden ratio in 64 bits (Steele, Lea & Flood 2014).
inline constexpr std::uint64_t golden = 0x9E3779B97F4A7C15;

/// One number for each of many: the cheapest way to ask everybody the same question (SplitMix64; Steele, Lea & Flood
/// 2014, the key's stream, read at the seat).
class Lots {
public:
    constexpr Lots(std::uint64_t key, std::uint64_t time) : stream_(scramble(key + golden * (time + 1))) {}

    /// A number strictly between 0 and 1.
    constexpr double of(Seat seat) const
    {
        return (static_cast<double>(scramble(stream_ + golden * (std::uint64_t{seat} + 1)) >> 12) + 0.5) * 0x1p-52;
    }

    /// How long until something of rate 1 happens to somebody, but no longer than so long: cheap where little happens, as
    /// there is seldom a logarithm to take.
    constexpr double mark_up_to(Seat seat, double time) const
    {
        const double chance = of(seat);
        return chance <= 1 - time ? time : std::min(time, -log(chance));
    }

    /// Whether it happens to somebody at such a rate.
    constexpr bool befalls(Seat seat, double rate) const { return mark_up_to(seat, rate) < rate; }

private:
    std::uint64_t stream_;
};

/// What is asked about: one person in one week, a pair, a block of the payroll. They never share an address.
enum class About : std::uint32_t { seat, pair, block, company };

using Words = std::array<std::uint32_t, 4>;

/// Philox-4x32-7 (Salmon et al. 2011): four words of chance for a counter and a key, in the fewest rounds that pass all
/// tests of BigCrush.
constexpr Words philox(Words counter, std::array<std::uint32_t, 2> key)
{
    for (int round = 0; round < 7; round++) {
        const std::uint64_t a = std::uint64_t{0xD2511F53} * counter[0];
        const std::uint64_t b = std::uint64_t{0xCD9E8D57} * counter[2];

        counter = {
            static_cast<std::uint32_t>(b >> 32) ^ counter[1] ^ key[0],
            static_cast<std::uint32_t>(b),
            static_cast<std::uint32_t>(a >> 32) ^ counter[3] ^ key[1],
            static_cast<std::uint32_t>(a)};
        key = {key[0] + 0x9E3779B9, key[1] + 0xBB67AE85};
    }
    return counter;
}

/// The chances at one address. A uniform random bit generator, so that Boost.Random distributions draw from it.
class Draw {
public:
    using result_type = std::uint32_t;

    constexpr Draw(std::uint64_t key, About about, std::uint32_t k, std::uint32_t week, Seat seat, Seat other = 0)
        : key_{static_cast<std::uint32_t>(key), static_cast<std::uint32_t>(key >> 32)},
          counter_{static_cast<std::uint32_t>(about) << 28 | k << 12, week, seat, other}
    {
    }

    static constexpr result_type min() { return 0; }
    static constexpr result_type max() { return 0xFFFFFFFF; }

    constexpr result_type operator()()
    {
        if (used_ == words_.size()) {
            words_ = philox(counter_, key_);
            counter_[0]++;
            used_ = 0;
        }
        return words_[used_++];
    }

    /// A number strictly between 0 and 1.
    constexpr double uniform() { return ((*this)() + 0.5) * 0x1p-32; }

    /// True with the given probability.
    constexpr bool chance(double probability) { return uniform() < probability; }

    /// How long until something of rate 1 happens.
    constexpr double mark() { return -log(uniform()); }

    /// One of 0 .. n-1, all alike.
    constexpr std::uint32_t below(std::uint32_t n)
    {
        return static_cast<std::uint32_t>((std::uint64_t{(*this)()} * n) >> 32);
    }

private:
    std::array<std::uint32_t, 2> key_;
    Words counter_;
    Words words_{};
    std::size_t used_ = 4;
};

/// The luck of one replicate: what all its worlds share.
struct Luck {
    std::uint64_t seed      = 1;
    std::uint32_t replicate = 0;

    constexpr std::uint64_t key(std::uint64_t hash) const
    {
        return scramble(scramble(scramble(seed + golden) ^ replicate) ^ hash);
    }
    constexpr std::uint64_t key(Question question) const { return key(question.hash); }

    /// What the person is like who holds a seat, whatever the week: a number strictly between 0 and 1.
    constexpr double trait(Question question, Seat seat, std::uint32_t generation) const
    {
        return Lots(key(question), generation).of(seat);
    }
};

}  // namespace ekkyo
