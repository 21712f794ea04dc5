#include "date.hpp"

#include <charconv>
#include <chrono>

namespace ekkyo {

std::optional<int> day_of(std::string_view date)
{
    if (date.size() != 10 || date[4] != '-' || date[7] != '-') return {};
    const auto part = [&](std::size_t from, std::size_t length) {
        int value       = -1;
        const auto last = date.data() + from + length;
        const auto end  = std::from_chars(date.data() + from, last, value).ptr;
        return end == last ? value : -1;
    };
    const int y = part(0, 4), m = part(5, 2), d = part(8, 2);
    if (y < 0 || m < 0 || d < 0) return {};
    using namespace std::chrono;
    const year_month_day day{year(y), month(static_cast<unsigned>(m)), std::chrono::day(static_cast<unsigned>(d))};
    if (!day.ok()) return {};
    return static_cast<int>(sys_days(day).time_since_epoch().count());
}

}  // namespace ekkyo
