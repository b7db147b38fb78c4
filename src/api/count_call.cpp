#include "api/call.hpp"
#include "api/documents.hpp"
#include "api/envelope.hpp"

namespace gramme {

namespace {

constexpr std::size_t kLargestText = 64U << 20U;

struct Counting {
  const Encoding* encoding = nullptr;
  std::string model_id;
  std::vector<Warning> warnings;
};

Result<Counting> find_counting(const Core& core, const Value& request) {
  Reading reading;
  Fields fields(request, Path{}, reading, {"encoding", "model", "site"});
  const std::optional<std::string> encoding_id = fields.optional_text("encoding");
  const std::string model = fields.optional_text("model").value_or(std::string{});
  const std::string site = fields.optional_text("site").value_or(std::string{});
  if (reading.problem) return *reading.problem;
  Counting out;
  if (encoding_id) {
    out.encoding = find_by_id(core.catalog->encodings, *encoding_id);
  } else if (model.empty() && site.empty()) {
    return fail(ErrorCode::missing_key, "/model", "name a model, a site or an encoding");
  } else {
    const ResolvedModel resolved = resolve_model(*core.catalog, model, site);
    out.model_id = resolved.model.id;
    out.encoding = find_by_id(core.catalog->encodings, resolved.model.encoding);
    if (resolved.match != ModelMatch::exact) {
      out.warnings.push_back({"encoding_assumed",
                              "model not in the catalog: its family's or a "
                              "usual encoding stands in"});
    }
  }
  if (out.encoding == nullptr) {
    return fail(ErrorCode::unknown_encoding, "/encoding",
                "\"" + encoding_id.value_or("").substr(0, 60) +
                    "\" is not a known encoding; `gramme encodings` lists them");
  }
  return out;
}

Result<Value> count(const Core& core, std::string_view request_text, std::string_view utf8) {
  Result<Value> request = parse_json(request_text);
  if (!request) return request;
  if (utf8.size() > kLargestText) {
    return fail(ErrorCode::too_large, "/text", "a text of more than 64 MiB is not counted");
  }
  Result<Counting> counting = find_counting(core, *request);
  if (!counting) return counting.error();
  const Encoding& encoding = *counting->encoding;
  const auto vocabulary = core.vocabularies.find(encoding.vocabulary);
  if (vocabulary == core.vocabularies.end()) {
    return fail(ErrorCode::vocabulary_missing, "/encoding",
                "load the vocabulary " + encoding.vocabulary + " first");
  }
  const bool is_exact = !encoding.estimator.has_value();
  Value tokens;
  if (is_exact) {
    tokens = Value{static_cast<double>(count_tokens(*vocabulary->second, utf8))};
  } else {
    tokens = Value{estimate_tokens(*vocabulary->second, *encoding.estimator, utf8)};
    counting->warnings.push_back(
        {"tokens_estimated", "this tokenizer is not public: the count is estimated"});
  }
  return Value{Record{{"tokens", std::move(tokens)},
                      {"kind", is_exact ? "exact" : "estimated"},
                      {"encoding", encoding.id},
                      {"modelId", counting->model_id.empty() ? Value{} : Value{counting->model_id}},
                      {"warnings", write_warnings(counting->warnings)}}};
}

}  // namespace

std::string count_call(const Core& core, std::string_view request, std::string_view utf8) noexcept {
  return enveloped([&] { return count(core, request, utf8); });
}

std::string load_vocabulary_call(Core& core, std::string_view name,
                                 std::string_view bytes) noexcept {
  return enveloped([&]() -> Result<Value> {
    const auto* data = reinterpret_cast<const std::uint8_t*>(bytes.data());
    auto loaded = load_vocabulary(std::span<const std::uint8_t>(data, bytes.size()));
    if (!loaded) return loaded.error();
    core.vocabularies.insert_or_assign(std::string(name), std::move(loaded).value());
    return Value{Record{{"vocabulary", name}}};
  });
}

}  // namespace gramme
