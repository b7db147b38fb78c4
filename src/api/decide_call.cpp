// A decision matrix of the user's own: weighed, scored, ranked, advised on, and asked "what if".
#include <algorithm>
#include <cmath>

#include "api/call.hpp"
#include "api/decision_document.hpp"
#include "api/envelope.hpp"
#include "api/matrix_changes.hpp"
#include "api/matrix_document.hpp"
#include "gramme/decision_csv.hpp"
#include "yaml/yaml.hpp"

namespace gramme {

namespace {

constexpr Bounds kMonths{0.0, 120.0};

struct Options {
  int months = 0;
  std::string region;
  std::string method;
  bool is_csv = false;
};

Options read_options(Fields& fields) {
  Options out;
  const double months = fields.optional_number("months", kMonths).value_or(0.0);
  if (months != std::floor(months)) {
    fields.reading().report(ErrorCode::out_of_range, fields.at("months"), "a whole number");
  }
  out.months = static_cast<int>(months);
  out.region = fields.optional_text("region").value_or(std::string{});
  out.method = fields.optional_text("method").value_or(std::string{});
  if (!out.method.empty()) static_cast<void>(read_decision_method(fields, "method"));
  const std::string format = fields.optional_text("format").value_or("json");
  if (format != "json" && format != "csv") {
    fields.reading().report(ErrorCode::out_of_range, fields.at("format"), "json or csv");
  }
  out.is_csv = format == "csv";
  return out;
}

void put(Record& members, const char* key, Value value) {
  const auto known = std::find_if(members.begin(), members.end(),
                                  [&](const Member& member) { return member.key == key; });
  if (known == members.end()) {
    members.push_back(Member{key, std::move(value)});
  } else {
    known->value = std::move(value);
  }
}

/// Of criteria for another method only the scales still hold, of those that this method has too.
List scales_for(const std::string& set, const Value* criteria) {
  List out;
  if (criteria == nullptr || criteria->list() == nullptr) return out;
  const std::vector<Criterion> known = criteria_set(set);
  for (const Value& entry : *criteria->list()) {
    const Value* id = entry.find("id");
    const Value* bounds = entry.find("bounds");
    const bool is_kept = id != nullptr && id->text() != nullptr && bounds != nullptr &&
                         find_by_id(known, *id->text()) != nullptr;
    if (is_kept) out.emplace_back(Record{{"id", *id}, {"bounds", *bounds}});
  }
  return out;
}

/// What the request says in place of a matrix that was read without fault: another method comes
/// with its own set of criteria.
void put_over(Value& document, const Options& options, const DecisionMatrix& matrix) {
  Record& members = *document.record();
  if (!options.region.empty()) put(members, "region", Value{options.region});
  const bool is_impact = options.method == "impact";
  const bool was_impact = matrix.method == DecisionMethod::impact;
  if (options.method.empty() || is_impact == was_impact) return;
  const std::string set = is_impact ? "impact" : "footprint";
  put(members, "criteria", Value{scales_for(set, document.find("criteria"))});
  put(members, "criteria_set", Value{set});
  put(members, "method", Value{options.method});
}

Result<DecisionMatrix> matrix_of(const Value& document) {
  Reading reading{PathStyle::dotted, std::nullopt};
  DecisionMatrix matrix = read_matrix(document, reading);
  if (reading.problem) return *reading.problem;
  return matrix;
}

/// What is wrong with a matrix that was right before it was changed lies in the changes.
Error blamed_on_changes(const Error& error) {
  return fail(error.code, "/set", "with these changes, at " + error.path + ": " + error.message);
}

void write_json_answer(JsonWriter& answer, const DecisionMatrix& matrix, const Decided& decided) {
  answer.open_record();
  answer.key("methodology").text(kMethodologyVersion);
  answer.key("method").text(matrix.method == DecisionMethod::impact ? "impact" : "criteria");
  answer.key("currency").text(matrix.currency);
  answer.key("thresholds").open_record();
  answer.key("monitor").number(matrix.thresholds.monitor);
  answer.key("throttle").number(matrix.thresholds.throttle);
  answer.key("deactivate").number(matrix.thresholds.deactivate);
  answer.close_record();
  answer.key("protectedCriticality").number(matrix.protected_criticality);
  answer.key("now");
  write_decision(answer, decided.now);
  answer.key("changed");
  if (decided.changed) {
    write_decision(answer, *decided.changed);
  } else {
    answer.null();
  }
  answer.close_record();
}

void write_answer(JsonWriter& answer, const Options& options, const DecisionMatrix& matrix,
                  const Decided& decided) {
  if (!options.is_csv) {
    write_json_answer(answer, matrix, decided);
    return;
  }
  std::string csv = decision_csv_header() + decision_csv_lines("now", decided.now);
  if (decided.changed) csv += decision_csv_lines("changed", *decided.changed);
  answer.text(csv);
}

Problem answer_question(const Core& core, Value& document, const Value& request,
                        JsonWriter& answer) {
  Reading reading;
  Fields fields(request, Path{}, reading, {"set", "months", "region", "method", "format"});
  const Options options = read_options(fields);
  if (reading.problem) return reading.problem;
  if (document.record() == nullptr) {
    return fail(ErrorCode::invalid_type, "", "a record with `services` is expected");
  }
  const Result<DecisionMatrix> written = matrix_of(document);
  if (!written) return written.error();
  put_over(document, options, *written);
  const Result<DecisionMatrix> matrix = matrix_of(document);
  if (!matrix) return matrix.error();
  const bool has_changes = apply_changes(fields, document);
  if (reading.problem) return reading.problem;
  const Result<DecisionMatrix> changed = has_changes ? matrix_of(document) : matrix;
  if (!changed) return blamed_on_changes(changed.error());
  const Result<Decided> decided =
      decide(*core.catalog, *matrix, {has_changes ? &*changed : nullptr, options.months});
  if (!decided) return decided.error();
  write_answer(answer, options, *matrix, *decided);
  return std::nullopt;
}

}  // namespace

std::string decide_call(const Core& core, std::string_view request,
                        std::string_view matrix) noexcept {
  return enveloped_writing([&](JsonWriter& answer) -> Problem {
    const Result<Value> asked = parse_json(request);
    if (!asked) return asked.error();
    Result<Value> document = parse_yaml(std::string(matrix));
    if (!document) return document.error();
    return answer_question(core, *document, *asked, answer);
  });
}

}  // namespace gramme
