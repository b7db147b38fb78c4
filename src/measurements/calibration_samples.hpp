#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace gramme {

/// What a fit needs of a measured request.
struct Sample {
  double input_tokens = 0.0;
  double output_tokens = 0.0;
  double watt_hours = 0.0;
  /// A number that only the row's position decides: says whether it is held out, or thinned out.
  std::uint64_t mark = 0;

  /// One row in five is kept from the fit, to try it on.
  [[nodiscard]] bool is_held_out() const { return mark % 5 == 0; }
};

/// Measurements of one model on one machine.
struct SampleGroup {
  std::string model;
  std::string hardware;
  std::vector<std::string> boundary;
  /// Names of the files it comes from.
  std::vector<std::string> files;
  std::vector<Sample> samples;
  /// All rows, also those that were thinned out.
  std::size_t rows = 0;
};

/// Rows by model and hardware. Keeps at most kMostKept of them: beyond that a share that the marks
/// decide, the same of every group, so that memory stays within bounds.
class Samples {
 public:
  static constexpr std::size_t kMostKept = 1000000;
  static constexpr std::size_t kMostGroups = 1024;

  explicit Samples(std::size_t most_kept = kMostKept) : most_kept_(most_kept) {}
  Samples(Samples&&) = default;
  Samples& operator=(Samples&&) = default;

  /// The group of that model and hardware, made when it is new; null when there are too many.
  [[nodiscard]] SampleGroup* group_of(std::string_view model, std::string_view hardware);

  /// Adds the next row, to a group of this object.
  void add(SampleGroup& group, Sample sample);

  /// In order of model and hardware.
  [[nodiscard]] std::vector<const SampleGroup*> groups() const;
  [[nodiscard]] std::size_t rows() const { return rows_; }
  [[nodiscard]] std::size_t kept() const { return kept_; }

 private:
  void thin_out();

  std::size_t most_kept_;
  std::map<std::pair<std::string, std::string>, SampleGroup, std::less<>> groups_;
  SampleGroup* last_ = nullptr;
  std::size_t rows_ = 0;
  std::size_t kept_ = 0;
  /// Marks above it are thinned out.
  std::uint64_t largest_mark_ = ~std::uint64_t{0};
};

}  // namespace gramme
