// Reading JSON: the only file that knows nlohmann_json's parser.
#include <nlohmann/json.hpp>

#include "json/json.hpp"

namespace gramme {

namespace {

/// Builds a Value from parser events, so that depth is refused before it is built.
class Builder {
 public:
  using Json = nlohmann::json;

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
  bool end_object() { return close(); }
  bool end_array() { return close(); }

  bool key(std::string& name) {
    if (open_.back().record()->size() >= kMostMembers) {
      return refuse(ErrorCode::too_large, "a record has more than 4096 members");
    }
    if (open_.back().find(name) != nullptr) {
      return refuse(ErrorCode::invalid_json, "the key \"" + name.substr(0, 60) + "\" stands twice");
    }
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

  Value root_;
  std::vector<Value> open_;
  Problem problem_;
};

}  // namespace

Result<Value> parse_json(std::string_view text) {
  if (text.size() > kLargestDocumentBytes) {
    return fail(ErrorCode::too_large, "",
                "a document of " + std::to_string(text.size()) + " bytes is over the limit of " +
                    std::to_string(kLargestDocumentBytes));
  }
  // The library takes a zero byte for the end of the text and would drop what follows.
  if (text.find('\0') != std::string_view::npos) {
    return fail(ErrorCode::invalid_json, "", "zero bytes are not allowed");
  }
  Builder builder;
  const bool is_complete = nlohmann::json::sax_parse(text.begin(), text.end(), &builder);
  Result<Value> result = builder.finish();
  if (!is_complete && result.is_ok()) return fail(ErrorCode::invalid_json, "", "not valid JSON");
  return result;
}

}  // namespace gramme
