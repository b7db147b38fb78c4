#include "measurements/number_text.hpp"

#include <array>
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <string>

namespace gramme {

namespace {

/// Powers of ten that a double holds exactly.
constexpr std::array kPowersOfTen{1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
                                  1e8,  1e9,  1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
                                  1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};
constexpr int kLargestPower = static_cast<int>(kPowersOfTen.size()) - 1;
constexpr std::uint64_t kLargestExact = std::uint64_t{1} << 53U;
/// So many digits always fit.
constexpr std::size_t kMostDigits = 18;

[[nodiscard]] bool is_digit(char letter) { return letter >= '0' && letter <= '9'; }

/// Reads a number from its start to its end; each part that is there is taken.
class Cursor {
 public:
  explicit Cursor(std::string_view text) : text_(text) {}

  [[nodiscard]] bool take(char letter) {
    const bool is_there = at_ < text_.size() && text_[at_] == letter;
    at_ += is_there ? 1 : 0;
    return is_there;
  }

  /// Appends digits to a whole number; how many there were.
  [[nodiscard]] std::size_t take_digits(std::uint64_t& number) {
    const std::size_t start = at_;
    for (; at_ < text_.size() && is_digit(text_[at_]); ++at_) {
      number = number * 10 + static_cast<std::uint64_t>(text_[at_] - '0');
    }
    return at_ - start;
  }

  [[nodiscard]] bool is_at_end() const { return at_ == text_.size(); }

 private:
  std::string_view text_;
  std::size_t at_ = 0;
};

/// A mantissa and a power of ten that doubles hold exactly give the nearest number in one step
/// (Clinger 1990). Nothing: too long for that, or no such number.
[[nodiscard]] std::optional<double> short_number(std::string_view text) {
  Cursor cursor(text);
  const bool is_negative = cursor.take('-');
  std::uint64_t mantissa = 0;
  std::size_t digits = cursor.take_digits(mantissa);
  const std::size_t decimals = cursor.take('.') ? cursor.take_digits(mantissa) : 0;
  digits += decimals;
  std::uint64_t exponent = 0;
  bool is_small = false;
  if (cursor.take('e') || cursor.take('E')) {
    is_small = cursor.take('-');
    if (!is_small) (void)cursor.take('+');
    const std::size_t length = cursor.take_digits(exponent);
    if (length == 0 || length > 2) return std::nullopt;
  }
  const int power = (is_small ? -1 : 1) * static_cast<int>(exponent) - static_cast<int>(decimals);
  const bool is_exact = cursor.is_at_end() && digits > 0 && digits <= kMostDigits &&
                        mantissa <= kLargestExact && std::abs(power) <= kLargestPower;
  if (!is_exact) return std::nullopt;
  const double scale = kPowersOfTen[static_cast<std::size_t>(std::abs(power))];
  const auto whole = static_cast<double>(mantissa);
  const double value = power < 0 ? whole / scale : whole * scale;
  return is_negative ? -value : value;
}

}  // namespace

std::optional<double> number_in(std::string_view text) {
  constexpr std::size_t kLongestNumber = 40;
  constexpr std::string_view kCharacters = "0123456789+-.eE";
  if (text.empty() || text.size() > kLongestNumber) return std::nullopt;
  if (const std::optional<double> number = short_number(text)) return number;
  if (text.find_first_not_of(kCharacters) != std::string_view::npos) return std::nullopt;
  const std::string copy(text);
  char* end = nullptr;
  const double value = std::strtod(copy.c_str(), &end);
  const bool is_whole = end == copy.c_str() + copy.size();
  return is_whole && std::isfinite(value) ? std::optional(value) : std::nullopt;
}

}  // namespace gramme
