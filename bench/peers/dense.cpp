// The yardstick as most would write it by hand: a loop over everybody, who each look at all their colleagues.

#include "xoshiro.hpp"
#include "yardstick.hpp"

int main(int count, char** words)
{
    using namespace yardstick;

    const Request asked(count, words);
    const Person people         = asked.people;
    const Colleagues colleagues = drawn(people, Xoshiro(asked.seed));

    Xoshiro chance(asked.seed + 1);
    std::vector<std::uint8_t> is_member(people), next(people);
    for (auto& member : is_member) member = chance.uniform() < members_at_first;

    report("dense", asked, [&](int) {
        long members = 0;
        for (Person i = 0; i < people; i++) {
            if (is_member[i]) {
                next[i] = chance.uniform() >= leaving;
            } else {
                int inside = 0;
                colleagues.each(i, [&](Person colleague) { inside += is_member[colleague]; });
                const double share = inside ? 1.0 * inside / colleagues.of(i) : 0;
                next[i]            = chance.uniform() < discovery + word_of_mouth * share;
            }
            members += next[i];
        }
        std::swap(is_member, next);
        return members;
    });
}
