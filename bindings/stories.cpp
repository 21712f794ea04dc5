#include "stories.hpp"

#include "module.hpp"
#include "trials.hpp"

#include <pybind11/stl.h>

namespace py = pybind11;
using namespace py::literals;

namespace ekkyo {

namespace {

py::tuple both(const Weeks& weeks)
{
    return py::make_tuple(weeks.from, weeks.until);
}

py::dict told(const Encounter& encounter)
{
    constexpr const char* occasions[] = {"event", "answer", "favour", "introduction"};
    return py::dict("week"_a = encounter.week, "occasion"_a = occasions[static_cast<std::size_t>(encounter.occasion)]);
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

/// Every column of the ledger, by week, to hold against what was kept.
py::array_t<double> columns_of(const Ledger& ledger)
{
    py::array_t<double> out({table<Page>.size(), ledger.pages.size()});
    auto at = out.mutable_unchecked<2>();
    for (std::size_t c = 0; c < table<Page>.size(); c++)
        for (std::size_t w = 0; w < ledger.pages.size(); w++) at(c, w) = table<Page>[c].get(ledger.pages[w]);
    return out;
}

py::dict told(const Retold& retold)
{
    py::list stories, launches;
    for (std::size_t s = 0; s < retold.stories.size(); s++)
        stories.append(
            told(retold.stories[s], retold.silos[retold.silo_of[2 * s]], retold.silos[retold.silo_of[2 * s + 1]]));
    for (const Launch& launch : retold.ledger.launches)
        launches.append(py::make_tuple(launch.week, launch.matures, launch.success, launch.quantile));
    return py::dict("stories"_a = stories, "launches"_a = launches, "columns"_a = columns_of(retold.ledger));
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
    std::vector<Retold> all(trials.size());
    {
        py::gil_scoped_release others_may_run;
        with_threads(threads, [&] {
            in_parallel(trials.size(), [&](std::size_t t) { all[t] = retell(study, trials[t], world, twin); });
        });
    }
    py::list lives;
    for (const Retold& retold : all) lives.append(told(retold));
    return lives;
}

}  // namespace

void bind_stories(py::module_& m)
{
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
