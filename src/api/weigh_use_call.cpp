// What a service used for one request or for one file, as a row to add.
#include "api/call.hpp"
#include "api/documents.hpp"
#include "api/service_document.hpp"

namespace gramme {

namespace {

constexpr double kSecondsPerMinute = 60.0;
constexpr Bounds kPue{1.0, 3.0};
constexpr Bounds kAudioSeconds{0.0, 6e6};
constexpr Bounds kAmount{0.0, 1e12};

/// Names that the place is found by; its PUE.
DecisionMatrix read_place(Fields& fields) {
  DecisionMatrix place;
  place.region = fields.optional_text("region").value_or(std::string{});
  place.pue = fields.optional_range("pue", kPue);
  return place;
}

/// A workload, which a profile weighs, or a figure that was measured.
struct Work {
  ServiceEntry entry;
  DecisionMatrix place;
};

Work read_workload(const Value& value, const Path& path, Reading& reading) {
  Fields fields(value, path, reading,
                {"kind", "region", "pue", "audioSeconds", "characters", "outputCharacters",
                 "inputTokens", "outputTokens"});
  Work work;
  work.entry.kind = fields.text("kind");
  if (!reading.problem && work.entry.kind == "measured") {
    reading.report(ErrorCode::out_of_range, fields.at("kind"), "measured figures are `measured`");
  }
  if (const std::optional<Range> audio = fields.optional_range("audioSeconds", kAudioSeconds)) {
    work.entry.audio_minutes = *audio * (1.0 / kSecondsPerMinute);
  }
  work.entry.characters = fields.optional_range("characters", kCount);
  work.entry.output_characters = fields.optional_range("outputCharacters", kCount);
  work.entry.input_tokens = fields.optional_range("inputTokens", kCount);
  work.entry.output_tokens = fields.optional_range("outputTokens", kCount);
  work.place = read_place(fields);
  return work;
}

Work read_measured(const Value& value, const Path& path, Reading& reading) {
  Fields fields(value, path, reading,
                {"energyWattHours", "gramsCo2e", "region", "pue", "inputTokens", "outputTokens"});
  Work work;
  work.entry.kind = "measured";
  work.entry.watt_hours_per_file = fields.optional_range("energyWattHours", kAmount);
  work.entry.grams_co2e_per_file = fields.optional_range("gramsCo2e", kAmount);
  if (!work.entry.watt_hours_per_file && !work.entry.grams_co2e_per_file) {
    reading.report(ErrorCode::missing_key, fields.at("gramsCo2e"),
                   "energyWattHours, gramsCo2e or both");
  }
  work.entry.input_tokens = fields.optional_range("inputTokens", kCount);
  work.entry.output_tokens = fields.optional_range("outputTokens", kCount);
  work.place = read_place(fields);
  return work;
}

/// One kind of entry: its key, and how it is weighed.
struct EntryKind {
  std::string_view key;
  Result<WeighedUse> (*weigh)(const Core& core, Fields& entry, const std::string& language);
};

/// What is wrong with an entry is told by its place in the request.
Error placed(Error error, const Path& path) {
  const bool is_pointer = !error.path.empty() && error.path.front() == '/';
  error.path = path.render(PathStyle::pointer) + (is_pointer ? error.path : std::string{});
  return error;
}

Result<WeighedUse> weigh_exchange(const Core& core, Fields& entry,
                                  const std::string& /*language*/) {
  Fields fields(entry.find_or_empty("exchange"), entry.at("exchange"), entry.reading(),
                kExchangeKeys);
  const Exchange exchange = read_exchange(fields);
  if (entry.reading().problem) return *entry.reading().problem;
  const Result<Estimate> estimated = estimate(*core.catalog, exchange);
  if (!estimated) return placed(estimated.error(), entry.at("exchange"));
  WeighedUse out{estimated_row(exchange, *estimated), estimated->warnings};
  out.use.site.clear();
  out.use.model_id.clear();
  out.use.region.clear();
  return out;
}

Result<WeighedUse> weigh_work(const Core& core, const Work& work, Fields& entry, const Path& path) {
  if (entry.reading().problem) return *entry.reading().problem;
  Result<WeighedUse> weighed = weigh_workload(*core.catalog, work.entry, work.place);
  if (!weighed) return placed(fail(weighed.error().code, {}, weighed.error().message), path);
  return weighed;
}

Result<WeighedUse> weigh_by_profile(const Core& core, Fields& entry, const std::string& language) {
  const Path path = entry.at("workload");
  Work work = read_workload(entry.find_or_empty("workload"), path, entry.reading());
  work.entry.language = language;
  return weigh_work(core, work, entry, path);
}

Result<WeighedUse> weigh_measured(const Core& core, Fields& entry,
                                  const std::string& /*language*/) {
  const Path path = entry.at("measured");
  const Work work = read_measured(entry.find_or_empty("measured"), path, entry.reading());
  return weigh_work(core, work, entry, path);
}

constexpr std::array kEntryKinds{EntryKind{"exchange", &weigh_exchange},
                                 EntryKind{"workload", &weigh_by_profile},
                                 EntryKind{"measured", &weigh_measured}};

/// The one kind that the entry has; null: none, or more than one.
const EntryKind* kind_of(const Fields& entry) {
  const EntryKind* found = nullptr;
  for (const EntryKind& kind : kEntryKinds) {
    if (entry.find(kind.key) == nullptr) continue;
    if (found != nullptr) return nullptr;
    found = &kind;
  }
  return found;
}

void write_weighed(JsonWriter& out, const ServiceRow& row, const WeighedUse& weighed) {
  out.open_record();
  out.key("row");
  write_service_row(out, row);
  out.key("requests").number(row.use.requests);
  out.key("tokens").range(row.use.prompt_tokens + row.use.output_tokens);
  out.key("energyWattHours").range(row.use.energy_watt_hours);
  out.key("gramsCo2e").range(row.use.grams_co2e);
  out.key("warnings").value(write_warnings(weighed.warnings));
  out.close_record();
}

}  // namespace

Problem weigh_service_use_call(const Core& core, const Value& request, JsonWriter& answer) {
  Reading reading;
  Fields fields(request, Path{}, reading,
                {"service", "language", "requests", "exchange", "workload", "measured"});
  ServiceRow row;
  row.service = read_service_name(fields, "service");
  row.language = read_service_name(fields, "language");
  const double requests = fields.optional_number("requests", kCount).value_or(1.0);
  if (reading.problem) return reading.problem;
  const EntryKind* kind = kind_of(fields);
  if (kind == nullptr) {
    return fail(ErrorCode::missing_key, "/exchange", "one of exchange, workload and measured");
  }
  const Result<WeighedUse> weighed = kind->weigh(core, fields, row.language);
  if (!weighed) return weighed.error();
  row.use = weighed->use;
  // The figures are those of all these requests together.
  row.use.requests = requests;
  write_weighed(answer, row, *weighed);
  return std::nullopt;
}

}  // namespace gramme
