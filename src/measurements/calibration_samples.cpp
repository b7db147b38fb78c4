#include "measurements/calibration_samples.hpp"

#include <algorithm>

namespace gramme {

namespace {

/// The mixing of SplitMix64 (Steele, Lea, Flood 2014).
[[nodiscard]] std::uint64_t mark_of(std::uint64_t position) {
  std::uint64_t mixed = position * 0x9E3779B97F4A7C15U + 0x9E3779B97F4A7C15U;
  mixed = (mixed ^ (mixed >> 30U)) * 0xBF58476D1CE4E5B9U;
  mixed = (mixed ^ (mixed >> 27U)) * 0x94D049BB133111EBU;
  return mixed ^ (mixed >> 31U);
}

}  // namespace

SampleGroup* Samples::group_of(std::string_view model, std::string_view hardware) {
  if (last_ != nullptr && last_->model == model && last_->hardware == hardware) return last_;
  std::pair<std::string, std::string> key(model, hardware);
  const auto known = groups_.find(key);
  if (known != groups_.end()) return last_ = &known->second;
  if (groups_.size() == kMostGroups) return nullptr;
  SampleGroup& group = groups_[std::move(key)];
  group.model = model;
  group.hardware = hardware;
  return last_ = &group;
}

void Samples::add(SampleGroup& group, Sample sample) {
  sample.mark = mark_of(rows_++);
  ++group.rows;
  if (sample.mark > largest_mark_) return;
  group.samples.push_back(sample);
  if (++kept_ > most_kept_) thin_out();
}

void Samples::thin_out() {
  largest_mark_ /= 2;
  kept_ = 0;
  for (auto& [key, group] : groups_) {
    auto& samples = group.samples;
    const auto is_out = [&](const Sample& sample) { return sample.mark > largest_mark_; };
    samples.erase(std::remove_if(samples.begin(), samples.end(), is_out), samples.end());
    kept_ += samples.size();
  }
}

std::vector<const SampleGroup*> Samples::groups() const {
  std::vector<const SampleGroup*> out;
  out.reserve(groups_.size());
  for (const auto& [key, group] : groups_) out.push_back(&group);
  return out;
}

}  // namespace gramme
