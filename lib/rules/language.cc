#include "rules/language.h"

#include <algorithm>
#include <deque>
#include <map>
#include <tuple>

#include "rules/compiled_pack.h"
#include "rules/grammar_builder.h"
#include "rules/tsv.h"
#include "tokens/tokenizer.h"

namespace copydesk {
namespace {

bool same(const Error& a, const Error& b) {
  return a.file == b.file && a.line == b.line && a.column == b.column && a.message == b.message;
}

// Files in the order in which they were read, places from the top of each; what two readers of a file both say is told once.
std::vector<Error> in_order(std::vector<Error> errors) {
  std::map<std::string, std::size_t> files;
  for (const Error& error : errors) files.try_emplace(error.file, files.size());
  std::ranges::stable_sort(errors, {},
                           [&](const Error& error) { return std::tuple(files[error.file], error.line, error.column); });
  errors.erase(std::unique(errors.begin(), errors.end(), same), errors.end());
  return errors;
}

class LanguageLoader {
 public:
  LanguageLoader(std::vector<PackFiles> packs, bool keep_sources, std::vector<Error> errors)
      : keep_sources_(keep_sources), errors_(std::move(errors)) {
    language_->packs = std::move(packs);
  }

  Result<std::shared_ptr<const Language>> load() {
    for (const PackFiles& pack : language_->packs) read_manifests(pack);
    for (std::size_t i = 0; i < manifests_.size(); ++i) read_words(language_->packs[i], manifests_[i]);
    compile_rules();
    if (errors_.empty() && !language_->grammar.lexicons.empty())
      language_->classifier.index(language_->grammar.lexicons.front(), language_->classes);
    if (!errors_.empty()) return in_order(std::move(errors_));
    name_lists();
    return std::shared_ptr<const Language>(std::move(language_));
  }

 private:
  // The path of a pack's file for messages.
  static std::string path_of(const PackFiles& pack, std::string_view file) {
    return pack.name + "/" + std::string(file);
  }

  std::string_view content(const PackFiles& pack, const std::string& file) const {
    const auto found = pack.files.find(file);
    return found == pack.files.end() ? std::string_view() : found->second;
  }

  void fail(const Place& place, std::string message) {
    errors_.push_back({place.file, place.line, place.column, std::move(message)});
  }

  void read_manifests(const PackFiles& pack) {
    const std::string file(kManifestFile);
    manifests_.push_back(read_manifest(content(pack, file), path_of(pack, file), errors_));
    Manifest& manifest = manifests_.back();
    if (!manifest.language.empty()) language_->name = manifest.language;
    for (const SourceText& name : manifest.classes)
      if (language_->classes.add(name.text) == 0)
        fail(name.place, "found more than " + std::to_string(WordClasses::kMost) + " word classes");
    for (const GroupSource& group : manifest.groups) add_group(group);
    if (manifests_.size() > 1)
      for (const SourceText& words : manifest.word_files)
        fail(words.place, "found a file of words, expected them in the lowest pack alone");
  }

  void add_group(const GroupSource& group) {
    ClassMask mask = 0;
    for (const SourceText& name : group.classes) {
      const ClassMask found = language_->classes.find(name.text);
      mask |= found;
      if (found == 0) fail(name.place, "found '" + name.text + "', expected a word class");
    }
    language_->classes.add_group(group.name, mask);
  }

  void rows(const PackFiles& pack, const SourceText& file, const std::vector<std::string>& columns,
            const std::function<void(const TsvRow&)>& handle) {
    if (pack.files.contains(file.text))
      read_tsv(content(pack, file.text), path_of(pack, file.text), columns, errors_, handle);
  }

  void read_words(const PackFiles& pack, const Manifest& manifest) {
    Abbreviations& abbreviations = language_->abbreviations;
    rows(pack, manifest.abbreviations, {"surface", "class"},
         [&](const TsvRow& row) { add_abbreviation(pack, manifest, row); });
    rows(pack, manifest.starters, {"surface"},
         [&](const TsvRow& row) { abbreviations.add_starter(std::string(row.cells[0])); });
    rows(pack, manifest.joined_prefixes, {"surface"},
         [&](const TsvRow& row) { abbreviations.add_joined_prefix(std::string(row.cells[0])); });
    rows(pack, manifest.clitics, {"surface"},
         [&](const TsvRow& row) { abbreviations.add_clitic(std::string(row.cells[0])); });
    rows(pack, manifest.layout, {"surface", "kind"}, [&](const TsvRow& row) { add_layout_word(pack, manifest, row); });
    rows(pack, manifest.contexts, {"left", "word", "right", "choose", "example"}, [&](const TsvRow& row) {
      std::string unknown;
      const auto cell = [&](std::size_t i) { return std::string(row.cells[i]); };
      if (!language_->classifier.add({cell(0), cell(1), cell(2), cell(3)}, language_->classes, unknown))
        errors_.push_back(
            {path_of(pack, manifest.contexts.text), row.line, 1, "found '" + unknown + "', expected a word class"});
    });
  }

  void add_abbreviation(const PackFiles& pack, const Manifest& manifest, const TsvRow& row) {
    static constexpr std::pair<std::string_view, AbbreviationClass> kClasses[] = {
        {"title", AbbreviationClass::title},   {"organisation", AbbreviationClass::organisation},
        {"place", AbbreviationClass::place},   {"month", AbbreviationClass::month},
        {"number", AbbreviationClass::number}, {"general", AbbreviationClass::general}};
    const auto found =
        std::ranges::find(kClasses, row.cells[1], &std::pair<std::string_view, AbbreviationClass>::first);
    if (found != std::end(kClasses)) {
      std::string_view surface = row.cells[0];
      if (surface.ends_with('.')) surface.remove_suffix(1);
      std::string folded;
      fold(surface, folded);
      language_->abbreviations.add(std::move(folded), found->second);
    } else {
      errors_.push_back({path_of(pack, manifest.abbreviations.text), row.line,
                         static_cast<std::uint32_t>(row.cells[0].size() + 2),
                         "found class '" + std::string(row.cells[1]) +
                             "', expected title, organisation, place, month, number or general"});
    }
  }

  void add_layout_word(const PackFiles& pack, const Manifest& manifest, const TsvRow& row) {
    LayoutWords& layout = language_->layout;
    const std::pair<std::string_view, std::vector<std::string>*> kinds[] = {{"date_key", &layout.date_keys},
                                                                            {"byline_head", &layout.byline_heads},
                                                                            {"byline_tail", &layout.byline_tails},
                                                                            {"label", &layout.labels}};
    for (const auto& [kind, words] : kinds)
      if (kind == row.cells[1]) return words->emplace_back(row.cells[0]), void();
    errors_.push_back(
        {path_of(pack, manifest.layout.text), row.line, static_cast<std::uint32_t>(row.cells[0].size() + 2),
         "found kind '" + std::string(row.cells[1]) + "', expected date_key, byline_head, byline_tail or label"});
  }

  RuleFile read_rules(const PackFiles& pack, const std::string& file) {
    return read_rule_file(content(pack, file), path_of(pack, file), errors_);
  }

  void compile_rules() {
    std::vector<Lexicon> lexicons;
    for (const PackFiles& pack : language_->packs) lexicons.push_back(Lexicon::over(pack.lexicon));
    std::deque<std::vector<RuleFile>> files;
    GrammarBuilder builder(std::move(lexicons), language_->classes, language_->abbreviations, errors_);
    for (std::size_t i = 0; i < manifests_.size(); ++i)
      for (const CascadeSource& cascade : manifests_[i].cascades) {
        files.emplace_back();
        for (const SourceText& file : cascade.files) files.back().push_back(read_rules(language_->packs[i], file.text));
        builder.add_cascade(cascade, files.back());
        if (keep_sources_)
          for (const RuleFile& file : files.back()) language_->sources.push_back({cascade.name.text, file});
      }
    language_->grammar = builder.build();
  }

  void name_lists() {
    const Grammar& grammar = language_->grammar;
    for (const Lexicon& lexicon : grammar.lexicons) {
      std::vector<Label> labels;
      for (const ListInfo& list : lexicon.lists()) labels.push_back(grammar.names.find(lexicon.string(list.name)));
      std::vector<Kind> kinds{kAnyKind};
      for (std::size_t kind = 1; kind < lexicon.kinds(); ++kind)
        kinds.push_back(grammar.names.find(lexicon.kind(kind)));
      language_->list_labels.push_back(std::move(labels));
      language_->kinds.push_back(std::move(kinds));
    }
  }

  bool keep_sources_;
  std::shared_ptr<Language> language_ = std::make_shared<Language>();
  std::vector<Manifest> manifests_;
  std::vector<Error> errors_;
};

}  // namespace

Result<std::shared_ptr<const Language>> load_language(std::vector<PackFiles> packs, bool keep_sources,
                                                      std::vector<Error> errors) {
  if (packs.size() == 1 && !packs[0].compiled.empty() && !keep_sources && errors.empty())
    return read_compiled(std::move(packs[0]));
  return LanguageLoader(std::move(packs), keep_sources, std::move(errors)).load();
}

}  // namespace copydesk
