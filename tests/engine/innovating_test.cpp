#include "tiny.hpp"

namespace ekkyo {
namespace {

/// Two hundred pairs of two silos, tied freshly every week, for two years: thousands of ideas.
Tiny inventive(Model model)
{
    model.innovating.approved = 20;
    model.innovating.approval = 40;
    Company company{
        .employees     = 400,
        .silos         = 2,
        .team_size     = 1,
        .colleagues    = 0,
        .silo_strength = 1,
        .people        = "",
        .turnover      = "drawn"};
    Tiny tiny(company, model);
    for (Seat s = 0; s < 400; s++) tiny.org.enter(s, 0);
    for (int week = 0; week < 104; week++) {
        for (Seat s = 0; s < 200; s++) tiny.org.meet(s, s + 200);
        tiny.live(week);
    }
    return tiny;
}

TEST(innovating, approves_carries_out_and_tells_apart_as_often_as_it_says)
{
    // approved 40 %, carried out 43 % of them, a tenth of these a new business
    Model model               = still();
    model.innovating.approved = 20, model.innovating.approval = 40;
    Company company{
        .employees     = 400,
        .silos         = 2,
        .team_size     = 1,
        .colleagues    = 0,
        .silo_strength = 1,
        .people        = "",
        .turnover      = "drawn"};
    Tiny tiny(company, model);
    for (Seat s = 0; s < 400; s++) tiny.org.enter(s, 0);
    double ideas = 0, approved = 0, launched = 0, hours = 0;
    for (int week = 0; week < 104; week++) {
        for (Seat s = 0; s < 200; s++) tiny.org.meet(s, s + 200);
        const Page page = tiny.live(week);
        ideas += page.ideas, approved += page.approved, launched += page.launched, hours += page.idea_hours;
    }
    ASSERT_GT(ideas, 10'000);
    EXPECT_LT(std::abs(z_of_share(approved, ideas, 0.40)), once_in_100000);
    EXPECT_LT(std::abs(z_of_share(launched, approved, 0.43)), once_in_100000);
    EXPECT_EQ(launched, static_cast<double>(tiny.org.launches.size()));
    EXPECT_EQ(hours, ideas * 4 + approved * 80) << "hours of every idea, and of every project whatever becomes of it";
    double businesses = 0;
    for (const Launch& launch : tiny.org.launches) businesses += launch.new_business;
    EXPECT_LT(std::abs(z_of_share(businesses, launched, 0.10)), once_in_100000);
}

TEST(innovating, waits_as_long_as_its_kind_does)
{
    // log of the wait: normal around the median with sd .5 (a week's rounding is far below); 1,500 improvements and
    // more
    const Tiny tiny = inventive(still());
    std::vector<double> improvements, businesses;
    for (const Launch& launch : tiny.org.launches)
        (launch.new_business ? businesses : improvements).push_back(std::log(launch.matures - launch.week));
    EXPECT_LT(std::abs(z_of_mean(improvements, std::log(weeks_from_months(14)))), once_in_100000);
    EXPECT_LT(std::abs(z_of_mean(businesses, std::log(weeks_from_months(36)))), once_in_100000);
    double squares = 0;
    for (double x : improvements) squares += std::pow(x - std::log(weeks_from_months(14)), 2);
    const auto n = static_cast<double>(improvements.size());
    EXPECT_NEAR(std::sqrt(squares / n), 0.5, once_in_100000 * 0.5 / std::sqrt(2 * n));
}

TEST(innovating, leaves_success_and_worth_to_a_luck_of_their_own)
{
    const Tiny tiny = inventive(still());
    std::vector<double> success, quantile, product;
    for (const Launch& launch : tiny.org.launches) {
        success.push_back(launch.success), quantile.push_back(launch.quantile);
        product.push_back((launch.success - 0.5) * (launch.quantile - 0.5));
        ASSERT_GT(launch.quantile, 0);
        ASSERT_LT(launch.quantile, 1);
    }
    EXPECT_LT(std::abs(z_of_mean(success, 0.5)), once_in_100000);
    EXPECT_LT(std::abs(z_of_mean(quantile, 0.5)), once_in_100000);
    EXPECT_LT(std::abs(z_of_mean(product, 0)), once_in_100000);
}

TEST(innovating, loses_ideas_with_old_colleagues_who_are_out_of_sight)
{
    // nobody has a warm bridge, but five ties inside the silo, each of which displaces one of six old colleagues
    Model model                = still();
    model.innovating.approved  = 0.5;
    model.bonding.displacement = 100;
    Company company{
        .employees = 60, .silos = 10, .colleagues = 6, .silo_strength = 1, .people = "", .turnover = "drawn"};
    Tiny here(company, model), twin(company, model);
    for (Seat s = 0; s < 60; s++) here.org.enter(s, 0);
    double fewer = 0, usual = 0;
    for (int week = 0; week < 150; week++) {
        for (Seat s = 0; s < 60; s++)
            for (Seat mate = s - s % 6; mate < s; mate++) here.org.meet(s, mate);
        fewer += here.live(week).ideas, usual += twin.live(week).ideas;
    }
    const double rate = weekly_from_yearly(0.5) / 0.2 / 2 * twin.org.circle.bridges();
    EXPECT_NEAR(usual, 60 * 150 * chance_of(rate), 1);
    EXPECT_LT(std::abs(z_of_share(fewer, 60 * 150, chance_of(rate / 6))), once_in_100000);
}

TEST(innovating, switched_off_brings_no_idea_in_any_world)
{
    Model model               = still();
    model.joining.discovery   = unbounded;
    model.support.events_per_month = 4;
    Tiny tiny(people_in(300), model);
    EXPECT_EQ(sum_of(tiny.live_until(52), &Page::ideas), 0);
    EXPECT_TRUE(tiny.org.launches.empty());
}

TEST(innovating, books_untouched_people_with_what_they_would_have_come_up_with)
{
    // ideas so frequent that two would fall into one week: 400 people x 100 weeks, of whom half have one a week
    Model model               = still();
    model.innovating.approved = 20;
    model.innovating.approval = 50;
    Tiny tiny({.employees = 400, .silos = 4, .people = "", .turnover = "drawn"}, model);
    double booked = 0, drawn = 0;
    for (int week = 0; week < 100; week++) booked += tiny.live(week).ideas;
    for (int week = 0; week < 100; week++) drawn += tick(model, Week(tiny.luck, week, model.support, true), tiny.org).ideas;
    EXPECT_LT(std::abs(z_of_share(drawn, 40'000, booked / 40'000)), once_in_100000);
}

TEST(innovating, needs_a_tie_between_silos)
{
    Model model               = still();
    model.joining.discovery   = unbounded;
    model.support.events_per_month = 4;
    model.innovating.approved = 5;
    Tiny one(people_in(300, 1), model), many(people_in(300, 10), model);
    EXPECT_EQ(sum_of(one.live_until(52), &Page::ideas), 0);
    many.live_until(52);
    EXPECT_GT(many.org.launches.size(), 10u);
}

TEST(innovating, comes_most_half_way_between_what_two_silos_know_and_on_average_as_often_as_before)
{
    // pairs of many silos, with and without regard to what they know
    const auto ideas = [](double distance) {
        Model model                = still();
        model.innovating.approved  = 10, model.innovating.approval = 50;
        model.innovating.distance  = distance, model.innovating.complex = 0;
        Tiny tiny({.employees = 4000, .silos = 400, .team_size = 1, .colleagues = 0, .people = "", .turnover = "drawn"}, model);
        for (Seat s = 0; s < 4000; s++) tiny.org.enter(s, 0);
        double sum = 0;
        for (int week = 0; week < 10; week++) {
            for (Seat s = 0; s < 2000; s++) tiny.org.meet(s, s + 2000);
            sum += tiny.live(week).ideas;
        }
        return sum;
    };
    const double without = ideas(0), with = ideas(100);
    ASSERT_GT(without, 5000);
    EXPECT_NEAR(with / without, 1, 0.12) << "200 distances, each of which counts from 0 to 1.5: a standard error of 3 %";
}

TEST(innovating, of_complex_ideas_takes_two_who_know_each_other_well)
{
    const auto ideas = [](double complex, double weeks_apart) {
        Model model               = still();
        model.innovating.approved = 20, model.innovating.approval = 50;
        model.innovating.complex  = complex, model.innovating.distance = 0;
        model.bonding             = {16 / weeks_from_months(1), 1200, 30, 0};
        Tiny tiny({.employees = 400, .silos = 2, .team_size = 1, .colleagues = 0, .people = "", .turnover = "drawn"}, model);
        for (Seat s = 0; s < 400; s++) tiny.org.enter(s, 0);
        double sum = 0;
        for (int week = 0; week < 60; week++) {
            if (week % static_cast<int>(weeks_apart) == 0)
                for (Seat s = 0; s < 200; s++) tiny.org.meet(s, s + 200);
            sum += tiny.live(week).ideas;
        }
        return sum;
    };
    EXPECT_EQ(ideas(100, 5), ideas(0, 5)) << "friends who meet every month have complex ideas as well";
    const double rare = ideas(100, 40), simple = ideas(0, 40);
    EXPECT_LT(rare, 0.75 * simple);
    EXPECT_GT(rare, 0);
}

}  // namespace
}  // namespace ekkyo
