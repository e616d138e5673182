#include "rules/lattice.h"

#include <algorithm>

namespace copydesk {
namespace {

Signature signature_of(const TokenLayer& layer, const TokenData& token) {
  Signature signature = shape_signature(static_cast<std::uint32_t>(token.shape));
  signature |= token_kind_signature(static_cast<std::uint32_t>(token.kind));
  signature |= class_signature(token.word_class);
  if (token.literal != kNoWord) signature |= word_signature(token.literal);
  const std::string_view folded = layer.folded_of(token);
  const bool digit = !folded.empty() && folded[0] >= '0' && folded[0] <= '9';
  if (digit || token.kind == TokenKind::number) signature |= digit_signature();
  return signature;
}

}  // namespace

void Lattice::reset(const TokenLayer& layer) {
  layer_ = &layer;
  edges_.clear();
  annotations.clear();
  edge_of_.clear();
  captures.clear();
  begins_.assign(layer.tokens.size() + 1, kNoEdge);
  ends_.assign(layer.tokens.size() + 1, kNoEdge);
  signatures.clear();
  for (const TokenData& token : layer.tokens) signatures.push_back(signature_of(layer, token));
}

// Puts it among the edges that begin and end where it does.
void Lattice::link_last_edge() {
  const std::uint32_t index = edges() - 1;
  Edge& edge = edges_.back();
  std::uint32_t* link = &begins_[edge.range.begin];
  while (*link != kNoEdge && edges_[*link].range.end >= edge.range.end) link = &edges_[*link].next_begin;
  edge.next_begin = *link;
  *link = index;
  link = &ends_[edge.range.end];
  edge.next_end = *link;
  *link = index;
  signatures[edge.range.begin] |= label_signature(edge.label);
}

void Lattice::sort_annotations(std::uint32_t first) {
  sentence_places_.assign(layer_->sentences.size() + 1, 0);
  for (std::size_t i = first; i < annotations.size(); ++i) ++sentence_places_[annotations[i].sentence + 1];
  for (std::size_t i = 1; i < sentence_places_.size(); ++i) sentence_places_[i] += sentence_places_[i - 1];
  unsorted_.assign(annotations.begin() + first, annotations.end());
  unsorted_edges_.assign(edge_of_.begin() + first, edge_of_.end());
  for (std::size_t i = 0; i < unsorted_.size(); ++i) {
    const std::uint32_t place = first + sentence_places_[unsorted_[i].sentence]++;
    annotations[place] = unsorted_[i];
    edge_of_[place] = unsorted_edges_[i];
    edges_[unsorted_edges_[i]].payload = place;
  }
}

std::uint32_t Lattice::find(TokenRange range, Label label, Kind kind) const {
  for (std::uint32_t at = begins_[range.begin]; at != kNoEdge; at = edges_[at].next_begin) {
    const Edge& edge = edges_[at];
    if (edge.range.end == range.end && edge.label == label && (kind == kAnyKind || edge.kind == kind)) return at;
  }
  return kNoEdge;
}

const Capture* Lattice::capture(const Annotation& annotation, std::uint16_t name) const {
  for (const Capture& capture : captures_of(annotation))
    if (capture.name == name) return &capture;
  return nullptr;
}

}  // namespace copydesk
