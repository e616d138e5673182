// Result<T>: a value, or the errors that kept it from being made.
//
// Packs, files and options can be wrong; text never is. Everything that can be wrong returns a Result:
//
//     auto extractor = copydesk::Extractor::open(options);
//     if (!extractor.ok())
//       for (const copydesk::Error& error : extractor.errors()) std::cerr << error.to_string() << '\n';
//     else
//       extractor.value().extract(text);
//
// Threads: a Result is a plain value. Lifetime: it owns what it holds.
#pragma once

#include <cstdint>
#include <optional>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "copydesk/export.h"

namespace copydesk {

/// One mistake with its place. `line` and `column` count from 1; 0 means that the place has none.
struct COPYDESK_EXPORT Error {
  std::string file;
  std::uint32_t line = 0;
  std::uint32_t column = 0;
  std::string message;

  /// `file:line:column: message`, leaving out the parts that are not known.
  std::string to_string() const;
};

/// Thrown by Result::value() alone, for callers who prefer exceptions.
class COPYDESK_EXPORT ResultError : public std::runtime_error {
 public:
  explicit ResultError(std::vector<Error> errors);
  const std::vector<Error>& errors() const noexcept { return errors_; }

 private:
  std::vector<Error> errors_;
};

template <class T>
class [[nodiscard]] Result {
 public:
  // NOLINTBEGIN(google-explicit-constructor): `return value;` and `return error;` read best as they are.
  Result(T value) : value_(std::move(value)) {}
  Result(Error error) : errors_{std::move(error)} {}
  Result(std::vector<Error> errors) : errors_(std::move(errors)) {}
  // NOLINTEND(google-explicit-constructor)

  bool ok() const noexcept { return value_.has_value(); }
  explicit operator bool() const noexcept { return ok(); }

  /// The value; throws ResultError when there is none.
  T& value() & { return require(*this); }
  const T& value() const& { return require(*this); }
  /// Of a temporary both give a value, not a reference, so that `for (const Error& error : check().errors())` is safe.
  T value() && { return std::move(require(*this)); }

  /// All the errors, in the order of their places; empty when there is a value.
  const std::vector<Error>& errors() const& noexcept { return errors_; }
  std::vector<Error> errors() && { return std::move(errors_); }

 private:
  template <class Self>
  static auto& require(Self& self) {
    if (!self.ok()) throw ResultError(self.errors_);
    return *self.value_;
  }

  std::optional<T> value_;
  std::vector<Error> errors_;
};

}  // namespace copydesk
