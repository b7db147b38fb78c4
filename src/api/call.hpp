#pragma once

#include <deque>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "api/streams.hpp"
#include "data/fields.hpp"
#include "gramme/catalog.hpp"
#include "gramme/tokens.hpp"
#include "json/json_writer.hpp"

namespace gramme {

struct Core;
struct OpenAnalysis;
struct OpenCalibration;
struct OverlaidCatalogs;

/// One function of the door: reads its request, writes one value as its answer.
using CallFunction = Problem (*)(const Core& core, const Value& request, JsonWriter& answer);

/// One whose answer is a document, as a function that writes it.
template <Result<Value> (*Function)(const Core&, const Value&)>
[[nodiscard]] Problem written(const Core& core, const Value& request, JsonWriter& answer) {
  const Result<Value> document = Function(core, request);
  if (!document) return document.error();
  answer.value(*document);
  return std::nullopt;
}

struct CallEntry {
  std::string_view name;
  CallFunction function;
};

/// The catalog that a core answers from: the shipped one, unpacked when it is first asked for,
/// until another is put in its place.
class CatalogInUse {
 public:
  /// What the shipped catalog is asked from; the encodings alone are there much sooner.
  struct Shipped {
    const Catalog& (*catalog)();
    const std::vector<Encoding>& (*encodings)();
  };

  explicit CatalogInUse(Shipped shipped) : shipped_(shipped) {}

  /// Its address must stay.
  void replace(const Catalog& catalog) { replacement_ = &catalog; }

  [[nodiscard]] const Catalog& operator*() const {
    return replacement_ == nullptr ? shipped_.catalog() : *replacement_;
  }
  [[nodiscard]] const Catalog* operator->() const { return &**this; }
  [[nodiscard]] const std::vector<Encoding>& encodings() const {
    return replacement_ == nullptr ? shipped_.encodings() : replacement_->encodings;
  }

 private:
  Shipped shipped_;
  const Catalog* replacement_ = nullptr;
};

/// What a running core holds: the catalog and the vocabularies it was given, ready to count with.
struct Core {
  explicit Core(CatalogInUse in_use) : catalog(in_use) {}

  CatalogInUse catalog;
  /// By the vocabulary's file name, as encodings name it.
  std::map<std::string, std::shared_ptr<TokenCounter>, std::less<>> counters;
  /// Encodings whose vocabulary the caller brought; their address stays.
  std::deque<Encoding> own_encodings;
  Streams streams;
  /// Measurements that are being read, by number; src/api/calibrate_call.cpp.
  std::map<double, std::shared_ptr<OpenCalibration>> calibrations;
  double last_calibration = 0.0;
  /// Files of use that are being read, by number; src/api/analyse_call.cpp.
  std::map<double, std::shared_ptr<OpenAnalysis>> analyses;
  double last_analysis = 0.0;
  /// What the user has put over the shipped catalog; null: nothing.
  std::shared_ptr<OverlaidCatalogs> overlaid;
  /// What the door has besides the functions that every core has.
  std::span<const CallEntry> tools;
  /// The envelope of the last call of src/api/fast_count.hpp that failed.
  std::string problem;

  /// Whether an encoding of the catalog has its vocabulary in a file of this name.
  [[nodiscard]] bool is_shipped_file(std::string_view name) const;
};

/// A core over the shipped catalog.
[[nodiscard]] Core make_core();

/// The same with the tools of Node and of the command: single formulas.
[[nodiscard]] Core make_full_core();

/// Calls a function of the door by name: JSON text in, envelope text out:
/// {"ok":true,"value":…} or {"ok":false,"error":{"code","path","message"}}. Never throws.
[[nodiscard]] std::string call(const Core& core, std::string_view name,
                               std::string_view request) noexcept;

/// Counts the tokens of bytes. Request: {"encoding"} or {"model", "site"?}.
/// Value: {"tokens": n or {low,central,high}, "kind", "encoding", "modelId", "warnings"}.
[[nodiscard]] std::string count_call(Core& core, std::string_view request,
                                     std::string_view utf8) noexcept;

/// A text and the packed file of the vocabulary that it is counted with.
struct CountedOnce {
  std::string_view vocabulary;
  std::string_view utf8;
};

/// The same without a vocabulary that was loaded before: soonest for a single short text.
[[nodiscard]] std::string count_once_call(const Core& core, std::string_view request,
                                          CountedOnce given) noexcept;

/// Takes a packed vocabulary file under its file name. Same envelope.
[[nodiscard]] std::string load_vocabulary_call(Core& core, std::string_view name,
                                               std::string_view bytes) noexcept;

/// Takes a vocabulary of the caller's own, packed or of another program (docs/data.md), as an
/// encoding of that name. Request: {"name", "pattern"?}. Value: {"encoding", "tokens", …}.
[[nodiscard]] std::string import_vocabulary_call(Core& core, std::string_view request,
                                                 std::string_view file) noexcept;

/// The token ids of bytes. Request: as for count, and {"allowSpecial": true or a list}?.
/// Value: {"ids", "tokens", "kind", "encoding", "modelId", "warnings"}.
[[nodiscard]] std::string encode_call(const Core& core, std::string_view request,
                                      std::string_view utf8) noexcept;

/// Scores methods on a file of measurements (docs/data.md#measurements).
/// Request: {"methods": [id…], "know": ["batch" | "accelerators" | "precision"…]?}.
/// Value: {"rows", "skipped", "methods": [{"method", "mape", …, "byFamily", "byHardware"}]}.
[[nodiscard]] std::string validate_call(const Core& core, std::string_view request,
                                        std::string_view csv) noexcept;

/// Estimates many exchanges and sums them up (docs/data.md#totals-of-many): first so many rows of
/// doubles, then {"range", "date", "kinds": [exchange without tokens…]}. Value: a period.
[[nodiscard]] std::string totals_call(const Core& core, std::size_t rows,
                                      std::string_view packed) noexcept;

/// Fits measurements of the caller's own (docs/data.md#calibrate), in steps. Request: {"step",
/// "calibration"?, …}; "part" takes the next bytes of a file, "finish" answers with the fits.
[[nodiscard]] std::string calibrate_call(Core& core, std::string_view request,
                                         std::string_view part) noexcept;

/// Analyses files of use (docs/data.md#analyse), in steps. Request: {"step", "analysis"?, …};
/// "part" takes the next bytes of a file, "finish" answers with what they weigh.
[[nodiscard]] std::string analyse_call(Core& core, std::string_view request,
                                       std::string_view part) noexcept;

/// Puts a config of the caller's own over the catalog (docs/data.md#loadoverlay); what is wrong
/// with it leaves the catalog as it was. Value: {"calibrations", "models", …}: how many there are.
[[nodiscard]] std::string load_overlay_call(Core& core, std::string_view yaml) noexcept;

/// Judges a decision matrix, as YAML or JSON (docs/data.md#decide).
/// Request: {"set": [{"path", "value"}…]?, "months"?, "region"?, "method"?, "format"?}.
[[nodiscard]] std::string decide_call(const Core& core, std::string_view request,
                                      std::string_view matrix) noexcept;

/// The calculator of the project's origin (docs/data.md#calculate); `config` is a configuration of
/// it as YAML, or empty.
[[nodiscard]] std::string calculate_call(const Core& core, std::string_view request,
                                         std::string_view config) noexcept;

/// Reads a file of budgets of services, YAML or JSON (docs/data.md#service-budgets).
/// Value: the list of budgets, as requests have them.
[[nodiscard]] std::string service_budgets_call(std::string_view text) noexcept;

// The functions of the door, one file each (src/api/).
[[nodiscard]] Result<Value> version_call(const Core& core, const Value& request);
[[nodiscard]] Problem estimate_call(const Core& core, const Value& request, JsonWriter& answer);
[[nodiscard]] Result<Value> evaluate_call(const Core& core, const Value& request);
[[nodiscard]] Problem explain_call(const Core& core, const Value& request, JsonWriter& answer);
[[nodiscard]] Problem rank_call(const Core& core, const Value& request, JsonWriter& answer);
[[nodiscard]] Problem record_call(const Core& core, const Value& request, JsonWriter& answer);
[[nodiscard]] Problem recompute_call(const Core& core, const Value& request, JsonWriter& answer);
[[nodiscard]] Problem roll_up_call(const Core& core, const Value& request, JsonWriter& answer);
[[nodiscard]] Problem derive_call(const Core& core, const Value& request, JsonWriter& answer);
[[nodiscard]] Problem merge_call(const Core& core, const Value& request, JsonWriter& answer);
[[nodiscard]] Problem adopt_call(const Core& core, const Value& request, JsonWriter& answer);
[[nodiscard]] Problem export_csv_call(const Core& core, const Value& request, JsonWriter& answer);
[[nodiscard]] Problem judge_budgets_call(const Core& core, const Value& request,
                                         JsonWriter& answer);
[[nodiscard]] Problem forecast_call(const Core& core, const Value& request, JsonWriter& answer);
[[nodiscard]] Problem compare_call(const Core& core, const Value& request, JsonWriter& answer);
[[nodiscard]] Problem weigh_service_use_call(const Core& core, const Value& request,
                                             JsonWriter& answer);
[[nodiscard]] Problem add_service_use_call(const Core& core, const Value& request,
                                           JsonWriter& answer);
[[nodiscard]] Problem judge_service_call(const Core& core, const Value& request,
                                         JsonWriter& answer);
[[nodiscard]] Problem report_services_call(const Core& core, const Value& request,
                                           JsonWriter& answer);
[[nodiscard]] Problem add_sample_call(const Core& core, const Value& request, JsonWriter& answer);
[[nodiscard]] Problem weigh_run_call(const Core& core, const Value& request, JsonWriter& answer);
[[nodiscard]] Problem emissions_row_call(const Core& core, const Value& request,
                                         JsonWriter& answer);
[[nodiscard]] Problem widen_emissions_call(const Core& core, const Value& request,
                                           JsonWriter& answer);
[[nodiscard]] Problem usage_of_call(const Core& core, const Value& request, JsonWriter& answer);
[[nodiscard]] Problem list_call(const Core& core, const Value& request, JsonWriter& answer);
[[nodiscard]] Result<Value> decode_call(const Core& core, const Value& request);
[[nodiscard]] Result<Value> count_chat_call(const Core& core, const Value& request);
[[nodiscard]] Result<Value> resolve_call(const Core& core, const Value& request);

}  // namespace gramme
