#include <algorithm>
#include <utility>
#include <variant>

#include "gramme/tokens.hpp"
#include "tokens/compose.hpp"
#include "tokens/stream.hpp"
#include "tokens/tally.hpp"
#include "tokens/utf8.hpp"

namespace gramme {

using tokens::CountTally;
using tokens::FeatureTally;
using tokens::Stream;

struct TokenStream::State {
  using Streams = std::variant<Stream<CountTally>, Stream<FeatureTally>>;

  template <typename Tally>
  State(std::in_place_type_t<Stream<Tally>> type, std::shared_ptr<TokenCounter> shared)
      : counter(std::move(shared)), stream(type, counter->vocabulary(), counter->pieces()) {}

  [[nodiscard]] tokens::GrowingText& text() {
    return std::visit([](auto& any) -> tokens::GrowingText& { return any.text(); }, stream);
  }

  /// Whether the text is composed as it stands, where the encoding asks for composed text. Looks at
  /// what is new since it was last asked.
  [[nodiscard]] bool is_composed() {
    if (!counter->vocabulary().is_composed()) return true;
    const std::string_view rest = text().view().substr(composed_bytes);
    composed_bytes += tokens::composed_prefix(rest);
    return composed_bytes == text().view().size();
  }

  /// Counts the whole text, composed, as if it ended here.
  [[nodiscard]] Range count_composed() {
    std::string whole(text().view());
    if (text().holds_back()) whole += tokens::kReplacement;
    return exactly(static_cast<double>(counter->count(whole)));
  }

  std::shared_ptr<TokenCounter> counter;
  std::size_t composed_bytes = 0;
  const TokenEstimator* estimator = nullptr;
  Streams stream;
};

TokenStream::TokenStream(std::shared_ptr<TokenCounter> counter, const TokenEstimator* estimator) {
  if (estimator == nullptr) {
    state_ = std::make_unique<State>(std::in_place_type<Stream<CountTally>>, std::move(counter));
  } else {
    state_ = std::make_unique<State>(std::in_place_type<Stream<FeatureTally>>, std::move(counter));
    state_->estimator = estimator;
  }
}

TokenStream::TokenStream(TokenStream&&) noexcept = default;
TokenStream& TokenStream::operator=(TokenStream&&) noexcept = default;
TokenStream::~TokenStream() = default;

void TokenStream::append(std::string_view utf8) { state_->text().append(utf8); }
void TokenStream::append(std::u16string_view utf16) { state_->text().append(utf16); }
void TokenStream::finish() { state_->text().finish(); }

void TokenStream::truncate(std::size_t units) {
  if (units >= this->units()) return;
  std::visit([&](auto& any) { any.truncate(units); }, state_->stream);
  state_->composed_bytes = std::min(state_->composed_bytes, bytes());
}

std::size_t TokenStream::units() const { return state_->text().units(); }
std::size_t TokenStream::bytes() const { return state_->text().view().size(); }

Range TokenStream::tokens() {
  if (auto* exact = std::get_if<Stream<CountTally>>(&state_->stream)) {
    // Rare: a text with loose marks is counted anew each time.
    if (!state_->is_composed()) return state_->count_composed();
    return exactly(static_cast<double>(exact->sum()));
  }
  auto& estimated = std::get<Stream<FeatureTally>>(state_->stream);
  tokens::FeatureCounts counts = estimated.sum();
  tokens::add_start(counts, estimated.text().view());
  return tokens::weigh(counts, *state_->estimator);
}

}  // namespace gramme
