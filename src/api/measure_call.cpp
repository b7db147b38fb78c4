// What a command on the user's own machine takes, and the files that say so.
#include <array>

#include "api/call.hpp"
#include "api/local_document.hpp"

namespace gramme {

namespace {

constexpr std::array<std::string_view, 4> kActions{"create", "append", "widen", "aside"};

RunLabels read_labels(Fields& run) {
  Fields fields(run.find_or_empty("labels"), run.at("labels"), run.reading(),
                {"timestamp", "project", "runId", "experimentId", "os", "software"});
  RunLabels labels;
  labels.timestamp = fields.text("timestamp");
  labels.project = fields.text("project");
  labels.run_id = fields.text("runId");
  labels.experiment_id = fields.optional_text("experimentId").value_or(std::string{});
  labels.os = fields.text("os");
  labels.software = fields.text("software");
  return labels;
}

EmissionsFile read_file(Fields& run) {
  Fields fields(run.find_or_empty("file"), run.at("file"), run.reading(), {"head", "isLineOpen"});
  return {fields.optional_text("head").value_or(std::string{}),
          fields.flag_or("isLineOpen", false)};
}

}  // namespace

Problem add_sample_call(const Core& /*core*/, const Value& request, JsonWriter& answer) {
  Reading reading;
  Fields fields(request, Path{}, reading, {"sums", "sample"});
  const Path path = fields.at("sample");
  LocalSample sample = read_local_sample(fields.find_or_empty("sample"), path, reading);
  const Value* before = fields.find("sums");
  LocalSums sums;
  if (before != nullptr) sums = read_local_sums(*before, fields.at("sums"), reading);
  if (!reading.problem && before != nullptr && sample.milliseconds < sums.last.milliseconds) {
    reading.report(ErrorCode::out_of_range, path, "samples come one after the other");
  }
  if (reading.problem) return reading.problem;
  if (before == nullptr) {
    sums = begin_sums(std::move(sample));
  } else {
    add_sample(sums, std::move(sample));
  }
  write_local_sums(answer, sums);
  return std::nullopt;
}

Problem weigh_run_call(const Core& core, const Value& request, JsonWriter& answer) {
  Reading reading;
  const LocalRun run = read_local_run(request, Path{}, reading);
  if (reading.problem) return reading.problem;
  write_local_footprint(answer, weigh_run(*core.catalog, shipped_cpus(), run));
  return std::nullopt;
}

Problem emissions_row_call(const Core& core, const Value& request, JsonWriter& answer) {
  Reading reading;
  Fields fields(request, Path{}, reading, {"run", "labels", "file"});
  const LocalRun run = read_local_run(fields.find_or_empty("run"), fields.at("run"), reading);
  const RunLabels labels = read_labels(fields);
  const EmissionsFile file = read_file(fields);
  if (reading.problem) return reading.problem;
  const LocalFootprint footprint = weigh_run(*core.catalog, shipped_cpus(), run);
  const EmissionsRow row = emissions_row(run, footprint, labels, file);
  answer.open_record();
  answer.key("action").text(kActions.at(static_cast<std::size_t>(row.action)));
  answer.key("text").text(row.text);
  answer.close_record();
  return std::nullopt;
}

Problem widen_emissions_call(const Core& /*core*/, const Value& request, JsonWriter& answer) {
  Reading reading;
  Fields fields(request, Path{}, reading, {"text"});
  const std::string text = fields.text("text");
  if (reading.problem) return reading.problem;
  const Result<std::string> wide = widen_emissions(text);
  if (!wide) return wide.error();
  answer.text(*wide);
  return std::nullopt;
}

}  // namespace gramme
