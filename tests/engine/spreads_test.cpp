#include "spreads.hpp"
#include "tiny.hpp"

namespace ekkyo {
namespace {

constexpr double z95 = 1.6448536269514722;

Scenario read(const std::string& toml)
{
    return scenario_from(parse_settings(toml, "s.toml"));
}

/// Both unknowns in so many replicates.
std::vector<std::pair<double, double>> drawn(const Scenario& scenario, double Joining::*one, double Joining::*other)
{
    std::vector<std::pair<double, double>> pairs;
    for (std::uint32_t r = 0; r < 4000; r++) {
        const Scenario s = drawn_by({1, r}, scenario);
        pairs.push_back({s.model.joining.*one, s.model.joining.*other});
    }
    return pairs;
}

TEST(spreads, of_what_cannot_be_negative_are_even_in_ratios)
{
    // 1, 2, 4: a lognormal; one standard deviation up is a factor of 2^(1 / 1.645)
    const Range range{0, unbounded};
    for (double z : {-2.5, -1.0, -0.3, 0.7, 1.0, 2.5})
        EXPECT_NEAR(at_quantile({1, 2, 4}, range, normal_cdf(z)), 2 * std::exp2(z / z95), 1e-9) << z;

    // above the median it goes by the ratio to the high, below it by that to the low
    EXPECT_NEAR(at_quantile({1, 2, 20}, range, normal_cdf(1)), 2 * std::pow(10, 1 / z95), 1e-9);
    EXPECT_NEAR(at_quantile({1, 2, 20}, range, normal_cdf(-1)), 2 * std::pow(0.5, 1 / z95), 1e-9);
}

TEST(spreads, of_what_has_a_floor_are_even_in_ratios_above_it)
{
    EXPECT_NEAR(at_quantile({2, 3, 5}, {1, unbounded}, normal_cdf(1)), 1 + 2 * std::exp2(1 / z95), 1e-9);
}

TEST(spreads, of_a_share_are_even_in_odds)
{
    // 10, 50, 90 %: odds 1/9, 1, 9
    for (double z : {-2.0, -1.0, 0.5, 1.0, 3.0}) {
        const double odds = std::pow(9, z / z95);
        EXPECT_NEAR(at_quantile({10, 50, 90}, {0, 100}, normal_cdf(z)), 100 * odds / (1 + odds), 1e-9) << z;
    }
}

TEST(spreads, that_reach_their_bound_are_even_in_steps_and_heap_up_there)
{
    for (double z : {-1.6, -0.5, 0.5, 1.6})
        EXPECT_NEAR(at_quantile({0, 20, 50}, {0, 100}, normal_cdf(z)), 20 + z / z95 * (z < 0 ? 20 : 30), 1e-9) << z;
    EXPECT_EQ(at_quantile({0, 20, 50}, {0, 100}, 0.0499), 0);
    EXPECT_EQ(at_quantile({50, 80, 100}, {0, 100}, 0.9501), 100);
    EXPECT_LT(at_quantile({50, 80, 100}, {0, 100}, 0.9499), 100);
}

TEST(spreads, of_what_may_be_anything_are_even_in_steps)
{
    EXPECT_NEAR(at_quantile({-3, 1, 2}, {-unbounded, unbounded}, normal_cdf(-1)), 1 - 4 / z95, 1e-9);
}

TEST(spreads, without_any_width_are_their_base)
{
    for (double chance : {0.001, 0.3, 0.5, 0.999})
        EXPECT_NEAR(at_quantile({3, 3, 3}, {0, unbounded}, chance), 3, 1e-12);
}

TEST(spreads, of_two_unknowns_have_nothing_to_do_with_each_other)
{
    // ranks of 4,000 replicates: a correlation of .07 would show
    auto pairs      = drawn(Scenario{}, &Joining::discovery, &Joining::word_of_mouth);
    const auto n    = static_cast<double>(pairs.size());
    double above[2] = {}, both = 0;
    for (const auto& [one, other] : pairs) {
        const bool a = one > Joining{}.discovery, b = other > Joining{}.word_of_mouth;
        above[0] += a, above[1] += b, both += a && b;
    }
    for (double side : above) EXPECT_LT(std::abs(z_of_share(side, n, 0.5)), once_in_100000);
    EXPECT_LT(std::abs(z_of_share(both, n, 0.25)), once_in_100000);
}

TEST(spreads, of_a_count_are_drawn_to_the_nearest_whole_number)
{
    // ties that one person can keep up: 10, 30, 80 on a scale of odds between 1 and 200
    const Spread spread{10, 30, 80};
    for (std::uint32_t r = 0; r < 500; r++) {
        const Luck luck{1, r};
        std::uint64_t hash = 14695981039346656037u;
        for (unsigned char letter : std::string("bonding.circle")) hash = (hash ^ letter) * 1099511628211u;
        Draw draw(luck.key(hash), About::company, 0, 0, 0);
        const double exact = at_quantile(spread, {1, 200}, draw.uniform());
        EXPECT_EQ(drawn_by(luck, Scenario{}).model.bonding.circle, std::round(exact));
    }
}

TEST(spreads, reach_prices_and_the_company_and_stay_within_every_hard_range)
{
    std::set<std::string> moved;
    for (std::uint32_t r = 0; r < 200; r++) {
        Scenario scenario = drawn_by({5, r}, Scenario{}), base;
        std::vector<double> values;
        for_each_section(base, [&](auto, auto, const auto& owner) {
            for (const auto& row : table<std::remove_cvref_t<decltype(owner)>>)
                values.push_back(row.get ? row.get(owner) : 0);
        });
        std::size_t k = 0;
        for_each_section(scenario, [&](auto section, auto, const auto& owner) {
            for (const auto& row : table<std::remove_cvref_t<decltype(owner)>>) {
                const double before = values[k++];
                if (!row.get) continue;
                EXPECT_TRUE(row.meaning.range.contains(row.get(owner))) << section << "." << row.name;
                if (row.get(owner) != before) moved.insert(std::string(section) + "." + std::string(row.name));
            }
        });
    }
    const auto names = unknowns(Scenario{});
    EXPECT_EQ(moved, std::set<std::string>(names.begin(), names.end()));
    EXPECT_TRUE(moved.contains("prices.wage_per_hour") && moved.contains("company.colleagues"));
}

TEST(spreads, leave_alone_what_a_decision_on_the_way_sets)
{
    const Scenario scenario = read("[[change]]\nweek = 10\njoining.discovery = 0.5\n");
    for (std::uint32_t r = 0; r < 20; r++) {
        const Scenario s = drawn_by({1, r}, scenario);
        EXPECT_NE(s.model_in(9).joining.discovery, 0.5);
        EXPECT_EQ(s.model_in(10).joining.discovery, 0.5);
    }
}

TEST(spreads, declared_in_a_file_stand_before_those_of_the_table)
{
    const Scenario scenario = read("[joining]\ndiscovery = { low = 5, base = 6, high = 7 }\n");
    EXPECT_EQ(scenario.model.joining.discovery, 6);
    double sum = 0;
    for (const auto& [discovery, other] : drawn(scenario, &Joining::discovery, &Joining::word_of_mouth))
        sum += discovery;
    EXPECT_NEAR(sum / 4000, 6, 0.1);
}

TEST(spreads, that_go_together_are_read_written_and_read_again)
{
    const std::string toml = "[correlation]\n\"joining.discovery ~ joining.word_of_mouth\" = 0.5\n";
    for (const std::string& text : {toml, to_toml(parse_settings(toml, "s.toml"))}) {
        const auto all = read(text).correlations;
        ASSERT_EQ(all.size(), 1u);
        EXPECT_EQ(all[0].one, "joining.discovery");
        EXPECT_EQ(all[0].other, "joining.word_of_mouth");
        EXPECT_EQ(all[0].rank, 0.5);
    }
}

TEST(spreads, cannot_go_together_in_ways_that_contradict_each_other)
{
    const auto message = [](const std::string& lines) -> std::string {
        try {
            read("[correlation]\n" + lines);
            return "";
        } catch (const Faults& faults) {
            return faults.what();
        }
    };
    const std::string ab = "\"joining.discovery ~ joining.word_of_mouth\" = ", bc = "\"joining.word_of_mouth ~ joining.interested\" = ",
                      ac = "\"joining.discovery ~ joining.interested\" = ";
    EXPECT_EQ(message(ab + "0.9\n" + bc + "0.9\n" + ac + "0.8\n"), "");
    EXPECT_NE(message(ab + "0.9\n" + bc + "0.9\n" + ac + "-0.9\n").find("s.toml:4:1: these rank correlations contradict"), std::string::npos);
    EXPECT_NE(message(ab + "1.5\n").find("between -1 and 1"), std::string::npos);
    EXPECT_NE(message("\"joining.discovry ~ joining.interested\" = 0.1\n").find("did you mean `joining.discovery`"), std::string::npos);
    EXPECT_NE(message("\"joining.discovery\" = 0.1\n").find("name two unknowns"), std::string::npos);
    EXPECT_NE(message(ab + "0.9\n[joining]\ndiscovery = 0.1\n").find("joining.discovery is known here"), std::string::npos);
    EXPECT_NE(message("\"run.seed ~ joining.discovery\" = 0.1\n").find("run.seed is known here"), std::string::npos);
}

}  // namespace
}  // namespace ekkyo
