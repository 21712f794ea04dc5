#pragma once

#include "ledger.hpp"
#include "organization.hpp"
#include "processes/allying.hpp"
#include "processes/bonding.hpp"
#include "processes/census.hpp"
#include "processes/certifying.hpp"
#include "processes/helping.hpp"
#include "processes/hosting.hpp"
#include "processes/innovating.hpp"
#include "processes/introducing.hpp"
#include "processes/joining.hpp"
#include "processes/learning.hpp"
#include "processes/leaving.hpp"
#include "processes/losing.hpp"
#include "processes/meeting.hpp"
#include "processes/participating.hpp"
#include "processes/publishing.hpp"
#include "processes/recalling.hpp"
#include "processes/recruiting.hpp"
#include "processes/sharing.hpp"
#include "processes/sponsoring.hpp"
#include "processes/staffing.hpp"
#include "processes/staying.hpp"
#include "processes/tiring.hpp"
#include "processes/transferring.hpp"
#include "support.hpp"
#include "week.hpp"

#include <tuple>
#include <utility>

namespace ekkyo {

/// The rules of the game: the support plan, and one member per process, which carries its own parameters.
struct Model {
    Support support;
    Staying staying;
    Staffing staffing;
    Transferring transferring;
    Hosting hosting;
    Joining joining;
    Participating participating;
    Helping helping;
    Sharing sharing;
    Recalling recalling;
    Tiring tiring;
    Meeting meeting;
    Introducing introducing;
    Learning learning;
    Bonding bonding;
    Certifying certifying;
    Publishing publishing;
    Recruiting recruiting;
    Innovating innovating;
    Leaving leaving;
    Losing losing;
    Census census;
    Sponsoring sponsoring;
    Allying allying;
};

/// A line of the schedule: a process and its story.
template <auto Member>
struct Process {
    std::string_view story;

    static constexpr std::string_view name = spelling::name_of<Member>();
    static constexpr auto& in(auto& model) { return model.*Member; }

    using Rules = std::remove_cvref_t<decltype(std::declval<Model&>().*Member)>;
    static_assert(table<Rules>.size() == spelling::member_count<Rules>(), "a process needs a table of its parameters");
};

template <auto Member>
constexpr Process<Member> process(std::string_view story)
{
    return {story};
}

template <class... Processes>
constexpr auto in_this_order(Processes... processes)
{
    static_assert(
        sizeof...(Processes) + 1 == spelling::member_count<Model>(), "every process needs its place in the week");
    return std::tuple{processes...};
}

/// The week, in the order people live it.
inline constexpr auto schedule = in_this_order(
    process<&Model::staying>("Friends hold people in the company; certificates and exhaustion take some of them away."),
    process<&Model::staffing>("People quit, and others are hired in their place."),
    process<&Model::transferring>("People move between silos, one by one or many at once."),
    process<&Model::hosting>("The support plan becomes what members feel this week."),
    process<&Model::joining>("Outsiders find the community or hear of it from colleagues, and some join."),
    process<&Model::participating>("Members feel like taking part, or do not: what it promises against what it costs."),
    process<&Model::helping>("Problems come to everybody; people ask where it looks most worth it, and others answer."),
    process<&Model::sharing>("Members share what nobody asked for, and whoever reads it may have it in mind when they need it."),
    process<&Model::recalling>("What was answered is kept, found again, and goes out of date."),
    process<&Model::tiring>("Who answers more than they bear may give out, and rests or leaves."),
    process<&Model::meeting>("Members come to events, talk, and some stay in touch."),
    process<&Model::introducing>("Members, and hosts, bring people together who do not know each other."),
    process<&Model::learning>("Whoever was shown how does it alone next time, and tells the team; what is not used is forgotten."),
    process<&Model::bonding>("Ties and the goodwill in them cool where nobody renews them."),
    process<&Model::certifying>("People sit exams; members who study together sit more of them and pass more often."),
    process<&Model::publishing>("Members write for the public."),
    process<&Model::recruiting>("Members recommend the company, and some vacancies are filled through them."),
    process<&Model::innovating>("Two people of different silos have an idea together, and a few ideas come to something."),
    process<&Model::leaving>("Members leave the community, newcomers sooner than others."),
    process<&Model::losing>("When somebody goes who carried much of the answering, the others lose heart for a while."),
    process<&Model::census>("The week is counted."),
    process<&Model::sponsoring>("Once a quarter the sponsor looks at what can be seen, and goes on, expands, cuts or stops."),
    process<&Model::allying>("Managers whose people were helped, or whom a convinced sponsor asks, open their silos."));

/// Calls `visit(process)` for every line of the schedule, in order.
template <class Visit>
constexpr void for_each_process(Visit visit)
{
    std::apply([&](auto... process) { (visit(process), ...); }, schedule);
}

/// One week in the life of the organization, and the page it leaves in the ledger.
Page tick(const Model&, const Week&, Organization&);

}  // namespace ekkyo
