#include "tiny.hpp"

namespace ekkyo {
namespace {

std::vector<Seat> befallen(std::size_t seats, int week, double rate, Question question = "test/happens")
{
    return Week(Luck{}, week, {}).befallen(question, EverySeat(seats), rate, [&](Seat) { return rate; });
}

TEST(rare_events, happen_with_the_chance_that_their_rate_says)
{
    // 10^5 seats x 40 weeks: a bias of 1 % shows at rate .05 with certainty, of 10 % at rate .0001 in most cases
    for (double rate : {0.0001, 0.001, 0.01, 0.05, 0.1249, 0.125, 0.3, 1.0, 3.0}) {
        double happened = 0;
        for (int week = 0; week < 40; week++) happened += static_cast<double>(befallen(100'000, week, rate).size());
        EXPECT_LT(std::abs(z_of_share(happened, 4e6, chance_of(rate))), once_in_100000) << rate;
    }
}

TEST(rare_events, happen_to_each_seat_at_its_own_rate)
{
    double happened[10] = {};
    for (int week = 0; week < 400; week++) {
        const Week now(Luck{}, week, {});
        for (Seat s : now.befallen("test/happens", EverySeat(10'000), 0.02, [](Seat s) { return 0.002 * (s % 10); })) happened[s % 10]++;
    }
    EXPECT_EQ(happened[0], 0);
    for (int k = 1; k < 10; k++)
        EXPECT_LT(std::abs(z_of_share(happened[k], 400'000, chance_of(0.002 * k))), once_in_100000) << k;
}

TEST(rare_events, of_a_lower_rate_all_happen_at_a_higher_one)
{
    for (int week = 0; week < 50; week++) {
        const auto few = befallen(20'000, week, 0.01), more = befallen(20'000, week, 0.03), many = befallen(20'000, week, 0.5);
        EXPECT_TRUE(std::ranges::includes(more, few));
        EXPECT_TRUE(std::ranges::includes(many, more));
    }
}

TEST(rare_events, do_not_depend_on_the_ceiling)
{
    const Week now(Luck{}, 3, {});
    const auto rate = [](Seat) { return 0.01; };
    EXPECT_EQ(now.befallen("test/happens", EverySeat(50'000), 0.01, rate), now.befallen("test/happens", EverySeat(50'000), 0.7, rate));
    EXPECT_EQ(now.befallen("test/happens", EverySeat(50'000), 0.01, rate), now.befallen("test/happens", EverySeat(50'000), unbounded, rate));
}

TEST(rare_events, among_some_it_happens_to_those_of_them_to_whom_it_happens_among_all)
{
    const Week now(Luck{}, 4, {});
    Seats some(50'000);
    for (Seat s = 0; s < 50'000; s += 3) some.insert(s);
    const auto rate = [](Seat s) { return 0.05 * (s % 2); };
    for (double ceiling : {0.05, unbounded}) {
        std::vector<Seat> expected;
        for (Seat s : now.befallen("test/happens", EverySeat(50'000), ceiling, rate))
            if (some.contains(s)) expected.push_back(s);
        EXPECT_EQ(now.befallen("test/happens", some, ceiling, rate), expected);
        EXPECT_GT(expected.size(), 100u);
    }
}

TEST(rare_events, one_more_seat_changes_nobody_elses_luck)
{
    auto more = befallen(10'001, 5, 0.05);
    std::erase(more, Seat{10'000});
    EXPECT_EQ(more, befallen(10'000, 5, 0.05));
}

TEST(rare_events, of_two_questions_come_together_by_chance_only)
{
    // two events of probability .01 over 4 million seat-weeks: 400 expected together
    double together = 0;
    for (int week = 0; week < 40; week++) {
        const auto one = befallen(100'000, week, rate_of(0.01)), two = befallen(100'000, week, rate_of(0.01), "test/other");
        std::vector<Seat> both;
        std::ranges::set_intersection(one, two, std::back_inserter(both));
        together += static_cast<double>(both.size());
    }
    EXPECT_LT(std::abs(z_of_share(together, 4e6, 0.0001)), once_in_100000);
}

TEST(rare_events, at_an_infinite_rate_happen_to_everybody)
{
    EXPECT_EQ(befallen(5000, 0, unbounded).size(), 5000u);
    EXPECT_EQ(befallen(5000, 0, 0).size(), 0u);
}

TEST(rare_events, come_in_the_order_of_the_payroll_and_once_each)
{
    const auto seats = befallen(30'000, 1, 0.5);
    EXPECT_TRUE(std::ranges::is_sorted(seats));
    EXPECT_EQ(std::ranges::adjacent_find(seats), seats.end());
}

TEST(rare_events, are_the_same_on_any_number_of_threads)
{
    const auto alone = befallen(100'000, 2, 0.02);
    for (int threads : {1, 2, 3, 8}) with_threads(threads, [&] { EXPECT_EQ(befallen(100'000, 2, 0.02), alone); });
}

TEST(rare_events, shared_between_two_worlds_make_their_difference_ten_times_surer)
{
    // common random numbers: the variance of the difference per person-week, p = .03 against q = .025
    const double p = 0.03, q = 0.025, seats = 1000;
    std::vector<double> paired, apart;
    for (int week = 0; week < 4000; week++) {
        const auto a = static_cast<double>(befallen(1000, week, rate_of(p)).size());
        paired.push_back(a - static_cast<double>(befallen(1000, week, rate_of(q)).size()));
        apart.push_back(a - static_cast<double>(befallen(1000, week, rate_of(q), "test/other").size()));
    }
    const auto variance = [](const std::vector<double>& x) {
        double sum = 0, squares = 0;
        for (double v : x) sum += v, squares += v * v;
        const auto n = static_cast<double>(x.size());
        return squares / n - sum / n * sum / n;
    };
    const double theory = (p * (1 - p) + q * (1 - q)) / ((p - q) * (1 - (p - q)));
    EXPECT_NEAR(theory, 10.75, 0.01);
    EXPECT_GT(variance(apart) / variance(paired), 0.8 * theory);
    EXPECT_NEAR(variance(paired) / seats, (p - q) * (1 - (p - q)), 0.1 * (p - q));
}

}  // namespace
}  // namespace ekkyo
