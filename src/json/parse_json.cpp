// Reading JSON: the only file that knows nlohmann_json's parser.
#include <algorithm>
#include <nlohmann/json.hpp>
#include <optional>

#include "json/json.hpp"

namespace gramme {

namespace {

/// Up to here keys are compared one by one as they come; larger records are sorted when complete.
constexpr std::size_t kFewMembers = 32;

/// A key that stands twice in a large record, or nothing.
std::optional<std::string_view> key_twice(const Record& members) {
  if (members.size() <= kFewMembers) return std::nullopt;
  std::vector<std::string_view> keys;
  keys.reserve(members.size());
  for (const Member& member : members) keys.emplace_back(member.key);
  std::sort(keys.begin(), keys.end());
  const auto twice = std::adjacent_find(keys.begin(), keys.end());
  if (twice == keys.end()) return std::nullopt;
  return *twice;
}

/// Builds a Value from parser events, so that depth is refused before it is built.
class Builder {
 public:
  using Json = nlohmann::json;

  explicit Builder(std::size_t most_members) : most_members_(most_members) {}

  bool null() { return put(Value{}); }
  bool boolean(bool flag) { return put(Value{flag}); }
  bool number_integer(Json::number_integer_t number) {
    return put(Value{static_cast<double>(number)});
  }
  bool number_unsigned(Json::number_unsigned_t number) {
    return put(Value{static_cast<double>(number)});
  }
  bool number_float(Json::number_float_t number, const std::string&) { return put(Value{number}); }
  bool string(std::string& text) { return put(Value{std::move(text)}); }
  bool binary(Json::binary_t&) { return refuse(ErrorCode::invalid_json, "binary data"); }
  bool start_object(std::size_t) { return open(Value{Record{}}); }
  bool start_array(std::size_t) { return open(Value{List{}}); }
  bool end_object() {
    const std::optional<std::string_view> twice = key_twice(*open_.back().record());
    return twice ? refuse_twice(*twice) : close();
  }
  bool end_array() { return close(); }

  bool key(std::string& name) {
    if (open_.back().record()->size() >= most_members_) {
      return refuse(ErrorCode::too_large,
                    "a record has more than " + std::to_string(most_members_) + " members");
    }
    const bool is_small = open_.back().record()->size() < kFewMembers;
    if (is_small && open_.back().find(name) != nullptr) return refuse_twice(name);
    open_.back().record()->push_back(Member{std::move(name), Value{}});
    return true;
  }

  bool parse_error(std::size_t position, const std::string&, const nlohmann::detail::exception&) {
    return refuse(ErrorCode::invalid_json, "not valid JSON at byte " + std::to_string(position));
  }

  [[nodiscard]] Result<Value> finish() {
    if (problem_) return *problem_;
    return std::move(root_);
  }

 private:
  bool refuse_twice(std::string_view name) {
    const std::string shown(name.substr(0, 60));
    return refuse(ErrorCode::invalid_json, "the key \"" + shown + "\" stands twice");
  }

  bool refuse(ErrorCode code, std::string message) {
    if (!problem_) problem_ = fail(code, "", std::move(message));
    return false;
  }

  bool open(Value value) {
    if (open_.size() >= kDeepestDocument) {
      return refuse(ErrorCode::too_deep,
                    "nested deeper than " + std::to_string(kDeepestDocument) + " levels");
    }
    open_.push_back(std::move(value));
    return true;
  }

  bool close() {
    Value done = std::move(open_.back());
    open_.pop_back();
    return put(std::move(done));
  }

  bool put(Value value) {
    if (open_.empty()) {
      root_ = std::move(value);
    } else if (open_.back().list() != nullptr) {
      open_.back().list()->push_back(std::move(value));
    } else {
      open_.back().record()->back().value = std::move(value);
    }
    return true;
  }

  std::size_t most_members_;
  Value root_;
  std::vector<Value> open_;
  Problem problem_;
};

}  // namespace

Result<Value> parse_json(std::string_view text, JsonLimits limits) {
  if (text.size() > limits.bytes) {
    return fail(ErrorCode::too_large, "",
                "a document of " + std::to_string(text.size()) + " bytes is over the limit of " +
                    std::to_string(limits.bytes));
  }
  // The library takes a zero byte for the end of the text and would drop what follows.
  if (text.find('\0') != std::string_view::npos) {
    return fail(ErrorCode::invalid_json, "", "zero bytes are not allowed");
  }
  Builder builder(limits.members);
  const bool is_complete = nlohmann::json::sax_parse(text.begin(), text.end(), &builder);
  Result<Value> result = builder.finish();
  if (!is_complete && result.is_ok()) return fail(ErrorCode::invalid_json, "", "not valid JSON");
  return result;
}

}  // namespace gramme
