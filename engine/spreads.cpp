#include "spreads.hpp"

#include "assigning.hpp"

#include <algorithm>

namespace ekkyo {

namespace {

/// A stretch of the number line on which a spread is normal on either side of its median.
struct Scale {
    enum class Kind { as_it_is, logarithm, logit } kind;
    Range range;

    double to(double x) const
    {
        if (kind == Kind::logarithm) return log(x - range.low);
        if (kind == Kind::logit) return log((x - range.low) / (range.high - x));
        return x;
    }
    double from(double y) const
    {
        if (kind == Kind::logarithm) return range.low + exp(y);
        if (kind == Kind::logit) return range.low + (range.high - range.low) / (1 + exp(-y));
        return y;
    }
};

Scale scale_of(const Spread& spread, const Range& range)
{
    if (spread.low <= range.low || spread.high >= range.high || range.low == -unbounded)
        return {Scale::Kind::as_it_is, range};
    return {range.high == unbounded ? Scale::Kind::logarithm : Scale::Kind::logit, range};
}

/// Calls `visit(path, row, owner, spread)` for every number that is not known.
template <class S, class Visit>
void for_each_unknown(S& scenario, Visit visit)
{
    for_each_section(scenario, [&](auto section, auto, auto& owner) {
        for (const auto& row : table<std::remove_cvref_t<decltype(owner)>>) {
            const std::string path = std::string(section) + "." + std::string(row.name);
            const auto declared    = scenario.spreads.find(path);
            const auto plausible   = row.meaning.plausible;
            if (declared != scenario.spreads.end())
                visit(path, row, owner, declared->second);
            else if (plausible.is_given() && !scenario.known.contains(path))
                visit(path, row, owner, Spread{plausible.low, row.get(owner), plausible.high});
        }
    });
}

}  // namespace

double at_quantile(const Spread& spread, const Range& range, double chance)
{
    constexpr double z95 = 1.6448536269514722;
    const Scale scale    = scale_of(spread, range);
    const double base = scale.to(spread.base), z = normal_quantile(chance);
    const double reach = z < 0 ? base - scale.to(spread.low) : scale.to(spread.high) - base;
    return std::clamp(scale.from(base + reach * z / z95), range.low, range.high);
}

std::vector<std::string> unknowns(const Scenario& scenario)
{
    std::vector<std::string> paths;
    for_each_unknown(scenario, [&](const std::string& path, auto&&...) { paths.push_back(path); });
    return paths;
}

Scenario at_quantiles(const Scenario& scenario, const std::vector<double>& quantiles)
{
    Scenario taken = scenario;
    if (quantiles.empty()) return taken;
    std::size_t wanted = 0;
    for_each_unknown(taken, [&](const std::string&, const auto& row, auto& owner, const Spread& spread) {
        if (wanted++ >= quantiles.size()) return;
        const double value = at_quantile(spread, row.meaning.range, quantiles[wanted - 1]);
        row.set(owner, row.form == Form::count ? static_cast<double>(static_cast<long long>(value + 0.5)) : value);
    });
    if (quantiles.size() != wanted)
        refuse(std::to_string(quantiles.size()) + " quantiles for " + std::to_string(wanted) + " unknowns");
    return taken;
}

std::vector<double> unknown_in(const Scenario& taken)
{
    std::vector<double> values;
    for_each_unknown(taken, [&](const std::string&, const auto& row, const auto& owner, auto&&) {
        values.push_back(row.get(owner));
    });
    return values;
}

double independent_quantile(std::string_view path, const Luck& luck)
{
    std::uint64_t hash = 14695981039346656037u;
    for (char letter : path) hash = (hash ^ static_cast<unsigned char>(letter)) * 1099511628211u;
    return Draw(luck.key(hash), About::company, 0, 0, 0).uniform();
}

std::vector<double> independent_quantiles(const Scenario& scenario, const Luck& luck)
{
    std::vector<double> quantiles;
    for (const std::string& path : unknowns(scenario)) quantiles.push_back(independent_quantile(path, luck));
    return quantiles;
}

}  // namespace ekkyo
