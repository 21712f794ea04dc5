#include "tiny.hpp"

namespace ekkyo {
namespace {

TEST(staffing, fills_vacancies_at_the_pace_it_is_given)
{
    // 20,000 vacant seats, .1 hires a vacancy and week: after w weeks exp(-.1 w) of them are left
    Model model    = still();
    model.staffing = {0, 0.1};
    Tiny tiny({.employees = 20'000, .silos = 4, .people = "", .turnover = "drawn"}, model);
    for (Seat s = 0; s < 20'000; s++) tiny.org.vacate(s);
    double hires = 0;
    for (int week = 0; week < 30; week++) {
        const Page page = tiny.live(week);
        hires += page.hires;
        EXPECT_EQ(page.employees, hires);
        EXPECT_LT(std::abs(z_of_share(20'000 - hires, 20'000, std::exp(-0.1 * (week + 1)))), once_in_100000) << week;
    }
}

TEST(staffing, follows_the_rates_of_a_register_by_silo_and_tenure)
{
    // two silos, three tenures: 1 to 6 % a week, 6,000 people each, seats filled at once by newcomers
    Company company{.employees = 36'000, .silos = 2, .people = "", .turnover = "drawn"};
    Tiny tiny(company, still());
    tiny.founding.turnover.quits  = {{0.01, 0.02, 0.03}, {0.04, 0.05, 0.06}};
    tiny.founding.turnover.hiring = {0, 0};
    for (Seat s = 0; s < 36'000; s++)
        tiny.org.hired[s] = static_cast<std::int16_t>(s % 3 == 0 ? -20 : s % 3 == 1 ? -100 : -300);
    tiny.live(0);
    double gone[2][3] = {};
    for (Seat s = 0; s < 36'000; s++) gone[tiny.founding.silo_of(s)][s % 3] += !tiny.org.is_employed(s);
    for (int silo : {0, 1})
        for (int band : {0, 1, 2})
            EXPECT_LT(
                std::abs(z_of_share(gone[silo][band], 6000, chance_of(tiny.founding.turnover.quits[silo][band]))),
                once_in_100000)
                << silo << ", " << band;
}

TEST(staffing, replays_a_register_to_the_week_and_seat)
{
    Tiny tiny({.employees = 6, .silos = 1, .people = "", .turnover = "drawn"}, still());
    tiny.founding.turnover.recorded = true;
    tiny.founding.turnover.moves    = {{0, 2, false}, {3, 2, true}, {3, 5, false}};
    for (int week = 0; week < 6; week++) {
        const Page page = tiny.live(week);
        EXPECT_EQ(page.quits, week == 0 || week == 3) << week;
        EXPECT_EQ(page.hires, week == 3) << week;
        EXPECT_EQ(tiny.org.is_employed(2), week >= 3) << week;
        EXPECT_EQ(tiny.org.is_employed(5), week < 3) << week;
        EXPECT_EQ(page.employees, 5);
    }
    EXPECT_EQ(tiny.org.hired[2], 3);
    EXPECT_EQ(tiny.org.generation[2], 1);
}

TEST(staffing, gives_a_successor_luck_and_interests_of_their_own)
{
    // half of all people are interested: of 4,000 seats whose first holder is, half have a successor who is
    Model model              = still();
    model.joining.discovery  = unbounded;
    model.joining.interested = 50;
    Tiny tiny({.employees = 8000, .silos = 1, .people = "", .turnover = "drawn"}, model);
    tiny.live(0);
    std::vector<bool> before(8000);
    for (Seat s = 0; s < 8000; s++) before[s] = tiny.org.is_inside(s), tiny.org.vacate(s), tiny.org.fill(s, 1);
    tiny.org.vacancies.clear();
    tiny.live(1);
    double both = 0, first = 0;
    for (Seat s = 0; s < 8000; s++) first += before[s], both += before[s] && tiny.org.is_inside(s);
    EXPECT_LT(std::abs(z_of_share(both, first, 0.5)), once_in_100000);
}

TEST(staffing, fills_every_vacancy_in_the_week_it_arises)
{
    Model model             = still();
    model.staffing.turnover = 50;
    Tiny tiny(people_in(500), model);
    const auto pages = tiny.live_until(52);
    for (const Page& page : pages) {
        EXPECT_EQ(page.employees, 500);
        EXPECT_EQ(page.hires, page.quits);
    }
    EXPECT_GT(sum_of(pages, &Page::quits), 150);
}

TEST(staffing, leaves_seats_empty_where_nobody_hires)
{
    Model model     = still();
    model.staffing  = {50, 0};
    Tiny tiny(people_in(500), model);
    const auto pages = tiny.live_until(52);
    EXPECT_EQ(pages.back().employees, 500 - sum_of(pages, &Page::quits));
    EXPECT_EQ(sum_of(pages, &Page::hires), 0);
}

TEST(staffing, takes_whoever_leaves_out_of_everybodys_circle)
{
    Tiny tiny(people_in(10, 1), still());
    for (Seat s : {0, 1, 2}) tiny.org.enter(s, 0);
    tiny.org.meet(0, 1), tiny.org.meet(0, 2), tiny.org.meet(1, 2);
    tiny.org.vacate(0);
    EXPECT_FALSE(tiny.org.is_tied(1, 0));
    EXPECT_TRUE(tiny.org.is_tied(1, 2));
    EXPECT_EQ(tiny.org.ties.alive(false), 1);
    tiny.org.fill(0, 1);
    EXPECT_FALSE(tiny.org.is_inside(0)) << "a successor starts outside";
}

}  // namespace
}  // namespace ekkyo
