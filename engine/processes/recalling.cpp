#include "processes/recalling.hpp"

#include "calendar.hpp"
#include "ledger.hpp"
#include "organization.hpp"
#include "week.hpp"

namespace ekkyo {

void Recalling::operator()(const Week&, Organization& org, Page& page) const
{
    // what was answered or shared this week is kept, and what was kept goes out of date
    Archive& archive = org.archive;
    archive.answers  = archive.answers * exp2(-1 / weeks_from_months(half_life)) + page.answered + org.told.kept;

    // from next week on it is found again, as far as there is something that fits and a search worth the name
    const double search  = chat + (platform - chat) * org.felt.platform;
    archive.found        = chance_of(archive.answers * fit / 100) * search / 100;
    archive.search_hours = search_hours;
    archive.fit          = fit / 100;
    page.archive         = archive.answers;
}

}  // namespace ekkyo
