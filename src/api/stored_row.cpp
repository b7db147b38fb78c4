// A row of the ledger as a list of its members in a fixed order.
#include <algorithm>

#include "api/stored_document.hpp"

namespace gramme {

namespace {

constexpr double kMostAmount = 1e18;
constexpr std::size_t kRowMembers = 18;

/// An exact figure is one number; a range is three.
void write_figure(JsonWriter& out, const Range& range) {
  if (is_exact(range)) {
    out.number(range.central);
    return;
  }
  out.open_list();
  out.number(range.low);
  out.number(range.central);
  out.number(range.high);
  out.close_list();
}

/// Reads the members of a list one after the other; after the first problem all are empty.
class Members {
 public:
  Members(const List& items, const Path& path, Reading& reading)
      : items_(&items), path_(path), reading_(&reading) {}

  std::string text() {
    const Value& value = next();
    if (value.text() == nullptr) report(ErrorCode::invalid_type, "a text");
    return value.text() == nullptr ? std::string{} : *value.text();
  }

  double number() { return number_of(next()); }

  Range figure() {
    const Value& value = next();
    const List* bounds = value.list();
    if (bounds == nullptr) return exactly(number_of(value));
    if (bounds->size() != 3) {
      report(ErrorCode::invalid_type, "a number, or low, central and high");
      return {};
    }
    const Range range{number_of((*bounds)[0]), number_of((*bounds)[1]), number_of((*bounds)[2])};
    if (!is_ordered(range)) report(ErrorCode::out_of_range, "low, central and high ascend");
    return range;
  }

  const Value& next() { return (*items_)[at_++]; }

 private:
  double number_of(const Value& value) {
    if (value.number() == nullptr) {
      report(ErrorCode::invalid_type, "a number");
      return 0.0;
    }
    const double number = *value.number();
    if (number < 0.0 || number > kMostAmount) report(ErrorCode::out_of_range, "0 to 1e18");
    return number;
  }

  void report(ErrorCode code, const char* message) {
    reading_->report(code, Path{&path_, {}, static_cast<int>(at_) - 1}, message);
  }

  const List* items_;
  Path path_;
  Reading* reading_;
  std::size_t at_ = 0;
};

void read_figures(Members& members, LedgerRow& row) {
  row.requests = members.number();
  row.prompts = members.number();
  row.estimated_requests = members.number();
  row.prompt_tokens = members.figure();
  row.cached_input_tokens = members.figure();
  row.output_tokens = members.figure();
  row.context_tokens = members.figure();
  row.reasoning_tokens = members.figure();
  row.attachment_tokens = members.figure();
  row.energy_watt_hours = members.figure();
  row.grams_co2e = members.figure();
  row.water_litres = members.figure();
  row.water_unknown_requests = members.number();
}

}  // namespace

void write_stored_row(JsonWriter& out, const LedgerRow& row) {
  out.open_list();
  out.text(row.site);
  out.text(row.model_id);
  out.text(row.region);
  out.text(row.methodology);
  out.number(row.requests);
  out.number(row.prompts);
  out.number(row.estimated_requests);
  write_figure(out, row.prompt_tokens);
  write_figure(out, row.cached_input_tokens);
  write_figure(out, row.output_tokens);
  write_figure(out, row.context_tokens);
  write_figure(out, row.reasoning_tokens);
  write_figure(out, row.attachment_tokens);
  write_figure(out, row.energy_watt_hours);
  write_figure(out, row.grams_co2e);
  write_figure(out, row.water_litres);
  out.number(row.water_unknown_requests);
  // Stores give the members of records back in an order of their own.
  std::vector<std::pair<std::string, double>> warnings = row.warnings;
  std::sort(warnings.begin(), warnings.end());
  out.open_record();
  for (const auto& [code, count] : warnings) out.key(code).number(count);
  out.close_record();
  out.close_list();
}

LedgerRow read_stored_row(const Value& value, const Path& path, Reading& reading) {
  LedgerRow row;
  const List* items = value.list();
  if (items == nullptr || items->size() != kRowMembers) {
    reading.report(ErrorCode::invalid_type, path, "a row is a list of 18 members");
    return row;
  }
  Members members(*items, path, reading);
  row.site = members.text();
  row.model_id = members.text();
  row.region = members.text();
  row.methodology = members.text();
  read_figures(members, row);
  const Value& warnings = members.next();
  const Path warnings_path{&path, {}, static_cast<int>(kRowMembers) - 1};
  Fields counts(warnings, warnings_path, reading);
  if (reading.problem) return row;
  for (const Member& member : *warnings.record()) {
    row.warnings.emplace_back(member.key, counts.number(member.key, Bounds{0.0, kMostAmount}));
  }
  return row;
}

}  // namespace gramme
