// What the rows of a decision matrix are judged by.
#include "api/matrix_criteria.hpp"

#include <algorithm>

#include "catalog/entry_reader.hpp"

namespace gramme {

namespace {

/// Every weight is tried at three values with each of the others: 3^8 weightings.
constexpr std::size_t kMostCriteria = 8;
constexpr std::size_t kLongestText = 32;
constexpr Bounds kWeight{0.0, 1e6};
constexpr Bounds kAnyNumber{-1e15, 1e15};

std::optional<ScaleBounds> read_bounds(Fields& fields) {
  const Value* given = fields.find("bounds");
  if (given == nullptr) return std::nullopt;
  const Path path = fields.at("bounds");
  if (given->text() != nullptr && *given->text() == "data") return std::nullopt;
  Fields ends(*given, path, fields.reading(), {"low", "high"});
  const ScaleBounds bounds{ends.number("low", kAnyNumber), ends.number("high", kAnyNumber)};
  if (!fields.reading().problem && bounds.low >= bounds.high) {
    fields.reading().report(ErrorCode::out_of_range, path, "low must be below high");
  }
  return bounds;
}

/// Costs are counted in the matrix's currency.
std::string known_unit(const std::string& id, const std::string& currency) {
  const bool is_money = id == "cost" && !currency.empty();
  return is_money ? currency + "/month" : unit_of_known_criterion(id);
}

/// The unit of a known criterion may be said again, but not changed.
std::string read_unit(Fields& fields, const std::string& id, const std::string& currency) {
  std::string known = known_unit(id, currency);
  std::string given = read_shown(fields, "unit");
  if (known.empty()) return given;
  if (!given.empty() && given != known) {
    fields.reading().report(ErrorCode::out_of_range, fields.at("unit"),
                            id + " is counted in " + known);
  }
  return known;
}

/// A criterion of the file, laid over the one of the set where that has it.
void read_criterion(const Value& value, const Path& path, Reading& reading, DecisionMatrix& out) {
  Fields fields(value, path, reading, {"id", "weight", "unit", "worse", "bounds"});
  const std::string id = read_id(fields);
  const auto known = std::find_if(out.criteria.begin(), out.criteria.end(),
                                  [&](const Criterion& entry) { return entry.id == id; });
  Criterion criterion = known == out.criteria.end() ? Criterion{} : *known;
  criterion.id = id;
  criterion.unit = read_unit(fields, id, out.currency);
  const std::optional<double> weight = fields.optional_number("weight", kWeight);
  if (!weight && known == out.criteria.end()) {
    reading.report(ErrorCode::missing_key, fields.at("weight"), "this value is required");
  }
  criterion.weight = weight.value_or(criterion.weight);
  const std::string worse = fields.optional_text("worse").value_or(std::string{});
  if (!worse.empty() && worse != "more" && worse != "less") {
    reading.report(ErrorCode::out_of_range, fields.at("worse"), "more or less");
  }
  if (!worse.empty()) criterion.is_less_worse = worse == "less";
  if (fields.find("bounds") != nullptr) criterion.bounds = read_bounds(fields);
  if (known == out.criteria.end()) {
    out.criteria.push_back(std::move(criterion));
  } else {
    *known = std::move(criterion);
  }
}

/// The set that the file names, or that goes with its method where it has no criteria of its own.
void read_set(Fields& fields, DecisionMatrix& out) {
  const bool has_own = fields.find("criteria") != nullptr;
  const bool is_impact = out.method == DecisionMethod::impact;
  const std::optional<std::string> named = fields.optional_text("criteria_set");
  if (!named && has_own) return;
  out.criteria = criteria_set(named.value_or(is_impact ? "impact" : "footprint"));
  if (out.criteria.empty()) {
    fields.reading().report(ErrorCode::out_of_range, fields.at("criteria_set"),
                            "footprint, resources or impact");
  }
  for (Criterion& criterion : out.criteria) {
    criterion.unit = known_unit(criterion.id, out.currency);
  }
}

}  // namespace

/// A short text that is shown to people: no control characters.
std::string read_shown(Fields& fields, std::string_view key) {
  std::string text = fields.optional_text(key).value_or(std::string{});
  const bool has_control = std::any_of(text.begin(), text.end(), [](char letter) {
    const auto code = static_cast<unsigned char>(letter);
    return code < 0x20 || code == 0x7F;
  });
  if (text.size() > kLongestText || has_control) {
    fields.reading().report(ErrorCode::out_of_range, fields.at(key), "a text of at most 32 bytes");
  }
  return text;
}

void read_criteria(Fields& fields, DecisionMatrix& out) {
  read_set(fields, out);
  fields.each_item("criteria", [&](const Value& value, const Path& item_path) {
    read_criterion(value, item_path, fields.reading(), out);
  });
  const Path path = fields.at("criteria");
  if (out.criteria.size() > kMostCriteria) {
    fields.reading().report(ErrorCode::too_large, path, "at most 8 criteria");
  }
  const bool has_weight =
      std::any_of(out.criteria.begin(), out.criteria.end(),
                  [](const Criterion& criterion) { return criterion.weight > 0.0; });
  if (!has_weight) {
    fields.reading().report(ErrorCode::out_of_range, path, "at least one weight above 0");
  }
}

AdviceThresholds read_thresholds(Fields& fields) {
  AdviceThresholds out;
  const Value* given = fields.find("thresholds");
  if (given == nullptr) return out;
  const Path path = fields.at("thresholds");
  Fields from(*given, path, fields.reading(), {"monitor", "throttle", "deactivate"});
  out.monitor = from.optional_number("monitor", kShare).value_or(out.monitor);
  out.throttle = from.optional_number("throttle", kShare).value_or(out.throttle);
  out.deactivate = from.optional_number("deactivate", kShare).value_or(out.deactivate);
  if (out.monitor > out.throttle || out.throttle > out.deactivate) {
    fields.reading().report(ErrorCode::out_of_range, path, "monitor <= throttle <= deactivate");
  }
  return out;
}

}  // namespace gramme
