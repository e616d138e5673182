#include "copydesk/date_language.h"

#include <charconv>
#include <optional>

#include "times/civil.h"
#include "times/display_date.h"

namespace copydesk {
namespace {

constexpr std::size_t kDaySize = 10;  // YYYY-MM-DD

std::optional<std::int32_t> read_day(std::string_view text) {
  if (text.size() != kDaySize || text[4] != '-' || text[7] != '-') return std::nullopt;
  const auto number = [&](std::size_t begin, std::size_t size) {
    int value = 0;
    const char* const end = text.data() + begin + size;
    return std::from_chars(text.data() + begin, end, value).ptr == end ? value : 0;
  };
  const CivilDate date{number(0, 4), number(5, 2), number(8, 2)};
  return is_valid(date) ? std::optional(days_of(date)) : std::nullopt;
}

}  // namespace

struct DateLanguage::Impl {
  explicit Impl(const std::string& language) : display(language) {}
  DateDisplay display;
};

DateLanguage::DateLanguage(std::unique_ptr<const Impl> impl) : impl_(std::move(impl)) {}
DateLanguage::DateLanguage(DateLanguage&&) noexcept = default;
DateLanguage& DateLanguage::operator=(DateLanguage&&) noexcept = default;
DateLanguage::~DateLanguage() = default;

Result<DateLanguage> DateLanguage::open(std::string_view language) {
  const std::string tag(language);
  if (!DateDisplay::knows(tag))
    return Error{{}, 0, 0, "expected a language that ICU knows, such as fr or en-GB, found `" + tag + "`"};
  return DateLanguage(std::make_unique<const Impl>(tag));
}

std::string DateLanguage::written(std::string_view value) const {
  const std::size_t slash = value.find('/');
  const std::optional<std::int32_t> day = read_day(value.substr(0, slash));
  if (!day) return {};
  if (slash == value.npos) return impl_->display.day(*day);
  const std::optional<std::int32_t> last = read_day(value.substr(slash + 1));
  return last ? impl_->display.day(*day) + " – " + impl_->display.day(*last) : std::string();
}

}  // namespace copydesk
