#include "problems.hpp"
#include "tiny.hpp"

namespace ekkyo {
namespace {

/// Somebody (seat 0) who knows one person through the community (seat 1), and nobody else.
struct Acquainted {
    Helping rules;
    Tiny tiny{
        {.employees = 2, .silos = 2, .team_size = 1, .colleagues = 0, .people = "", .turnover = "drawn"}, still()};

    Acquainted()
    {
        rules.expertise = 100;
        tiny.org.enter(0, -20), tiny.org.enter(1, -20), tiny.org.meet(0, 1);
    }

    Case with(double hours, double answered, double luck)
    {
        const auto trouble = trouble_under(rules, 0);
        const Week week(Luck{}, 0, tiny.model.support);
        Problem problem(*trouble, week.chances("test/looks").of(0));
        problem.hours     = hours;
        problem.crowd = trouble->crowd_for(0.5), problem.friend_helps = problem.answered = problem.stranger_helps = luck;
        Case c{.seat = 0, .row = tiny.org.row[0], .k = 0, .here = {}, .twin = without_community(*trouble, problem)};
        with_community(*trouble, problem, tiny.org, week, answered, c);
        return c;
    }
};

TEST(problems, come_as_often_as_their_rate_says_also_where_there_are_many)
{
    // the mean and variance of how many, over 100,000 even chances: a cap would show
    for (double rate : {0.0, 0.01, 0.342, 3.0, 30.0, 100.0}) {
        Helping rules;
        rules.problems = rate, rules.solved_by_team = rules.solved_by_search = 0;
        const auto trouble = trouble_under(rules, 10);
        double sum = 0, squares = 0;
        for (int c = 0; c < 100'000; c++) {
            const double n = trouble->how_many((c + 0.5) / 100'000);
            sum += n / 100'000, squares += n * n / 100'000;
        }
        EXPECT_NEAR(sum, rate, 0.001 * rate + 1e-4) << rate;
        EXPECT_NEAR(squares - sum * sum, rate, 0.005 * rate + 1e-4) << rate;
    }
}

TEST(problems, of_nobody_in_the_community_are_those_of_the_twin)
{
    const auto trouble = trouble_under(Helping{}, 10);
    Tiny tiny({.employees = 40, .silos = 2, .people = "", .turnover = "drawn"}, still());
    const Week week(Luck{}, 0, tiny.model.support);
    for (Seat s = 0; s < 40; s++) tiny.org.enter(s, 0), tiny.org.exit(s);
    for (Seat s = 0; s < 40; s++)
        for (std::uint32_t k = 0; k < 50; k++) {
            const Problem problem(*trouble, week.chances("test/looks").of(s, k));
            const Outcome twin = without_community(*trouble, problem);
            Case c{.seat = s, .row = tiny.org.row[s], .k = k, .here = {}, .twin = twin};
            with_community(*trouble, problem, tiny.org, week, 1, c);
            EXPECT_EQ(c.here.stuck, twin.stuck);
            EXPECT_EQ(c.here.requests, twin.requests);
            EXPECT_FALSE(c.here.has_asked(Source::community)) << "who has left asks no question there";
        }
}

TEST(problems, go_to_a_friend_on_the_terms_between_stranger_and_friend_that_warmth_says)
{
    Acquainted two;
    two.tiny.org.exit(0);
    for (int weeks = 0; weeks < 3; weeks++, two.tiny.org.ties.pass_a_week(1, 1)) {
        const double warmth = std::exp2(-weeks);
        EXPECT_NEAR(two.with(9, 0, 0).here.requests, 0.4 * warmth + 2 * (1 - warmth), 1e-12) << weeks;
        EXPECT_EQ(two.with(9, 0, 0.40 + 0.40 * warmth - 0.01).here.solved, Source::tie) << weeks;
        EXPECT_NE(two.with(9, 0, 0.40 + 0.40 * warmth + 0.01).here.solved, Source::tie) << weeks;
    }
    two.tiny.org.ties.pass_a_week(1, 1);
    EXPECT_FALSE(two.with(9, 0, 0).here.has_asked(Source::tie)) << "a tie that has ended helps nobody";
}

TEST(problems, go_to_a_stranger_less_often_than_would_be_worth_it)
{
    // 2 hours at 40 %: worth it from 5 hours on; with half the belief from 10 hours on
    Acquainted two;
    two.tiny.org.exit(0);
    two.rules.expertise = 0;
    for (auto [fear, from] : {std::pair(0.0, 5.0), {50.0, 10.0}}) {
        two.rules.fear = fear;
        EXPECT_FALSE(two.with(from - 0.01, 0, 0).twin.has_asked(Source::stranger)) << fear;
        EXPECT_TRUE(two.with(from + 0.01, 0, 0).twin.has_asked(Source::stranger)) << fear;
        EXPECT_EQ(two.with(from + 0.01, 0, 0.39).twin.stuck, 0)
            << "strangers help as often as they do, whatever is feared";
    }
}

TEST(problems, go_to_the_community_where_they_are_worth_overcoming_the_reluctance)
{
    // where an answer is certain: from .2 + 1 hours on for somebody as ready to take part as the average, and from .2 + 1/4
    // on for somebody four times as ready
    Acquainted two;
    two.rules.expertise = 0;
    for (auto [readiness, from] : {std::pair(1.0f, 1.2), {4.0f, 0.45}, {0.5f, 2.2}}) {
        two.tiny.org.members[two.tiny.org.row[0]].readiness = readiness;
        EXPECT_FALSE(two.with(from - 0.01, 1, 0).here.has_asked(Source::community)) << readiness;
        EXPECT_TRUE(two.with(from + 0.01, 1, 0).here.has_asked(Source::community)) << readiness;
    }
}

TEST(problems, that_a_friend_solves_make_the_two_as_good_friends_as_ever)
{
    // two people with one tie, one problem solved in any week in which there is one
    Model model                  = still();
    model.helping                = {};
    model.helping.problems       = 50;
    model.helping.expertise      = 100;
    model.helping.friend_success = model.helping.stranger_success = 100;
    for (bool asks : {true, false}) {
        if (!asks) model.helping.problems = 0;
        Tiny tiny(
            {.employees = 2, .silos = 2, .team_size = 1, .colleagues = 0, .people = "", .turnover = "drawn"}, model);
        tiny.org.enter(0, -20), tiny.org.enter(1, -20), tiny.org.meet(0, 1);
        tiny.org.exit(0), tiny.org.exit(1);
        for (int week = 0; week < 120; week++) {
            const Page page = tiny.live(week);
            EXPECT_EQ(page.favours > 0, asks);
            EXPECT_EQ(page.introduced, 0) << "they know each other";
        }
        EXPECT_EQ(tiny.org.is_tied(0, 1), asks);
    }
}

TEST(problems, go_to_the_warmer_friend_more_often)
{
    // one tie twice as warm as the other: asked in two of three cases; n = 6,000
    Company company{.employees = 3, .silos = 3, .team_size = 1, .colleagues = 0, .people = "", .turnover = "drawn"};
    Tiny tiny(company, still());
    for (Seat s : {0, 1, 2}) tiny.org.enter(s, 0);
    tiny.org.meet(0, 1);
    tiny.org.ties.pass_a_week(1, 1);
    tiny.org.meet(0, 2);
    tiny.org.exit(0);
    Helping rules;
    rules.expertise    = 100;
    const auto trouble = trouble_under(rules, 0);
    double warmer      = 0;
    for (int w = 0; w < 6000; w++) {
        const Week week(Luck{}, w, tiny.model.support);
        Problem problem(*trouble, week.chances("test/looks").of(0));
        problem.hours = 9, problem.crowd = trouble->crowd_for(0.5);
        Case c{.seat = 0, .row = tiny.org.row[0], .k = 0, .here = {}, .twin = {}};
        with_community(*trouble, problem, tiny.org, week, 0, c);
        warmer += c.friendly == 2;
    }
    EXPECT_LT(std::abs(z_of_share(warmer, 6000, 2.0 / 3)), once_in_100000);
}

}  // namespace
}  // namespace ekkyo
