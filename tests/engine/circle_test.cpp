#include "tiny.hpp"

#include <map>

namespace ekkyo {
namespace {

std::vector<Seat> colleagues_of(const Circle& circle, Seat seat, int week)
{
    std::vector<Seat> all;
    circle.each(seat, week, [&](Seat other) { all.push_back(other); });
    std::ranges::sort(all);
    return all;
}

struct Place {
    Company company{.employees = 1000, .silos = 10, .team_size = 8, .colleagues = 10, .people = "", .turnover = "drawn"};
    Founding founding = found(company, {}, 0, {1, 0});
    Circle circle{founding, company, {1, 0}};
};

TEST(circle, knowing_is_mutual)
{
    const Place place;
    for (int week : {0, 17, 300})
        for (Seat s = 0; s < 1000; s++)
            for (Seat other : colleagues_of(place.circle, s, week)) {
                EXPECT_NE(other, s);
                const auto theirs = colleagues_of(place.circle, other, week);
                EXPECT_TRUE(std::ranges::binary_search(theirs, s));
            }
}

TEST(circle, everybody_has_about_ten_colleagues_and_their_team_for_ten_years)
{
    // 1,000 people x 20 times: the standard error of the mean degree is below .02
    const Place place;
    for (int week = 0; week < 520; week += 26) {
        double all = 0, across = 0;
        for (Seat s = 0; s < 1000; s++) {
            const auto [first, next] = place.founding.team_of(s);
            all -= next - first - 1;
            for (Seat other : colleagues_of(place.circle, s, week))
                all++, across += place.founding.silo_of(other) != place.founding.silo_of(s);
        }
        EXPECT_NEAR(all / 1000, 10, 0.35);
        EXPECT_NEAR(across / 1000, place.circle.bridges(), 0.3);
    }
}

TEST(circle, crosses_silos_as_the_odds_ratio_says)
{
    // within 36 (n - 1) against across N - n: 900 / (36 x 99 + 900) = 20.2 % of ten
    EXPECT_NEAR(Place().circle.bridges(), 10 * 900 / (36.0 * 99 + 900), 1e-9);
    EXPECT_NEAR(Place().circle.size(), 10, 1e-9);
}

/// A thousand people in ten silos and four places.
struct Places : Place {
    Places()
    {
        company.sites = 4;
        founding      = found(company, {}, 0, {1, 0});
        circle        = Circle(founding, company, {1, 0});
    }
};

TEST(circle, puts_every_silo_into_all_sites_and_everybody_at_one)
{
    const Places places;
    for (int silo = 0; silo < 10; silo++)
        for (int site = 0; site < 4; site++)
            for (Seat s = places.founding.first_at(silo, site); s < places.founding.first_at(silo, site + 1); s++) {
                EXPECT_EQ(places.founding.site_of(s), site);
                EXPECT_EQ(places.founding.silo_of(s), silo);
            }
    EXPECT_EQ(places.founding.first_at(3, 4), places.founding.first_at(4, 0));
}

TEST(circle, knows_each_other_at_a_site_as_the_odds_ratio_says_in_one_silo_and_across)
{
    // ties of each of the four kinds of pairs, per pair: as 360, 36, 10 and 1
    const Places places;
    std::map<std::pair<bool, bool>, double> ties, pairs;
    for (Seat a = 0; a < 1000; a++)
        for (Seat b = 0; b < 1000; b++)
            if (a != b)
                pairs[{places.founding.silo_of(a) == places.founding.silo_of(b),
                       places.founding.site_of(a) == places.founding.site_of(b)}]++;
    const int looks = 40;
    for (int week = 0; week < 100 * looks; week += 100)
        for (Seat a = 0; a < 1000; a++) {
            const auto [first, next] = places.founding.team_of(a);
            for (Seat b : colleagues_of(places.circle, a, week))
                if (b < first || b >= next)
                    ties[{places.founding.silo_of(a) == places.founding.silo_of(b),
                          places.founding.site_of(a) == places.founding.site_of(b)}]++;
        }
    const double usual = 10 * 1000 / (pairs[{false, false}] + 10 * pairs[{false, true}] + 36 * pairs[{true, false}] +
                                      360 * pairs[{true, true}]);
    for (auto [kind, odds] : std::map<std::pair<bool, bool>, double>{
             {{false, false}, 1}, {{false, true}, 10}, {{true, false}, 36}}) {
        const double expected = usual * odds * pairs[kind];
        EXPECT_NEAR(ties[kind] / looks, expected, 0.05 * expected) << kind.first << kind.second;
    }
    EXPECT_NEAR(places.circle.bridges() * 1000, usual * (pairs[{false, false}] + 10 * pairs[{false, true}]), 1e-6);
    EXPECT_NEAR(places.circle.size(), 10, 1e-9);
}

TEST(circle, is_mutual_at_sites_as_well)
{
    const Places places;
    for (Seat s = 0; s < 1000; s++)
        for (Seat other : colleagues_of(places.circle, s, 17)) {
            EXPECT_NE(other, s);
            const auto theirs = colleagues_of(places.circle, other, 17);
            EXPECT_TRUE(std::ranges::binary_search(theirs, s));
        }
}

TEST(circle, is_renewed_far_ties_first)
{
    const Place place;
    double near = 0, far = 0, near_kept = 0, far_kept = 0;
    for (Seat s = 0; s < 1000; s++) {
        const auto later         = colleagues_of(place.circle, s, 100 + 52);
        const auto [first, next] = place.founding.team_of(s);
        for (Seat other : colleagues_of(place.circle, s, 100)) {
            if (other >= first && other < next) continue;
            const bool crosses = place.founding.silo_of(other) != place.founding.silo_of(s);
            const bool kept    = std::ranges::binary_search(later, other);
            (crosses ? far : near)++, (crosses ? far_kept : near_kept) += kept;
        }
    }
    // slots live 8 and 18 months / ln 2: of eight near slots about half, of two or three far ones hardly any last a year
    EXPECT_GT(near_kept / near, far_kept / far);
    EXPECT_NEAR(near_kept / near, 1 - 52 / (weeks_from_months(18) / ln2), 1.0 / 8) << "one slot of eight more or less";
}

TEST(circle, lives_as_long_as_ties_of_its_kind_do)
{
    // a hundred colleagues, so that slots are many: a slot of half-life h is paired anew every h / ln 2, some slots every week
    Company company{.employees = 3000, .silos = 3, .team_size = 1, .colleagues = 100, .silo_strength = 2, .people = "", .turnover = "drawn"};
    const Founding founding = found(company, {}, 0, {1, 0});
    const Circle circle(founding, company, {1, 0});
    for (int weeks : {10, 26, 45}) {
        double seen[2] = {}, kept[2] = {};
        for (Seat s = 0; s < 300; s++) {
            const auto later = colleagues_of(circle, s * 10, 100 + weeks);
            for (Seat other : colleagues_of(circle, s * 10, 100)) {
                const bool crosses = founding.silo_of(other) != founding.silo_of(s * 10);
                seen[crosses]++, kept[crosses] += std::ranges::binary_search(later, other);
            }
        }
        // some meet again by chance (100 of 3,000), and far slots hold the near pairs that they come upon
        const double far = 1 - weeks / (weeks_from_months(8) / ln2);
        EXPECT_NEAR(kept[1] / seen[1], far + (1 - far) * 100 / 3000, 0.03) << weeks;
        EXPECT_GT(kept[0] / seen[0], kept[1] / seen[1]) << weeks;
    }
}

TEST(circle, changes_for_hardly_anybody_when_the_company_grows_by_one)
{
    Company larger = Place().company;
    larger.employees++, larger.silos = 1;
    Company company = larger;
    company.employees--;
    const Founding f = found(company, {}, 0, {1, 0}), g = found(larger, {}, 0, {1, 0});
    const Circle a(f, company, {1, 0}), b(g, larger, {1, 0});
    int changed = 0;
    for (Seat s = 0; s < 1000; s++) changed += colleagues_of(a, s, 5) != colleagues_of(b, s, 5);
    EXPECT_LT(changed, 40);
}

TEST(circle, of_a_company_of_one_is_empty)
{
    Company company{.employees = 1, .silos = 1, .people = "", .turnover = "drawn"};
    const Founding founding = found(company, {}, 0, {1, 0});
    EXPECT_TRUE(colleagues_of(Circle(founding, company, {1, 0}), 0, 0).empty());
}

}  // namespace
}  // namespace ekkyo
