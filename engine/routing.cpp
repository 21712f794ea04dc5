#include "routing.hpp"

#include <algorithm>

namespace ekkyo {

void Channels::begin_with(const Channel& channel, double hours)
{
    offer(channel, hours);
    first = count;
}

void Channels::offer(const Channel& channel, double hours)
{
    const double gain = channel.gain(hours);
    if (gain <= 0) return;
    int place = count++;
    for (; place > first && best[place - 1].gain(hours) < gain; place--) best[place] = best[place - 1];
    best[place] = channel;
}

Outcome live(const Channels& channels, double hours)
{
    Outcome outcome;
    for (int c = 0; c < channels.count; c++) {
        const Channel& channel = channels.best[c];
        outcome.asked |= 1u << static_cast<int>(channel.source);
        if (channel.source != Source::community && channel.source != Source::archive) outcome.requests += channel.cost;
        if (channel.luck < channel.success) {
            outcome.solved = channel.source;
            return outcome;
        }
    }
    outcome.stuck = hours;
    return outcome;
}

Outcome expect(const Channels& channels, double hours)
{
    Outcome outcome;
    double unsolved = 1;
    for (int c = 0; c < channels.count; c++) {
        outcome.requests += unsolved * channels.best[c].cost;
        unsolved *= 1 - channels.best[c].success;
    }
    outcome.stuck = unsolved * hours;
    return outcome;
}

double expected_square(const Channels& channels, double hours)
{
    double square = 0, unsolved = 1, spent = 0;
    for (int c = 0; c < channels.count; c++) {
        spent += channels.best[c].cost;
        square += unsolved * channels.best[c].success * spent * spent;
        unsolved *= 1 - channels.best[c].success;
    }
    return square + unsolved * (spent + hours) * (spent + hours);
}

}  // namespace ekkyo
