// The native counter as an engine of `npm run bench:tokens`: one JSON request per line in, one JSON
// answer per line out, as in bench/tokens/protocol.ts.  usage: gramme_bench VOCABULARY_DIR
#include <chrono>
#include <fstream>
#include <iostream>
#include <optional>
#include <sstream>

#include "gramme/tokens.hpp"
#include "json/json.hpp"

namespace {

using Clock = std::chrono::steady_clock;

double milliseconds_since(Clock::time_point begun) {
  return std::chrono::duration<double, std::milli>(Clock::now() - begun).count();
}

std::string read_file(const std::string& path) {
  std::ifstream stream(path, std::ios::binary);
  std::ostringstream bytes;
  bytes << stream.rdbuf();
  return bytes.str();
}

std::string text_of(const gramme::Value& request, std::string_view key) {
  const gramme::Value* value = request.find(key);
  return value != nullptr && value->text() != nullptr ? *value->text() : std::string{};
}

double number_of(const gramme::Value& request, std::string_view key) {
  const gramme::Value* value = request.find(key);
  return value != nullptr && value->number() != nullptr ? *value->number() : 0.0;
}

struct Answer {
  double tokens = 0.0;
  double milliseconds = 0.0;
};

class Bench {
 public:
  explicit Bench(std::string folder) : folder_(std::move(folder)) {}

  [[nodiscard]] std::optional<Answer> answer(const gramme::Value& request) {
    const std::string what = text_of(request, "do");
    if (what == "load") return load(text_of(request, "encoding"));
    if (what == "texts") return read_texts(text_of(request, "file"));
    const auto from = static_cast<std::size_t>(number_of(request, "from"));
    const auto to = static_cast<std::size_t>(number_of(request, "to"));
    if (!counter_ || to > texts_.size()) return std::nullopt;
    if (what == "count") return count(from, to);
    if (what != "warmUp") return std::nullopt;
    const auto begun = Clock::now();
    while (milliseconds_since(begun) < number_of(request, "milliseconds")) count(from, to);
    return Answer{};
  }

 private:
  std::optional<Answer> load(const std::string& encoding) {
    const auto begun = Clock::now();
    const std::string file = read_file(folder_ + encoding + ".gvoc");
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(file.data());
    auto vocabulary = gramme::load_vocabulary({bytes, file.size()});
    if (!vocabulary) return std::nullopt;
    counter_.emplace(*vocabulary);
    const auto tokens = static_cast<double>(counter_->count("Hello, world!"));
    return Answer{tokens, milliseconds_since(begun)};
  }

  std::optional<Answer> read_texts(const std::string& path) {
    const gramme::Result<gramme::Value> list = gramme::parse_json(read_file(path));
    if (!list || list->list() == nullptr) return std::nullopt;
    texts_.clear();
    for (const gramme::Value& text : *list->list()) texts_.push_back(*text.text());
    return Answer{static_cast<double>(texts_.size()), 0.0};
  }

  Answer count(std::size_t from, std::size_t to) {
    std::size_t tokens = 0;
    const auto begun = Clock::now();
    for (std::size_t i = from; i < to; ++i) tokens += counter_->count(texts_[i]);
    const double milliseconds = milliseconds_since(begun);
    return {static_cast<double>(tokens), milliseconds};
  }

  std::string folder_;
  std::vector<std::string> texts_;
  std::optional<gramme::TokenCounter> counter_;
};

}  // namespace

int main(int count, char** arguments) {
  if (count != 2) {
    std::cerr << "usage: gramme_bench VOCABULARY_DIR\n";
    return 2;
  }
  Bench bench{arguments[1]};
  std::string line;
  while (std::getline(std::cin, line)) {
    const gramme::Result<gramme::Value> request = gramme::parse_json(line);
    const std::optional<Answer> answer = request ? bench.answer(*request) : std::nullopt;
    if (!answer) return 1;
    const gramme::Record record{{"tokens", answer->tokens}, {"milliseconds", answer->milliseconds}};
    std::cout << gramme::write_json(gramme::Value{record}) << std::endl;
  }
  return 0;
}
