#pragma once

#include "arithmetic.hpp"

#include <chrono>

/// Sources speak of years, months and weeks; the engine lives week by week.
namespace ekkyo {

inline constexpr double days_per_year  = 365.25;
inline constexpr double weeks_per_year = days_per_year / 7;
inline constexpr double weeks_per_month = weeks_per_year / 12;

/// A rate or an amount per year, per week.
constexpr double weekly_from_yearly(double per_year)
{
    return per_year / weeks_per_year;
}

/// A rate or an amount per month, per week.
constexpr double weekly_from_monthly(double per_month)
{
    return per_month / weeks_per_month;
}

/// A chance per month as a rate per week.
constexpr double weekly_from_monthly_chance(double chance)
{
    return weekly_from_monthly(rate_of(chance));
}

constexpr double weeks_from_months(double months)
{
    return months * weeks_per_month;
}

/// Which quarter a day lies in, counted from far back, where the fiscal year begins with a month (1 .. 12).
constexpr int quarter_of(int day, int first_month)
{
    const std::chrono::year_month_day date{std::chrono::sys_days(std::chrono::days(day))};
    const int months = 12 * static_cast<int>(date.year()) + static_cast<int>(static_cast<unsigned>(date.month()));
    return (months - first_month) / 3;
}

/// Time is booked in ticks of 2^-12 hours (0.9 s): sums are exact and do not depend on their order.
constexpr double on_the_clock(double hours)
{
    return static_cast<double>(static_cast<long long>(hours * 4096 + (hours < 0 ? -0.5 : 0.5))) / 4096;
}

}  // namespace ekkyo
