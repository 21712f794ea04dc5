#pragma once

#include "scenario.hpp"

#include <string>
#include <vector>

namespace ekkyo {

/// A cell of a CSV file and where it stands.
struct Cell {
    std::string text;
    Place place;
};

/// A line of named cells.
using Record = std::map<std::string, Cell>;

/// Reads a CSV file (quotes, CRLF, byte-order mark and blank lines allowed) with at least the named columns. Throws Faults.
std::vector<Record> read_csv(const std::string& path, const std::vector<std::string>& needed);

}  // namespace ekkyo
