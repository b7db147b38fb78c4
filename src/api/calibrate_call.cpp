// Fits measurements of one's own: files of any size come in parts, between "open" and "finish".
#include <array>

#include "api/calibration_document.hpp"
#include "api/call.hpp"
#include "api/counting.hpp"
#include "api/envelope.hpp"

namespace gramme {

/// A calibration under way.
struct OpenCalibration {
  CalibrationReader reader;
  std::string as_of;
};

namespace {

constexpr std::size_t kMostOpen = 16;
constexpr std::size_t kLongestText = 200;

/// One step, with the bytes that came with it.
struct Step {
  Core& core;
  Fields& fields;
  std::string_view part;
};

std::string short_text(Fields& fields, std::string_view key) {
  return fields.optional_text(key).value_or(std::string{}).substr(0, kLongestText);
}

OpenCalibration* find_open(const Step& step) {
  const double number = step.fields.number("calibration", kCount);
  const auto found = step.core.calibrations.find(number);
  if (found != step.core.calibrations.end()) return found->second.get();
  step.fields.reading().report(ErrorCode::unknown_stream, step.fields.at("calibration"),
                               "this calibration is closed, or never was open");
  return nullptr;
}

void close(const Step& step) {
  step.core.calibrations.erase(step.fields.number("calibration", kCount));
}

Value rows_of(const OpenCalibration& open) {
  return Record{{"rows", static_cast<double>(open.reader.samples().rows())}};
}

Result<Value> open_step(const Step& step) {
  const std::string as_of = step.fields.text("asOf").substr(0, kLongestText);
  if (step.fields.reading().problem) return *step.fields.reading().problem;
  if (as_of.empty()) return fail(ErrorCode::missing_source, "/asOf", "the date to note is empty");
  if (step.core.calibrations.size() >= kMostOpen) {
    return fail(ErrorCode::too_large, "/step", "16 calibrations are open: finish some first");
  }
  auto opened = std::make_shared<OpenCalibration>();
  opened->as_of = as_of;
  step.core.calibrations[++step.core.last_calibration] = std::move(opened);
  return Value{Record{{"calibration", step.core.last_calibration}}};
}

Result<Value> end_file(OpenCalibration& open) {
  if (open.reader.has_file()) {
    if (Problem problem = open.reader.end_file()) return *std::move(problem);
  }
  return rows_of(open);
}

Result<Value> file_step(const Step& step, OpenCalibration& open) {
  CalibrationFile file{short_text(step.fields, "name"), short_text(step.fields, "hardware")};
  if (step.fields.reading().problem) return *step.fields.reading().problem;
  Result<Value> ended = end_file(open);
  if (ended) open.reader.begin_file(std::move(file));
  return ended;
}

Result<Value> part_step(const Step& step, OpenCalibration& open) {
  if (!open.reader.has_file()) {
    return fail(ErrorCode::missing_key, "/step", "a file is named before its parts come");
  }
  if (Problem problem = check_text_size(step.part.size())) return *std::move(problem);
  if (Problem problem = open.reader.feed(step.part)) return *std::move(problem);
  return rows_of(open);
}

Result<Value> finish_step(const Step& /*step*/, OpenCalibration& open) {
  if (Result<Value> ended = end_file(open); !ended) return ended;
  return write_calibration(open.reader, open.as_of);
}

struct StepEntry {
  std::string_view name;
  Result<Value> (*work)(const Step& step, OpenCalibration& open);
};

constexpr std::array kSteps{
    StepEntry{"file", &file_step},
    StepEntry{"part", &part_step},
    StepEntry{"finish", &finish_step},
};

/// A calibration ends with "finish" or "close", and with anything that goes wrong.
Result<Value> take_step(const Step& step, const std::string& name) {
  OpenCalibration* const open = find_open(step);
  if (open == nullptr) return *step.fields.reading().problem;
  if (name == "close") {
    close(step);
    return Value{Record{}};
  }
  for (const StepEntry& entry : kSteps) {
    if (entry.name != name) continue;
    Result<Value> answer = entry.work(step, *open);
    if (!answer || name == "finish") close(step);
    return answer;
  }
  return fail(ErrorCode::out_of_range, "/step", "open, file, part, finish or close");
}

Result<Value> calibrate(Core& core, std::string_view request_text, std::string_view part) {
  Result<Value> request = parse_json(request_text);
  if (!request) return request;
  Reading reading;
  Fields fields(*request, Path{}, reading, {"step", "calibration", "asOf", "name", "hardware"});
  const std::string name = fields.text("step");
  if (reading.problem) return *reading.problem;
  const Step step{core, fields, part};
  return name == "open" ? open_step(step) : take_step(step, name);
}

}  // namespace

std::string calibrate_call(Core& core, std::string_view request, std::string_view part) noexcept {
  return enveloped([&] { return calibrate(core, request, part); });
}

}  // namespace gramme
