#include "api/call.hpp"
#include "api/counting.hpp"
#include "api/envelope.hpp"
#include "tokens/special_tokens.hpp"
#include "tokens/utf8.hpp"
#include "tokens/vocabulary.hpp"

namespace gramme {

namespace {

constexpr Bounds kIdBounds{0.0, 4294967295.0};

/// Errors: unknown_encoding where a count is only estimated.
Problem check_has_ids(const Counting& counting) {
  if (!counting.encoding->estimator) return std::nullopt;
  return fail(ErrorCode::unknown_encoding, "/encoding",
              "this tokenizer is not public: its tokens are estimated and have no ids");
}

/// `allowSpecial`: true for all special tokens of the encoding, or a list of them; absent: none.
SpecialTokens read_allowed(Fields& fields, const SpecialTokens& all) {
  const Value* allowed = fields.find("allowSpecial");
  if (allowed == nullptr) return {};
  if (allowed->flag() != nullptr) return *allowed->flag() ? all : SpecialTokens{};
  SpecialTokens out;
  const Path list_path = fields.at("allowSpecial");
  const std::vector<std::string> texts = fields.texts("allowSpecial");
  for (std::size_t i = 0; i < texts.size(); ++i) {
    const std::optional<std::uint32_t> id = tokens::id_of_special(all, texts[i]);
    if (!id) {
      fields.reading().report(ErrorCode::out_of_range, Path{&list_path, {}, static_cast<int>(i)},
                              "the encoding has no such special token");
      return out;
    }
    out.named.push_back({texts[i], *id});
  }
  return out;
}

List write_ids(const std::vector<std::uint32_t>& ids) {
  List out;
  out.reserve(ids.size());
  for (const std::uint32_t id : ids) out.emplace_back(static_cast<double>(id));
  return out;
}

Result<Value> encode_text(const Core& core, std::string_view request_text, std::string_view utf8) {
  const Result<Value> request = parse_json(request_text);
  if (!request) return request.error();
  if (Problem problem = check_text_size(utf8.size())) return *std::move(problem);
  Reading reading;
  Fields fields(*request, Path{}, reading, {"encoding", "model", "site", "allowSpecial"});
  const Result<Counting> counting = find_counting(core, fields);
  if (!counting) return counting.error();
  if (Problem problem = check_has_ids(*counting)) return *std::move(problem);
  const SpecialTokens allowed = read_allowed(fields, counting->encoding->special_tokens);
  if (reading.problem) return *reading.problem;
  const auto ids = encode(counting->counter->vocabulary(), allowed, utf8);
  Record answer = describe_counting(*counting);
  answer.insert(answer.begin(), {"tokens", static_cast<double>(ids.size())});
  answer.insert(answer.begin(), {"ids", write_ids(ids)});
  return Value{std::move(answer)};
}

std::vector<std::uint32_t> read_ids(Fields& fields) {
  std::vector<std::uint32_t> ids;
  const List* items = fields.list("ids");
  if (items == nullptr) {
    fields.reading().report(ErrorCode::missing_key, fields.at("ids"), "a list of ids is required");
    return ids;
  }
  const Path list_path = fields.at("ids");
  for (std::size_t i = 0; i < items->size(); ++i) {
    const double* id = (*items)[i].number();
    const bool is_id = id != nullptr && *id >= kIdBounds.low && *id <= kIdBounds.high &&
                       *id == static_cast<double>(static_cast<std::uint32_t>(*id));
    if (!is_id) {
      fields.reading().report(ErrorCode::out_of_range, Path{&list_path, {}, static_cast<int>(i)},
                              "an id is a whole number from 0 on");
      return ids;
    }
    ids.push_back(static_cast<std::uint32_t>(*id));
  }
  return ids;
}

}  // namespace

std::string encode_call(const Core& core, std::string_view request,
                        std::string_view utf8) noexcept {
  return enveloped([&] { return encode_text(core, request, utf8); });
}

Result<Value> decode_call(const Core& core, const Value& request) {
  Reading reading;
  Fields fields(request, Path{}, reading, {"encoding", "model", "site", "ids"});
  const Result<Counting> counting = find_counting(core, fields);
  if (!counting) return counting.error();
  if (Problem problem = check_has_ids(*counting)) return *std::move(problem);
  const std::vector<std::uint32_t> ids = read_ids(fields);
  if (reading.problem) return *reading.problem;
  const Result<std::string> text =
      decode(counting->counter->vocabulary(), counting->encoding->special_tokens, ids);
  if (!text) return text.error();
  Record answer = describe_counting(*counting);
  answer.insert(answer.begin(), {"text", tokens::to_well_formed(*text)});
  return Value{std::move(answer)};
}

}  // namespace gramme
