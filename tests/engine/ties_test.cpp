#include "tiny.hpp"

namespace ekkyo {
namespace {

TEST(ties, lose_half_their_warmth_in_every_half_life_and_end_after_three)
{
    // renewal sets a tie to 1 and comes before decay; w weeks later it is 2^(-w / half-life)
    Ties ties;
    ties.seat_at(0), ties.seat_at(1);
    ASSERT_TRUE(ties.make(0, 10, 1, 11, true));
    for (int week = 1; week <= 60; week++) {
        ties.pass_a_week(16, 1000);
        double warmth = 0;
        ties.each(0, [&](const Tie& tie) { warmth = ties.warmth(tie); });
        EXPECT_DOUBLE_EQ(warmth, week < 48 ? std::exp2(-week / 16.0) : 0) << week;
        EXPECT_EQ(ties.alive(true), week < 48);
        EXPECT_EQ(ties.count(0), week < 48);
    }
}

TEST(ties, inside_a_silo_cool_at_their_own_pace)
{
    Ties ties;
    for (Row row : {0, 1, 2}) ties.seat_at(row);
    ties.make(0, 10, 1, 11, true), ties.make(0, 10, 2, 12, false);
    for (int week = 0; week < 50; week++) ties.pass_a_week(16, 100);
    EXPECT_EQ(ties.alive(true), 0);
    EXPECT_EQ(ties.alive(false), 1);
}

TEST(ties, that_are_renewed_are_as_good_as_new)
{
    Ties ties;
    ties.seat_at(0), ties.seat_at(1);
    ties.make(0, 10, 1, 11, true);
    for (int week = 0; week < 40; week++) ties.pass_a_week(16, 16);
    EXPECT_TRUE(ties.renew(1, 11, 0, 10));
    EXPECT_EQ(ties.alive(true), 1);
    for (Row row : {0, 1}) ties.each(row, [&](const Tie& tie) { EXPECT_EQ(ties.warmth(tie), 1); });
}

TEST(ties, need_room_on_both_sides)
{
    Ties ties(2);
    for (Row row = 0; row < 5; row++) ties.seat_at(row);
    EXPECT_TRUE(ties.make(0, 10, 1, 11, true));
    EXPECT_TRUE(ties.make(0, 10, 2, 12, true));
    EXPECT_FALSE(ties.make(3, 13, 0, 10, true));
    EXPECT_EQ(ties.count(3), 0);
    EXPECT_TRUE(ties.make(3, 13, 4, 14, true));

    // a tie that has ended makes room
    for (int week = 0; week < 48; week++) ties.pass_a_week(16, 16);
    EXPECT_TRUE(ties.make(3, 13, 0, 10, true));
}

TEST(ties, are_counted_as_a_recount_would_in_a_company_where_much_happens)
{
    Model model               = still();
    model.staffing.turnover   = 60;
    model.joining.discovery   = 3;
    model.leaving             = {20, 20};
    model.meeting.attendance  = 60;
    model.meeting.acquaintance = 60;
    model.bonding             = {1, 2, 12, 10};
    model.support.events_per_month = 8;
    Tiny tiny({.employees = 300, .silos = 5, .people = "", .turnover = "drawn"}, model);
    double most = 0;
    for (int week = 0; week < 200; week++) {
        const Page page = tiny.live(week);
        double ends = 0, bridges = 0;
        for (Row row = 0; row < tiny.org.members.size(); row++) {
            const Seat seat = tiny.org.members[row].seat;
            if (seat == nobody) continue;
            EXPECT_LE(tiny.org.ties.count(row), 12);
            tiny.org.ties.each(row, [&](const Tie& tie) {
                ends++, bridges += tie.bridge;
                EXPECT_TRUE(tiny.org.is_tied(tie.partner, seat)) << "both sides know of a tie";
                EXPECT_EQ(tie.bridge, tiny.org.is_bridge(seat, tie.partner));
                EXPECT_TRUE(tiny.org.is_employed(tie.partner));
            });
        }
        EXPECT_EQ(page.ties, ends / 2) << week;
        EXPECT_EQ(page.bridges, bridges / 2) << week;
        most = std::max(most, page.ties);
    }
    EXPECT_GT(most, 100);
}

TEST(ties, keep_their_ends_when_a_half_life_changes_on_the_way)
{
    Ties ties;
    ties.seat_at(0), ties.seat_at(1);
    ties.make(0, 10, 1, 11, true);
    for (int week = 0; week < 16; week++) ties.pass_a_week(16, 16);
    double warmth = 0;
    for (int week = 0; week < 4; week++) ties.pass_a_week(4, 16);
    ties.each(0, [&](const Tie& tie) { warmth = ties.warmth(tie); });
    EXPECT_DOUBLE_EQ(warmth, 0.25);
    EXPECT_EQ(ties.alive(true), 1);
    for (int week = 0; week < 4; week++) ties.pass_a_week(4, 16);
    EXPECT_EQ(ties.alive(true), 0);
}

TEST(ties, remember_favours_on_both_sides_and_forget_them_as_they_cool)
{
    Ties ties;
    ties.seat_at(0), ties.seat_at(1);
    const auto owed = [&](Row row) {
        double favours = 0;
        ties.each(row, [&](const Tie& tie) { favours = ties.owed(tie); });
        return favours;
    };
    ties.favour(0, 10, 1, 11);
    ties.make(0, 10, 1, 11, true);
    EXPECT_EQ(owed(1), 0) << "strangers keep no accounts";
    ties.favour(0, 10, 1, 11), ties.favour(0, 10, 1, 11);
    EXPECT_EQ(owed(1), 2);
    EXPECT_EQ(owed(0), -2);
    for (int week = 0; week < 16; week++) ties.pass_a_week(16, 16);
    EXPECT_DOUBLE_EQ(owed(1), 1);
    ties.renew(0, 10, 1, 11);
    EXPECT_DOUBLE_EQ(owed(1), 1) << "to meet again warms the tie, not the debt";
    ties.favour(1, 11, 0, 10);
    EXPECT_EQ(owed(0), 0);
    for (int favours = 0; favours < 100; favours++) ties.favour(0, 10, 1, 11);
    EXPECT_DOUBLE_EQ(owed(1), 15.75);
    EXPECT_DOUBLE_EQ(owed(0), -15.75);
}

}  // namespace
}  // namespace ekkyo
