#include "api/stored_document.hpp"

#include <array>

#include "api/documents.hpp"
#include "gramme/checksum.hpp"

namespace gramme {

namespace {

constexpr double kStoredSchema = 2.0;
constexpr Bounds kSchema{kStoredSchema, kStoredSchema};
constexpr Bounds kRevision{0.0, 9e15};
constexpr std::size_t kLongestId = 64;

void write_rows(JsonWriter& out, const std::vector<LedgerRow>& rows) {
  out.open_list();
  for (const LedgerRow& row : rows) write_stored_row(out, row);
  out.close_list();
}

void write_content(JsonWriter& out, const LedgerDay& day) {
  out.key("zones").open_list();
  for (const std::string& zone : day.zones) out.text(zone);
  out.close_list();
  out.key("parts").open_list();
  for (const DayPart& part : day.parts) {
    out.open_list();
    out.text(part.device);
    out.number(part.revision);
    write_rows(out, part.rows);
    out.close_list();
  }
  out.close_list();
}

void write_content(JsonWriter& out, const Period& period) {
  out.key("rows");
  write_rows(out, period.rows);
}

/// The checksum in hexadecimal digits, over everything else in the order the core writes it.
template <typename Stored>
std::string checksum_text(const Stored& stored) {
  std::string text;
  JsonWriter writer(text);
  writer.open_record();
  writer.key("date").text(stored.date);
  write_content(writer, stored);
  writer.close_record();
  constexpr std::string_view kDigits = "0123456789abcdef";
  constexpr unsigned kHexBits = 4;
  std::array<char, 16> digits{};
  std::uint64_t sum = fnv1a(text);
  for (std::size_t i = digits.size(); i > 0; --i, sum >>= kHexBits) {
    digits.at(i - 1) = kDigits[sum & (kDigits.size() - 1)];
  }
  return {digits.data(), digits.size()};
}

template <typename Stored>
void write_sealed(JsonWriter& out, const Stored& stored) {
  out.open_record();
  out.key("schema").number(kStoredSchema);
  out.key("date").text(stored.date);
  out.key("checksum").text(checksum_text(stored));
  write_content(out, stored);
  out.close_record();
}

template <typename Stored>
void check_seal(Fields& fields, const Stored& stored) {
  const std::string checksum = fields.text("checksum");
  if (fields.reading().problem || checksum == checksum_text(stored)) return;
  fields.reading().report(ErrorCode::damaged_record, fields.at("checksum"),
                          "the record was altered since it was written");
}

std::vector<LedgerRow> read_rows(const Value& value, const Path& path, Reading& reading) {
  std::vector<LedgerRow> rows;
  const List* items = value.list();
  if (items == nullptr) {
    reading.report(ErrorCode::invalid_type, path, "a list of rows");
    return rows;
  }
  if (items->size() > kMostRows) {
    reading.report(ErrorCode::too_large, path, "a period has at most 4096 rows");
  }
  for (std::size_t i = 0; i < items->size() && !reading.problem; ++i) {
    rows.push_back(read_stored_row((*items)[i], Path{&path, {}, static_cast<int>(i)}, reading));
  }
  return rows;
}

DayPart read_part(const Value& value, const Path& path, Reading& reading) {
  DayPart part;
  const List* members = value.list();
  const bool is_part = members != nullptr && members->size() == 3 &&
                       (*members)[0].text() != nullptr && (*members)[1].number() != nullptr;
  if (!is_part) {
    reading.report(ErrorCode::invalid_type, path, "a part is its device, revision and rows");
    return part;
  }
  part.device = *(*members)[0].text();
  part.revision = *(*members)[1].number();
  const bool is_revision = part.revision >= kRevision.low && part.revision <= kRevision.high;
  if (!is_revision || part.device.empty() || part.device.size() > kLongestId) {
    reading.report(ErrorCode::out_of_range, path, "not a device and its revision");
  }
  const Path rows_path{&path, {}, 2};
  part.rows = read_rows((*members)[2], rows_path, reading);
  return part;
}

void read_parts(Fields& fields, LedgerDay& day) {
  constexpr MostItems kMostParts{kMostDevices, "a day has at most 64 parts"};
  fields.each_item("parts", kMostParts, [&](const Value& value, const Path& path) {
    DayPart part = read_part(value, path, fields.reading());
    part_of(day, part.device) = std::move(part);
  });
}

std::string read_date(Fields& fields, PeriodKind kind) {
  std::string date = fields.text("date");
  if (!fields.reading().problem && !is_date(kind, date)) {
    fields.reading().report(ErrorCode::out_of_range, fields.at("date"),
                            "not a date of that period");
  }
  return date;
}

}  // namespace

void write_stored_day(JsonWriter& out, const LedgerDay& day) { write_sealed(out, day); }

LedgerDay read_stored_day(const Value& value, const Path& path, Reading& reading) {
  Fields fields(value, path, reading, {"schema", "date", "checksum", "zones", "parts"});
  (void)fields.number("schema", kSchema);
  LedgerDay day;
  day.date = read_date(fields, PeriodKind::day);
  for (const std::string& zone : fields.texts("zones")) note_zone(day, zone);
  read_parts(fields, day);
  check_seal(fields, day);
  return day;
}

void write_stored_totals(JsonWriter& out, const Period& period) { write_sealed(out, period); }

Period read_stored_totals(const Value& value, const Path& path, Reading& reading) {
  Fields fields(value, path, reading, {"schema", "date", "checksum", "rows"});
  (void)fields.number("schema", kSchema);
  Period period;
  const Value* date = fields.find("date");
  const bool is_year = date != nullptr && date->text() != nullptr && date->text()->size() == 4;
  period.kind = is_year ? PeriodKind::year : PeriodKind::month;
  period.date = read_date(fields, period.kind);
  const Value nothing{List{}};
  const Value* rows = fields.find("rows");
  const Path rows_path = fields.at("rows");
  period.rows = read_rows(rows == nullptr ? nothing : *rows, rows_path, reading);
  check_seal(fields, period);
  return period;
}

Period read_any_period(const Value& value, const Path& path, Reading& reading) {
  if (value.find("range") != nullptr) return read_period(value, path, reading);
  if (value.find("parts") == nullptr) return read_stored_totals(value, path, reading);
  return period_of(read_stored_day(value, path, reading));
}

}  // namespace gramme
