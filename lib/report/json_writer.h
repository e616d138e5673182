// Room 9, report. JsonWriter: appends JSON to a string, in the order of the calls, with no allocation of its own.
//
//     JsonWriter json(out, false);
//     json.begin_object();
//     json.key("id").string("e1");
//     json.end_object();
//
// Whatever bytes a string holds, the output is valid JSON in valid UTF-8: bad bytes are written as U+FFFD.
#pragma once

#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

namespace copydesk {

class JsonWriter {
 public:
  // How an object or list stands when the output is indented: its items one a line, or all of it on one line.
  enum class Shape : std::uint8_t { block, line };

  JsonWriter(std::string& out, bool indented);
  ~JsonWriter();
  JsonWriter(const JsonWriter&) = delete;
  JsonWriter& operator=(const JsonWriter&) = delete;

  void begin_object(Shape shape = Shape::block) { open('{', shape); }
  void end_object() { close('}'); }
  void begin_list(Shape shape = Shape::block) { open('[', shape); }
  void end_list() { close(']'); }

  // The key of the next value; a literal that needs no escaping.
  template <std::size_t N>
  JsonWriter& key(const char (&name)[N]) {
    separate();
    reserve(N + 3);
    *at_++ = '"';
    put(name, N - 1);
    put("\":", 2);
    if (indented_) *at_++ = ' ';
    return *this;
  }

  // Stands before each item of a list.
  JsonWriter& item() {
    separate();
    return *this;
  }

  void string(std::string_view value);
  void number(std::uint64_t value);
  void null() { literal("null"); }

  // The id of the item at `index`: `e1` for letter `e` and index 0.
  void id(char letter, std::uint64_t index);

 private:
  template <std::size_t N>
  void literal(const char (&text)[N]) {
    reserve(N);
    put(text, N - 1);
  }
  void put(const char* bytes, std::size_t size) {
    std::memcpy(at_, bytes, size);
    at_ += size;
  }
  void reserve(std::size_t size) {
    if (static_cast<std::size_t>(end_ - at_) < size) grow(size);
  }
  void separate() {
    reserve(2);
    if (!first_) *at_++ = ',';
    if (indented_) blank();
    first_ = false;
  }
  void grow(std::size_t size);
  void open(char bracket, Shape shape);
  void close(char bracket);
  void blank();
  void new_line();
  void escape(unsigned char byte);

  std::string& out_;   // longer than what is written by `end_ - at_` until the writer ends
  std::size_t begin_;  // where what is written here begins
  char* at_;
  char* end_;
  std::uint32_t depth_ = 0;
  std::uint32_t line_depth_ = 0;  // depth of the outermost container of shape `line`; 0 when in none
  bool indented_;
  bool first_ = true;  // nothing stands in the innermost container yet
};

}  // namespace copydesk
