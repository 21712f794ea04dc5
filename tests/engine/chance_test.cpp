#include "tiny.hpp"

#include <boost/random/binomial_distribution.hpp>
#include <boost/random/exponential_distribution.hpp>
#include <boost/random/normal_distribution.hpp>
#include <boost/random/poisson_distribution.hpp>
#include <boost/random/uniform_01.hpp>

#include <filesystem>
#include <fstream>
#include <regex>
#include <sstream>

namespace ekkyo {
namespace {

TEST(lots, a_mark_that_is_cut_short_is_the_same_mark)
{
    const Lots lots(7, 3);
    for (Seat s = 0; s < 4000; s++)
        for (double time : {0.0, 1e-9, 0.01, 0.3, 1.0, 2.5, 1e9})
            ASSERT_EQ(lots.mark_up_to(s, time), std::min(time, -log(lots.of(s))));
}

TEST(chance, philox_gives_the_published_answers)
{
    // Salmon et al. 2011, known-answer vectors of Random123
    constexpr std::uint32_t ones = 0xFFFFFFFF;
    EXPECT_EQ(philox({0, 0, 0, 0}, {0, 0}), (Words{0x5f6fb709, 0x0d893f64, 0x4f121f81, 0x4f730a48}));
    EXPECT_EQ(philox({ones, ones, ones, ones}, {ones, ones}), (Words{0x5207ddc2, 0x45165e59, 0x4d8ee751, 0x8c52f662}));
    EXPECT_EQ(
        philox({0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344}, {0xa4093822, 0x299f31d0}),
        (Words{0x4dfccaba, 0x190a87f0, 0xc47362ba, 0xb6b5242a}));
}

TEST(chance, an_address_always_draws_the_same_and_neighbours_draw_something_else)
{
    const Chances chances = Week(Luck{7, 3}, 12, {}).chances("a/question");
    EXPECT_EQ(chances.of(5)(), chances.of(5)());
    EXPECT_NE(chances.of(5)(), chances.of(6)());
    EXPECT_NE(chances.of(5)(), chances.of(5, 1)());
    EXPECT_NE(chances.of(5)(), (Week(Luck{7, 3}, 13, {}).chances("a/question").of(5)()));
    EXPECT_NE(chances.of(5)(), (Week(Luck{7, 4}, 12, {}).chances("a/question").of(5)()));
    EXPECT_NE(chances.of(5)(), (Week(Luck{8, 3}, 12, {}).chances("a/question").of(5)()));
    EXPECT_NE(chances.of(5)(), (Week(Luck{7, 3}, 12, {}).chances("b/question").of(5)()));
}

TEST(chance, a_pair_has_one_luck_whoever_asks)
{
    const Chances chances = Week(Luck{}, 1, {}).chances("a/question");
    EXPECT_EQ(chances.of_pair(3, 9)(), chances.of_pair(9, 3)());
    EXPECT_NE(chances.of_pair(3, 9)(), chances.of(3)());
}

TEST(chance, a_trait_stays_with_the_person_and_not_with_the_seat)
{
    const Luck luck;
    EXPECT_EQ(luck.trait("a/trait", 4, 0), luck.trait("a/trait", 4, 0));
    EXPECT_NE(luck.trait("a/trait", 4, 0), luck.trait("a/trait", 4, 1));
}

TEST(lots, are_numbers_of_the_published_generator)
{
    // SplitMix64 from 1234567, as Vigna's reference program prints it; one stream further the key is spread first
    std::uint64_t state = 1234567;
    for (std::uint64_t printed : {6457827717110365317u, 3203168211198807973u, 9817491932198370423u, 4593380528125082431u})
        EXPECT_EQ(scramble(state += 0x9E3779B97F4A7C15), printed);
    const Lots lots(7, 3);
    const std::uint64_t stream = scramble(7 + 4 * std::uint64_t{0x9E3779B97F4A7C15});
    for (Seat s : {0u, 1u, 2u, 999u})
        EXPECT_EQ(static_cast<std::uint64_t>(lots.of(s) * 0x1p52), scramble(stream + (s + 1) * std::uint64_t{0x9E3779B97F4A7C15}) >> 12);
}

TEST(lots, befall_as_often_as_the_rate_says_and_whom_a_lower_rate_befalls_a_higher_one_does)
{
    const Lots lots(Luck{}.key("a/question"), 5);
    constexpr int people = 200'000;
    for (double rate : {0.0, 0.02, 0.5, 3.0}) {
        int befallen = 0;
        for (Seat s = 0; s < people; s++) {
            befallen += lots.befalls(s, rate);
            ASSERT_EQ(lots.befalls(s, rate), -log(lots.of(s)) < rate);
            ASSERT_LE(lots.befalls(s, rate), lots.befalls(s, 1.1 * rate));
        }
        const double p = 1 - exp(-rate);
        EXPECT_NEAR(befallen, people * p, 5 * sqrt(people * p * (1 - p)));
    }
}

TEST(lots, of_neighbours_weeks_and_times_have_nothing_to_do_with_each_other)
{
    const Week week(Luck{}, 7, {}), next(Luck{}, 8, {});
    const auto lots = week.lots("a/question"), again = week.lots("a/question", 1), later = next.lots("a/question");
    const auto correlation = [](auto one, auto other) {
        constexpr int people = 400'000;
        double sum = 0;
        for (Seat s = 0; s < people; s++) sum += 12 * (one(s) - 0.5) * (other(s) - 0.5);
        return sum / std::sqrt(people);  // normal, if they have not
    };
    const auto now = [&](Seat s) { return lots.of(s); };
    EXPECT_LT(std::abs(correlation(now, [&](Seat s) { return lots.of(s + 1); })), 4.5);
    EXPECT_LT(std::abs(correlation(now, [&](Seat s) { return again.of(s); })), 4.5);
    EXPECT_LT(std::abs(correlation(now, [&](Seat s) { return later.of(s); })), 4.5);
    EXPECT_LT(std::abs(correlation(now, [&](Seat s) { return week.lots("b/question").of(s); })), 4.5);
    const Chances friends = week.chances("a/question");
    const auto of_five    = [&](Seat s) { return friends.among_friends_of(5).of(s); };
    EXPECT_LT(std::abs(correlation(now, of_five)), 4.5);
    EXPECT_LT(std::abs(correlation(of_five, [&](Seat s) { return friends.among_friends_of(6).of(s); })), 4.5);
    EXPECT_LT(std::abs(correlation(of_five, [&](Seat s) { return friends.among_friends_of(5, 1).of(s); })), 4.5);
    EXPECT_LT(std::abs(correlation(of_five, [&](Seat s) { return friends.among_friends_of(s).of(5); })), 4.5);
    EXPECT_LT(std::abs(correlation(now, [&](Seat s) { return Draw(Luck{}.key("a/question"), About::seat, 0, 7, s).uniform(); })), 4.5);
}

TEST(chance, uniform_numbers_are_uniform)
{
    // chi-square over 100 cells, 10^6 draws: beyond 186 once in 100,000
    const Chances chances = Week(Luck{}, 1, {}).chances("a/question");
    const Lots lots       = Week(Luck{}, 1, {}).lots("a/question");
    const auto chi_square = [](auto number) {
        std::vector<double> cells(100);
        for (Seat s = 0; s < 1'000'000; s++) cells[static_cast<std::size_t>(number(s) * 100)]++;
        double chi = 0;
        for (double seen : cells) chi += (seen - 10'000) * (seen - 10'000) / 10'000;
        return chi;
    };
    EXPECT_LT(chi_square([&](Seat s) { return chances.of(s).uniform(); }), 186);
    EXPECT_LT(chi_square([&](Seat s) { return lots.of(s); }), 186);
}

/// One hash over so many draws of a distribution.
template <class Distribution>
std::uint64_t drawn(Distribution distribution)
{
    Draw draw(42, About::seat, 0, 0, 0);
    std::uint64_t hash = 0;
    for (int n = 0; n < 10'000; n++)
        hash = scramble(hash ^ std::bit_cast<std::uint64_t>(static_cast<double>(distribution(draw))));
    return hash;
}

TEST(chance, feeds_the_distributions_of_boost_with_the_same_values_everywhere)
{
    EXPECT_EQ(drawn(boost::random::uniform_01<double>()), 18169103428678123765u);
    EXPECT_EQ(drawn(boost::random::normal_distribution<double>()), 16333205096045510880u);
    EXPECT_EQ(drawn(boost::random::exponential_distribution<double>()), 5162746973562478452u);
    EXPECT_EQ(drawn(boost::random::poisson_distribution<int>(3)), 3097591360664168935u);
    EXPECT_EQ(drawn(boost::random::binomial_distribution<int>(100, 0.3)), 1813526511004275613u);
}

TEST(chance, every_question_has_a_name_of_its_own)
{
    std::map<std::string, int> asked;
    const std::regex literal("\"([a-z]+/[a-z ]+)\"");
    for (const auto& entry : std::filesystem::recursive_directory_iterator("engine")) {
        if (entry.path().extension() != ".cpp" && entry.path().extension() != ".hpp") continue;
        std::ifstream file(entry.path());
        for (std::string line; std::getline(file, line);) {
            if (line.find("///") != std::string::npos) continue;
            for (std::sregex_iterator match(line.begin(), line.end(), literal), end; match != end; ++match)
                asked[(*match)[1]]++;
        }
    }
    asked.erase("processes/");
    EXPECT_GT(asked.size(), 15u);
    std::set<std::uint64_t> hashes;
    for (const auto& [name, times] : asked) {
        EXPECT_EQ(times, 1) << name;
        std::uint64_t hash = 14695981039346656037u;
        for (char letter : name) hash = (hash ^ static_cast<unsigned char>(letter)) * 1099511628211u;
        hashes.insert(hash);
    }
    EXPECT_EQ(hashes.size(), asked.size());

    // nor does a parameter that is not known share its luck with a question
    for (const std::string& path : unknowns(Scenario{})) {
        std::uint64_t hash = 14695981039346656037u;
        for (char letter : path) hash = (hash ^ static_cast<unsigned char>(letter)) * 1099511628211u;
        EXPECT_TRUE(hashes.insert(hash).second) << path;
    }
}

TEST(chance, of_a_person_in_a_week_is_as_given_and_independent_of_other_questions_weeks_and_people)
{
    // a million draws of .01: a bias of 4.4 % shows; two of them together 100 times, 56 to 144
    constexpr Seat people = 1'000'000;
    const Chances one = Week(Luck{}, 8, {}).chances("test/one"), two = Week(Luck{}, 8, {}).chances("test/two");
    const Chances later = Week(Luck{}, 9, {}).chances("test/one"), apart = Week(Luck{1, 1}, 8, {}).chances("test/one");
    double happened = 0, both = 0, again = 0, twice = 0, beside = 0, elsewhere = 0;
    for (Seat s = 0; s < people; s++) {
        if (!one.of(s).chance(0.01)) continue;
        happened++;
        both += two.of(s).chance(0.01), again += later.of(s).chance(0.01), twice += one.of(s, 1).chance(0.01);
        beside += one.of(s + 1).chance(0.01), elsewhere += apart.of(s).chance(0.01);
    }
    EXPECT_LT(std::abs(z_of_share(happened, people, 0.01)), once_in_100000);
    for (double together : {both, again, twice, beside, elsewhere})
        EXPECT_LT(std::abs(z_of_share(together, happened, 0.01)), once_in_100000);
}

TEST(chance, one_of_so_many_is_any_of_them_alike)
{
    // chi-square over 7 choices, 6 degrees: beyond 34.0 once in 100,000
    double chosen[7] = {}, chi = 0;
    const Chances chances = Week(Luck{}, 1, {}).chances("a/question");
    for (Seat s = 0; s < 700'000; s++) chosen[chances.of(s).below(7)]++;
    for (double seen : chosen) chi += (seen - 100'000) * (seen - 100'000) / 100'000;
    EXPECT_LT(chi, 34);
}

TEST(chance, marks_are_exponential)
{
    std::vector<double> marks;
    const Chances chances = Week(Luck{}, 1, {}).chances("a/question");
    double late = 0;
    for (Seat s = 0; s < 200'000; s++) marks.push_back(chances.of(s).mark()), late += marks.back() > 3;
    EXPECT_LT(std::abs(z_of_mean(marks, 1)), once_in_100000);
    EXPECT_LT(std::abs(z_of_share(late, 200'000, std::exp(-3))), once_in_100000);
}

}  // namespace
}  // namespace ekkyo
