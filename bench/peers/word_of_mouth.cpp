// The yardstick in the engine's own parts: addressed luck, and a week that visits only those to whom something may
// happen.

#include "chance.hpp"
#include "parallel.hpp"
#include "week.hpp"
#include "yardstick.hpp"

namespace ekkyo {
namespace {

/// Who works with whom, who is a member, and how many of everybody's colleagues are.
struct Office {
    yardstick::Colleagues colleagues;
    std::vector<bool> is_member;
    std::vector<std::uint8_t> known, inside;
    long members = 0;

    double share_of_colleagues_inside(Seat seat) const { return inside[seat] ? 1.0 * inside[seat] / known[seat] : 0; }

    void change(Seat seat)
    {
        const int change = is_member[seat] ? -1 : 1;
        is_member[seat].flip();
        members += change;
        colleagues.each(seat, [&](Seat colleague) { inside[colleague] += change; });
    }
};

/// The rate of a small chance, to a millionth: the yardstick speaks of chances, a week of rates.
constexpr double small_rate_of(double chance)
{
    return chance * (1 + chance * (1 / 2. + chance * (1 / 3. + chance / 4.)));
}
static_assert(small_rate_of(0.042) / rate_of(0.042) - 1 < 1e-6 && small_rate_of(0.042) / rate_of(0.042) - 1 > -1e-6);

/// Outsiders find the community, or hear of it from colleagues, and join; members leave.
struct WordOfMouth {
    double discovery     = yardstick::discovery;
    double word_of_mouth = yardstick::word_of_mouth;
    double leaving       = yardstick::leaving;

    void operator()(const Week& week, Office& office) const
    {
        // an outsider joins the sooner, the more colleagues are inside; a member leaves whatever they do
        const double at_most = small_rate_of(discovery + word_of_mouth), drifting = small_rate_of(leaving);
        auto changing = [&](Seat seat) {
            if (office.is_member[seat]) return drifting;
            return small_rate_of(discovery + word_of_mouth * office.share_of_colleagues_inside(seat));
        };

        // then they all walk in or out
        for (Seat seat : week.befallen("peers/changes", EverySeat(office.is_member.size()), at_most, changing))
            office.change(seat);
    }
};

/// Everybody's colleagues, and the first members.
Office opened(const Luck& luck, Seat people)
{
    Office office{
        yardstick::paired(
            people,
            [&](auto visit) {
                for (Seat pair = 0; pair < yardstick::pairs_per_person * people; pair++) {
                    Draw draw(luck.key("peers/knows"), About::seat, 0, 0, pair);
                    const Seat one = draw.below(people);
                    visit(one, draw.below(people));
                }
            }),
        std::vector<bool>(people),
        std::vector<std::uint8_t>(people),
        std::vector<std::uint8_t>(people)};

    for (Seat seat = 0; seat < people; seat++) {
        office.known[seat] = static_cast<std::uint8_t>(office.colleagues.of(seat));
        if (luck.trait("peers/starts", seat, 0) < yardstick::members_at_first) office.change(seat);
    }
    return office;
}

}  // namespace
}  // namespace ekkyo

int main(int count, char** words)
{
    using namespace ekkyo;

    const yardstick::Request asked(count, words);
    const Luck luck{asked.seed};
    const Support nothing;
    Office office = opened(luck, asked.people);
    with_threads(1, [&] {
        yardstick::report("word_of_mouth", asked, [&](int week) {
            WordOfMouth{}(Week(luck, week, nothing), office);
            return office.members;
        });
    });
}
