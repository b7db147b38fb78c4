// Analyses files of use: files of any size come in parts, between "open" and "finish".
#include <array>

#include "api/analysis_document.hpp"
#include "api/core_text_counts.hpp"
#include "api/documents.hpp"
#include "api/envelope.hpp"
#include "api/sealed_day.hpp"
#include "gramme/usage_csv.hpp"

namespace gramme {

/// An analysis under way.
struct OpenAnalysis {
  OpenAnalysis(Core& core, UsageReading reading)
      : counts(core), reader(*core.catalog, std::move(reading), counts) {}

  CoreTextCounts counts;
  UsageReader reader;
  /// Once it is finished, for one that is kept open.
  std::optional<AnalysedUse> use;
};

namespace {

constexpr std::size_t kMostOpen = 16;
constexpr std::size_t kLongestName = 400;

/// One step, with the bytes that came with it.
struct Step {
  Core& core;
  Fields& fields;
  std::string_view part;
};

/// What a step answers: the next vocabulary to bring, if any.
Problem write_state(JsonWriter& out, const UsageReader& reader) {
  out.open_record();
  out.key("needsVocabulary").text_or_null(reader.needed_vocabulary());
  out.close_record();
  return std::nullopt;
}

constexpr Bounds kOffset{-86400.0, 86400.0};
constexpr Bounds kSeconds{-1e11, 1e11};

std::vector<ZoneShift> read_shifts(Fields& fields) {
  std::vector<ZoneShift> shifts;
  const List* const items = fields.list("clock");
  const Path path = fields.at("clock");
  constexpr std::size_t kMostShifts = 1024;
  if (items != nullptr && items->size() > kMostShifts) {
    fields.reading().report(ErrorCode::too_large, path, "at most 1024 changes of the clock");
  }
  for (std::size_t i = 0; items != nullptr && i < items->size() && !fields.reading().problem; ++i) {
    Fields shift((*items)[i], Path{&path, {}, static_cast<int>(i)}, fields.reading(),
                 {"fromUnixSeconds", "offsetSeconds"});
    shifts.push_back(
        {shift.number("fromUnixSeconds", kSeconds), shift.number("offsetSeconds", kOffset)});
  }
  return shifts;
}

/// Where and how everything is weighed: an exchange without model and tokens.
Exchange read_choice(Fields& fields) {
  Record record;
  const Value* const given = fields.find("choice");
  if (given != nullptr && given->record() != nullptr) record = *given->record();
  // What an exchange needs besides comes with each request.
  record.push_back({"outputTokens", 0.0});
  record.push_back({"site", "analytics"});
  const Value whole(std::move(record));
  const Path path = fields.at("choice");
  Fields choice(whole, path, fields.reading(),
                {"outputTokens", "site", "region", "year", "accounting",
                 "carbonIntensityGramsCo2ePerKilowattHour", "pue", "wueLitresPerKilowattHour",
                 "gridWueLitresPerKilowattHour", "method", "profile", "server"});
  Exchange exchange = read_exchange(choice);
  exchange.site.clear();
  return exchange;
}

Problem open_step(const Step& step, JsonWriter& out) {
  UsageReading reading;
  reading.calendar = Calendar(read_shifts(step.fields));
  reading.choice = read_choice(step.fields);
  reading.model = step.fields.optional_text("model").value_or(std::string{});
  reading.read_day = &read_sealed_day;
  if (step.fields.reading().problem) return step.fields.reading().problem;
  if (step.core.analyses.size() >= kMostOpen) {
    return fail(ErrorCode::too_large, "/step", "16 analyses are open: finish some first");
  }
  // What is wrong with the choice is said before a gigabyte is read.
  if (const Result<Estimate> tried = estimate(*step.core.catalog, reading.choice); !tried) {
    return tried.error();
  }
  const double number = ++step.core.last_analysis;
  step.core.analyses[number] = std::make_shared<OpenAnalysis>(step.core, std::move(reading));
  out.open_record();
  out.key("analysis").number(number);
  out.close_record();
  return std::nullopt;
}

Problem file_step(const Step& step, OpenAnalysis& open, JsonWriter& out) {
  const std::string name = step.fields.text("name").substr(0, kLongestName);
  if (step.fields.reading().problem) return step.fields.reading().problem;
  open.reader.begin_file(name);
  return write_state(out, open.reader);
}

Problem part_step(const Step& step, OpenAnalysis& open, JsonWriter& out) {
  if (!open.reader.has_file()) {
    return fail(ErrorCode::missing_key, "/step", "a file is named before its parts come");
  }
  if (Problem problem = open.reader.feed(step.part)) return problem;
  return write_state(out, open.reader);
}

Problem end_file_step(const Step& /*step*/, OpenAnalysis& open, JsonWriter& out) {
  if (Problem problem = open.reader.end_file()) return problem;
  return write_state(out, open.reader);
}

Problem finish_step(const Step& step, OpenAnalysis& open, JsonWriter& out) {
  const bool has_csv = step.fields.flag_or("csv", false);
  Result<UsageSummary> summary = open.reader.finish();
  if (!summary) return summary.error();
  open.use.emplace(*std::move(summary));
  if (has_csv) {
    out.text(usage_csv(open.use->summary.rows));
  } else {
    write_analysis(out, *step.core.catalog, open.reader, *open.use);
  }
  return std::nullopt;
}

Problem period_step(const Step& step, OpenAnalysis& open, JsonWriter& out) {
  const PeriodKind kind = read_period_kind(step.fields, "range");
  const std::string date = step.fields.text("date");
  if (!step.fields.reading().problem && !is_date(kind, date)) {
    step.fields.reading().report(ErrorCode::out_of_range, step.fields.at("date"),
                                 "not a date of that period");
  }
  if (step.fields.reading().problem) return step.fields.reading().problem;
  write_period(out, period_in(open.use->periods, kind, date));
  return std::nullopt;
}

Problem csv_step(const Step& /*step*/, OpenAnalysis& open, JsonWriter& out) {
  out.text(usage_csv(open.use->summary.rows));
  return std::nullopt;
}

struct StepEntry {
  std::string_view name;
  Problem (*work)(const Step& step, OpenAnalysis& open, JsonWriter& out);
  /// Asked of an analysis that is finished and kept open; else of one that is not.
  bool is_of_kept = false;
};

constexpr std::array kSteps{
    StepEntry{"file", &file_step},           StepEntry{"part", &part_step},
    StepEntry{"endFile", &end_file_step},    StepEntry{"finish", &finish_step},
    StepEntry{"period", &period_step, true}, StepEntry{"csv", &csv_step, true},
};

/// Whether an analysis goes on after a step.
bool stays_open(const StepEntry& entry, const Step& step) {
  return entry.name != "finish" || step.fields.flag_or("keep", false);
}

/// An analysis ends with "close", with "finish" unless it is kept, and with anything that goes
/// wrong.
Problem take_step(const Step& step, const std::string& name, JsonWriter& out) {
  const double number = step.fields.number("analysis", kCount);
  if (step.fields.reading().problem) return step.fields.reading().problem;
  const auto found = step.core.analyses.find(number);
  if (found == step.core.analyses.end()) {
    return fail(ErrorCode::unknown_stream, "/analysis",
                "this analysis is closed, or never was open");
  }
  const std::shared_ptr<OpenAnalysis> open = found->second;
  for (const StepEntry& entry : kSteps) {
    if (entry.name != name) continue;
    Problem problem = entry.is_of_kept == open->use.has_value()
                          ? entry.work(step, *open, out)
                          : fail(ErrorCode::out_of_range, "/step", "not at this time");
    if (problem || !stays_open(entry, step)) step.core.analyses.erase(number);
    return problem;
  }
  step.core.analyses.erase(number);
  if (name != "close") return fail(ErrorCode::out_of_range, "/step", "a step of docs/data.md");
  out.null();
  return std::nullopt;
}

Problem analyse(Core& core, std::string_view request_text, std::string_view part, JsonWriter& out) {
  const Result<Value> request = parse_json(request_text);
  if (!request) return request.error();
  Reading reading;
  Fields fields(
      *request, Path{}, reading,
      {"step", "analysis", "clock", "choice", "model", "name", "csv", "keep", "range", "date"});
  const std::string name = fields.text("step");
  if (reading.problem) return reading.problem;
  const Step step{core, fields, part};
  return name == "open" ? open_step(step, out) : take_step(step, name, out);
}

}  // namespace

std::string analyse_call(Core& core, std::string_view request, std::string_view part) noexcept {
  return enveloped_writing([&](JsonWriter& out) { return analyse(core, request, part, out); });
}

}  // namespace gramme
