#include "tiny.hpp"

namespace ekkyo {
namespace {

TEST(census, counts_what_a_walk_through_the_company_would)
{
    // quits outpace hires, so that many seats stand empty; people join, leave, and get to know each other
    Model model                    = still();
    model.staffing                 = {40, 0.01};
    model.joining.discovery        = 2;
    model.leaving                  = {20, 10};
    model.support.events_per_month = 6;
    Tiny tiny({.employees = 400, .silos = 4, .people = "", .turnover = "drawn"}, model);
    for (int week = 0; week < 150; week++) {
        const Page page  = tiny.live(week);
        double employees = 0, members = 0, weeks = 0;
        for (Seat s = 0; s < tiny.org.seats(); s++) {
            if (!tiny.org.is_employed(s)) continue;
            employees++, members += tiny.org.is_inside(s), weeks += week - tiny.org.hired[s];
        }
        EXPECT_EQ(page.employees, employees) << week;
        EXPECT_EQ(page.members, members) << week;
        EXPECT_NEAR(page.tenure, weeks / employees / weeks_per_year, 1e-9) << week;
    }
    EXPECT_LT(tiny.org.employees(), 350);
}

TEST(census, of_a_company_nobody_works_for_any_more_is_of_nothing)
{
    Model model    = still();
    model.staffing = {unbounded, 0};
    Tiny tiny({.employees = 20, .silos = 2, .people = "", .turnover = "drawn"}, model);
    const Page page = tiny.live(0);
    EXPECT_EQ(page.quits, 20);
    EXPECT_EQ(page.employees, 0);
    EXPECT_EQ(page.tenure, 0);
}

}  // namespace
}  // namespace ekkyo
