#include "tiny.hpp"

#include <algorithm>
#include <array>
#include <bit>

namespace ekkyo {
namespace {

/// Everybody is a member from the first week on, and nothing else happens.
Model everybody_inside()
{
    Model model             = still();
    model.joining.discovery = unbounded;
    return model;
}

Tiny members_with(const Participating& participating, int people, Model model = everybody_inside())
{
    model.participating = participating;
    Tiny tiny(people_in(people), model);
    tiny.live(0);
    return tiny;
}

TEST(participating, leaves_everybody_as_ready_as_anybody_where_all_of_it_is_zero)
{
    const Tiny tiny = members_with({.spread = 0, .reward = 0, .overload = 0}, 200);
    for (const Member& member : tiny.org.members) EXPECT_EQ(member.readiness, 1);
}

TEST(participating, takes_an_inclination_that_is_one_on_average_and_heavy_tailed)
{
    for (double spread : {0.5, 1.0}) {
        const Tiny tiny = members_with({.spread = spread, .reward = 0}, 20'000);
        std::vector<double> inclinations;
        for (const Member& member : tiny.org.members) inclinations.push_back(member.readiness);
        EXPECT_LT(std::abs(z_of_mean(inclinations, 1)), once_in_100000) << spread;
        std::ranges::sort(inclinations);
        EXPECT_NEAR(inclinations[10'000], std::exp(-spread * spread / 2), 0.05)
            << "most are less inclined than average";
    }
}

TEST(participating, is_an_inclination_for_good_and_goes_with_the_person)
{
    Tiny tiny          = members_with({.reward = 0, .overload = 0}, 100);
    const auto ready   = [&](Seat s) { return tiny.org.members[tiny.org.row[s]].readiness; };
    const double first = ready(3), second = ready(4);
    tiny.org.exit(4), tiny.org.enter(4, 1);
    tiny.org.vacate(3), tiny.org.fill(3, 1), tiny.org.enter(3, 1);
    tiny.live(1);
    EXPECT_EQ(ready(4), second) << "who comes back is who they were";
    EXPECT_NE(ready(3), first) << "a successor is somebody else";
}

TEST(participating, is_as_usual_where_half_is_felt_and_less_where_nothing_is)
{
    Tiny tiny        = members_with({.spread = 0, .reward = 60, .overload = 0}, 20);
    const auto ready = [&](Seat s) { return tiny.org.members[tiny.org.row[s]].readiness; };
    EXPECT_EQ(ready(0), 1) << "a newcomer hopes for the usual";
    tiny.org.lately(1).answered = tiny.org.lately(1).enjoyed = 1;
    tiny.org.meet(1, 2);
    tiny.live(13);
    EXPECT_FLOAT_EQ(ready(0), 0.7);
    EXPECT_FLOAT_EQ(ready(1), 1.3);
    EXPECT_FLOAT_EQ(ready(2), 0.9) << "one of three";
    EXPECT_FLOAT_EQ((0.7 + 1.3) / 2, 1)
        << "those who feel all and those who feel nothing are as ready as usual together";
}

TEST(participating, that_differs_from_person_to_person_draws_as_many_to_an_event)
{
    // 2,000 members x 40 events at 10 %; the error is that of 2,000 inclinations, not that of 80,000 visits
    Model model                    = everybody_inside();
    model.support.events_per_month = weeks_per_month;
    model.meeting.acquaintance     = 0;
    model.meeting.attendance       = 10;
    model.participating.spread     = 0.5;
    Tiny tiny(people_in(2000), model);
    double attendances = 0, often = 0;
    for (int week = 0; week < 40; week++) attendances += tiny.live(week).attendances;
    for (const Member& member : tiny.org.members) often += std::popcount(member.lately.acted) >= 4;
    EXPECT_NEAR(attendances / 80'000, 0.1, once_in_100000 * 0.1 * std::sqrt((std::exp(0.25) - 1) / 2000 + 0.9 / 8000));
    EXPECT_GT(often, 1.3 * 2000 * 0.034) << "3.4 % would come to four or more of 13 if all were alike";
}

TEST(participating, makes_the_more_inclined_ask_more)
{
    Model model                = everybody_inside();
    model.helping              = {};
    model.helping.problems     = 3;
    model.hosting.visibility   = 100;
    model.participating.spread = 1;
    Tiny tiny(people_in(1000), model);
    std::array<double, 2> asked{};
    for (int week = 0; week < 40; week++) {
        tiny.live(week);
        for (const Member& m : tiny.org.members)
            if (week % 13 == 12) asked[m.inclination > 1] += m.lately.answered != 0;
    }
    double more = 0;
    for (const Member& m : tiny.org.members) more += m.inclination > 1;
    EXPECT_GT(asked[1] / more, 1.2 * asked[0] / (1000 - more));
}

/// A community of everybody, who ask a lot of each other about what few of them know.
Model busy(const Participating& participating)
{
    Model model             = everybody_inside();
    model.helping           = {};
    model.helping.problems  = 3;
    model.helping.expertise = 1;
    model.helping.routing   = 0;
    model.participating     = participating;
    return model;
}

/// Share of the questions that are answered, and questions of a member in a week, after a year in which all settles.
struct Settled {
    double answered, asked;

    Settled(const Model& model, int members)
    {
        Tiny tiny(people_in(members), model);
        tiny.live_until(60);
        double questions = 0, found = 0;
        for (int week = 60; week < 90; week++) {
            const Page page = tiny.live(week);
            questions += page.questions, found += page.answered;
        }
        answered = found / questions, asked = questions / members / 30;
    }
};

TEST(participating, grows_with_size_and_shrinks_beyond_some_size_unless_a_host_keeps_order)
{
    Model model = busy({.spread = 0, .reward = 0, .overload = 2, .bearable = 50, .moderation = 1000});
    const Settled few(model, 100), many(model, 300), crowd(model, 4000);
    EXPECT_GT(many.asked, 2 * few.asked) << "many can answer";
    EXPECT_LT(crowd.asked, 0.5 * many.asked) << "but nobody can follow a crowd";

    model.support.host_fte = 4000 / model.hosting.members_per_host;
    EXPECT_GT(Settled(model, 4000).asked, 2 * crowd.asked);

    model.support.host_fte = 0, model.participating.overload = 0;
    EXPECT_GT(Settled(model, 4000).asked, 2 * many.asked) << "without overload, more is better";
}

TEST(participating, in_a_crowd_leaves_questions_unanswered_where_nobody_holds_back_with_theirs)
{
    Model model              = busy({.spread = 0, .reward = 0, .overload = 10, .bearable = 50, .moderation = 1000});
    model.helping.reluctance = 0;
    const Settled many(model, 300), crowd(model, 4000);
    EXPECT_LT(crowd.answered, 0.8 * many.answered);

    model.support.host_fte = 4000 / model.hosting.members_per_host;
    EXPECT_GT(Settled(model, 4000).answered, 1.5 * crowd.answered);
}

TEST(participating, that_nothing_overloads_is_the_same_however_much_can_be_borne)
{
    Model model = busy({.overload = 0}), same = busy({.overload = 0, .bearable = 1, .moderation = 1000});
    Tiny a(people_in(300), model), b(people_in(300), same);
    for (int week = 0; week < 40; week++) {
        const Page one = a.live(week), other = b.live(week);
        for (const auto& column : table<Page>) ASSERT_EQ(column.get(one), column.get(other)) << column.name;
    }
}

TEST(participating, that_can_bear_anything_is_never_overloaded)
{
    Model model = busy({.overload = 10, .bearable = unbounded}), same = busy({.overload = 0});
    Tiny a(people_in(300), model), b(people_in(300), same);
    for (int week = 0; week < 40; week++) ASSERT_EQ(a.live(week).questions, b.live(week).questions);
}

}  // namespace
}  // namespace ekkyo
