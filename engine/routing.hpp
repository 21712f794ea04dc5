#pragma once

#include <array>

/// Whom people turn to with a problem that neither their team nor a search has solved.
///
/// One rule: ask where the gain looks largest, as long as there is one, and go on until somebody solves it.
namespace ekkyo {

/// Where help may come from: people, the archive of what the community has answered before, or that somebody knows how by
/// now, from lessons of their own, from the team or from what they have read.
enum class Source : int { colleague, tie, archive, community, stranger, oneself, team, reading, nobody };

/// One source of help, as it is and as it looks to the asker.
struct Channel {
    Source source;
    double cost;       // hours, both sides
    double success;    // probability
    double perceived;  // the probability the asker believes in
    double reserve;    // hours the problem must be worth beyond that
    double luck;       // it succeeds when this is below `success`

    Channel with(double luck) const { return {source, cost, success, perceived, reserve, luck}; }
    double gain(double hours) const { return perceived * hours - cost - reserve; }
};

/// The sources somebody can turn to, best first.
struct Channels {
    std::array<Channel, 4> best;
    int count = 0;
    int first = 0;  // how many of them come before all others, however good these look

    /// Where to look before anybody is asked, if that looks worth it.
    void begin_with(const Channel&, double hours);

    /// Offers a source for a problem of so many hours; it is left out where asking does not look worth it.
    void offer(const Channel&, double hours);
};

/// What a problem took in the end, and who solved it.
struct Outcome {
    double stuck    = 0;               // hours alone with it
    double requests = 0;               // hours of both sides, outside the community and its archive
    Source solved   = Source::nobody;
    unsigned asked  = 0;               // a bit per source

    bool has_asked(Source source) const { return asked >> static_cast<int>(source) & 1; }
    double hours() const { return stuck + requests; }
    bool operator==(const Outcome&) const = default;
};

/// What happens with the luck the channels carry.
Outcome live(const Channels&, double hours);

/// What happens on average.
Outcome expect(const Channels&, double hours);

/// The mean square of the hours it takes in all, outside the community.
double expected_square(const Channels&, double hours);

}  // namespace ekkyo
