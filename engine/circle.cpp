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
        return static_cast<std::uint32_t>(scramble(key + golden * (r + 1) + x)) & mask();
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
    // how many pairs there are: all, those of a silo, of a site, and of both
    const auto pairs = [](double people) { return people * (people - 1); };
    double in_silo = 0, at_site = 0, beside = 0;
    behind_.assign(founding.sites * (founding.silos() + 1), 0);
    for (std::size_t s = 0; s < founding.silos() && founding.is_own_silo(s); s++)
        in_silo += pairs(founding.silo_first[s + 1] - founding.silo_first[s]);
    for (int site = 0; site < founding.sites; site++) {
        Seat* behind = &behind_[site * (founding.silos() + 1)];
        for (std::size_t s = 0; s < founding.silos(); s++) {
            const Seat here = founding.is_own_silo(s) ? founding.first_at(s, site + 1) - founding.first_at(s, site) : 0;
            beside += pairs(here);
            behind[s + 1] = behind[s] + here;
        }
        at_site += pairs(behind[founding.silos()]);
    }

    // the odds ratios say how often each knows each other; with one site there is no border between sites
    const double silo_odds = company.silo_strength, site_odds = founding.sites > 1 ? company.site_strength : 1;
    const double all = pairs(founding.own_seats());
    const double sum =
        all + (silo_odds - 1) * in_silo + (site_odds - 1) * at_site + (silo_odds - 1) * (site_odds - 1) * beside;
    const double of_each = sum > 0 ? company.colleagues / sum : 0;
    bridges_             = of_each * (all - in_silo + (site_odds - 1) * (at_site - beside));

    // pairs drawn over the whole company, or a site, fall into one silo now and then
    auto slots_for = [](double ties, int epoch) {
        const int slots = static_cast<int>(std::ceil(ties));
        return Slots{slots, slots ? ties / slots : 0, epoch};
    };
    const double far  = all > in_silo ? of_each * all : 0;
    const double here = of_each * (site_odds - 1) * at_site, next_to = of_each * (silo_odds - 1) * (site_odds - 1) * beside;
    kinds_ = {
        slots_for(company.colleagues - far - here - next_to, near_epoch),
        slots_for(far, far_epoch),
        slots_for(here, far_epoch),
        slots_for(next_to, near_epoch)};
}

double Circle::size() const
{
    double size = 0;
    for (const Slots& kind : kinds_) size += kind.slots * kind.kept;
    return size;
}

int Circle::slots() const
{
    int slots = 0;
    for (const Slots& kind : kinds_) slots += kind.slots;
    return slots;
}

Circle::Among Circle::kind_of(int slot) const
{
    int kind = silo;
    while (slot >= kinds_[kind].slots) slot -= kinds_[kind++].slots;
    return static_cast<Among>(kind);
}

Circle::Group Circle::group_of(Seat desk, Among among) const
{
    const bool own = founding_->is_own(desk);
    if (among == company) {
        const Seat first = own ? 0 : founding_->own_seats(), next = own ? founding_->own_seats() : founding_->seats();
        return {next - first, !own, desk - first, first, -1};
    }
    const Silo in  = founding_->silo_of(desk);
    const Seat all = founding_->silo_first[in];
    if (among == silo) return {founding_->silo_first[in + 1] - all, in, desk - all, all, -1};

    // sites are numbered behind silos
    const int at               = founding_->site_of(desk);
    const Seat first           = founding_->first_at(in, at), next = founding_->first_at(in, at + 1);
    const std::uint64_t number = (std::uint64_t{1} + at) << 48;
    if (among == neighbours) return {next - first, number | in, desk - first, first, -1};
    const Seat* behind = &behind_[at * (founding_->silos() + 1)];
    return {own ? behind[founding_->silos()] : 0, number, behind[in] + desk - first, 0, at};
}

Seat Circle::desk_at(const Group& group, Seat place) const
{
    if (group.site < 0) return group.first + place;
    const auto row  = behind_.begin() + group.site * (founding_->silos() + 1);
    const auto in   = std::upper_bound(row, row + founding_->silos() + 1, place) - row - 1;
    return founding_->first_at(in, group.site) + place - row[in];
}

Seat Circle::partner(const Chart& chart, Seat seat, int slot, int week) const
{
    const Among among  = kind_of(slot);
    const Slots& kind  = kinds_[among];
    const int shift    = slot * kind.epoch / kind.slots;
    const auto epoch   = static_cast<std::uint32_t>(week + shift) / kind.epoch;
    const int begins   = static_cast<int>(epoch) * kind.epoch - shift;
    const Group group  = group_of(chart.desk_of(seat, begins), among);
    const auto pairing = luck_.key("circle/who knows whom") + (std::uint64_t{epoch} << 32 | slot << 16 | group.number);
    if (group.size < 2) return nobody;

    const Shuffle shuffle{scramble(pairing), group.size};
    const std::uint32_t beside = shuffle(group.place) ^ 1;
    if (beside >= group.size) return nobody;

    const Seat other = chart.seat_at(desk_at(group, shuffle.back(beside)), begins);
    Draw draw(luck_.key("circle/knows"), About::pair, slot, epoch, std::min(seat, other), std::max(seat, other));
    return draw.chance(kind.kept) ? other : nobody;
}

}  // namespace ekkyo
