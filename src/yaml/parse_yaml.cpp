// The only file that knows yaml-cpp; library exceptions end here.
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <sstream>

#include "json/json.hpp"
#include "yaml/yaml.hpp"

namespace gramme {

namespace {

struct Refusal {
  Error error;
};

[[noreturn]] void refuse(ErrorCode code, const YAML::Mark& mark, const std::string& message) {
  throw Refusal{fail(code, "", "line " + std::to_string(mark.line + 1) + ": " + message)};
}

/// Plain scalars become numbers, flags or null as in the YAML 1.2 core schema; quoted ones stay.
Value scalar_value(const std::string& tag, const std::string& text) {
  const bool is_plain = tag == "?";
  if (!is_plain) return Value{text};
  if (text == "true" || text == "false") return Value{text == "true"};
  if (text == "null" || text == "~" || text.empty()) return Value{};
  const char first = text.front();
  const bool may_be_number = (first >= '0' && first <= '9') || first == '-' || first == '.';
  if (!may_be_number) return Value{text};
  char* end = nullptr;
  const double number = std::strtod(text.c_str(), &end);
  return *end == '\0' && std::isfinite(number) ? Value{number} : Value{text};
}

/// YAML forbids them, and yaml-cpp takes one of them for the end of the text.
bool is_control(char letter) {
  const auto code = static_cast<unsigned char>(letter);
  return (code < 0x20 && code != '\t' && code != '\n' && code != '\r') || code == 0x7F;
}

/// Builds a Value from parser events, so that depth and aliases are refused before they cost.
class Builder : public YAML::EventHandler {
 public:
  void OnDocumentStart(const YAML::Mark&) override {}
  void OnDocumentEnd() override {}
  void OnNull(const YAML::Mark& mark, YAML::anchor_t) override { put(mark, Value{}); }
  void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override {
    refuse(ErrorCode::invalid_yaml, mark, "aliases are not allowed");
  }
  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t,
                const std::string& text) override {
    if (!open_.empty() && open_.back().record() != nullptr && !has_key_.back()) {
      start_member(mark, text);
    } else {
      put(mark, scalar_value(tag, text));
    }
  }
  void OnSequenceStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t,
                       YAML::EmitterStyle::value) override {
    open(mark, Value{List{}});
  }
  void OnSequenceEnd() override { close(); }
  void OnMapStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t,
                  YAML::EmitterStyle::value) override {
    open(mark, Value{Record{}});
  }
  void OnMapEnd() override { close(); }

  [[nodiscard]] Value take() { return std::move(root_); }

 private:
  void start_member(const YAML::Mark& mark, const std::string& key) {
    if (open_.back().record()->size() >= kMostMembers) {
      refuse(ErrorCode::too_large, mark, "a record has more than 4096 members");
    }
    if (open_.back().find(key) != nullptr) {
      refuse(ErrorCode::invalid_yaml, mark, "the key \"" + key.substr(0, 60) + "\" stands twice");
    }
    open_.back().record()->push_back(Member{key, Value{}});
    has_key_.back() = true;
  }

  void open(const YAML::Mark& mark, Value value) {
    if (open_.size() >= kDeepestDocument) refuse(ErrorCode::too_deep, mark, "nested too deeply");
    if (!open_.empty() && open_.back().record() != nullptr && !has_key_.back()) {
      refuse(ErrorCode::invalid_yaml, mark, "a key must be plain text");
    }
    open_.push_back(std::move(value));
    has_key_.push_back(false);
  }

  void close() {
    Value done = std::move(open_.back());
    open_.pop_back();
    has_key_.pop_back();
    put(YAML::Mark::null_mark(), std::move(done));
  }

  void put(const YAML::Mark& mark, Value value) {
    if (open_.empty()) {
      root_ = std::move(value);
    } else if (open_.back().list() != nullptr) {
      open_.back().list()->push_back(std::move(value));
    } else if (has_key_.back()) {
      open_.back().record()->back().value = std::move(value);
      has_key_.back() = false;
    } else {
      refuse(ErrorCode::invalid_yaml, mark, "a key must be plain text");
    }
  }

  Value root_;
  std::vector<Value> open_;
  std::vector<bool> has_key_;
};

Value read_only_document(const std::string& text) {
  std::istringstream stream(text);
  YAML::Parser parser(stream);
  Builder builder;
  parser.HandleNextDocument(builder);
  Builder rest;
  if (parser.HandleNextDocument(rest)) {
    throw Refusal{fail(ErrorCode::invalid_yaml, "", "only one document is read")};
  }
  return builder.take();
}

}  // namespace

Result<Value> parse_yaml(const std::string& text) {
  if (text.size() > kLargestYamlBytes) {
    return fail(ErrorCode::too_large, "",
                "over the limit of " + std::to_string(kLargestYamlBytes) + " bytes");
  }
  if (std::any_of(text.begin(), text.end(), is_control)) {
    return fail(ErrorCode::invalid_yaml, "", "control characters are not allowed");
  }
  try {
    return read_only_document(text);
  } catch (const Refusal& refusal) {
    return refusal.error;
  } catch (const std::exception& problem) {
    return fail(ErrorCode::invalid_yaml, "", problem.what());
  }
}

}  // namespace gramme
