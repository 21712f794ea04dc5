#pragma once

#include "scenario.hpp"

namespace ekkyo {

/// A cell of a CSV file and where it stands.
struct Cell {
    std::string text;
    Place place;
};

/// A line of named cells.
using Record = std::map<std::string, Cell>;

/// Reads a CSV file in UTF-8 that has at least the needed columns, and others. Throws Faults, all at once.
///
/// Quoted cells, CRLF, a byte-order mark, blank lines and short lines (their last cells are blank) are fine.
std::vector<Record> read_csv(const std::string& path, const std::vector<std::string>& needed);

}  // namespace ekkyo
