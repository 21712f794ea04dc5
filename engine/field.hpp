#pragma once

#include <array>
#include <limits>
#include <string>
#include <string_view>
#include <type_traits>

/// Tables that say what the numbers in a struct mean.
///
/// A struct declares its numbers and their defaults; the table beside it says, in one row per number, its unit,
/// range, plausible range, grade, meaning and source. Reading scenarios, checking values, drawing what is not
/// known, naming result columns, the Python docs and the reference page all walk these tables.
namespace ekkyo {

inline constexpr double unbounded = std::numeric_limits<double>::infinity();

/// The values a number may take, ends included.
struct Range {
    double low  = 0;
    double high = unbounded;

    constexpr bool contains(double value) const { return low <= value && value <= high; }
};

/// The 5th and 95th percentile of what we believe; the median is the default. None: the number is a choice.
struct Plausible {
    double low  = std::numeric_limits<double>::quiet_NaN();
    double high = std::numeric_limits<double>::quiet_NaN();

    constexpr bool is_given() const { return low == low; }
};

/// How well a number is known: measured in a study, reported by a survey or vendor, or assumed.
enum class Grade : char { measured = 'A', survey = 'B', assumption = 'C', choice = '-' };

/// Whether a column says how much there is, or how much came in the week.
enum class Kind { flow, stock };

/// What a number means, in the words of someone who runs communities.
struct Meaning {
    std::string_view unit;
    Range range         = {};
    Plausible plausible = {};
    Grade grade         = Grade::choice;
    std::string_view text;
    std::string_view source    = {};
    std::string_view source_ja = {};
    std::string_view ja        = {};
    Kind kind                  = Kind::flow;
};

/// What a row holds: a number, a count, yes or no, or a text (a name or a file).
enum class Form { number, count, flag, text };

/// One row of a table: a member of `Owner` and what it means.
template <class Owner>
struct Field {
    std::string_view name;
    Meaning meaning;
    Form form;
    double (*get)(const Owner&);
    void (*set)(Owner&, double);
    std::string (*read)(const Owner&);
    void (*write)(Owner&, std::string);
};

namespace spelling {

// the compiler spells a member's name, so that no table repeats it as a string
template <auto Member>
consteval std::string_view name_of()
{
    std::string_view text = __PRETTY_FUNCTION__;
    text                  = text.substr(0, text.find_first_of(";]", text.find("Member = ")));
    while (text.ends_with(')')) text.remove_suffix(1);
    return text.substr(text.rfind(':') + 1);
}

// stands for any member of `Owner`, but not for a whole `Owner`
template <class Owner>
struct Any {
    template <class Value>
    requires(!std::is_same_v<Value, Owner>) constexpr operator Value() const;
};

// how many members a struct has: the most initializers it accepts
template <class Owner, class... Filled>
consteval std::size_t member_count()
{
    if constexpr (requires { Owner{Filled{}..., Any<Owner>{}}; })
        return member_count<Owner, Filled..., Any<Owner>>();
    else
        return sizeof...(Filled);
}

template <class Owner, class Value>
Owner owner_of(Value Owner::*);

template <class Value>
consteval Form form_of()
{
    if (std::is_same_v<Value, bool>) return Form::flag;
    if (std::is_same_v<Value, std::string>) return Form::text;
    return std::is_integral_v<Value> ? Form::count : Form::number;
}

}  // namespace spelling

/// One row: `field<&Joining::discovery>({.unit = ..., .text = ...})`.
template <auto Member>
constexpr auto field(Meaning meaning)
{
    using Owner = decltype(spelling::owner_of(Member));
    using Value = std::remove_cvref_t<decltype(std::declval<Owner&>().*Member)>;
    Field<Owner> row{
        .name    = spelling::name_of<Member>(),
        .meaning = meaning,
        .form    = spelling::form_of<Value>(),
        .get     = nullptr,
        .set     = nullptr,
        .read    = nullptr,
        .write   = nullptr};
    if constexpr (std::is_same_v<Value, std::string>) {
        row.read  = [](const Owner& owner) { return owner.*Member; };
        row.write = [](Owner& owner, std::string text) { owner.*Member = std::move(text); };
    } else {
        row.get = [](const Owner& owner) { return static_cast<double>(owner.*Member); };
        row.set = [](Owner& owner, double value) { owner.*Member = static_cast<Value>(value); };
    }
    return row;
}

/// All rows of one struct, complete by construction: a number without a meaning does not compile.
template <class Owner, class... Rest>
constexpr auto fields(Field<Owner> first, Rest... rest)
{
    static_assert(
        spelling::member_count<Owner>() == 1 + sizeof...(Rest), "every number needs exactly one row in its table");
    return std::array{first, rest...};
}

/// Specialized beside each struct.
template <class Owner>
inline constexpr auto table = std::array<Field<Owner>, 0>{};

}  // namespace ekkyo
