#include "money.hpp"
#include "tiny.hpp"

namespace ekkyo {
namespace {

constexpr Seat people = 20'000;

/// Everybody is in the community, and the first half of them have a friend there.
struct Held {
    Tiny tiny;

    explicit Held(const Staying& staying, double turnover = 50) : tiny(people_in(people, 1), rules(staying, turnover))
    {
        for (Seat s = 0; s < people; s++) tiny.org.enter(s, 0);
        for (Seat s = 0; s < people / 2; s += 2) tiny.org.meet(s, s + 1);
    }

    static Model rules(const Staying& staying, double turnover)
    {
        Model model             = still();
        model.staying           = staying;
        model.staffing.turnover = turnover;
        return model;
    }

    // who goes in the first week
    std::vector<bool> gone()
    {
        tiny.live(0);
        std::vector<bool> gone;
        for (Seat s = 0; s < people; s++) gone.push_back(tiny.org.generation[s] > 0);
        return gone;
    }
};

TEST(staying, a_fresh_tie_prevents_the_share_of_quits_it_says_and_no_other)
{
    // 10,000 with a friend and 10,000 without, each 1.9 % a week: half as many of the first
    const auto gone   = Held({.friends = 50, .certificate = 0, .exhausted = 0}, 100).gone();
    const double rate = weekly_from_yearly(1);
    double held = 0, free = 0;
    for (Seat s = 0; s < people; s++) (s < people / 2 ? held : free) += gone[s];
    EXPECT_LT(std::abs(z_of_share(held, people / 2, chance_of(rate / 2))), once_in_100000);
    EXPECT_LT(std::abs(z_of_share(free, people / 2, chance_of(rate))), once_in_100000);
}

TEST(staying, whoever_is_held_would_have_quit_and_nobody_else_moves)
{
    const auto free = Held({0, 0, 0}).gone(), held = Held({.friends = 60, .certificate = 0, .exhausted = 0}).gone();
    int kept = 0;
    for (Seat s = 0; s < people; s++) {
        if (held[s]) { EXPECT_TRUE(free[s]); }
        if (s >= people / 2) { EXPECT_EQ(held[s], free[s]) << "without a friend"; }
        kept += free[s] && !held[s];
    }
    EXPECT_GT(kept, 20);
}

TEST(staying, somebody_who_has_given_out_quits_as_much_more_often_as_it_says_and_only_while_they_rest)
{
    // 10,000 who rest and 10,000 who do not, each 1.9 % a week: three times as many of the first
    const auto gone = [](double exhausted, int rests_until) {
        Held held({.friends = 0, .certificate = 0, .exhausted = exhausted}, 100);
        for (Seat s = 0; s < people / 2; s++)
            held.tiny.org.members[held.tiny.org.row[s]].rests_until = static_cast<std::int16_t>(rests_until);
        return held.gone();
    };
    const double rate = weekly_from_yearly(1);
    const auto none = gone(0, 10), rested = gone(200, 0), resting = gone(200, 10);
    EXPECT_EQ(none, rested);
    double more = 0, usual = 0;
    for (Seat s = 0; s < people; s++) {
        (s < people / 2 ? more : usual) += resting[s];
        if (none[s]) { EXPECT_TRUE(resting[s]) << "whoever quits anyway still does"; }
        if (s >= people / 2) { EXPECT_EQ(none[s], resting[s]); }
    }
    EXPECT_LT(std::abs(z_of_share(more, people / 2, chance_of(3 * rate))), once_in_100000);
    EXPECT_LT(std::abs(z_of_share(usual, people / 2, chance_of(rate))), once_in_100000);
}

TEST(staying, a_tie_holds_as_it_is_warm)
{
    Tiny tiny(people_in(4, 1), still());
    tiny.org.readiness = {.friends = 0.2, .certificate = 0};
    for (Seat s : {0, 1, 2}) tiny.org.enter(s, 0);
    tiny.org.meet(0, 1);
    EXPECT_EQ(tiny.org.ready_to_quit(0, 0), 0.8);
    EXPECT_EQ(tiny.org.ready_to_quit(2, 0), 1) << "a member without a friend";
    EXPECT_EQ(tiny.org.ready_to_quit(3, 0), 1) << "somebody outside";
    tiny.org.exit(0);
    EXPECT_EQ(tiny.org.ready_to_quit(0, 0), 0.8) << "friends stay friends";
    for (int half_lives = 1; half_lives < 3; half_lives++) {
        tiny.org.ties.pass_a_week(1, 1);
        EXPECT_NEAR(tiny.org.ready_to_quit(1, 0), 1 - 0.2 * std::pow(0.5, half_lives), 1e-12);
    }
    tiny.org.ties.pass_a_week(1, 1);
    EXPECT_EQ(tiny.org.ready_to_quit(1, 0), 1) << "the tie has ended";
}

TEST(staying, a_certificate_the_community_brought_opens_a_door_until_its_holder_is_gone)
{
    Model model      = still();
    model.certifying = {.attempts = 0, .passing = 100, .group_attempts = unbounded};
    model.staying    = {.friends = 0, .certificate = 10};
    Tiny tiny(people_in(3, 1), model);
    tiny.org.enter(0, 0), tiny.org.enter(1, 0);
    tiny.live(0);
    EXPECT_DOUBLE_EQ(tiny.org.ready_to_quit(0, 0), 1.1);
    EXPECT_EQ(tiny.org.ready_to_quit(2, 0), 1);
    tiny.org.vacate(0), tiny.org.fill(0, 1);
    EXPECT_EQ(tiny.org.ready_to_quit(0, 0), 1);

    // what somebody passes anyway opens the doors it opens in every world
    model.certifying = {.attempts = unbounded, .passing = 100, .group_attempts = 0};
    Tiny anyway(people_in(3, 1), model);
    anyway.org.enter(0, 0), anyway.org.enter(1, 0);
    anyway.live(0);
    EXPECT_EQ(anyway.org.ready_to_quit(0, 0), 1);
}

TEST(staying, certificates_take_people_out_of_the_company)
{
    Model model             = still();
    model.staffing.turnover = 20;
    model.certifying        = {.attempts = 0, .passing = 100, .group_attempts = unbounded};
    std::vector<double> quits;
    for (double certificate : {0.0, 100.0}) {
        model.staying = {.friends = 0, .certificate = certificate};
        Tiny tiny(people_in(people, 1), model);
        for (Seat s = 0; s < people; s++) tiny.org.enter(s, 0);
        quits.push_back(sum_of(tiny.live_until(10), &Page::quits));
    }
    EXPECT_GT(quits[1], 1.6 * quits[0]);
}

TEST(staying, makes_no_difference_where_nothing_holds_or_draws_anybody)
{
    Scenario scenario          = {};
    scenario.company.employees = 400;
    scenario.run.weeks         = 120;
    scenario.model.staying     = {0, 0, 0};
    assign(scenario, "support.level", std::string("strong"));
    const auto ledgers = live(study_of(scenario, names({"twin", "level"})), {0, {}}).ledgers;
    for (std::size_t week = 0; week < 120; week++)
        for (double Page::* column : {&Page::quits, &Page::hires, &Page::employees, &Page::tenure})
            EXPECT_EQ(ledgers[0].pages[week].*column, ledgers[1].pages[week].*column);
}

TEST(staying, leaves_a_replayed_register_as_it_was_written)
{
    Tiny tiny(people_in(6, 1), still());
    tiny.model.staying              = {.friends = 100, .certificate = 0};
    tiny.founding.turnover.recorded = true;
    tiny.founding.turnover.moves    = {{0, 0, false}};
    tiny.org.enter(0, 0), tiny.org.enter(1, 0);
    tiny.org.meet(0, 1);
    EXPECT_EQ(tiny.live(0).quits, 1);
}

TEST(staying, is_worth_a_replacement_once)
{
    Ledger here{std::vector<Page>(1), std::vector<Plan>(1), {}}, twin = here;
    here.pages[0].quits = here.pages[0].hires = 3, twin.pages[0].quits = twin.pages[0].hires = 5;
    const Money money = account(here, twin, {}, Innovation::expected).run_off;
    EXPECT_NEAR(money.replacement_cash, 2 * 1.03e6, 1e-6);
    EXPECT_NEAR(money.replacement_time, 2 * 0.19 * 1900 * 4500 * 0.5, 1e-6);
    EXPECT_EQ(money.recruiting, 0) << "whoever stays was not recommended";
}

TEST(staying, somebody_who_has_grown_quits_as_much_less_often_as_it_says)
{
    Model model   = still();
    model.staying = {.friends = 0, .growth = 40, .certificate = 0, .exhausted = 0};
    Tiny company(people_in(10), model);
    company.org.enter(3, 0).skill = 0.5;
    Page page;
    model.staying(Week(company.luck, 0, model.support), company.org, page);
    EXPECT_EQ(company.org.ready_to_quit(3, 0), 1 - 0.4 * 0.5);
    EXPECT_EQ(company.org.ready_to_quit(4, 0), 1) << "who has learned nothing there quits as usual";
    company.org.exit(3);
    EXPECT_EQ(company.org.ready_to_quit(3, 0), 1 - 0.4 * 0.5) << "what was learned stays with whoever leaves the community";
}

}  // namespace
}  // namespace ekkyo
