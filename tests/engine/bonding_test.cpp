#include "problems.hpp"
#include "tiny.hpp"

namespace ekkyo {
namespace {

Model still_but(const Bonding& bonding)
{
    Model model   = still();
    model.bonding = bonding;
    return model;
}

const Company four_people{
    .employees = 4, .silos = 2, .team_size = 1, .colleagues = 0, .people = "", .turnover = "drawn"};

/// Two people of a silo (0, 1) and one of another (2) are members, and know each other.
void befriend(Organization& org)
{
    for (Seat s : {0, 1, 2}) org.enter(s, -20);
    org.meet(0, 1), org.meet(0, 2);
}

TEST(bonding, ends_a_tie_after_three_half_lives_of_its_own_kind)
{
    // three half-lives of 2 and of 4 months: 26.09 and 52.18 weeks
    Bonding bonding;
    bonding.bridge_half_life = 2, bonding.inside_half_life = 4;
    Tiny tiny(four_people, still_but(bonding));
    befriend(tiny.org);
    for (int week = 0; week < 60; week++) {
        const Page page = tiny.live(week);
        EXPECT_EQ(page.bridges, week + 1 <= 26) << week;
        EXPECT_EQ(page.ties, (week + 1 <= 26) + (week + 1 <= 52)) << week;
        EXPECT_EQ(tiny.org.is_tied(0, 2), week + 1 <= 26) << week;
    }
}

TEST(bonding, makes_an_outsider_of_who_has_left_and_lost_touch)
{
    Bonding bonding;
    bonding.bridge_half_life = bonding.inside_half_life = 1;
    Tiny tiny(four_people, still_but(bonding));
    befriend(tiny.org);
    tiny.org.exit(0), tiny.org.exit(1);
    for (int week = 0; week < 13; week++) tiny.live(week);
    EXPECT_NE(tiny.org.row[0], outside) << "still remembers people";
    tiny.live(13);
    EXPECT_EQ(tiny.org.row[0], outside);
    EXPECT_EQ(tiny.org.row[1], outside);
    EXPECT_NE(tiny.org.row[2], outside) << "is a member without ties";

    // whoever comes next takes the free row, and starts without ties
    tiny.org.enter(3, 14);
    EXPECT_EQ(tiny.org.members.size(), 3u);
    EXPECT_EQ(tiny.org.ties.count(tiny.org.row[3]), 0);
}

TEST(bonding, takes_as_much_of_old_colleagues_as_new_ties_need)
{
    Bonding bonding;
    bonding.displacement = 25;
    Tiny tiny(four_people, still_but(bonding));
    befriend(tiny.org);
    tiny.live(0);
    EXPECT_EQ(tiny.org.in_sight(10, 0), 10);
    EXPECT_EQ(tiny.org.in_sight(10, 2), 9.5);
    EXPECT_EQ(tiny.org.in_sight(1, 30), 0) << "nobody has fewer than none";
}

TEST(bonding, lets_nobody_keep_up_more_ties_than_their_circle_holds)
{
    Model model          = still();
    model.bonding.circle = 3;
    Tiny tiny({.employees = 40, .silos = 2, .people = "", .turnover = "drawn"}, model);
    for (Seat s = 0; s < 40; s++) tiny.org.enter(s, -20);
    for (Seat a = 0; a < 40; a++)
        for (Seat b = 0; b < a; b++) tiny.org.meet(a, b);
    double ends = 0;
    for (Seat s = 0; s < 40; s++) {
        EXPECT_EQ(tiny.org.ties.count(tiny.org.row[s]), 3);
        ends += 3;
    }
    EXPECT_EQ(tiny.org.ties.alive(true) + tiny.org.ties.alive(false), ends / 2);
}

TEST(bonding, costs_sight_of_old_colleagues_when_somebody_is_asked_for_help)
{
    // ten old colleagues and one new friend, who displaces half a colleague; one in ten knows the answer
    Model model   = still();
    model.bonding = {1200, 1200, 30, 50};
    Tiny tiny({.employees = 2, .silos = 2, .team_size = 1, .colleagues = 0, .people = "", .turnover = "drawn"}, model);
    tiny.org.enter(0, -1), tiny.org.enter(1, -1), tiny.org.meet(0, 1);
    tiny.live(0);
    const auto trouble = trouble_under({.unaware = 0}, 10);
    const auto knows   = [](double people) { return 1 - std::pow(0.9, people); };
    const auto asked   = [&](double who_knows) {
        const Week week(Luck{}, 0, tiny.model.support);
        Problem problem(*trouble, week.chances("test/looks").of(0));
        problem.hours = 100, problem.crowd = trouble->crowd_for(who_knows), problem.friend_helps = 0;
        Case c{.seat = 0, .row = tiny.org.row[0], .k = 0, .here = {}, .twin = {}};
        with_community(*trouble, problem, tiny.org, week, 0, c);
        return c.here.solved;
    };
    EXPECT_EQ(asked(knows(9.5) - 0.001), Source::colleague);
    EXPECT_EQ(asked(knows(9.5) + 0.001), Source::tie) << "the tenth colleague is half out of sight, the friend knows";
    EXPECT_EQ(asked(knows(10.5) - 0.001), Source::tie);
    EXPECT_NE(asked(knows(10.5) + 0.001), Source::tie);
}

}  // namespace
}  // namespace ekkyo
