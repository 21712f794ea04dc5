#include "processes/publishing.hpp"

#include "calendar.hpp"
#include "ledger.hpp"
#include "organization.hpp"
#include "week.hpp"

namespace ekkyo {

void Publishing::operator()(const Week& week, const Organization& org, Page& page) const
{
    // now and then a member tells the public what the community does
    const double rate  = org.member_count() ? weekly_from_monthly(posts * core / 100) : 0;
    const auto authors = week.befallen(
        "publishing/posts", org.inside, rate, [&](Seat s) { return org.is_own(s) ? rate : 0; });

    // it takes time; what it is worth nobody knows
    page.posts = static_cast<double>(authors.size());
    for (Seat s : authors) page.posting_hours += on_the_clock(hours * org.wage(s));
}

}  // namespace ekkyo
