#include "processes/census.hpp"

#include "calendar.hpp"
#include "ledger.hpp"
#include "organization.hpp"
#include "week.hpp"

namespace ekkyo {

void Census::operator()(const Week& week, const Organization& org, Page& page) const
{
    page.members   = static_cast<double>(org.member_count());
    page.employees = static_cast<double>(org.employees());
    page.tenure    = page.employees > 0 ? (week.number() - org.hired_sum / page.employees) / weeks_per_year : 0;
    page.ties      = org.ties.alive(false) + org.ties.alive(true);
    page.bridges   = org.ties.alive(true);
}

}  // namespace ekkyo
