#include "csv.hpp"

#include <algorithm>
#include <fstream>
#include <sstream>

namespace ekkyo {

namespace {

std::string trimmed(std::string text)
{
    const auto first = text.find_first_not_of(" \t");
    const auto last  = text.find_last_not_of(" \t");
    return first == std::string::npos ? "" : text.substr(first, last - first + 1);
}

std::vector<Cell> cells_of(const std::string& line, const Place& place)
{
    std::vector<Cell> cells{{"", {place.file, place.line, 1}}};
    bool quoted = false;
    for (std::size_t i = 0; i < line.size(); i++) {
        const char letter = line[i];
        if (letter == '"' && quoted && i + 1 < line.size() && line[i + 1] == '"')
            cells.back().text += '"', i++;
        else if (letter == '"')
            quoted = !quoted;
        else if (letter == ',' && !quoted)
            cells.push_back({"", {place.file, place.line, static_cast<int>(i) + 2}});
        else
            cells.back().text += letter;
    }
    for (Cell& cell : cells) cell.text = trimmed(cell.text);
    return cells;
}

}  // namespace

std::vector<Record> read_csv(const std::string& path, const std::vector<std::string>& needed)
{
    std::ifstream file(path);
    if (!file) throw Faults({{{path, 0, 0}, "there is no such file"}});

    std::vector<Fault> faults;
    std::vector<Cell> header;
    std::vector<Record> records;
    Place place{path, 0, 1};
    for (std::string line; std::getline(file, line);) {
        place.line++;
        if (place.line == 1 && line.starts_with("\xEF\xBB\xBF")) line.erase(0, 3);
        if (line.ends_with('\r')) line.pop_back();
        if (trimmed(line).empty()) continue;
        auto cells = cells_of(line, place);
        if (header.empty()) {
            header = cells;
            for (const std::string& name : needed)
                if (std::ranges::none_of(header, [&](const Cell& cell) { return cell.text == name; }))
                    faults.push_back({place, "the first line has no column `" + name + "`"});
            continue;
        }
        if (cells.size() > header.size()) {
            faults.push_back({cells[header.size()].place, "this line has more cells than the first line has columns"});
            continue;
        }
        Record record;
        for (std::size_t c = 0; c < header.size(); c++)
            record[header[c].text] = c < cells.size() ? cells[c] : Cell{"", place};
        records.push_back(record);
    }
    if (header.empty()) faults.push_back({{path, 1, 1}, "the file is empty"});
    if (!faults.empty()) throw Faults(faults);
    return records;
}

}  // namespace ekkyo
