#include "circle.hpp"

#include "calendar.hpp"

#include <algorithm>
#include <bit>
#include <cmath>

namespace ekkyo {

namespace {

/// A shuffle of 0 .. n-1 that needs no memory: four Feistel rounds, walked until they land inside.
struct Shuffle {
    std::uint64_t key;
    std::uint32_t n;
    int half = (std::bit_width(n - 1) + 1) / 2;

    std::uint32_t round(int r, std::uint32_t x) const
    {
        return static_cast<std::uint32_t>(scramble(key + std::uint64_t{0x9E3779B97F4A7C15} * (r + 1) + x)) & mask();
    }
    std::uint32_t mask() const { return (1u << half) - 1; }

    std::uint32_t operator()(std::uint32_t x) const
    {
        do {
            std::uint32_t left = x >> half, right = x & mask();
            for (int r = 0; r < 4; r++) left ^= round(r, right), std::swap(left, right);
            x = left << half | right;
        } while (x >= n);
        return x;
    }

    std::uint32_t back(std::uint32_t x) const
    {
        do {
            std::uint32_t left = x >> half, right = x & mask();
            for (int r = 3; r >= 0; r--) std::swap(left, right), left ^= round(r, right);
            x = left << half | right;
        } while (x >= n);
        return x;
    }
};

// half-lives of ties inside a silo and across silos (18 and 8 months, as in bonding) as the mean life of a slot
constexpr int near_epoch = static_cast<int>(weeks_from_months(18) / ln2);
constexpr int far_epoch  = static_cast<int>(weeks_from_months(8) / ln2);

}  // namespace

Circle::Circle(const Founding& founding, const Company& company, const Luck& luck)
    : founding_(&founding), luck_(luck), team_(company.team_size)
{
    // the odds ratio and the sizes of the silos say how many of all ties would cross
    const double n = founding.own_seats();
    double within = 0, across = 0, same = 0;
    for (std::size_t s = 0; s < founding.silos() && founding.is_own_silo(s); s++) {
        const double size = founding.silo_first[s + 1] - founding.silo_first[s];
        within += size * (size - 1) * company.silo_strength;
        across += size * (n - size);
        same += n > 1 ? size * (size - 1) / (n * (n - 1)) : 0;
    }
    const double crossing = within + across > 0 ? across / (within + across) : 0;

    // pairs drawn over the whole company fall into one silo now and then
    bridges_         = company.colleagues * crossing;
    const double far = same < 1 ? std::min(company.colleagues, bridges_ / (1 - same)) : 0;
    auto slots_for   = [](double ties, int epoch) {
        const int slots = static_cast<int>(std::ceil(ties));
        return Slots{slots, slots ? ties / slots : 0, epoch};
    };
    near_ = slots_for(company.colleagues - far, near_epoch);
    far_  = slots_for(far, far_epoch);
}

Seat Circle::partner(const Chart& chart, Seat seat, int slot, int week) const
{
    const bool far     = slot >= near_.slots;
    const Slots& kind  = far ? far_ : near_;
    const int shift    = slot * kind.epoch / kind.slots;
    const auto epoch   = static_cast<std::uint32_t>(week + shift) / kind.epoch;
    const int begins   = static_cast<int>(epoch) * kind.epoch - shift;
    const Seat desk    = chart.desk_of(seat, begins);
    const bool own     = founding_->is_own(desk);
    const Silo silo    = far ? Silo{!own} : founding_->silo_of(desk);
    const Seat all     = own ? 0 : founding_->own_seats();
    const Seat first   = far ? all : founding_->silo_first[silo];
    const Seat next    = !far ? founding_->silo_first[silo + 1] : own ? founding_->own_seats() : founding_->seats();
    const auto pairing = luck_.key("circle/who knows whom") + (std::uint64_t{epoch} << 32 | slot << 16 | silo);
    if (next - first < 2) return nobody;

    const Shuffle shuffle{scramble(pairing), next - first};
    const std::uint32_t place = shuffle(desk - first), beside = place ^ 1;
    if (beside >= next - first) return nobody;

    const Seat other = chart.seat_at(first + shuffle.back(beside), begins);
    Draw draw(luck_.key("circle/knows"), About::pair, slot, epoch, std::min(seat, other), std::max(seat, other));
    return draw.chance(kind.kept) ? other : nobody;
}

}  // namespace ekkyo
