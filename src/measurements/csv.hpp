#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "gramme/result.hpp"

namespace gramme {

/// Cuts comma-separated values (RFC 4180: quoted fields may hold commas, line ends and doubled
/// quotes) into records, fed in parts of any size. Lines end in LF, CR LF or CR; empty ones are
/// passed over. A record that lies in one part is cut where it lies; only one across parts is
/// copied, so that memory is that of the longest record.
class CsvRecords {
 public:
  static constexpr std::size_t kLongestField = std::size_t{8} << 20;
  static constexpr std::size_t kMostFields = 1024;
  static constexpr std::size_t kLongestRecord = 2 * kLongestField;

  /// Calls `visit(fields)` for each record that the part completes; the views are valid during the
  /// call. Errors: too_large, naming row and column; what `visit` returns.
  template <typename Visit>
  [[nodiscard]] Problem feed(std::string_view part, Visit visit) {
    while (!part.empty()) {
      const std::size_t whole = is_between_records() ? take_whole(part) : 0;
      part.remove_prefix(whole > 0 ? whole : take(part));
      if (Problem problem = take_problem()) return problem;
      if (!is_complete_) continue;
      if (Problem problem = visit(fields())) return problem;
      clear();
    }
    return std::nullopt;
  }

  /// The end of the text: visits a last record without a line end.
  /// Errors: invalid_csv for a quote that is never closed; as for feed.
  template <typename Visit>
  [[nodiscard]] Problem finish(Visit visit) {
    if (state_ == State::quoted) return unclosed();
    if (is_empty()) return std::nullopt;
    end_field();
    return visit(fields());
  }

  /// The number of the record being read; the first is 1.
  [[nodiscard]] std::size_t row() const { return row_; }

 private:
  enum class State { field_start, plain, quoted, quote_in_quoted };

  /// A field with doubled quotes, put together in text_.
  struct Copied {
    std::size_t field;
    std::size_t begin;
    std::size_t size;
  };

  [[nodiscard]] bool is_between_records() const {
    return state_ == State::field_start && is_empty() && !is_after_return_;
  }
  [[nodiscard]] std::size_t take_whole(std::string_view part);
  [[nodiscard]] std::size_t cut_plain(std::string_view part, std::size_t at);
  [[nodiscard]] std::size_t cut_quoted(std::string_view part, std::size_t at);
  void abandon_whole();
  [[nodiscard]] std::size_t take(std::string_view part);
  [[nodiscard]] std::size_t take_plain(std::string_view part);
  [[nodiscard]] std::size_t take_quoted(std::string_view part);
  void append(std::string_view text);
  void refuse();
  void end_field();
  void end_record();
  [[nodiscard]] const std::vector<std::string_view>& fields();
  [[nodiscard]] bool is_empty() const { return ends_.empty() && text_.empty() && !was_quoted_; }
  void clear();
  [[nodiscard]] Problem take_problem();
  [[nodiscard]] Error unclosed() const;

  State state_ = State::field_start;
  bool is_complete_ = false;
  bool was_quoted_ = false;
  bool is_after_return_ = false;
  /// 0 = nothing is.
  std::size_t too_large_column_ = 0;
  std::size_t row_ = 1;
  /// The fields one after the other, and where each ends.
  std::string text_;
  std::vector<std::size_t> ends_;
  std::vector<std::string_view> fields_;
  /// Of a record that was cut where it lies.
  bool is_whole_ = false;
  std::vector<Copied> copied_;
};

}  // namespace gramme
