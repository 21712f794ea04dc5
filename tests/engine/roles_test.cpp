#include "reach.hpp"
#include "tiny.hpp"

#include <array>

namespace ekkyo {
namespace {

/// Twenty members of long standing in four silos, and nothing happens but what is said.
struct Twenty : Tiny {
    explicit Twenty(Model m = still()) : Tiny(people_in(20, 4), m)
    {
        model.census.core = 3;
        for (Seat s = 0; s < 20; s++) org.enter(s, -20);
    }
};

TEST(roles, follow_from_what_somebody_did_in_the_last_quarter)
{
    Twenty twenty;
    for (int week = 0; week < 40; week++) {
        // one member acts in every week but the last 20, one once at the beginning, one in every fourth
        if (week < 20) twenty.org.lately(0).act();
        if (week == 0) twenty.org.lately(1).act();
        if (week % 4 == 0) twenty.org.lately(2).act();
        const Page page = twenty.live(week);
        if (week == 3) {
            EXPECT_EQ((std::array{page.core, page.contributors, page.lapsed}), (std::array{1.0, 2.0, 0.0}));
        }
        if (week == 15) {
            EXPECT_EQ((std::array{page.core, page.contributors, page.lapsed}), (std::array{2.0, 0.0, 1.0}));
        }
        if (week == 39) {
            EXPECT_EQ((std::array{page.core, page.contributors, page.lapsed}), (std::array{1.0, 0.0, 2.0}));
        }
        EXPECT_EQ(page.listeners, 17) << "who never did anything is a member none the less";
    }
}

TEST(roles, are_forgotten_by_whoever_leaves_and_the_lapsed_may_return)
{
    Twenty twenty;
    twenty.org.lately(0).act(), twenty.org.lately(1).act();
    for (int week = 0; week < 14; week++) twenty.live(week);
    EXPECT_EQ(twenty.live(14).lapsed, 2);
    twenty.org.lately(0).act();
    twenty.org.exit(1), twenty.org.enter(1, 15);
    const Page page = twenty.live(15);
    EXPECT_EQ(page.lapsed, 0);
    EXPECT_EQ(page.contributors, 1);
    EXPECT_EQ(page.listeners, 19) << "who comes back begins anew";
}

TEST(roles, of_all_members_add_up_to_the_members_and_all_of_them_occur)
{
    Model model;
    model.support.events_per_month = 4;
    model.joining.discovery        = 2;
    Tiny tiny(people_in(400), model);
    std::array<double, 4> seen{};
    for (int week = 0; week < 104; week++) {
        const Page page = tiny.live(week);
        ASSERT_EQ(page.listeners + page.contributors + page.core + page.lapsed, page.members) << week;
        for (auto index : {page.fun, page.wellbeing, page.diversity}) ASSERT_TRUE(index >= 0 && index <= 100) << week;
        seen = {page.listeners, page.contributors, page.core, page.lapsed};
    }
    for (double members : seen) EXPECT_GT(members, 0);
}

TEST(roles, are_words_and_change_nothing)
{
    Model model, other;
    model.census.core = 1, other.census.core = 13;
    Tiny a(people_in(200), model), b(people_in(200), other);
    for (int week = 0; week < 60; week++) {
        const Page one = a.live(week), two = b.live(week);
        for (const auto& column : table<Page>)
            if (column.name != "core" && column.name != "contributors") {
                ASSERT_EQ(column.get(one), column.get(two)) << column.name;
            }
        ASSERT_EQ(one.core + one.contributors, two.core + two.contributors);
        ASSERT_EQ(one.contributors, 0);
    }
}

TEST(wellbeing, is_the_share_of_members_with_a_friend_and_ends_with_the_friendship)
{
    Twenty twenty;
    twenty.org.meet(0, 1), twenty.org.meet(2, 3);
    EXPECT_EQ(twenty.live(0).wellbeing, 20);
    twenty.org.exit(1);
    EXPECT_NEAR(twenty.live(1).wellbeing, 100 * 3.0 / 19, 1e-9) << "a friend who left the community is one";
    for (int week = 2; week < 600; week++) twenty.live(week);
    EXPECT_EQ(twenty.live(600).wellbeing, 0);
}

TEST(fun, is_to_meet_somebody_at_an_event_and_lasts_a_quarter)
{
    Model model                    = still();
    model.support.events_per_month = weeks_per_month;
    model.meeting = {.attendance = 100, .encounters = 40, .friends = 0, .own_silo = 0, .acquaintance = 100};
    Twenty twenty(model);
    EXPECT_EQ(twenty.live(0).fun, 100);
    twenty.model.support.events_per_month = 0;
    for (int week = 1; week < 13; week++) EXPECT_EQ(twenty.live(week).fun, 100) << week;
    EXPECT_EQ(twenty.live(13).fun, 0);

    model.meeting.acquaintance = 0;
    EXPECT_EQ(Twenty(model).live(0).fun, 0) << "nobody to stay in touch with, and no friend there";
}

TEST(diversity, is_none_among_ones_own_and_full_where_ties_cross_as_if_at_random)
{
    // of the company's pairs 15 of 19 are of different silos
    Twenty twenty;
    EXPECT_EQ(twenty.live(0).diversity, 0);
    twenty.org.meet(0, 1);
    EXPECT_EQ(twenty.live(1).diversity, 0);
    twenty.org.meet(0, 5);
    EXPECT_NEAR(twenty.live(2).diversity, 100 * 0.5 * 19 / 15, 1e-9);
    for (Seat s = 6; s < 15; s++) twenty.org.meet(0, s);
    EXPECT_EQ(twenty.live(3).diversity, 100);
}

TEST(flexibility, is_who_is_known_to_ones_friends_and_can_help)
{
    Model model             = still();
    model.helping.expertise = 50;
    Twenty twenty(model);
    EXPECT_EQ(twenty.live(0).flexibility, 0);

    // a chain of four: its ends reach two others, its middle three; nobody is reached twice
    twenty.org.meet(0, 1), twenty.org.meet(1, 2), twenty.org.meet(2, 3);
    EXPECT_EQ(within_two_steps(twenty.org, 0), 2u);
    EXPECT_EQ(within_two_steps(twenty.org, 1), 3u);
    EXPECT_EQ(within_two_steps(twenty.org, 5), 0u);
    twenty.org.meet(0, 2);
    EXPECT_EQ(within_two_steps(twenty.org, 1), 3u);

    // everybody knows everybody: one of nineteen knows
    for (Seat a = 0; a < 20; a++)
        for (Seat b = 0; b < a; b++) twenty.org.meet(a, b);
    EXPECT_NEAR(twenty.live(1).flexibility, 100 * (1 - std::exp2(-19)), 1e-9);
}

}  // namespace
}  // namespace ekkyo
