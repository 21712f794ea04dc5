#include "words.hpp"

#include <algorithm>
#include <cstdio>
#include <numeric>

namespace ekkyo {

namespace {

// how many letters have to change to make one of the other
std::size_t distance(std::string_view a, std::string_view b)
{
    std::vector<std::size_t> row(b.size() + 1);
    std::iota(row.begin(), row.end(), 0);
    for (std::size_t i = 1; i <= a.size(); i++) {
        std::size_t corner = row[0]++;
        for (std::size_t j = 1; j <= b.size(); j++) {
            const std::size_t changed = corner + (a[i - 1] != b[j - 1]);
            corner                    = row[j];
            row[j]                    = std::min({row[j] + 1, row[j - 1] + 1, changed});
        }
    }
    return row.back();
}

}  // namespace

std::string in_words(double number)
{
    char text[64];
    if (!(-1e15 < number && number < 1e15) || number != static_cast<double>(static_cast<long long>(number))) {
        std::snprintf(text, sizeof text, "%g", number);
        return text;
    }
    std::snprintf(text, sizeof text, "%lld", static_cast<long long>(number));
    std::string digits = text;
    for (auto at = static_cast<int>(digits.size()) - 3; at > (number < 0 ? 1 : 0); at -= 3) digits.insert(at, ",");
    return digits;
}

std::string in_words(const Written& written)
{
    if (const auto* number = std::get_if<double>(&written)) return in_words(*number);
    if (const auto* flag = std::get_if<bool>(&written)) return *flag ? "true" : "false";
    if (const auto* text = std::get_if<std::string>(&written)) return "\"" + *text + "\"";
    const Spread& s = std::get<Spread>(written);
    return "{ low = " + in_words(s.low) + ", base = " + in_words(s.base) + ", high = " + in_words(s.high) + " }";
}

std::string bytes_in_words(double bytes)
{
    const char* units[] = {"bytes", "kB", "MB", "GB", "TB", "PB", "EB"};
    int unit            = 0;
    while (bytes >= 1000 && unit < 6) bytes /= 1000, unit++;
    char text[64];
    std::snprintf(text, sizeof text, "%.2g %s", bytes, units[unit]);
    if (bytes >= 99.5) std::snprintf(text, sizeof text, "%.0f %s", bytes, units[unit]);
    return text;
}

std::string did_you_mean(std::string_view written, const std::vector<std::string>& names)
{
    // the right name in the wrong section
    const auto own = written.substr(written.rfind('.') + 1);
    for (const std::string& name : names)
        if (name.ends_with("." + std::string(own))) return "; did you mean `" + name + "`?";

    std::string closest;
    std::size_t least = std::max<std::size_t>(3, written.size() / 3) + 1;
    for (const std::string& name : names)
        if (const auto d = distance(written, name); d < least) least = d, closest = name;
    return closest.empty() ? "" : "; did you mean `" + closest + "`?";
}

}  // namespace ekkyo
