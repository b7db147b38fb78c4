// Scores methods on measurements: how far off they are, and how often their range holds.
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

struct Asked {
  std::vector<std::string> methods;
  Knowledge knowledge;
  bool has_predictions = false;
};

Result<Asked> read_asked(std::string_view text) {
  const Result<Value> request = parse_json(text);
  if (!request) return request.error();
  Reading reading;
  Fields fields(*request, Path{}, reading, {"methods", "know", "predictions"});
  Asked asked{fields.texts("methods"), read_knowledge(fields),
              fields.flag_or("predictions", false)};
  if (reading.problem) return *reading.problem;
  return asked;
}

Value score_method(const Catalog& catalog, const std::vector<ServingRow>& rows,
                   const ChosenMethod& chosen, const Asked& asked) {
  std::vector<Scored> all;
  std::vector<Scored> answered;
  for (const ServingRow& row : rows) {
    all.push_back({row.energy_joules, predicted_joules(catalog, row, asked.knowledge, chosen)});
    if (all.back().predicted.central > 0.0) answered.push_back(all.back());
  }
  Record out = write_score(score(answered));
  out.insert(out.begin(), {{"method", chosen.entry->id}, {"profile", chosen.profile->id}});
  out.push_back({"byFamily", write_groups(rows, all, &ServingRow::family)});
  out.push_back({"byHardware", write_groups(rows, all, &ServingRow::hardware)});
  if (asked.has_predictions) out.push_back({"predictions", write_predictions(rows, all)});
  return out;
}

Result<Value> validate(const Core& core, std::string_view request, std::string_view csv) {
  const Result<Asked> asked = read_asked(request);
  if (!asked) return asked.error();
  if (Problem problem = check_text_size(csv.size())) return *std::move(problem);
  const Result<ServingRows> read = read_serving_rows(*core.catalog, csv);
  if (!read) return read.error();
  List methods;
  for (const std::string& id : asked->methods) {
    const Result<ChosenMethod> chosen = choose_method(*core.catalog, id);
    if (!chosen) return fail(chosen.error().code, "/methods", chosen.error().message);
    methods.push_back(score_method(*core.catalog, read->rows, *chosen, *asked));
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
