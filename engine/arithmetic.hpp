#pragma once

#include <array>
#include <bit>
#include <cmath>
#include <cstdint>
#include <initializer_list>

/// The few functions the engine needs, from + and x alone.
///
/// Maths libraries return different bits on different processors; these return the same everywhere.
namespace ekkyo {

inline constexpr double ln2 = 0x1.62e42fefa39efp-1;

/// 2^(0/64) .. 2^(63/64).
inline constexpr auto sixty_fourths = [] {
    std::array<double, 64> powers{};
    for (int j = 0; j < 64; j++) {
        double sum = 1, term = 1;
        for (int k = 1; k <= 22; k++) sum += (term *= j * ln2 / 64 / k);
        powers[j] = sum;
    }
    return powers;
}();

/// 2^x, to 2e-16 of it.
constexpr double exp2(double x)
{
    if (x < -1022) return 0;
    if (x >= 1024) return __builtin_inf();
    const auto n   = static_cast<std::int64_t>(x * 64 + (x < 0 ? -0.5 : 0.5));
    const double t = (x - static_cast<double>(n) / 64) * ln2, t2 = t * t;  // |t| <= 0.0055
    const double more = t + t2 * ((0.5 + t * (1.0 / 6)) + t2 * (1.0 / 24 + t * (1.0 / 120)));
    const double unit = sixty_fourths[static_cast<std::size_t>(n & 63)];
    return (unit + unit * more) * std::bit_cast<double>(static_cast<std::uint64_t>((n >> 6) + 1023) << 52);
}

/// log2 of a positive, normal number.
constexpr double log2(double x)
{
    const auto bits = std::bit_cast<std::uint64_t>(x);
    auto whole      = static_cast<std::int64_t>(bits >> 52) - 1023;
    double m        = std::bit_cast<double>((bits & 0xFFFFFFFFFFFFF) | 0x3FF0000000000000);
    if (m > 1.4142135623730951) m /= 2, whole++;
    const double s = (m - 1) / (m + 1), s2 = s * s, s4 = s2 * s2;  // |s| <= 0.172
    double even = 1.0 / 21, odd = 1.0 / 23;
    for (double c : {1.0 / 17, 1.0 / 13, 1.0 / 9, 1.0 / 5, 1.0}) even = even * s4 + c;
    for (double c : {1.0 / 19, 1.0 / 15, 1.0 / 11, 1.0 / 7, 1.0 / 3}) odd = odd * s4 + c;
    return static_cast<double>(whole) + 2 / ln2 * (s * (even + odd * s2));
}

constexpr double exp(double x)
{
    return exp2(x / ln2);
}

constexpr double log(double x)
{
    return log2(x) * ln2;
}

/// The chance that a standard normal is below x. Hart 1968 as given by West 2005, to 15 digits.
constexpr double normal_cdf(double x)
{
    const double a = x < 0 ? -x : x;
    if (a > 37) return x > 0;
    double tail = exp(-a * a / 2);
    if (a < 7.07106781186547) {
        double p = 3.52624965998911e-2, q = 8.83883476483184e-2;
        for (double c :
             {0.700383064443688,
              6.37396220353165,
              33.912866078383,
              112.079291497871,
              221.213596169931,
              220.206867912376})
            p = p * a + c;
        for (double c :
             {1.75566716318264,
              16.064177579207,
              86.7807322029461,
              296.564248779674,
              637.333633378831,
              793.826512519948,
              440.413735824752})
            q = q * a + c;
        tail *= p / q;
    } else {
        double fraction = a + 0.65;
        for (int k = 4; k >= 1; k--) fraction = a + k / fraction;
        tail /= fraction * 2.506628274631;
    }
    return x > 0 ? 1 - tail : tail;
}

/// The x below which a standard normal falls with chance p, 0 < p < 1. Wichura 1988 (AS 241), to 16 digits.
inline double normal_quantile(double p)
{
    auto ratio = [](double r, const auto& above, const auto& below) {
        double p = 0, q = 0;
        for (double c : above) p = p * r + c;
        for (double c : below) q = q * r + c;
        return p / q;
    };
    const double q = p - 0.5;
    if (q >= -0.425 && q <= 0.425) {
        static constexpr double above[] = {
            2.5090809287301226727e3,
            3.3430575583588128105e4,
            6.7265770927008700853e4,
            4.5921953931549871457e4,
            1.3731693765509461125e4,
            1.9715909503065514427e3,
            1.3314166789178437745e2,
            3.3871328727963666080e0};
        static constexpr double below[] = {
            5.2264952788528545610e3,
            2.8729085735721942674e4,
            3.9307895800092710610e4,
            2.1213794301586595867e4,
            5.3941960214247511077e3,
            6.8718700749205790830e2,
            4.2313330701600911252e1,
            1.0};
        return q * ratio(0.180625 - q * q, above, below);
    }
    const double r = std::sqrt(-log(q < 0 ? p : 1 - p));
    double x;
    if (r <= 5) {
        static constexpr double above[] = {
            7.74545014278341407640e-4,
            2.27238449892691845833e-2,
            2.41780725177450611770e-1,
            1.27045825245236838258e0,
            3.64784832476320460504e0,
            5.76949722146069140550e0,
            4.63033784615654529590e0,
            1.42343711074968357734e0};
        static constexpr double below[] = {
            1.05075007164441684324e-9,
            5.47593808499534494600e-4,
            1.51986665636164571966e-2,
            1.48103976427480074590e-1,
            6.89767334985100004550e-1,
            1.67638483018380384940e0,
            2.05319162663775882187e0,
            1.0};
        x = ratio(r - 1.6, above, below);
    } else {
        static constexpr double above[] = {
            2.01033439929228813265e-7,
            2.71155556874348757815e-5,
            1.24266094738807843860e-3,
            2.65321895265761230930e-2,
            2.96560571828504891230e-1,
            1.78482653991729133580e0,
            5.46378491116411436990e0,
            6.65790464350110377720e0};
        static constexpr double below[] = {
            2.04426310338993978564e-15,
            1.42151175831644588870e-7,
            1.84631831751005468180e-5,
            7.86869131145613259100e-4,
            1.48753612908506148525e-2,
            1.36929880922735805310e-1,
            5.99832206555887937690e-1,
            1.0};
        x = ratio(r - 5, above, below);
    }
    return q < 0 ? -x : x;
}

/// The chance that an event of the given rate happens at least once.
constexpr double chance_of(double rate)
{
    return rate >= 40 ? 1 : 1 - exp(-rate);
}

/// The rate at which an event happens at least once with the given chance.
constexpr double rate_of(double chance)
{
    return chance >= 1 ? __builtin_inf() : -log(1 - chance);
}

}  // namespace ekkyo
