#include "measurements/calibration.hpp"

#include <algorithm>
#include <array>
#include <cstdio>

#include "methods/model_tag.hpp"

namespace gramme {

namespace {

constexpr std::size_t kRowsForPower = 201;
/// From an idle small computer to a server of eight accelerators.
constexpr double kLeastWatts = 0.1;
constexpr double kMostWatts = 12000.0;
constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

/// Without the mark that some programs begin a file with, and the quotes it keeps from being seen.
[[nodiscard]] std::string_view without_mark(std::string_view field) {
  if (!field.starts_with(kByteOrderMark)) return field;
  field.remove_prefix(kByteOrderMark.size());
  const bool is_quoted = field.size() >= 2 && field.front() == '"' && field.back() == '"';
  return is_quoted ? field.substr(1, field.size() - 2) : field;
}

[[nodiscard]] std::string watts_text(double watts) {
  std::array<char, 32> text{};
  const int size = std::snprintf(text.data(), text.size(), "%.3g W", watts);
  return {text.data(), static_cast<std::size_t>(std::max(size, 0))};
}

}  // namespace

std::string_view hardware_in_name(std::string_view file_name) {
  const std::string_view base = file_name.substr(file_name.find_last_of("/\\") + 1);
  const std::string_view stem = base.substr(0, base.find('.'));
  const std::size_t line = stem.rfind('_');
  return line == std::string_view::npos ? std::string_view{} : stem.substr(line + 1);
}

void CalibrationReader::begin_file(CalibrationFile file) {
  records_ = CsvRecords{};
  file_ = std::move(file);
  has_file_ = true;
  columns_.reset();
  watts_.clear();
  files_.push_back(file_.name);
}

Problem CalibrationReader::feed(std::string_view part) {
  return located(records_.feed(part, [&](Fields record) { return read(record); }));
}

Problem CalibrationReader::end_file() {
  has_file_ = false;
  Problem problem = records_.finish([&](Fields record) { return read(record); });
  if (!problem && !columns_) {
    problem =
        fail(ErrorCode::missing_key, "/rows/1", "the file is empty: a header row is expected");
  }
  if (!problem && watts_.size() < kRowsForPower) problem = check_power();
  return located(std::move(problem));
}

Problem CalibrationReader::read(Fields record) {
  if (!columns_) return read_header(record);
  const auto row = read_calibration_row(*columns_, record);
  if (const auto* unusable = std::get_if<UnusableRow>(&row)) {
    skip(*unusable);
    return std::nullopt;
  }
  return add(*std::get_if<CalibrationRow>(&row));
}

Problem CalibrationReader::read_header(Fields record) {
  std::vector<std::string_view> names(record.begin(), record.end());
  names.front() = without_mark(names.front());
  Result<CalibrationColumns> found = find_calibration_columns(names);
  if (!found) return found.error();
  columns_ = *std::move(found);
  if (!file_.hardware.empty()) columns_->hardware.reset();
  if (!file_.hardware.empty() || columns_->hardware) return std::nullopt;
  if (columns_->is_melodi) file_.hardware = hardware_in_name(file_.name);
  if (!file_.hardware.empty()) return std::nullopt;
  return fail(ErrorCode::missing_key, "/rows/1",
              "the column \"hardware\" is missing: add it, or name the hardware (--hardware)");
}

Problem CalibrationReader::add(const CalibrationRow& row) {
  const std::string_view hardware = columns_->hardware ? row.hardware : file_.hardware;
  SampleGroup* const group = samples_.group_of(model_tag(row.model), hardware);
  if (group == nullptr) {
    return fail(ErrorCode::too_large, "/rows/" + std::to_string(records_.row()),
                "more than 1024 pairs of model and hardware");
  }
  if (group->rows == 0)
    group->boundary.assign(columns_->boundary.begin(), columns_->boundary.end());
  if (group->files.empty() || group->files.back() != file_.name) {
    group->files.push_back(file_.name);
  }
  samples_.add(*group, {row.input_tokens, row.output_tokens, row.watt_hours});
  if (!row.watts || watts_.size() >= kRowsForPower) return std::nullopt;
  watts_.push_back(*row.watts);
  return watts_.size() == kRowsForPower ? check_power() : std::nullopt;
}

/// Energy in another unit than the column's is off by a thousand and more: no machine draws that.
Problem CalibrationReader::check_power() {
  if (watts_.empty()) return std::nullopt;
  std::vector<double> watts = watts_;
  const auto middle = watts.begin() + static_cast<std::ptrdiff_t>(watts.size() / 2);
  std::nth_element(watts.begin(), middle, watts.end());
  if (*middle >= kLeastWatts && *middle <= kMostWatts) return std::nullopt;
  const MeasuredColumn& energy = columns_->energy.front().front();
  return fail(ErrorCode::out_of_range, "/rows/1/" + std::to_string(energy.place + 1),
              "the median request would draw " + watts_text(*middle) + ": \"" +
                  std::string(energy.name) + "\" or \"" + std::string(columns_->duration->name) +
                  "\" is not in the unit it should be in");
}

void CalibrationReader::skip(const UnusableRow& row) {
  const auto known = std::find(reasons_.begin(), reasons_.end(), row);
  if (known != reasons_.end()) {
    ++skipped_[static_cast<std::size_t>(known - reasons_.begin())].rows;
    return;
  }
  reasons_.push_back(row);
  const std::string column = row.column.empty() ? "" : std::string(row.column) + " ";
  skipped_.push_back({column + std::string(row.why), 1, file_.name, records_.row()});
}

Problem CalibrationReader::located(Problem problem) const {
  if (problem && !file_.name.empty()) problem->message = file_.name + ": " + problem->message;
  return problem;
}

}  // namespace gramme
