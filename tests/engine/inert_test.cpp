#include "tiny.hpp"

#include <algorithm>
#include <functional>
#include <map>

namespace ekkyo {
namespace {

// Every process is inert at its zero: it might as well not be in the week. Walks the schedule, so that a process nobody
// has written yet fails here until it says what its zero is.

/// What makes nothing of a process, which counts are its own, and what has to be so beside it for that to show.
struct Zero {
    std::function<void(Model&)> set;
    std::vector<std::string_view> counts = {};
    std::function<void(Model&)> beside   = [](Model&) {};
};

// a sponsor who goes on as planned, whatever there is to see
void unshaken(Model& model)
{
    model.sponsoring.trust      = 1e6;
    model.sponsoring.enthusiasm = unbounded;
    model.sponsoring.pressure   = 0;
    model.allying.asking        = 0;
}

const std::map<std::string_view, Zero> zeros{
    {"staying", {[](Model& m) { m.staying = {.friends = 0, .growth = 0, .certificate = 0, .exhausted = 0}; }}},
    {"staffing", {[](Model& m) { m.staffing.turnover = 0; }}},
    {"transferring", {[](Model& m) { m.transferring.rotation = m.transferring.reorganisations = 0; }}},
    // nobody pays for anything, and nobody sees a question in the chat
    {"hosting", {[](Model& m) { m.support = {}, m.hosting.visibility = 0; }, {"paid_share"}}},
    {"joining", {[](Model& m) { m.joining.discovery = m.joining.word_of_mouth = 0; }}},
    // keeps count of the last 13 weeks, from which labels are taken
    {"participating",
     {[](Model& m) { m.participating = {.spread = 0, .reward = 0, .overload = 0}; },
      {"listeners", "contributors", "core", "lapsed", "fun"}}},
    {"helping", {[](Model& m) { m.helping.problems = m.helping.reading_hours = m.helping.expertise = 0; }}},
    {"sharing", {[](Model& m) { m.sharing.contributions = 0; }}},
    // what is kept is counted, and never found
    {"recalling", {[](Model& m) { m.recalling.fit = 0; }, {"archive"}}},
    // what somebody carries is also their standing, and what is lost with them
    {"tiring", {[](Model& m) { m.tiring.exhaustion = 0; }, {}, [](Model& m) { m.helping.standing = m.losing.dismay = 0; }}},
    {"meeting", {[](Model& m) { m.meeting.attendance = 0; }}},
    {"introducing", {[](Model& m) { m.introducing = {.friends = 0, .host = 0}; }}},
    {"learning", {[](Model& m) { m.learning.pace = 0; }, {"skill_floor"}}},
    // ties that never cool; it also forgets whoever has left and lost touch, so nobody leaves
    {"bonding",
     {[](Model& m) { m.bonding.bridge_half_life = m.bonding.inside_half_life = unbounded, m.bonding.displacement = 0; },
      {},
      [](Model& m) { m.leaving = {.newcomers = 0, .established = 0}, m.tiring.leaving = 0; }}},
    {"certifying", {[](Model& m) { m.certifying.attempts = m.certifying.group_attempts = 0; }}},
    {"publishing", {[](Model& m) { m.publishing.posts = 0; }}},
    {"recruiting", {[](Model& m) { m.recruiting.referrals = 0; }}},
    {"innovating", {[](Model& m) { m.innovating.approved = 0; }}},
    {"leaving", {[](Model& m) { m.leaving = {.newcomers = 0, .established = 0}; }}},
    {"losing", {[](Model& m) { m.losing.dismay = 0; }}},
    // has no number that moves anybody: it counts, and nobody reads that but the sponsor
    {"census",
     {[](Model&) {},
      {"members", "employees", "tenure", "ties", "bridges", "listeners", "contributors", "core", "lapsed", "fun", "wellbeing",
       "diversity", "flexibility"},
      unshaken}},
    {"sponsoring", {unshaken}},
    {"allying", {[](Model& m) { m.allying.noticing = m.allying.asking = 0; }}},
};

/// A small company with strong support, in which everything happens within a year, a wavering sponsor included.
Model lively()
{
    Model model;
    model.support              = {.host_fte = 0.05, .events_per_month = 4, .structured_events = 0.5, .platform = 1};
    model.staffing.turnover    = 30;
    model.transferring.rotation = 50;
    model.joining              = {.interested = 100, .discovery = 1, .word_of_mouth = 2};
    model.helping.problems     = 5;
    model.sharing.contributions = 5;
    model.recalling.fit        = 5;
    model.tiring.bearable      = 0.05;
    model.tiring.exhaustion    = 60;
    model.meeting.attendance   = 50;
    model.introducing.friends  = 0.5;
    model.learning.pace        = 20;
    model.certifying.attempts  = 2;
    model.publishing.posts     = 5;
    model.recruiting           = {.referrals = 5, .hired = 100};
    model.innovating.approved  = 1;
    model.losing               = {.notable = 0, .dismay = 100};
    model.staying              = {.friends = 80, .certificate = 100};
    model.sponsoring.trust     = -1;
    model.sponsoring.story     = 0;
    model.allying.noticing     = 20;
    return model;
}

/// A year of it, as it is or with a process left out of the week.
std::vector<Page> a_year(const Model& model, std::string_view without)
{
    Tiny tiny(people_in(120), model);
    tiny.org.sponsorship.begin_to_decide();
    for (Seat s = 0; s < 60; s++) tiny.org.enter(s, 0);
    std::vector<Page> pages(52);
    for (int week = 0; week < 52; week++)
        for_each_process([&](auto process) {
            if (process.name != without) process.in(model)(Week(tiny.luck, week, model.support), tiny.org, pages[week]);
        });
    return pages;
}

/// The columns in which two years differ by a bit, but for those that are left out.
std::vector<std::string_view> differing(
    const std::vector<Page>& a, const std::vector<Page>& b, const std::vector<std::string_view>& but = {})
{
    std::vector<std::string_view> names;
    for (const auto& column : table<Page>) {
        if (std::ranges::find(but, column.name) != but.end()) continue;
        const auto same = [&](const Page& x, const Page& y) { return column.get(x) == column.get(y); };
        if (!std::ranges::equal(a, b, same)) names.push_back(column.name);
    }
    return names;
}

std::string listed(const std::vector<std::string_view>& names)
{
    std::string all;
    for (std::string_view name : names) all += " " + std::string(name);
    return all;
}

TEST(every_process, is_inert_at_its_zero_and_not_otherwise)
{
    std::size_t walked = 0;
    for_each_process([&](auto process) {
        ASSERT_TRUE(zeros.contains(process.name)) << process.name << ": say above what its zero is";
        const Zero& zero = zeros.at(process.name);
        Model works      = lively();
        zero.beside(works);
        Model idle = works;
        zero.set(idle);
        const auto moved = differing(a_year(idle, ""), a_year(idle, process.name), zero.counts);
        EXPECT_TRUE(moved.empty()) << process.name << " at its zero moves" << listed(moved);
        EXPECT_FALSE(differing(a_year(works, ""), a_year(works, process.name)).empty()) << process.name << " does nothing here";
        walked++;
    });
    EXPECT_EQ(walked, zeros.size()) << "a zero of a process that is not in the week";
}

}  // namespace
}  // namespace ekkyo
