#include "tiny.hpp"

namespace ekkyo {
namespace {

/// One event a week, to which everybody in the community is invited.
Model sociable()
{
    Model model                    = still();
    model.joining.discovery        = unbounded;
    model.support.events_per_month = weeks_per_month;
    model.meeting.acquaintance     = 0;
    return model;
}

Company company(int employees, int silos)
{
    return {.employees = employees, .silos = silos, .people = "", .turnover = "drawn"};
}

TEST(meeting, draws_the_share_of_members_it_is_given_and_books_their_hours)
{
    // 2,000 members x 40 events at 20 %: a bias of 1 % of it shows most times
    Tiny tiny(company(2000, 5), sociable());
    double attendances = 0;
    for (int week = 0; week < 40; week++) {
        const Page page = tiny.live(week);
        attendances += page.attendances;
        EXPECT_EQ(page.events, 1);
        EXPECT_EQ(page.meeting_hours, page.attendances * 1.5);
    }
    EXPECT_LT(std::abs(z_of_share(attendances, 80'000, 0.2)), once_in_100000);
}

TEST(meeting, of_a_larger_company_takes_more_rooms)
{
    Tiny tiny(company(9000, 5), sociable());
    EXPECT_EQ(tiny.live(0).events, 5) << "2,000 invited to each";
}

TEST(meeting, has_other_guests_at_every_event_of_a_week)
{
    Model model                    = sociable();
    model.support.events_per_month = 2 * weeks_per_month;
    model.meeting.acquaintance     = 100;
    model.meeting.friends          = 0;
    model.meeting.encounters       = 200;
    model.meeting.attendance       = 50;
    Tiny tiny(company(100, 5), model);
    const Page page = tiny.live(0);
    EXPECT_EQ(page.events, 2);

    // at either event every guest gets to know every other: with the same fifty at both, ties would be as after one
    double tied = 0;
    for (Seat a = 0; a < 100; a++)
        for (Seat b = 0; b < a; b++) tied += tiny.org.is_tied(a, b);
    EXPECT_EQ(page.introduced, tied);
    double somewhere = 0;
    for (Seat s = 0; s < 100; s++) somewhere += tiny.org.row[s] != outside && tiny.org.ties.count(tiny.org.row[s]) > 0;
    EXPECT_NEAR(somewhere, 75, once_in_100000 * std::sqrt(100 * 0.75 * 0.25));
}

TEST(meeting, takes_place_at_every_site_and_nobody_there_meets_anybody_elsewhere)
{
    Model model              = sociable();
    model.meeting.attendance = 100, model.meeting.acquaintance = 100, model.meeting.friends = 0;
    Company spread           = company(100, 5);
    spread.sites             = 4;
    Tiny tiny(spread, model);
    EXPECT_EQ(tiny.live(0).events, 4);
    double tied = 0;
    for (Seat a = 0; a < 100; a++)
        for (Seat b = 0; b < a; b++)
            if (tiny.org.is_tied(a, b)) {
                tied++;
                EXPECT_EQ(tiny.org.site_of(a), tiny.org.site_of(b));
            }
    EXPECT_GT(tied, 100);
}

TEST(meeting, a_mixer_leaves_seven_tenths_of_a_tie_to_a_guest)
{
    // 14 encounters, half of them among friends, a tenth of the rest lasts; an encounter has two sides, so a guest's
    // share is .7 ends of ties; 300 guests of different silos who have never met, 40 times
    double ends = 0, guests = 0;
    for (std::uint32_t r = 0; r < 40; r++) {
        Model model                = sociable();
        model.meeting.attendance   = 100;
        model.meeting.acquaintance = 10;
        Tiny tiny(company(300, 10), model, {1, r});
        const Page page = tiny.live(0);
        ends += 2 * page.introduced, guests += page.attendances;
    }
    // each of 300 has 14 neighbours but for 28 half-neighbourhoods at the two walls of the room
    const double pairs = 40 * (300 * 7 - 28);
    EXPECT_LT(std::abs(z_of_share(ends / 2, pairs, 0.05)), once_in_100000);
    EXPECT_NEAR(ends / guests, 0.7, 0.03);
}

TEST(meeting, at_a_mixer_keeps_half_of_the_guests_near_their_own_silo)
{
    double inside[2] = {};
    for (int structured : {0, 1})
        for (std::uint32_t r = 0; r < 20; r++) {
            Model model                     = sociable();
            model.meeting.attendance        = 100;
            model.meeting.acquaintance      = 20;
            model.support.structured_events = structured;
            Tiny tiny(company(400, 10), model, {1, r});
            const Page page = tiny.live(0);
            inside[structured] += 1 - tiny.org.ties.alive(true) / page.introduced;
        }
    // seats 40 of a silo among 400 without regard to silos: a pair is of one silo with chance 39 / 399
    EXPECT_NEAR(inside[1] / 20, 39 / 399.0, 0.02);
    EXPECT_GT(inside[0] / 20, 0.2);
}

TEST(meeting, makes_no_tie_where_nobody_gets_acquainted_and_all_where_everybody_does)
{
    Model model                    = still();
    model.joining.discovery        = unbounded;
    model.support.events_per_month = 5;
    model.meeting.attendance       = 100;
    model.meeting.friends          = 0;
    model.meeting.acquaintance     = 0;
    Tiny strangers(people_in(8, 2), model);
    EXPECT_EQ(sum_of(strangers.live_until(10), &Page::introduced), 0);
    model.meeting.acquaintance = 100;
    Tiny friends(people_in(8, 2), model);
    EXPECT_EQ(sum_of(friends.live_until(10), &Page::introduced), 8 * 7 / 2) << "everybody has talked to everybody";
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
        Tiny a(people_in(400, 4), mixer, {1, r}), b(people_in(400, 4), structured, {1, r});
        const Page pa = a.live_until(20).back(), pb = b.live_until(20).back();
        bridges[0] += pa.bridges, ties[0] += pa.ties, bridges[1] += pb.bridges, ties[1] += pb.ties;
    }
    EXPECT_GT(bridges[1] / ties[1], bridges[0] / ties[0]);
    EXPECT_NEAR(ties[1] / ties[0], 1.75, 0.15) << "Boudreau et al.: +75 %";
}

}  // namespace
}  // namespace ekkyo
