#include "csv.hpp"

#include <algorithm>
#include <fstream>

namespace ekkyo {

namespace {

/// A CSV file on its way to becoming records.
struct Sheet {
    std::vector<Cell> header;
    std::vector<Record> records;
    std::vector<Fault> faults;

    void fault(const Place& place, const std::string& message) { faults.push_back({place, message}); }
};

std::string trimmed(const std::string& text)
{
    const auto first = text.find_first_not_of(" \t");
    const auto last  = text.find_last_not_of(" \t");
    return first == std::string::npos ? "" : text.substr(first, last - first + 1);
}

// every byte that starts a letter says how many follow
bool is_utf8(const std::string& text)
{
    int following = 0;
    for (const char letter : text) {
        const auto byte = static_cast<unsigned char>(letter);
        if ((byte >> 6 == 2) != (following > 0) || byte >= 0xF8) return false;
        if (following > 0)
            following--;
        else
            following = byte < 0x80 ? 0 : byte < 0xE0 ? 1 : byte < 0xF0 ? 2 : 3;
    }
    return following == 0;
}

std::vector<Cell> cells_of(Sheet& sheet, const std::string& line, const Place& start)
{
    const auto at = [&](std::size_t i) { return Place{start.file, start.line, start.column + static_cast<int>(i)}; };
    std::vector<Cell> cells{{"", start}};
    bool quoted = false;
    for (std::size_t i = 0; i < line.size(); i++) {
        if (line[i] == '"' && quoted && i + 1 < line.size() && line[i + 1] == '"')
            cells.back().text += line[++i];
        else if (line[i] == '"')
            quoted = !quoted;
        else if (line[i] == ',' && !quoted)
            cells.push_back({"", at(i + 1)});
        else
            cells.back().text += line[i];
    }
    if (quoted) sheet.fault(cells.back().place, "this cell opens a quotation mark that its line does not close");
    for (Cell& cell : cells) cell.text = trimmed(cell.text);
    return cells;
}

void read_header(Sheet& sheet, const std::vector<Cell>& cells, const std::vector<std::string>& needed)
{
    sheet.header              = cells;
    const auto columns_called = [&](const std::string& name) { return std::ranges::count(cells, name, &Cell::text); };
    for (const std::string& name : needed)
        if (columns_called(name) == 0)
            sheet.fault(cells[0].place, "there is no column `" + name + "` in this first line");
    for (auto cell = cells.begin(); cell != cells.end(); cell++)
        if (!cell->text.empty() && std::ranges::count(cells.begin(), cell, cell->text, &Cell::text) > 0)
            sheet.fault(cell->place, "the column `" + cell->text + "` is there twice");
}

void read_record(Sheet& sheet, const std::vector<Cell>& cells)
{
    const std::size_t columns = sheet.header.size();
    if (cells.size() > columns && !cells[columns].text.empty())
        return sheet.fault(cells[columns].place, "this line has more cells than the first line has columns");
    Record record;
    for (std::size_t c = 0; c < columns; c++)
        record[sheet.header[c].text] = c < cells.size() ? cells[c] : Cell{"", cells.back().place};
    sheet.records.push_back(record);
}

}  // namespace

std::vector<Record> read_csv(const std::string& path, const std::vector<std::string>& needed)
{
    std::ifstream file(path, std::ios::binary);
    if (!file) throw Faults({path, 0, 0}, "there is no such file");

    Sheet sheet;
    Place place{path, 0, 1};
    for (std::string line; std::getline(file, line);) {
        place.line++;
        if (place.line == 1 && line.starts_with("\xEF\xBB\xBF")) line.erase(0, 3);
        if (line.ends_with('\r')) line.pop_back();
        if (!is_utf8(line)) {
            sheet.fault(place, "this line is not UTF-8; save the file as CSV UTF-8");
            continue;
        }
        const auto cells = cells_of(sheet, line, place);
        if (std::ranges::all_of(cells, [](const Cell& cell) { return cell.text.empty(); })) continue;
        if (sheet.header.empty())
            read_header(sheet, cells, needed);
        else
            read_record(sheet, cells);
    }
    if (sheet.header.empty() && sheet.faults.empty()) sheet.fault({path, 1, 1}, "the file is empty");
    if (!sheet.faults.empty()) throw Faults(sheet.faults);
    return sheet.records;
}

}  // namespace ekkyo
