#include "scenario.hpp"

#include <algorithm>
#include <charconv>
#include <cstdio>
#include <tuple>

namespace ekkyo {

namespace {

std::string number_in(double value)
{
    if (value == unbounded) return "inf";
    char text[64];
    const auto end = std::to_chars(text, text + sizeof text, value).ptr;
    return {text, end};
}

std::string quoted(const std::string& text)
{
    std::string out = "\"";
    for (const char letter : text) {
        const auto code = static_cast<unsigned char>(letter);
        char escaped[8];
        std::snprintf(escaped, sizeof escaped, "\\u%04X", code);
        if (code < 0x20 || code == 0x7F)
            out += escaped;
        else if (letter == '"' || letter == '\\')
            (out += '\\') += letter;
        else
            out += letter;
    }
    return out + "\"";
}

std::string value_in(const Written& written)
{
    if (const auto* number = std::get_if<double>(&written)) return number_in(*number);
    if (const auto* flag = std::get_if<bool>(&written)) return *flag ? "true" : "false";
    if (const auto* text = std::get_if<std::string>(&written)) return quoted(*text);
    const Spread& s = std::get<Spread>(written);
    return "{ low = " + number_in(s.low) + ", base = " + number_in(s.base) + ", high = " + number_in(s.high) + " }";
}

// "joining.discovery ~ joining.word_of_mouth" is no word of TOML's, so it stands in quotes
std::string line_of(const std::string& name, const Written& value)
{
    return (name.find(' ') == std::string::npos ? name : quoted(name)) + " = " + value_in(value) + "\n";
}

// where the same thing is set twice, the last word counts
std::vector<const Setting*> last_words(const std::vector<Setting>& settings)
{
    std::map<std::tuple<int, int, std::string>, const Setting*> last;
    const auto key = [](const Setting& s) { return std::tuple(s.from_week, s.silo, s.path); };
    for (const Setting& s : settings) last[key(s)] = &s;
    std::vector<const Setting*> words;
    for (const Setting& s : settings)
        if (last[key(s)] == &s) words.push_back(&s);
    return words;
}

}  // namespace

std::string to_toml(const std::vector<Setting>& settings)
{
    std::string top;
    std::vector<std::pair<std::string, std::string>> sections;
    std::map<int, std::string> silos, changes;
    for (const Setting* setting : last_words(settings)) {
        const Setting& s = *setting;
        const auto dot   = s.path.find('.');
        if (s.silo >= 0)
            silos[s.silo] += line_of(s.path, s.value);
        else if (s.from_week > 0)
            changes[s.from_week] += line_of(s.path, s.value);
        else if (dot == std::string::npos)
            top += line_of(s.path, s.value);
        else {
            const std::string section = s.path.substr(0, dot);
            auto at = std::ranges::find(sections, section, &std::pair<std::string, std::string>::first);
            if (at == sections.end()) at = sections.insert(sections.end(), {section, ""});
            at->second += line_of(s.path.substr(dot + 1), s.value);
        }
    }
    std::string out = top;
    for (const auto& [name, lines] : sections) out += "\n[" + name + "]\n" + lines;
    for (const auto& [silo, lines] : silos) out += "\n[[silo]]\n" + lines;
    for (const auto& [week, lines] : changes) out += "\n[[change]]\nweek = " + std::to_string(week) + "\n" + lines;
    return out;
}

}  // namespace ekkyo
