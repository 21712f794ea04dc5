#include "extract.hpp"

#include "date.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <numeric>

namespace ekkyo {
namespace {

/// An HR extract spelled out in a test; gone afterwards.
struct Register {
    std::string path;

    explicit Register(const std::string& text)
    {
        const auto* test = testing::UnitTest::GetInstance()->current_test_info();
        path = (std::filesystem::temp_directory_path() / (std::string("ekkyo_extract_") + test->name() + ".csv"))
                   .string();
        std::ofstream(path, std::ios::binary) << text;
    }
    ~Register() { std::filesystem::remove(path); }
};

const std::string columns = "person,silo,manager,hired,left\n";

Scenario from(const std::string& start, int weeks, const std::string& turnover)
{
    Scenario scenario;
    scenario.run.start        = start;
    scenario.run.weeks        = weeks;
    scenario.company.turnover = turnover;
    return scenario;
}

Founding replayed(const std::string& lines, int weeks = 10)
{
    return found_from_extract(from("2024-01-01", weeks, "recorded"), Register(columns + lines).path);
}

Founding drawn(const std::string& lines, int weeks = 10)
{
    return found_from_extract(from("2024-01-01", weeks, "drawn"), Register(columns + lines).path);
}

/// Five people of a silo who were always here, so that it is a silo of its own.
std::string five_of(const std::string& silo, int first, const std::string& manager = "")
{
    std::string lines;
    for (int p = first; p < first + 5; p++) lines += std::to_string(p) + "," + silo + "," + manager + ",2020-01-06,\n";
    return lines;
}

/// line:column message, of everything that is wrong with it.
std::vector<std::string> faults_of(const std::string& text)
{
    std::vector<std::string> all;
    try {
        read_spells(Register(text).path);
    } catch (const Faults& faults) {
        for (const auto& [place, message] : faults.all)
            all.push_back(std::to_string(place.line) + ":" + std::to_string(place.column) + " " + message);
    }
    return all;
}

using Sentences = std::vector<std::string>;
using Seats     = std::vector<Seat>;
using Weeks     = std::vector<std::int16_t>;

TEST(date, is_a_day_of_the_calendar)
{
    EXPECT_EQ(day_of("1970-01-01"), 0);
    EXPECT_EQ(day_of("2024-03-01").value() - day_of("2024-02-28").value(), 2);
    EXPECT_EQ(day_of("1969-12-31"), -1);
    for (const char* no_day :
         {"", "2023-02-29", "2024-13-01", "2024-00-10", "2024-1-1", "01/02/2024", "2024-01-0x", "2024-01-011"})
        EXPECT_FALSE(day_of(no_day)) << no_day;
}

TEST(extract, a_company_sits_by_silo_and_by_who_shares_a_manager)
{
    const auto company = replayed(
        "1,Sales,,2020-01-06,\n"
        "11,Sales,1,2020-01-06,\n"
        "21,Lab,2,2020-01-06,\n"
        "12,Sales,1,2023-12-25,\n"
        "2,Lab,1,2020-01-06,\n"
        "22,Lab,2,2020-01-06,\n"
        "13,Sales,1,2023-12-31,\n"
        "23,Lab,2,2024-01-01,\n"
        "24,Lab,,2020-01-06,\n"
        "14,Sales,,2020-01-06,\n");
    EXPECT_EQ(company.silo_names, (Sentences{"Lab", "Sales"}));
    EXPECT_EQ(company.silo_first, (Seats{0, 5, 10}));
    // Lab: 24 alone, 2 under 1, 21 22 23 under 2; Sales: 1 and 14 without a manager, 11 12 13 under 1
    EXPECT_EQ(company.team_first, (Seats{0, 1, 2, 5, 7, 10}));
    EXPECT_EQ(company.hired, (Weeks{-208, -208, -208, -208, 0, -208, -208, -208, -1, -1}));
    EXPECT_EQ(company.relative_wage, (std::vector<double>{1, 1}));
}

TEST(extract, recorded_hires_and_exits_happen_in_the_weeks_of_their_days)
{
    const auto company = replayed(
        five_of("Lab", 1) +
            "6,Lab,,2020-01-06,2024-01-01\n"    // left on the first day: was never here
            "7,Lab,,2020-01-06,2024-01-02\n"    // week 0
            "8,Lab,,2024-01-14,2024-01-15\n"    // from week 1 to week 2
            "9,Lab,,2024-01-15,2024-01-21\n"    // comes and leaves within week 2
            "10,Lab,,2024-01-07,\n"             // week 0
            "11,Lab,,2024-03-10,\n"             // the last day of the run
            "12,Lab,,2024-03-11,\n"             // the day after
            "13,Lab,,2020-01-06,2024-03-11\n",  // is still here when the run ends
        10);
    ASSERT_TRUE(company.turnover.recorded);
    EXPECT_EQ(company.hired, (Weeks{-208, -208, -208, -208, -208, -208, vacant, vacant, vacant, -208}));
    std::vector<std::array<int, 3>> moves;
    for (const Move& move : company.turnover.moves)
        moves.push_back({move.week, static_cast<int>(move.seat), move.hired});
    EXPECT_EQ(moves, (std::vector<std::array<int, 3>>{{0, 5, 0}, {0, 7, 1}, {1, 6, 1}, {2, 6, 0}, {9, 8, 1}}));
}

TEST(extract, whoever_returns_or_moves_takes_another_seat)
{
    const auto company = replayed(
        five_of("Lab", 1) + five_of("Sales", 11) +
        "6,Lab,,2020-01-06,2024-01-08\n"
        "6,Lab,,2024-02-05,\n"
        "7,Lab,,2020-01-06,2024-01-15\n"
        "7,Sales,,2024-01-15,\n");
    EXPECT_EQ(company.silo_first, (Seats{0, 8, 14}));
    EXPECT_EQ(std::ranges::count(company.hired, vacant), 2);
    EXPECT_EQ(company.turnover.moves.size(), 4u);
}

TEST(extract, silos_that_never_have_five_people_at_once_are_one)
{
    const auto company = replayed(
        five_of("Lab", 1) +
        "11,Law,,2020-01-06,\n"
        "12,Tax,,2020-01-06,\n"
        "21,New,,2024-01-10,\n22,New,,2024-01-10,\n23,New,,2024-01-10,\n24,New,,2024-01-10,\n25,New,,2024-02-14,\n"
        "31,Old,,2020-01-06,2024-01-10\n32,Old,,2020-01-06,2024-01-10\n33,Old,,2020-01-06,2024-01-10\n"
        "34,Old,,2024-01-10,\n35,Old,,2024-01-10,\n36,Old,,2024-01-10,\n");
    EXPECT_EQ(company.silo_names, (Sentences{"Lab", "New", "other"}));
    EXPECT_EQ(company.silo_first, (Seats{0, 5, 10, 18}));
}

TEST(extract, a_company_of_a_few_people_is_one_silo)
{
    const auto company = replayed("1,Sales,,2020-01-06,\n2,Lab,1,2020-01-06,\n");
    EXPECT_EQ(company.silo_names, Sentences{"other"});
    EXPECT_EQ(company.team_first, (Seats{0, 1, 2}));
}

// the register is kept from the first exit (1 January 2024, person 21) to its last day (9 weeks later, person 7)
const std::string kept_for_nine_weeks =
    five_of("Lab", 1) + five_of("Sales", 11) +
    "21,Sales,,2020-01-06,2024-01-01\n"
    "6,Lab,,2023-12-04,2024-01-29\n"   // seen for 4 weeks, leaves in the first year
    "16,Sales,,2024-01-08,\n"          // seen for 8 weeks
    "7,Lab,,2023-01-09,2024-03-04\n";  // seen for 1 week of the first year and 8 of the next two, leaves

TEST(extract, rates_are_exits_over_weeks_seen_by_tenure_and_silo)
{
    const auto company = drawn(kept_for_nine_weeks);
    ASSERT_EQ(company.silo_names, (Sentences{"Lab", "Sales"}));
    const auto& [quits, hiring, recorded, moves] = company.turnover;
    EXPECT_FALSE(recorded);
    EXPECT_TRUE(moves.empty());

    // company: 1 exit in 4 + 8 + 1 weeks of a first year, 1 in 8 weeks of the next two, none in 90 weeks of the others
    const double first = 1 / 13.0, next = 1 / 8.0;
    const double in_lab = (2 + 5) / (5 * first + 8 * next + 5), in_sales = (0 + 5) / (8 * first + 5);
    EXPECT_DOUBLE_EQ(quits[0][0], first * in_lab);
    EXPECT_DOUBLE_EQ(quits[0][1], next * in_lab);
    EXPECT_DOUBLE_EQ(quits[1][0], first * in_sales);
    EXPECT_DOUBLE_EQ(quits[1][1], next * in_sales);
    EXPECT_EQ(quits[0][2], 0);
    EXPECT_EQ(quits[1][2], 0);
    EXPECT_DOUBLE_EQ(hiring[0], 0);
    EXPECT_DOUBLE_EQ(hiring[1], 1 / 9.0);
}

TEST(extract, where_turnover_is_drawn_there_are_seats_for_those_who_may_come)
{
    const auto company = drawn(kept_for_nine_weeks, 90);
    // Lab: 5 + persons 6 and 7, and one vacancy; Sales: 5, and 1 + 10 + 4 sqrt(10) vacancies for 10 hires
    EXPECT_EQ(company.silo_first, (Seats{0, 8, 8 + 5 + 1 + 23}));
    EXPECT_EQ(std::ranges::count(company.hired, vacant), 1 + 24);
    for (Seat s = company.silo_first[1]; s < company.silo_first[1] + 5; s++) EXPECT_NE(company.hired[s], vacant);
    EXPECT_EQ(company.team_of(13), (std::pair<Seat, Seat>{13, 21}));
}

TEST(extract, both_ways_of_turnover_see_the_same_silos)
{
    const std::string lines = kept_for_nine_weeks +
                              "31,New,,2024-01-10,\n32,New,,2024-01-10,\n33,New,,2024-01-10,\n34,New,,2024-01-10,\n"
                              "35,New,,2024-01-10,\n41,Gone,,2020-01-06,2024-01-01\n42,Tax,,2020-01-06,\n";
    EXPECT_EQ(replayed(lines).silo_names, drawn(lines).silo_names);
}

TEST(extract, where_nobody_leaves_nothing_is_measured_and_staffing_holds)
{
    for (const std::string& lines :
         {five_of("Lab", 1), five_of("Lab", 1) + "6,Lab,,2020-01-06,2024-01-05\n7,Lab,,2024-02-05,\n"}) {
        const auto company = drawn(lines);
        EXPECT_TRUE(company.turnover.quits.empty() && company.turnover.hiring.empty());
        EXPECT_EQ(std::ranges::count(company.hired, vacant), 0);
    }
}

TEST(extract, a_file_from_any_office_can_be_read)
{
    const Register file(
        "\xEF\xBB\xBFhired , silo,office,person,\"left\"\r\n"
        "\r\n"
        "2020-01-06,\"Sales, \"\"north\"\"\",Osaka, 1 ,\r\n"
        ",,,,\r\n"
        "2020-01-06,\"\xE5\x96\xB6\xE6\xA5\xAD\",,2\r\n"
        "2020-01-06,Lab,Kyoto,3,\"2024-01-05\",,\r\n");
    const auto spells = read_spells(file.path);
    ASSERT_EQ(spells.size(), 3u);
    EXPECT_EQ(spells[0].silo, "Sales, \"north\"");
    EXPECT_EQ(spells[0].person, "1");
    EXPECT_EQ(spells[0].manager, "");
    EXPECT_EQ(spells[1].silo, "\xE5\x96\xB6\xE6\xA5\xAD");
    EXPECT_FALSE(spells[1].left);
    EXPECT_EQ(spells[2].left, day_of("2024-01-05"));
    EXPECT_EQ(spells[2].place.line, 6);
}

TEST(extract, everything_wrong_is_said_at_once_and_where)
{
    const auto faults = faults_of(
        columns +
        "1,Sales,,2020-01-06,2019-12-31\n"
        "2,Sales,1,6.1.2020,\n"
        ",Sales,1,2020-01-06,\n"
        "4,,1,2020-01-06,2024-02-30\n"
        "5,Sales,99,2020-01-06,\n"
        "6,Sales,5,2020-01-06,2022-01-01\n"
        "6,Lab,5,2021-12-31,\n"
        "7,Lab,,,\n");
    EXPECT_EQ(
        faults,
        (Sentences{
            "2:21 person 1 left (2019-12-31) before being hired (2020-01-06)",
            "3:11 hired = \"6.1.2020\" is no date (YYYY-MM-DD)",
            "4:1 this line names no person",
            "5:3 person 4 has no silo",
            "5:17 left = \"2024-02-30\" is no date (YYYY-MM-DD)",
            "6:9 the manager of person 5, 99, is not in the file",
            "8:1 person 6 is hired here before having left line 7",
            "9:8 hired = \"\" is no date (YYYY-MM-DD)",
        }));
}

TEST(extract, managers_may_not_go_round_in_a_circle)
{
    EXPECT_EQ(
        faults_of(
            columns +
            "1,Lab,,2020-01-06,\n2,Lab,4,2020-01-06,\n3,Lab,2,2022-01-03,\n4,Lab,3,2021-01-04,\n5,Lab,4,2023-01-02,\n"),
        Sentences{"4:7 the managers go round in a circle: 3 -> 2 -> 4 -> 3"});
    EXPECT_EQ(
        faults_of(columns + "1,Lab,2,2020-01-06,\n2,Lab,1,2020-01-06,\n"),
        Sentences{"3:7 the managers go round in a circle: 2 -> 1 -> 2"});
    EXPECT_EQ(faults_of(columns + "1,Lab,1,2020-01-06,\n"), Sentences{"2:7 the managers go round in a circle: 1 -> 1"});
}

TEST(extract, whoever_has_left_manages_nobody)
{
    // 1 worked for 2, left, and came back as the manager of 2
    EXPECT_EQ(
        faults_of(
            columns +
            "1,Lab,2,2020-01-06,2021-01-04\n2,Lab,,2020-01-06,2022-01-03\n1,Lab,,2021-06-07,\n2,Lab,1,2022-01-03,\n"),
        Sentences{});
}

TEST(extract, a_file_that_is_no_register_says_what_it_lacks)
{
    EXPECT_EQ(faults_of(""), Sentences{"1:1 the file is empty"});
    EXPECT_EQ(
        faults_of("person,unit,start\n1,Lab,2020-01-06\n"),
        (Sentences{
            "1:1 there is no column `silo` in this first line", "1:1 there is no column `hired` in this first line"}));
    EXPECT_EQ(
        faults_of("person,silo,hired,silo\n1,Lab,2020-01-06\n"), Sentences{"1:19 the column `silo` is there twice"});
    EXPECT_EQ(
        faults_of("person,silo,hired\n1,Sales, north,2020-01-06\n2,\"Lab,2020-01-06\n3,\x89\x63\x8B\xC6,2020-01-06\n"),
        (Sentences{
            "2:16 this line has more cells than the first line has columns",
            "3:3 this cell opens a quotation mark that its line does not close",
            "4:1 this line is not UTF-8; save the file as CSV UTF-8",
        }));
    EXPECT_THROW(read_spells("no such file.csv"), Faults);
}

TEST(extract, somebody_has_to_work_here_on_the_first_day)
{
    auto scenario = from("2019-01-07", 10, "drawn");
    const Register file(columns + five_of("Lab", 1));
    EXPECT_THROW(found_from_extract(scenario, file.path), Faults);

    // the fault stands where the day was chosen
    scenario.settings = {{"run.start", std::string("2019-01-07"), {"a.toml", 4, 1}}};
    try {
        found_from_extract(scenario, file.path);
        FAIL();
    } catch (const Faults& faults) {
        ASSERT_EQ(faults.all.size(), 1u);
        EXPECT_EQ(faults.all[0].place.line, 4);
        EXPECT_EQ(faults.all[0].message, "nobody in " + file.path + " works here on 2019-01-07 (run.start)");
    }
}

}  // namespace
}  // namespace ekkyo
