#include "copydesk/pack_text.h"

#include <algorithm>

#include "rules/pack_files.h"

namespace copydesk {
namespace {

// A string of TOML.
std::string quoted(std::string_view text) {
  static constexpr std::string_view kHex = "0123456789ABCDEF";
  std::string out = "\"";
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\' || byte < 0x20 || byte == 0x7F)
      ((out += "\\u00") += kHex[byte >> 4]) += kHex[byte & 15];
    else
      out += c;
  }
  return out += '"';
}

// A row of a TSV file; one whose first cell begins with `#` would be a comment, but for the space.
void add_row(const std::vector<std::string>& cells, std::string& out) {
  if (!cells.empty() && cells[0].starts_with('#')) out += ' ';
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (i != 0) out += '\t';
    for (const char c : cells[i]) out += c == '\t' || c == '\n' || c == '\r' ? ' ' : c;
  }
  out += '\n';
}

// `triggers.toml`, `triggers-2.toml`.
std::string file_name(std::string_view stem, std::size_t number, std::string_view extension) {
  std::string name(stem);
  if (number > 1) name += '-' + std::to_string(number);
  return name += extension;
}

// A list or a cascade with the texts of its files.
struct Part {
  std::string name;
  std::vector<std::string> texts;
};

void add_part(std::vector<Part>& parts, std::string_view name, std::string text) {
  const auto known = std::ranges::find(parts, name, &Part::name);
  if (known != parts.end())
    known->texts.push_back(std::move(text));
  else
    parts.push_back({std::string(name), {std::move(text)}});
}

}  // namespace

struct PackText::Impl {
  std::string name;
  std::vector<Part> lists, cascades;
};

PackText::PackText(std::string_view name) : impl_(std::make_unique<Impl>()) { impl_->name = name; }
PackText::PackText(const PackText& other) : impl_(std::make_unique<Impl>(*other.impl_)) {}
PackText::PackText(PackText&&) noexcept = default;
PackText& PackText::operator=(const PackText& other) { return *this = PackText(other); }
PackText& PackText::operator=(PackText&&) noexcept = default;
PackText::~PackText() = default;

PackText& PackText::add_list(std::string_view list, const std::vector<std::vector<std::string>>& rows) {
  std::string text;
  for (const std::vector<std::string>& row : rows) add_row(row, text);
  add_part(impl_->lists, list, std::move(text));
  return *this;
}

PackText& PackText::add_rules(std::string_view cascade, std::string_view rules) {
  add_part(impl_->cascades, cascade, std::string(rules));
  return *this;
}

const std::string& PackText::name() const noexcept { return impl_->name; }

std::map<std::string, std::string> PackText::files() const {
  std::map<std::string, std::string> files;
  std::string manifest = "name = " + quoted(impl_->name) + "\n";
  for (const Part& list : impl_->lists)
    for (std::size_t i = 0; i < list.texts.size(); ++i) {
      const std::string file = file_name(list.name, i + 1, ".tsv");
      manifest += "[[list]]\nname = " + quoted(list.name) + "\nfile = " + quoted(file) + "\n";
      files[file] = list.texts[i];
    }
  for (const Part& cascade : impl_->cascades) {
    std::string names;
    for (std::size_t i = 0; i < cascade.texts.size(); ++i) {
      const std::string file = file_name(cascade.name, i + 1, ".toml");
      names += (i == 0 ? "" : ", ") + quoted(file);
      files[file] = cascade.texts[i];
    }
    manifest += "[[cascade]]\nname = " + quoted(cascade.name) + "\nrules = [" + names + "]\n";
  }
  files[std::string(kManifestFile)] = std::move(manifest);
  return files;
}

}  // namespace copydesk
