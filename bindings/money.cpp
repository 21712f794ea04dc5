#include "money.hpp"

#include "finance.hpp"
#include "matrix.hpp"
#include "module.hpp"
#include "parallel.hpp"
#include "rows.hpp"
#include "spreads.hpp"

#include <pybind11/numpy.h>
#include <pybind11/stl.h>

#include <bit>
#include <sstream>

namespace py = pybind11;
using namespace py::literals;

namespace ekkyo {

namespace {

py::list money_lines()
{
    py::list all;
    for (std::size_t i = 0; i < lines.size(); i++) {
        py::dict row       = row_of(table<Money>[i]);
        row["side"]        = lines[i].side == Side::cost ? "cost" : "value";
        row["in_cash"]     = lines[i].is_cash;
        row["in_full"]     = true;
        row["item"]        = lines[i].item;
        all.append(row);
    }
    return all;
}

py::list items()
{
    py::list all;
    for (const Item& item : matrix) {
        py::list carriers, columns;
        for (std::size_t i = 0; i < lines.size(); i++)
            if (lines[i].item == item.code) carriers.append(table<Money>[i].name);
        std::istringstream words{std::string(item.counted_in)};
        for (std::string column; words >> column;) columns.append(column);
        all.append(py::dict(
            "code"_a      = item.code,
            "cell"_a      = item.cell,
            "text"_a      = item.text,
            "ja"_a        = item.ja,
            "treatment"_a = item.treatment,
            "rests_on"_a  = item.rests_on,
            "against"_a   = item.against,
            "line"_a      = carriers,
            "columns"_a   = columns));
    }
    return all;
}

/// A world as it came out of a run or a file: pages and plans per replicate, launches by replicate.
class Kept {
public:
    explicit Kept(const py::dict& world)
        : columns_(world["columns"].cast<Numbers>()), plan_(world["plan"].cast<Numbers>()), launches_(columns_.shape(1))
    {
        if (columns_.shape(0) != static_cast<py::ssize_t>(table<Page>.size()))
            throw py::value_error("these columns are not those of this version's ledger");
        const py::dict fields = world["launches"].attr("dtype").attr("fields").cast<py::dict>();
        const auto table      = world["launches"];
        const auto column     = [&](const char* name) { return table[name].attr("astype")("float64").cast<py::array_t<double>>(); };
        const auto replicate = column("replicate"), week = column("week"), matures = column("matures"), sign = column("sign");
        const auto business = column("new_business"), success = column("success"), quantile = column("quantile");
        for (py::ssize_t l = 0; l < replicate.size(); l++)
            launches_[static_cast<std::size_t>(replicate.at(l))].push_back(
                {.week         = static_cast<std::int32_t>(week.at(l)),
                 .matures      = static_cast<std::int32_t>(matures.at(l)),
                 .new_business = business.at(l) != 0,
                 .sign         = static_cast<std::int8_t>(sign.at(l)),
                 .success      = success.at(l),
                 .quantile     = quantile.at(l)});
    }

    std::size_t replicates() const { return launches_.size(); }
    std::size_t weeks() const { return static_cast<std::size_t>(columns_.shape(2)); }

    Ledger ledger(std::size_t r) const
    {
        const auto columns = columns_.unchecked<3>();
        const auto plan    = plan_.unchecked<3>();
        Ledger ledger{std::vector<Page>(weeks()), std::vector<Plan>(weeks()), launches_[r]};
        std::vector<std::array<double, table<Page>.size()>> pages(weeks());
        for (std::size_t c = 0; c < table<Page>.size(); c++)
            for (std::size_t w = 0; w < weeks(); w++) pages[w][c] = columns(c, r, w);
        for (std::size_t w = 0; w < weeks(); w++) ledger.pages[w] = std::bit_cast<Page>(pages[w]);
        for (std::size_t w = 0; w < weeks(); w++) ledger.plans[w] = {plan(0, r, w), plan(1, r, w)};
        return ledger;
    }

private:
    using Numbers = py::array_t<double, py::array::c_style | py::array::forcecast>;

    Numbers columns_, plan_;
    std::vector<std::vector<Launch>> launches_;
};

/// Money of every line by replicate and week, and in all with run-off.
struct Flows {
    Flows(std::size_t replicates, std::size_t weeks) : flows({lines.size(), replicates, weeks}), totals({lines.size(), replicates}) {}

    void set(std::size_t replicate, const Account& account)
    {
        auto flow  = flows.mutable_unchecked<3>();
        auto total = totals.mutable_unchecked<2>();
        for (std::size_t i = 0; i < lines.size(); i++) {
            for (std::size_t w = 0; w < account.weeks.size(); w++) flow(i, replicate, w) = std::bit_cast<Lines>(account.weeks[w])[i];
            total(i, replicate) = table<Money>[i].get(account.run_off);
        }
    }

    py::array_t<double> flows, totals;
};

py::dict money(
    const Scenario& scenario,
    const py::dict& here,
    const py::dict& base,
    const py::array_t<double>& quantiles)
{
    const Kept ours(here), theirs(base);
    const std::size_t reps = ours.replicates(), weeks = ours.weeks();
    const auto all = unknowns(scenario);
    std::vector<std::size_t> places;
    std::vector<std::string> names;
    for (std::size_t i = 0; i < all.size(); i++)
        if (all[i].starts_with("prices.")) places.push_back(i), names.push_back(all[i]);

    py::array_t<double> drawn_prices({reps, names.size()});
    Flows expected(reps, weeks), drawn(reps, weeks);
    auto prices      = drawn_prices.mutable_unchecked<2>();
    const auto taken = quantiles.unchecked<2>();
    {
        py::gil_scoped_release others_may_run;
        in_parallel(reps, [&](std::size_t r) {
            std::vector<double> row;
            for (py::ssize_t i = 0; i < taken.shape(1); i++) row.push_back(taken(static_cast<py::ssize_t>(r), i));
            const Scenario known = at_quantiles(scenario, row);
            const auto values    = unknown_in(known);
            for (std::size_t i = 0; i < places.size(); i++) prices(r, i) = values[places[i]];

            const Ledger in_ours = ours.ledger(r), in_theirs = theirs.ledger(r);
            expected.set(r, account(in_ours, in_theirs, known.prices, Innovation::expected));
            drawn.set(r, account(in_ours, in_theirs, known.prices, Innovation::drawn));
        });
    }
    return py::dict(
        "unknowns"_a        = names,
        "drawn_prices"_a    = drawn_prices,
        "expected"_a        = expected.flows,
        "expected_runoff"_a = expected.totals,
        "drawn"_a           = drawn.flows,
        "drawn_runoff"_a    = drawn.totals);
}

/// What each launched idea of a world brought, in the order of its launches: (launch, [until, paid, in all, horizon,
/// usual]).
py::array_t<double> worths(const Scenario& scenario, const py::dict& world, const py::array_t<double>& quantiles)
{
    const Kept kept(world);
    const auto taken = quantiles.unchecked<2>();
    std::vector<Worth> all;
    for (std::size_t r = 0; r < kept.replicates(); r++) {
        std::vector<double> row;
        for (py::ssize_t i = 0; i < taken.shape(1); i++) row.push_back(taken(static_cast<py::ssize_t>(r), i));
        const auto worth = worth_of_launches(kept.ledger(r), at_quantiles(scenario, row).prices);
        all.insert(all.end(), worth.begin(), worth.end());
    }
    py::array_t<double> out({all.size(), std::size_t{5}});
    auto at = out.mutable_unchecked<2>();
    for (std::size_t l = 0; l < all.size(); l++) {
        at(l, 0) = all[l].until, at(l, 1) = all[l].paid;
        at(l, 2) = all[l].in_all, at(l, 3) = all[l].horizon;
        at(l, 4) = all[l].usual;
    }
    return out;
}

/// What single things are worth at the prices of one replicate, and what money of each week is worth on the first day.
py::dict unit_prices(const Scenario& scenario, const std::vector<double>& quantiles)
{
    const Prices prices = at_quantiles(scenario, quantiles).prices;
    std::vector<double> today;
    for (int week = 0; week < scenario.run.weeks; week++)
        today.push_back(discount_factor(prices.discount / 100, 7.0 * week));
    return py::dict(
        "hour"_a        = worth_of_an_hour(prices),
        "replacing"_a   = cost_of_replacing(prices),
        "certificate"_a = prices.certificate,
        "exam"_a        = prices.certificate_fee,
        "referral"_a    = prices.hire - prices.referral_bonus,
        "today"_a       = py::array(py::cast(today)));
}

}  // namespace

void bind_money(py::module_& m)
{
    m.attr("money_lines") = money_lines();
    m.attr("matrix")      = items();
    m.def("worths", &worths, "scenario"_a, "world"_a, "quantiles"_a);
    m.def("unit_prices", &unit_prices, "scenario"_a, "quantiles"_a);
    m.def("money", &money, "scenario"_a, "here"_a, "base"_a, "quantiles"_a);
    m.def(
        "share_above",
        [](double median, double spread, double ceiling, double chance) {
            return CappedLognormal{median, spread, ceiling}.share_above(chance);
        },
        "median"_a,
        "spread"_a,
        "ceiling"_a,
        "chance"_a);
}

}  // namespace ekkyo
