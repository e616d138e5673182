#include <algorithm>
#include <cerrno>
#include <charconv>
#include <filesystem>
#include <fstream>
#include <functional>
#include <optional>
#include <system_error>

#include "lexicon/lexicon_builder.h"
#include "rules/list_checks.h"
#include "rules/pack_files.h"
#include "rules/toml_reader.h"
#include "rules/tsv.h"
#include "tokens/tokenizer.h"

namespace copydesk {
namespace {

using Columns = std::vector<std::string>;
using RowHandler = std::function<void(const TsvRow&)>;

// That a word keeps its stop is all that splitting a list needs to know of an abbreviation.
void add_abbreviation(std::string_view surface, Abbreviations& abbreviations) {
  std::string folded;
  fold(surface.substr(0, surface.size() - (surface.ends_with('.') ? 1 : 0)), folded);
  abbreviations.add(std::move(folded), AbbreviationClass::general);
}

// Lists are split into tokens with the same abbreviations as texts. `read` reads the table that a manifest names.
void add_tables(const Manifest& manifest, Abbreviations& abbreviations,
                const std::function<void(const SourceText&, const Columns&, const RowHandler&)>& read) {
  read(manifest.abbreviations, {}, [&](const TsvRow& row) { add_abbreviation(row.cells[0], abbreviations); });
  read(manifest.joined_prefixes, {"surface"},
       [&](const TsvRow& row) { abbreviations.add_joined_prefix(std::string(row.cells[0])); });
  read(manifest.clitics, {"surface"}, [&](const TsvRow& row) { abbreviations.add_clitic(std::string(row.cells[0])); });
}

// The whole of a regular file.
std::optional<std::string> read_regular(const std::string& path) {
  std::error_code ignored;
  if (!std::filesystem::is_regular_file(path, ignored)) return std::nullopt;
  std::ifstream stream(path, std::ios::binary);
  std::string text(std::filesystem::file_size(path, ignored), '\0');
  stream.read(text.data(), static_cast<std::streamsize>(text.size()));
  if (!stream || stream.gcount() != static_cast<std::streamsize>(text.size())) return std::nullopt;
  return text;
}

// Why there is nothing of it.
std::string why_unread(const std::string& path) {
  errno = 0;
  const bool opens = std::ifstream(path).is_open();
  return opens ? "not a regular file" : std::generic_category().message(errno);
}

// Reads a pack from a folder or, where there are `texts`, from these.
class PackReader {
 public:
  PackReader(const std::string& folder, const std::map<std::string, std::string>* texts,
             std::span<const PackFiles> below)
      : folder_(folder), texts_(texts), checks_(errors_) {
    pack_.name = folder;
    for (const PackFiles& pack : below) add_abbreviations(pack, abbreviations_);
    for (const PackFiles& pack : below) checks_.add_below(pack);
  }

  // What can be read of it, and what is wrong with the rest.
  PackFiles read(std::vector<Error>& errors) {
    const std::string_view text = file(std::string(kManifestFile), {});
    const Manifest manifest = read_manifest(text, path_of(std::string(kManifestFile)), errors_);
    for (const SourceText* one : {&manifest.contexts, &manifest.layout, &manifest.abbreviations, &manifest.starters,
                                  &manifest.joined_prefixes, &manifest.clitics})
      if (!one->text.empty()) file(one->text, one->place);
    for (const CascadeSource& cascade : manifest.cascades)
      for (const SourceText& rules : cascade.files) file(rules.text, rules.place);
    add_tables(manifest, abbreviations_, [&](const SourceText& source, const Columns& columns, const RowHandler& row) {
      if (!source.text.empty()) file(source.text, source.place);
      if (const auto found = pack_.files.find(source.text); found != pack_.files.end())
        read_tsv(found->second, path_of(source.text), columns, errors_, row);
    });
    add_words(manifest);
    checks_.add(manifest.lists);
    for (const ListSource& list : manifest.lists) add_list(list);
    errors.insert(errors.end(), errors_.begin(), errors_.end());
    pack_.lexicon = keep(builder_.build());
    return std::move(pack_);
  }

 private:
  std::string path_of(const std::string& name) const {
    return (std::filesystem::path(folder_) / name).lexically_normal().string();
  }

  std::string_view keep(std::string text) {
    pack_.storage.push_back(std::move(text));
    return pack_.storage.back();
  }

  std::string_view file(const std::string& name, const Place& named_at) {
    if (const auto known = pack_.files.find(name); known != pack_.files.end()) return known->second;
    const std::optional<std::string> text = content(name, named_at);
    if (!text) return {};
    return pack_.files[name] = keep(*text);
  }

  // None, with an error where the file is named, when it cannot be read.
  std::optional<std::string> content(const std::string& name, const Place& named_at) {
    if (std::optional<std::string> text = source(name)) return text;
    const std::string path = path_of(name), why = why_unread(path);
    if (named_at.file.empty())
      errors_.push_back({path, 0, 0, "cannot read: " + why});
    else
      errors_.push_back({named_at.file, named_at.line, named_at.column, "cannot read file " + path + ": " + why});
    return std::nullopt;
  }

  std::optional<std::string> source(const std::string& name) const {
    const bool on_disk = texts_ == nullptr || std::filesystem::path(name).is_absolute();
    if (on_disk) return read_regular(path_of(name));
    const auto found = texts_->find(name);
    return found == texts_->end() ? std::nullopt : std::optional(found->second);
  }

  void add_words(const Manifest& manifest) {
    WordClasses classes;
    for (const SourceText& name : manifest.classes) classes.add(name.text);
    for (const SourceText& source : manifest.word_files)
      if (const std::optional<std::string> text = content(source.text, source.place))
        read_tsv(*text, path_of(source.text), {"surface", "class", "lemma", "count"}, errors_,
                 [&](const TsvRow& row) { add_word(row, classes, path_of(source.text)); });
  }

  void add_word(const TsvRow& row, const WordClasses& classes, const std::string& path) {
    const ClassMask word_class = classes.find(row.cells[1]);
    if (word_class == 0)
      return fail_cell(path, row, 1,
                       "found word class '" + std::string(row.cells[1]) + "', expected one of the manifest's");
    std::uint32_t count = 0;
    const char* end = row.cells[3].data() + row.cells[3].size();
    if (const auto read = std::from_chars(row.cells[3].data(), end, count); read.ec != std::errc() || read.ptr != end)
      return fail_cell(path, row, 3, "found count '" + std::string(row.cells[3]) + "', expected a number");
    std::string folded, lemma;
    fold(row.cells[0], folded);
    fold(row.cells[2], lemma);
    builder_.add_word(folded, word_class, lemma, count);
  }

  void fail_cell(const std::string& path, const TsvRow& row, std::size_t cell, std::string message) {
    const auto column = static_cast<std::uint32_t>(row.cells[cell].data() - row.cells[0].data()) + 1;
    errors_.push_back({path, row.line, column, std::move(message)});
  }

  // A list that cannot be read is there all the same, empty, so that rules that name it are not blamed.
  void add_list(const ListSource& source) {
    const std::string path = path_of(source.file.text);
    const std::optional<std::string> text =
        source.file.text.empty() ? std::nullopt : content(source.file.text, source.file.place);
    std::uint32_t line = 1;
    std::vector<std::string> header = text ? tsv_columns(*text, line) : std::vector<std::string>{"surface"};
    const bool readable = text && !header.empty() && header[0] == "surface";
    if (text && !readable) errors_.push_back({path, line, 1, "found no column 'surface', expected it first"});
    if (!readable) header = {"surface"};
    const std::uint16_t list = builder_.add_list(source.name.text, {header.begin() + 1, header.end()});
    if (readable) checks_.begin(source.name.text, path, header, line);
    if (readable) add_entries(*text, path, list, header.size() - 1);
  }

  void add_entries(const std::string& text, const std::string& path, std::uint16_t list, std::size_t columns) {
    TokenLayer phrase;
    builder_.reserve(static_cast<std::size_t>(std::ranges::count(text, '\n')), columns);
    read_tsv(text, path, {}, errors_, [&](const TsvRow& row) {
      checks_.row(row);
      phrase.clear();
      tokenize_phrase(row.cells[0], abbreviations_, phrase);
      if (!builder_.add_entry(list, phrase, {row.cells.begin() + 1, row.cells.end()}))
        errors_.push_back({path, row.line, 1,
                           "found " + std::to_string(phrase.tokens.size()) + " words, expected 1 to " +
                               std::to_string(LexiconBuilder::kMostTokens)});
    });
  }

  std::string folder_;
  const std::map<std::string, std::string>* texts_;
  PackFiles pack_;
  Abbreviations abbreviations_;
  LexiconBuilder builder_;
  std::vector<Error> errors_;
  ListChecks checks_;
};

}  // namespace

PackFiles read_pack_folder(const std::string& folder, std::vector<Error>& errors, std::span<const PackFiles> below) {
  return PackReader(folder, nullptr, below).read(errors);
}

PackFiles read_pack_texts(const std::string& name, const std::map<std::string, std::string>& files,
                          std::vector<Error>& errors, std::span<const PackFiles> below) {
  return PackReader(name, &files, below).read(errors);
}

void add_abbreviations(const PackFiles& pack, Abbreviations& abbreviations) {
  const auto text_of = [&](const std::string& name) {
    const auto found = pack.files.find(name);
    return found == pack.files.end() ? std::string_view() : found->second;
  };
  std::vector<Error> told_by_loader;
  const Manifest manifest = read_manifest(text_of(std::string(kManifestFile)), pack.name, told_by_loader);
  add_tables(manifest, abbreviations, [&](const SourceText& source, const Columns& columns, const RowHandler& row) {
    read_tsv(text_of(source.text), source.text, columns, told_by_loader, row);
  });
}

Result<PackFiles> read_pack_folder(const std::string& folder) {
  std::vector<Error> errors;
  PackFiles pack = read_pack_folder(folder, errors);
  if (!errors.empty()) return errors;
  return pack;
}

}  // namespace copydesk
