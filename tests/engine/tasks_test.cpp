#include "attempts.hpp"
#include "beliefs.hpp"
#include "parallel.hpp"
#include "tiny.hpp"

namespace ekkyo {
namespace {

constexpr Way all_ways[] = {Way::team, Way::community, Way::market};

/// A company in which all that is chance is certain: everybody holds every skill, and all needs are alike.
Tasks certain()
{
    Tasks rules;
    rules.needs       = 4;
    rules.work_spread = 0;
    rules.horizon     = 1e4;
    rules.expertise   = 100;
    rules.willing     = 100;
    rules.dropout     = 0;
    return rules;
}

Attempt tried(const Tasks& rules, const Task& task, double unknown, Way way)
{
    if (way == Way::team) return as_team(rules, task, unknown);
    return way == Way::community ? in_community(rules, task, unknown) : on_market(rules, task, unknown);
}

TEST(a_team_that_knows_everything, works_side_by_side_and_costs_what_its_people_are_paid)
{
    const Tasks rules  = certain();
    const Task task    = task_of(rules, {1, 0}, 0);
    const Attempt team = as_team(rules, task, 0);
    EXPECT_DOUBLE_EQ(team.weeks, 4 + 20 / (38 * 0.8));
    EXPECT_DOUBLE_EQ(team.assigned, 4 * (8 + 20 / 0.8));
    EXPECT_EQ(team.voluntary + team.bought, 0);

    const Bill bill = priced(team, rules);
    EXPECT_DOUBLE_EQ(bill.cash, team.assigned * 4500);
    EXPECT_EQ(bill.cost, bill.cash);
    EXPECT_NEAR(bill.value, 1e6 * std::pow(0.97, team.weeks * 7 * 12 / 365.25), 1e-6);
}

TEST(a_team_that_knows_everything, lasts_as_long_as_its_longest_part_and_those_who_wait_are_half_paid)
{
    Tasks rules       = certain();
    rules.work_spread = 1;
    for (std::uint32_t t = 0; t < 50; t++) {
        const Task task = task_of(rules, {1, 0}, t);
        double longest = 0, all = 0, hours = 0;
        for (const Need& need : task.needs)
            longest = std::max(longest, need.hours / (38 * 0.8)), all += need.hours / (38 * 0.8);
        hours = 4 * 8 + 38 * (all + 0.5 * (4 * longest - all));
        EXPECT_NEAR(as_team(rules, task, 0).weeks, 4 + longest, 1e-12);
        EXPECT_NEAR(as_team(rules, task, 0).assigned, hours, 1e-9);
    }
}

TEST(a_team_that_knows_nothing, waits_for_somebody_new_at_each_step)
{
    const Tasks rules = certain();
    for (std::uint32_t t = 0; t < 50; t++) {
        const Task task = task_of(rules, {1, 0}, t);
        double weeks    = 4;
        for (const Need& need : task.needs) weeks += 6 * need.waits + 20 / (38 * 0.8);
        EXPECT_NEAR(as_team(rules, task, 1).weeks, weeks, 1e-12);
    }
}

TEST(a_team_that_knows_nothing, takes_on_average_what_the_mean_of_re_staffing_says)
{
    const Tasks rules = certain();
    std::vector<double> weeks;
    for (std::uint32_t t = 0; t < 4000; t++) weeks.push_back(as_team(rules, task_of(rules, {1, 0}, t), 1).weeks);
    EXPECT_LT(std::abs(z_of_mean(weeks, 4 + 4 * (6 + 20 / (38 * 0.8)))), once_in_100000);
}

TEST(a_team, cannot_be_staffed_with_skills_that_nobody_holds)
{
    Tasks rules      = certain();
    rules.expertise  = 0;
    rules.people     = 50;
    const Task task  = task_of(rules, {1, 0}, 0);
    const auto tried = as_team(rules, task, 0);
    EXPECT_FALSE(tried.is_done());
    EXPECT_EQ(tried.assigned, 4 * 8);
    EXPECT_TRUE(on_market(rules, task, 0).is_done());
}

TEST(a_team_that_asks_the_community, without_ties_or_with_all_known_is_one_that_does_not)
{
    Tasks alone = certain(), asking = alone;
    asking.team_asks = 100;
    for (std::uint32_t t = 0; t < 50; t++) {
        const Task task = task_of(alone, {1, 0}, t);
        EXPECT_EQ(as_team(asking, task, 0).weeks, as_team(alone, task, 0).weeks);
        EXPECT_EQ(as_team(asking, task, 0).voluntary, 0);
    }
    asking.ties = alone.ties = 0;
    for (std::uint32_t t = 0; t < 50; t++) {
        const Task task = task_of(alone, {1, 0}, t);
        EXPECT_EQ(as_team(asking, task, 1).weeks, as_team(alone, task, 1).weeks);
        EXPECT_EQ(as_team(asking, task, 1).assigned, as_team(alone, task, 1).assigned);
    }
}

TEST(a_team_that_asks_the_community, has_a_friend_begin_while_it_waits)
{
    // 16 hours, of which a friend who answers after a week does two a week, less coordination, until week 4 + 6
    Tasks rules     = certain();
    rules.team_asks = 100;
    Task task;
    task.needs         = {{16, 0.5, 1, true, {{1, 100}}}};
    const Attempt team = as_team(rules, task, 1);
    const double done  = 5 * 2 * 0.8;
    EXPECT_NEAR(team.weeks, 4 + 6 + (16 - done) / (38 * 0.8), 1e-12);
    EXPECT_NEAR(team.voluntary, 5 * 2 + 21 * 0.1, 1e-12);
    EXPECT_NEAR(team.assigned, 8 + (16 - done) / 0.8, 1e-12);

    // where a friend has done it before anybody is free, nobody has to be
    task.needs[0].hours = 4;
    const Attempt soon  = as_team(rules, task, 1);
    EXPECT_NEAR(soon.weeks, 4 + 1 + 4 / 1.6, 1e-12);
    EXPECT_EQ(soon.assigned, 8) << "the manager had begun to look for somebody";
    EXPECT_NEAR(soon.voluntary, 4 / 0.8 + 21 * 0.1, 1e-12);
}

TEST(a_team_that_asks_the_community, is_done_no_later_the_more_it_asks_and_sooner_now_and_then)
{
    Tasks rules     = certain();
    rules.expertise = 30, rules.work_spread = 1, rules.dropout = 10;
    double sooner = 0;
    for (std::uint32_t t = 0; t < 500; t++)
        for (double unknown : {0.0, 0.5, 1.0}) {
            const Task task = task_of(rules, {1, 0}, t);
            rules.team_asks = 0;
            const double alone = as_team(rules, task, unknown).weeks;
            double before      = alone;
            for (double asks : {30.0, 70.0, 100.0}) {
                rules.team_asks    = asks;
                const double weeks = as_team(rules, task, unknown).weeks;
                EXPECT_LE(weeks, before + 1e-9);
                before = weeks;
            }
            sooner += before < alone;
        }
    EXPECT_GT(sooner, 100);
}

TEST(a_community_without_ties, gets_nothing_done_and_costs_nothing)
{
    Tasks rules = certain();
    rules.ties  = 0;
    for (double unknown : {0.0, 0.5, 1.0}) {
        const Attempt attempt = in_community(rules, task_of(rules, {1, 0}, 0), unknown);
        EXPECT_FALSE(attempt.is_done());
        EXPECT_EQ(attempt.assigned + attempt.voluntary + attempt.bought, 0);
        EXPECT_EQ(priced(attempt, rules).net(), 0);
    }
}

TEST(a_community, where_all_are_reached_and_answer_at_once_is_as_slow_as_its_hours)
{
    Tasks rules     = certain();
    rules.answer    = 0;
    const Task task = task_of(rules, {1, 0}, 0);
    EXPECT_DOUBLE_EQ(in_community(rules, task, 0).weeks, 20 / (2 * 0.8));
    EXPECT_DOUBLE_EQ(in_community(rules, task, 1).weeks, 4 * 20 / (2 * 0.8));
    EXPECT_NEAR(in_community(rules, task, 1).voluntary, 4 * (20 / 0.8 + 21 * 0.1), 1e-9);
}

TEST(a_community, finds_what_it_needs_as_often_as_its_ties_say)
{
    Tasks rules   = certain();
    rules.willing = 20, rules.expertise = 10;
    for (double unknown : {0.0, 1.0}) {
        double done = 0;
        for (std::uint32_t t = 0; t < 20000; t++)
            done += in_community(rules, task_of(rules, {1, 0}, t), unknown).is_done();
        const double found = 1 - std::pow(1 - 0.02, 21);
        EXPECT_LT(std::abs(z_of_share(done, 20000, std::pow(found, 4))), once_in_100000);
    }
}

TEST(a_community, whose_volunteers_lose_interest_goes_on_with_the_next_one)
{
    Tasks rules = certain();
    Task task;
    task.needs = {{16, 0.5, 1, true, {{1, 4}, {2, 3}, {30, 100}}}};
    EXPECT_DOUBLE_EQ(in_community(rules, task, 0).weeks, 30 + 3);  // 4 weeks, 3 weeks, then nobody until week 30
    task.needs[0].volunteers.pop_back();
    EXPECT_FALSE(in_community(rules, task, 0).is_done());
    EXPECT_NEAR(in_community(rules, task, 0).voluntary, 2 * 7 + 2.1, 1e-12);
}

TEST(what_is_bought, takes_a_change_order_for_each_need_that_shows_later)
{
    const Tasks rules   = certain();
    const Task task     = task_of(rules, {1, 0}, 0);
    const Attempt known = on_market(rules, task, 0), unknown = on_market(rules, task, 1);
    EXPECT_DOUBLE_EQ(known.weeks, 6 + 24.0 / 38);
    EXPECT_NEAR(unknown.weeks, 6 + 4 * (2 + 24.0 / 38), 1e-12);
    EXPECT_NEAR(known.bought, 96, 1e-9);
    EXPECT_EQ(known.changed, 0);
    EXPECT_EQ(unknown.changed, unknown.bought);
    EXPECT_NEAR(known.assigned, 4 * 8 + 0.1 * 96, 1e-9);
    EXPECT_NEAR(unknown.assigned, 4 * 16 + 0.1 * 96, 1e-9);
    EXPECT_NEAR(priced(unknown, rules).cash, unknown.assigned * 4500 + 96 * 9000 * 1.3, 1e-3);
}

TEST(a_task, is_done_no_sooner_where_more_of_it_is_unknown)
{
    Tasks rules     = certain();
    rules.expertise = 30, rules.work_spread = 1, rules.dropout = 10, rules.team_asks = 50;
    for (std::uint32_t t = 0; t < 500; t++) {
        const Task task = task_of(rules, {1, 0}, t);
        for (Way way : all_ways) {
            double before = 0;
            for (double unknown : {0.0, 0.1, 0.3, 0.5, 0.7, 0.9, 1.0}) {
                const double weeks = tried(rules, task, unknown, way).weeks;
                EXPECT_GE(weeks, before);
                before = weeks;
            }
        }
    }
}

TEST(a_task, is_done_no_later_by_a_community_with_more_ties)
{
    Tasks few = certain(), many = certain();
    few.expertise = many.expertise = 20, few.dropout = many.dropout = 12;
    many.ties = 12;
    for (std::uint32_t t = 0; t < 500; t++)
        for (double unknown : {0.0, 0.5, 1.0})
            EXPECT_LE(
                in_community(many, task_of(many, {1, 0}, t), unknown).weeks,
                in_community(few, task_of(few, {1, 0}, t), unknown).weeks + 1e-9);
}

TEST(a_task, has_the_same_luck_whatever_the_forms_are_like)
{
    Tasks one, other;
    other.ties = 3, other.restaffing = 1, other.outside_price = 1, other.unknown = 90, other.needs = 6;
    for (std::uint32_t t = 0; t < 100; t++) {
        const Task a = task_of(one, {1, 0}, t), b = task_of(other, {1, 0}, t);
        for (std::size_t n = 0; n < 3; n++) {
            EXPECT_EQ(a.needs[n].hours, b.needs[n].hours);
            EXPECT_EQ(a.needs[n].hidden, b.needs[n].hidden);
            EXPECT_EQ(a.needs[n].waits, b.needs[n].waits);
            EXPECT_EQ(a.needs[n].held, b.needs[n].held);
            EXPECT_LE(b.needs[n].volunteers.size(), a.needs[n].volunteers.size());
        }
    }
}

TEST(a_task, that_is_given_up_is_worth_nothing_and_stays_paid)
{
    Tasks rules   = certain();
    rules.horizon = 5;
    for (Way way : all_ways) {
        const Attempt attempt = tried(rules, task_of(rules, {1, 0}, 0), 1, way);
        EXPECT_FALSE(attempt.is_done());
        EXPECT_LE(priced(attempt, rules).net(), 0);
        EXPECT_EQ(priced(attempt, rules).value, 0);
    }
}

TEST(attempts, have_the_same_bits_on_any_number_of_threads)
{
    const double shares[] = {0, 0.3, 1};
    const auto lived      = [&](int threads) {
        std::vector<Attempt> all;
        with_threads(threads, [&] { all = attempts(Tasks{}, {7, 0}, shares, 700); });
        return all;
    };
    const auto alone = lived(1);
    ASSERT_EQ(alone.size(), 700u * 3 * ways);
    for (int threads : {2, 3, 8}) {
        const auto shared = lived(threads);
        for (std::size_t i = 0; i < alone.size(); i++)
            for (double Attempt::* number :
                 {&Attempt::weeks, &Attempt::assigned, &Attempt::voluntary, &Attempt::bought, &Attempt::changed})
                ASSERT_EQ(alone[i].*number, shared[i].*number);
    }
}

TEST(tasks, come_through_both_ends_of_each_range)
{
    const double shares[] = {0, 0.5, 1};
    for (const auto& row : table<Tasks>)
        for (double value : {row.meaning.range.low, std::min(row.meaning.range.high, 1000.0)}) {
            Tasks rules;
            row.set(rules, value);
            for (const Outlook& mean : outlook(rules, {1, 0}, shares, 20)) {
                EXPECT_TRUE(std::isfinite(mean.net)) << row.name << " = " << value;
                EXPECT_GE(mean.cost, 0) << row.name << " = " << value;
            }
        }
}

TEST(every_number_of_tasks, has_words_a_unit_and_a_default_within_its_range)
{
    for (const auto& row : table<Tasks>) {
        const double value = row.get(Tasks{});
        EXPECT_FALSE(row.meaning.text.empty() || row.meaning.unit.empty() || row.meaning.ja.empty()) << row.name;
        EXPECT_TRUE(row.meaning.range.contains(value)) << row.name;
        if (!row.meaning.plausible.is_given()) continue;
        EXPECT_FALSE(row.meaning.source.empty()) << row.name;
        EXPECT_TRUE(row.meaning.plausible.low <= value && value <= row.meaning.plausible.high) << row.name;
    }
}

TEST(beliefs, are_those_of_the_table_unless_told_otherwise)
{
    const Beliefs told = beliefs_from(
        {{.path = "tasks.ties", .value = 4.0}, {.path = "tasks.full_time", .value = Spread{30, 36, 40}}});
    EXPECT_EQ(told.rules.ties, 4);
    EXPECT_FALSE(told.unknowns.contains("ties"));
    for (std::uint32_t r = 0; r < 50; r++) {
        const Tasks taken = drawn_by(told, {1, r}), usual = drawn_by(beliefs_from({}), {1, r});
        EXPECT_EQ(taken.ties, 4);
        EXPECT_NE(taken.full_time, 36);
        EXPECT_EQ(usual.full_time, 38);
        EXPECT_EQ(taken.willing, usual.willing);
        EXPECT_EQ(taken.needs, std::round(taken.needs));
    }
}

TEST(beliefs, say_all_that_is_wrong_with_them)
{
    try {
        beliefs_from(
            {{.path = "tasks.tie", .value = 4.0},
             {.path = "tasks.willing", .value = 400.0},
             {.path = "joining.discovery", .value = 1.0}});
        FAIL();
    } catch (const Faults& faults) {
        ASSERT_EQ(faults.all.size(), 3u);
        EXPECT_NE(faults.all[0].message.find("did you mean"), std::string::npos);
        EXPECT_NE(faults.all[1].message.find("tasks.willing = 400 lies outside"), std::string::npos);
        EXPECT_NE(faults.all[2].message.find("no number of tasks"), std::string::npos);
    }
}

}  // namespace
}  // namespace ekkyo
