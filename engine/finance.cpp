#include "finance.hpp"

#include "calendar.hpp"

#include <algorithm>

namespace ekkyo {

double discount_factor(double rate, double days)
{
    return exp2(-days / days_per_year * log2(1 + rate));
}

double net_present_value(std::span<const double> yearly, double rate)
{
    double sum = 0;
    for (auto flow = yearly.rbegin(); flow != yearly.rend(); flow++) sum = sum / (1 + rate) + *flow;
    return sum;
}

std::optional<double> internal_rate_of_return(std::span<const double> yearly)
{
    double low = -0.99, high = 10;
    const bool falls = net_present_value(yearly, low) > 0;
    if (falls == (net_present_value(yearly, high) > 0)) return {};
    for (int halving = 0; halving < 200; halving++) {
        const double middle = (low + high) / 2;
        ((net_present_value(yearly, middle) > 0) == falls ? low : high) = middle;
    }
    return (low + high) / 2;
}

double annuity(int years, double rate, double growth)
{
    double sum = 0, unit = 1;
    for (int year = 1; year <= years; year++, unit *= 1 + growth) {
        double worth = unit;
        for (int k = 0; k < year; k++) worth /= 1 + rate;
        sum += worth;
    }
    return sum;
}

namespace {

// what the values above a standard normal z bring to the mean
double brought_above(const CappedLognormal& value, double z)
{
    const double s = value.spread, cap = log(value.ceiling / value.median) / s;
    if (z >= cap) return value.ceiling * normal_cdf(-z);
    const double reached = normal_cdf(-cap);
    return value.median * exp(s * s / 2) * (normal_cdf(cap - s) - normal_cdf(z - s)) +
           (reached > 0 ? value.ceiling * reached : 0);
}

}  // namespace

double CappedLognormal::mean() const
{
    if (median <= 0 || ceiling <= 0) return 0;
    return spread > 0 ? brought_above(*this, -40) : std::min(median, ceiling);
}

double CappedLognormal::quantile(double chance) const
{
    return median > 0 ? std::min(ceiling, median * exp(spread * normal_quantile(chance))) : 0;
}

double CappedLognormal::share_above(double chance) const
{
    if (median <= 0 || ceiling <= 0 || spread <= 0) return 1 - chance;
    return brought_above(*this, normal_quantile(chance)) / mean();
}

}  // namespace ekkyo
