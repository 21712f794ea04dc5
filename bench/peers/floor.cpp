// The floor of visiting everybody: each knows how many colleagues are inside, as whoever joins or leaves tells theirs,
// and a week is one straight sweep, sixteen people at a time. Hardly any program that asks everybody is faster.

#include "xoshiro.hpp"
#include "yardstick.hpp"

#include <algorithm>
#include <cstring>

namespace {

using namespace yardstick;

/// Sixteen generators side by side, for vector instructions: xoshiro128+ (Blackman & Vigna 2021).
class Sixteen {
public:
    explicit Sixteen(std::uint64_t seed)
    {
        Xoshiro chance(seed);
        for (auto& word : state_)
            for (auto& lane : word) lane = static_cast<std::uint32_t>(chance() >> 32);
    }

    /// Numbers in [0, 1), for a multiple of sixteen people.
    void fill(float* numbers, Person count)
    {
        auto [a, b, c, d] = state_;
        for (Person i = 0; i < count; i += lanes) {
            for (int lane = 0; lane < lanes; lane++) {
                numbers[i + lane] = static_cast<float>(static_cast<std::int32_t>((a[lane] + d[lane]) >> 8)) * 0x1p-24f;
                const std::uint32_t high = b[lane] << 9;
                c[lane] ^= a[lane];
                d[lane] ^= b[lane];
                b[lane] ^= c[lane];
                a[lane] ^= d[lane];
                c[lane] ^= high;
                d[lane] = std::rotl(d[lane], 11);
            }
        }
        state_ = {a, b, c, d};
    }

private:
    static constexpr int lanes = 16;
    std::array<std::array<std::uint32_t, lanes>, 4> state_;
};

constexpr Person stretch = 2048;

/// Everybody, in columns that a sweep reads straight through. Padded to whole stretches with people who do nothing.
struct Everybody {
    Colleagues colleagues;
    std::vector<std::uint8_t> degree, inside, is_member;
    long members = 0;

    explicit Everybody(Colleagues drawn, Person people) : colleagues(std::move(drawn))
    {
        const std::size_t rows = (people + stretch - 1) / stretch * stretch;
        degree.assign(rows, 1);
        inside.assign(rows, 0);
        is_member.assign(rows, 0);
        // whoever has no colleagues has one who is never inside
        for (Person i = 0; i < people; i++)
            degree[i] = static_cast<std::uint8_t>(std::clamp(colleagues.of(i), 1u, 255u));
    }

    void change(Person i)
    {
        const int change = is_member[i] ? -1 : 1;
        is_member[i] ^= 1;
        members += change;
        colleagues.each(i, [&](Person colleague) { inside[colleague] += change; });
    }
};

/// Who of a stretch changes: one byte each.
void decide(const Everybody& all, Person from, const float* chance, std::uint8_t* changes)
{
    const std::uint8_t* degree    = &all.degree[from];
    const std::uint8_t* inside    = &all.inside[from];
    const std::uint8_t* is_member = &all.is_member[from];
    for (Person i = 0; i < stretch; i++) {
        const float share = static_cast<float>(inside[i]) / static_cast<float>(degree[i]);
        const float joins = static_cast<float>(discovery) + static_cast<float>(word_of_mouth) * share;
        changes[i]        = chance[i] < (is_member[i] ? static_cast<float>(leaving) : joins);
    }
}

}  // namespace

int main(int count, char** words)
{
    const Request asked(count, words);
    const Person people = asked.people;
    Everybody all(drawn(people, Xoshiro(asked.seed)), people);

    Xoshiro first(asked.seed + 1);
    for (Person i = 0; i < people; i++)
        if (first.uniform() < members_at_first) all.change(i);

    Sixteen chances(asked.seed + 2);
    std::vector<Person> changing;
    report("floor", asked, [&](int) {
        changing.clear();
        for (Person from = 0; from < people; from += stretch) {
            alignas(64) float chance[stretch];
            alignas(64) std::uint8_t changes[stretch];
            chances.fill(chance, stretch);
            decide(all, from, chance, changes);
            for (Person i = 0; i < stretch; i += 8) {
                std::uint64_t eight;
                std::memcpy(&eight, changes + i, 8);
                for (; eight; eight &= eight - 1) changing.push_back(from + i + std::countr_zero(eight) / 8);
            }
        }
        while (!changing.empty() && changing.back() >= people) changing.pop_back();
        for (Person i : changing) all.change(i);
        return all.members;
    });
}
