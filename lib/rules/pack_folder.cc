#include <filesystem>
#include <fstream>
#include <sstream>

#include "lexicon/lexicon_builder.h"
#include "rules/pack_files.h"
#include "rules/toml_reader.h"
#include "rules/tsv.h"
#include "tokens/tokenizer.h"

namespace copydesk {
namespace {

class FolderReader {
 public:
  explicit FolderReader(const std::string& folder) : folder_(folder) { pack_.name = folder; }

  Result<PackFiles> read() {
    const std::string_view text = file(std::string(kManifestFile), {});
    if (!errors_.empty()) return std::move(errors_);
    const Manifest manifest = read_manifest(text, path_of(std::string(kManifestFile)), errors_);
    for (const SourceText* one : {&manifest.contexts, &manifest.layout, &manifest.abbreviations, &manifest.starters,
                                  &manifest.joined_prefixes, &manifest.clitics})
      if (!one->text.empty()) file(one->text, one->place);
    for (const CascadeSource& cascade : manifest.cascades)
      for (const SourceText& rules : cascade.files) file(rules.text, rules.place);
    read_abbreviations(manifest);
    add_words(manifest);
    for (const ListSource& list : manifest.lists) add_list(list);
    if (!errors_.empty()) return std::move(errors_);
    pack_.lexicon = keep(builder_.build());
    return std::move(pack_);
  }

 private:
  std::string path_of(const std::string& name) const { return (std::filesystem::path(folder_) / name).lexically_normal().string(); }

  std::string_view keep(std::string text) {
    pack_.storage.push_back(std::move(text));
    return pack_.storage.back();
  }

  std::string_view file(const std::string& name, const Place& named_at) {
    if (const auto known = pack_.files.find(name); known != pack_.files.end()) return known->second;
    return pack_.files[name] = keep(content(name, named_at));
  }

  std::string content(const std::string& name, const Place& named_at) {
    std::ifstream stream(path_of(name), std::ios::binary);
    std::ostringstream text;
    if (stream) text << stream.rdbuf();
    if (!stream || std::filesystem::is_directory(path_of(name)))
      errors_.push_back({named_at.file.empty() ? path_of(name) : named_at.file, named_at.line, named_at.column,
                         "cannot read file " + path_of(name)});
    return text.str();
  }

  // Lists are split into tokens with the same abbreviations as texts.
  void read_abbreviations(const Manifest& manifest) {
    if (!manifest.abbreviations.text.empty())
      read_tsv(file(manifest.abbreviations.text, manifest.abbreviations.place), path_of(manifest.abbreviations.text), {}, errors_,
               [&](const TsvRow& row) { add_abbreviation(row.cells[0]); });
    for (const auto& [source, add] :
         {std::pair<const SourceText*, void (Abbreviations::*)(std::string)>{&manifest.joined_prefixes, &Abbreviations::add_joined_prefix},
          {&manifest.clitics, &Abbreviations::add_clitic}})
      if (!source->text.empty())
        read_tsv(file(source->text, source->place), path_of(source->text), {"surface"}, errors_,
                 [&, add = add](const TsvRow& row) { (abbreviations_.*add)(std::string(row.cells[0])); });
  }

  // That a word keeps its stop is all that a list needs to know.
  void add_abbreviation(std::string_view surface) {
    std::string folded;
    fold(surface.substr(0, surface.size() - (surface.ends_with('.') ? 1 : 0)), folded);
    abbreviations_.add(std::move(folded), AbbreviationClass::general);
  }

  void add_words(const Manifest& manifest) {
    WordClasses classes;
    for (const SourceText& name : manifest.classes) classes.add(name.text);
    for (const SourceText& source : manifest.word_files) {
      const std::string path = path_of(source.text);
      const std::string text = content(source.text, source.place);
      read_tsv(text, path, {"surface", "class", "lemma", "count"}, errors_, [&](const TsvRow& row) {
        const ClassMask word_class = classes.find(row.cells[1]);
        if (word_class == 0) {
          errors_.push_back({path, row.line, static_cast<std::uint32_t>(row.cells[0].size() + 2),
                             "found word class '" + std::string(row.cells[1]) + "', expected one of the manifest's"});
          return;
        }
        std::string folded;
        fold(row.cells[0], folded);
        builder_.add_word(folded, word_class, row.cells[2], static_cast<std::uint32_t>(std::atoi(std::string(row.cells[3]).c_str())));
      });
    }
  }

  void add_list(const ListSource& source) {
    const std::string path = path_of(source.file.text);
    const std::string text = content(source.file.text, source.file.place);
    const std::vector<std::string> header = tsv_columns(text);
    if (header.empty() || header[0] != "surface") {
      errors_.push_back({path, 1, 1, "found no column 'surface', expected it first"});
      return;
    }
    const std::uint16_t list = builder_.add_list(source.name.text, {header.begin() + 1, header.end()});
    TokenLayer phrase;
    read_tsv(text, path, {}, errors_, [&](const TsvRow& row) {
      phrase.clear();
      tokenize_phrase(row.cells[0], abbreviations_, phrase);
      if (!builder_.add_entry(list, phrase, {row.cells.begin() + 1, row.cells.end()}))
        errors_.push_back({path, row.line, 1,
                           "found " + std::to_string(phrase.tokens.size()) + " words, expected 1 to " +
                               std::to_string(LexiconBuilder::kMostTokens)});
    });
  }

  std::string folder_;
  PackFiles pack_;
  Abbreviations abbreviations_;
  LexiconBuilder builder_;
  std::vector<Error> errors_;
};

}  // namespace

Result<PackFiles> read_pack_folder(const std::string& folder) { return FolderReader(folder).read(); }

}  // namespace copydesk
