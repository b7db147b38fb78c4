#include "data/packed.hpp"

#include <cmath>
#include <cstdint>
#include <cstring>
#include <map>
#include <vector>

namespace gramme {

namespace {

enum class Tag : std::uint8_t { null, no, yes, number, text, list, record, whole };

constexpr unsigned kVarintBits = 7;
constexpr std::uint8_t kMoreFollows = 0x80;
/// A varint of four bytes.
constexpr double kMostWhole = 268435455.0;

/// Most figures are whole and small: a varint takes a quarter of a double's bytes.
bool is_small_whole(double number) {
  return number >= 0.0 && number <= kMostWhole && number == std::floor(number) &&
         !std::signbit(number);
}

/// Writes nodes; every text is written once and then named by its place in a table.
class Packer {
 public:
  void put(const Value& value) {
    if (const bool* flag = value.flag()) {
      tag(*flag ? Tag::yes : Tag::no);
    } else if (const double* number = value.number()) {
      put_number(*number);
    } else if (const std::string* text = value.text()) {
      tag(Tag::text);
      size(nodes_, place_of(*text));
    } else if (const List* items = value.list()) {
      tag(Tag::list);
      size(nodes_, items->size());
      for (const Value& item : *items) put(item);
    } else if (const Record* members = value.record()) {
      put_record(*members);
    } else {
      tag(Tag::null);
    }
  }

  [[nodiscard]] std::string finish() const {
    std::string out;
    size(out, texts_.size());
    for (const std::string& text : texts_) {
      size(out, text.size());
      out += text;
    }
    return out + nodes_;
  }

 private:
  static void size(std::string& out, std::size_t value) {
    while (value >= kMoreFollows) {
      out += static_cast<char>(static_cast<std::uint8_t>(value) | kMoreFollows);
      value >>= kVarintBits;
    }
    out += static_cast<char>(value);
  }

  void tag(Tag value) { nodes_ += static_cast<char>(value); }

  void put_number(double number) {
    if (is_small_whole(number)) {
      tag(Tag::whole);
      size(nodes_, static_cast<std::size_t>(number));
      return;
    }
    tag(Tag::number);
    char bytes[sizeof number];
    std::memcpy(bytes, &number, sizeof number);
    nodes_.append(bytes, sizeof number);
  }

  void put_record(const Record& members) {
    tag(Tag::record);
    size(nodes_, members.size());
    for (const Member& member : members) {
      size(nodes_, place_of(member.key));
      put(member.value);
    }
  }

  std::size_t place_of(const std::string& text) {
    const auto [entry, is_new] = places_.emplace(text, texts_.size());
    if (is_new) texts_.push_back(text);
    return entry->second;
  }

  std::string nodes_;
  std::vector<std::string> texts_;
  std::map<std::string, std::size_t> places_;
};

class Unpacker {
 public:
  explicit Unpacker(std::string_view bytes) : rest_(bytes) {
    texts_.resize(size());
    for (std::string_view& text : texts_) text = take(size());
  }

  Value value() {
    switch (static_cast<Tag>(byte())) {
      case Tag::no:
        return Value{false};
      case Tag::yes:
        return Value{true};
      case Tag::number:
        return number();
      case Tag::whole:
        return Value{static_cast<double>(varint())};
      case Tag::text:
        return Value{text()};
      case Tag::list:
        return list();
      case Tag::record:
        return record();
      case Tag::null:
        break;
    }
    return Value{};
  }

 private:
  std::uint8_t byte() {
    const std::string_view one = take(1);
    return one.empty() ? std::uint8_t{0} : static_cast<std::uint8_t>(one.front());
  }

  std::string_view take(std::size_t count) {
    const std::string_view taken = rest_.substr(0, count);
    rest_.remove_prefix(taken.size());
    return taken;
  }

  std::size_t varint() {
    std::size_t value = 0;
    for (unsigned shift = 0; shift < 4 * kVarintBits; shift += kVarintBits) {
      const std::uint8_t part = byte();
      value |= static_cast<std::size_t>(part & ~kMoreFollows) << shift;
      if (part < kMoreFollows) break;
    }
    return value;
  }

  /// Never more than the bytes left could hold, so that no wrong size costs memory.
  std::size_t size() {
    const std::size_t value = varint();
    return value <= rest_.size() ? value : 0;
  }

  Value number() {
    double number = 0.0;
    const std::string_view bytes = take(sizeof number);
    if (bytes.size() == sizeof number) std::memcpy(&number, bytes.data(), sizeof number);
    return Value{number};
  }

  std::string_view text() {
    const std::size_t place = varint();
    return place < texts_.size() ? texts_[place] : std::string_view{};
  }

  Value list() {
    List items(size());
    for (Value& item : items) item = value();
    return Value{std::move(items)};
  }

  Value record() {
    Record members(size());
    for (Member& member : members) {
      member.key = text();
      member.value = value();
    }
    return Value{std::move(members)};
  }

  std::string_view rest_;
  std::vector<std::string_view> texts_;
};

}  // namespace

std::string pack(const Value& value) {
  Packer packer;
  packer.put(value);
  return packer.finish();
}

Value unpack(std::string_view bytes) { return Unpacker(bytes).value(); }

}  // namespace gramme
