#include "tiny.hpp"

namespace ekkyo {
namespace {

/// Four members, of whom one carries as many hours of answering as is said and the others share the rest of ten.
struct Core : Tiny {
    explicit Core(double hours) : Tiny(people_in(4, 1), still())
    {
        model.losing        = {};
        model.losing.dismay = 100;
        for (Seat s = 0; s < 4; s++) {
            org.enter(s, -20);
            org.members[org.row[s]].load = {static_cast<float>(s == 0 ? hours : (10 - hours) / 3), 0};
        }
        org.burden.half_life = 8, org.burden.carried = 10;
    }

    Page after(int week)
    {
        Page page;
        model.losing(Week(luck, week, model.support), org, page);
        return page;
    }
};

TEST(losing, somebody_who_carried_half_takes_heart_from_the_others)
{
    Core core(5);
    core.org.exit(0);
    EXPECT_NEAR(core.after(0).dismay, 0.45, 1e-9);
    EXPECT_NEAR(core.org.burden.carried, 5, 1e-9);
}

TEST(losing, somebody_who_carried_little_is_not_felt)
{
    Core core(0.4);
    core.org.exit(0);
    EXPECT_EQ(core.after(0).dismay, 0);
}

TEST(losing, somebody_who_quits_the_company_is_felt_as_much)
{
    Core core(5);
    core.org.vacate(0);
    EXPECT_NEAR(core.after(0).dismay, 0.45, 1e-9);
}

TEST(losing, is_got_over_by_half_in_every_half_life)
{
    Core core(5);
    core.org.exit(0);
    core.after(0);
    for (int week = 1; week <= 8; week++) core.after(week);
    EXPECT_NEAR(core.org.burden.dismay, 0.225, 1e-9);
}

TEST(losing, somebody_who_comes_back_and_goes_again_is_felt_once)
{
    Core core(5);
    core.org.exit(0);
    core.after(0);
    const double dismay = core.org.burden.dismay;
    core.org.enter(0, 1), core.org.exit(0);
    EXPECT_LT(core.after(1).dismay, dismay) << "what they carried they have put down";
}

TEST(losing, everybody_at_once_leaves_nothing_carried)
{
    Core core(5);
    for (Seat s = 0; s < 4; s++) core.org.exit(s);
    EXPECT_LE(core.after(0).dismay, 1);
    EXPECT_NEAR(core.org.burden.carried, 0, 1e-6);
    core.org.enter(0, 1);
    core.org.members[core.org.row[0]].load = {1, 1};
    core.org.burden.carried                = 0;
    core.org.exit(0);
    EXPECT_LE(core.after(1).dismay, 1);
}

TEST(losing, hurts_less_where_leading_is_shared)
{
    Core core(5);
    core.org.felt.in_turns = 0.8;
    core.org.exit(0);
    EXPECT_NEAR(core.after(0).dismay, 0.09, 1e-9);
}

TEST(losing, leaves_questions_unanswered_for_a_while)
{
    // sixty members who ask a lot; nobody would answer if all had lost heart
    const auto answered = [](double dismay) {
        Model model             = still();
        model.helping           = {};
        model.helping.problems  = 3, model.helping.reluctance = 0;
        model.joining.discovery = unbounded;
        model.losing.recovery   = 520;
        Tiny tiny(people_in(60, 3), model);
        tiny.live(0);
        tiny.org.burden.dismay = dismay;
        const auto pages       = tiny.live_until(100);
        return sum_of(pages, &Page::answered) / sum_of(pages, &Page::questions);
    };
    EXPECT_LT(answered(0.5), 0.8 * answered(0));
}

}  // namespace
}  // namespace ekkyo
