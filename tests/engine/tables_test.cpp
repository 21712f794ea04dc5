#include "matrix.hpp"
#include "money.hpp"
#include "tiny.hpp"

#include <set>

namespace ekkyo {
namespace {

/// Calls `see(section, row, owner)` for every row of every table a scenario can set.
template <class See>
void for_each_row(Scenario& scenario, See see)
{
    for_each_section(scenario, [&](auto section, auto, auto& owner) {
        for (const auto& row : table<std::remove_cvref_t<decltype(owner)>>) see(std::string(section), row, owner);
    });
}

TEST(tables, call_every_number_by_one_name_that_does_not_repeat_its_section)
{
    Scenario scenario;
    std::set<std::string> paths;
    for_each_row(scenario, [&](const std::string& section, const auto& row, const auto&) {
        EXPECT_TRUE(paths.insert(section + "." + std::string(row.name)).second) << section << "." << row.name;
        EXPECT_FALSE(row.name.starts_with(section)) << section << "." << row.name;
    });
    EXPECT_TRUE(paths.contains("joining.discovery"));
    EXPECT_TRUE(paths.contains("company.silo_strength"));
}

TEST(tables, read_and_write_the_number_they_name_and_no_other)
{
    Scenario scenario;
    for_each_row(scenario, [](const std::string& section, const auto& row, auto& owner) {
        if (!row.get) return;
        using Owner = std::remove_cvref_t<decltype(owner)>;
        std::vector<double> before;
        for (const auto& other : table<Owner>) before.push_back(other.get ? other.get(owner) : 0);
        const double was = row.get(owner), value = row.form == Form::flag ? 1 - was : was == 7 ? 8 : 7;
        row.set(owner, value);
        for (std::size_t k = 0; k < before.size(); k++) {
            const auto& other = table<Owner>[k];
            if (!other.get) continue;
            EXPECT_EQ(other.get(owner), other.name == row.name ? value : before[k]) << section << "." << row.name;
        }
        row.set(owner, was);
    });
}

TEST(tables, every_number_can_be_set_by_its_path_and_only_within_its_range)
{
    Scenario scenario;
    for_each_row(scenario, [](const std::string& section, const auto& row, auto&) {
        if (!row.get || row.form == Form::flag) return;
        const std::string path = section + "." + std::string(row.name);
        const Range& range     = row.meaning.range;
        Scenario other;
        const double low = std::isfinite(range.low) ? std::ceil(range.low) : 0;
        EXPECT_NO_THROW(assign(other, path, row.form == Form::count ? low : range.low)) << path;
        for (double beyond : {range.low - 1, range.high + 1}) {
            if (!std::isfinite(beyond)) continue;
            EXPECT_ANY_THROW(assign(other, path, beyond)) << path << " = " << beyond;
        }
        EXPECT_ANY_THROW(assign(other, path, std::nan(""))) << path;
        EXPECT_ANY_THROW(assign(other, path, true)) << path;
        EXPECT_ANY_THROW(assign(other, path, std::string("much"))) << path;
        if (row.form != Form::count) return;
        EXPECT_ANY_THROW(assign(other, path, low + 0.5)) << path;
    });
}

TEST(tables, say_every_column_and_line_in_two_languages)
{
    std::set<std::string_view> names;
    const auto see = [&](const auto& row) {
        EXPECT_TRUE(names.insert(row.name).second) << row.name;
        EXPECT_FALSE(row.meaning.unit.empty()) << row.name;
        EXPECT_FALSE(row.meaning.text.empty()) << row.name;
        EXPECT_FALSE(row.meaning.ja.empty()) << row.name;
    };
    for (const auto& column : table<Page>) see(column);
    names.clear();
    for (const auto& line : table<Money>) see(line);
}

TEST(tables, carry_every_number_that_has_a_plausible_range_in_japanese_and_with_a_source)
{
    Scenario scenario;
    for_each_row(scenario, [](const std::string& section, const auto& row, const auto&) {
        if (section == "company" || !row.meaning.plausible.is_given()) return;
        EXPECT_FALSE(row.meaning.ja.empty()) << section << "." << row.name;
        EXPECT_FALSE(row.meaning.source.empty()) << section << "." << row.name;
    });
}

TEST(tables, of_a_page_start_at_nothing)
{
    const Page page;
    for (const auto& column : table<Page>) EXPECT_EQ(column.get(page), 0) << column.name;
    const Money money;
    for (const auto& line : table<Money>) EXPECT_EQ(line.get(money), 0) << line.name;
}

TEST(every_process, survives_a_year_at_both_ends_of_each_of_its_ranges)
{
    for_each_process([](auto process) {
        using Rules = typename decltype(process)::Rules;
        for (const auto& row : table<Rules>)
            for (double value : {row.meaning.range.low, std::min(row.meaning.range.high, 1000.0), row.meaning.plausible.low, row.meaning.plausible.high}) {
                if (std::isnan(value)) continue;
                Model model;
                model.support.events_per_month = 2;
                row.set(process.in(model), value);
                if (model.bonding.circle < 1) continue;
                // a mean plus a drawn difference may lie below zero, what was drawn for everybody may not
                Tiny tiny(people_in(60, 3), model);
                tiny.everybody = true;
                for (const Page& page : tiny.live_until(52))
                    for (const auto& column : table<Page>) {
                        EXPECT_TRUE(std::isfinite(column.get(page))) << process.name << "." << row.name << " = " << value << ": " << column.name;
                        if (column.name.ends_with("saving")) continue;
                        EXPECT_GE(column.get(page), 0) << process.name << "." << row.name << " = " << value << ": " << column.name;
                    }
            }
    });
}

TEST(every_row, has_words_a_unit_and_a_default_within_its_range)
{
    const Scenario scenario;
    for_each_section(scenario, [](auto section, auto story, const auto& owner) {
        EXPECT_FALSE(story.empty());
        for (const auto& row : table<std::remove_cvref_t<decltype(owner)>>) {
            EXPECT_FALSE(row.meaning.text.empty()) << section << "." << row.name;
            EXPECT_FALSE(row.meaning.unit.empty()) << section << "." << row.name;
            if (!row.get) continue;
            EXPECT_TRUE(row.meaning.range.contains(row.get(owner))) << section << "." << row.name;
            if (!row.meaning.plausible.is_given()) continue;
            EXPECT_LE(row.meaning.plausible.low, row.get(owner)) << section << "." << row.name;
            EXPECT_GE(row.meaning.plausible.high, row.get(owner)) << section << "." << row.name;
            EXPECT_NE(row.meaning.grade, Grade::choice) << section << "." << row.name;
            EXPECT_FALSE(row.meaning.source.empty()) << section << "." << row.name;
        }
    });
}

}  // namespace
}  // namespace ekkyo
