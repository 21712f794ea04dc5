#include "routing.hpp"

#include <gtest/gtest.h>

namespace ekkyo {
namespace {

constexpr Channel colleague{
    .source = Source::colleague, .cost = 0.5, .success = 0.8, .perceived = 0.8, .reserve = 0, .luck = 0.5};
constexpr Channel community{
    .source = Source::community, .cost = 0.25, .success = 0.6, .perceived = 0.6, .reserve = 1, .luck = 0.5};
constexpr Channel stranger{
    .source = Source::stranger, .cost = 2, .success = 0.5, .perceived = 0.25, .reserve = 0, .luck = 0.4};

Channels offered(double hours, std::initializer_list<Channel> all)
{
    Channels channels;
    for (const Channel& channel : all) channels.offer(channel, hours);
    return channels;
}

TEST(routing, asks_where_the_gain_looks_largest_whatever_the_order_of_the_offers)
{
    // of a ten-hour problem: 7.5 from a colleague, 4.75 from the community, 0.5 from a stranger
    for (const auto& all :
         {offered(10, {colleague, community, stranger}), offered(10, {stranger, community, colleague})}) {
        ASSERT_EQ(all.count, 3);
        EXPECT_EQ(all.best[0].source, Source::colleague);
        EXPECT_EQ(all.best[1].source, Source::community);
        EXPECT_EQ(all.best[2].source, Source::stranger);
    }
}

TEST(routing, leaves_out_where_asking_does_not_look_worth_it)
{
    // of eight hours a quarter is two, which is what a stranger costs; fear hides that half would succeed
    EXPECT_EQ(offered(8, {stranger}).count, 0);
    EXPECT_EQ(offered(8.1, {stranger}).count, 1);
    EXPECT_EQ(offered(2, {community}).count, 0) << "1.2 hours gained, 1.25 given up";
}

TEST(routing, of_a_problem_nobody_is_asked_about_leaves_all_its_hours)
{
    const Outcome outcome = live(Channels{}, 3);
    EXPECT_EQ(outcome.stuck, 3);
    EXPECT_EQ(outcome.requests, 0);
    EXPECT_EQ(outcome.solved, Source::nobody);
    EXPECT_EQ(outcome.asked, 0u);
}

TEST(routing, goes_on_until_somebody_solves_it_and_pays_everybody_asked)
{
    Channel busy          = colleague;
    busy.luck             = 0.9;
    const Outcome outcome = live(offered(20, {busy, stranger}), 20);
    EXPECT_EQ(outcome.solved, Source::stranger);
    EXPECT_EQ(outcome.stuck, 0);
    EXPECT_EQ(outcome.requests, 2.5);
    EXPECT_TRUE(outcome.has_asked(Source::colleague));
    EXPECT_TRUE(outcome.has_asked(Source::stranger));
    EXPECT_FALSE(outcome.has_asked(Source::community));
}

TEST(routing, books_the_communitys_own_time_elsewhere)
{
    const Outcome outcome = live(offered(10, {community}), 10);
    EXPECT_EQ(outcome.solved, Source::community);
    EXPECT_EQ(outcome.requests, 0);
}

TEST(routing, takes_on_average_what_it_is_expected_to)
{
    // every luck of two sources on a grid of 1,000 x 1,000
    Channels channels = offered(12, {colleague, stranger});
    Outcome sum;
    for (int a = 0; a < 1000; a++)
        for (int b = 0; b < 1000; b++) {
            channels.best[0].luck = (a + 0.5) / 1000, channels.best[1].luck = (b + 0.5) / 1000;
            const Outcome outcome = live(channels, 12);
            sum.stuck += outcome.stuck / 1e6, sum.requests += outcome.requests / 1e6;
        }
    const Outcome expected = expect(channels, 12);
    EXPECT_NEAR(sum.stuck, expected.stuck, 1e-9);
    EXPECT_NEAR(sum.requests, expected.requests, 1e-9);
    EXPECT_NEAR(expected.stuck, 0.2 * 0.5 * 12, 1e-12);
    EXPECT_NEAR(expected.requests, 0.5 + 0.2 * 2, 1e-12);
}

TEST(routing, with_more_success_anywhere_never_leaves_more_hours_alone)
{
    for (double luck = 0.05; luck < 1; luck += 0.1) {
        Channel weak = colleague, strong = colleague;
        weak.luck = strong.luck = luck, strong.success = 0.9;
        EXPECT_LE(live(offered(10, {strong, stranger}), 10).stuck, live(offered(10, {weak, stranger}), 10).stuck);
    }
}

}  // namespace
}  // namespace ekkyo
