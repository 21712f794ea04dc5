#include "tiny.hpp"

namespace ekkyo {
namespace {

/// Four hundred people in many silos, whose managers can be won over.
struct Managed : Tiny {
    explicit Managed(Model m) : Tiny(people_in(400, 200), m) {}

    Page meet_managers(int week)
    {
        Page page;
        model.allying(Week(luck, week, model.support), org, page);
        return page;
    }
};

Model rules()
{
    Model model   = still();
    model.allying = {};
    return model;
}

TEST(allying, a_manager_is_won_over_by_as_many_answers_as_it_says_and_nobody_without)
{
    Model model             = rules();
    model.allying.noticing  = 0.05;
    model.allying.transfers = 0;
    double won = 0, managers = 0;
    for (std::uint32_t r = 0; r < 40; r++) {
        Managed company(model);
        company.luck = Luck{1, r};
        // three answers in every other silo of two
        for (Seat s = 0; s < 400; s += 4) company.org.helped.insert(company.org.helped.end(), {s, s, s + 1});
        won += company.meet_managers(0).allies, managers += 100;
        for (Silo silo = 0; silo < 200; silo++)
            EXPECT_LE(company.org.allies.silos[silo], silo % 2 == 0) << silo;
    }
    EXPECT_LT(std::abs(z_of_share(won, managers, 1 - std::pow(1 - 0.0005, 3 * 200 / 2))), once_in_100000);
}

TEST(allying, a_sponsor_who_has_understood_wins_managers_over_and_one_who_has_not_does_not)
{
    Model model             = rules();
    model.allying.noticing  = 0;
    model.allying.transfers = 0;
    model.allying.asking    = unbounded;
    Managed company(model);
    company.org.sponsorship.trust = 10;
    EXPECT_EQ(company.meet_managers(0).allies, 0) << "nobody pays yet";
    company.org.sponsorship.since = 0;
    company.org.sponsorship.trust = model.allying.conviction - 0.01;
    EXPECT_EQ(company.meet_managers(1).allies, 0);
    company.org.sponsorship.trust = model.allying.conviction;
    EXPECT_EQ(company.meet_managers(2).allies, 200);
}

TEST(allying, an_ally_is_transferred_some_day_and_the_next_manager_is_none)
{
    Model model             = rules();
    model.allying.transfers = unbounded;
    Managed company(model);
    company.org.allies.silos.assign(200, true);
    EXPECT_EQ(company.meet_managers(0).allies, 0);
    EXPECT_EQ(company.org.allies.welcome, 1);
}

TEST(allying, people_of_an_open_silo_find_the_community_as_much_sooner_as_it_says_and_others_no_sooner)
{
    Model model             = rules();
    model.joining.discovery = 2;
    model.allying.transfers = 0;
    model.allying.welcome   = 200;
    double open = 0, closed = 0;
    for (std::uint32_t r = 0; r < 40; r++) {
        Managed company(model);
        company.luck = Luck{1, r};
        company.org.allies.silos.resize(200);
        for (Silo silo = 0; silo < 200; silo += 2) company.org.allies.silos[silo] = true;
        company.meet_managers(0);
        company.live(1);
        for (Seat s = 0; s < 400; s++) (company.org.silo_of(s) % 2 ? closed : open) += company.org.is_inside(s);
    }
    EXPECT_LT(std::abs(z_of_share(open, 40 * 200, chance_of(3 * weekly_from_yearly(2)))), once_in_100000);
    EXPECT_LT(std::abs(z_of_share(closed, 40 * 200, chance_of(weekly_from_yearly(2)))), once_in_100000);
}

TEST(allying, keeps_everybody_who_would_have_joined_anyway)
{
    Model closed             = rules();
    closed.joining.discovery = 2;
    Managed a(closed), b(closed);
    b.org.allies = {std::vector<bool>(200, true), 3};
    a.live(0), b.live(0);
    for (Seat s = 0; s < 400; s++) EXPECT_LE(a.org.is_inside(s), b.org.is_inside(s));
    EXPECT_LT(a.org.member_count(), b.org.member_count());
}

}  // namespace
}  // namespace ekkyo
