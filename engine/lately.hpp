#pragma once

#include <cstdint>

namespace ekkyo {

/// What somebody did and felt in the last 13 weeks, a bit for each; this week's is the lowest.
struct Lately {
    std::uint16_t acted    = 0;      // asked, answered, shared something or came to an event
    std::uint16_t answered = 0;      // was answered
    std::uint16_t enjoyed  = 0;      // met a friend or somebody new at an event
    bool ever              = false;  // did anything since joining

    void act() { acted |= 1, ever = true; }

    void pass_a_week()
    {
        for (std::uint16_t* weeks : {&acted, &answered, &enjoyed})
            *weeks = static_cast<std::uint16_t>(*weeks << 1 & 0x1FFF);
    }
};

}  // namespace ekkyo
