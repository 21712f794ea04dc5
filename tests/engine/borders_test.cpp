#include "money.hpp"
#include "tiny.hpp"

#include <bit>

namespace ekkyo {
namespace {

// A company of two silos, and another company beside it whose people may be in the community.

std::vector<SiloRow> ours_and(int others)
{
    std::vector<SiloRow> rows{{"Sales", 300, 1, false}, {"Development", 300, 1, false}};
    if (others) rows.insert(rows.begin() + 1, {"A client", others, 1, true});
    return rows;
}

Scenario open_to(int others, int weeks = 104, const char* level = "strong")
{
    Scenario scenario;
    scenario.silos     = ours_and(others);
    scenario.run.weeks = weeks;
    assign(scenario, "support.level", std::string(level));
    return scenario;
}

std::vector<Ledger> lived(const Scenario& scenario, std::vector<std::string> worlds = {"twin", "level"})
{
    return live(study_of(scenario, worlds), {0, {}}).ledgers;
}

/// A company with another beside it, in which nothing happens by itself.
struct Open {
    Company company = people_in(0);
    Model model     = still();
    Luck luck{1, 0};
    Founding founding = found(company, ours_and(200), 0, luck);
    Organization org  = open(founding, Circle(founding, company, luck), 30);

    Page live(int week) { return tick(model, Week(luck, week, model.support), org); }
};

constexpr Seat ours = 0, theirs = 600;

TEST(borders, put_other_companies_behind_ones_own_and_pay_them_nothing)
{
    const Open place;
    EXPECT_EQ(place.founding.silo_names, (std::vector<std::string>{"Sales", "Development", "A client"}));
    EXPECT_EQ(place.founding.own_seats(), 600u);
    EXPECT_EQ(place.org.employees(), 600);
    EXPECT_EQ(place.org.people(), 800);
    EXPECT_EQ(place.org.wage(ours), 1);
    EXPECT_EQ(place.org.wage(theirs), 0);
    EXPECT_TRUE(place.org.is_bridge(ours, theirs));
}

TEST(borders, leave_everybody_the_colleagues_they_have)
{
    const Open place;
    const Founding alone = found(place.company, ours_and(0), 0, place.luck);
    const Circle circle(alone, place.company, place.luck);
    EXPECT_EQ(place.org.circle.bridges(), circle.bridges());
    for (Seat s = 0; s < 800; s++) {
        std::vector<Seat> with, without;
        place.org.circle.each(s, 30, [&](Seat other) { with.push_back(other); });
        for (Seat other : with) EXPECT_EQ(place.org.is_own(other), place.org.is_own(s));
        if (!place.org.is_own(s)) continue;
        circle.each(s, 30, [&](Seat other) { without.push_back(other); });
        EXPECT_EQ(with, without);
    }
}

TEST(borders, change_no_number_of_the_company_where_nobody_outside_joins)
{
    // another company beside it, with its own quits and hires, in all of the twin and in a community that nobody joins
    Scenario alone                   = open_to(0);
    alone.model.joining.interested   = 0;
    Scenario beside                  = alone;
    beside.silos                     = ours_and(200);
    const auto few = lived(alone), many = lived(beside);
    for (std::size_t world : {0, 1})
        for (int week = 0; week < 104; week++)
            for (const auto& column : table<Page>)
                ASSERT_EQ(
                    std::bit_cast<std::uint64_t>(column.get(few[world].pages[week])),
                    std::bit_cast<std::uint64_t>(column.get(many[world].pages[week])))
                    << column.name << ", week " << week;
}

TEST(borders, count_nothing_of_a_community_that_has_guests_alone)
{
    // everybody outside is a member and nobody here: they ask, answer, meet, have ideas, study and write, but not for us
    Open place;
    place.model              = Model();
    place.model.joining      = {.discovery = 0, .word_of_mouth = 0};
    place.model.support.events_per_month = 4;
    for (Seat s = 600; s < 800; s++) place.org.enter(s, 0);
    Open alone;
    alone.model = place.model;
    double questions = 0, introduced = 0;
    for (int week = 0; week < 52; week++) {
        const Page page = place.live(week), twin = alone.live(week);
        questions += page.questions, introduced += page.introduced;
        EXPECT_EQ(page.members, page.guests);
        EXPECT_EQ(page.employees, 600);
        for (double Page::* column :
             {&Page::quits, &Page::hires, &Page::tenure, &Page::problems, &Page::stuck_hours, &Page::request_hours,
              &Page::answer_saving, &Page::goodwill_saving, &Page::learning_saving, &Page::carried_saving,
              &Page::reading_hours, &Page::asking_hours, &Page::answering_hours, &Page::sharing_hours, &Page::meeting_hours, &Page::attempts,
              &Page::certificates, &Page::study_hours, &Page::posts, &Page::posting_hours, &Page::referred,
              &Page::ideas, &Page::approved, &Page::launched, &Page::idea_hours, &Page::hours_variance, &Page::skill_floor})
            EXPECT_EQ(page.*column, twin.*column) << week;
    }
    EXPECT_GT(questions, 50);
    EXPECT_GT(introduced, 50);
    EXPECT_TRUE(place.org.launches.empty());
}

/// Nobody knows anybody outside their team.
Company of_strangers()
{
    Company company    = people_in(0);
    company.colleagues = 0;
    return company;
}

/// Everybody has many problems, and sees, knows and answers everything.
Model helpful()
{
    Model model            = still();
    model.helping.problems = 20;
    model.helping.expertise = model.helping.generosity = model.hosting.visibility = 100;
    return model;
}

TEST(borders, book_the_hours_of_help_that_is_given_to_guests_and_save_those_of_help_got_from_them)
{
    // one of ours and two guests: whatever ours answers is for a guest, and whatever answers ours is from one
    Open place{.company = of_strangers(), .model = helpful()};
    for (Seat s : {ours, theirs, theirs + 1}) place.org.enter(s, 0);
    Open resting = place;
    resting.org.members[resting.org.row[ours]].rests_until = 1000;
    resting.org.resting                                    = {ours};
    double given = 0, got = 0;
    for (int week = 0; week < 40; week++) {
        given += place.live(week).answering_hours;
        const Page page = resting.live(week);
        got += page.answer_saving;
        EXPECT_EQ(page.answering_hours, 0) << "hours of guests are no hours here";
    }
    EXPECT_GT(given, 0);
    EXPECT_GT(got, 0);
}

TEST(borders, lose_the_hours_of_a_favour_to_a_friend_outside)
{
    // two friends who are in no community; the one here knows it all and asks nobody
    Open place{.company = of_strangers(), .model = helpful()};
    for (Seat s : {ours, theirs}) place.org.enter(s, 0);
    place.org.meet(ours, theirs);
    for (Seat s : {ours, theirs}) place.org.exit(s);
    place.model.learning                         = {.pace = 0, .reach = 100, .half_life = 1e9, .carried = 0};
    place.org.members[place.org.row[ours]].skill = 1;
    place.live(0);
    double favours = 0;
    for (int week = 1; week < 60; week++) {
        const Page page = place.live(week);
        favours += page.favours;
        EXPECT_EQ(page.goodwill_saving, -page.favours * on_the_clock(place.model.helping.friend_hours)) << week;
    }
    EXPECT_GT(favours, 10);
}

TEST(borders, book_what_is_saved_once_and_keep_members_and_guests_in_balance)
{
    const auto ledgers = lived(open_to(400, 130), {"twin", "none", "standard", "level", "stopped"});
    double guests = 0;
    for (const Ledger& ledger : ledgers) {
        double members = 0;
        for (std::size_t week = 0; week < ledger.pages.size(); week++) {
            const Page &page = ledger.pages[week], &twin = ledgers[0].pages[week];
            members += page.joined + page.returned - page.left - page.departed;
            EXPECT_EQ(page.members, members);
            EXPECT_LE(page.members - page.guests, page.employees);
            EXPECT_EQ(page.employees, 600);
            EXPECT_EQ(
                page.answer_saving + page.goodwill_saving + page.learning_saving + page.carried_saving,
                twin.stuck_hours + twin.request_hours - page.stuck_hours - page.request_hours);
            guests += page.guests;
        }
    }
    EXPECT_GT(guests, 1000);
}

TEST(borders, differ_by_the_same_where_everybody_is_followed_one_by_one)
{
    Scenario scenario                  = open_to(200);
    scenario.model.innovating.approved = 0.5;
    scenario.model.transferring        = {20, 0.5, 30};
    Scenario everybody                 = scenario;
    everybody.run.everybody            = true;
    const auto few = lived(scenario), all = lived(everybody);
    for (int week = 0; week < 104; week++)
        for (const auto& column : table<Page>)
            EXPECT_EQ(
                column.get(few[1].pages[week]) - column.get(few[0].pages[week]),
                column.get(all[1].pages[week]) - column.get(all[0].pages[week]))
                << column.name << ", week " << week;
}

TEST(borders, bring_ties_and_ideas_that_a_closed_community_lacks_and_take_of_the_hosts_time)
{
    // over a few replicates: more ties to elsewhere, more ideas, and more guests to pay for
    const auto mean = [](int others, double Page::* column, std::uint32_t replicates = 4) {
        double sum = 0;
        for (std::uint32_t r = 0; r < replicates; r++) {
            Scenario scenario                 = open_to(others, 156);
            scenario.model.helping.generosity = 0;
            const auto lived                  = live(study_of(scenario, names({"level"})), {r, {}});
            for (const Page& page : lived.ledgers[0].pages) sum += page.*column;
        }
        return sum;
    };
    for (double Page::* column : {&Page::ideas, &Page::attendances, &Page::bridges})
        EXPECT_GT(mean(600, column), mean(0, column));

    // five times as many guests as there are of ours, and hosts, who find all the answers there are, do so for fewer
    const auto share_answered = [&](int others) {
        return mean(others, &Page::answered, 24) / mean(others, &Page::questions, 24);
    };
    EXPECT_LT(share_answered(3000), share_answered(600));
}

TEST(borders, size_support_by_the_payroll_and_the_targets_of_a_sponsor_as_well)
{
    Open place;
    place.model.support.host_fte_per_1000 = 1;
    place.model.hosting.members_per_host  = 600;
    for (Seat s = 0; s < 800; s++) place.org.enter(s, 0);
    place.org.hosts = {-100'000};
    place.live(1);
    EXPECT_NEAR(place.org.felt.care, chance_of(0.6 * 600 / 800), 1e-12) << "hosts for 600 of the payroll look after 800";
}

TEST(borders, are_the_same_on_any_number_of_threads)
{
    const Study study = study_of(open_to(2500, 60), names({"level"}));
    const auto pages  = [&](int threads) {
        std::vector<Page> all;
        with_threads(threads, [&] { all = live(study, {0, {}}).ledgers[0].pages; });
        return all;
    };
    const auto alone = pages(1);
    EXPECT_GT(alone.back().guests, 20);
    for (int threads : {2, 3}) {
        const auto together = pages(threads);
        for (int week = 0; week < 60; week++)
            for (const auto& column : table<Page>)
                ASSERT_EQ(
                    std::bit_cast<std::uint64_t>(column.get(together[week])),
                    std::bit_cast<std::uint64_t>(column.get(alone[week])))
                    << column.name;
    }
}

}  // namespace
}  // namespace ekkyo
