#include "processes/losing.hpp"

#include "arithmetic.hpp"
#include "ledger.hpp"
#include "organization.hpp"
#include "week.hpp"

#include <algorithm>

namespace ekkyo {

void Losing::operator()(const Week& week, Organization& org, Page& page) const
{
    // what was lost before is got over little by little
    Burden& burden = org.burden;
    burden.dismay *= exp2(-1 / recovery);

    // whoever is gone took along what they carried; the others feel it where it was much and not shared
    const double all = burden.carried;
    for (const Load& load : burden.gone) {
        const double taken  = std::min(all, org.carries(load, week.number()));
        const double share  = all > 0 ? taken / all : 0;
        const double missed = std::max(0.0, share - notable / 100) * (1 - org.felt.in_turns);
        burden.dismay       = std::min(1.0, burden.dismay + dismay / 100 * missed);
        burden.carried      = std::max(0.0, burden.carried - taken);
    }
    burden.gone.clear();
    page.dismay = burden.dismay;
}

}  // namespace ekkyo
