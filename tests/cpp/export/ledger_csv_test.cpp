#include "gramme/ledger_csv.hpp"

#include <algorithm>

#include "catch.hpp"
#include "ledger/rows.hpp"

namespace gramme {
namespace {

std::string line_with(const std::string& model) {
  LedgerRow row;
  row.site = "chatgpt";
  row.model_id = model;
  row.region = "fra";
  row.methodology = "m";
  row.requests = 2.0;
  row.prompt_tokens = {1.0, 2.5, 1e21};
  row.warnings = {{"a", 1.0}, {"b", 2.0}};
  return ledger_csv_lines({"2026-01-15", {"Asia/Tokyo", "Europe/Paris"}, {{"here", 1.0, {row}}}});
}

TEST_CASE("a line has as many cells as the header, in its order") {
  const std::string header = ledger_csv_header();
  const std::string line = line_with("gpt-5");
  CHECK(std::count(header.begin(), header.end(), ',') == 38);
  CHECK(std::count(line.begin(), line.end(), ',') == 38);
  CHECK(header.substr(0, 26) == "date,zones,device,site,mod");
  CHECK(line.substr(0, 11) == "2026-01-15,");
  CHECK(line.find("Asia/Tokyo Europe/Paris,here,chatgpt,gpt-5,fra,m,2,") == 11);
  CHECK(line.find(",1,2.5,1e+21,") != std::string::npos);
  CHECK(line.substr(line.size() - 6) == ",a b\r\n");
}

TEST_CASE(
    "cells that a spreadsheet would take for formulas, or that hold its signs, are made safe") {
  for (const auto& [cell, safe] : std::vector<std::pair<std::string, std::string>>{
           {"=1+1", "'=1+1"},
           {"+cmd", "'+cmd"},
           {"-2", "'-2"},
           {"@SUM(A1)", "'@SUM(A1)"},
           {"\tx", "'\tx"},
           {"\rx", "\"'\rx\""},
           {"a,b", "\"a,b\""},
           {"say \"hi\"", "\"say \"\"hi\"\"\""},
           {"two\nlines", "\"two\nlines\""},
           {"=HYPERLINK(\"x\",1)", "\"'=HYPERLINK(\"\"x\"\",1)\""},
           {"a=b", "a=b"},
           {"", ""}}) {
    CAPTURE(cell);
    CHECK(line_with(cell).find(",chatgpt," + safe + ",fra,") != std::string::npos);
  }
}

TEST_CASE("each installation's rows have lines of their own") {
  test::Lcg random(3);
  LedgerDay day{"2026-01-15", {}, {}};
  part_of(day, "a").rows = {test::some_row(random), test::some_row(random)};
  part_of(day, "b").rows = {test::some_row(random)};
  const std::string lines = ledger_csv_lines(day);
  CHECK(std::count(lines.begin(), lines.end(), '\n') == 3);
  CHECK(ledger_csv_lines({"2026-01-16", {}, {}}).empty());
}

}  // namespace
}  // namespace gramme
