#include "tiny.hpp"

namespace ekkyo {
namespace {

TEST(introducing, closes_a_triad)
{
    // one knows two who do not know each other, and brings friends together every week
    Model model               = still();
    model.introducing.friends = 1e6;
    Tiny tiny(people_in(3, 3), model);
    for (Seat s : {0, 1, 2}) tiny.org.enter(s, -20);
    tiny.org.meet(0, 1), tiny.org.meet(0, 2);
    const Page page = tiny.live(0);
    EXPECT_TRUE(tiny.org.is_tied(1, 2));
    EXPECT_EQ(page.introductions, 1);
    EXPECT_EQ(page.introduced, 1);
    EXPECT_NEAR(page.meeting_hours, 0.5, 1e-3);
    EXPECT_EQ(tiny.live(1).introductions, 0) << "now everybody knows everybody";
}

TEST(introducing, takes_somebody_with_two_friends)
{
    Model model               = still();
    model.introducing.friends = 1e6;
    Tiny tiny(people_in(4, 2), model);
    for (Seat s : {0, 1, 2, 3}) tiny.org.enter(s, -20);
    tiny.org.meet(0, 1), tiny.org.meet(2, 3);
    EXPECT_EQ(tiny.live(0).introductions, 0);
}

TEST(introducing, by_a_host_crosses_silos_and_takes_a_host)
{
    Model model            = still();
    model.introducing.host = 0.5;
    Tiny alone(people_in(200, 4), model);
    model.support.host_fte = 2;
    Tiny hosted(people_in(200, 4), model);
    for (Seat s = 0; s < 200; s++) alone.org.enter(s, -20), hosted.org.enter(s, -20);
    EXPECT_EQ(sum_of(alone.live_until(50), &Page::introductions), 0);
    const auto pages = hosted.live_until(50);
    EXPECT_GT(sum_of(pages, &Page::introduced), 100);
    EXPECT_EQ(pages[5].bridges, pages[5].ties);
}

TEST(introducing, happens_as_often_as_it_says)
{
    // a ring of bridges: everybody has two friends who do not know each other
    Model model               = still();
    model.introducing.friends = 0.1;
    Tiny tiny(people_in(2000, 2000), model);
    for (Seat s = 0; s < 2000; s++) tiny.org.enter(s, -20);
    for (Seat s = 0; s < 2000; s++) tiny.org.meet(s, (s + 1) % 2000);
    const double expected = chance_of(weekly_from_monthly(0.1));
    EXPECT_LT(std::abs(z_of_share(tiny.live(0).introductions, 2000, expected)), once_in_100000);
}

}  // namespace
}  // namespace ekkyo
