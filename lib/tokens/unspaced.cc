#include "tokens/unspaced.h"

#include <unicode/ubrk.h>
#include <unicode/utext.h>

namespace copydesk {
namespace {

struct CloseBreaks {
  void operator()(UBreakIterator* breaks) const { ubrk_close(breaks); }
};
struct CloseText {
  void operator()(UText* text) const { utext_close(text); }
};

}  // namespace

struct UnspacedWords::Iterator {
  std::unique_ptr<UBreakIterator, CloseBreaks> breaks;
};

UnspacedWords::UnspacedWords() = default;
UnspacedWords::~UnspacedWords() = default;

const std::vector<std::uint32_t>& UnspacedWords::ends_of(std::string_view run) {
  ends_.clear();
  UErrorCode status = U_ZERO_ERROR;
  if (!iterator_) {
    iterator_ = std::make_unique<Iterator>();
    iterator_->breaks.reset(ubrk_open(UBRK_WORD, "", nullptr, 0, &status));
  }
  const std::unique_ptr<UText, CloseText> text(
      utext_openUTF8(nullptr, run.data(), static_cast<std::int64_t>(run.size()), &status));
  if (iterator_->breaks) ubrk_setUText(iterator_->breaks.get(), text.get(), &status);
  if (U_SUCCESS(status) && iterator_->breaks) {
    ubrk_first(iterator_->breaks.get());
    for (std::int32_t end = ubrk_next(iterator_->breaks.get()); end != UBRK_DONE;
         end = ubrk_next(iterator_->breaks.get()))
      ends_.push_back(static_cast<std::uint32_t>(end));
  }
  if (ends_.empty() || ends_.back() != run.size()) ends_.push_back(static_cast<std::uint32_t>(run.size()));
  return ends_;
}

}  // namespace copydesk
