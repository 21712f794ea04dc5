#pragma once

#include "field.hpp"

namespace ekkyo {

class Week;
struct Organization;
struct Page;

/// Members bring two of their friends together who do not know each other, and hosts bring members of different silos
/// together. Friends of friends become friends: triads close.
struct Introducing {
    double friends = 0.05;
    double host    = 0.1;
    double hours   = 0.25;

    void operator()(const Week&, Organization&, Page&) const;
};

template <>
inline constexpr auto table<Introducing> = fields(
    field<&Introducing::friends>({
        .unit      = "introductions / member and month",
        .range     = {0, 100},
        .plausible = {0, 0.3},
        .grade     = Grade::assumption,
        .text      = "How often a member brings two of their friends of the community together.",
        .source    = "direction: Kossinets & Watts 2006 (a shared acquaintance makes a tie likelier); rate assumed",
        .source_ja = "方向: Kossinets & Watts 2006(共通の知人がいるとつながりやすい)。率は仮定",
        .ja        = "友人同士の紹介",
    }),
    field<&Introducing::host>({
        .unit      = "introductions / member and month",
        .range     = {0, 100},
        .plausible = {0, 0.3},
        .grade     = Grade::assumption,
        .text      = "How often a host introduces a member to somebody of another silo, where there is time for all members.",
        .source    = "assumption; direction: Cross, Borgatti & Parker 2002 (brokered introductions)",
        .source_ja = "仮定。方向: Cross, Borgatti & Parker 2002(仲立ちによる紹介)",
        .ja        = "ホストによる部門間の紹介",
    }),
    field<&Introducing::hours>({
        .unit      = "hours / introduction",
        .range     = {0, 100},
        .plausible = {0.1, 1},
        .grade     = Grade::assumption,
        .text      = "What a first talk takes of each of the two.",
        .source    = "assumption",
        .ja        = "紹介に要する時間",
    }));

}  // namespace ekkyo
