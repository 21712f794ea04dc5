#include "finance.hpp"

#include "arithmetic.hpp"
#include "field.hpp"

#include <gtest/gtest.h>

#include <cmath>

/// Expected values come from 40-digit arithmetic outside the engine.
namespace ekkyo {
namespace {

void expect_close(double seen, double expected)
{
    EXPECT_NEAR(seen / expected, 1, 1e-9) << seen << " instead of " << expected;
}

TEST(finance, is_right_to_nine_digits)
{
    const double flows[] = {-100e3, 30e3, 50e3, 60e3};
    expect_close(net_present_value(flows, 0.10), 13'673.92937640871525);
    expect_close(net_present_value(flows, 0.10) / 100e3, 0.13673929376408715);
    expect_close(*internal_rate_of_return(flows), 0.16794936144622966);
    expect_close(annuity(3, 0.10), 2.4868519909842224);
    expect_close(annuity(5, 0.08), 3.9927100370780855);
    expect_close(annuity(10, 0.10, 0.03), 6.8837436912777260);
}

TEST(finance, of_a_lognormal_is_right_to_nine_digits)
{
    const CappedLognormal free{std::exp(10.0), 1.5, unbounded};
    expect_close(free.mean(), 67'846.291063280342936);
    expect_close(free.quantile(0.5), 22'026.465794806716517);
    expect_close(free.share_above(0.8), 0.744852611978329876);
}

TEST(finance, finds_a_heavy_tail_as_unequal_as_it_is)
{
    // the Gini coefficient is twice the mean share above a quantile, less one; a midpoint sum over 100,000 quantiles
    const CappedLognormal free{std::exp(10.0), 1.5, unbounded};
    double above = 0;
    for (int q = 0; q < 100'000; q++) above += free.share_above((q + 0.5) / 100'000) / 100'000;
    EXPECT_NEAR(2 * above - 1, 0.711155633653515, 1e-7);
    expect_close(2 * normal_cdf(1.5 / std::sqrt(2.0)) - 1, 0.711155633653515132);
}

TEST(finance, without_interest_only_adds_up)
{
    const double flows[] = {-7, 1, 2, 3};
    EXPECT_EQ(net_present_value(flows, 0), -1);
    EXPECT_EQ(annuity(4, 0), 4);
    EXPECT_EQ(annuity(0, 0.08), 0);
    EXPECT_EQ(discount_factor(0, 5000), 1);
}

TEST(finance, gives_no_rate_of_return_where_there_is_none)
{
    const double losses[] = {-1, -1}, nothing[] = {0, 0}, lost[] = {-1, 0};
    EXPECT_FALSE(internal_rate_of_return(losses));
    EXPECT_FALSE(internal_rate_of_return(nothing));
    EXPECT_FALSE(internal_rate_of_return(lost));
    const double even[] = {-1, 1}, borrowed[] = {100, -110};
    EXPECT_NEAR(*internal_rate_of_return(even), 0, 1e-12);
    EXPECT_NEAR(*internal_rate_of_return(borrowed), 0.1, 1e-12) << "also where the money comes first";
}

TEST(finance, knows_no_ceiling_as_the_limit_of_a_high_one)
{
    const CappedLognormal high{5, 1.8, 1e30}, none{5, 1.8, unbounded};
    EXPECT_EQ(none.mean(), high.mean());
    EXPECT_EQ(none.share_above(0.9), high.share_above(0.9));
}

TEST(finance, of_a_capped_value_rises_with_its_ceiling_and_stays_below_it)
{
    double before = 0;
    for (double ceiling = 0.01; ceiling < 1e6; ceiling *= 3) {
        const double mean = CappedLognormal{5, 1.8, ceiling}.mean();
        EXPECT_GT(mean, before);
        EXPECT_LE(mean, ceiling);
        before = mean;
    }
    EXPECT_LE(before, 5 * std::exp(1.8 * 1.8 / 2) * (1 + 1e-9));
}

TEST(finance, shares_the_mean_evenly_where_all_values_have_reached_the_ceiling)
{
    const CappedLognormal capped{5, 1.8, 10};
    EXPECT_EQ(capped.quantile(0.9), 10);
    expect_close(capped.share_above(0.9), 0.1 * 10 / capped.mean());
    expect_close(capped.share_above(0.99), 0.01 * 10 / capped.mean());
}

TEST(finance, of_what_is_worth_nothing_is_nothing)
{
    const CappedLognormal worthless{0, 1.5, 10}, forbidden{5, 1.5, 0}, certain{5, 0, 10};
    EXPECT_EQ(worthless.mean(), 0);
    EXPECT_EQ(worthless.quantile(0.9), 0);
    EXPECT_EQ(forbidden.mean(), 0);
    EXPECT_EQ(forbidden.quantile(0.9), 0);
    EXPECT_EQ(certain.mean(), 5);
    EXPECT_EQ(certain.quantile(0.9), 5);
    for (const CappedLognormal& value : {worthless, forbidden, certain})
        EXPECT_NEAR(value.share_above(0.9), 0.1, 1e-12);
}

}  // namespace
}  // namespace ekkyo
