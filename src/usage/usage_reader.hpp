#pragma once

#include <memory>
#include <string>
#include <vector>

#include "measurements/csv.hpp"
#include "usage/activity.hpp"
#include "usage/conversation.hpp"
#include "usage/json_items.hpp"
#include "usage/ledger_days.hpp"
#include "usage/measured_runs.hpp"
#include "usage/response_log.hpp"
#include "usage/usage_csv.hpp"

namespace gramme {

/// How files are read.
struct UsageReading {
  Exchange choice;
  Calendar calendar{};
  /// What analytics are weighed as, which name no model; may be empty.
  std::string model;
  /// Reads days of the ledger; null: exports of the extension are not known.
  DayReader read_day = nullptr;
};

/// Reads files that tell of use, each of which says by itself what it is, in parts of any size.
class UsageReader {
 public:
  UsageReader(const Catalog& catalog, UsageReading reading, TextCounts& counts);

  void begin_file(std::string name);
  [[nodiscard]] bool has_file() const { return has_file_; }

  /// Takes the next part of the file; an empty one goes on once a vocabulary is there.
  /// Errors: invalid_type for what is no text, missing_key for tables that are no tables of use;
  /// those of UsageTable::add.
  [[nodiscard]] Problem feed(std::string_view part);
  /// Errors: as for feed; invalid_json, invalid_yaml, invalid_csv, too_large.
  [[nodiscard]] Problem end_file();
  /// File name of the vocabulary that has to be brought before reading goes on; empty: none.
  [[nodiscard]] const std::string& needed_vocabulary() const { return needed_; }

  [[nodiscard]] const std::vector<FileNotes>& files() const { return files_; }
  [[nodiscard]] const Activities& activities() const { return activities_; }
  [[nodiscard]] const MeasuredRuns& measured_runs() const { return runs_; }
  /// Errors: those of UsageTable::finish.
  [[nodiscard]] Result<UsageSummary> finish();

 private:
  enum class Form { undecided, json, csv, runs, yaml };

  [[nodiscard]] FileNotes& notes() { return files_.back(); }
  [[nodiscard]] Problem decide(bool is_at_end);
  [[nodiscard]] Problem take(std::string_view part);
  [[nodiscard]] Form form_of_line(std::string_view line) const;
  [[nodiscard]] Problem take_row(const std::vector<std::string_view>& fields);
  [[nodiscard]] Problem end_json();
  [[nodiscard]] Problem end_yaml();
  [[nodiscard]] Result<ItemState> take_item(std::string_view item);
  [[nodiscard]] Result<ItemState> take_line(std::string_view item, double place);
  [[nodiscard]] Problem take_document(std::string_view text);
  [[nodiscard]] Result<bool> take_known(const Value& value);
  [[nodiscard]] Result<ItemState> take_conversation(std::string_view item);

  const Catalog& catalog_;
  UsageReading reading_;
  UsageTable table_;
  Activities activities_;
  SeenIds seen_answers_;
  ResponseLog log_;
  ConversationSums sums_;
  UsageCsv csv_;
  LedgerDays ledger_days_;
  MeasuredRuns runs_;
  std::vector<FileNotes> files_;
  bool has_file_ = false;

  // Of the file being read.
  Form form_ = Form::undecided;
  std::string head_;
  JsonItems items_;
  CsvRecords rows_;
  bool has_header_ = false;
  bool has_conversations_ = false;
  bool has_documents_ = false;
  std::string needed_;
};

}  // namespace gramme
