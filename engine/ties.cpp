#include "ties.hpp"

#include <algorithm>

namespace ekkyo {

const std::array<double, Ties::lifetime> Ties::cooled = [] {
    std::array<double, lifetime> warmth;
    for (std::uint32_t t = 0; t < lifetime; t++) warmth[t] = exp2(-1.0 * t / half_life);
    return warmth;
}();

void Ties::pass_a_week(double bridge_half_life, double inside_half_life)
{
    for (const bool bridge : {false, true}) {
        const auto before = clock_[bridge];
        time_[bridge] += half_life / (bridge ? bridge_half_life : inside_half_life);
        clock_[bridge] = lifetime + static_cast<std::uint32_t>(time_[bridge]);

        // ties that nobody renewed in time end
        auto& ending = ending_[bridge];
        for (auto t = before + 1; t <= clock_[bridge] && t < ending.size(); t++) alive_[bridge] -= ending[t];
    }
}

void Ties::seat_at(Row row)
{
    if (row >= used_.size()) {
        used_.resize(row + 1);
        freshest_.resize(row + 1);
        while (circles_.size() <= row / on_a_shelf) circles_.emplace_back(on_a_shelf * capacity_);
    }
    used_[row]     = 0;
    freshest_[row] = {};
}

int Ties::count(Row row) const
{
    return static_cast<int>(std::ranges::count_if(circle(row), [&](const Tie& tie) { return is_alive(tie); }));
}

bool Ties::is_tied(Row row, Seat partner) const
{
    return std::ranges::any_of(circle(row), [&](const Tie& t) { return t.partner == partner && is_alive(t); });
}

Tie* Ties::find(Row row, Seat partner)
{
    Tie* first = places(row);
    Tie* tie   = std::find_if(first, first + used_[row], [&](const Tie& t) { return t.partner == partner && is_alive(t); });
    return tie == first + used_[row] ? nullptr : tie;
}

bool Ties::has_room(Row row) const
{
    return used_[row] < capacity_ || !std::ranges::all_of(circle(row), [&](const Tie& t) { return is_alive(t); });
}

// an unused place, or that of a tie that has ended
Tie& Ties::room(Row row)
{
    Tie* first = places(row);
    if (used_[row] == capacity_) return *std::find_if(first, first + capacity_, [&](const Tie& t) { return !is_alive(t); });
    most_at_a_time_ = std::max<int>(most_at_a_time_, used_[row] + 1);
    return first[used_[row]++];
}

// what is left of what the two owe each other, in whole quarters of a favour
void Ties::fade(Tie& tie) const
{
    const double left = tie.owed * warmth(tie);
    tie.owed          = static_cast<int>(left + (left < 0 ? -0.5 : 0.5));
}

void Ties::warm(Tie& mine, Tie& theirs, Row a, Row b)
{
    const bool bridge  = mine.bridge;
    const auto renewed = clock_[bridge];
    mine.renewed = theirs.renewed = freshest_[a][bridge] = freshest_[b][bridge] = renewed;
    end_later(bridge, renewed, +1);
}

bool Ties::renew(Row a, Seat seat_a, Row b, Seat seat_b)
{
    Tie* mine = find(a, seat_b);
    if (!mine) return false;
    Tie* theirs = find(b, seat_a);
    end_later(mine->bridge, mine->renewed, -1);
    fade(*mine), fade(*theirs);
    warm(*mine, *theirs, a, b);
    return true;
}

bool Ties::make(Row a, Seat seat_a, Row b, Seat seat_b, bool bridge)
{
    if (!has_room(a) || !has_room(b)) return false;
    Tie &mine = room(a), &theirs = room(b);
    mine = {.partner = seat_b, .bridge = bridge}, theirs = {.partner = seat_a, .bridge = bridge};
    warm(mine, theirs, a, b);
    return true;
}

void Ties::favour(Row from, Seat seat_from, Row to, Seat seat_to)
{
    Tie* giver = find(from, seat_to);
    Tie* taker = find(to, seat_from);
    if (!giver) return;
    giver->owed = std::max(giver->owed - quarters, -most);
    taker->owed = std::min(taker->owed + quarters, most);
}

void Ties::turn(Row a, Seat seat_a, Row b, Seat seat_b, bool bridge)
{
    Tie* mine   = find(a, seat_b);
    Tie* theirs = find(b, seat_a);
    if (!mine || mine->bridge == bridge) return;
    const auto age = now(*mine) - mine->renewed;
    end_later(mine->bridge, mine->renewed, -1);
    for (Tie* tie : {mine, theirs}) tie->bridge = bridge, tie->renewed = clock_[bridge] - age;
    for (Row row : {a, b}) look_for_the_freshest(row);
    end_later(bridge, mine->renewed, +1);
}

void Ties::forget(Row row, Seat partner)
{
    Tie* tie = find(row, partner);
    if (!tie) return;
    end_later(tie->bridge, tie->renewed, -1);
    *tie = places(row)[--used_[row]];
    look_for_the_freshest(row);
}

void Ties::look_for_the_freshest(Row row)
{
    freshest_[row] = {};
    for (const Tie& tie : circle(row)) freshest_[row][tie.bridge] = std::max<std::uint32_t>(freshest_[row][tie.bridge], tie.renewed);
}

void Ties::end_later(bool bridge, std::uint32_t renewed, int ties)
{
    auto& ending = ending_[bridge];
    if (renewed + lifetime >= ending.size()) ending.resize(renewed + 2 * lifetime);
    ending[renewed + lifetime] += ties;
    alive_[bridge] += ties;
}

}  // namespace ekkyo
