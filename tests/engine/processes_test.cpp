#include "problems.hpp"
#include "tiny.hpp"

namespace ekkyo {
namespace {

double sum(const std::vector<Page>& pages, double Page::*column)
{
    double total = 0;
    for (const Page& page : pages) total += page.*column;
    return total;
}

Company company(int employees, int silos = 5)
{
    return {.employees = employees, .silos = silos, .people = "", .turnover = "drawn"};
}

TEST(week, in_which_nothing_can_happen_leaves_everything_as_it_was)
{
    Tiny tiny(company(200), still());
    for (const Page& page : tiny.live_until(30))
        for (const auto& column : table<Page>) {
            if (column.name == "employees" || column.name == "tenure") continue;
            EXPECT_EQ(column.get(page), 0) << column.name;
        }
    EXPECT_TRUE(tiny.org.members.empty());
    EXPECT_EQ(tiny.org.hired, tiny.founding.hired);
}

TEST(staffing, fills_every_vacancy_in_the_week_it_arises)
{
    Model model             = still();
    model.staffing.turnover = 50;
    Tiny tiny(company(500), model);
    const auto pages = tiny.live_until(52);
    for (const Page& page : pages) {
        EXPECT_EQ(page.employees, 500);
        EXPECT_EQ(page.hires, page.quits);
    }
    EXPECT_GT(sum(pages, &Page::quits), 150);
}

TEST(staffing, leaves_seats_empty_where_nobody_hires)
{
    Model model     = still();
    model.staffing  = {50, 0};
    Tiny tiny(company(500), model);
    const auto pages = tiny.live_until(52);
    EXPECT_EQ(pages.back().employees, 500 - sum(pages, &Page::quits));
    EXPECT_EQ(sum(pages, &Page::hires), 0);
}

TEST(staffing, takes_whoever_leaves_out_of_everybodys_circle)
{
    Tiny tiny(company(10, 1), still());
    for (Seat s : {0, 1, 2}) tiny.org.enter(s, 0);
    tiny.org.meet(0, 1), tiny.org.meet(0, 2), tiny.org.meet(1, 2);
    tiny.org.vacate(0);
    EXPECT_FALSE(tiny.org.is_tied(1, 0));
    EXPECT_TRUE(tiny.org.is_tied(1, 2));
    EXPECT_EQ(tiny.org.ties.alive(false), 1);
    tiny.org.fill(0, 1);
    EXPECT_FALSE(tiny.org.is_inside(0)) << "a successor starts outside";
}

TEST(hosting, tells_twice_as_many_where_there_is_a_host_for_everybody)
{
    Model model            = still();
    model.support.host_fte = 1;
    Tiny tiny(company(2000), model);
    tiny.live(0);
    EXPECT_EQ(tiny.org.felt.outreach, 2);
    EXPECT_EQ(tiny.org.felt.care, 1);
}

TEST(hosting, holds_events_in_their_rhythm)
{
    Model model                    = still();
    model.support.events_per_month = 1;
    Tiny tiny(company(20), model);
    int events = 0;
    for (int week = 0; week < 261; week++) {
        tiny.live(week);
        events += tiny.org.felt.events;
    }
    EXPECT_EQ(events, 60);
}

TEST(joining, everybody_interested_joins_where_discovery_is_certain_and_nobody_else)
{
    Model model              = still();
    model.joining.discovery  = unbounded;
    model.joining.interested = 30;
    Tiny tiny(company(5000), model);
    EXPECT_LT(std::abs(z_of_share(tiny.live(0).members, 5000, 0.3)), once_in_100000);
    EXPECT_EQ(tiny.live(1).joined, 0);
}

TEST(joining, an_outsider_whose_colleagues_are_all_members_joins_sooner)
{
    Model model                 = still();
    model.joining.word_of_mouth = 2;
    double alone = 0, surrounded = 0;
    for (std::uint32_t r = 0; r < 200; r++) {
        Tiny few(company(16, 2), model, {1, r}), many(company(16, 2), model, {1, r});
        few.org.enter(15, -10);
        for (Seat s = 1; s < 16; s++) many.org.enter(s, -10);
        for (int week = 0; week < 10; week++) few.live(week), many.live(week);
        alone += few.org.is_inside(0), surrounded += many.org.is_inside(0);
    }
    EXPECT_GT(surrounded, 1.5 * alone);
}

TEST(leaving, everybody_leaves_where_it_is_certain_and_may_come_back)
{
    Model model             = still();
    model.joining.discovery = unbounded;
    model.leaving           = {100, 100};
    Tiny tiny(company(50), model);
    EXPECT_EQ(tiny.live(0).joined, 50);
    EXPECT_EQ(tiny.live(1).left, 50);
    const Page page = tiny.live(2);
    EXPECT_EQ(page.returned, 50);
    EXPECT_EQ(page.joined, 0);
}

TEST(leaving, keeps_the_friends_made_inside)
{
    Tiny tiny(company(4, 1), still());
    tiny.org.enter(0, -20), tiny.org.enter(1, -20);
    tiny.org.meet(0, 1);
    tiny.org.exit(0);
    tiny.live(0);
    EXPECT_TRUE(tiny.org.is_tied(0, 1));
    EXPECT_FALSE(tiny.org.is_inside(0));
}

TEST(meeting, makes_no_tie_where_nobody_gets_acquainted_and_all_where_everybody_does)
{
    Model model                    = still();
    model.joining.discovery        = unbounded;
    model.support.events_per_month = 5;
    model.meeting.attendance       = 100;
    model.meeting.friends          = 0;
    model.meeting.acquaintance     = 0;
    Tiny strangers(company(8, 2), model);
    EXPECT_EQ(sum(strangers.live_until(10), &Page::introduced), 0);
    model.meeting.acquaintance = 100;
    Tiny friends(company(8, 2), model);
    EXPECT_EQ(sum(friends.live_until(10), &Page::introduced), 8 * 7 / 2) << "everybody has talked to everybody";
}

TEST(meeting, at_a_structured_event_crosses_silos_more)
{
    Model mixer                    = still();
    mixer.joining.discovery        = unbounded;
    mixer.support.events_per_month = 2;
    Model structured               = mixer;
    structured.support.structured_events = 1;
    double bridges[2] = {}, ties[2] = {};
    for (std::uint32_t r = 0; r < 20; r++) {
        Tiny a(company(400, 4), mixer, {1, r}), b(company(400, 4), structured, {1, r});
        const Page pa = a.live_until(20).back(), pb = b.live_until(20).back();
        bridges[0] += pa.bridges, ties[0] += pa.ties, bridges[1] += pb.bridges, ties[1] += pb.ties;
    }
    EXPECT_GT(bridges[1] / ties[1], bridges[0] / ties[0]);
    EXPECT_NEAR(ties[1] / ties[0], 1.75, 0.15) << "Boudreau et al.: +75 %";
}

TEST(helping, goodwill_lowers_the_cost_of_asking_and_raises_its_success)
{
    // somebody who knows nobody else, and one warm tie who can always help
    Helping rules;
    rules.expertise = 100;
    rules.friend_success = 100;
    Tiny tiny({.employees = 2, .silos = 2, .team_size = 1, .colleagues = 0, .people = "", .turnover = "drawn"}, still());
    tiny.org.enter(0, -20), tiny.org.enter(1, -20), tiny.org.meet(0, 1);
    tiny.org.exit(0);
    const auto trouble = trouble_under(rules, 0);
    const Week week(Luck{}, 0, tiny.model.support);
    Problem problem(*trouble, week.chances("test/looks").of(0));
    problem.hours = 5, problem.who_knows = 0.5, problem.friend_helps = 0.999, problem.stranger_helps = 0.999;
    Case warm{.seat = 0, .k = 0, .here = {}, .twin = {}};
    with_community(*trouble, problem, tiny.org, week, 0, warm);
    EXPECT_EQ(warm.here.solved, Source::tie);
    EXPECT_NEAR(warm.here.requests, rules.friend_hours, 1e-12);
    for (int w = 0; w < 40; w++) tiny.org.ties.pass_a_week(20, 20);
    Case cool{.seat = 0, .k = 0, .here = {}, .twin = {}};
    with_community(*trouble, problem, tiny.org, week, 0, cool);
    EXPECT_NEAR(cool.here.requests, 0.4 + (2 - 0.4) * 0.75, 1e-12) << "two half-lives later a quarter is left";
    EXPECT_EQ(cool.here.stuck, 5);
    EXPECT_EQ(without_community(*trouble, problem).stuck, 5);
}

TEST(helping, a_question_in_an_empty_community_finds_no_answer_and_in_a_large_one_surely)
{
    Model model             = still();
    model.helping           = {};
    model.joining.discovery = unbounded;
    model.helping.reluctance = 0;
    Tiny small(company(1, 1), model), large(company(3000), model);
    const auto few = small.live_until(100);
    EXPECT_EQ(sum(few, &Page::answered), 0);
    const auto many = large.live_until(20);
    EXPECT_EQ(sum(many, &Page::questions), sum(many, &Page::answered));
    EXPECT_GT(sum(many, &Page::answered), 1000);
}

TEST(helping, a_host_finds_answers_where_nobody_volunteers)
{
    Model model              = still();
    model.helping            = {};
    model.helping.generosity = 0;
    model.helping.routing    = 100;
    model.joining.discovery  = unbounded;
    Tiny alone(company(50), model);
    EXPECT_EQ(sum(alone.live_until(50), &Page::answered), 0);
    model.support.host_fte = 1;
    Tiny hosted(company(50), model);
    const auto pages = hosted.live_until(50);
    EXPECT_GT(sum(pages, &Page::answered), 0);
    EXPECT_EQ(sum(pages, &Page::questions), sum(pages, &Page::answered));
}

TEST(innovating, switched_off_brings_no_idea_in_any_world)
{
    Model model               = still();
    model.joining.discovery   = unbounded;
    model.support.events_per_month = 4;
    Tiny tiny(company(300), model);
    EXPECT_EQ(sum(tiny.live_until(52), &Page::ideas), 0);
    EXPECT_TRUE(tiny.org.launches.empty());
}

TEST(innovating, books_untouched_people_with_what_they_would_have_come_up_with)
{
    // ideas so frequent that two would fall into one week: 400 people x 100 weeks, of whom half have one a week
    Model model               = still();
    model.innovating.approved = 20;
    model.innovating.approval = 50;
    Tiny tiny({.employees = 400, .silos = 4, .people = "", .turnover = "drawn"}, model);
    double booked = 0, drawn = 0;
    for (int week = 0; week < 100; week++) booked += tiny.live(week).ideas;
    for (int week = 0; week < 100; week++) drawn += tick(model, Week(tiny.luck, week, model.support, true), tiny.org).ideas;
    EXPECT_LT(std::abs(z_of_share(drawn, 40'000, booked / 40'000)), once_in_100000);
}

TEST(hosting, holds_as_many_events_as_the_plan_says)
{
    for (double a_month : {0.5, 3.0, 8.0, 30.0}) {
        Model model                    = still();
        model.joining.discovery        = unbounded;
        model.meeting.attendance       = 100;
        model.support.events_per_month = a_month;
        Tiny tiny(company(20), model);
        EXPECT_NEAR(sum(tiny.live_until(261), &Page::events), 60 * a_month, 1.5) << a_month;
    }
}

TEST(innovating, needs_a_tie_between_silos)
{
    Model model               = still();
    model.joining.discovery   = unbounded;
    model.support.events_per_month = 4;
    model.innovating.approved = 5;
    Tiny one(company(300, 1), model), many(company(300, 10), model);
    EXPECT_EQ(sum(one.live_until(52), &Page::ideas), 0);
    many.live_until(52);
    EXPECT_GT(many.org.launches.size(), 10u);
}

TEST(every_process, survives_a_year_at_both_ends_of_each_of_its_ranges)
{
    for_each_process([](auto process) {
        using Rules = typename decltype(process)::Rules;
        for (const auto& row : table<Rules>)
            for (double value : {row.meaning.range.low, std::min(row.meaning.range.high, 1000.0), row.meaning.plausible.low, row.meaning.plausible.high}) {
                if (std::isnan(value)) continue;
                Model model;
                model.support.events_per_month = 2;
                row.set(process.in(model), value);
                if (model.bonding.circle < 1) continue;
                Tiny tiny(company(60, 3), model);
                for (const Page& page : tiny.live_until(52))
                    for (const auto& column : table<Page>) {
                        EXPECT_TRUE(std::isfinite(column.get(page))) << process.name << "." << row.name << " = " << value << ": " << column.name;
                        if (column.name.ends_with("saving")) continue;
                        EXPECT_GE(column.get(page), 0) << process.name << "." << row.name << " = " << value << ": " << column.name;
                    }
            }
    });
}

TEST(every_row, has_words_a_unit_and_a_default_within_its_range)
{
    const Scenario scenario;
    for_each_section(scenario, [](auto section, auto story, const auto& owner) {
        EXPECT_FALSE(story.empty());
        for (const auto& row : table<std::remove_cvref_t<decltype(owner)>>) {
            EXPECT_FALSE(row.meaning.text.empty()) << section << "." << row.name;
            EXPECT_FALSE(row.meaning.unit.empty()) << section << "." << row.name;
            if (!row.get) continue;
            EXPECT_TRUE(row.meaning.range.contains(row.get(owner))) << section << "." << row.name;
            if (!row.meaning.plausible.is_given()) continue;
            EXPECT_LE(row.meaning.plausible.low, row.get(owner)) << section << "." << row.name;
            EXPECT_GE(row.meaning.plausible.high, row.get(owner)) << section << "." << row.name;
            EXPECT_NE(row.meaning.grade, Grade::choice) << section << "." << row.name;
            EXPECT_FALSE(row.meaning.source.empty()) << section << "." << row.name;
        }
    });
}

}  // namespace
}  // namespace ekkyo
