#include "processes/certifying.hpp"

#include "calendar.hpp"
#include "ledger.hpp"
#include "organization.hpp"
#include "week.hpp"

#include <algorithm>

namespace ekkyo {

namespace {

/// An exam that somebody sits: one they would have sat anyway, alone, or one more.
struct Exam {
    Seat seat;
    bool anyway, passed, passed_alone;
};

// the exams that studying together may have changed; those of everybody where all are followed
std::vector<Exam> exams_in(const Certifying& rules, const Week& week, const Organization& org)
{
    const bool groups     = org.member_count() > 1;
    const double anyway   = groups || week.draws_everybody() ? weekly_from_yearly(rules.attempts) : 0;
    const double besides  = groups ? weekly_from_yearly(rules.group_attempts * (1 + rules.supported / 100 * org.felt.study)) : 0;
    const double alone    = rules.passing / 100;
    const double together = std::min(1.0, alone + rules.group_passing / 100);
    const auto in_a_group = [&](Seat s) { return groups && org.is_inside(s); };
    const Seats& counted  = week.draws_everybody() ? org.employed : org.inside;

    // whoever sits an exam anyway sits the same one in every world, and has the same luck
    std::vector<Exam> exams;
    const auto results = week.chances("certifying/passes"), more_results = week.chances("certifying/passes one more");
    const auto often = [&](double rate) { return [&org, rate](Seat s) { return org.is_own(s) ? rate : 0; }; };
    for (Seat s : week.befallen("certifying/sits an exam", counted, anyway, often(anyway))) {
        const double luck = results.of(s).uniform();
        exams.push_back({s, true, luck < (in_a_group(s) ? together : alone), luck < alone});
    }

    // members sit some besides, because others study for them, and more where the company helps study groups along
    for (Seat s : week.befallen("certifying/sits one more", org.inside, besides, often(besides)))
        exams.push_back({s, false, more_results.of(s).chance(together), false});
    return exams;
}

// where a chronicle is kept, an exam that goes another way than without the community
void write_down(const Certifying& rules, const Exam& exam, Organization& org)
{
    const double hours = exam.anyway ? 0 : on_the_clock(rules.hours * org.wage(exam.seat));
    org.chronicle->sittings.push_back({org.chronicle->week, exam.seat, !exam.anyway, exam.passed, hours});
}

}  // namespace

void Certifying::operator()(const Week& week, Organization& org, Page& page) const
{
    // what people sit and pass anyway
    const bool everybody = week.draws_everybody();
    const double usual   = chance_of(weekly_from_yearly(attempts));
    const double heads   = everybody ? 0 : static_cast<double>(org.employees());
    const double wages   = everybody ? 0 : org.at_average_wage(org.headcount);
    page.attempts        = on_the_clock(heads * usual);
    page.certificates    = on_the_clock(heads * usual * passing / 100);
    page.study_hours     = on_the_clock(wages * usual * hours);

    // and what studying together changes: exams sat besides, and the same exams passed more often
    for (const Exam& exam : exams_in(*this, week, org)) {
        const bool booked = exam.anyway && !everybody;
        page.certificates += exam.passed - (booked && exam.passed_alone);
        if (exam.passed && !exam.passed_alone) org.certified.insert(exam.seat);
        if (org.chronicle && (!exam.anyway || exam.passed != exam.passed_alone)) write_down(*this, exam, org);
        if (booked) continue;
        page.attempts++;
        page.study_hours += on_the_clock(hours * org.wage(exam.seat));
    }
}

}  // namespace ekkyo
