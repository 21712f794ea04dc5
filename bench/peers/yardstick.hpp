#pragma once

#include <sys/resource.h>

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <string_view>
#include <vector>

/// The word-of-mouth yardstick: what the C++ programs share, so that they differ only in how they live a week.
///
/// Everybody has eight colleagues on average, drawn at random. Every week an outsider joins with a chance that grows
/// with the share of colleagues who are members, and a member leaves with a fixed chance; all from the state at the
/// start of the week.
namespace yardstick {

inline constexpr double members_at_first = 0.01;
inline constexpr double discovery        = 0.002;
inline constexpr double word_of_mouth    = 0.04;
inline constexpr double leaving          = 0.02;
inline constexpr int pairs_per_person    = 4;

using Person = std::uint32_t;

/// What is asked on the command line: PEOPLE WEEKS SEED.
struct Request {
    Person people      = 100'000;
    int weeks          = 520;
    std::uint64_t seed = 1;

    Request(int count, char** words)
    {
        if (count > 1) people = static_cast<Person>(std::strtoul(words[1], nullptr, 10));
        if (count > 2) weeks = std::atoi(words[2]);
        if (count > 3) seed = std::strtoull(words[3], nullptr, 10);
        if (people < 2 || weeks < 1) {
            std::fprintf(stderr, "usage: %s PEOPLE WEEKS SEED, at least two people and one week\n", words[0]);
            std::exit(2);
        }
    }
};

/// Who works with whom: the colleagues of person i are `who[first[i]] .. who[first[i + 1] - 1]`.
struct Colleagues {
    std::vector<std::uint32_t> first;
    std::vector<Person> who;

    std::uint32_t of(Person i) const { return first[i + 1] - first[i]; }

    template <class Visit>
    void each(Person i, Visit visit) const
    {
        for (std::uint32_t k = first[i]; k < first[i + 1]; k++) visit(who[k]);
    }
};

/// Colleagues from pairs of people; `each_pair(visit)` is called twice and must say the same pairs both times.
template <class EachPair>
Colleagues paired(Person people, EachPair each_pair)
{
    // how many each has
    Colleagues colleagues{std::vector<std::uint32_t>(people + 2), {}};
    auto& first = colleagues.first;
    each_pair([&](Person a, Person b) {
        if (a != b) first[a + 2]++, first[b + 2]++;
    });
    for (Person i = 0; i < people; i++) first[i + 2] += first[i + 1];

    // who they are
    colleagues.who.resize(first[people + 1]);
    each_pair([&](Person a, Person b) {
        if (a != b) colleagues.who[first[a + 1]++] = b, colleagues.who[first[b + 1]++] = a;
    });
    first.pop_back();
    return colleagues;
}

/// Colleagues from a generator that can be copied: it draws the same pairs twice.
template <class Chance>
Colleagues drawn(Person people, Chance chance)
{
    return paired(people, [&](auto visit) {
        Chance again = chance;
        for (Person pair = 0; pair < pairs_per_person * people; pair++) {
            const Person one = again.below(people);
            visit(one, again.below(people));
        }
    });
}

/// Time on a processor: other people's programs beside this one disturb it less than they do a clock.
inline double processor_seconds()
{
    timespec now{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) + 1e-9 * static_cast<double>(now.tv_nsec);
}

/// Lives the weeks, one after another, and prints what came of them and what it took as a line of JSON.
template <class LiveAWeek>
void report(std::string_view program, const Request& asked, LiveAWeek live_a_week)
{
    std::vector<long> members;
    const double began = processor_seconds();
    for (int week = 0; week < asked.weeks; week++) members.push_back(live_a_week(week));
    const double taken = processor_seconds() - began;

    rusage use{};
    getrusage(RUSAGE_SELF, &use);
    std::printf("{\"program\": \"%.*s\", ", static_cast<int>(program.size()), program.data());
    std::printf("\"people\": %u, \"weeks\": %d, \"seconds\": %.6f, ", asked.people, asked.weeks, taken);
    std::printf("\"peak_bytes\": %ld, \"members\": [", use.ru_maxrss * 1024);
    for (std::size_t week = 0; week < members.size(); week++) std::printf("%s%ld", week ? ", " : "", members[week]);
    std::printf("]}\n");
}

}  // namespace yardstick
