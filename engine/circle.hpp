#pragma once

#include "chart.hpp"
#include "company.hpp"

#include <array>

namespace ekkyo {

/// The colleagues everybody has without a community: the same in all worlds, renewed as fast as they fade.
///
/// Nothing is stored. In every slot the seats of a silo, of a site, of a silo's people at a site, or of the whole company (and
/// of all others by themselves) are paired by an addressed permutation that changes from epoch to epoch, so that knowing is
/// mutual and one more seat hardly moves anybody. Whoever moves has a new team at once, and keeps their old colleagues until
/// a slot is paired anew, where people sit by then.
class Circle {
public:
    Circle(const Founding&, const Company&, const Luck&);

    /// Calls `visit(colleague)` for the team mates of a seat and the rest of its circle in that week.
    template <class Visit>
    void each(const Chart& chart, Seat seat, int week, Visit visit) const
    {
        const auto [first, next] = founding_->team_of(chart.desk_of(seat, week));
        for (Seat desk = first; desk < next; desk++)
            if (const Seat mate = chart.seat_at(desk, week); mate != seat) visit(mate);
        for (int slot = 0; slot < slots(); slot++)
            if (const Seat other = partner(chart, seat, slot, week); other != nobody) visit(other);
    }

    /// The same where nobody has moved.
    template <class Visit>
    void each(Seat seat, int week, Visit visit) const
    {
        each(Chart(), seat, week, visit);
    }

    /// One of them, whoever somebody happens to talk to and is there to be talked to; nobody where there is none.
    template <class IsThere>
    Seat one_of(const Chart& chart, Seat seat, int week, Draw draw, IsThere is_there) const
    {
        constexpr int looks      = 100;
        const Seat desk          = chart.desk_of(seat, week);
        const auto [first, next] = founding_->team_of(desk);
        const auto mates         = next - first - 1;
        const auto all           = mates + static_cast<std::uint32_t>(slots());
        for (int look = 0; look < looks && all > 0; look++) {
            const std::uint32_t place = draw.below(all);
            const Seat beside         = first + place + (first + place >= desk);
            const Seat other          = place < mates ? chart.seat_at(beside, week)
                                                      : partner(chart, seat, static_cast<int>(place - mates), week);
            if (other != nobody && is_there(other)) return other;
        }
        return nobody;
    }

    /// How many places for colleagues somebody has, at most: in the team and outside it.
    int places() const { return team_ + slots(); }

    /// How many colleagues outside the team somebody has on average, and how many of them in another silo.
    double size() const;
    double bridges() const { return bridges_; }

private:
    /// Whose seats are paired: those of a silo, of the company, of a site, or of a silo's people at a site.
    enum Among { silo, company, site, neighbours, kinds };

    struct Slots {
        int slots   = 0;
        double kept = 0;  // the share of pairs that know each other
        int epoch   = 1;  // weeks until a slot is paired anew
    };

    /// Those among whom somebody is paired: how many, their number, and at which place among them somebody is.
    struct Group {
        Seat size;
        std::uint64_t number;
        Seat place;
        Seat first;  // of a stretch of seats
        int site;    // or of a site, over all silos
    };

    int slots() const;
    Among kind_of(int slot) const;
    Group group_of(Seat desk, Among) const;
    Seat desk_at(const Group&, Seat place) const;
    Seat partner(const Chart&, Seat, int slot, int week) const;

    const Founding* founding_;
    Luck luck_;
    std::array<Slots, kinds> kinds_;
    std::vector<Seat> behind_;  // per site and silo: how many of the site are in the silos before
    int team_;
    double bridges_ = 0;
};

}  // namespace ekkyo
