#include "chart.hpp"

namespace ekkyo {

void Chart::swap(Seat a, Seat b, int week, std::size_t seats)
{
    last_of_.resize(seats, none);
    last_at_.resize(seats, none);
    const Seat desk_a = desk_of(a), desk_b = desk_of(b);
    move(a, desk_b, week);
    move(b, desk_a, week);
}

void Chart::move(Seat seat, Seat desk, int week)
{
    const auto step = static_cast<std::uint32_t>(steps_.size());
    steps_.push_back({seat, desk, week, last_of_[seat], last_at_[desk]});
    last_of_[seat] = last_at_[desk] = step;
}

}  // namespace ekkyo
