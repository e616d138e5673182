#include "copydesk/pack_text.h"

#include <algorithm>
#include <filesystem>
#include <system_error>

#include "rules/pack_files.h"

namespace copydesk {
namespace {

// A string of TOML.
std::string toml_string(std::string_view text) {
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

// A file of a list or a cascade: its text, or where it is.
struct PartFile {
  std::string text, path;
};

// A list or a cascade with its files.
struct Part {
  std::string name;
  std::vector<PartFile> files;
};

void add_part(std::vector<Part>& parts, std::string_view name, PartFile file) {
  const auto known = std::ranges::find(parts, name, &Part::name);
  if (known != parts.end())
    known->files.push_back(std::move(file));
  else
    parts.push_back({std::string(name), {std::move(file)}});
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
  add_part(impl_->lists, list, {.text = std::move(text), .path = {}});
  return *this;
}

PackText& PackText::add_list_file(std::string_view list, const std::string& path) {
  std::error_code error;
  const std::filesystem::path absolute = std::filesystem::absolute(path, error);
  add_part(impl_->lists, list, {.text = {}, .path = error ? "/" : absolute.string()});
  return *this;
}

PackText& PackText::add_rules(std::string_view cascade, std::string_view rules) {
  add_part(impl_->cascades, cascade, {.text = std::string(rules), .path = {}});
  return *this;
}

const std::string& PackText::name() const noexcept { return impl_->name; }

std::map<std::string, std::string> PackText::files() const {
  std::map<std::string, std::string> files;
  std::string manifest = "name = " + toml_string(impl_->name) + "\n";
  for (const Part& list : impl_->lists)
    for (std::size_t i = 0; i < list.files.size(); ++i) {
      const PartFile& source = list.files[i];
      const std::string file = source.path.empty() ? file_name(list.name, i + 1, ".tsv") : source.path;
      manifest += "[[list]]\nname = " + toml_string(list.name) + "\nfile = " + toml_string(file) + "\n";
      if (source.path.empty()) files[file] = source.text;
    }
  for (const Part& cascade : impl_->cascades) {
    std::string names;
    for (std::size_t i = 0; i < cascade.files.size(); ++i) {
      const std::string file = file_name(cascade.name, i + 1, ".toml");
      names += (i == 0 ? "" : ", ") + toml_string(file);
      files[file] = cascade.files[i].text;
    }
    manifest += "[[cascade]]\nname = " + toml_string(cascade.name) + "\nrules = [" + names + "]\n";
  }
  files[std::string(kManifestFile)] = std::move(manifest);
  return files;
}

}  // namespace copydesk
