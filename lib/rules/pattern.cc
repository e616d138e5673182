#include "rules/pattern.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "rules/signature.h"

namespace copydesk {
namespace {

constexpr int kDeepest = 24;              // of sub-patterns within sub-patterns, and of brackets
constexpr std::size_t kMostNodes = 4000;  // of one pattern, sub-patterns written out
constexpr int kMostRepeats = 50;
constexpr std::size_t kMostTests = 64;  // joined by `&`

bool is_space(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; }
bool is_name(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
}
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool ends_word(char c) { return is_space(c) || std::string_view("()|?*+{}<>&:!/\"").find(c) != std::string_view::npos; }

// The sub-patterns that are being written out, innermost first.
struct Frame {
  std::string_view name;
  const Frame* outer;
};

class Parser {
 public:
  Parser(std::string_view text, PatternScope& scope, Pattern& pattern, std::vector<PatternError>& errors, int depth,
         const Frame* frame = nullptr)
      : text_(text), scope_(scope), pattern_(pattern), errors_(errors), depth_(depth), frame_(frame) {}

  std::uint32_t parse() {
    const std::uint32_t root = choice();
    if (!failed_ && at_ < text_.size())
      fail("found '" + std::string(1, text_[at_]) + "', expected the end of the pattern");
    return root;
  }

 private:
  using Kind = PatternNode::Kind;

  std::uint32_t add(PatternNode node) {
    if (pattern_.nodes.size() >= kMostNodes)
      fail("pattern is too large: more than " + std::to_string(kMostNodes) + " parts");
    pattern_.nodes.push_back(std::move(node));
    return static_cast<std::uint32_t>(pattern_.nodes.size() - 1);
  }

  std::uint32_t fail(std::string message) {
    if (!failed_) errors_.push_back({at_, std::move(message)});
    failed_ = true;
    return 0;
  }

  void skip_space() {
    while (at_ < text_.size() && is_space(text_[at_])) ++at_;
  }
  bool at_end() const { return failed_ || at_ >= text_.size(); }
  char peek() const { return at_ < text_.size() ? text_[at_] : '\0'; }
  bool take(char c) {
    if (peek() != c) return false;
    ++at_;
    return true;
  }

  std::uint32_t choice() {
    PatternNode node{.kind = Kind::choice};
    do node.children.push_back(sequence());
    while (!failed_ && take('|'));
    return node.children.size() == 1 ? node.children[0] : add(std::move(node));
  }

  std::uint32_t sequence() {
    PatternNode node{.kind = Kind::sequence};
    for (skip_space(); !at_end() && peek() != '|' && peek() != ')'; skip_space()) node.children.push_back(item());
    if (node.children.empty() && !failed_)
      fail(at_ < text_.size() ? "found '" + std::string(1, peek()) + "', expected a word, <name>, /regex/ or '('"
                              : "found the end, expected a word, <name>, /regex/ or '('");
    return add(std::move(node));
  }

  // `name:` before an item, when there is one.
  std::uint16_t capture_name() {
    std::size_t end = at_;
    while (end < text_.size() && (is_name(text_[end]) && text_[end] != '-')) ++end;
    if (end == at_ || end + 1 >= text_.size() || text_[end] != ':' || is_space(text_[end + 1])) return 0;
    const std::uint16_t name = scope_.capture_name(text_.substr(at_, end - at_));
    at_ = end + 1;
    return name;
  }

  std::uint32_t item() {
    const std::uint16_t name = capture_name();
    std::uint32_t node = quantified(atom());
    if (name != 0) node = add({.kind = Kind::capture, .name = name, .children = {node}});
    return node;
  }

  std::uint32_t repeat(std::uint32_t child, int least, int most, bool lazy = false) {
    return add({.kind = Kind::repeat,
                .lazy = lazy,
                .least = static_cast<std::uint16_t>(least),
                .most = most < 0 ? Pattern::kNoLimit : static_cast<std::uint16_t>(most),
                .children = {child}});
  }

  std::uint32_t quantified(std::uint32_t child) {
    if (failed_) return child;
    if (take('?')) return repeat(child, 0, 1);
    if (take('*')) return repeat(child, 0, -1);
    if (take('+')) return repeat(child, 1, -1);
    if (!take('{')) return child;
    const int least = number();
    const int most = take(',') ? (peek() == '}' ? -1 : number()) : least;
    if (!failed_ && !take('}')) return fail("expected '}' after the number of repetitions");
    if (least > kMostRepeats || most > kMostRepeats)
      return fail("at most " + std::to_string(kMostRepeats) + " repetitions");
    if (most >= 0 && most < least) return fail("repetitions end below their begin");
    return repeat(child, least, most);
  }

  int number() {
    int value = 0;
    const auto [end, error] = std::from_chars(text_.data() + at_, text_.data() + text_.size(), value);
    if (error != std::errc() || value < 0) {
      fail("expected a number");
      return 0;
    }
    at_ = static_cast<std::size_t>(end - text_.data());
    return value;
  }

  std::uint32_t atom() {
    if (failed_) return 0;
    if (peek() == '(') return group();
    if (take('^')) return add({.kind = Kind::sentence_start});
    if (take('$')) return add({.kind = Kind::sentence_end});
    if (text_.substr(at_).starts_with("..") && at_ + 2 < text_.size() && is_digit(text_[at_ + 2])) return gap();
    return tests();
  }

  std::uint32_t group() {
    if (depth_ >= kDeepest) return fail("brackets stand too deep");
    ++at_;
    ++depth_;
    const std::uint32_t node = choice();
    --depth_;
    if (!failed_ && !take(')')) return fail("expected ')'");
    while (!failed_ && take('&')) condition_all(node);
    return node;
  }

  // `(talks|shows)&<verb>`: one more condition on each of several single tokens.
  void condition_all(std::uint32_t group) {
    const bool negated = take('!');
    const std::size_t before = at_;
    Test test;
    std::uint32_t several = 0;
    if (!one_test(test, several)) return;
    test.negated = negated;
    if (several != 0 || !add_condition(group, test)) {
      at_ = before;
      fail("'&' behind brackets adds a condition on one token, but this stands for several");
    }
  }

  bool add_condition(std::uint32_t index, const Test& test) {
    PatternNode& node = pattern_.nodes[index];
    if (node.kind == Kind::tests) return node.tests.push_back(test), node.tests.size() <= kMostTests;
    const bool one_token = node.kind == Kind::choice || (node.kind == Kind::sequence && node.children.size() == 1);
    return one_token &&
           std::ranges::all_of(node.children, [&](std::uint32_t child) { return add_condition(child, test); });
  }

  // `..5`: at most five tokens between, none of which ends the clause.
  std::uint32_t gap() {
    at_ += 2;
    const int most = number();
    if (most > kMostRepeats) return fail("at most " + std::to_string(kMostRepeats) + " tokens between");
    Test test;
    std::string problem;
    if (!scope_.resolve("clause_end", "", test, problem)) return fail(problem);
    test.negated = true;
    return repeat(add({.kind = Kind::tests, .tests = {test}}), 0, most, true);
  }

  // One or more tests joined by `&`, or a phrase or sub-pattern that stands for several tokens.
  std::uint32_t tests() {
    PatternNode node{.kind = Kind::tests};
    do {
      const bool negated = take('!');
      const std::size_t before = at_;
      std::uint32_t several = 0;
      Test test;
      if (!one_test(test, several)) return 0;
      if (several != 0 && (negated || peek() == '&' || !node.tests.empty())) {
        at_ = before;
        return fail("'!' and '&' join conditions on one token, but this stands for several");
      }
      if (several != 0) return several - 1;
      test.negated = negated;
      node.tests.push_back(test);
      if (node.tests.size() > kMostTests)
        return fail("at most " + std::to_string(kMostTests) + " conditions joined by '&'");
    } while (take('&'));
    return add(std::move(node));
  }

  bool one_test(Test& test, std::uint32_t& several) {
    switch (peek()) {
      case '<':
        return named(test, several);
      case '/':
        return regex(test);
      case '"':
        return quoted(test, several);
      case '.':
        if (at_ + 1 >= text_.size() || ends_word(text_[at_ + 1])) return ++at_, true;
        [[fallthrough]];
      default:
        return word(test, several);
    }
  }

  bool named(Test& test, std::uint32_t& several) {
    const std::size_t open = at_++;
    const std::string_view name = take_name();
    const std::string_view kind = take(':') ? take_name() : std::string_view();
    if (name.empty() || !take('>')) return fail("expected <name> or <name:kind>"), false;
    if (const std::string* body = scope_.sub_pattern(name)) return sub_pattern(open, name, *body, several);
    std::string problem;
    if (scope_.resolve(name, kind, test, problem)) return true;
    at_ = open;
    return fail(problem), false;
  }

  // `open` is where its '<' stands; mistakes in it are told there.
  bool sub_pattern(std::size_t open, std::string_view name, const std::string& body, std::uint32_t& several) {
    const std::size_t behind = std::exchange(at_, open);
    for (const Frame* frame = frame_; frame != nullptr; frame = frame->outer)
      if (frame->name == name) return fail("pattern <" + std::string(name) + "> holds itself"), false;
    if (depth_ >= kDeepest) return fail("pattern <" + std::string(name) + "> stands too deep"), false;
    std::vector<PatternError> inner;
    const Frame frame{name, frame_};
    Parser parser(body, scope_, pattern_, inner, depth_ + 1, &frame);
    several = parser.parse() + 1;
    if (!inner.empty()) return fail("in pattern <" + std::string(name) + ">: " + inner[0].message), false;
    at_ = behind;
    return true;
  }

  std::string_view take_name() {
    const std::size_t begin = at_;
    while (at_ < text_.size() && is_name(text_[at_])) ++at_;
    return text_.substr(begin, at_ - begin);
  }

  bool regex(Test& test) {
    const std::size_t begin = ++at_;
    while (at_ < text_.size() && text_[at_] != '/') at_ += text_[at_] == '\\' ? 2 : 1;
    if (at_ >= text_.size()) return at_ = begin - 1, fail("regular expression without its closing '/'"), false;
    std::string problem;
    const bool good = scope_.regex(text_.substr(begin, at_ - begin), test, problem);
    if (!good) at_ = begin;
    if (!good) return fail(problem), false;
    ++at_;
    return true;
  }

  bool quoted(Test& test, std::uint32_t& several) {
    const std::size_t begin = ++at_;
    const std::size_t end = text_.find('"', begin);
    if (end == std::string_view::npos) return --at_, fail("quotation without its closing '\"'"), false;
    at_ = end + 1;
    return phrase(text_.substr(begin, end - begin), test, several);
  }

  bool word(Test& test, std::uint32_t& several) {
    const std::size_t begin = at_;
    while (at_ < text_.size() && !ends_word(text_[at_])) ++at_;
    const std::string_view word = text_.substr(begin, at_ - begin);
    if (word.empty())
      return fail("found '" + std::string(1, peek()) + "', expected a word, <name>, /regex/ or '('"), false;
    if (peek() != '/') return phrase(word, test, several);
    ++at_;
    const std::string_view word_class = take_name();
    std::string problem;
    if (scope_.lemma(word, word_class, test, problem)) return true;
    at_ = begin;
    return fail(problem), false;
  }

  // A word as the tokenizer splits it: one token, or a sequence.
  bool phrase(std::string_view text, Test& test, std::uint32_t& several) {
    TokenLayer layer;
    scope_.split(text, layer);
    if (layer.tokens.empty()) return fail("empty quotation"), false;
    PatternNode sequence{.kind = Kind::sequence};
    for (const TokenData& token : layer.tokens) {
      const std::uint32_t literal = scope_.literal(layer.folded_of(token));
      test = {.kind = TestKind::word, .a = literal, .signature = word_signature(literal)};
      if (layer.tokens.size() > 1) sequence.children.push_back(add({.kind = Kind::tests, .tests = {test}}));
    }
    if (layer.tokens.size() > 1) several = add(std::move(sequence)) + 1;
    return true;
  }

  std::string_view text_;
  PatternScope& scope_;
  Pattern& pattern_;
  std::vector<PatternError>& errors_;
  int depth_;
  const Frame* frame_;
  std::size_t at_ = 0;
  bool failed_ = false;
};

}  // namespace

Pattern parse_pattern(std::string_view text, PatternScope& scope, std::vector<PatternError>& errors) {
  Pattern pattern;
  pattern.root = Parser(text, scope, pattern, errors, 0).parse();
  return pattern;
}

}  // namespace copydesk
