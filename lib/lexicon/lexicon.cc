#include "lexicon/lexicon.h"

#include <algorithm>
#include <bit>
#include <cstring>

#include "lexicon/image.h"

namespace copydesk {
namespace {

// Hands out the parts of an image in their order.
class ImageCursor {
 public:
  ImageCursor(std::string_view image, const ImageHeader& header) : image_(image), header_(header) {}

  std::string_view bytes() {
    const auto size = static_cast<std::size_t>(header_.sizes[part_++]);
    const std::string_view result = image_.substr(at_, size);
    at_ += static_cast<std::size_t>(image_aligned(size));
    return result;
  }

  template <class T>
  void read(std::span<const T>& part) {
    const std::string_view raw = bytes();
    part = {reinterpret_cast<const T*>(raw.data()), raw.size() / sizeof(T)};
  }

 private:
  std::string_view image_;
  const ImageHeader& header_;
  std::size_t at_ = sizeof(ImageHeader);
  std::size_t part_ = 0;
};

bool well_formed(std::string_view image, ImageHeader& header) {
  if (image.size() < sizeof header) return false;
  std::memcpy(&header, image.data(), sizeof header);
  std::uint64_t total = sizeof header;
  for (const std::uint64_t size : header.sizes) {
    if (size > image.size()) return false;
    total += image_aligned(size);
  }
  return header.magic == kImageMagic && total <= image_aligned(image.size());
}

}  // namespace

Lexicon Lexicon::over(std::string_view image) {
  Lexicon lexicon;
  ImageHeader header;
  if (!well_formed(image, header)) return lexicon;
  ImageCursor cursor(image, header);
  cursor.read(lexicon.slots_);
  cursor.read(lexicon.words_);
  lexicon.text_ = cursor.bytes();
  cursor.read(lexicon.forms_);
  cursor.read(lexicon.nodes_);
  cursor.read(lexicon.child_word_);
  cursor.read(lexicon.child_node_);
  cursor.read(lexicon.entries_);
  cursor.read(lexicon.lists_);
  cursor.read(lexicon.columns_);
  cursor.read(lexicon.kinds_);
  cursor.read(lexicon.values_);
  lexicon.strings_ = cursor.bytes();
  return lexicon.is_whole() ? lexicon : Lexicon();
}

// Whether the sizes of the parts go together.
bool Lexicon::is_whole() const {
  return !words_.empty() && std::has_single_bit(slots_.size()) && slots_.size() > words() && !nodes_.empty() &&
         child_word_.size() == child_node_.size() && nodes_.back().children <= child_word_.size() &&
         nodes_.back().entries <= entries_.size();
}

std::uint32_t Lexicon::find(std::string_view folded, std::uint32_t hash) const {
  if (slots_.empty()) return kNoWord;
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t at = hash & mask; slots_[at] != 0; at = (at + 1) & mask) {
    const std::uint32_t word = slots_[at] - 1;
    if (words_[word].hash == hash && text_of(word) == folded) return word;
  }
  return kNoWord;
}

std::string_view Lexicon::text_of(std::uint32_t word) const {
  return {text_.data() + words_[word].text, words_[word + 1].text - words_[word].text};
}

WordFacts Lexicon::facts_of(std::uint32_t word) const {
  if (word == kNoWord) return {};
  const WordRecord& record = words_[word];
  WordFacts facts{.word = word, .classes = record.classes, .likely = record.likely, .phrases = {}};
  if (record.root != 0) facts.phrases = {nodes_[record.root], nodes_[record.root + 1]};
  facts.next = next_of(facts.phrases);
  return facts;
}

// Where many words go on, nearly every bit would be set.
std::uint64_t Lexicon::next_of(const Phrases& phrases) const {
  constexpr std::uint32_t kMany = 64;
  const std::uint32_t first = phrases.begin.children, last = phrases.end.children;
  if (last - first > kMany) return ~0ull;
  std::uint64_t next = 0;
  for (std::uint32_t i = first; i < last; ++i) next |= 1ull << (child_word_[i] % 64);
  return next;
}

std::span<const LemmaForm> Lexicon::forms_of(std::uint32_t lemma) const {
  const auto first = std::ranges::lower_bound(forms_, lemma, {}, &LemmaForm::lemma);
  const auto last = std::ranges::upper_bound(first, forms_.end(), lemma, {}, &LemmaForm::lemma);
  return {first, last};
}

std::string_view Lexicon::string(std::uint32_t offset) const {
  return offset < strings_.size() ? std::string_view(strings_.data() + offset) : std::string_view();
}

// Without measuring the string, which costs more than to compare it.
bool Lexicon::is_string(std::uint32_t offset, std::string_view text) const {
  return offset < strings_.size() && text.size() < strings_.size() - offset &&
         std::memcmp(strings_.data() + offset, text.data(), text.size()) == 0 && strings_[offset + text.size()] == '\0';
}

std::optional<std::string_view> Lexicon::value_of(const ListEntry& entry, std::string_view name) const {
  const ListInfo& list = lists_[entry.list];
  for (std::uint32_t i = 0; i < list.columns; ++i)
    if (is_string(columns_[list.first_column + i], name)) return value(entry, i);
  return std::nullopt;
}

bool Lexicon::case_fits(const ListEntry& entry, std::span<const TokenData> tokens, std::uint32_t begin,
                        std::uint32_t end) {
  if (entry.capitals == 0) return true;
  for (std::uint32_t i = begin; i < end && i < begin + 32; ++i) {
    if ((entry.capitals >> (i - begin) & 1) == 0) continue;
    const Shape shape = tokens[i].shape;
    if (shape == Shape::lower || shape == Shape::none) return false;
    if ((entry.flags & ListEntry::kUpper) != 0 && shape != Shape::upper) return false;
  }
  return true;
}

std::uint32_t Lexicon::child(const Phrases& phrases, std::uint32_t word) const {
  const auto first = child_word_.begin() + phrases.begin.children;
  const auto last = child_word_.begin() + phrases.end.children;
  const auto at = std::lower_bound(first, last, word);
  return at == last || *at != word ? 0 : child_node_[static_cast<std::size_t>(at - child_word_.begin())];
}

}  // namespace copydesk
