#include "measurements/calibration_rows.hpp"

#include <algorithm>

#include "gramme/units.hpp"
#include "measurements/number_text.hpp"

namespace gramme {

namespace {

using Fields = std::span<const std::string_view>;

constexpr std::size_t kLongestName = 200;
constexpr double kMostWattHours = 1e9;

/// Reads numbers of one record; the first fault stays.
class RowReader {
 public:
  explicit RowReader(Fields fields) : fields_(fields) {}

  [[nodiscard]] bool is_empty(const MeasuredColumn& column) const {
    return fields_[column.place].empty();
  }

  /// In the unit that the column's factor gives; 0 where it is at fault.
  [[nodiscard]] double number(const MeasuredColumn& column) {
    if (is_empty(column)) return blame(column.name, "is empty");
    const std::optional<double> value = number_in(fields_[column.place]);
    if (!value) return blame(column.name, "is no number");
    if (*value < 0.0) return blame(column.name, "is negative");
    return *value * column.factor;
  }

  [[nodiscard]] std::string_view name(const MeasuredColumn& column) {
    const std::string_view text = fields_[column.place];
    const auto is_control = [](char letter) {
      return (letter >= '\0' && letter < ' ') || letter == '\x7F';
    };
    if (text.empty()) (void)blame(column.name, "is empty");
    if (text.size() > kLongestName || std::any_of(text.begin(), text.end(), is_control)) {
      (void)blame(column.name, "is no name");
    }
    return text;
  }

  /// The first choice of which no column is empty, else the first.
  [[nodiscard]] double watt_hours(const std::vector<EnergyColumns>& choices) {
    const auto is_told = [&](const EnergyColumns& parts) {
      return std::none_of(parts.begin(), parts.end(),
                          [&](const MeasuredColumn& part) { return is_empty(part); });
    };
    const auto told = std::find_if(choices.begin(), choices.end(), is_told);
    const EnergyColumns& parts = told == choices.end() ? choices.front() : *told;
    double sum = 0.0;
    for (const MeasuredColumn& part : parts) sum += number(part);
    if (!fault_ && sum == 0.0) return blame(parts.front().name, "is zero");
    if (sum > kMostWattHours) return blame(parts.front().name, "is beyond any request");
    return sum;
  }

  double blame(std::string_view column, std::string_view why) {
    if (!fault_) fault_ = UnusableRow{column, why};
    return 0.0;
  }

  [[nodiscard]] const std::optional<UnusableRow>& fault() const { return fault_; }

 private:
  Fields fields_;
  std::optional<UnusableRow> fault_;
};

/// Where the time is missing or wrong the row can be used all the same.
[[nodiscard]] std::optional<double> mean_watts(const CalibrationColumns& columns, Fields record,
                                               double watt_hours) {
  if (!columns.duration) return std::nullopt;
  const double seconds = RowReader(record).number(*columns.duration);
  if (seconds <= 0.0) return std::nullopt;
  return watt_hours * kJoulesPerWattHour / seconds;
}

}  // namespace

std::variant<CalibrationRow, UnusableRow> read_calibration_row(const CalibrationColumns& columns,
                                                               Fields record) {
  if (record.size() != columns.width) {
    return UnusableRow{{}, "another number of fields than the header"};
  }
  RowReader reader(record);
  CalibrationRow row;
  row.model = reader.name(columns.model);
  if (columns.hardware) row.hardware = reader.name(*columns.hardware);
  row.input_tokens = reader.number(columns.input_tokens);
  row.output_tokens = reader.number(columns.output_tokens);
  row.watt_hours = reader.watt_hours(columns.energy);
  if (row.output_tokens > kMostOutputTokens) {
    (void)reader.blame(columns.output_tokens.name, "is over 100000: a runaway");
  }
  if (row.input_tokens + row.output_tokens == 0.0) {
    (void)reader.blame(columns.output_tokens.name, "is zero, as is the input");
  }
  if (reader.fault()) return *reader.fault();
  row.watts = mean_watts(columns, record, row.watt_hours);
  return row;
}

}  // namespace gramme
