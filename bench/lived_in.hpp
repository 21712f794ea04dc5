#pragma once

#include "ensemble.hpp"

#include <string>

namespace ekkyo {

inline constexpr Luck luck{1, 0};

inline Scenario supported(int employees)
{
    Scenario scenario;
    scenario.company.employees = employees;
    assign(scenario, "support.level", std::string("standard"));
    return scenario;
}

/// Three years of an organization with standard support.
struct LivedIn {
    Scenario scenario;
    Founding founding;
    Organization org;
    int week = 0;

    explicit LivedIn(int employees)
        : scenario(supported(employees)),
          founding(found(scenario.company, {}, 0.002, luck)),
          org(open(founding, Circle(founding, scenario.company, luck), scenario.model.bonding.circle))
    {
        while (week < 156) live_a_week();
    }

    Week now() const { return Week(luck, week, scenario.model.support); }
    Page live_a_week()
    {
        const Page page = tick(scenario.model, now(), org);
        week++;
        return page;
    }
};

}  // namespace ekkyo
