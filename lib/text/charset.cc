#include "text/charset.h"

#include <unicode/ucnv.h>
#include <unicode/ucnv_cb.h>
#include <unicode/ucsdet.h>
#include <unicode/ustring.h>

#include <algorithm>
#include <memory>

namespace copydesk {
namespace {

struct CloseConverter {
  void operator()(UConverter* converter) const { ucnv_close(converter); }
};
struct CloseDetector {
  void operator()(UCharsetDetector* detector) const { ucsdet_close(detector); }
};
using Converter = std::unique_ptr<UConverter, CloseConverter>;
using Detector = std::unique_ptr<UCharsetDetector, CloseDetector>;

// Some charsets have a substitute of their own, the control U+001A; here every byte without meaning reads as U+FFFD.
void read_as_replacement(const void* context, UConverterToUnicodeArgs* arguments, const char*, std::int32_t,
                         UConverterCallbackReason reason, UErrorCode* status) {
  if (reason > UCNV_IRREGULAR) return;
  *const_cast<bool*>(static_cast<const bool*>(context)) = true;
  *status = U_ZERO_ERROR;
  constexpr UChar replacement = 0xFFFD;
  ucnv_cbToUWriteUChars(arguments, &replacement, 1, 0, status);
}

// ICU reads no more than this; more would not change its mind.
constexpr std::size_t kDetectorWindow = 8000;

// ICU is sure when it gives a name at least this much, and clearly more than the next: a stray byte in English looks like
// three charsets alike, a sentence in windows-1251 like one, if at a confidence of 39.
constexpr std::int32_t kSureConfidence = 35;
constexpr std::int32_t kSureLead = 18;

Converter open_converter(const std::string& charset) {
  UErrorCode status = U_ZERO_ERROR;
  Converter converter(ucnv_open(charset.c_str(), &status));
  return U_SUCCESS(status) ? std::move(converter) : nullptr;
}

// In the wild these are their Windows twins: the C1 controls they have instead of quotes are never meant.
std::string as_written(std::string_view name) {
  if (name == "ISO-8859-1") return "windows-1252";
  if (name == "ISO-8859-9") return "windows-1254";
  return std::string(name);
}

bool is_unicode(std::string_view name) { return name.substr(0, 4) == "UTF-"; }

std::size_t window_begin(std::size_t size, std::size_t near) {
  const std::size_t begin = near > kDetectorWindow / 2 ? near - kDetectorWindow / 2 : 0;
  return size <= kDetectorWindow ? 0 : std::min(begin, size - kDetectorWindow);
}

std::string to_utf8(const std::u16string& text) {
  std::string utf8(text.size() * 3, '\0');
  std::int32_t size = 0;
  UErrorCode status = U_ZERO_ERROR;
  u_strToUTF8WithSub(utf8.data(), static_cast<std::int32_t>(utf8.size()), &size, text.data(),
                     static_cast<std::int32_t>(text.size()), 0xFFFD, nullptr, &status);
  utf8.resize(static_cast<std::size_t>(size));
  return utf8;
}

}  // namespace

std::string canonical_charset(std::string_view charset) {
  if (charset == "UTF-8") return "UTF-8";
  std::string name(charset);
  if (name.empty() || name.find('\0') != std::string::npos || !open_converter(name)) return {};
  for (const char* standard : {"MIME", "IANA"}) {
    UErrorCode status = U_ZERO_ERROR;
    const char* canonical = ucnv_getStandardName(name.c_str(), standard, &status);
    if (U_SUCCESS(status) && canonical != nullptr) return canonical;
  }
  return name;
}

std::string detect_charset(std::string_view bytes, std::size_t near) {
  UErrorCode status = U_ZERO_ERROR;
  const Detector detector(ucsdet_open(&status));
  const std::string_view window = bytes.substr(window_begin(bytes.size(), near), kDetectorWindow);
  ucsdet_setText(detector.get(), window.data(), static_cast<std::int32_t>(window.size()), &status);
  std::int32_t found = 0;
  const UCharsetMatch** matches = ucsdet_detectAll(detector.get(), &found, &status);
  if (U_FAILURE(status) || found == 0) return {};
  const std::int32_t confidence = ucsdet_getConfidence(matches[0], &status);
  const std::int32_t next = found > 1 ? ucsdet_getConfidence(matches[1], &status) : 0;
  const char* name = ucsdet_getName(matches[0], &status);
  if (U_FAILURE(status) || confidence < kSureConfidence || confidence - next < kSureLead || is_unicode(name)) return {};
  return as_written(name);
}

std::optional<std::string> convert_to_utf8(std::string_view bytes, const std::string& charset, bool& repaired) {
  const Converter converter = open_converter(charset);
  if (!converter) return std::nullopt;
  UErrorCode callback_status = U_ZERO_ERROR;
  ucnv_setToUCallBack(converter.get(), read_as_replacement, &repaired, nullptr, nullptr, &callback_status);
  std::string utf8;
  utf8.reserve(bytes.size() + bytes.size() / 2);
  std::u16string part(1 << 14, u'\0');
  const char* source = bytes.data();
  const char* source_end = source + bytes.size();
  std::u16string carried;  // a lead surrogate at the end of a part waits for its other half
  for (UErrorCode status = U_BUFFER_OVERFLOW_ERROR; status == U_BUFFER_OVERFLOW_ERROR;) {
    status = U_ZERO_ERROR;
    UChar* target = part.data();
    ucnv_toUnicode(converter.get(), &target, target + part.size(), &source, source_end, nullptr, true, &status);
    carried.append(part.data(), static_cast<std::size_t>(target - part.data()));
    const bool cut = !carried.empty() && U16_IS_LEAD(carried.back()) && status == U_BUFFER_OVERFLOW_ERROR;
    const std::u16string rest = cut ? carried.substr(carried.size() - 1) : std::u16string();
    if (cut) carried.pop_back();
    utf8 += to_utf8(carried);
    carried = rest;
  }
  return utf8;
}

}  // namespace copydesk
