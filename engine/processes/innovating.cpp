#include "processes/innovating.hpp"

#include "calendar.hpp"
#include "ledger.hpp"
#include "organization.hpp"
#include "week.hpp"

#include <algorithm>

namespace ekkyo {

namespace {

/// An idea that somebody has with the community and not without (+1), or the other way round (-1).
struct Idea {
    Seat seat;
    std::uint32_t k;  // among new friends (1) or old colleagues (0)
    int sign;
    bool complicated = false;
};

/// What each silo knows about: its place on a circle.
class Knowledge {
public:
    Knowledge(const Week& week, std::size_t silos) : places_(silos)
    {
        const auto key = week.luck().key("innovating/knows about");
        for (std::size_t silo = 0; silo < silos; silo++)
            places_[silo] = Draw(key, About::seat, 0, 0, static_cast<Seat>(silo)).uniform();
    }

    /// How far apart two silos are: 0, they know the same; 1, nothing in common.
    double between(Silo a, Silo b) const
    {
        const double apart = std::max(places_[a], places_[b]) - std::min(places_[a], places_[b]);
        return 2 * std::min(apart, 1 - apart);
    }

private:
    std::vector<double> places_;
};

// how many of their old colleagues somebody still has in sight
double share_in_sight(const Organization& org, Seat seat)
{
    const int ties = org.is_touched(seat) ? org.ties.count(org.row[seat]) : 0;
    return org.circle.size() > 0 ? org.in_sight(org.circle.size(), ties) / org.circle.size() : 0;
}

// what each of somebody's ties to other silos promises; a complex idea takes two who know each other well
template <class Visit>
void each_promise(
    const Innovating& rules, const Organization& org, const Knowledge& knowledge, Seat seat, bool complex, Visit visit)
{
    org.ties.each(org.row[seat], [&](const Tie& tie) {
        const double warmth = org.ties.warmth(tie);
        if (!tie.bridge || (complex && warmth < rules.familiar / 100)) return;
        const double d = knowledge.between(org.silo_of(seat), org.silo_of(tie.partner));
        visit(tie, warmth * (1 + rules.distance / 100 * (6 * d * (1 - d) - 1)));
    });
}

double promise_of(const Innovating& rules, const Organization& org, const Knowledge& knowledge, Seat seat, bool complex)
{
    double sum = 0;
    each_promise(rules, org, knowledge, seat, complex, [&](const Tie&, double promise) { sum += promise; });
    return sum;
}

// what the community changes about ideas with old colleagues: those out of sight bring none; or, where everybody is
// followed, all that are left
std::vector<Idea> with_colleagues(const Week& week, const Organization& org, double usual)
{
    const Seats& on_record = week.draws_everybody() ? org.employed : org.touched;
    constexpr Question had = "innovating/with a colleague";
    const auto inventors   = week.befallen(had, on_record, usual, [&](Seat s) { return org.is_own(s) ? usual : 0; });
    return week.collect<Idea>(inventors.size(), [&](std::size_t i, auto& ideas) {
        const Seat s     = inventors[i];
        const bool still = week.befalls(had, s, usual * share_in_sight(org, s));
        if (still == week.draws_everybody()) ideas.push_back({s, 0, still ? +1 : -1});
    }, small_block);
}

// with whom an idea was had: a race among all friends it may have been, sooner won by those who promise more
Spark with_whom(
    const Innovating& rules, const Organization& org, const Knowledge& knowledge, const Week& week, const Idea& idea)
{
    const Lots lots = week.chances("innovating/with whom").among_friends_of(idea.seat);
    Spark spark{week.number(), org.launches.size(), idea.seat, nobody, 0, idea.complicated};
    double soonest = unbounded;
    each_promise(rules, org, knowledge, idea.seat, idea.complicated, [&](const Tie& tie, double promise) {
        const double latest = soonest * promise, mark = lots.mark_up_to(tie.partner, latest);
        if (mark < latest) soonest = mark / promise, spark.partner = tie.partner, spark.warmth = org.ties.warmth(tie);
    });
    return spark;
}

}  // namespace

void Innovating::operator()(const Week& week, Organization& org, Page& page) const
{
    // each of the two sees half of what a tie brings
    const double per_tie  = weekly_from_yearly(approved) / (approval / 100) / 2;
    const double old_ties = org.circle.bridges();
    const Knowledge knowledge(week, org.founding->silos());
    const auto kinds = week.chances("innovating/is complex");

    // whoever keeps new ties up has fewer ideas with old colleagues
    std::vector<Idea> ideas = with_colleagues(week, org, per_tie * old_ties);

    // and warm ties between silos bring new ones now and then, the more of them somebody has
    const auto is_complex = [&](Seat s) { return kinds.of(s).chance(complex / 100); };
    const double a_tie    = per_tie * (1 + distance / 200);  // at most
    const auto inspires   = [&](Seat s, double mark) {
        if (!org.is_own(s)) return false;  // guests' ideas are theirs
        return mark < a_tie * org.ties.count_at_most(org.row[s]) &&
               mark < per_tie * promise_of(*this, org, knowledge, s, is_complex(s));
    };
    for (Seat s : week.met_by("innovating/with a friend", org.touched, a_tie * org.ties.most_at_a_time(), inspires))
        ideas.push_back({s, 1, 1, is_complex(s)});

    // what the company's old ties bring anyway
    const double heads = week.draws_everybody() ? 0 : static_cast<double>(org.employees());
    const double wages = week.draws_everybody() ? 0 : org.at_average_wage(org.headcount);
    const double usual = chance_of(per_tie * old_ties), yes = approval / 100;
    page.ideas      = on_the_clock(heads * usual);
    page.approved   = on_the_clock(heads * usual * yes);
    page.launched   = on_the_clock(heads * usual * yes * launch / 100);
    page.idea_hours = on_the_clock(wages * usual * (hours_per_idea + yes * project_hours));

    // an idea is worked out, decided on, carried out, and some day worth something or nothing
    const auto fates = week.chances("innovating/comes to this");
    for (const Idea& idea : ideas) {
        Draw fate           = fates.of(idea.seat, idea.k);
        const bool decided  = fate.chance(yes);
        const bool started  = fate.chance(launch / 100) && decided;
        const bool business = fate.chance(new_business / 100);
        const double wait   = weeks_from_months(business ? business_lag : lag) *
                            exp(lag_spread * normal_quantile(fate.uniform()));
        page.ideas += idea.sign;
        page.approved += idea.sign * decided;
        page.launched += idea.sign * started;
        page.idea_hours +=
            idea.sign * on_the_clock((hours_per_idea + decided * project_hours) * org.wage(idea.seat));
        if (!started) continue;
        if (idea.k == 1) org.stories++, org.last_story = week.number();
        if (idea.k == 1 && org.chronicle)
            org.chronicle->sparks.push_back(with_whom(*this, org, knowledge, week, idea));
        org.launches.push_back({
            .week         = week.number(),
            .matures      = week.number() + static_cast<std::int32_t>(wait + 0.5),
            .new_business = business,
            .sign         = static_cast<std::int8_t>(idea.sign),
            .success      = fate.uniform(),
            .quantile     = fate.uniform()});
    }
}

}  // namespace ekkyo
