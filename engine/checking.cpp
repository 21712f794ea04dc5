#include "checking.hpp"

#include "date.hpp"
#include "extract.hpp"
#include "spreads.hpp"
#include "words.hpp"

#include <Eigen/Cholesky>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <numbers>

namespace ekkyo {

namespace {

const Setting* setting_of(const std::vector<Setting>& settings, std::string_view path)
{
    const Setting* last = nullptr;
    for (const Setting& s : settings)
        if (s.path == path && s.from_week == 0 && s.silo < 0) last = &s;
    return last;
}

/// What is asked of the lines of all silos together.
void check_silos(Checking& checking, const Scenario& scenario)
{
    std::set<std::string> seen;
    std::set<int> named, staffed;
    double employees = 0;
    Place last;
    for (const Setting& s : scenario.settings) {
        if (s.silo < 0) continue;
        last = s.place;
        if (s.path == "employees") staffed.insert(s.silo), employees += scenario.silos[s.silo].employees;
        if (s.path != "name") continue;
        named.insert(s.silo);
        const std::string& name = scenario.silos[s.silo].name;
        if (name.find_first_not_of(" \t") == std::string::npos)
            checking.at(s.place, "a silo needs a name");
        else if (!seen.insert(name).second)
            checking.at(s.place, "the silo \"" + name + "\" is listed twice");
    }
    for (const Setting& s : scenario.settings) {
        if (s.silo < 0 || (named.contains(s.silo) && staffed.contains(s.silo))) continue;
        checking.at(s.place, "a silo needs a name and employees");
        named.insert(s.silo), staffed.insert(s.silo);
    }

    // other companies have no wage here, and one silo at least is the company's own
    const auto is_outside = [](const SiloRow& silo) { return silo.outside; };
    for (const Setting& s : scenario.settings)
        if (s.silo >= 0 && s.path == "relative_wage" && scenario.silos[s.silo].outside)
            checking.at(s.place, "a silo outside the company has no wage here; leave relative_wage out");
    if (!scenario.silos.empty() && std::ranges::all_of(scenario.silos, is_outside))
        checking.at(last, "every silo is outside the company; one at least must be its own");

    // together they are a company like any other
    Scenario together;
    if (employees > 0) checking.with(last, [&] { assign(together, "company.employees", employees); });
    if (employees > 0)
        checking.with(last, [&] { assign(together, "company.silos", static_cast<double>(scenario.silos.size())); });
}

Place place_of(const Scenario& scenario, std::string_view path)
{
    const Setting* setting = setting_of(scenario.settings, path);
    return setting ? setting->place : Place{};
}

/// A company is counted out, listed by silo, or read from an HR extract: only one of these.
void check_company(Checking& checking, const Scenario& scenario)
{
    const Company& company = scenario.company;
    const Place people     = place_of(scenario, "company.people");
    const bool has_people  = !company.people.empty();
    if (has_people && !std::filesystem::is_regular_file(company.people))
        checking.at(people, "there is no file " + company.people);
    else if (has_people && day_of(scenario.run.start))
        checking.with(people, [&] { found_from_extract(scenario, company.people); });
    for (const std::string path : {"company.employees", "company.silos", "company.team_size"}) {
        if (!setting_of(scenario.settings, path)) continue;
        if (has_people)
            checking.at(place_of(scenario, path), path + " comes from the HR extract when company.people names one");
        else if (!scenario.silos.empty() && path != "company.team_size")
            checking.at(
                place_of(scenario, path), path + " follows from the [[silo]] tables; leave it out of [company]");
    }
    if (has_people && !scenario.silos.empty())
        checking.at(people, "the silos come from the HR extract; [[silo]] cannot be listed as well");

    const Place turnover = place_of(scenario, "company.turnover");
    if (company.turnover != "drawn" && company.turnover != "recorded")
        checking.at(turnover, "company.turnover must be \"drawn\" or \"recorded\", not \"" + company.turnover + "\"");
    if (company.turnover == "recorded" && !has_people)
        checking.at(turnover, "only an HR extract (company.people) records hires and exits to replay");
}

void check_run(Checking& checking, const Scenario& scenario)
{
    const Run& run = scenario.run;
    if (!day_of(run.start))
        checking.at(place_of(scenario, "run.start"), "run.start = \"" + run.start + "\" is no date (YYYY-MM-DD)");
    if (setting_of(scenario.settings, "run.today") && run.today > run.weeks)
        checking.at(
            place_of(scenario, "run.today"),
            "run.today = " + in_words(run.today) + " lies after the last week (run.weeks = " + in_words(run.weeks) +
                ")");
}

void check_currency(Checking& checking, const Scenario& scenario)
{
    const std::string& currency = scenario.prices.currency;
    const auto is_capital       = [](char letter) { return letter >= 'A' && letter <= 'Z'; };
    if (currency.size() != 3 || !std::ranges::all_of(currency, is_capital))
        checking.at(
            place_of(scenario, "prices.currency"),
            "prices.currency = \"" + currency + "\" is no ISO 4217 code: three capital letters, such as JPY or EUR");
}

/// What is correlated is not known, and all that is said of it can be so at once.
void check_correlations(Checking& checking, const Scenario& scenario)
{
    const auto unknown = unknowns(scenario);
    const auto place   = [&](const Correlation& c) {
        return place_of(scenario, "correlation." + c.one + " ~ " + c.other);
    };
    std::vector<std::string> paths;
    const auto index = [&](const std::string& path) {
        const auto at = std::ranges::find(paths, path) - paths.begin();
        if (at == std::ssize(paths)) paths.push_back(path);
        return at;
    };
    const auto most      = static_cast<Eigen::Index>(2 * scenario.correlations.size());
    Eigen::MatrixXd form = Eigen::MatrixXd::Identity(most, most);
    for (const Correlation& c : scenario.correlations) {
        for (const std::string& path : {c.one, c.other})
            if (std::ranges::find(unknown, path) == unknown.end())
                checking.at(place(c), path + " is known here (or a choice), so nothing can go together with it");
        // Spearman's rank correlation of two normals, as Pearson's
        const auto a = index(c.one), b = index(c.other);
        form(a, b) = form(b, a) = 2 * std::sin(std::numbers::pi * c.rank / 6);
    }
    if (most > 0 && form.llt().info() != Eigen::Success)
        checking.at(
            place(scenario.correlations.back()),
            "these rank correlations contradict each other; two unknowns of which none is given have 0");
}

}  // namespace

void check_together(Checking& checking, const Scenario& scenario)
{
    check_silos(checking, scenario);
    check_company(checking, scenario);
    check_run(checking, scenario);
    check_currency(checking, scenario);
    check_correlations(checking, scenario);
}

}  // namespace ekkyo
