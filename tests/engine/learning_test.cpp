#include "problems.hpp"
#include "skill.hpp"
#include "tiny.hpp"

namespace ekkyo {
namespace {

/// A company of so many teams of eight in one silo that meet problems; nothing else happens, and nothing is forgotten.
struct Teams : Tiny {
    static Model troubled()
    {
        Model model                 = still();
        model.helping               = {};
        model.helping.reading_hours = 0;
        model.learning              = {.pace = 50, .along = 0, .reach = 100, .half_life = unbounded, .carried = 0};
        return model;
    }

    explicit Teams(int teams, Model m = troubled())
        : Tiny({.employees = 8 * teams, .silos = 1, .people = "", .turnover = "drawn"}, m)
    {
    }

    Page learn(int week)
    {
        Page page;
        model.learning(Week(luck, week, model.support), org, page);
        return page;
    }

    // what somebody is shown in a week, so many times
    void teach(Seat seat, int times, int week = 0)
    {
        if (org.row[seat] == outside) org.enter(seat, week);
        org.learned.lessons.insert(org.learned.lessons.end(), times, seat);
        learn(week);
    }
};

double all_savings(const Page& page)
{
    return page.answer_saving + page.goodwill_saving + page.learning_saving + page.carried_saving;
}

Scenario company(Learning learning)
{
    Scenario scenario;
    scenario.company.employees = 400;
    scenario.run.weeks         = 104;
    assign(scenario, "support.level", std::string("strong"));
    scenario.model.learning = learning;
    return scenario;
}

std::vector<Page> lived(const Scenario& scenario, const char* world)
{
    return live(study_of(scenario, names({world})), {0, {}}).ledgers[0].pages;
}

TEST(learning, teaches_a_share_of_what_is_left_to_learn)
{
    Teams teams(1);
    for (double known : {0.5, 0.75, 0.875}) {
        teams.teach(0, 1);
        EXPECT_EQ(teams.org.skill_of(0), known);
    }
    EXPECT_EQ(teams.org.skill_of(1), 0);
}

TEST(learning, at_no_pace_or_of_nothing_that_comes_up_changes_nothing)
{
    // to the bit, whatever the other numbers are
    const auto still = lived(company({.pace = 0}), "level");
    for (Learning other :
         {Learning{.pace = 0, .reach = 100, .half_life = 3, .carried = 100}, Learning{.pace = 100, .reach = 0}}) {
        const auto pages = lived(company(other), "level");
        for (std::size_t week = 0; week < pages.size(); week++)
            for (const auto& column : table<Page>) {
                if (other.pace > 0 && column.name == "skill_floor") continue;
                EXPECT_EQ(column.get(pages[week]), column.get(still[week])) << column.name << ", week " << week;
            }
    }
    EXPECT_EQ(sum_of(still, &Page::learning_saving), 0);
    EXPECT_EQ(sum_of(still, &Page::carried_saving), 0);
}

TEST(learning, switched_off_saves_fewer_hours)
{
    const auto pages = lived(company({}), "level"), still = lived(company({.pace = 0}), "level");
    double with = 0, without = 0;
    for (const Page& page : pages) with += all_savings(page);
    for (const Page& page : still) without += all_savings(page);
    EXPECT_GT(with, without);
    EXPECT_GT(sum_of(pages, &Page::learning_saving), 0);
}

TEST(learning, is_nothing_in_the_twin)
{
    for (const Page& page : lived(company({.pace = 100, .reach = 100, .half_life = 12, .carried = 100}), "twin")) {
        EXPECT_EQ(all_savings(page), 0);
        EXPECT_EQ(page.skill_floor, 0.1);
    }
}

TEST(learning, all_there_is_leaves_somebody_without_a_problem_and_a_half_of_it_with_half_of_them)
{
    // one member, whom nobody can answer; half skill: a problem is seen through or not, 4,000 weeks
    for (int lessons : {60, 1}) {
        Teams teams(1);
        teams.teach(0, lessons);
        std::vector<double> saved;
        for (int week = 0; week < 4000; week++) {
            const Page page = teams.live(week);
            EXPECT_EQ(page.carried_saving, 0);
            saved.push_back(page.learning_saving);
        }
        const Trouble& trouble = *teams.org.trouble;
        const double all       = trouble.rate * trouble.usual.hours();
        EXPECT_LT(std::abs(z_of_mean(saved, all * (lessons == 1 ? 0.5 : 1))), once_in_100000) << lessons;
    }
}

TEST(learning, saves_outsiders_hours_only_at_second_hand_and_only_in_the_team)
{
    // somebody knows all there is; each of seven team mates has a seventh of it, the other team nothing: 4,000 weeks
    Model model            = Teams::troubled();
    model.learning.carried = 100;
    Teams teams(2, model);
    teams.teach(0, 60);
    std::vector<double> carried;
    for (int week = 0; week < 4000; week++) {
        const Page page = teams.live(week);
        EXPECT_EQ(page.answer_saving, 0);
        EXPECT_EQ(page.goodwill_saving, 0);
        carried.push_back(page.carried_saving);
    }
    const Trouble& trouble = *teams.org.trouble;
    EXPECT_LT(std::abs(z_of_mean(carried, trouble.rate * trouble.usual.hours())), once_in_100000);
    for (int week = 0; week < 400; week++)
        for (Seat seat : taught_by_their_team(Week(teams.luck, week, model.support), teams.org)) {
            EXPECT_GE(seat, 1u);
            EXPECT_LT(seat, 8u);
        }
}

TEST(learning, is_forgotten_by_half_in_every_half_life_and_in_the_end_it_is_as_if_it_had_never_been)
{
    Model model              = Teams::troubled();
    model.learning.half_life = 12;
    Teams teams(1, model);
    teams.teach(0, 3);
    teams.org.exit(0);
    const double known = teams.org.skill_of(0);
    for (int week = 1; week <= 1044; week++) {
        teams.live(week);
        const double left = known * std::exp2(-week / weeks_from_months(12));
        EXPECT_NEAR(teams.org.skill_of(0), left > 0.01 ? left : 0, 1e-12) << week;
    }
    EXPECT_EQ(teams.org.row[0], outside) << "less than a hundredth is nothing";
    EXPECT_EQ(all_savings(teams.live(1045)), 0);
}

TEST(learning, stays_with_whoever_leaves_the_community_and_goes_with_whoever_leaves_the_company)
{
    Teams teams(1);
    teams.teach(0, 1), teams.teach(1, 1);
    teams.org.exit(0), teams.org.exit(1);
    double saved = 0;
    for (int week = 0; week < 200; week++) saved += teams.live(week).learning_saving;
    EXPECT_GT(saved, 0);
    EXPECT_EQ(teams.org.skill_of(0), 0.5);

    teams.org.vacate(0), teams.org.fill(0, 200);
    EXPECT_EQ(teams.org.skill_of(0), 0);
    EXPECT_EQ(teams.org.row[0], outside);
    EXPECT_EQ(teams.org.enter(0, 201).skill, 0) << "a successor has learned nothing yet";
    EXPECT_EQ(teams.org.skill_of(1), 0.5);
}

TEST(learning, comes_of_answers)
{
    // everybody inside answers everything they see
    Model model              = Teams::troubled();
    model.hosting.visibility = 100;
    model.helping.expertise = model.helping.generosity = 100;
    model.helping.reluctance                           = 0;
    Teams teams(1, model);
    for (Seat s = 0; s < 8; s++) teams.org.enter(s, 0);
    double answered = 0, learned = 0;
    for (int week = 0; week < 20 && answered == 0; week++) answered += teams.live(week).answered;
    for (Seat s = 0; s < 8; s++) learned += teams.org.skill_of(s) > 0;
    EXPECT_GT(answered, 0);
    EXPECT_GT(learned, 0);
    EXPECT_LE(learned, answered);
}

/// A hundred people of whom some are inside, some have left; this week so many were answered.
struct Readers : Teams {
    static Model rules(Learning learning)
    {
        Model model    = troubled();
        model.learning = learning;
        return model;
    }

    explicit Readers(Learning learning) : Teams(13, rules(learning)) { org.felt.visibility = 0.5; }

    void read(int week, double answered)
    {
        Page page;
        page.answered = answered;
        model.learning(Week(luck, week, model.support), org, page);
    }
};

TEST(learning, by_reading_along_climbs_as_its_closed_form_says_for_whoever_is_inside_and_from_when_they_join)
{
    // 102 members see half of 40 answers a week, of which 100 in 102 are to and by others: 40 * .5 * 100 / 102 small lessons
    Readers company({.pace = 10, .along = 5, .reach = 100, .half_life = 12, .carried = 0});
    const double fade = std::pow(0.5, 1 / weeks_from_months(12));
    const double lesson = 1 - std::exp(-40 * 0.5 * 100 / 102 * 0.1 * 0.05);
    for (Seat s = 0; s < 102; s++) company.org.enter(s, 0);
    company.org.exit(1);
    company.org.enter(1, 0);
    double first = 0, later = 0, gone = 0;
    for (int week = 0; week < 400; week++) {
        if (week == 50) company.org.exit(2), company.org.enter(102, week), gone = first;
        company.read(week, 40);
        first = 1 - (1 - first * fade) * (1 - lesson), gone *= fade;
        if (week >= 50) later = 1 - (1 - later * fade) * (1 - lesson);
        EXPECT_NEAR(company.org.skill_of(0), first, 1e-12) << week;
        EXPECT_NEAR(company.org.skill_of(1), first, 1e-12) << week;
        EXPECT_NEAR(company.org.skill_of(102), later, 1e-12) << week;
        if (week >= 50) { EXPECT_NEAR(company.org.skill_of(2), gone, 1e-12) << week; }
        EXPECT_EQ(company.org.skill_of(103), 0) << "an outsider reads nothing";
        EXPECT_LE(company.org.skill_of(0), company.org.learned.highest + 1e-12);
    }
    EXPECT_GT(first, 0.8);

    // whoever comes back reads on from what they still know, and a lesson of one's own counts as ever
    company.org.enter(2, 400);
    company.teach(2, 1, 400);
    EXPECT_NEAR(company.org.skill_of(2), 1 - (1 - gone * fade) * 0.9, 1e-12);
}

TEST(learning, by_reading_along_that_teaches_all_there_is_leaves_everybody_inside_knowing_it)
{
    Readers company({.pace = 100, .along = 100, .reach = 100, .half_life = 3, .carried = 0});
    for (Seat s = 0; s < 50; s++) company.org.enter(s, 0);
    for (int week = 0; week < 20; week++) company.read(week, 1e6);
    company.org.enter(50, 20);
    company.read(20, 0);
    EXPECT_GT(company.org.skill_of(0), 0.9);
    EXPECT_NEAR(company.org.skill_of(50), 0, 1e-12);
}

TEST(learning, by_reading_along_takes_others_who_ask_and_who_answer)
{
    Readers company({.pace = 10, .along = 100, .reach = 100, .half_life = unbounded, .carried = 0});
    for (Seat s : {0, 1}) company.org.enter(s, 0);
    company.read(0, 40);
    EXPECT_EQ(company.org.skill_of(0), 0) << "of two, one asks and the other answers";
    company.org.enter(2, 1);
    company.read(1, 40);
    EXPECT_GT(company.org.skill_of(0), 0);
    company.org.felt.visibility = 0;
    const double before         = company.org.skill_of(0);
    company.read(2, 40);
    EXPECT_EQ(company.org.skill_of(0), before) << "nobody sees what was answered";
}

TEST(learning, comes_of_structured_events_not_of_mixers_and_not_of_standing_alone)
{
    for (auto [structured, members] : {std::pair(1.0, 8), {0.0, 8}, {1.0, 1}}) {
        Model model                     = still();
        model.meeting.attendance        = 100;
        model.support.events_per_month  = weeks_per_month;
        model.support.structured_events = structured;
        Teams teams(1, model);
        for (int s = 0; s < members; s++) teams.org.enter(static_cast<Seat>(s), 0);
        double attendances = 0;
        for (int week = 0; week < 3; week++) attendances += teams.live(week).attendances;
        EXPECT_GT(attendances, 0);
        for (Seat s = 0; s < 8; s++) EXPECT_EQ(teams.org.skill_of(s) > 0, structured == 1 && members > 1);
    }
}

TEST(learning, raises_the_floor_by_one_in_a_hundred_where_one_in_a_hundred_rises_past_it)
{
    Tiny tiny({.employees = 100, .silos = 1, .people = "", .turnover = "drawn"}, still());
    const Week week(tiny.luck, 0, tiny.model.support);
    const auto stands = [&](Seat s) { return tiny.luck.trait("learning/stands where", s, 0); };
    EXPECT_EQ(skill_floor(week, tiny.org), 0.1);

    // those who stand higher anyway raise no floor
    Seat low = 0, high = 0;
    while (stands(low) > 0.1) low++;
    while (stands(high) < 0.5) high++;
    tiny.org.enter(high, 0).skill = 0.9;
    EXPECT_EQ(skill_floor(week, tiny.org), 0.1);
    tiny.org.enter(low, 0).skill = 0.9;
    EXPECT_NEAR(skill_floor(week, tiny.org), 0.11, 1e-12);
}

TEST(learning, raises_the_floor_to_where_counting_everybody_finds_it)
{
    // 20,000 people, all of whom have learned something; a tenth percentile of so many is known to .0021 (one sd)
    Tiny tiny({.employees = 20'000, .silos = 1, .people = "", .turnover = "drawn"}, still());
    const Week week(tiny.luck, 0, tiny.model.support);
    std::vector<double> stands;
    for (Seat s = 0; s < 20'000; s++) {
        const double skill         = 0.5 * week.chances("test/skill").of(s).uniform();
        tiny.org.enter(s, 0).skill = skill;
        stands.push_back(after_a_lesson(tiny.luck.trait("learning/stands where", s, 0), skill));
    }
    std::ranges::sort(stands);
    EXPECT_NEAR(skill_floor(week, tiny.org), stands[1999], 4.42 * 0.0021 * std::sqrt(2));
}

}  // namespace
}  // namespace ekkyo
