#include "tiny.hpp"

namespace ekkyo {
namespace {

TEST(leaving, takes_newcomers_at_their_own_pace_for_a_quarter_and_others_at_theirs)
{
    // 40,000 join at once; 30 % a month in weeks 1 to 12, then 3 %
    Model model             = still();
    model.joining.discovery = unbounded;
    model.leaving           = {30, 3};
    Tiny tiny({.employees = 40'000, .silos = 1, .people = "", .turnover = "drawn"}, model);
    double members = tiny.live(0).members;
    ASSERT_EQ(members, 40'000);
    tiny.model.joining.discovery = 0;
    const double soon = 1 - std::pow(0.7, 12 / 365.25 * 7), later = 1 - std::pow(0.97, 12 / 365.25 * 7);
    for (int week = 1; week < 30; week++) {
        const Page page = tiny.live(week);
        EXPECT_LT(std::abs(z_of_share(page.left, members, week < 13 ? soon : later)), once_in_100000) << week;
        members = page.members;
    }
}

TEST(leaving, makes_newcomers_of_those_who_come_back)
{
    Model model   = still();
    model.leaving = {100, 0};
    Tiny tiny({.employees = 3, .silos = 1, .people = "", .turnover = "drawn"}, model);
    tiny.org.enter(0, -50), tiny.org.enter(1, -50);
    tiny.org.exit(1);
    tiny.org.enter(1, -1);
    EXPECT_EQ(tiny.live(0).left, 1);
    EXPECT_TRUE(tiny.org.is_inside(0));
    EXPECT_FALSE(tiny.org.is_inside(1));
}

TEST(leaving, at_a_higher_rate_takes_everybody_it_took_at_a_lower_one)
{
    Model few = still(), many = still();
    few.leaving = {5, 5}, many.leaving = {15, 15};
    Company company{.employees = 3000, .silos = 1, .people = "", .turnover = "drawn"};
    Tiny a(company, few), b(company, many);
    for (Seat s = 0; s < 3000; s++) a.org.enter(s, -1), b.org.enter(s, -1);
    for (int week = 0; week < 60; week++) {
        a.live(week), b.live(week);
        for (Seat s = 0; s < 3000; s++) ASSERT_LE(b.org.is_inside(s), a.org.is_inside(s)) << week;
    }
    EXPECT_LT(b.org.member_count(), a.org.member_count());
}

TEST(leaving, everybody_leaves_where_it_is_certain_and_may_come_back)
{
    Model model             = still();
    model.joining.discovery = unbounded;
    model.leaving           = {100, 100};
    Tiny tiny(people_in(50), model);
    EXPECT_EQ(tiny.live(0).joined, 50);
    EXPECT_EQ(tiny.live(1).left, 50);
    const Page page = tiny.live(2);
    EXPECT_EQ(page.returned, 50);
    EXPECT_EQ(page.joined, 0);
}

TEST(leaving, keeps_twelve_points_more_of_those_whose_first_question_was_answered_and_as_many_of_all)
{
    // of 200,000 who ask as soon as they join, 61 % are answered; 8 % a month over the 12 weeks after the first
    Model model             = still();
    model.joining.discovery = unbounded;
    model.leaving           = {8, 2, 12};
    Tiny tiny({.employees = 200'000, .silos = 1, .people = "", .turnover = "drawn"}, model);
    tiny.live(0);
    tiny.model.joining.discovery = 0;
    const auto is_answered = [](Seat s) { return s % 100 < 61; };
    for (Member& m : tiny.org.members) m.welcome = is_answered(m.seat) ? Welcome::answered : Welcome::ignored;
    for (int week = 1; week < 13; week++) tiny.live(week);

    std::array<double, 2> there{};
    for (Seat s = 0; s < 200'000; s++) there[is_answered(s)] += tiny.org.is_inside(s);
    const double usual = std::pow(0.92, 12 * 12 * 7 / 365.25);
    EXPECT_LT(std::abs(z_of_share(there[true], 122'000, usual + 0.39 * 0.12)), once_in_100000);
    EXPECT_LT(std::abs(z_of_share(there[false], 78'000, usual - 0.61 * 0.12)), once_in_100000);
    EXPECT_LT(std::abs(z_of_share(there[true] + there[false], 200'000, usual)), once_in_100000);
}

TEST(leaving, by_those_who_have_not_asked_is_what_it_was_and_a_first_answer_that_matters_nothing_changes_nothing)
{
    for (auto [points, welcome] : {std::pair(12.0, Welcome::unasked), {0.0, Welcome::answered}, {0.0, Welcome::ignored}}) {
        Model model = still(), indifferent = still();
        model.leaving = {30, 3, points}, indifferent.leaving = {30, 3, 0};
        Tiny a(people_in(500), model), b(people_in(500), indifferent);
        for (Seat s = 0; s < 500; s++) a.org.enter(s, -1).welcome = welcome, b.org.enter(s, -1);
        for (int week = 0; week < 12; week++) EXPECT_EQ(a.live(week).left, b.live(week).left) << week;
    }
}

TEST(leaving, takes_whoever_was_answered_no_sooner_than_whoever_was_not)
{
    // as many points as there can be: nobody who was answered leaves, or everybody who was not
    for (double monthly : {1.0, 8.0, 60.0}) {
        Model model   = still();
        model.leaving = {monthly, 0, 100};
        Tiny a(people_in(2000), model), b(people_in(2000), model);
        for (Seat s = 0; s < 2000; s++) {
            a.org.enter(s, -1).welcome = Welcome::answered;
            b.org.enter(s, -1).welcome = Welcome::ignored;
        }
        for (int week = 0; week < 12; week++) {
            a.live(week), b.live(week);
            for (Seat s = 0; s < 2000; s++) ASSERT_GE(a.org.is_inside(s), b.org.is_inside(s)) << week;
        }
        EXPECT_GT(a.org.member_count(), b.org.member_count());
    }
}

TEST(leaving, keeps_the_friends_made_inside)
{
    Tiny tiny(people_in(4, 1), still());
    tiny.org.enter(0, -20), tiny.org.enter(1, -20);
    tiny.org.meet(0, 1);
    tiny.org.exit(0);
    tiny.live(0);
    EXPECT_TRUE(tiny.org.is_tied(0, 1));
    EXPECT_FALSE(tiny.org.is_inside(0));
}

}  // namespace
}  // namespace ekkyo
