#include "tiny.hpp"

namespace ekkyo {
namespace {

/// A hundred members who know nobody outside and never ask: what they have, they have read or found.
struct Readers : Tiny {
    explicit Readers(Model m)
        : Tiny({.employees = 100, .silos = 5, .team_size = 1, .colleagues = 0, .people = "", .turnover = "drawn"}, m)
    {
        for (Seat s = 0; s < 100; s++) org.enter(s, 0);
    }

    static Model rules()
    {
        Model model               = still();
        model.helping             = {};
        model.helping.problems    = 5;
        model.helping.expertise   = 0;
        model.hosting.visibility  = 100;
        model.sharing             = {.contributions = 1};
        model.recalling           = {};
        return model;
    }
};

TEST(sharing, happens_as_often_as_it_says_and_takes_its_hours)
{
    Model model                 = Readers::rules();
    model.sharing.contributions = 0.5;
    const auto pages            = Readers(model).live_until(200);
    const double shared = sum_of(pages, &Page::shared), weekly = chance_of(weekly_from_monthly(0.5));
    EXPECT_LT(std::abs(z_of_share(shared, 200 * 100, weekly)), once_in_100000);
    EXPECT_EQ(sum_of(pages, &Page::sharing_hours), 0.5 * shared);
    EXPECT_EQ(sum_of(pages, &Page::contributors) > 0, true) << "to share is to contribute";
}

TEST(sharing, is_done_more_by_those_who_are_readier_to_take_part)
{
    Readers company(Readers::rules());
    for (Seat s = 0; s < 100; s++) company.org.members[company.org.row[s]].readiness = s < 50 ? 1.5 : 0.5;
    double ready = 0, others = 0;
    for (int week = 0; week < 200; week++) {
        Page page;
        for (Seat s = 0; s < 100; s++) company.org.lately(s) = {};
        company.model.sharing(Week(company.luck, week, company.model.support), company.org, page);
        for (Seat s = 0; s < 100; s++) (s < 50 ? ready : others) += company.org.lately(s).acted;
    }
    EXPECT_LT(std::abs(z_of_share(ready, 200 * 50, chance_of(1.5 * weekly_from_monthly(1)))), once_in_100000);
    EXPECT_LT(std::abs(z_of_share(others, 200 * 50, chance_of(0.5 * weekly_from_monthly(1)))), once_in_100000);
}

TEST(sharing, is_remembered_as_often_as_it_was_seen_and_fits_and_half_is_forgotten_in_time)
{
    Model model                 = Readers::rules();
    model.sharing.contributions = 0;
    model.sharing.memory        = 1 / weeks_from_months(1);  // a week
    model.recalling.chat        = 0;
    Readers company(model);
    company.live(0);
    double problems = 0, remembered = 0;
    for (int week = 1; week < 200; week++) {
        company.org.told.in_mind = 100, company.org.archive.fit = 0.01;
        for (Member& member : company.org.members) member.since = static_cast<std::int16_t>(week - 2);
        const Page page = company.live(week);
        EXPECT_EQ(company.org.told.in_mind, 50);
        problems += page.problems, remembered += page.remembered;
    }
    // who has been reading for two half-lives has three quarters of it in mind; half of the problems others have had, too
    const double chance = 0.5 * chance_of(0.75 * 100 * 0.01);
    EXPECT_LT(std::abs(remembered - chance * problems) / std::sqrt(chance * problems), once_in_100000);
}

TEST(sharing, takes_no_search_and_saves_what_an_answer_would)
{
    Model with = Readers::rules(), without = with;
    with.recalling.chat = without.recalling.chat = 0;
    with.recalling.fit = without.recalling.fit = 1;
    without.sharing.contributions              = 0;
    const auto a = Readers(without).live_until(100), b = Readers(with).live_until(100);
    EXPECT_EQ(sum_of(a, &Page::remembered) + sum_of(a, &Page::answer_saving) + sum_of(a, &Page::shared), 0);
    EXPECT_GT(sum_of(b, &Page::remembered), 100);
    EXPECT_GT(sum_of(b, &Page::answer_saving), 0);
    EXPECT_NEAR(
        sum_of(b, &Page::answer_saving),
        sum_of(a, &Page::stuck_hours) + sum_of(a, &Page::request_hours) - sum_of(b, &Page::stuck_hours) -
            sum_of(b, &Page::request_hours),
        1e-6)
        << "every hour saved is booked, and once";
}

TEST(sharing, is_kept_like_so_many_answers_and_what_was_read_is_not_found_again)
{
    Readers company(Readers::rules());
    Page page           = company.live(0);
    page.answered       = 0;
    const double before = company.org.archive.answers;
    EXPECT_EQ(before, 0.3 * page.shared);

    // where all that is kept was read, a search brings nothing more
    company.org.archive = {.answers = 50, .found = 0.5, .search_hours = 0.1, .fit = 0.01};
    company.org.told    = {.kept = 0, .in_mind = 100, .half_life = 0.1};
    const Page next     = company.live(1);
    EXPECT_GT(next.remembered, 0);
    EXPECT_EQ(next.searches, 0) << "nothing is left that looks worth a search";
}

}  // namespace
}  // namespace ekkyo
