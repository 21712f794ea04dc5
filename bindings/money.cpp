#include "money.hpp"

#include "finance.hpp"
#include "matrix.hpp"
#include "module.hpp"
#include "rows.hpp"
#include "spreads.hpp"

#include <pybind11/numpy.h>
#include <pybind11/stl.h>

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
        for (std::size_t c = 0; c < table<Page>.size(); c++)
            for (std::size_t w = 0; w < weeks(); w++) table<Page>[c].set(ledger.pages[w], columns(c, r, w));
        for (std::size_t w = 0; w < weeks(); w++) ledger.plans[w] = {plan(0, r, w), plan(1, r, w)};
        return ledger;
    }

private:
    using Numbers = py::array_t<double, py::array::c_style | py::array::forcecast>;

    Numbers columns_, plan_;
    std::vector<std::vector<Launch>> launches_;
};

py::dict money(
    const Scenario& scenario,
    const py::dict& here,
    const py::dict& base,
    const py::array_t<double>& quantiles)
{
    const Kept ours(here), theirs(base);
    const std::size_t n = lines.size(), reps = ours.replicates(), weeks = ours.weeks();
    std::vector<std::string> names;
    for (const std::string& path : unknowns(scenario))
        if (path.starts_with("prices.")) names.push_back(path);

    py::array_t<double> drawn_prices({reps, names.size()});
    auto prices = drawn_prices.mutable_unchecked<2>();
    py::dict out("unknowns"_a = names);
    std::vector<Prices> by_replicate;
    const auto taken = quantiles.unchecked<2>();
    for (std::size_t r = 0; r < reps; r++) {
        std::vector<double> row;
        for (py::ssize_t i = 0; i < taken.shape(1); i++) row.push_back(taken(r, i));
        by_replicate.push_back(at_quantiles(scenario, row).prices);
        for (std::size_t i = 0; i < names.size(); i++)
            for (const auto& row : table<Prices>)
                if (names[i] == "prices." + std::string(row.name)) prices(r, i) = row.get(by_replicate[r]);
    }
    out["drawn_prices"] = drawn_prices;

    for (const auto& [name, innovation] : {std::pair("expected", Innovation::expected), {"drawn", Innovation::drawn}}) {
        py::array_t<double> flows({n, reps, weeks}), totals({n, reps});
        auto flow  = flows.mutable_unchecked<3>();
        auto total = totals.mutable_unchecked<2>();
        for (std::size_t r = 0; r < reps; r++) {
            const Account kept = account(ours.ledger(r), theirs.ledger(r), by_replicate[r], innovation);
            for (std::size_t i = 0; i < n; i++) {
                for (std::size_t w = 0; w < weeks; w++) flow(i, r, w) = table<Money>[i].get(kept.weeks[w]);
                total(i, r) = table<Money>[i].get(kept.run_off);
            }
        }
        out[name]                                      = flows;
        out[py::str(std::string(name) + "_runoff")] = totals;
    }
    return out;
}

}  // namespace

void bind_money(py::module_& m)
{
    m.attr("money_lines") = money_lines();
    m.attr("matrix")      = items();
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
