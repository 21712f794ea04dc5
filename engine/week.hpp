#pragma once

#include "chance.hpp"
#include "organization.hpp"
#include "parallel.hpp"
#include "support.hpp"

#include <array>
#include <utility>
#include <vector>

namespace ekkyo {

/// The payroll as the rare-event field is laid over it: plots of 1,024 seats.
inline constexpr int plot_bits    = 10;
inline constexpr Seat plot_size   = 1 << plot_bits;
static_assert(large_block % plot_size == 0);

/// A stripe of the field: marks from `low` on, in which a plot has 2^points points on average.
struct Stratum {
    double low;
    int points;

    constexpr double width() const { return static_cast<double>(1u << points) / plot_size; }
};

/// [0, 2^-7), [2^-7, 2^-6), ... [1/16, 1/8), and from there on slices of 1/8.
constexpr Stratum stratum(int s)
{
    constexpr int eight = 3, most = plot_bits - 3;  // a handful of points costs no more to draw than one
    if (s == 0) return {0, eight};
    if (s <= most - eight) return {static_cast<double>(1u << (eight + s - 1)) / plot_size, eight + s - 1};
    return {0.125 * (s - (most - eight)), most};
}

/// How many points there are where 2^points are expected, for a chance in [0, 2^64).
std::uint32_t points_in(const Stratum&, std::uint64_t chance);

/// The chances of one question in one week.
struct Chances {
    std::uint64_t key;
    std::uint32_t week;

    Draw of(Seat seat, std::uint32_t k = 0) const { return Draw(key, About::seat, k, week, seat); }
    Draw of_pair(Seat a, Seat b, std::uint32_t k = 0) const
    {
        return Draw(key, About::pair, k, week, std::min(a, b), std::max(a, b));
    }
    /// One number for each of those whom somebody may turn to.
    Lots among_friends_of(Seat seat, std::uint32_t k = 0) const
    {
        return Lots(key, (std::uint64_t{week} << 12 | k) << 32 | seat);
    }
    Draw of_company() const { return Draw(key, About::company, 0, week, 0); }
};

/// One week: when it is, what was planned for it, whose luck it has, and how to ask everybody at once.
///
/// The verbs run on all cores and give the same answer on one. What they are given may read the whole organization
/// but changes nothing; what comes back is acted on in order.
class Week {
public:
    Week(const Luck& luck, int number, const Support& plan, bool draws_everybody = false, int first_day = april_2026)
        : luck_(luck), number_(number), plan_(plan), draws_everybody_(draws_everybody), day_(first_day + 7 * number)
    {
    }

    /// A rate that leaves nobody out (e^-32 of a chance).
    static constexpr double certain = 32;

    /// Follow everybody one by one, also those whom the community has not touched. Slow; only to check the rest.
    bool draws_everybody() const { return draws_everybody_; }

    int number() const { return number_; }
    const Luck& luck() const { return luck_; }

    /// Its first day, in days since 1970.
    int day() const { return day_; }

    /// What the company has decided to put in this week.
    const Support& plan() const { return plan_; }

    Chances chances(Question question) const { return {luck_.key(question), static_cast<std::uint32_t>(number_)}; }

    /// One number for everybody, and another for the how-manieth time it is asked this week.
    Lots lots(Question question, std::uint32_t k = 0) const
    {
        return Lots(luck_.key(question), std::uint64_t{k} << 32 | static_cast<std::uint32_t>(number_));
    }

    /// Each of the first n does something that concerns nobody else.
    template <class Act>
    void each(std::size_t n, Act act) const
    {
        for_each_block(n, [&](std::size_t, std::size_t first, std::size_t last) {
            for (std::size_t i = first; i < last; i++) act(i);
        });
    }

    /// What the first n of something come up with, in their order, so many at a time.
    template <class Thing, class Offer>
    std::vector<Thing> collect(std::size_t n, Offer offer, std::size_t at_a_time = block_size) const
    {
        const auto offers = [&](std::size_t first, std::size_t last, auto& heap) {
            for (std::size_t i = first; i < last; i++) offer(i, heap);
        };
        return gathered<Thing>(n, offers, at_a_time);
    }

    /// What the first n of something come to, all together, in their order.
    template <class Sum, class Count>
    Sum add_up(std::size_t n, Count count) const
    {
        std::vector<Sum> parts(std::max<std::size_t>(1, blocks_in(n)));
        for_each_block(n, [&](std::size_t block, std::size_t first, std::size_t last) {
            Sum part;
            for (std::size_t i = first; i < last; i++) count(i, part);
            parts[block] = std::move(part);
        });
        for (std::size_t block = 1; block < parts.size(); block++) parts[0] += parts[block];
        return std::move(parts[0]);
    }

    /// What the people come to, by seat and row, whose week the community may have changed.
    template <class Sum, class Count>
    Sum add_up_touched(const Organization& org, Count count) const
    {
        if (draws_everybody_)
            return add_up<Sum>(org.seats(), [&](std::size_t s, Sum& sum) {
                if (org.is_employed(static_cast<Seat>(s))) count(static_cast<Seat>(s), org.row[s], sum);
            });
        return add_up<Sum>(org.members.size(), [&](std::size_t r, Sum& sum) {
            if (org.members[r].seat != nobody) count(org.members[r].seat, static_cast<Row>(r), sum);
        });
    }

    /// Those of the first n who say yes.
    template <class Decide>
    std::vector<std::uint32_t> select(std::size_t n, Decide decide) const
    {
        return collect<std::uint32_t>(n, [&](std::size_t i, auto& yes) {
            if (decide(i)) yes.push_back(static_cast<std::uint32_t>(i));
        });
    }

    /// Those of some seats to whom something rare happens, visiting only those to whom it may.
    ///
    /// Over seats x [0, inf) lies a field of points, one per unit area on average; it happens to a seat when one of
    /// its points lies below `rate(seat)`: with probability 1 - exp(-rate). Only points below the ceiling are
    /// visited. The field is the same in all worlds, so a higher rate keeps every event of a lower one.
    template <class Among, class Rate>
    std::vector<Seat> befallen(Question question, const Among& among, double ceiling, Rate rate) const
    {
        const auto befalls_one = [&](std::size_t s) {
            return among.contains(static_cast<Seat>(s)) && befalls(question, s, rate(static_cast<Seat>(s)));
        };
        if (ceiling >= certain) return select(among.end(), befalls_one);
        return met_by(question, among, ceiling, [&](Seat s, double mark) { return mark < rate(s); });
    }

    /// Whether it happens to one seat.
    bool befalls(Question question, std::size_t seat, double rate) const
    {
        if (rate >= certain) return true;
        bool found = false;
        for_each_point(
            luck_.key(question), seat / plot_size, rate, [&](Seat s, double) { found = found || s == seat; });
        return found;
    }

    /// The same where each point is an occasion of its own, and `comes_of_it(seat, mark)` tells whether anything does (itself
    /// asking no such question). The cost grows with the ceiling: a rate beyond `certain` adds nothing.
    template <class Among, class Comes>
    std::vector<Seat> met_by(Question question, const Among& among, double ceiling, Comes comes_of_it) const
    {
        // who may be met is known before anybody is looked at more closely, so that many are fetched from memory at once
        const auto key = luck_.key(question);
        return gathered<Seat>(among.end(), [&](std::size_t first, std::size_t last, auto& heap) {
            thread_local std::vector<std::pair<Seat, double>> points;
            points.clear();
            for (std::size_t plot = first / plot_size; plot * plot_size < last; plot++)
                for_each_point(key, plot, ceiling, [&](Seat s, double mark) {
                    if (s < last && among.contains(s)) points.emplace_back(s, mark);
                });
            Seats met(points.empty() ? 0 : last - first);
            for (const auto& [s, mark] : points) met.insert(s - static_cast<Seat>(first), comes_of_it(s, mark));
            met.each([&](Seat s) { heap.push_back(static_cast<Seat>(first) + s); });
        }, large_block);
    }

private:
    static constexpr int april_2026 = 20544;  // the first of it

    template <class Visit>
    void for_each_point(std::uint64_t key, std::size_t plot, double ceiling, Visit visit) const
    {
        constexpr int mark_bits = 32 - plot_bits;
        for (int s = 0; stratum(s).low < ceiling; s++) {
            const Stratum stripe = stratum(s);
            Draw draw(key, About::block, s, number_, static_cast<Seat>(plot));
            const std::uint64_t high   = draw();
            const std::uint32_t points = points_in(stripe, high << 32 | draw());
            for (std::uint32_t p = 0; p < points; p++) {
                const std::uint32_t word = draw();
                const double height      = ((word & ((1u << mark_bits) - 1)) + 0.5) / (1u << mark_bits);
                const double mark        = stripe.low + height * stripe.width();
                if (mark < ceiling) visit(static_cast<Seat>(plot * plot_size + (word >> mark_bits)), mark);
            }
        }
    }

    // a heap per block, put together in their order
    template <class Thing, class Gather>
    static std::vector<Thing> gathered(std::size_t n, Gather gather, std::size_t at_a_time)
    {
        std::vector<Thing> all;
        if (n <= at_a_time) return gather(std::size_t{0}, n, all), all;
        std::vector<std::vector<Thing>> heaps(blocks_in(n, at_a_time));
        const auto into_its_heap = [&](std::size_t block, std::size_t first, std::size_t last) {
            gather(first, last, heaps[block]);
        };
        for_each_block(n, into_its_heap, at_a_time);
        std::vector<std::size_t> places{0};
        for (const auto& heap : heaps) places.push_back(places.back() + heap.size());
        all.resize(places.back());
        const auto put_in_place = [&](std::size_t h) {
            std::ranges::copy(heaps[h], all.begin() + static_cast<std::ptrdiff_t>(places[h]));
        };
        if (all.size() > large_block) in_parallel(heaps.size(), put_in_place);
        else for (std::size_t h = 0; h < heaps.size(); h++) put_in_place(h);
        return all;
    }

    Luck luck_;
    int number_;
    const Support& plan_;
    bool draws_everybody_;
    int day_;
};

}  // namespace ekkyo
