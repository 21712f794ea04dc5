#include "tiny.hpp"

#include <array>

namespace ekkyo {
namespace {

TEST(arithmetic, agrees_with_the_maths_library_to_its_last_digits)
{
    // the library of this machine as the witness: 4e-15 of the value is a dozen units in the last place
    for (double x = -700; x <= 700; x += 0.37) EXPECT_NEAR(ekkyo::exp(x) / std::exp(x), 1, 4e-13) << x;
    for (double x = -20; x <= 20; x += 0.0137) EXPECT_NEAR(ekkyo::exp(x) / std::exp(x), 1, 4e-15) << x;
    for (double x = -1000; x <= 1000; x += 0.61) EXPECT_NEAR(ekkyo::exp2(x) / std::exp2(x), 1, 4e-15) << x;
    for (double y = -300; y <= 300; y += 0.73) {
        const double x = std::pow(10, y);
        EXPECT_NEAR(ekkyo::log(x), std::log(x), 4e-15 * std::max(1.0, std::abs(std::log(x)))) << x;
    }
    for (double x = 0.5; x <= 2; x += 0.001) EXPECT_NEAR(ekkyo::log(x), std::log(x), 1e-15) << x;
}

TEST(arithmetic, is_exact_where_it_can_be)
{
    for (int whole = -1000; whole <= 1000; whole++) {
        EXPECT_EQ(ekkyo::exp2(whole), std::ldexp(1, whole));
        EXPECT_EQ(ekkyo::log2(std::ldexp(1, whole)), whole);
    }
    EXPECT_EQ(ekkyo::exp(0), 1);
    EXPECT_EQ(ekkyo::exp(-unbounded), 0);
    EXPECT_EQ(ekkyo::exp(unbounded), unbounded);
}

TEST(arithmetic, knows_the_normal_distribution_and_its_inverse)
{
    for (double x = -8; x <= 8; x += 0.013) {
        const double witness = 0.5 * std::erfc(-x / std::sqrt(2));
        EXPECT_NEAR(normal_cdf(x), witness, 1e-15) << x;
        EXPECT_NEAR(normal_cdf(x) / witness, 1, 1e-7) << x;
        EXPECT_NEAR(normal_cdf(x) + normal_cdf(-x), 1, 1e-15);
    }
    for (double p = 1e-9; p < 1; p += 0.00097) EXPECT_NEAR(normal_cdf(normal_quantile(p)), p, 1e-14) << p;
    for (double p : {1e-100, 1e-20, 1e-6}) EXPECT_NEAR(normal_cdf(normal_quantile(p)) / p, 1, 1e-7) << p;
    EXPECT_EQ(normal_quantile(0.5), 0);
    EXPECT_NEAR(normal_quantile(0.95), 1.6448536269514722, 1e-14);
}

TEST(arithmetic, turns_chances_into_rates_and_back)
{
    for (double p : {0.0, 1e-6, 0.01, 0.3, 0.5, 0.99}) EXPECT_NEAR(chance_of(rate_of(p)), p, 1e-15);
    EXPECT_EQ(chance_of(0), 0);
    EXPECT_EQ(chance_of(unbounded), 1);
    EXPECT_EQ(rate_of(1), unbounded);
    for (double rate = 0; rate < 50; rate += 0.01) EXPECT_LE(chance_of(rate), chance_of(rate + 0.01));
}

TEST(arithmetic, books_hours_so_that_their_order_does_not_matter)
{
    // a hundred thousand lots of odd hours, there and back: the same bits
    double there = 0, back = 0;
    const Chances chances = Week(Luck{}, 0, {}).chances("test/hours");
    for (Seat s = 0; s < 100'000; s++) there += on_the_clock(1000 * chances.of(s).uniform());
    for (Seat s = 100'000; s-- > 0;) back += on_the_clock(1000 * chances.of(s).uniform());
    EXPECT_EQ(there, back);
    for (double hours : {0.0, 0.4, 1 / 3.0, -2.7}) EXPECT_NEAR(on_the_clock(hours), hours, 0.5 / 4096);
    EXPECT_EQ(on_the_clock(-0.4), -on_the_clock(0.4));
}

TEST(calendar, has_as_many_weeks_in_twelve_months_as_in_a_year)
{
    EXPECT_DOUBLE_EQ(weekly_from_yearly(12), weekly_from_monthly(1));
    EXPECT_DOUBLE_EQ(weeks_from_months(12), 365.25 / 7);
    EXPECT_DOUBLE_EQ(weekly_from_monthly_chance(0.08), -std::log(0.92) * 12 * 7 / 365.25);
}

}  // namespace
}  // namespace ekkyo
