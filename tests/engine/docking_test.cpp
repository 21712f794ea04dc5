#include "problems.hpp"
#include "tiny.hpp"

namespace ekkyo {
namespace {

// Published and closed-form results on the engine's own processes, with the rest switched off. All tests are of the
// kind "verification against a known value": |z| < 4.42, one false alarm in 100,000 runs; seeds are fixed.

/// Everybody in one team, so that everybody is everybody's colleague.
Company one_team(int people)
{
    return {.employees = people, .silos = 1, .team_size = people, .colleagues = 0, .silo_strength = 1, .people = "", .turnover = "drawn"};
}

/// Each week, the expected share inside: everybody outside joins with chance 1 - exp(-(p + q x)), x the share of the
/// other n - 1 who are inside. The chain of the number inside, iterated exactly.
std::vector<double> bass_chain(int n, double p, double q, int weeks)
{
    std::vector<double> now(n + 1), shares;
    now[0] = 1;
    for (int week = 0; week < weeks; week++) {
        std::vector<double> next(n + 1);
        for (int inside = 0; inside <= n; inside++) {
            if (now[inside] < 1e-18) continue;
            const int others  = n - inside;
            const double h    = 1 - std::exp(-(p + q * inside / (n - 1.0)));
            double chance     = now[inside] * std::pow(1 - h, others);
            for (int joins = 0; joins <= others; joins++) {
                next[inside + joins] += chance;
                chance *= h / (1 - h) * (others - joins) / (joins + 1);
            }
        }
        now = next;
        double mean = 0;
        for (int inside = 0; inside <= n; inside++) mean += now[inside] * inside / n;
        shares.push_back(mean);
    }
    return shares;
}

TEST(docking, bass_adoption_over_500_people)
{
    // hazard 1 - exp(-(p + q x)) a week, p = .03, q = .38; at t = 5 a bias of .0023 shows in 4,000 runs
    constexpr int people = 500, replicates = 4000;
    Model model                 = still();
    model.joining.discovery     = 0.03 * weeks_per_year;
    model.joining.word_of_mouth = 0.38 * weeks_per_year;

    std::vector<std::vector<double>> shares(10);
    for (std::uint32_t r = 0; r < replicates; r++) {
        Tiny tiny(one_team(people), model, {1, r});
        for (int week = 0; week < 10; week++) shares[week].push_back(tiny.live(week).members / people);
    }
    const auto exact = bass_chain(people, 0.03, 0.38, 10);
    for (int week = 0; week < 10; week++) EXPECT_LT(std::abs(z_of_mean(shares[week], exact[week])), once_in_100000) << week + 1;

    // published for x = X / N; the N - 1 of our circle adds less than .0009
    for (auto [t, published] : {std::pair(1, .029554), {2, .068728}, {5, .260450}, {10, .726738}})
        EXPECT_NEAR(exact[t - 1], published, 0.0009) << t;
}

TEST(docking, joining_and_leaving_settle_where_a_two_state_chain_does)
{
    // 1,000 people, a = .02 joins and b = .05 leaves a week: Binomial(1000, a / (a + b)), 285.71 and sd 14.29; leavers may
    // come back next week, newcomers stay their first week, so b is that of the second week on
    constexpr int people = 1000;
    Model model             = still();
    model.joining.discovery = rate_of(0.02) * weeks_per_year;
    const double monthly    = 100 * chance_of(rate_of(0.05) * weeks_per_month);
    model.leaving           = {monthly, monthly};

    // the chain by hand: outside -> just joined -> inside
    double fresh = 0, inside = 0;
    std::map<int, double> expected;
    for (int t = 1; t <= 200; t++) {
        const double joins = (people - fresh - inside) * 0.02, leaves = (fresh + inside) * 0.05;
        inside = fresh + inside - leaves, fresh = joins;
        expected[t] = fresh + inside;
    }
    std::map<int, std::vector<double>> members;
    for (std::uint32_t r = 0; r < 400; r++) {
        Tiny tiny(one_team(people), model, {1, r});
        for (int week = 0; week < 200; week++) {
            const double m = tiny.live(week).members;
            if (week == 11 || week == 23 || week == 199) members[week + 1].push_back(m);
        }
    }
    for (const auto& [t, seen] : members) EXPECT_LT(std::abs(z_of_mean(seen, expected[t])), once_in_100000) << t;
    EXPECT_NEAR(expected[12], 166.115344, 5e-7);
    EXPECT_NEAR(expected[24], 235.650611, 5e-7);

    // Binomial: the variance over 400 replicates against 1000 f (1 - f), its own relative standard error sqrt(2 / 399)
    for (const auto& [t, seen] : members) {
        const double f = expected[t] / people;
        double squares = 0;
        for (double m : seen) squares += (m - expected[t]) * (m - expected[t]) / 400;
        EXPECT_LT(std::abs(squares / (people * f * (1 - f)) - 1), once_in_100000 * std::sqrt(2.0 / 399)) << t;
    }
}

TEST(docking, time_until_somebody_leaves_is_geometric)
{
    // mu = .03 a week from the week after joining: mean 1 + 1 / mu - 1 = 33.33, S(12) = .693842; n = 20,000
    Model model             = still();
    model.joining.discovery = unbounded;
    const double monthly    = 100 * chance_of(rate_of(0.03) * weeks_per_month);
    model.leaving           = {monthly, monthly};
    Company company         = one_team(20'000);
    Tiny tiny(company, model);
    tiny.live(0);
    tiny.model.joining.discovery = 0;
    double still_there = 0, weeks = 0, before = 20'000;
    for (int week = 1; week <= 600; week++) {
        const double members = tiny.live(week).members;
        weeks += (before - members) * week;
        before = members;
        if (week == 12) still_there = members;
    }
    EXPECT_LT(std::abs(z_of_share(still_there, 20'000, 0.693842)), once_in_100000);
    EXPECT_NEAR(weeks / 20'000, 33.3333, once_in_100000 * 32.8295 / std::sqrt(20'000));
}

TEST(docking, a_yearly_rate_becomes_weekly_by_survival)
{
    EXPECT_NEAR(std::pow(1 - chance_of(weekly_from_monthly_chance(0.08)), 12 * weeks_per_month), std::pow(0.92, 12), 1e-12);
    EXPECT_NEAR(chance_of(weekly_from_yearly(0.1) * weeks_per_year), 1 - std::exp(-0.1), 1e-12);
    EXPECT_TRUE(std::isinf(weekly_from_monthly_chance(1)));
}

TEST(docking, turnover_leaves_people_as_long_as_a_poisson_process_does)
{
    // 20,000 seats, 10 exits per 100 and year: exits over 5 years are Poisson with mean 10,000
    Model model              = still();
    model.staffing.turnover  = 10;
    Company company          = one_team(20'000);
    Tiny tiny(company, model);
    double quits = 0, weeks = 261;
    for (int week = 0; week < weeks; week++) quits += tiny.live(week).quits;
    const double chance = chance_of(weekly_from_yearly(0.1));
    EXPECT_LT(std::abs(z_of_share(quits, 20'000 * weeks, chance)), once_in_100000);
}

TEST(docking, the_number_of_problems_is_poisson)
{
    // rate .342 a week, 200,000 person-weeks, cells 0, 1, 2, 3+: chi-square with 3 degrees beyond 25.9 once in 100,000
    const auto trouble    = trouble_under(Helping{}, 10);
    const Chances chances = Week(Luck{}, 0, {}).chances("helping/has problems");
    double seen[4] = {}, expected[4] = {};
    for (Seat s = 0; s < 200'000; s++) seen[std::min(3u, trouble->how_many(chances.of(s).uniform()))]++;
    double term = std::exp(-trouble->rate);
    for (int k = 0; k < 3; k++, term *= trouble->rate / k) expected[k] = 200'000 * term;
    expected[3] = 200'000 - expected[0] - expected[1] - expected[2];
    double chi  = 0;
    for (int k = 0; k < 4; k++) chi += (seen[k] - expected[k]) * (seen[k] - expected[k]) / expected[k];
    EXPECT_NEAR(trouble->rate, 1.14 * 0.5 * 0.6, 1e-12);
    EXPECT_LT(chi, 25.9);
}

TEST(docking, problems_are_lognormal_with_the_mean_that_was_given)
{
    const auto trouble = trouble_under(Helping{}, 10);
    double mean = 0, logs = 0;
    for (double hours : trouble->hours) mean += hours / 1024, logs += std::log(hours) / 1024;
    EXPECT_NEAR(mean, 3, 1e-9);
    // the mean of the logarithm is that of the median, 3 exp(-1.2^2 / 2); the last cells hold means, not quantiles
    EXPECT_NEAR(logs, std::log(3) - 1.2 * 1.2 / 2, 0.003);
    EXPECT_TRUE(std::ranges::is_sorted(trouble->hours));
    // the largest tenth of all problems takes 1 - Phi(z90 - sigma) of the hours
    double large = 0;
    for (std::size_t c = 922; c < 1024; c++) large += trouble->hours[c] / 1024 / 3;
    EXPECT_NEAR(large, 1 - normal_cdf(normal_quantile(922 / 1024.0) - 1.2), 1e-9);
}

TEST(docking, ideas_come_as_often_as_warm_ties_say)
{
    // one approved idea per fresh tie and year, all approved: two people with one fresh tie have 2 x .5 a year
    Model model               = still();
    model.innovating.approved = 1;
    model.innovating.approval = 100;
    model.innovating.distance = model.innovating.complex = 0;
    double ideas = 0, expected = 0;
    for (std::uint32_t r = 0; r < 3000; r++) {
        Company company{.employees = 2, .silos = 2, .team_size = 1, .colleagues = 0, .silo_strength = 1, .people = "", .turnover = "drawn"};
        Tiny tiny(company, model, {1, r});
        tiny.org.enter(0, 0), tiny.org.enter(1, 0);
        tiny.org.meet(0, 1);
        double warmth = 1;
        for (int week = 0; week < 30; week++) {
            ideas += tiny.live(week).ideas;
            tiny.org.ties.each(tiny.org.row[0], [&](const Tie& tie) { warmth = tiny.org.ties.warmth(tie); });
            expected += 2 * chance_of(weekly_from_yearly(1) / 2 * warmth);
        }
    }
    EXPECT_LT(std::abs((ideas - expected) / std::sqrt(expected)), once_in_100000);
}

TEST(docking, under_random_mixing_the_e_i_index_of_old_circles_is_that_of_the_silos)
{
    // 10 silos of 100: 1 - 2 sum n (n - 1) / (N (N - 1)) = .801802
    Company company{.employees = 1000, .silos = 10, .team_size = 1, .colleagues = 10, .silo_strength = 1, .people = "", .turnover = "drawn"};
    double ties = 0, across = 0;
    for (std::uint32_t r = 0; r < 10; r++) {
        const Founding founding = found(company, {}, 0, {1, r});
        const Circle circle(founding, company, {1, r});
        for (Seat s = 0; s < 1000; s++)
            circle.each(s, 0, [&](Seat other) { ties++, across += founding.silo_of(s) != founding.silo_of(other); });
        EXPECT_NEAR(2 * circle.bridges() / circle.size() - 1, 0.801802, 1e-6);
    }
    // each tie is seen from both ends
    EXPECT_LT(std::abs(z_of_share(across / 2, ties / 2, (1 + 0.801802) / 2)), once_in_100000);
}

TEST(docking, learning_climbs_as_its_closed_form_says)
{
    // k_t = 1 - (1 - k_0) (1 - a)^t with a = .1, k_0 = .2, one lesson a week and nothing forgotten
    Model model    = still();
    model.learning = {.pace = 10, .reach = 0, .half_life = unbounded, .carried = 0};
    Tiny tiny(one_team(8), model);
    tiny.org.enter(0, 0).skill = 0.2;
    std::map<int, double> known;
    for (int t = 1; t <= 20; t++) {
        tiny.org.learned.lessons = {0};
        Page page;
        model.learning(Week(tiny.luck, t, model.support), tiny.org, page);
        known[t] = tiny.org.skill_of(0);
        EXPECT_NEAR(known[t], 1 - 0.8 * std::pow(0.9, t), 1e-12) << t;
    }
    EXPECT_NEAR(known[5], 0.527608, 5e-7);
    EXPECT_NEAR(known[20], 0.902739, 5e-7);
}

/// Who reaches whom: the size of the largest set of people who are all linked, directly or by others.
double largest_component(const Organization& org)
{
    std::vector<bool> seen(org.seats());
    std::size_t largest = 0;
    for (Seat first = 0; first < org.seats(); first++) {
        if (seen[first]) continue;
        std::vector<Seat> reached{first};
        seen[first] = true;
        for (std::size_t i = 0; i < reached.size(); i++)
            org.ties.each(org.row[reached[i]], [&](const Tie& tie) {
                if (!seen[tie.partner]) seen[tie.partner] = true, reached.push_back(tie.partner);
            });
        largest = std::max(largest, reached.size());
    }
    return static_cast<double>(largest);
}

/// The share of people in the giant component where each is brought to `weeks` others with chance p each, and others to
/// them: ties made by them are Binomial(weeks, p), ties made by others Poisson(weeks p). As p becomes small, S = 1 - e^(-c S)
/// with c = 2 weeks p.
double giant_component(int weeks, double p)
{
    // a tie does not lead there: at the end of those who made it, one of their own ties is taken; at the other, none
    double by_them = 0, by_others = 0;
    const auto none_of = [&](int own) { return std::pow(1 - p * (1 - by_others), own) * std::exp(-weeks * p * (1 - by_them)); };
    for (int i = 0; i < 1000; i++) std::tie(by_them, by_others) = std::pair(none_of(weeks - 1), none_of(weeks));
    return 1 - none_of(weeks);
}

TEST(docking, introductions_at_random_make_a_giant_component)
{
    // 4,000 members in silos of their own, introduced by a host with chance p = .02 a week for 50 or 75 weeks, ties that do
    // not cool: mean degree c = 2, 3. The share has sd sqrt(S (1 - S) / n) / (1 - c (1 - S)) = .0107 at c = 2: 40 graphs
    // show a bias of .0075 (4.42 standard errors)
    EXPECT_NEAR(giant_component(100'000, 1e-5), 0.796812, 2e-5);
    EXPECT_NEAR(giant_component(150'000, 1e-5), 0.940480, 2e-5);
    Model model       = still();
    model.introducing = {.friends = 0, .host = rate_of(0.02) * weeks_per_month};
    for (int weeks : {50, 75}) {
        std::vector<double> shares;
        for (std::uint32_t r = 0; r < 40; r++) {
            Tiny tiny({.employees = 4000, .silos = 4000, .team_size = 1, .colleagues = 0, .silo_strength = 1, .people = "", .turnover = "drawn"}, model, {1, r});
            for (Seat s = 0; s < 4000; s++) tiny.org.enter(s, 0);
            tiny.org.felt.care = 1;
            Page page;
            for (int week = 0; week < weeks; week++) model.introducing(Week(tiny.luck, week, model.support), tiny.org, page);
            shares.push_back(largest_component(tiny.org) / 4000);
        }
        EXPECT_LT(std::abs(z_of_mean(shares, giant_component(weeks, 0.02))), once_in_100000) << weeks;
    }
}

TEST(docking, word_of_mouth_at_its_surest_spreads_as_a_front_through_old_circles)
{
    // threshold 1: whoever knows one member joins next week, so that a seed reaches in week t exactly those within t steps
    Model model                 = still();
    model.joining.word_of_mouth = 1e9;
    Company company{.employees = 600, .silos = 6, .team_size = 5, .colleagues = 3, .silo_strength = 20, .people = "", .turnover = "drawn"};
    Tiny tiny(company, model);
    tiny.org.enter(17, 0);
    std::vector<bool> reached(600);
    reached[17] = true;
    std::vector<double> inside;
    for (int week = 0; week < 30; week++) {
        std::vector<bool> next = reached;
        for (Seat s = 0; s < 600; s++) tiny.org.circle.each(s, week, [&](Seat other) { next[s] = next[s] || reached[other]; });
        reached = next;
        inside.push_back(tiny.live(week).members);
        for (Seat s = 0; s < 600; s++) ASSERT_EQ(tiny.org.is_inside(s), reached[s]) << "seat " << s << ", week " << week;
    }
    EXPECT_LT(inside[0], 20) << "the first round is a circle of colleagues, not the company";
    EXPECT_EQ(inside.back(), 600);
}

/// The share of the interested whom word of mouth reaches where everybody has k colleagues at random and a share q is
/// interested: a colleague leads nowhere with chance u = 1 - q + q u^(k - 1). As k becomes large, r = 1 - e^(-R0 r) with R0 = q k.
double reached_by_word_of_mouth(double q, double k)
{
    double nowhere = 0;
    for (int i = 0; i < 10'000; i++) nowhere = 1 - q + q * std::pow(nowhere, k - 1);
    return 1 - std::pow(nowhere, k);
}

TEST(docking, word_of_mouth_reaches_as_many_of_the_interested_as_an_epidemic_infects)
{
    // one silo of 1,000, each with 5 old colleagues paired at random, half of them interested: R0 = 2.5. Whoever knows one
    // member joins in the next round; all rounds fall into one week, in which no circle is renewed. Of 500 interested the
    // share has a standard deviation of about .017: 20 companies in which it takes off show a bias of .017 (4.42 standard errors)
    for (auto [R0, published] : {std::pair(1.5, .582812), {2., .796812}, {3., .940480}})
        EXPECT_NEAR(reached_by_word_of_mouth(R0 / 1e6, 1e6), published, 2e-5) << R0;
    constexpr int people = 1000, colleagues = 5;
    Model model                 = still();
    model.joining.interested    = 50;
    model.joining.word_of_mouth = 1e9;
    std::vector<double> shares;
    for (std::uint32_t r = 0; shares.size() < 20; r++) {
        Tiny tiny({.employees = people, .silos = 1, .team_size = 1, .colleagues = colleagues, .silo_strength = 1, .people = "", .turnover = "drawn"}, model, {1, r});
        tiny.org.enter(17, 0);
        Page page;
        for (double before = -1; page.joined > before;) {
            before = page.joined;
            model.joining(Week(tiny.luck, 0, model.support), tiny.org, page);
        }
        double interested = 0;
        for (Seat s = 0; s < people; s++) interested += tiny.luck.trait("joining/is interested", s, tiny.org.generation[s]) < 0.5;
        const double share = page.joined / interested;
        if (share > 0.1) shares.push_back(share);
    }
    EXPECT_LT(std::abs(z_of_mean(shares, reached_by_word_of_mouth(0.5, colleagues))), once_in_100000);
}

TEST(docking, a_full_circle_turns_away_as_many_as_erlangs_loss_formula_says)
{
    // nobody waits for help; what runs out is room for friends, a loss system. A friend comes with chance p a week, stays three
    // half-lives (L weeks) and finds no room where the circle holds four. The state is who came in which of the last L weeks,
    // each with weight (p / (1 - p))^n, n <= 4. Here p L = 8 / 3, as in the queue M/M/4 of which .378418 wait (Erlang C); as p
    // becomes small .168699 are turned away (Erlang B), and each of the two follows from the other. Of 25,000 who come after the
    // first life a bias of .011 shows
    constexpr int circle = 4, hubs = 1000, strangers = 20'000, weeks = 1000, life = 96;
    constexpr double load = 8.0 / 3, p = load / life;
    const auto turned_away = [](double life, double p) {
        double weight = 1, with_room = 0;
        for (int n = 0; n < circle; n++) with_room += weight / (1 - p), weight *= p / (1 - p) * (life - 1 - n) / (n + 1);
        return weight / (with_room + weight);
    };
    const double erlang = turned_away(1e8, load / 1e8);
    EXPECT_NEAR(erlang, 0.168699, 1e-6);
    EXPECT_NEAR(erlang / (1 - load / circle * (1 - erlang)), 0.378418, 1e-6);

    Model model   = still();
    model.bonding = {life / 3 / weeks_per_month, life / 3 / weeks_per_month, circle, 0};
    Tiny tiny({.employees = hubs + strangers, .silos = 1, .team_size = 1, .colleagues = 0, .silo_strength = 1, .people = "", .turnover = "drawn"}, model);
    for (Seat s = 0; s < hubs + strangers; s++) tiny.org.enter(s, 0);
    std::vector<double> refused(hubs);
    Page page;
    for (int week = 0; week < weeks; week++) {
        const Week now(tiny.luck, week, model.support);
        model.bonding(now, tiny.org, page);
        const auto meets = now.chances("test/meets");
        for (Seat s = 0; s < hubs; s++) {
            Draw draw = meets.of(s);
            if (!draw.chance(p)) continue;
            const Seat stranger = hubs + draw.below(strangers);
            if (!tiny.org.is_tied(s, stranger) && !tiny.org.meet(s, stranger) && week >= life) refused[s]++;
        }
    }
    EXPECT_LT(std::abs(z_of_mean(refused, (weeks - life) * p * turned_away(life, p))), once_in_100000);
}

TEST(docking, ideas_under_way_are_customers_of_a_queue_with_a_server_for_each)
{
    // M/G/inf: begun with chance q a week by each of 400 friends in pairs, under way for a lognormal time (median 17.4 weeks,
    // sigma .5). After 200 weeks as many are as sum q S(d), each for itself; in the limit arrivals times mean time
    Model model               = still();
    model.innovating          = {.approved = 2, .distance = 0, .complex = 0, .approval = 100, .launch = 100, .new_business = 0};
    model.innovating.lag      = 4;
    model.innovating.lag_spread = 0.5;
    const double q = chance_of(weekly_from_yearly(2) / 2), median = weeks_from_months(4);
    double mean = 0, variance = 0;
    for (int ago = 0; ago < 200; ago++) {
        const double is_on = q * (1 - normal_cdf(std::log((ago + 0.5) / median) / 0.5));
        mean += 400 * is_on, variance += 400 * is_on * (1 - is_on);
    }
    EXPECT_NEAR(mean, 400 * q * median * std::exp(0.125), 0.01 * mean);

    std::vector<double> under_way;
    for (std::uint32_t r = 0; r < 200; r++) {
        Tiny tiny({.employees = 400, .silos = 400, .team_size = 1, .colleagues = 0, .silo_strength = 1, .people = "", .turnover = "drawn"}, model, {1, r});
        for (Seat s = 0; s < 400; s++) tiny.org.enter(s, 0);
        for (Seat s = 0; s < 400; s += 2) tiny.org.meet(s, s + 1);
        Page page;
        for (int week = 0; week < 200; week++) model.innovating(Week(tiny.luck, week, model.support), tiny.org, page);
        under_way.push_back(std::ranges::count_if(tiny.org.launches, [](const Launch& launch) { return launch.matures > 199; }));
    }
    EXPECT_LT(std::abs(z_of_mean(under_way, mean)), once_in_100000);
    double squares = 0;
    for (double n : under_way) squares += (n - mean) * (n - mean) / 200;
    EXPECT_LT(std::abs(squares / variance - 1), once_in_100000 * std::sqrt(2.0 / 199)) << squares << " against " << variance;
}

TEST(docking, the_exhausted_rest_as_littles_law_says)
{
    // nobody leaves, so member-weeks of rest are those who gave out times the weeks of a rest, path by path and exactly
    Model model            = still();
    model.helping          = {};
    model.helping.problems = 8;
    model.helping.standing = 0;
    model.tiring           = {.bearable = 0.02, .exhaustion = 50, .rest = 9, .leaving = 0};
    Tiny tiny(people_in(200), model);
    for (Seat s = 0; s < 200; s++) tiny.org.enter(s, 0);
    double gave_out = 0, rested = 0;
    for (int week = 0; week < 80; week++) {
        if (week == 60) tiny.model.helping.problems = 0;
        gave_out += tiny.live(week).exhausted;
        for (Seat s = 0; s < 200; s++) rested += tiny.org.is_resting(s, week + 1);
    }
    EXPECT_GT(gave_out, 100);
    EXPECT_EQ(rested, gave_out * 9);
}

}  // namespace
}  // namespace ekkyo
