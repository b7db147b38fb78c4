// Scores methods on measurements: how far off they are, and how often their range holds.
#include <algorithm>
#include <map>

#include "api/call.hpp"
#include "api/counting.hpp"
#include "api/envelope.hpp"
#include "measurements/measured_request.hpp"
#include "measurements/score_document.hpp"

namespace gramme {

namespace {

Knowledge read_knowledge(Fields& fields) {
  Knowledge knowledge;
  for (const std::string& what : fields.texts("know")) {
    if (what == "batch")
      knowledge.batch_size = true;
    else if (what == "accelerators")
      knowledge.accelerators = true;
    else if (what == "precision")
      knowledge.precision = true;
    else
      fields.reading().report(ErrorCode::out_of_range, fields.at("know"),
                              "known can be: batch, accelerators, precision");
  }
  return knowledge;
}

Value write_groups(const std::vector<ServingRow>& rows, const std::vector<Scored>& scored,
                   std::string ServingRow::*group) {
  std::map<std::string_view, std::vector<Scored>> groups;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (scored[i].predicted.central > 0.0) groups[rows[i].*group].push_back(scored[i]);
  }
  List out;
  for (const auto& [name, members] : groups) {
    Record entry = write_score(score(members));
    entry.insert(entry.begin(), {"name", name});
    out.emplace_back(std::move(entry));
  }
  return out;
}

Value score_method(const Catalog& catalog, const std::vector<ServingRow>& rows,
                   const ChosenMethod& chosen, Knowledge knowledge) {
  std::vector<Scored> all;
  std::vector<Scored> answered;
  for (const ServingRow& row : rows) {
    all.push_back({row.energy_joules, predicted_joules(catalog, row, knowledge, chosen)});
    if (all.back().predicted.central > 0.0) answered.push_back(all.back());
  }
  Record out = write_score(score(answered));
  out.insert(out.begin(), {{"method", chosen.entry->id}, {"profile", chosen.profile->id}});
  out.push_back({"byFamily", write_groups(rows, all, &ServingRow::family)});
  out.push_back({"byHardware", write_groups(rows, all, &ServingRow::hardware)});
  return out;
}

Result<Value> validate(const Core& core, std::string_view request_text, std::string_view csv) {
  Result<Value> request = parse_json(request_text);
  if (!request) return request;
  if (Problem problem = check_text_size(csv.size())) return *std::move(problem);
  Reading reading;
  Fields fields(*request, Path{}, reading, {"methods", "know"});
  const std::vector<std::string> ids = fields.texts("methods");
  const Knowledge knowledge = read_knowledge(fields);
  if (reading.problem) return *reading.problem;
  const Result<ServingRows> read = read_serving_rows(*core.catalog, csv);
  if (!read) return read.error();
  List methods;
  for (const std::string& id : ids) {
    const Result<ChosenMethod> chosen = choose_method(*core.catalog, id);
    if (!chosen) return fail(chosen.error().code, "/methods", chosen.error().message);
    methods.push_back(score_method(*core.catalog, read->rows, *chosen, knowledge));
  }
  List skipped;
  for (const auto& [reason, rows] : read->skipped) {
    skipped.emplace_back(Record{{"reason", reason}, {"rows", static_cast<double>(rows)}});
  }
  return Value{Record{{"rows", static_cast<double>(read->rows.size())},
                      {"skipped", std::move(skipped)},
                      {"methods", std::move(methods)}}};
}

}  // namespace

std::string validate_call(const Core& core, std::string_view request,
                          std::string_view csv) noexcept {
  return enveloped([&] { return validate(core, request, csv); });
}

}  // namespace gramme
