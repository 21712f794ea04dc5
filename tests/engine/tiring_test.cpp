#include "tiny.hpp"

#include <algorithm>
#include <numeric>

namespace ekkyo {
namespace {

/// Four members. Whoever carries twice an hour a week gives out for certain, and rests for ten weeks.
struct Four : Tiny {
    Tiring tiring{.bearable = 1, .memory = 8, .recognition = 100, .exhaustion = 100, .rest = 10, .leaving = 0};

    Four() : Tiny(people_in(4, 1), still())
    {
        for (Seat s = 0; s < 4; s++) org.enter(s, -20);
    }

    /// Somebody answers for so many hours in a week.
    Page answers(Seat helper, double hours, int week)
    {
        org.helps = {{helper, hours}};
        Page page;
        tiring(Week(luck, week, model.support), org, page);
        return page;
    }
};

// so many hours in one week weigh as much as two a week for ever
const double two_a_week = 2 / (1 - std::exp2(-1.0 / 8));

TEST(tiring, befalls_whoever_carries_more_than_they_bear_and_nobody_else)
{
    Four four;
    EXPECT_EQ(four.answers(0, 1.01 * two_a_week, 0).exhausted, 1);
    EXPECT_EQ(four.answers(1, 0.49 * two_a_week, 0).exhausted, 0);
    EXPECT_TRUE(four.org.is_resting(0, 1));
    EXPECT_FALSE(four.org.is_resting(1, 1));
    EXPECT_TRUE(four.org.is_inside(0)) << "who rests is still a member";
}

TEST(tiring, lasts_as_long_as_a_rest_does)
{
    Four four;
    four.answers(0, 2 * two_a_week, 5);
    for (int week = 6; week <= 15; week++) EXPECT_TRUE(four.org.is_resting(0, week)) << week;
    EXPECT_FALSE(four.org.is_resting(0, 16));
    EXPECT_EQ(four.org.resting.size(), 1u);
    four.answers(1, 0, 15);
    EXPECT_TRUE(four.org.resting.empty());
}

TEST(tiring, adds_up_over_weeks_and_is_half_forgotten_after_a_half_life)
{
    Four four;
    four.answers(0, 6, 0);
    four.answers(0, 1, 8);
    EXPECT_NEAR(four.org.members[four.org.row[0]].load.hours, 4, 1e-6);
    for (int week = 9; week < 200; week++) four.answers(0, 0.9, week);
    EXPECT_NEAR(four.org.members[four.org.row[0]].load.hours, 0.9 * two_a_week / 2, 1e-4);
    EXPECT_TRUE(four.org.resting.empty()) << "0.9 hours a week can be borne for ever";
}

TEST(tiring, comes_later_where_a_host_looks_after_people)
{
    Four alone, looked_after;
    looked_after.org.felt.care = 1;
    EXPECT_EQ(alone.answers(0, 1.01 * two_a_week, 0).exhausted, 1);
    EXPECT_EQ(looked_after.answers(0, 0.99 * two_a_week, 0).exhausted, 0);
    EXPECT_EQ(looked_after.answers(1, 2.01 * two_a_week, 0).exhausted, 1);
}

TEST(tiring, makes_as_many_leave_as_it_says_and_they_count_among_those_who_left)
{
    Four four;
    four.tiring.leaving = 100;
    const Page page     = four.answers(0, 2 * two_a_week, 0);
    EXPECT_EQ(page.exhausted, 1);
    EXPECT_EQ(page.left, 1);
    EXPECT_EQ(four.org.member_count(), 3);
}

TEST(tiring, is_gone_with_whoever_leaves_the_company)
{
    Four four;
    four.answers(0, 2 * two_a_week, 0);
    four.org.vacate(0), four.org.fill(0, 1), four.org.enter(0, 1);
    EXPECT_FALSE(four.org.is_resting(0, 1));
    EXPECT_EQ(four.org.members[four.org.row[0]].load.hours, 0);
}

/// A community of everybody, who know nobody outside it and dare to ask.
Model curious()
{
    Model model              = still();
    model.helping            = {};
    model.helping.problems   = 3;
    model.helping.reluctance = 0;
    model.joining.discovery  = unbounded;
    model.tiring             = {};
    return model;
}

TEST(tiring, leaves_nobody_to_answer_while_all_others_rest)
{
    // one of two members rests until week 40, and a host finds nobody else
    Model model              = curious();
    model.hosting.visibility = model.helping.expertise = model.helping.routing = 100;
    model.support.host_fte   = 1;
    model.tiring.exhaustion  = 0;
    Tiny tiny({.employees = 2, .silos = 1, .team_size = 1, .colleagues = 0, .people = "", .turnover = "drawn"}, model);
    tiny.live(0);
    tiny.org.members[tiny.org.row[1]].rests_until = 40;
    tiny.org.resting                              = {1};
    for (int week = 1; week < 40; week++) {
        const Page page = tiny.live(week);
        EXPECT_EQ(page.answered, 0) << week;
        EXPECT_EQ(page.questions, 0) << "who knows that nobody will answer does not ask";
    }
    double answered = 0;
    for (int week = 40; week < 80; week++) answered += tiny.live(week).answered;
    EXPECT_GT(answered, 0);
}

TEST(tiring, takes_answers_from_a_community_and_a_host_gives_some_back)
{
    // 60 people who ask a lot of each other
    const auto answered = [](double exhaustion, double recognition) {
        Model model             = curious();
        model.support.host_fte  = 0.02;
        model.helping.routing   = 0;
        model.tiring.exhaustion = exhaustion, model.tiring.recognition = recognition, model.tiring.leaving = 0;
        Tiny tiny(people_in(60, 3), model);
        const auto pages = tiny.live_until(300);
        if (recognition == 0) {
            EXPECT_EQ(sum_of(pages, &Page::exhausted) > 0, exhaustion > 0);
        }
        return sum_of(pages, &Page::answered) / sum_of(pages, &Page::questions);
    };
    const double tireless = answered(0, 0), tired = answered(20, 0), recognised = answered(20, 400);
    EXPECT_LT(tired, 0.95 * tireless);
    EXPECT_GT(recognised, tired);
}

TEST(tiring, that_never_happens_changes_nothing)
{
    Model model = curious(), same = curious();
    model.tiring.exhaustion = same.tiring.exhaustion = 0;
    same.tiring.bearable = 0.01, same.tiring.leaving = 100;
    Tiny a(people_in(60, 3), model), b(people_in(60, 3), same);
    for (int week = 0; week < 60; week++) {
        const Page one = a.live(week), other = b.live(week);
        for (const auto& column : table<Page>) ASSERT_EQ(column.get(one), column.get(other)) << column.name;
    }
}

TEST(helping, comes_from_few_as_far_as_it_says)
{
    // 2,000 members: the hundred who answer most, over so long that luck counts for little
    const auto share_of_the_top = [](double devoted) {
        Model model             = curious();
        model.helping.devoted   = devoted;
        model.tiring.exhaustion = 0;
        Tiny tiny(people_in(2000), model);
        std::vector<double> given(2000);
        for (int week = 0; week < 60; week++) {
            tiny.live(week);
            for (const Help& help : tiny.org.helps) given[help.seat]++;
        }
        std::ranges::sort(given, std::greater());
        return std::accumulate(given.begin(), given.begin() + 100, 0.0) / std::accumulate(given.begin(), given.end(), 0.0);
    };
    // chance alone puts a few points on top of even shares
    EXPECT_NEAR(share_of_the_top(35), 0.35, 0.01);
    EXPECT_NEAR(share_of_the_top(60), 0.60, 0.01);
    EXPECT_LT(share_of_the_top(5), 0.10);
}

}  // namespace
}  // namespace ekkyo
