#include "extract.hpp"
#include "scenario.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

namespace ekkyo {
namespace {

/// What is wrong with a scenario: each fault as "line:column message".
std::vector<std::string> faults_of(const std::string& toml, const std::string& directory = ".")
{
    try {
        scenario_from(parse_settings(toml, "s.toml"), directory);
    } catch (const Faults& faults) {
        std::vector<std::string> said;
        for (const Fault& fault : faults.all)
            said.push_back(
                std::to_string(fault.place.line) + ":" + std::to_string(fault.place.column) + " " + fault.message);
        return said;
    }
    return {};
}

struct Bad {
    const char* toml;
    std::vector<const char*> said;  // each fault begins with its place and holds the words after the bar
};

void expect_faults(const Bad& bad)
{
    const auto said = faults_of(bad.toml);
    ASSERT_EQ(said.size(), bad.said.size()) << bad.toml << "\n" << testing::PrintToString(said);
    for (std::size_t f = 0; f < said.size(); f++) {
        const std::string wanted = bad.said[f];
        const auto bar           = wanted.find('|');
        EXPECT_TRUE(said[f].starts_with(wanted.substr(0, bar))) << said[f];
        EXPECT_NE(said[f].find(wanted.substr(bar + 1)), std::string::npos) << said[f] << " lacks " << wanted;
    }
}

TEST(faults, each_is_found_at_its_place_and_said_in_a_sentence)
{
    const Bad all[] = {
        {"[joining]\ndiscovry = 1\n",
         {"2:1 |there is no parameter `joining.discovry`; did you mean `joining.discovery`?"}},
        {"[joinng]\ndiscovery = 1\n", {"2:1 |did you mean `joining.discovery`?"}},
        {"speed = 3\n", {"1:1 |there is no parameter `speed`"}},
        {"[joining]\ndiscovery = \"often\"\n", {"2:1 |joining.discovery must be a number (1 / year), not \"often\""}},
        {"[joining]\ndiscovery = true\n", {"2:1 |must be a number"}},
        {"[joining]\ndiscovery = [1, 2]\n", {"2:1 |joining.discovery must be a number, a text, true or false"}},
        {"[prices]\ninnovation = 1\n", {"2:1 |prices.innovation must be true or false"}},
        {"[company]\npeople = 7\n", {"2:1 |company.people must be a text"}},
        {"[joining]\ninterested = 120\n", {"2:1 |joining.interested = 120 lies outside 0 .. 100 (% of employees)"}},
        {"[joining]\ninterested = { low = 10, base = 35, high = 120 }\n",
         {"2:1 |joining.interested = 120 lies outside"}},
        {"[joining]\ninterested = { low = 60, base = 35, high = 80 }\n", {"2:1 |low, base and high must rise"}},
        {"[joining]\ninterested = { low = 60, base = 35 }\n",
         {"2:1 |joining.interested must be a number, a text, true or false, or { low = , base = , high = }"}},
        {"[joining]\ndiscovery = { low = 1, base = 2, high = inf }\n", {"2:1 |low, base and high must be finite"}},
        {"[joining]\ndiscovery = nan\n", {"2:1 |joining.discovery = nan lies outside 0 .. inf (1 / year)"}},
        {"[prices]\ncurrency = \"Yen\"\n", {"2:1 |prices.currency = \"Yen\" is no ISO 4217 code: three capital letters, such as JPY or EUR"}},
        {"[prices]\nwage_per_hour = inf\n", {"2:1 |a price is a finite number (currency / hour)"}},
        {"[joinng]\n", {"1:2 |a scenario has no section `joinng`"}},
        {"[[joining]]\ndiscovery = 1\n", {"1:3 |`joining` is a section: one line [joining]"}},
        {"run = 3\n", {"1:1 |`run` is a section: one line [run]"}},
        {"weeks = 52\n", {"1:1 |there is no parameter `weeks`; did you mean `run.weeks`?"}},
        {"[company]\nsilos = { low = 1, base = 2, high = 3 }\n", {"2:1 |company.silos must be a whole number"}},
        {"[company]\nsilos = 2.5\n", {"2:1 |must be a whole number (silos)"}},
        {"[company]\nemployees = 0\n", {"2:1 |company.employees = 0 lies outside 1 .."}},
        {"[company]\nemployees = 1099511627776\n",
         {"2:1 |1,099,511,627,776 would take about 22 TB of memory; this machine has"}},
        {"[company]\nemployees = inf\n", {"2:1 |company.employees = inf lies outside 1 .. 2,000,000,000 (employees)"}},
        {"[company]\nemployees = -1e300\n", {"2:1 |company.employees = -1e+300 lies outside 1 .."}},
        {"[[silo]]\nname = \"A\"\nemployees = 1099511627776\n",
         {"3:1 |silo.employees = 1,099,511,627,776 would take about 22 TB of memory"}},
        {"[run]\nseed = -1\n", {"2:1 |run.seed = -1 lies outside"}},
        {"[run]\nseed = 9007199254740993\n", {"2:1 |run.seed = 9.0072e+15 lies outside"}},
        {"[run]\nstart = \"2025-02-29\"\n", {"2:1 |run.start = \"2025-02-29\" is no date (YYYY-MM-DD)"}},
        {"[run]\nweeks = 10\ntoday = 20\n", {"3:1 |run.today = 20 lies after the last week (run.weeks = 10)"}},
        {"[support]\nlevel = \"lavish\"\n",
         {"2:1 |there is no support level \"lavish\"; there are grassroots, none, standard, strong, or a file"}},
        {"[[silo]]\nname = \"A\"\nemployees = 5\n[[silo]]\nname = \"A\"\nemployees = 6\n",
         {"5:1 |the silo \"A\" is listed twice"}},
        {"[[silo]]\nname = \"\"\nemployees = 5\n", {"2:1 |a silo needs a name"}},
        {"[[silo]]\nname = \"  \"\nemployees = 5\n", {"2:1 |a silo needs a name"}},
        {"[[silo]]\nname = \"A\"\nemployees = 5\n[[silo]]\n", {"4:1 |a silo needs a name and employees"}},
        {"[[silo]]\nname = \"A\"\nemployees = 5\nrelative_wage = { low = 1, base = 2, high = 3 }\n",
         {"4:1 |silo.relative_wage takes one value"}},
        {"[[silo]]\nname = \"A\"\nemployees = 5\noutside = 1\n", {"4:1 |silo.outside must be true or false"}},
        {"[[silo]]\nname = \"A\"\nemployees = 5\noutside = true\n", {"4:1 |every silo is outside the company"}},
        {"[[silo]]\nname = \"A\"\nemployees = 5\n[[silo]]\nname = \"B\"\nemployees = 5\noutside = true\nrelative_wage = 2\n",
         {"8:1 |a silo outside the company has no wage here; leave relative_wage out"}},
        {"[silo]\nname = \"A\"\n", {"1:2 |each silo is a table of its own, below a line [[silo]]"}},
        {"silo = [1]\n", {"1:9 |below a line [[silo]]"}},
        {"[[silo]]\nname = \"A\"\n", {"2:1 |a silo needs a name and employees"}},
        {"[[silo]]\nname = \"A\"\nemployees = 5\nwage = 2\n", {"4:1 |a silo has no `wage`"}},
        {"[company]\nemployees = 9\n[[silo]]\nname = \"A\"\nemployees = 5\n",
         {"2:1 |company.employees follows from the [[silo]] tables"}},
        {"[company]\nemployees = 9\nsilos = 3\n[[silo]]\nname = \"A\"\nemployees = 5\n",
         {"2:1 |company.employees follows", "3:1 |company.silos follows"}},
        {"[company]\npeople = \"nobody.csv\"\nemployees = 9\n[[silo]]\nname = \"A\"\nemployees = 5\n",
         {"2:1 |there is no file", "2:1 |the silos come from the HR extract", "3:1 |comes from the HR extract"}},
        {"[company]\npeople = \".\"\n", {"2:1 |there is no file ./."}},
        {"[company]\npeople = \"nobody.csv\"\n", {"2:1 |there is no file ./nobody.csv"}},
        {"[company]\nturnover = \"recorded\"\n", {"2:1 |only an HR extract"}},
        {"[company]\nturnover = \"guessed\"\n", {"2:1 |must be \"drawn\" or \"recorded\""}},
        {"[[change]]\nsupport.level = \"none\"\n", {"1:|a [[change]] needs the week"}},
        {"[[change]]\nweek = 0\ncompany.employees = 3\n", {"2:8 |needs the week from which it holds, 1 or later"}},
        {"[[change]]\nweek = inf\njoining.discovery = 3\n", {"2:8 |needs the week from which it holds"}},
        {"[[change]]\nweek = 3.5\njoining.discovery = 3\n", {"2:8 |needs the week from which it holds"}},
        {"[[change]]\nweek = 3\n", {"2:8 |this [[change]] changes nothing"}},
        {"[change]\nweek = 3\n", {"1:2 |each change is a table of its own, below a line [[change]]"}},
        {"[[change]]\nweek = 4\nsupport.level = \"lavish\"\n", {"3:9 |there is no support level \"lavish\""}},
        {"[[change]]\nweek = 4\n[change.joining]\ndiscovry = 3\n", {"4:1 |did you mean `joining.discovery`?"}},
        {"[[change]]\nweek = 10\nrun.weeks = 3\n", {"3:|settled when the company is founded"}},
        {"[[change]]\nweek = 10\ncompany.employees = 3\n", {"3:|settled when the company is founded"}},
        {"[[change]]\nweek = 10\nprices.host = 3\n", {"3:|is a price"}},
        {"[[change]]\nweek = 10\nbonding.circle = 3\n", {"3:|settled when the company is founded"}},
        {"[[change]]\nweek = 10\njoining.discovery = { low = 1, base = 2, high = 3 }\n", {"3:|takes one number"}},
        {"version = 2\n", {"1:1 |a scenario of version 2; this ekkyo reads version 1"}},
        {"[company\nemployees = 3\n", {"1:|this is not TOML"}},
        {"a = 1\na = 2\n", {"2:|this is not TOML"}},
    };
    for (const Bad& bad : all) expect_faults(bad);
}

TEST(faults, all_of_a_file_are_found_at_once_in_its_order)
{
    expect_faults(
        {"[company]\nemployees = 0\n[joining]\ndiscovery = -1\nintrested = 3\n[run]\nstart = \"soon\"\n",
         {"2:1 |employees", "4:1 |discovery", "5:1 |joining.interested", "7:1 |no date"}});
}

TEST(faults, of_lines_that_cannot_be_read_hide_no_others)
{
    expect_faults(
        {"name = \"Ours\"\n[company]\nemployees = 0\n[joining]\ndiscovery = [1, 2]\nintrested = 3\n[support]\nlevel = "
         "\"mine.toml\"\n[[change]]\njoining.discovery = 1\n",
         {"3:1 |employees", "5:1 |discovery must be a number", "6:1 |joining.interested", "9:1 |needs the week"}});
}

TEST(faults, what_a_missing_file_is_called_is_said)
{
    try {
        read_settings("nowhere.toml");
        FAIL();
    } catch (const Faults& faults) {
        EXPECT_STREQ(faults.what(), "nowhere.toml:0:0: there is no such file");
    }
}

TEST(faults, are_said_with_file_line_and_column_one_a_line)
{
    try {
        scenario_from(parse_settings("[run]\nseed = -1\nweeks = 0\n", "a/b.toml"));
        FAIL();
    } catch (const Faults& faults) {
        EXPECT_STREQ(
            faults.what(),
            "a/b.toml:2:1: run.seed = -1 lies outside 0 .. 9e+15 (number)\n"
            "a/b.toml:3:1: run.weeks = 0 lies outside 1 .. 5,200 (weeks)");
    }
}

TEST(faults, a_level_file_has_to_set_every_lever_and_nothing_else)
{
    const auto directory = std::filesystem::temp_directory_path() / "ekkyo-faults-test";
    std::filesystem::create_directories(directory);
    std::ofstream(directory / "half.toml")
        << "[support]\nhost_fte = 1\nevents_per_month = 1\n[joining]\ndiscovery = 1\n";
    const auto said = faults_of("[support]\nlevel = \"half.toml\"\n", directory.string());
    ASSERT_EQ(said.size(), table<Support>.size() - 3 + 1) << testing::PrintToString(said);
    EXPECT_NE(said[0].find("has to set support.host_fte_per_1000"), std::string::npos);
    EXPECT_NE(said.back().find("not `joining.discovery`"), std::string::npos);

    // each at its place in the level's own file
    const std::string others = "time_allowance = 0\nsponsorship = 0\nrecognition = 0\nstudy_support = 0\nshared_leadership = 0\n";
    std::ofstream(directory / "odd.toml") << "[support]\nhost_fte = -1\nhost_fte_per_1000 = 0\nevents_per_month = 99\n"
                                             "structured_events = 0\nplatform = { low = 0, base = 0.5, high = 1 }\n" << others;
    const auto odd = faults_of("[support]\nlevel = \"odd.toml\"\n", directory.string());
    ASSERT_EQ(odd.size(), 1u) << testing::PrintToString(odd);
    EXPECT_TRUE(odd[0].starts_with("6:1 a support level is a decision, so support.platform takes one number"))
        << odd[0];
    std::ofstream(directory / "far.toml") << "[support]\nhost_fte = -1\nhost_fte_per_1000 = 0\nevents_per_month = 99\n"
                                             "structured_events = 0\nplatform = 0\n" << others;
    const auto far = faults_of("[support]\nlevel = \"far.toml\"\n", directory.string());
    ASSERT_EQ(far.size(), 2u) << testing::PrintToString(far);
    EXPECT_TRUE(far[0].starts_with("2:1 support.host_fte = -1 lies outside")) << far[0];
    EXPECT_TRUE(far[1].starts_with("4:1 support.events_per_month = 99 lies outside")) << far[1];
    std::filesystem::remove_all(directory);
}

TEST(faults, of_silos_that_are_too_many_together_are_found)
{
    // 2,001 million people in three silos: no machine's memory is asked, or it is too small
    const auto said = faults_of(
        "[[silo]]\nname = \"A\"\nemployees = 1000000000\n[[silo]]\nname = \"B\"\nemployees = 1000000000\n"
        "[[silo]]\nname = \"C\"\nemployees = 1000000\n");
    ASSERT_FALSE(said.empty());
    EXPECT_TRUE(said.back().starts_with("9:1 company.employees = 2,001,000,000 ")) << said.back();
}

}  // namespace
}  // namespace ekkyo
