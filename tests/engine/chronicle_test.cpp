#include "tiny.hpp"

#include "finance.hpp"
#include "money.hpp"
#include "stories.hpp"

#include <bit>

namespace ekkyo {
namespace {

/// A company of two hundred with a strong community, so inventive that many ideas are carried out in two years.
Scenario inventive()
{
    Scenario scenario;
    scenario.company.employees         = 200;
    scenario.run.weeks                 = 104;
    scenario.model.innovating.approved = 10;
    assign(scenario, "support.level", std::string("strong"));
    return scenario;
}

const std::vector<std::string> three{"twin", "none", "level"};

TEST(chronicle, changes_nobodys_days)
{
    const Study study     = study_of(inventive(), three);
    const Replicate plain = live(study, {3, {}}), written = live(study, {3, {}}, true);
    EXPECT_TRUE(plain.chronicles.empty());
    ASSERT_EQ(written.chronicles.size(), 3u);
    for (std::size_t world = 0; world < 3; world++) {
        for (std::size_t week = 0; week < 104; week++)
            for (const auto& column : table<Page>)
                ASSERT_EQ(
                    std::bit_cast<std::uint64_t>(column.get(plain.ledgers[world].pages[week])),
                    std::bit_cast<std::uint64_t>(column.get(written.ledgers[world].pages[week])))
                    << column.name << ", week " << week;
        ASSERT_EQ(plain.ledgers[world].launches.size(), written.ledgers[world].launches.size());
        for (std::size_t l = 0; l < plain.ledgers[world].launches.size(); l++)
            EXPECT_EQ(plain.ledgers[world].launches[l].quantile, written.ledgers[world].launches[l].quantile);
    }
}

TEST(chronicle, of_a_world_is_that_of_the_world_it_left_and_its_own)
{
    // the level goes on; what stopped shares with it is told alike, and no line of one is in the other
    const Study study      = study_of(inventive(), {std::string("level"), std::string("stopped")});
    const auto both        = live(study, {0, {}}, true).chronicles;
    const auto until_today = [](const Chronicle& chronicle) {
        return std::ranges::count_if(chronicle.encounters, [](const Encounter& e) { return e.week < 52; });
    };
    EXPECT_EQ(until_today(both[0]), until_today(both[1]));
    EXPECT_GT(until_today(both[0]), 0);
    EXPECT_NE(both[0].encounters.size(), both[1].encounters.size());
}

TEST(chronicle, tells_of_everybody_who_came_and_left)
{
    Model model             = still();
    model.staffing.turnover = 40;
    Tiny tiny(people_in(100), model);
    tiny.org.chronicle.emplace();
    tiny.live_until(52);
    ASSERT_GT(tiny.org.chronicle->passages.size(), 20u);
    for (Seat s = 0; s < 100; s++) {
        const auto holder = holder_of(tiny.founding, *tiny.org.chronicle, s, 52);
        ASSERT_TRUE(holder);
        EXPECT_EQ(holder->came, tiny.org.hired[s]);
        EXPECT_EQ(stay_of(*holder, tiny.founding, *tiny.org.chronicle, 52).until, 52);
    }
}

TEST(stories, go_from_meeting_to_idea_while_the_tie_is_alive)
{
    const Study study = study_of(inventive(), three);
    for (std::uint32_t replicate = 0; replicate < 5; replicate++) {
        const Retold retold = retell(study, {replicate, {}}, "level", "twin");
        EXPECT_GT(retold.stories.size(), 3u);
        for (const Story& story : retold.stories) {
            const Launch& launch = retold.ledger.launches[story.launch];
            EXPECT_LE(std::max(story.one.came, story.other.came), story.met.week);
            EXPECT_LE(story.met.week, story.last.week);
            EXPECT_LE(story.last.week, launch.week);
            EXPECT_LE(launch.week, launch.matures);
            EXPECT_TRUE(story.met.first);
            EXPECT_GE(story.times, 1);
            // an eighth is left when a tie ends
            EXPECT_GT(story.warmth, 0.124);
            EXPECT_LE(story.warmth, 1);
            EXPECT_NE(retold.silo_of(story.one.seat, launch.week), retold.silo_of(story.other.seat, launch.week));
            EXPECT_EQ(launch.sign, 1);
        }
    }
}

TEST(stories, tell_of_every_idea_that_two_friends_carried_out)
{
    const Study study   = study_of(inventive(), three);
    const Retold retold = retell(study, {1, {}}, "level", "twin");
    std::set<std::size_t> launches;
    for (const Story& story : retold.stories) launches.insert(story.launch);
    EXPECT_EQ(launches.size(), retold.stories.size());
    for (std::size_t l = 0; l < retold.ledger.launches.size(); l++)
        EXPECT_EQ(launches.contains(l), retold.ledger.launches[l].sign > 0) << l;
}

TEST(stories, there_are_none_without_a_community)
{
    const Study study = study_of(inventive(), three);
    EXPECT_TRUE(retell(study, {1, {}}, "twin", "twin").stories.empty());
}

TEST(stories, prefer_the_warmer_of_two_friends)
{
    // a seat with a fresh friend and one who has cooled to a quarter: 4 of 5 ideas are had with the fresh one. About
    // 1,500 ideas
    Model model                    = still();
    model.innovating               = {.approved = 50, .distance = 0, .complex = 0, .approval = 100, .launch = 100};
    model.bonding.bridge_half_life = 8 / weeks_from_months(1);
    double warm = 0, all = 0;
    for (std::uint32_t replicate = 0; replicate < 100; replicate++) {
        Tiny tiny(
            {.employees = 90, .silos = 3, .team_size = 1, .colleagues = 0, .people = "", .turnover = "drawn"},
            model,
            {1, replicate});
        for (Seat s = 0; s < 90; s++) tiny.org.enter(s, 0);
        for (Seat s = 0; s < 30; s++) tiny.org.meet(s, s + 30);
        for (int week = 0; week < 16; week++) tiny.live(week);
        for (Seat s = 0; s < 30; s++) tiny.org.meet(s, s + 60);
        tiny.org.chronicle.emplace();
        tiny.live(16);
        for (const Spark& spark : tiny.org.chronicle->sparks) {
            if (spark.seat >= 30) continue;
            all++, warm += spark.partner >= 60;
        }
    }
    ASSERT_GT(all, 1000);
    // a week has passed before the ideas: both are 2^(-1/8) of what they were
    EXPECT_LT(std::abs(z_of_share(warm, all, 0.8)), once_in_100000);
}

TEST(stories, say_that_two_were_colleagues_anyway_and_since_when)
{
    // everybody knows everybody: one silo pair of few people with large old circles
    const Company small{
        .employees     = 4,
        .silos         = 2,
        .team_size     = 1,
        .colleagues    = 3,
        .silo_strength = 1,
        .people        = "",
        .turnover      = "drawn"};
    Model model = still();
    Tiny here(small, model);
    const Circle circle(here.founding, small, here.luck);
    const Person one{0, here.founding.hired[0]}, other{2, here.founding.hired[2]};
    Chronicle chronicle, twin;
    chronicle.encounters = {
        {4, 0, 2, Occasion::event, true}, {6, 2, 0, Occasion::answer, false}, {9, 0, 2, Occasion::event, false}};
    chronicle.sparks = {{8, 0, 0, 2, 0.9, false}};
    twin.passages    = {{60, 2, false}, {61, 2, true}};
    const auto told  = stories_of(here.founding, circle, chronicle, twin, 104);
    ASSERT_EQ(told.size(), 1u);
    EXPECT_EQ(told[0].one, one);
    EXPECT_EQ(told[0].other, other);
    EXPECT_EQ(told[0].met.week, 4);
    EXPECT_EQ(told[0].last.week, 6);
    EXPECT_EQ(told[0].last.occasion, Occasion::answer);
    EXPECT_EQ(told[0].times, 2);
    EXPECT_EQ(told[0].other_stays.until, 104);
    EXPECT_EQ(told[0].twin.one.until, 104);
    EXPECT_EQ(told[0].twin.other.until, 60) << "in the twin they leave";
    std::vector<bool> know(104);
    for (const Weeks& weeks : told[0].twin.colleagues)
        for (int week = weeks.from; week < weeks.until; week++) know[week] = true;
    for (int week = 0; week < 104; week++) {
        bool do_know = false;
        circle.each(0, week, [&](Seat s) { do_know = do_know || s == 2; });
        EXPECT_EQ(know[week], do_know && week < 60) << week;
    }
    EXPECT_FALSE(told[0].twin.colleagues.empty()) << "one of three others is in view most of the time";
}

TEST(stories, know_who_is_not_there_in_the_twin)
{
    const Company small = people_in(4, 2);
    Tiny here(small, still());
    Chronicle chronicle, twin;
    // here a successor comes in week 10; in the twin the first holder stays
    chronicle.passages = {{9, 0, false}, {10, 0, true}};
    const Person successor{0, 10};
    EXPECT_EQ(holder_of(here.founding, chronicle, 0, 9), std::nullopt);
    EXPECT_EQ(holder_of(here.founding, chronicle, 0, 10), successor);
    const Weeks there = stay_of(successor, here.founding, twin, 104);
    EXPECT_EQ(there.from, there.until);
    EXPECT_EQ(stay_of({0, here.founding.hired[0]}, here.founding, twin, 104).until, 104);
}

/// A company with a large community, whose people come and go so readily that friends and certificates hold or move many.
Scenario restless()
{
    Scenario scenario;
    scenario.company.employees               = 400;
    scenario.run.weeks                       = 104;
    scenario.model.joining.discovery         = 5;
    scenario.model.meeting.attendance        = 40;
    scenario.model.certifying.group_attempts = 20;
    scenario.model.staffing.turnover         = 40;
    scenario.model.staying.friends           = 60;
    scenario.model.staying.certificate       = 80;
    assign(scenario, "support.level", std::string("strong"));
    return scenario;
}

TEST(difficulties, are_the_hours_that_answers_and_goodwill_saved)
{
    // what is found in the archive or remembered from reading is no answer of anybody's
    Scenario scenario               = inventive();
    scenario.model.recalling.fit    = 0;
    const Study study               = study_of(scenario, three);
    for (std::uint32_t replicate = 0; replicate < 3; replicate++) {
        const Retold life = retell(study, {replicate, {}}, "level", "twin");
        std::vector<double> answers(104), goodwill(104), lessons(104), carried(104);
        double failed = 0;
        for (const Difficulty& d : life.here.difficulties) {
            auto& saving = d.here.solved == Source::community ? answers
                           : d.here.solved == Source::oneself ? lessons
                           : d.here.solved == Source::team    ? carried
                                                              : goodwill;
            saving[d.week] += d.saved;
            failed += d.saved < 0;
        }
        for (std::size_t week = 0; week < 104; week++) {
            ASSERT_EQ(answers[week], life.ledger.pages[week].answer_saving) << week;
            ASSERT_EQ(goodwill[week], life.ledger.pages[week].goodwill_saving) << week;
            ASSERT_EQ(lessons[week], life.ledger.pages[week].learning_saving) << week;
            ASSERT_EQ(carried[week], life.ledger.pages[week].carried_saving) << week;
        }
        EXPECT_GT(sum_of(life.ledger.pages, &Page::answer_saving), 50);
        EXPECT_GT(failed, 0) << "friends who cannot help and colleagues out of sight are written down as well";
    }
}

TEST(difficulties, tell_who_answered_whom_and_that_friends_had_met_before)
{
    const Study study = study_of(inventive(), three);
    const Retold life = retell(study, {1, {}}, "level", "twin");
    double answered = 0, favours = 0;
    for (const Difficulty& d : life.here.difficulties) {
        const auto asker = holder_of(life.founding, life.here, d.seat, d.week);
        ASSERT_TRUE(asker);
        EXPECT_NE(d.here, d.twin);
        const bool second_hand = d.here.solved == Source::team;
        ASSERT_EQ(belonging_of(*asker, life.here, d.week).joined.has_value(), !second_hand)
            << "nobody else is touched by the community";
        if (d.here.solved == Source::community) {
            answered++;
            EXPECT_TRUE(holder_of(life.founding, life.here, d.helper, d.week));
            EXPECT_GT(d.asking, 0);
            EXPECT_GT(d.answering, 0);
        }
        if (!d.here.has_asked(Source::tie)) continue;
        favours += d.here.solved == Source::tie;
        const auto known = acquaintance_of(life.founding, life.here, d.seat, d.here.solved == Source::community ? d.seat : d.helper, d.week);
        EXPECT_EQ(known.has_value(), d.here.solved != Source::community);
    }
    EXPECT_EQ(answered, sum_of(life.ledger.pages, &Page::answered));
    EXPECT_GT(favours, 5);
    EXPECT_LE(favours, sum_of(life.ledger.pages, &Page::favours));
}

TEST(difficulties, that_were_found_are_the_rest_of_what_answers_saved)
{
    Scenario scenario            = inventive();
    scenario.model.recalling.fit = 2;
    const Retold life            = retell(study_of(scenario, three), {1, {}}, "level", "twin");
    double answered = 0, found = 0;
    for (const Difficulty& d : life.here.difficulties) {
        if (d.here.solved == Source::community) answered += d.saved;
        if (d.here.solved != Source::archive && d.here.solved != Source::reading) continue;
        found += d.saved;
        EXPECT_EQ(d.helper, nobody);
        EXPECT_EQ(d.asking > 0, d.here.solved == Source::archive) << "whoever remembers does not search";
    }
    EXPECT_GT(found, 0);
    EXPECT_EQ(answered + found, sum_of(life.ledger.pages, &Page::answer_saving));
}

TEST(difficulties, that_are_seen_through_alone_or_by_the_team_come_of_lessons)
{
    Scenario scenario               = inventive();
    scenario.model.learning.pace    = 30;
    scenario.model.learning.along   = 0;
    scenario.model.learning.carried = 100;
    const Retold life               = retell(study_of(scenario, three), {1, {}}, "level", "twin");
    int alone = 0, carried = 0;
    for (const Difficulty& d : life.here.difficulties) {
        if (d.here.solved != Source::oneself && d.here.solved != Source::team) continue;
        const Seat pupil = d.here.solved == Source::team ? d.helper : d.seat;
        ASSERT_NE(pupil, nobody);
        (d.here.solved == Source::team ? carried : alone)++;
        const Schooling has = schooling_of(holder_of(life.founding, life.here, pupil, d.week).value(), life.here, d.week);
        EXPECT_GT(has.times + has.events, 0) << "nobody learns otherwise here";
        EXPECT_EQ(has.times > 0, has.last.has_value());
        EXPECT_TRUE(!has.last || has.last->teacher != pupil);
        if (d.here.solved != Source::team) continue;
        bool is_mate           = false;
        const auto [from, next] = life.founding.team_of(life.here.chart.desk_of(d.seat, d.week));
        for (Seat desk = from; desk < next; desk++)
            is_mate = is_mate || desk == life.here.chart.desk_of(d.helper, d.week);
        EXPECT_TRUE(is_mate);
    }
    EXPECT_GT(alone, 10);
    EXPECT_GT(carried, 10);
}

TEST(lessons, are_as_many_as_answers_and_favours_and_visits_to_structured_events_in_company)
{
    const Retold life = retell(study_of(inventive(), three), {1, {}}, "level", "twin");
    double by_answer = 0, at_events = 0;
    for (const Lesson& lesson : life.here.lessons) {
        by_answer += lesson.occasion == Occasion::answer;
        at_events += lesson.teacher == nobody;
        EXPECT_EQ(lesson.teacher == nobody, lesson.occasion == Occasion::event);
    }
    EXPECT_EQ(by_answer, sum_of(life.ledger.pages, &Page::answered));
    EXPECT_GT(at_events, 0);
    EXPECT_LE(at_events, sum_of(life.ledger.pages, &Page::attendances));
}

TEST(sittings, are_what_the_community_changes_about_exams)
{
    // nobody quits, so that both worlds have the same people
    Scenario scenario                        = restless();
    scenario.model.staffing.turnover         = 0;
    scenario.model.certifying.attempts       = 2;
    scenario.model.certifying.group_attempts = 2;
    scenario.model.certifying.group_passing  = 15;
    const Study study = study_of(scenario, three);
    const Retold life = retell(study, {1, {}}, "level", "twin");
    const Replicate plain = live(study, {1, {}});
    const auto more = [&](double Page::*column) {
        return sum_of(life.ledger.pages, column) - sum_of(plain.ledgers[0].pages, column);
    };
    double passed = 0, besides = 0, hours = 0, anyway = 0;
    for (const Sitting& s : life.here.sittings) {
        passed += s.passed, besides += s.besides, hours += s.hours, anyway += !s.besides;
        EXPECT_TRUE(s.besides || s.passed) << "one sat anyway and failed goes as it does in the twin";
    }
    EXPECT_GT(anyway, 3);
    EXPECT_GT(besides, passed - anyway) << "some of those sat besides are failed";
    EXPECT_NEAR(passed, more(&Page::certificates), 1e-6);
    EXPECT_NEAR(besides, more(&Page::attempts), 1e-6);
    EXPECT_NEAR(hours, more(&Page::study_hours), 1e-6);
}

TEST(referrals, are_those_of_the_ledger_by_a_member_of_a_quarter_at_most_before)
{
    Scenario scenario                   = restless();
    scenario.model.recruiting.referrals = 2;
    scenario.model.recruiting.hired     = 30;
    const Retold life = retell(study_of(scenario, three), {1, {}}, "level", "twin");
    for (const Referral& r : life.here.referrals) {
        EXPECT_LE(r.recommended, r.week);
        EXPECT_LT(r.week - r.recommended, 13);
        const auto by = holder_of(life.founding, life.here, r.by, r.recommended);
        ASSERT_TRUE(by);
        EXPECT_TRUE(belonging_of(*by, life.here, r.recommended).joined);
        EXPECT_EQ(static_cast<double>(hires_of(life, r.week).here.size()), life.ledger.pages[static_cast<std::size_t>(r.week)].hires);
    }
    EXPECT_GT(life.here.referrals.size(), 10u);
    EXPECT_EQ(static_cast<double>(life.here.referrals.size()), sum_of(life.ledger.pages, &Page::referred));
}

TEST(difficulties, there_are_none_without_a_community)
{
    const Retold life = retell(study_of(inventive(), three), {1, {}}, "twin", "twin");
    EXPECT_TRUE(life.here.difficulties.empty());
    EXPECT_TRUE(life.here.lessons.empty() && life.here.sittings.empty() && life.here.referrals.empty());
    EXPECT_TRUE(life.here.entries.empty());
    EXPECT_TRUE(life.partings.empty());
}

TEST(partings, are_exactly_what_two_chronicles_differ_in)
{
    const Study study = study_of(restless(), three);
    int stayed = 0, went = 0;
    for (std::uint32_t replicate = 0; replicate < 4; replicate++) {
        const Retold life       = retell(study, {replicate, {}}, "level", "twin");
        const Replicate plain   = live(study, {replicate, {}});
        std::vector<int> more(104);
        for (const Parting& p : life.partings) {
            EXPECT_NE(p.here, p.twin);
            if (p.here) more[static_cast<std::size_t>(*p.here)]--;
            if (p.twin) more[static_cast<std::size_t>(*p.twin)]++;
            if (!p.in_both) continue;
            stayed += p.twin && (!p.here || *p.here > *p.twin);
            went += p.here && (!p.twin || *p.twin > *p.here);
            // what each chronicle says of them by itself
            const auto until = [&](const Chronicle& world) { return stay_of(p.person, life.founding, world, 104).until; };
            EXPECT_EQ(until(life.here), p.here.value_or(104));
            EXPECT_EQ(until(life.twin), p.twin.value_or(104));
        }
        for (std::size_t week = 0; week < 104; week++)
            ASSERT_EQ(more[week], plain.ledgers[0].pages[week].quits - plain.ledgers[2].pages[week].quits) << week;
    }
    EXPECT_GT(stayed, 20);
    EXPECT_GT(went, 0) << "a certificate moves some who would have stayed";
}

TEST(partings, of_those_who_left_only_here_have_a_reason)
{
    // friends hold, so that only a certificate or having given out makes somebody go who stays in the twin
    const Study study = study_of(restless(), three);
    for (std::uint32_t replicate = 0; replicate < 4; replicate++) {
        const Retold life = retell(study, {replicate, {}}, "level", "twin");
        for (const Parting& p : life.partings) {
            if (!p.in_both || !p.here || (p.twin && *p.twin < *p.here)) continue;
            const auto left = std::ranges::find_if(life.here.passages, [&](const Passage& passage) {
                return !passage.came && passage.seat == p.person.seat && passage.week == *p.here;
            });
            ASSERT_NE(left, life.here.passages.end());
            EXPECT_TRUE(left->certified || left->resting);
        }
    }
}

TEST(partings, money_of_all_of_them_is_what_the_ledger_says_of_staying)
{
    const Study study    = study_of(restless(), three);
    const Replicate life = live(study, {2, {}});
    const Prices& prices = study.scenario.prices;
    const Account all    = account(life.ledgers[2], life.ledgers[0], prices, Innovation::drawn);
    double line = 0, told = 0;
    for (const Money& week : all.weeks) line += week.replacement_cash + week.replacement_time;
    const auto costs = [&](std::optional<int> week) {
        return week ? cost_of_replacing(prices) * discount_factor(prices.discount / 100, 7.0 * *week) : 0;
    };
    for (const Parting& p : retell(study, {2, {}}, "level", "twin").partings) told += costs(p.twin) - costs(p.here);
    ASSERT_GT(line, 0);
    EXPECT_NEAR(told / line, 1, 1e-9);
}

TEST(belonging, begins_with_joining_and_counts_everybody_met_first)
{
    Chronicle chronicle;
    chronicle.entries    = {{2, 7}, {3, 5}, {9, 7}};
    chronicle.encounters = {
        {1, 7, 8, Occasion::event, true},  // of whoever had the seat before
        {4, 5, 7, Occasion::answer, true},
        {5, 7, 6, Occasion::event, true},
        {6, 5, 7, Occasion::favour, false},
        {8, 7, 9, Occasion::event, true}};
    const Belonging has = belonging_of({7, 2}, chronicle, 6);
    EXPECT_EQ(has.joined, 2);
    EXPECT_EQ(has.friends, 2);
    EXPECT_EQ(has.first->week, 4);
    EXPECT_EQ(has.first->b, 5u);
    EXPECT_EQ(has.last->week, 6);
    EXPECT_EQ(belonging_of({7, 2}, chronicle, 9).joined, 9);
    EXPECT_FALSE(belonging_of({8, 2}, chronicle, 9).first) << "the one whom somebody else of this seat met is another";
}

TEST(stories, money_of_each_launched_idea_adds_up_to_that_of_all)
{
    const Study study    = study_of(inventive(), three);
    const Replicate life = live(study, {2, {}});
    const Account all    = account(life.ledgers[2], life.ledgers[0], study.scenario.prices, Innovation::drawn);
    double in_all = 0, horizon = 0, weeks = 0;
    for (const Worth& worth : worth_of_launches(life.ledgers[2], study.scenario.prices))
        in_all += worth.in_all, horizon += worth.horizon;
    const auto ideas = [](const Money& money) {
        return money.improvement_cash + money.improvement_time + money.new_business;
    };
    const double lines = ideas(all.run_off);
    for (const Money& week : all.weeks) weeks += ideas(week);
    ASSERT_GT(lines, 0);
    EXPECT_NEAR(in_all / lines, 1, 1e-9);
    EXPECT_NEAR(horizon / weeks, 1, 1e-9);
}

}  // namespace
}  // namespace ekkyo
