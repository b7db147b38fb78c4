#include "usage/seen_ids.hpp"

#include <algorithm>

#include "gramme/checksum.hpp"

namespace gramme {

namespace {

constexpr std::size_t kFirstPlaces = 1024;

}  // namespace

std::size_t SeenIds::place_of(std::uint64_t hash) const {
  const std::size_t mask = places_.size() - 1;
  std::size_t place = static_cast<std::size_t>(hash) & mask;
  while (places_[place] != 0 && places_[place] != hash) place = (place + 1) & mask;
  return place;
}

void SeenIds::grow() {
  const std::vector<std::uint64_t> before = std::move(places_);
  places_.assign(std::max(kFirstPlaces, 2 * before.size()), 0);
  for (const std::uint64_t hash : before) {
    if (hash != 0) places_[place_of(hash)] = hash;
  }
}

bool SeenIds::insert(std::string_view id) {
  if (id.size() < kShortestId) return true;
  if (2 * count_ >= places_.size() && !is_full()) grow();
  const std::uint64_t hash = std::max<std::uint64_t>(1, fnv1a(id));
  std::uint64_t& place = places_[place_of(hash)];
  if (place == hash) return false;
  if (is_full()) return true;
  place = hash;
  ++count_;
  return true;
}

}  // namespace gramme
