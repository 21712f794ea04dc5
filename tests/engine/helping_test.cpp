#include "problems.hpp"
#include "tiny.hpp"

namespace ekkyo {
namespace {

/// A community of everybody, who know nobody outside it, dare to ask, and make no friends by it.
Model open_minded()
{
    Model model                 = still();
    model.helping               = {};
    model.helping.reluctance    = 0;
    model.helping.acquaintance  = 0;
    model.helping.reading_hours = 0;
    model.joining.discovery     = unbounded;
    return model;
}

Company strangers(int employees)
{
    return {.employees = employees, .silos = 5, .team_size = 1, .colleagues = 0, .people = "", .turnover = "drawn"};
}

Page sum_of(Tiny& tiny, int weeks)
{
    Page sum;
    for (const Page& page : tiny.live_until(weeks))
        for (const auto& column : table<Page>) column.set(sum, column.get(sum) + column.get(page));
    return sum;
}

TEST(helping, answers_as_many_questions_as_are_seen_by_somebody_able_and_willing)
{
    // 50 members: 49 others x 30 % who see it x 10 % who can x 30 % who do; thousands of questions
    Tiny tiny(strangers(50), open_minded());
    const Page page = sum_of(tiny, 600);
    ASSERT_GT(page.questions, 3000);
    EXPECT_LT(std::abs(z_of_share(page.answered, page.questions, chance_of(49 * 0.3 * 0.1 * 0.3))), once_in_100000);
}

TEST(helping, is_not_done_by_the_asker)
{
    // of three members two others, all of whom see and can help: at 20 % willing, a third asker would show at once
    Model model              = open_minded();
    model.hosting.visibility = 100;
    model.helping.expertise  = 100;
    model.helping.generosity = 20;
    Tiny tiny(strangers(3), model);
    const Page page = sum_of(tiny, 4000);
    ASSERT_GT(page.questions, 1000);
    EXPECT_LT(std::abs(z_of_share(page.answered, page.questions, chance_of(2 * 0.2))), once_in_100000);
}

TEST(helping, by_a_host_finds_an_answer_for_a_share_of_what_is_left)
{
    // with time for everybody: 70 % of the unanswered; on a platform 30 % more see a question
    Model model                   = open_minded();
    model.support.host_fte        = 1;
    model.support.platform        = 1;
    model.hosting.getting_to_know = 0;
    Tiny tiny(strangers(50), model);
    const Page page      = sum_of(tiny, 600);
    const double unaided = chance_of(49 * 0.3 * 1.3 * 0.1 * 0.3);
    EXPECT_LT(std::abs(z_of_share(page.answered, page.questions, unaided + 0.7 * (1 - unaided))), once_in_100000);
}

TEST(helping, books_what_asking_answering_and_reading_take)
{
    Model model                 = open_minded();
    model.helping.reading_hours = 0.2;
    Tiny tiny(strangers(200), model);
    const Page page = sum_of(tiny, 52);
    ASSERT_GT(page.answered, 100);
    EXPECT_NEAR(page.asking_hours / page.questions, 0.2, 0.5 / 4096);
    EXPECT_NEAR(page.answering_hours / page.answered, 2 * 0.33, 0.5 / 4096);
    EXPECT_NEAR(page.reading_hours, 52 * weekly_from_monthly(200 * 0.2), 52 * 0.5 / 4096);
}

TEST(helping, makes_friends_of_as_many_askers_and_answerers_as_it_says)
{
    // 10 % of answered questions; in 3,000 people hardly a pair meets twice
    Model model                = open_minded();
    model.helping.acquaintance = 10;
    Tiny tiny(strangers(3000), model);
    const Page page = sum_of(tiny, 20);
    ASSERT_GT(page.answered, 5000);
    EXPECT_LT(std::abs(z_of_share(page.introduced, page.answered, 0.10)), once_in_100000);
}

TEST(helping, by_friends_who_can_always_help_is_asked_for_as_often_as_one_of_them_knows)
{
    // nobody dares to ask in public; a pair of friends, of whom each knows the answer to a tenth of the other's
    // problems, or knows it without being known to, and is not asked
    for (double unaware : {0, 40}) {
        Model model                  = open_minded();
        model.helping.reluctance     = 1000;
        model.helping.friend_success = 100, model.helping.friend_hours = 0;
        model.helping.credit         = unbounded;
        model.helping.unaware        = unaware;
        model.bonding = {1200, 1200, 30, 0};
        Tiny tiny(strangers(400), model);
        tiny.live(0);
        for (Seat s = 0; s < 200; s++) tiny.org.meet(s, s + 200);
        double favours = 0, problems = 0;
        for (int week = 1; week <= 150; week++) {
            const Page page = tiny.live(week);
            favours += page.favours, problems += page.problems;
            EXPECT_EQ(page.questions, 0);
        }
        const double expected = (1 - std::pow(0.9, 1 - unaware / 100)) * problems;
        EXPECT_LT(std::abs((favours - expected) / std::sqrt(expected)), once_in_100000) << unaware;
    }
}

TEST(helping, comes_from_the_community_where_the_problem_is_about_what_it_is_about)
{
    // everybody is a member and asks about everything; in a silo of another business about three problems in ten, in one of
    // a third about nothing. Nobody has a friend here, so that what is off topic is as if there were no community
    const auto live = [](double other, double third) {
        Scenario scenario;
        scenario.silos = {{"first", 12000}, {"other", 12000, 1, false, other}, {"third", 12000, 1, false, third}};
        const Founding founding = found(scenario.company, scenario.silos, 0, {1, 0});
        Organization org        = open(founding, Circle(founding, scenario.company, {1, 0}), 30);
        org.chronicle.emplace();
        const Model model       = open_minded();
        for (Seat s = 0; s < founding.seats(); s++) org.enter(s, -1);
        tick(model, Week({1, 0}, 0, model.support), org);
        std::array<double, 3> asked{};
        for (const Difficulty& one : org.chronicle->difficulties)
            asked[org.silo_of(one.seat)] += one.here.has_asked(Source::community);
        return asked;
    };
    const auto everything = live(1, 1), less = live(0.3, 0);
    ASSERT_GT(everything[1], 1000);
    EXPECT_EQ(less[0], everything[0]) << "what others do is nothing to the first silo's luck";
    EXPECT_LT(std::abs(z_of_share(less[1], everything[1], 0.3)), once_in_100000);
    EXPECT_EQ(less[2], 0);
}

TEST(helping, of_a_dearer_silo_counts_at_its_wage)
{
    Scenario scenario;
    scenario.silos          = {{"A", 30, 1}, {"B", 10, 3}};
    const Founding founding = found(scenario.company, scenario.silos, 0, {1, 0});
    Organization org        = open(founding, Circle(founding, scenario.company, {1, 0}), 30);
    Model model             = still();
    model.helping           = {};
    const Page page         = tick(model, Week({1, 0}, 0, model.support), org);
    const auto trouble      = trouble_under(model.helping, org.circle.size());
    EXPECT_NEAR(page.problems, 40 * trouble->rate, 0.5 / 4096);
    EXPECT_NEAR(page.stuck_hours, 60 * trouble->rate * trouble->usual.stuck, 0.5 / 4096);
    EXPECT_NEAR(page.request_hours, 60 * trouble->rate * trouble->usual.requests, 0.5 / 4096);
}

TEST(helping, without_a_community_takes_on_average_what_is_booked)
{
    // 200,000 problems of people with ten colleagues
    const auto trouble    = trouble_under({}, 10);
    const Chances chances = Week(Luck{}, 0, {}).chances("test/problem");
    std::vector<double> stuck, requests;
    for (Seat s = 0; s < 200'000; s++) {
        const Outcome outcome = without_community(*trouble, Problem(*trouble, chances.of(s)));
        stuck.push_back(outcome.stuck), requests.push_back(outcome.requests);
    }
    EXPECT_LT(std::abs(z_of_mean(stuck, trouble->usual.stuck)), once_in_100000);
    EXPECT_LT(std::abs(z_of_mean(requests, trouble->usual.requests)), once_in_100000);
}

TEST(helping, goodwill_lowers_the_cost_of_asking_and_raises_its_success)
{
    // somebody who knows nobody else, and one warm tie who can always help
    Helping rules;
    rules.expertise = 100;
    rules.friend_success = 100;
    Tiny tiny({.employees = 2, .silos = 2, .team_size = 1, .colleagues = 0, .people = "", .turnover = "drawn"}, still());
    tiny.org.enter(0, -20), tiny.org.enter(1, -20), tiny.org.meet(0, 1);
    tiny.org.exit(0);
    const auto trouble = trouble_under(rules, 0);
    const Week week(Luck{}, 0, tiny.model.support);
    Problem problem(*trouble, week.chances("test/looks").of(0));
    problem.hours = 5, problem.crowd = trouble->crowd_for(0.5), problem.friend_helps = 0.999, problem.stranger_helps = 0.999;
    Case warm{.seat = 0, .row = tiny.org.row[0], .k = 0, .here = {}, .twin = {}};
    with_community(*trouble, problem, tiny.org, week, 0, warm);
    EXPECT_EQ(warm.here.solved, Source::tie);
    EXPECT_NEAR(warm.here.requests, rules.friend_hours, 1e-12);
    for (int w = 0; w < 40; w++) tiny.org.ties.pass_a_week(20, 20);
    Case cool{.seat = 0, .row = tiny.org.row[0], .k = 0, .here = {}, .twin = {}};
    with_community(*trouble, problem, tiny.org, week, 0, cool);
    EXPECT_NEAR(cool.here.requests, 0.4 + (2 - 0.4) * 0.75, 1e-12) << "two half-lives later a quarter is left";
    EXPECT_EQ(cool.here.stuck, 5);
    EXPECT_EQ(without_community(*trouble, problem).stuck, 5);
}

TEST(helping, a_question_in_an_empty_community_finds_no_answer_and_in_a_large_one_surely)
{
    Model model             = still();
    model.helping           = {};
    model.joining.discovery = unbounded;
    model.helping.reluctance = 0;
    Tiny small(people_in(1, 1), model), large(people_in(3000), model);
    const auto few = small.live_until(100);
    EXPECT_EQ(sum_of(few, &Page::answered), 0);
    const auto many = large.live_until(20);
    EXPECT_EQ(sum_of(many, &Page::questions), sum_of(many, &Page::answered));
    EXPECT_GT(sum_of(many, &Page::answered), 1000);
}

TEST(helping, shows_each_newcomer_once_what_they_have_come_to)
{
    // everybody joins in week 0 and asks sooner or later; only first questions of the first 13 weeks count
    Tiny tiny(strangers(50), open_minded());
    double asked = 0, answered = 0, all = 0;
    for (int week = 0; week < 60; week++) {
        const Page page = tiny.live(week);
        asked += page.newcomers_asked, answered += page.newcomers_answered, all += page.questions;
        EXPECT_LE(page.newcomers_asked, page.questions);
        EXPECT_LE(page.newcomers_answered, page.newcomers_asked);
        if (week >= 13) {
            EXPECT_EQ(page.newcomers_asked, 0) << week;
        }
        if (week != 12) continue;
        const auto greeted = [](const Member& m) { return m.welcome != Welcome::unasked; };
        const auto pleased = [](const Member& m) { return m.welcome == Welcome::answered; };
        EXPECT_EQ(asked, std::ranges::count_if(tiny.org.members, greeted));
        EXPECT_EQ(answered, std::ranges::count_if(tiny.org.members, pleased));
    }
    EXPECT_GT(answered, 0);
    EXPECT_LE(asked, 50);
    EXPECT_GT(all, 2 * asked);

    // who leaves and comes back is new again
    tiny.org.exit(7);
    EXPECT_EQ(tiny.org.enter(7, 60).welcome, Welcome::unasked);
}

TEST(helping, a_host_finds_answers_where_nobody_volunteers)
{
    Model model              = still();
    model.helping            = {};
    model.helping.generosity = 0;
    model.helping.routing    = 100;
    model.joining.discovery  = unbounded;
    Tiny alone(people_in(50), model);
    EXPECT_EQ(sum_of(alone.live_until(50), &Page::answered), 0);
    model.support.host_fte = 1;
    Tiny hosted(people_in(50), model);
    const auto pages = hosted.live_until(50);
    EXPECT_GT(sum_of(pages, &Page::answered), 0);
    EXPECT_EQ(sum_of(pages, &Page::questions), sum_of(pages, &Page::answered));
}

TEST(helping, uses_up_goodwill_where_nothing_comes_back_and_not_where_it_does)
{
    // two friends; one alone has problems, or both have
    const auto overdrawn = [](bool both) {
        Model model              = open_minded();
        model.helping.reluctance = 1000, model.helping.expertise = 100;
        model.helping.credit     = 8;
        model.helping.problems   = 7;
        model.bonding            = {2, 2, 30, 0};
        Tiny tiny(strangers(2), model);
        tiny.live(0);
        tiny.org.meet(0, 1);
        double favours = 0, hard = 0;
        for (int week = 1; week < 100; week++) {
            for (int favour = 0; favour < (both ? 0 : 5); favour++) tiny.org.favour(1, 0);
            const Page page = tiny.live(week);
            favours += page.favours + page.overdrawn, hard += page.overdrawn;
        }
        return hard / favours;
    };
    EXPECT_GT(overdrawn(false), overdrawn(true) + 0.1);
}

TEST(helping, of_a_friend_who_is_owed_too_much_is_worse_than_of_a_stranger)
{
    // what the same request takes of a friend who is owed nothing, and of one who is owed eight favours
    const auto hours = [](int owed) {
        Model model              = open_minded();
        model.helping.reluctance = 1000, model.helping.expertise = 100;
        model.helping.stranger_success = model.helping.friend_success = 100;
        model.helping.hours_alone = 100, model.helping.hours_spread = 0, model.helping.fear = 0;
        model.bonding = {1200, 1200, 30, 0};
        Tiny tiny(strangers(2), model);
        tiny.live(0);
        tiny.org.meet(0, 1);
        for (int favour = 0; favour < owed; favour++) tiny.org.favour(1, 0), tiny.org.favour(0, 1), tiny.org.favour(1, 0);
        const Helping& rules = model.helping;
        Case c{.seat = 0, .row = tiny.org.row[0], .k = 0, .here = {}, .twin = {}};
        Problem problem(*tiny.org.trouble, Draw(1, About::seat, 0, 0, 0));
        problem.crowd = tiny.org.trouble->crowd_for(0.5), problem.friend_helps = problem.stranger_helps = 0.5;
        with_community(*tiny.org.trouble, problem, tiny.org, Week(tiny.luck, 1, model.support), 0, c);
        EXPECT_EQ(c.overdrawn, owed > rules.credit);
        return c.here.requests;
    };
    EXPECT_NEAR(hours(0), 0.4, 0.01);
    EXPECT_NEAR(hours(2), 0.4 + 1.6 * 0.5, 0.01);
    EXPECT_NEAR(hours(8), 2, 0.01) << "whoever owes eight turns to a stranger";
}

TEST(helping, makes_strangers_meet_somebody_who_has_given_much_half_way)
{
    Model model            = open_minded();
    model.helping.standing = 100, model.helping.reluctance = 1000;
    Tiny tiny(strangers(2), model);
    tiny.live(0);
    EXPECT_EQ(tiny.org.renown_of(tiny.org.members[tiny.org.row[0]], 1), 0);
    tiny.org.members[tiny.org.row[0]].load = {4, 1};
    EXPECT_DOUBLE_EQ(tiny.org.renown_of(tiny.org.members[tiny.org.row[0]], 1), 0.5);
    const auto requests = [&](Seat seat) {
        Case c{.seat = seat, .row = tiny.org.row[seat], .k = 0, .here = {}, .twin = {}};
        Problem problem(*tiny.org.trouble, Draw(1, About::seat, 0, 0, 0));
        problem.hours = 50, problem.crowd = unbounded, problem.stranger_helps = 0;
        with_community(*tiny.org.trouble, problem, tiny.org, Week(tiny.luck, 1, model.support), 0, c);
        return c.here.requests;
    };
    EXPECT_NEAR(requests(1), 2, 1e-9);
    EXPECT_NEAR(requests(0), 1.2, 1e-9);
}

}  // namespace
}  // namespace ekkyo
