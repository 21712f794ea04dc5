#include "company.hpp"

#include "parallel.hpp"

#include <algorithm>

namespace ekkyo {

namespace {

std::vector<SiloRow> equal_silos(const Company& company)
{
    const auto silos = std::min(company.silos, company.employees);
    std::vector<SiloRow> rows;
    for (std::int64_t s = 0; s < silos; s++) {
        const auto first = s * company.employees / silos, next = (s + 1) * company.employees / silos;
        rows.push_back({"silo " + std::to_string(s + 1), static_cast<int>(next - first)});
    }
    return rows;
}

}  // namespace

Nearby::Nearby(const std::vector<Seat>& firsts, Seat seats)
{
    constexpr std::uint64_t steps_per_group = 4;
    while ((seats >> bits_) > steps_per_group * firsts.size() && bits_ < 31) bits_++;
    std::uint32_t group = 0;
    for (std::uint64_t seat = 0; seat < seats; seat += std::uint64_t{1} << bits_) {
        while (firsts[group] <= seat) group++;
        groups_.push_back(group);
    }
}

void add_silo(Founding& founding, const Company& company, const SiloRow& row, Seat first)
{
    founding.silo_names.push_back(row.name);
    founding.relative_wage.push_back(row.outside ? 0 : row.relative_wage);
    founding.overlap.push_back(std::min(1.0, company.overlap / 100 * row.overlap));
    founding.everything_is_on_topic = founding.everything_is_on_topic && founding.overlap.back() == 1;
    founding.silo_first.push_back(first);
}

Founding found(const Company& company, const std::vector<SiloRow>& listed, double turnover, const Luck& luck)
{
    Founding founding;
    Seat seat = 0;
    auto rows = listed.empty() ? equal_silos(company) : listed;
    std::ranges::stable_sort(rows, {}, &SiloRow::outside);
    for (const SiloRow& row : rows) {
        if (row.outside) founding.payroll = std::min(founding.payroll, seat);
        add_silo(founding, company, row, seat);
        for (int e = 0; e < row.employees; e += company.team_size) founding.team_first.push_back(seat + e);
        seat += row.employees;
    }
    founding.silo_first.push_back(seat);
    founding.team_first.push_back(seat);
    founding.sites     = company.sites;
    founding.silo_near = Nearby(founding.silo_first, seat);
    founding.team_near = Nearby(founding.team_first, seat);

    // people have been here as long as turnover leaves them
    founding.hired.resize(seat);
    const Lots lots(luck.key("founding/how long here"), 0);
    for_each_block(seat, [&founding, lots, turnover](std::size_t, std::size_t first, std::size_t next) {
        for (auto s = static_cast<Seat>(first); s < next; s++) {
            const double weeks = turnover > 0 ? -log(lots.of(s)) / turnover : 1e9;
            founding.hired[s]  = static_cast<std::int16_t>(-std::min(weeks, 2000.0));
        }
    });
    return founding;
}

}  // namespace ekkyo
