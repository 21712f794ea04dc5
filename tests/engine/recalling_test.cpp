#include "tiny.hpp"

namespace ekkyo {
namespace {

/// A hundred members who dare to ask, know nobody outside, and are answered for certain.
struct Hundred : Tiny {
    explicit Hundred(Model m) : Tiny({.employees = 100, .silos = 5, .team_size = 1, .colleagues = 0, .people = "", .turnover = "drawn"}, m) {}

    static Model rules()
    {
        Model model              = still();
        model.helping            = {};
        model.helping.reluctance = 0, model.helping.acquaintance = 0;
        model.helping.expertise = model.helping.generosity = model.hosting.visibility = 100;
        model.joining.discovery = unbounded;
        model.recalling         = {};
        return model;
    }
};

TEST(recalling, keeps_what_was_answered_until_half_of_it_is_out_of_date)
{
    Hundred company(Hundred::rules());
    const Week week(company.luck, 0, company.model.support);
    Page page;
    page.answered = 80;
    company.model.recalling(week, company.org, page);
    EXPECT_EQ(page.archive, 80);
    company.model.recalling.half_life = 1 / weeks_from_months(1);  // a week
    page.answered                     = 10;
    company.model.recalling(week, company.org, page);
    EXPECT_NEAR(page.archive, 50, 1e-9);
}

TEST(recalling, finds_an_answer_as_often_as_one_fits_and_the_search_is_any_good)
{
    Model model          = Hundred::rules();
    model.recalling.chat = 40, model.recalling.fit = 0.1;
    Hundred company(model);
    company.live(0);
    double searches = 0, recalled = 0;
    for (int week = 1; week < 300; week++) {
        company.org.archive.found = 0.4 * chance_of(0.5);
        const Page page           = company.live(week);
        searches += page.searches, recalled += page.recalled;
    }
    ASSERT_GT(searches, 1000);
    EXPECT_LT(std::abs(z_of_share(recalled, searches, 0.5 * 0.4 * chance_of(0.5))), once_in_100000);
}

TEST(recalling, spares_people_the_question_and_so_the_acquaintance)
{
    Model without = Hundred::rules(), with = Hundred::rules();
    without.helping.acquaintance = with.helping.acquaintance = 50;
    without.recalling.fit                                    = 0;
    with.recalling.fit = 1, with.recalling.chat = 80;
    const auto a = Hundred(without).live_until(200), b = Hundred(with).live_until(200);
    EXPECT_LT(sum_of(b, &Page::questions), 0.9 * sum_of(a, &Page::questions));
    EXPECT_LT(sum_of(b, &Page::introduced), sum_of(a, &Page::introduced));
    EXPECT_GT(sum_of(b, &Page::recalled), 0);
    EXPECT_EQ(sum_of(a, &Page::recalled) + sum_of(a, &Page::searches), 0);
}

TEST(recalling, is_better_on_a_platform_of_its_own)
{
    Model chat = Hundred::rules(), own = Hundred::rules();
    own.support.platform = 1;
    const auto a = Hundred(chat).live_until(300), b = Hundred(own).live_until(300);
    EXPECT_GT(sum_of(b, &Page::recalled), sum_of(a, &Page::recalled));
}

TEST(recalling, costs_a_search_found_or_not)
{
    Model model = Hundred::rules();
    Hundred company(model);
    double hours = 0, searches = 0;
    for (const Page& page : company.live_until(100)) hours += page.reading_hours, searches += page.searches;
    const double following = 100 * weekly_from_monthly(model.helping.reading_hours) * 100;
    EXPECT_NEAR(hours - following, 0.1 * searches, 1e-3 * searches + 0.1);
}

TEST(helping, by_an_assistant_leaves_fewer_problems_in_every_world_and_takes_more_questions_than_ties)
{
    // every codifiable problem, half of all, is one for the assistant
    Model before = Hundred::rules(), after = Hundred::rules();
    after.helping.assistant = 100;
    const auto a = Hundred(before).live_until(200), b = Hundred(after).live_until(200);
    EXPECT_NEAR(sum_of(b, &Page::problems), 0.5 * sum_of(a, &Page::problems), 0.1);
    EXPECT_LT(sum_of(b, &Page::questions), 0.7 * sum_of(a, &Page::questions));
    EXPECT_EQ(sum_of(b, &Page::recalled), 0) << "what is left nobody else has had";
}

}  // namespace
}  // namespace ekkyo
