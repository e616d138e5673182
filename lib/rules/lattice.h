// Room 4, rules. What patterns are matched against: the tokens, and over them the edges of list hits and annotations.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "copydesk/span.h"
#include "lexicon/lexicon.h"
#include "rules/signature.h"
#include "tokens/token_layer.h"

namespace copydesk {

// A label names a list or what a rule gives; a kind is a finer name within it. Both are numbers handed out by Names.
using Label = std::uint16_t;
using Kind = std::uint16_t;
inline constexpr Kind kAnyKind = 0;

inline constexpr std::uint32_t kNoEdge = 0xFFFFFFFF;

// A stretch of tokens with a label: a hit of a list, an annotation that a rule gave, or what a room laid over the tokens.
struct Edge {
  TokenRange range;
  Label label = 0;
  Kind kind = kAnyKind;
  std::uint16_t layer = 0;  // of a list hit: which lexicon
  bool annotation = false;
  bool layered = false;                // laid by a room: neither list hit nor annotation
  std::uint32_t payload = 0;           // list entry, or index into Lattice::annotations, or of what a room found
  std::uint32_t next_begin = kNoEdge;  // the next edge that begins here; longer edges come first
  std::uint32_t next_end = kNoEdge;    // the next edge that ends here
};

// A named part of a match.
struct Capture {
  std::uint16_t name = 0;  // of Names
  TokenRange range;
};

struct Annotation {
  TokenRange range;
  Label label = 0;
  Kind kind = kAnyKind;
  std::uint32_t rule = 0;           // index into Grammar::rules
  std::uint32_t first_capture = 0;  // into Lattice::captures
  std::uint32_t captures = 0;
  std::uint32_t sentence = 0;
};

class Lattice {
 public:
  // Starts anew over `layer`, keeping its buffers.
  void reset(const TokenLayer& layer);

  // Both write field by field right into their place, since to copy what has just been written elsewhere waits for it.
  std::uint32_t add_edge(const Edge& edge) {
    edges_.emplace_back();
    edges_.back() = edge;
    link_last_edge();
    return edges() - 1;
  }
  void add_annotation(const Annotation& annotation) {
    edge_of_.push_back(edges());
    add_edge({.range = annotation.range,
              .label = annotation.label,
              .kind = annotation.kind,
              .annotation = true,
              .payload = static_cast<std::uint32_t>(annotations.size())});
    annotations.emplace_back();
    annotations.back() = annotation;
  }
  // Brings those from `first` on into the order of their sentences, and within a sentence leaves them in the order they came in.
  void sort_annotations(std::uint32_t first);

  const TokenLayer& layer() const { return *layer_; }
  const TokenData& token(std::uint32_t index) const { return layer_->tokens[index]; }
  std::uint32_t edges() const { return static_cast<std::uint32_t>(edges_.size()); }
  const Edge& edge(std::uint32_t index) const { return edges_[index]; }
  std::uint32_t first_at(std::uint32_t token) const { return begins_[token]; }
  std::uint32_t last_at(std::uint32_t token_end) const { return ends_[token_end]; }

  // The edge over exactly this range, or kNoEdge.
  std::uint32_t find(TokenRange range, Label label, Kind kind = kAnyKind) const;

  // Whether something of this label ends right before a token.
  bool ends_at(std::uint32_t token_end, Label label) const {
    for (std::uint32_t at = last_at(token_end); at != kNoEdge; at = edges_[at].next_end)
      if (edges_[at].label == label) return true;
    return false;
  }

  std::vector<Annotation> annotations;
  std::vector<Capture> captures;
  std::vector<Signature> signatures;  // of each token

  std::span<const Capture> captures_of(const Annotation& annotation) const {
    return std::span(captures).subspan(annotation.first_capture, annotation.captures);
  }
  const Capture* capture(const Annotation& annotation, std::uint16_t name) const;

 private:
  void link_last_edge();

  const TokenLayer* layer_ = nullptr;
  std::vector<Annotation> unsorted_;
  std::vector<std::uint32_t> sentence_places_;
  std::vector<std::uint32_t> edge_of_, unsorted_edges_;  // of each annotation
  std::vector<Edge> edges_;
  std::vector<std::uint32_t> begins_;  // first edge that begins at a token
  std::vector<std::uint32_t> ends_;    // first edge that ends before a token
};

}  // namespace copydesk
