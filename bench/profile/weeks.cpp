// One year of a company that has lived three, line by line: `weeks EMPLOYEES [THREADS]` prints microseconds a week for each
// line of the schedule, and for one look at everybody the community has touched.

#include "../lived_in.hpp"

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <map>

using namespace ekkyo;

namespace {

constexpr int weeks = 52;

class Stopwatch {
public:
    explicit Stopwatch(double& spent) : spent_(spent) {}
    ~Stopwatch() { spent_ += std::chrono::duration<double, std::micro>(std::chrono::steady_clock::now() - began_).count(); }

private:
    double& spent_;
    std::chrono::steady_clock::time_point began_ = std::chrono::steady_clock::now();
};

double readiness_of_everybody(const Organization& org)
{
    double sum = 0;
    for (const Member& member : org.members) sum += member.inside ? member.readiness : 0;
    return sum;
}

}  // namespace

void live_on(LivedIn& company)
{
    std::map<std::string, double> spent;
    for (int w = 0; w < weeks; w++, company.week++) {
        const Week week = company.now();
        Page page;
        for_each_process([&](auto process) {
            Stopwatch watch(spent[std::string(process.name)]);
            process.in(company.scenario.model)(week, company.org, page);
        });
        Stopwatch watch(spent["a look at everybody touched"]);
        [[maybe_unused]] const volatile double seen = readiness_of_everybody(company.org);
    }
    for (const auto& [name, us] : spent) std::printf("%s\t%.2f\n", name.c_str(), us / weeks);
    std::printf("touched\t%zu\n", company.org.members.size() - company.org.free_rows.size());
    std::printf("members\t%lld\n", static_cast<long long>(company.org.member_count()));
}

int main(int argc, char** argv)
{
    LivedIn company(argc > 1 ? std::atoi(argv[1]) : 1'000'000);
    with_threads(argc > 2 ? std::atoi(argv[2]) : 1, [&] { live_on(company); });
}
