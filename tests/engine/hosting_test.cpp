#include "tiny.hpp"

namespace ekkyo {
namespace {

TEST(hosting, tells_twice_as_many_where_there_is_a_host_for_everybody)
{
    Model model            = still();
    model.support.host_fte = 1;
    Tiny tiny(people_in(2000), model);
    tiny.live(0);
    EXPECT_EQ(tiny.org.felt.outreach, 2);
    EXPECT_EQ(tiny.org.felt.care, 1);
}

TEST(hosting, holds_events_in_their_rhythm)
{
    Model model                    = still();
    model.support.events_per_month = 1;
    Tiny tiny(people_in(20), model);
    int events = 0;
    for (int week = 0; week < 261; week++) {
        tiny.live(week);
        events += tiny.org.felt.events;
    }
    EXPECT_EQ(events, 60);
}

TEST(hosting, holds_as_many_events_as_the_plan_says)
{
    for (double a_month : {0.5, 3.0, 8.0, 30.0}) {
        Model model                    = still();
        model.joining.discovery        = unbounded;
        model.meeting.attendance       = 100;
        model.support.events_per_month = a_month;
        Tiny tiny(people_in(20), model);
        EXPECT_NEAR(sum_of(tiny.live_until(261), &Page::events), 60 * a_month, 1.5) << a_month;
    }
}

}  // namespace
}  // namespace ekkyo
