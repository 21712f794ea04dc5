#pragma once

#include "company.hpp"

namespace ekkyo {

/// The colleagues everybody has without a community: the same in all worlds, renewed as fast as they fade.
///
/// Nothing is stored. In every slot the seats of a silo (or of the whole company) are paired by an addressed
/// permutation that changes from epoch to epoch, so that knowing is mutual and one more seat hardly moves anybody.
class Circle {
public:
    Circle(const Founding&, const Company&, const Luck&);

    /// Calls `visit(colleague)` for the team mates of a seat and the rest of its circle in that week.
    template <class Visit>
    void each(Seat seat, int week, Visit visit) const
    {
        const auto [first, next] = founding_->team_of(seat);
        for (Seat mate = first; mate < next; mate++)
            if (mate != seat) visit(mate);
        for (int slot = 0; slot < near_.slots + far_.slots; slot++)
            if (const Seat other = partner(seat, slot, week); other != nobody) visit(other);
    }

    /// One of them, whoever somebody happens to talk to and is there to be talked to; nobody where there is none.
    template <class IsThere>
    Seat one_of(Seat seat, int week, Draw draw, IsThere is_there) const
    {
        constexpr int looks      = 100;
        const auto [first, next] = founding_->team_of(seat);
        const auto mates         = next - first - 1;
        const auto all           = mates + static_cast<std::uint32_t>(near_.slots + far_.slots);
        for (int look = 0; look < looks && all > 0; look++) {
            const std::uint32_t place = draw.below(all);
            const Seat other = place < mates ? first + place + (first + place >= seat) : partner(seat, place - mates, week);
            if (other != nobody && is_there(other)) return other;
        }
        return nobody;
    }

    /// How many colleagues outside the team somebody has on average, and how many of them in another silo.
    double size() const { return near_.slots * near_.kept + far_.slots * far_.kept; }
    double bridges() const { return bridges_; }

private:
    struct Slots {
        int slots   = 0;
        double kept = 0;  // the share of pairs that know each other
        int epoch   = 1;  // weeks until a slot is paired anew
    };

    Seat partner(Seat, int slot, int week) const;

    const Founding* founding_;
    Luck luck_;
    Slots near_, far_;
    double bridges_ = 0;
};

}  // namespace ekkyo
