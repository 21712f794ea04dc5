#include "spreads.hpp"
#include "tiny.hpp"

namespace ekkyo {
namespace {

Scenario read(const std::string& toml)
{
    return scenario_from(parse_settings(toml, "s.toml"));
}

TEST(scenario, shipped_with_the_engine_sets_no_number_that_is_not_known)
{
    const Scenario scenario = scenario_from(read_settings("scenarios/it-company-2000.toml"), "scenarios");
    EXPECT_EQ(scenario.company.employees, 2000);
    EXPECT_EQ(scenario.model.support.host_fte_per_1000, 0.2);
    std::size_t plausible = 0;
    for_each_section(scenario, [&](auto, auto, const auto& owner) {
        for (const auto& row : table<std::remove_cvref_t<decltype(owner)>>)
            plausible += row.meaning.plausible.is_given();
    });
    EXPECT_EQ(unknowns(scenario).size(), plausible);
}

TEST(scenario, written_and_read_again_is_the_same)
{
    const std::string toml =
        "version = 1\nname = \"A \\\"quoted\\\" name\"\n[run]\nweeks = 30\ntoday = 20\nseed = "
        "123456789012\n[support]\nlevel = \"strong\"\n"
        "events_per_month = 0.1\n[joining]\ndiscovery = { low = 0.01, base = 0.1, high = 0.3 }\n[staffing]\nhiring = "
        "inf\n"
        "[[silo]]\nname = \"A\"\nemployees = 5\n[[silo]]\nname = \"B\"\nemployees = 7\nrelative_wage = 1.5\n"
        "[[change]]\nweek = 10\nsupport.level = \"none\"\nleaving.established = 5\n";
    const auto settings = parse_settings(toml, "s.toml");
    const auto again    = parse_settings(to_toml(settings), "t.toml");
    EXPECT_EQ(to_toml(again), to_toml(settings));
    const Scenario a = scenario_from(settings), b = scenario_from(again);
    for (int week : {0, 15}) {
        const Model one = a.model_in(week), other = b.model_in(week);
        for_each_process([&](auto process) {
            for (const auto& row : table<typename decltype(process)::Rules>)
                EXPECT_EQ(row.get(process.in(one)), row.get(process.in(other)));
        });
        EXPECT_EQ(one.support.events_per_month, other.support.events_per_month);
    }
    EXPECT_EQ(b.name, "A \"quoted\" name");
    EXPECT_EQ(b.run.seed, 123456789012);
    EXPECT_EQ(b.silos[1].relative_wage, 1.5);
    EXPECT_EQ(b.spreads.at("joining.discovery").high, 0.3);
    EXPECT_EQ(b.model.staffing.hiring, unbounded);
}

TEST(scenario, written_after_its_lines_were_set_anew_keeps_the_last_word)
{
    auto settings = parse_settings(
        "[joining]\ndiscovery = 1\n[[change]]\nweek = 9\njoining.discovery = 2\n[[change]]\nweek = "
        "9\njoining.discovery = 3\n",
        "s.toml");
    settings.push_back({"joining.discovery", 5.0});
    settings.push_back({"name", std::string("a tab\t, a line\n, a bell\a, \\ and 越境")});
    const Scenario scenario = scenario_from(settings),
                   again    = scenario_from(parse_settings(to_toml(settings), "t.toml"));
    EXPECT_EQ(scenario.model.joining.discovery, 5);
    EXPECT_EQ(again.model.joining.discovery, 5);
    EXPECT_EQ(again.model_in(9).joining.discovery, 3);
    EXPECT_EQ(again.name, scenario.name);
}

TEST(scenario, a_number_is_known_once_it_is_set_and_unknown_again_once_it_is_spread)
{
    Scenario scenario;
    assign(scenario, "joining.discovery", 0.1);
    EXPECT_TRUE(scenario.known.contains("joining.discovery"));
    EXPECT_EQ(drawn_by({1, 3}, scenario).model.joining.discovery, 0.1);
    assign(scenario, "joining.discovery", Spread{0.1, 0.2, 0.4});
    EXPECT_FALSE(scenario.known.contains("joining.discovery"));
    EXPECT_EQ(scenario.spreads.at("joining.discovery"), (Spread{0.1, 0.2, 0.4}));
    EXPECT_NE(drawn_by({1, 3}, scenario).model.joining.discovery, 0.2);
}

TEST(scenario, a_level_sets_every_lever_and_the_levers_beside_it_stay)
{
    const Scenario scenario = read("[support]\nevents_per_month = 9\nlevel = \"standard\"\n");
    EXPECT_EQ(scenario.model.support.events_per_month, 9);
    EXPECT_EQ(scenario.model.support.platform, 0.5);
}

TEST(scenario, a_later_level_ends_what_was_set_before)
{
    const Scenario scenario = read(
        "[support]\nlevel = \"standard\"\nhost_fte = 3\n[[change]]\nweek = 5\nsupport.host_fte = 4\n[[change]]\nweek = "
        "8\nsupport.level = \"grassroots\"\nsupport.platform = 1\n");
    EXPECT_EQ(scenario.model_in(0).support.hosts(2000), 3);
    EXPECT_EQ(scenario.model_in(5).support.hosts(2000), 4);
    EXPECT_EQ(scenario.model_in(8).support.hosts(2000), 0.1);
    EXPECT_EQ(scenario.model_in(8).support.platform, 1);
}

TEST(scenario, a_change_holds_from_its_week_on_whatever_the_order_of_the_file)
{
    const Scenario scenario = read(
        "[[change]]\nweek = 20\njoining.discovery = 3\n[[change]]\nweek = 10\njoining.discovery = "
        "2\n[joining]\ndiscovery = 1\n");
    for (auto [week, discovery] : {std::pair(9, 1.0), {10, 2.0}, {19, 2.0}, {20, 3.0}, {500, 3.0}})
        EXPECT_EQ(scenario.model_in(week).joining.discovery, discovery) << week;
}

TEST(scenario, an_unknown_keeps_to_its_percentiles)
{
    const Spread spread{0.5, 3, 12};
    for (const Range& range :
         {Range{0, unbounded}, Range{0, 100}, Range{0.5, unbounded}, Range{-unbounded, unbounded}}) {
        EXPECT_NEAR(at_quantile(spread, range, 0.05), 0.5, 1e-9);
        EXPECT_NEAR(at_quantile(spread, range, 0.50), 3, 1e-9);
        EXPECT_NEAR(at_quantile(spread, range, 0.95), 12, 1e-9);
        double last = -unbounded;
        for (double u = 0.0005; u < 1; u += 0.001) {
            const double value = at_quantile(spread, range, u);
            EXPECT_GE(value, last);
            EXPECT_TRUE(range.contains(value));
            last = value;
        }
    }
}

TEST(scenario, an_unknown_whose_low_is_its_bound_has_a_mass_there)
{
    EXPECT_EQ(at_quantile({0, 30, 50}, {0, 100}, 0.04), 0);
    EXPECT_EQ(at_quantile({0, 30, 50}, {0, 100}, 0.01), 0);
    EXPECT_GT(at_quantile({0, 30, 50}, {0, 100}, 0.06), 0);
}

TEST(scenario, unknowns_are_drawn_as_they_are_spread)
{
    // 4,000 replicates: shares below the 5th, 50th and 95th percentile
    const Scenario scenario = read("[joining]\ndiscovery = { low = 0.01, base = 0.1, high = 0.3 }\n");
    double below[3]         = {};
    for (std::uint32_t r = 0; r < 4000; r++) {
        const double drawn = drawn_by({1, r}, scenario).model.joining.discovery;
        below[0] += drawn < 0.01, below[1] += drawn < 0.1, below[2] += drawn < 0.3;
    }
    for (auto [k, p] : {std::pair(0, 0.05), {1, 0.5}, {2, 0.95}})
        EXPECT_LT(std::abs(z_of_share(below[k], 4000, p)), once_in_100000);
}

TEST(scenario, one_more_unknown_moves_no_other)
{
    const Scenario few = read("[joining]\ndiscovery = 0.1\n"), more = read("");
    const Scenario a = drawn_by({1, 7}, few), b = drawn_by({1, 7}, more);
    EXPECT_EQ(a.model.joining.word_of_mouth, b.model.joining.word_of_mouth);
    EXPECT_NE(a.model.joining.discovery, b.model.joining.discovery);
}

TEST(scenario, silos_of_their_own_follow_each_other_on_the_payroll)
{
    const Scenario scenario = read("[[silo]]\nname = \"A\"\nemployees = 5\n[[silo]]\nname = \"B\"\nemployees = 7\n");
    const Founding founding = found(scenario.company, scenario.silos, 0.01, {1, 0});
    EXPECT_EQ(founding.seats(), 12u);
    EXPECT_EQ(founding.silo_of(4), 0);
    EXPECT_EQ(founding.silo_of(5), 1);
}

}  // namespace
}  // namespace ekkyo
