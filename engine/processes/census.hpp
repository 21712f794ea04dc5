#pragma once

#include "field.hpp"

namespace ekkyo {

class Week;
struct Organization;
struct Page;

/// The week is counted. What members are called is a label of what they did lately, and nothing depends on it.
struct Census {
    int core = 5;

    void operator()(const Week&, const Organization&, Page&) const;
};

template <>
inline constexpr auto table<Census> = fields(field<&Census::core>({
    .unit   = "weeks of 13",
    .range  = {1, 13},
    .text   = "In so many of the last 13 weeks somebody of the core asked, answered or came to an event.",
    .source    = "choice of a word",
    .source_ja = "言葉の選択",
    .ja        = "コアと呼ぶ活動週数",
}));

}  // namespace ekkyo
