#include "lexicon/lexicon_builder.h"

#include <algorithm>
#include <numeric>
#include <tuple>
#include <utility>

#include "lexicon/image_writer.h"

namespace copydesk {
namespace {

// Things that nodes own, brought in the order of their nodes; what the root owns is left out.
struct Owned {
  std::vector<std::uint32_t> begins;  // of each node, and an end
  std::vector<std::uint32_t> order;
};

template <class OwnerOf>
Owned by_owner(std::size_t nodes, std::size_t things, OwnerOf&& owner_of) {
  Owned owned{.begins = std::vector<std::uint32_t>(nodes + 1)};
  std::vector<std::uint32_t>& begins = owned.begins;
  for (std::uint32_t i = 0; i < things; ++i)
    if (owner_of(i) != 0) ++begins[owner_of(i)];
  std::partial_sum(begins.begin(), begins.end(), begins.begin());
  owned.order.resize(begins.back());
  for (auto i = static_cast<std::uint32_t>(things); i-- > 0;)
    if (owner_of(i) != 0) owned.order[--begins[owner_of(i)]] = i;
  return owned;
}

}  // namespace

LexiconBuilder::LexiconBuilder() { strings_.add({}); }

std::uint32_t LexiconBuilder::word_id(std::string_view folded) { return words_.add(folded); }

std::uint32_t LexiconBuilder::string_id(std::string_view text) {
  return text.empty() ? 0 : strings_.begin_of(strings_.add(text));
}

std::uint32_t LexiconBuilder::kind_id(std::uint32_t string) {
  if (string == 0) return 0;
  const auto [at, added] = kind_ids_.try_emplace(string, static_cast<std::uint32_t>(kinds_.size()));
  if (added) kinds_.push_back(string);
  return at->second;
}

void LexiconBuilder::add_word(std::string_view folded, ClassMask word_class, std::string_view lemma,
                              std::uint32_t count) {
  const std::uint32_t id = word_id(folded);
  const std::uint32_t lemma_id = lemma.empty() ? id : word_id(lemma);
  if (id >= classes_.size()) classes_.resize(id + 1);
  Word& word = classes_[id];
  word.classes |= word_class;
  if (word.likely == 0 || count > word.likely_count) {
    word.likely = word_class;
    word.likely_count = count;
  }
  forms_.push_back({lemma_id, id, word_class});
}

std::uint16_t LexiconBuilder::add_list(std::string_view name, const std::vector<std::string>& columns) {
  const auto kind = std::ranges::find(columns, "kind");
  kind_column_.push_back(kind == columns.end() ? -1 : static_cast<int>(kind - columns.begin()));
  lists_.push_back(
      {string_id(name), static_cast<std::uint32_t>(columns_.size()), static_cast<std::uint32_t>(columns.size()), 0});
  for (const std::string& column : columns) columns_.push_back(string_id(column));
  return static_cast<std::uint16_t>(lists_.size() - 1);
}

std::uint32_t& LexiconBuilder::child_slot(std::uint32_t node, std::uint32_t word) {
  std::uint64_t hash = (std::uint64_t{node} << 32 | word) * 0x9E3779B97F4A7C15ull;
  hash ^= hash >> 29;
  std::size_t at = hash & (children_.size() - 1);
  for (; children_[at] != 0; at = (at + 1) & (children_.size() - 1))
    if (const Node& known = nodes_[children_[at]]; known.parent == node && known.word == word) break;
  return children_[at];
}

void LexiconBuilder::grow_children() {
  children_.assign(std::max<std::size_t>(1024, children_.size() * 2), 0);
  for (std::uint32_t node = 1; node < nodes_.size(); ++node) child_slot(nodes_[node].parent, nodes_[node].word) = node;
}

std::uint32_t LexiconBuilder::child(std::uint32_t node, std::uint32_t word) {
  if (nodes_.size() * 4 > children_.size() * 3) grow_children();
  std::uint32_t& slot = child_slot(node, word);
  if (slot != 0) return slot;
  slot = static_cast<std::uint32_t>(nodes_.size());
  nodes_.push_back({node, word});
  return slot;
}

void LexiconBuilder::reserve(std::size_t entries, std::size_t columns) {
  entries_.reserve(entries_.size() + entries);
  entry_nodes_.reserve(entry_nodes_.size() + entries);
  values_.reserve(values_.size() + entries * columns);
}

bool LexiconBuilder::add_entry(std::uint16_t list, const TokenLayer& phrase,
                               const std::vector<std::string_view>& values) {
  if (phrase.tokens.empty() || phrase.tokens.size() > kMostTokens) return false;
  ListEntry entry{.list = list};
  bool all_upper = true;
  std::uint32_t node = 0;
  for (std::size_t i = 0; i < phrase.tokens.size(); ++i) {
    const TokenData& token = phrase.tokens[i];
    node = child(node, word_id(phrase.folded_of(token)));
    if (token.shape == Shape::capitalised || token.shape == Shape::upper) entry.capitals |= std::uint32_t{1} << i;
    if (token.shape != Shape::upper && token.shape != Shape::none) all_upper = false;
  }
  if (all_upper && entry.capitals != 0) entry.flags |= ListEntry::kUpper;
  entry.values = static_cast<std::uint32_t>(values_.size());
  for (const std::string_view value : values) values_.push_back(string_id(value));
  if (const int kind = kind_column_[list]; kind >= 0)
    entry.kind = kind_id(values_[entry.values + static_cast<std::uint32_t>(kind)]);
  ++lists_[list].entries;
  entries_.push_back(entry);
  entry_nodes_.push_back(node);
  return true;
}

// Every part is let go as soon as it is written, so that no long list is there twice.
std::string LexiconBuilder::build() {
  ImageWriter writer(image_size());
  write_words(writer);
  write_phrases(writer);
  writer.add(std::exchange(lists_, {}));
  writer.add(std::exchange(columns_, {}));
  writer.add(std::exchange(kinds_, {}));
  writer.add(std::exchange(values_, {}));
  writer.add(std::move(strings_).release().texts);
  *this = LexiconBuilder();
  return writer.finish();
}

// At least: parts are aligned.
std::size_t LexiconBuilder::image_size() const {
  constexpr std::size_t kNumber = sizeof(std::uint32_t);
  const std::size_t words = words_.size() * sizeof(WordRecord) + words_.slots() * kNumber + words_.bytes();
  const std::size_t nodes = nodes_.size() * (sizeof(PhraseNode) + 2 * kNumber) + forms_.size() * sizeof(LemmaForm);
  return words + nodes + entries_.size() * sizeof(ListEntry) + values_.size() * kNumber + strings_.bytes();
}

// A word leads from the root to its node.
void LexiconBuilder::write_words(ImageWriter& writer) {
  TextTable::Parts parts = std::move(words_).release();
  writer.add(std::exchange(parts.slots, {}));
  std::vector<WordRecord> words(parts.begins.size());
  for (std::size_t word = 0; word < words.size(); ++word) words[word].text = parts.begins[word];
  for (std::size_t word = 0; word < parts.hashes.size(); ++word) words[word].hash = parts.hashes[word];
  for (std::size_t word = 0; word < classes_.size(); ++word) {
    words[word].classes = classes_[word].classes;
    words[word].likely = classes_[word].likely;
  }
  for (std::uint32_t node = 1; node < nodes_.size(); ++node)
    if (nodes_[node].parent == 0) words[nodes_[node].word].root = node;
  classes_ = {};
  writer.add(std::move(words));
  writer.add(std::move(parts.texts));
  std::ranges::sort(forms_, {}, [](const LemmaForm& form) { return std::tuple(form.lemma, form.word, form.classes); });
  writer.add(std::exchange(forms_, {}));
}

// The children of a node stand together, sorted by their words, and so do its entries.
void LexiconBuilder::write_phrases(ImageWriter& writer) {
  children_ = {};
  Owned children = by_owner(nodes_.size(), nodes_.size(), [&](std::uint32_t node) { return nodes_[node].parent; });
  Owned entries = by_owner(nodes_.size(), entries_.size(), [&](std::uint32_t entry) { return entry_nodes_[entry]; });
  entry_nodes_ = {};
  std::vector<PhraseNode> nodes(nodes_.size() + 1);
  for (std::size_t node = 0; node < nodes.size(); ++node) nodes[node] = {children.begins[node], entries.begins[node]};
  writer.add(std::move(nodes));
  write_children(writer, std::move(children.begins), std::move(children.order));
  std::vector<ListEntry> ordered;
  ordered.reserve(entries_.size());
  for (const std::uint32_t entry : entries.order) ordered.push_back(entries_[entry]);
  entries_ = {};
  writer.add(std::move(ordered));
}

void LexiconBuilder::write_children(ImageWriter& writer, std::vector<std::uint32_t> begins,
                                    std::vector<std::uint32_t> order) {
  const auto word_of = [&](std::uint32_t node) { return nodes_[node].word; };
  for (std::size_t node = 0; node + 1 < begins.size(); ++node)
    std::sort(order.begin() + begins[node], order.begin() + begins[node + 1],
              [&](std::uint32_t a, std::uint32_t b) { return word_of(a) < word_of(b); });
  std::vector<std::uint32_t> words(order.size());
  std::ranges::transform(order, words.begin(), word_of);
  nodes_ = {};
  writer.add(std::move(words));
  writer.add(std::move(order));
}

}  // namespace copydesk
