#include "stories.hpp"

#include "module.hpp"
#include "trials.hpp"

#include <pybind11/stl.h>

#include <algorithm>
#include <memory>

namespace py = pybind11;
using namespace py::literals;

namespace ekkyo {

namespace {

py::tuple both(const Weeks& weeks)
{
    return py::make_tuple(weeks.from, weeks.until);
}

const char* name_of(Occasion occasion)
{
    constexpr const char* occasions[] = {"event", "answer", "favour", "introduction"};
    return occasions[static_cast<std::size_t>(occasion)];
}

py::dict told(const Encounter& encounter)
{
    return py::dict("week"_a = encounter.week, "occasion"_a = name_of(encounter.occasion));
}

/// Somebody by number, and what they are known by: their silo.
py::dict told(const Person& person, const std::string& silo, const Weeks& here, const Weeks& twin)
{
    return py::dict(
        "seat"_a        = person.seat,
        "came"_a        = person.came,
        "silo"_a        = silo,
        "here"_a        = both(here),
        "in_the_twin"_a = both(twin));
}

py::dict told(const Story& story, const std::string& silo_of_one, const std::string& silo_of_other)
{
    py::list colleagues;
    for (const Weeks& weeks : story.twin.colleagues) colleagues.append(both(weeks));
    return py::dict(
        "launch"_a      = story.launch,
        "one"_a         = told(story.one, silo_of_one, story.one_stays, story.twin.one),
        "other"_a       = told(story.other, silo_of_other, story.other_stays, story.twin.other),
        "met"_a         = told(story.met),
        "last"_a        = told(story.last),
        "times"_a       = story.times,
        "warmth"_a      = story.warmth,
        "complicated"_a = story.complicated,
        "colleagues"_a  = colleagues);
}

/// Somebody who works here in a week of a life, with both of their lives.
py::dict told(const Retold& life, const Person& person, int week)
{
    const auto in = [&](const Chronicle& world) { return stay_of(person, life.founding, world, life.weeks()); };
    return told(person, life.silo_of(person.seat, week), in(life.here), in(life.twin));
}

py::object told_of_holder(const Retold& life, Seat seat, int week)
{
    const auto person = seat == nobody ? std::nullopt : holder_of(life.founding, life.here, seat, week);
    return person ? py::object(told(life, *person, week)) : py::none();
}

py::object told(const std::optional<Encounter>& encounter)
{
    return encounter ? py::object(told(*encounter)) : py::none();
}

py::dict told(const Outcome& outcome)
{
    constexpr const char* sources[] = {
        "colleague", "friend", "archive", "community", "stranger", "oneself", "team", "reading", "nobody"};
    return py::dict(
        "stuck"_a    = outcome.stuck,
        "requests"_a = outcome.requests,
        "solved"_a   = sources[static_cast<std::size_t>(outcome.solved)],
        "asked"_a    = outcome.has_asked(Source::tie),
        "posted"_a   = outcome.has_asked(Source::community));
}

/// One number of each thing in a row.
template <class Things, class Get>
auto column(const Things& things, Get get)
{
    py::array_t<decltype(get(things[0]))> out(things.size());
    auto at = out.template mutable_unchecked<1>();
    for (std::size_t i = 0; i < things.size(); i++) at(i) = get(things[i]);
    return out;
}

// nobody was asked: it had been answered before, or told unasked
bool is_found(Source source)
{
    return source == Source::archive || source == Source::reading;
}

py::dict difficulties_of(const Retold& life)
{
    const auto& all = life.here.difficulties;
    const auto by   = [&](Source source) { return column(all, [=](const Difficulty& d) { return d.here.solved == source; }); };
    return py::dict(
        "week"_a    = column(all, [](const Difficulty& d) { return d.week; }),
        "saved"_a   = column(all, [](const Difficulty& d) { return d.saved; }),
        "beside"_a  = column(all, [](const Difficulty& d) { return d.asking + d.answering; }),
        "answer"_a  = by(Source::community),
        "favour"_a  = by(Source::tie),
        "lesson"_a  = by(Source::oneself),
        "carried"_a = by(Source::team),
        "found"_a   = column(all, [](const Difficulty& d) { return is_found(d.here.solved); }));
}

/// What somebody had been shown in the community before a week, and by whom of those who were here then.
py::object schooling_before(const Retold& life, Seat seat, int week)
{
    const auto pupil = seat == nobody ? std::nullopt : holder_of(life.founding, life.here, seat, week);
    if (!pupil) return py::none();
    const Schooling has = schooling_of(*pupil, life.here, week);
    return py::dict(
        "times"_a   = has.times,
        "events"_a  = has.events,
        "teacher"_a = has.last ? told_of_holder(life, has.last->teacher, has.last->week) : py::none(),
        "last"_a    = has.last ? py::object(py::int_(has.last->week)) : py::none(),
        "occasion"_a = has.last ? py::object(py::str(name_of(has.last->occasion))) : py::none());
}

/// A difficulty with all that led to it.
py::dict difficulty_of(const Retold& life, std::size_t number)
{
    const Difficulty& d = life.here.difficulties.at(number);
    const Person asker  = holder_of(life.founding, life.here, d.seat, d.week).value();
    const auto helper   = told_of_holder(life, d.helper, d.week);
    const auto known    = d.helper == nobody ? std::nullopt : acquaintance_of(life.founding, life.here, d.seat, d.helper, d.week);
    return py::dict(
        "week"_a      = d.week,
        "one"_a       = told(life, asker, d.week),
        "joined"_a    = belonging_of(asker, life.here, d.week).joined,
        "other"_a     = helper,
        "met"_a       = known ? py::object(told(known->met)) : py::none(),
        "last"_a      = known ? py::object(told(known->last)) : py::none(),
        "learned"_a   = schooling_before(life, d.here.solved == Source::team ? d.helper : d.seat, d.week),
        "here"_a      = told(d.here),
        "twin"_a      = told(d.twin),
        "saved"_a     = d.saved,
        "asking"_a    = d.asking,
        "answering"_a = d.answering);
}

py::dict partings_of(const Retold& life)
{
    return py::dict(
        "here"_a    = column(life.partings, [](const Parting& p) { return p.here.value_or(-1); }),
        "twin"_a    = column(life.partings, [](const Parting& p) { return p.twin.value_or(-1); }),
        "in_both"_a = column(life.partings, [](const Parting& p) { return p.in_both; }));
}

/// A parting, and what somebody had in the community when it came in one of the worlds.
py::dict parting_of(const Retold& life, std::size_t number)
{
    const Parting& p     = life.partings.at(number);
    const int until      = life.weeks();
    const int week       = std::min(p.here.value_or(until), p.twin.value_or(until));
    const Belonging has  = belonging_of(p.person, life.here, week);
    const auto friend_of = [&](const std::optional<Encounter>& encounter) {
        return encounter ? told_of_holder(life, encounter->b, encounter->week) : py::none();
    };
    const auto left = std::ranges::find_if(life.here.passages, [&](const Passage& passage) {
        return !passage.came && passage.seat == p.person.seat && passage.week == p.here;
    });
    const bool found = left != life.here.passages.end();
    return py::dict(
        "one"_a       = told(life, p.person, week),
        "joined"_a    = has.joined,
        "friends"_a   = has.friends,
        "met"_a       = told(has.first),
        "other"_a     = friend_of(has.first),
        "last"_a      = told(has.last),
        "lately"_a    = friend_of(has.last),
        "certified"_a = found && left->certified,
        "resting"_a   = found && left->resting);
}

py::dict sittings_of(const Retold& life)
{
    const auto& all = life.here.sittings;
    return py::dict(
        "week"_a    = column(all, [](const Sitting& s) { return s.week; }),
        "besides"_a = column(all, [](const Sitting& s) { return s.besides; }),
        "passed"_a  = column(all, [](const Sitting& s) { return s.passed; }),
        "hours"_a   = column(all, [](const Sitting& s) { return s.hours; }));
}

/// Who sat an exam, and what they had in the community.
py::dict sitting_of(const Retold& life, std::size_t number)
{
    const Sitting& s    = life.here.sittings.at(number);
    const Person person = holder_of(life.founding, life.here, s.seat, s.week).value();
    const Belonging has = belonging_of(person, life.here, s.week);
    return py::dict("one"_a = told(life, person, s.week), "joined"_a = has.joined, "friends"_a = has.friends);
}

py::dict referrals_of(const Retold& life)
{
    return py::dict("week"_a = column(life.here.referrals, [](const Referral& r) { return r.week; }));
}

/// Who recommended somebody, and the vacancies of the week in which they were hired.
py::dict referral_of(const Retold& life, std::size_t number)
{
    const Referral& r = life.here.referrals.at(number);
    const Person by   = holder_of(life.founding, life.here, r.by, r.recommended).value();
    const Hires hires = hires_of(life, r.week);
    const bool single = hires.here.size() == 1;
    return py::dict(
        "one"_a           = told(life, by, r.recommended),
        "joined"_a        = belonging_of(by, life.here, r.recommended).joined,
        "recommended"_a   = r.recommended,
        "week"_a          = r.week,
        "other"_a         = single ? told_of_holder(life, hires.here[0], r.week) : py::none(),
        "hires"_a         = hires.here.size(),
        "hires_without"_a = hires.twin.size(),
        "same"_a          = single && std::ranges::find(hires.twin, hires.here[0]) != hires.twin.end());
}

/// Every column of the ledger, by week, to hold against what was kept.
py::array_t<double> columns_of(const Ledger& ledger)
{
    py::array_t<double> out({table<Page>.size(), ledger.pages.size()});
    auto at = out.mutable_unchecked<2>();
    for (std::size_t c = 0; c < table<Page>.size(); c++)
        for (std::size_t w = 0; w < ledger.pages.size(); w++) at(c, w) = table<Page>[c].get(ledger.pages[w]);
    return out;
}

py::dict told(std::shared_ptr<Retold> life)
{
    py::list stories, launches;
    for (const Story& story : life->stories) {
        const int week = life->ledger.launches[story.launch].week;
        stories.append(told(story, life->silo_of(story.one.seat, week), life->silo_of(story.other.seat, week)));
    }
    for (const Launch& launch : life->ledger.launches)
        launches.append(py::make_tuple(launch.week, launch.matures, launch.success, launch.quantile));
    return py::dict(
        "stories"_a = stories, "launches"_a = launches, "columns"_a = columns_of(life->ledger), "life"_a = life);
}

/// A world and its twin, once more for each of these replicates, in writing.
py::list retell_all(
    const Scenario& scenario,
    std::vector<World> worlds,
    const std::string& world,
    const std::string& twin,
    const std::vector<std::uint32_t>& replicates,
    const py::array_t<double>& quantiles,
    int threads)
{
    const Study study = study_of(scenario, std::move(worlds));
    const auto trials = trials_of(replicates, quantiles);
    std::vector<std::shared_ptr<Retold>> all(trials.size());
    {
        py::gil_scoped_release others_may_run;
        with_threads(threads, [&] {
            in_parallel(trials.size(), [&](std::size_t t) {
                all[t] = std::make_shared<Retold>(retell(study, trials[t], world, twin));
            });
        });
    }
    py::list lives;
    for (const auto& life : all) lives.append(told(life));
    return lives;
}

}  // namespace

void bind_stories(py::module_& m)
{
    py::class_<Retold, std::shared_ptr<Retold>>(m, "Retold")
        .def("difficulties", &difficulties_of)
        .def("difficulty", &difficulty_of, "number"_a)
        .def("partings", py::overload_cast<const Retold&>(&partings_of))
        .def("parting", &parting_of, "number"_a)
        .def("sittings", &sittings_of)
        .def("sitting", &sitting_of, "number"_a)
        .def("referrals", &referrals_of)
        .def("referral", &referral_of, "number"_a);
    m.def(
        "retell",
        &retell_all,
        "scenario"_a,
        "worlds"_a,
        "world"_a,
        "twin"_a,
        "replicates"_a,
        "quantiles"_a,
        "threads"_a = 0);
}

}  // namespace ekkyo
