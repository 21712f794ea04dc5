#pragma once

#include <array>
#include <bit>
#include <cstdint>

/// The usual fast generator of random numbers: xoshiro256+ (Blackman & Vigna 2021), its state filled by splitmix64.
class Xoshiro {
public:
    explicit Xoshiro(std::uint64_t seed)
    {
        for (auto& word : state_) {
            std::uint64_t z = (seed += 0x9E3779B97F4A7C15);
            z               = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
            z               = (z ^ (z >> 27)) * 0x94D049BB133111EB;
            word            = z ^ (z >> 31);
        }
    }

    std::uint64_t operator()()
    {
        const std::uint64_t drawn = state_[0] + state_[3];
        const std::uint64_t high  = state_[1] << 17;
        state_[2] ^= state_[0];
        state_[3] ^= state_[1];
        state_[1] ^= state_[2];
        state_[0] ^= state_[3];
        state_[2] ^= high;
        state_[3] = std::rotl(state_[3], 45);
        return drawn;
    }

    /// A number in [0, 1).
    double uniform() { return static_cast<double>((*this)() >> 11) * 0x1p-53; }

    /// One of 0 .. n-1.
    std::uint32_t below(std::uint32_t n) { return static_cast<std::uint32_t>(((*this)() >> 32) * n >> 32); }

private:
    std::array<std::uint64_t, 4> state_;
};
