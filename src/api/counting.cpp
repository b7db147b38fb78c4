#include "api/counting.hpp"

#include "api/documents.hpp"

namespace gramme {

namespace {

constexpr std::size_t kShownName = 60;

/// One of the catalog, or of the caller's own.
const Encoding* find_encoding(const Core& core, std::string_view id) {
  const Encoding* const known = find_by_id(core.catalog.encodings(), id);
  if (known != nullptr) return known;
  for (const Encoding& own : core.own_encodings) {
    if (own.id == id) return &own;
  }
  return nullptr;
}

Result<Counting> name_encoding(const Core& core, Fields& fields) {
  const std::optional<std::string> encoding_id = fields.optional_text("encoding");
  const std::string model = fields.optional_text("model").value_or(std::string{});
  const std::string site = fields.optional_text("site").value_or(std::string{});
  if (fields.reading().problem) return *fields.reading().problem;
  Counting out;
  if (encoding_id) {
    out.encoding = find_encoding(core, *encoding_id);
  } else if (model.empty() && site.empty()) {
    return fail(ErrorCode::missing_key, "/model", "name a model, a site or an encoding");
  } else {
    const ResolvedModel resolved = resolve_model(*core.catalog, model, site);
    out.model_id = resolved.model().id;
    out.encoding = find_by_id(core.catalog.encodings(), resolved.model().encoding);
    if (resolved.match != ModelMatch::exact) {
      out.warnings.push_back({"encoding_assumed",
                              "model not in the catalog: its family's or a "
                              "usual encoding stands in"});
    }
  }
  if (out.encoding == nullptr) {
    return fail(ErrorCode::unknown_encoding, "/encoding",
                "\"" + encoding_id.value_or("").substr(0, kShownName) +
                    "\" is not a known encoding; `gramme encodings` lists them");
  }
  if (out.encoding->estimator) {
    out.warnings.push_back(
        {"tokens_estimated", "this tokenizer is not public: the count is estimated"});
  }
  return out;
}

/// What stored estimates are told apart by; null for an exact count.
Value describe_estimator(const Encoding& encoding) {
  if (!encoding.estimator) return Value{};
  const auto version = static_cast<double>(encoding.estimator->version);
  return Value{Record{{"id", encoding.id}, {"version", version}}};
}

}  // namespace

Result<Counting> find_counting(const Core& core, const Value& request) {
  Reading reading;
  Fields fields(request, Path{}, reading, {"encoding", "model", "site"});
  return find_counting(core, fields);
}

Result<Counting> find_counting(const Core& core, Fields& fields) {
  Result<Counting> counting = name_encoding(core, fields);
  if (!counting) return counting;
  const std::string& file = counting->encoding->vocabulary;
  const auto counter = core.counters.find(file);
  if (counter == core.counters.end()) {
    return fail(ErrorCode::vocabulary_missing, "/encoding",
                "load the vocabulary " + file + " first");
  }
  counting->counter = counter->second;
  return counting;
}

Result<Counting> find_encoding_of(const Core& core, const Value& request) {
  Reading reading;
  Fields fields(request, Path{}, reading, {"encoding", "model", "site"});
  return name_encoding(core, fields);
}

Problem check_text_size(std::size_t bytes) {
  if (bytes <= kLargestText) return std::nullopt;
  return fail(ErrorCode::too_large, "/text", "a text of more than 64 MiB is not counted");
}

Range count_with(const Encoding& encoding, TokenCounter& counter, std::string_view utf8) {
  if (!encoding.estimator) return exactly(static_cast<double>(counter.count(utf8)));
  return estimate_tokens(counter.vocabulary(), *encoding.estimator, utf8);
}

Value describe_count(const Counting& counting, const Range& tokens) {
  Record answer = describe_counting(counting);
  answer.insert(answer.begin(),
                {"tokens", counting.encoding->estimator ? Value{tokens} : Value{tokens.central}});
  return Value{std::move(answer)};
}

Record describe_counting(const Counting& counting) {
  return Record{{"kind", counting.encoding->estimator ? "estimated" : "exact"},
                {"encoding", counting.encoding->id},
                {"estimator", describe_estimator(*counting.encoding)},
                {"modelId", counting.model_id.empty() ? Value{} : Value{counting.model_id}},
                {"warnings", write_warnings(counting.warnings)}};
}

}  // namespace gramme
