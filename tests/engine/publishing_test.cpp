#include "money.hpp"
#include "tiny.hpp"

namespace ekkyo {
namespace {

Tiny talkative(const Publishing& publishing, int members)
{
    Model model      = still();
    model.publishing = publishing;
    Tiny tiny({.employees = 20'000, .silos = 1, .people = "", .turnover = "drawn"}, model);
    for (Seat s = 0; s < static_cast<Seat>(members); s++) tiny.org.enter(s, 0);
    return tiny;
}

TEST(publishing, posts_as_often_as_the_core_does)
{
    // 10,000 members, a tenth of them core, half a post a month each
    const auto pages   = talkative({.core = 10, .posts = 0.5, .hours = 3}, 10'000).live_until(104);
    const double posts = sum_of(pages, &Page::posts);
    EXPECT_LT(std::abs(z_of_share(posts, 10'000 * 104, chance_of(weekly_from_monthly(0.05)))), once_in_100000);
    EXPECT_EQ(sum_of(pages, &Page::posting_hours), 3 * posts);
}

TEST(publishing, takes_a_community_with_a_core)
{
    EXPECT_EQ(sum_of(talkative({}, 0).live_until(52), &Page::posts), 0);
    EXPECT_EQ(sum_of(talkative({.core = 0}, 1000).live_until(52), &Page::posts), 0);
    EXPECT_EQ(sum_of(talkative({.posts = 0}, 1000).live_until(52), &Page::posts), 0);
}

TEST(publishing, is_worth_nothing_in_any_ledger_whatever_an_advertorial_costs)
{
    Ledger here{std::vector<Page>(52), std::vector<Plan>(52), {}}, twin = here;
    for (Page& page : here.pages) page.posts = 5, page.posting_hours = 20;
    Prices dear;
    dear.advertorial = 1e12, dear.advertorial_share = 100;
    for (const Prices& prices : {Prices{}, dear}) {
        const Money money = account(here, twin, prices, Innovation::expected).run_off;
        for (std::size_t l = 0; l < lines.size(); l++)
            if (lines[l].side == Side::value) { EXPECT_EQ(table<Money>[l].get(money), 0) << table<Money>[l].name; }
        EXPECT_GT(money.member_time, 0);
    }
}

}  // namespace
}  // namespace ekkyo
