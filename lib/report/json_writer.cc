#include "report/json_writer.h"

#include <algorithm>
#include <charconv>

#include "report/utf8.h"

namespace copydesk {
namespace {

constexpr std::size_t kFirstRoom = 4096;
constexpr std::size_t kLongestNumber = 20;
constexpr std::size_t kLongestEscape = 6;  // \u001f; U+FFFD for a bad byte is shorter
constexpr std::uint64_t kOnes = 0x0101010101010101;
constexpr std::uint64_t kHighs = 0x8080808080808080;

// Whether none of eight bytes needs a closer look: no control character, quote, backslash or byte above ASCII.
// It may say no for bytes that are plain, never yes for bytes that are not.
bool all_plain(std::uint64_t bytes) {
  const std::uint64_t control = bytes - kOnes * 0x20;
  const std::uint64_t quote = (bytes ^ (kOnes * '"')) - kOnes;
  const std::uint64_t backslash = (bytes ^ (kOnes * '\\')) - kOnes;
  return ((bytes | control | quote | backslash) & kHighs) == 0;
}

bool is_plain(unsigned char byte) { return byte >= 0x20 && byte < 0x80 && byte != '"' && byte != '\\'; }

}  // namespace

JsonWriter::JsonWriter(std::string& out, bool indented)
    : out_(out), begin_(out.size()), at_(out.data() + out.size()), end_(at_), indented_(indented) {}

JsonWriter::~JsonWriter() { out_.resize(static_cast<std::size_t>(at_ - out_.data())); }

void JsonWriter::grow(std::size_t size) {
  const std::size_t written = static_cast<std::size_t>(at_ - out_.data());
  out_.resize(written + size + std::max(kFirstRoom, (written - begin_) / 2));
  at_ = out_.data() + written;
  end_ = out_.data() + out_.size();
}

void JsonWriter::open(char bracket, Shape shape) {
  reserve(1);
  *at_++ = bracket;
  ++depth_;
  if (shape == Shape::line && line_depth_ == 0) line_depth_ = depth_;
  first_ = true;
}

void JsonWriter::close(char bracket) {
  const bool in_line = line_depth_ != 0;
  if (line_depth_ == depth_) line_depth_ = 0;
  --depth_;
  if (indented_ && !in_line && !first_) new_line();
  reserve(1);
  *at_++ = bracket;
  first_ = false;
}

// What stands before an item of an indented container: a line break, or a space after a comma.
void JsonWriter::blank() {
  if (line_depth_ == 0) {
    new_line();
  } else if (!first_) {
    *at_++ = ' ';
  }
}

void JsonWriter::new_line() {
  const std::size_t width = 2 * static_cast<std::size_t>(depth_);
  reserve(width + 1);
  *at_++ = '\n';
  std::memset(at_, ' ', width);
  at_ += width;
}

void JsonWriter::number(std::uint64_t value) {
  reserve(kLongestNumber);
  at_ = std::to_chars(at_, end_, value).ptr;
}

void JsonWriter::id(char letter, std::uint64_t index) {
  reserve(kLongestNumber + 3);
  *at_++ = '"';
  *at_++ = letter;
  at_ = std::to_chars(at_, end_, index + 1).ptr;
  *at_++ = '"';
}

void JsonWriter::string(std::string_view value) {
  reserve(kLongestEscape * value.size() + 2);
  *at_++ = '"';
  const char* from = value.data();
  const char* const to = from + value.size();
  while (from != to) {
    std::uint64_t bytes;
    while (to - from >= 8 && (std::memcpy(&bytes, from, 8), all_plain(bytes))) {
      put(from, 8);
      from += 8;
    }
    if (from == to) break;
    const auto byte = static_cast<unsigned char>(*from);
    if (is_plain(byte)) {
      *at_++ = static_cast<char>(byte);
      ++from;
    } else if (byte < 0x80) {
      escape(byte);
      ++from;
    } else if (const std::size_t size = utf8_length(from, to); size != 0) {
      put(from, size);
      from += size;
    } else {
      put(kReplacement.data(), kReplacement.size());
      ++from;
    }
  }
  *at_++ = '"';
}

// Writes one ASCII character that JSON asks to be escaped.
void JsonWriter::escape(unsigned char byte) {
  static constexpr char kHex[] = "0123456789abcdef";
  if (byte >= 0x20) {
    *at_++ = '\\';
    *at_++ = static_cast<char>(byte);
  } else if (byte == '\n') {
    put("\\n", 2);
  } else if (byte == '\r') {
    put("\\r", 2);
  } else if (byte == '\t') {
    put("\\t", 2);
  } else {
    put("\\u00", 4);
    *at_++ = kHex[byte >> 4];
    *at_++ = kHex[byte & 15];
  }
}

}  // namespace copydesk
