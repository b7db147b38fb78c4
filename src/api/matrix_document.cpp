// A decision matrix: services by language, and what they are judged by.
#include "api/matrix_document.hpp"

#include <algorithm>

#include "api/matrix_criteria.hpp"
#include "catalog/entry_reader.hpp"

namespace gramme {

namespace {

constexpr std::size_t kMostRows = 256;
constexpr Bounds kPue{1.0, 3.0};
constexpr Bounds kGrowth{-0.99, 10.0};
constexpr Bounds kFiles{0.0, 1e9};
constexpr Bounds kMinutes{0.0, 1e5};
constexpr Bounds kTexts{0.0, 1e9};
constexpr Bounds kAmount{0.0, 1e9};
constexpr Bounds kAnyNumber{-1e15, 1e15};

/// Values of the user's own criteria: a record of numbers.
std::vector<std::pair<std::string, double>> read_values(Fields& fields,
                                                        const std::vector<Criterion>& criteria) {
  std::vector<std::pair<std::string, double>> out;
  const Value* given = fields.find("values");
  if (given == nullptr) return out;
  const Path path = fields.at("values");
  Fields values(*given, path, fields.reading());
  if (given->record() == nullptr) return out;
  for (const Member& member : *given->record()) {
    const bool is_own =
        unit_of_known_criterion(member.key).empty() && find_by_id(criteria, member.key) != nullptr;
    if (!is_own) {
      fields.reading().report(ErrorCode::unknown_key, values.at(member.key),
                              "no criterion of your own has this id");
    }
    out.emplace_back(member.key, values.number(member.key, kAnyNumber));
  }
  return out;
}

void read_load(Fields& fields, ServiceEntry& entry) {
  entry.files_per_month = fields.number("files_per_month", kFiles);
  entry.audio_minutes = fields.optional_range("audio_minutes", kMinutes);
  entry.video_minutes = fields.optional_range("video_minutes", kMinutes);
  entry.characters = fields.optional_range("characters", kTexts);
  entry.output_characters = fields.optional_range("output_characters", kTexts);
  entry.input_tokens = fields.optional_range("input_tokens", kTexts);
  entry.output_tokens = fields.optional_range("output_tokens", kTexts);
}

void read_knowledge(Fields& fields, ServiceEntry& entry) {
  entry.watt_hours_per_file = fields.optional_range("watt_hours_per_file", kAmount);
  entry.grams_co2e_per_file = fields.optional_range("grams_co2e_per_file", kAmount);
  entry.criticality = fields.optional_number("criticality", kShare);
  entry.cost_per_file = fields.optional_number("cost_per_file", kAmount);
  entry.cost_per_month = fields.optional_number("cost_per_month", kAmount);
  entry.seconds_per_file = fields.optional_number("seconds_per_file", kAmount);
  entry.cpu_share = fields.optional_number("cpu_share", kShare);
  entry.gpu_share = fields.optional_number("gpu_share", kShare);
  entry.memory_share = fields.optional_number("memory_share", kShare);
  entry.file_megabytes = fields.optional_number("file_megabytes", kAmount);
}

/// What an entry has of its service and of the whole matrix.
struct Shared {
  std::string service;
  std::string kind;
  double growth_per_month = 0.0;
  const std::vector<Criterion>& criteria;
};

ServiceEntry read_entry(const Value& value, const Path& path, Reading& reading,
                        const Shared& shared) {
  std::vector<std::string_view> keys(kEntryNumbers.begin(), kEntryNumbers.end());
  keys.insert(keys.end(), {"id", "values"});
  Fields fields(value, path, reading, std::span<const std::string_view>(keys));
  ServiceEntry entry;
  entry.service = shared.service;
  entry.kind = shared.kind;
  entry.path = path.render(PathStyle::dotted);
  entry.language = read_id(fields);
  entry.growth_per_month =
      fields.optional_number("growth_per_month", kGrowth).value_or(shared.growth_per_month);
  read_load(fields, entry);
  read_knowledge(fields, entry);
  entry.values = read_values(fields, shared.criteria);
  return entry;
}

bool has_row(const std::vector<ServiceEntry>& entries, const ServiceEntry& wanted) {
  return std::any_of(entries.begin(), entries.end(), [&](const ServiceEntry& entry) {
    return entry.service == wanted.service && entry.language == wanted.language;
  });
}

void read_service(const Value& value, const Path& path, Reading& reading, DecisionMatrix& out) {
  Fields fields(value, path, reading, {"id", "kind", "languages"});
  const Shared shared{read_id(fields), fields.text("kind"), out.growth_per_month, out.criteria};
  const List* languages = fields.list("languages");
  if (languages == nullptr || languages->empty()) {
    reading.report(ErrorCode::missing_key, fields.at("languages"), "at least one language");
    return;
  }
  fields.each_item("languages", [&](const Value& language, const Path& entry_path) {
    ServiceEntry entry = read_entry(language, entry_path, reading, shared);
    if (has_row(out.entries, entry)) {
      reading.report(ErrorCode::duplicate_id, entry_path,
                     entry.service + " " + entry.language + " stands twice");
    }
    out.entries.push_back(std::move(entry));
    if (out.entries.size() > kMostRows) {
      reading.report(ErrorCode::too_large, entry_path, "at most 256 rows");
    }
  });
}

void read_services(Fields& fields, DecisionMatrix& out) {
  const List* services = fields.list("services");
  if (services == nullptr || services->empty()) {
    fields.reading().report(ErrorCode::missing_key, fields.at("services"), "at least one service");
    return;
  }
  fields.each_item("services", [&](const Value& value, const Path& path) {
    read_service(value, path, fields.reading(), out);
  });
}

}  // namespace

DecisionMethod read_decision_method(Fields& fields, std::string_view key) {
  const std::string given = fields.optional_text(key).value_or("criteria");
  if (given != "criteria" && given != "impact") {
    fields.reading().report(ErrorCode::out_of_range, fields.at(key), "criteria or impact");
  }
  return given == "impact" ? DecisionMethod::impact : DecisionMethod::criteria;
}

DecisionMatrix read_matrix(const Value& document, Reading& reading) {
  Fields fields(document, Path{}, reading,
                {"region", "pue", "currency", "method", "criteria_set", "criteria", "thresholds",
                 "protected_criticality", "growth_per_month", "services"});
  DecisionMatrix out;
  if (reading.problem) return out;
  out.region = fields.optional_text("region").value_or(std::string{});
  out.pue = fields.optional_range("pue", kPue);
  out.currency = read_shown(fields, "currency");
  out.method = read_decision_method(fields, "method");
  out.thresholds = read_thresholds(fields);
  out.protected_criticality =
      fields.optional_number("protected_criticality", kShare).value_or(out.protected_criticality);
  out.growth_per_month = fields.optional_number("growth_per_month", kGrowth).value_or(0.0);
  read_criteria(fields, out);
  read_services(fields, out);
  return out;
}

}  // namespace gramme
