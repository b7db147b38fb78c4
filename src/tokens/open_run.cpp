#include "tokens/open_run.hpp"

namespace gramme::tokens {

const char* OpenRun::extend_to(const char* from, const char* end) {
  const char* reached = nullptr;
  if (kind_ == Kind::members) reached = skip(from, end, classes_);
  if (kind_ == Kind::run_of) reached = skip_(from, end);
  if (kind_ == Kind::symbol_tail) reached = skip_symbol_tail(from, end, tail_);
  if (kind_ == Kind::white_space) {
    WhiteSpace run{.after_newline = mark_};
    extend(run, from, end);
    mark_ = run.after_newline;
    reached = run.end;
  }
  if (kind_ == Kind::upper_word) {
    UpperRun run{.after_uncased = mark_};
    extend(run, from, end);
    mark_ = run.after_uncased;
    reached = run.end;
  }
  if (reached != end) return nullptr;
  return mark_ == nullptr ? end : mark_;
}

}  // namespace gramme::tokens
