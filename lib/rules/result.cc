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
  if (line != 0) text += ":" + std::to_string(line);
  if (column != 0) text += ":" + std::to_string(column);
  return text.empty() ? message : text + ": " + message;
}

ResultError::ResultError(std::vector<Error> errors) : std::runtime_error(all_of(errors)), errors_(std::move(errors)) {}

}  // namespace copydesk
