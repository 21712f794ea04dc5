#include "tiny.hpp"

namespace ekkyo {
namespace {

/// Two people of one team, one of whom is inside.
Company pair()
{
    return {.employees = 2, .silos = 1, .team_size = 2, .colleagues = 0, .people = "", .turnover = "drawn"};
}

TEST(joining, whose_only_colleague_is_a_member_hears_of_it_at_the_full_rate)
{
    // .5 a week; 6,000 pairs: a bias of 7 % of the chance shows
    Model model                 = still();
    model.joining.word_of_mouth = 0.5 * weeks_per_year;
    double joined               = 0;
    for (std::uint32_t r = 0; r < 6000; r++) {
        Tiny tiny(pair(), model, {1, r});
        tiny.org.enter(0, -50);
        joined += tiny.live(0).joined;
    }
    EXPECT_LT(std::abs(z_of_share(joined, 6000, chance_of(0.5))), once_in_100000);
}

TEST(joining, who_has_left_spreads_no_word)
{
    Model model                 = still();
    model.joining.word_of_mouth = unbounded;
    Company company{.employees = 40, .silos = 1, .team_size = 2, .colleagues = 0, .people = "", .turnover = "drawn"};
    Tiny tiny(company, model);
    tiny.org.enter(0, -50), tiny.org.exit(0);
    tiny.org.enter(39, -50);
    tiny.live(0);
    EXPECT_FALSE(tiny.org.is_inside(1)) << "the only colleague has left";
    EXPECT_TRUE(tiny.org.is_inside(38)) << "the only colleague is inside";
}

TEST(joining, a_successor_is_new_to_the_community_and_a_former_member_is_not)
{
    Model model             = still();
    model.joining.discovery = unbounded;
    Tiny tiny(pair(), model);
    tiny.live(0);
    tiny.org.exit(0), tiny.org.vacate(1), tiny.org.fill(1, 1);
    const Page page = tiny.live(1);
    EXPECT_EQ(page.returned, 1);
    EXPECT_EQ(page.joined, 1);
}

TEST(joining, nobody_joins_by_word_of_mouth_where_nobody_is_inside)
{
    Model model                 = still();
    model.joining.word_of_mouth = unbounded;
    Tiny tiny({.employees = 500, .silos = 5, .people = "", .turnover = "drawn"}, model);
    for (const Page& page : tiny.live_until(20)) EXPECT_EQ(page.joined, 0);
}

TEST(joining, an_outreaching_host_doubles_discovery_exactly)
{
    // 40,000 outsiders at .02 a week, doubled by hosts with time for everybody
    Model model             = still();
    model.joining.discovery = 0.02 * weeks_per_year;
    model.hosting.outreach  = 1;
    model.support.host_fte  = 1000;
    Tiny tiny({.employees = 40'000, .silos = 5, .people = "", .turnover = "drawn"}, model);
    EXPECT_LT(std::abs(z_of_share(tiny.live(0).joined, 40'000, chance_of(0.04))), once_in_100000);
}

TEST(joining, nobody_who_is_not_interested_ever_does)
{
    Model model              = still();
    model.joining.discovery  = unbounded;
    model.joining.interested = 0;
    Tiny tiny({.employees = 3000, .silos = 5, .people = "", .turnover = "drawn"}, model);
    for (const Page& page : tiny.live_until(5)) EXPECT_EQ(page.members, 0);
}

TEST(joining, a_wider_interest_keeps_everybody_who_was_interested)
{
    Model few = still(), many = still();
    few.joining.discovery = many.joining.discovery = unbounded;
    few.joining.interested = 20, many.joining.interested = 60;
    Company company{.employees = 2000, .silos = 5, .people = "", .turnover = "drawn"};
    Tiny a(company, few), b(company, many);
    a.live(0), b.live(0);
    for (Seat s = 0; s < 2000; s++) EXPECT_LE(a.org.is_inside(s), b.org.is_inside(s));
    EXPECT_LT(a.org.member_count(), b.org.member_count());
}

TEST(joining, everybody_interested_joins_where_discovery_is_certain_and_nobody_else)
{
    Model model              = still();
    model.joining.discovery  = unbounded;
    model.joining.interested = 30;
    Tiny tiny(people_in(5000), model);
    EXPECT_LT(std::abs(z_of_share(tiny.live(0).members, 5000, 0.3)), once_in_100000);
    EXPECT_EQ(tiny.live(1).joined, 0);
}

TEST(joining, who_comes_later_and_whom_it_comes_to_interest_join_as_well)
{
    // the same people with the same luck, whether interest is as wide from the beginning or becomes so
    Model few = still(), many = still();
    few.joining.discovery = many.joining.discovery = unbounded;
    few.joining.interested = 20, many.joining.interested = 60;
    Tiny widened(people_in(2000), few), wide(people_in(2000), many);
    for (int week = 0; week < 3; week++) {
        if (week == 2) widened.model = many;
        for (Tiny* tiny : {&widened, &wide}) {
            if (week == 1)
                for (Seat s = 0; s < 1000; s++) tiny->org.vacate(s), tiny->org.fill(s, week), tiny->org.vacancies.clear();
            tiny->live(week);
        }
    }
    std::int64_t among_new = 0;
    for (Seat s = 0; s < 2000; s++) {
        EXPECT_EQ(widened.org.is_inside(s), wide.org.is_inside(s)) << s;
        const double by_nature = wide.luck.trait("joining/is interested", s, s < 1000);
        EXPECT_EQ(wide.org.is_inside(s), by_nature < 0.6) << s;
        among_new += s < 1000 && wide.org.is_inside(s);
    }
    EXPECT_LT(std::abs(z_of_share(static_cast<double>(among_new), 1000, 0.6)), once_in_100000);
}

TEST(joining, an_outsider_whose_colleagues_are_all_members_joins_sooner)
{
    Model model                 = still();
    model.joining.word_of_mouth = 2;
    double alone = 0, surrounded = 0;
    for (std::uint32_t r = 0; r < 200; r++) {
        Tiny few(people_in(16, 2), model, {1, r}), many(people_in(16, 2), model, {1, r});
        few.org.enter(15, -10);
        for (Seat s = 1; s < 16; s++) many.org.enter(s, -10);
        for (int week = 0; week < 10; week++) few.live(week), many.live(week);
        alone += few.org.is_inside(0), surrounded += many.org.is_inside(0);
    }
    EXPECT_GT(surrounded, 1.5 * alone);
}

}  // namespace
}  // namespace ekkyo
