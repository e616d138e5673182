#include "copydesk/result.h"

namespace copydesk {
namespace {

std::string all_of(const std::vector<Error>& errors) {
  std::string text;
  for (const Error& error : errors) (text += text.empty() ? "" : "\n") += error.to_string();
  return text;
}

}  // namespace

std::string Error::to_string() const {
  std::string text = file;
  for (const std::uint32_t number : {line, column})
    if (number != 0) text.append(":").append(std::to_string(number));
  if (!text.empty()) text.append(": ");
  return text.append(message);
}

ResultError::ResultError(std::vector<Error> errors) : std::runtime_error(all_of(errors)), errors_(std::move(errors)) {}

}  // namespace copydesk
