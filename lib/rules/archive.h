// Room 4, rules. Values as bytes and back: how the image of a pack keeps what the build has compiled of it.
//
//     ArchiveWriter writer;              ArchiveReader reader(writer.bytes);
//     writer(names, rules);              reader(names, rules);   // reader.whole(): it was these bytes and no others
//
// Numbers, and structs of numbers without gaps, are copied as they lie in memory, so an image serves the machine it is built for.
// Strings, vectors, maps and any struct of those are taken apart; a class with members of its own names those that are kept:
//
//     static auto archived(auto& self) { return std::tie(self.names_, self.groups_); }
#pragma once

#include <concepts>
#include <cstdint>
#include <cstring>
#include <ranges>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>

#include "rules/members.h"

namespace copydesk {

// A string_view or span says where something lies in this run of the program, so it is none; nor may a struct hold one.
template <class Value>
inline constexpr bool kIsPlain =
    std::is_trivially_copyable_v<Value>&& std::has_unique_object_representations_v<Value> &&
    !std::is_pointer_v<Value> && !std::ranges::view<Value>;

template <class Value>
concept ArchivedMap = requires {
  typename Value::mapped_type;
};

// Strings and vectors.
template <class Value>
concept ArchivedSequence = requires(std::remove_const_t<Value>& value) {
  value.resize(std::size_t{});
  value.data();
};

template <class Value>
concept ArchivedClass = requires(Value& value) {
  Value::archived(value);
};

// What writer and reader share: both walk over the same values in the same order.
template <class Archive>
class ArchiveWalk {
 public:
  template <class... Values>
  void operator()(Values&... values) {
    (walk(values), ...);
  }

 private:
  template <class Value>
  void walk(Value& value) {
    const auto each = [this](auto&... members) { (walk(members), ...); };
    if constexpr (kIsPlain<std::remove_const_t<Value>>)
      archive().plain(&value, sizeof value);
    else if constexpr (ArchivedSequence<Value>)
      walk_sequence(value);
    else if constexpr (ArchivedMap<Value>)
      archive().map(value);
    else if constexpr (ArchivedClass<Value>)
      std::apply(each, Value::archived(value));
    else
      with_members(value, each);
  }

  template <class Sequence>
  void walk_sequence(Sequence& sequence) {
    constexpr bool plain = kIsPlain<typename Sequence::value_type>;
    constexpr std::size_t least = plain ? sizeof(typename Sequence::value_type) : 1;
    archive().size(sequence, least);
    if constexpr (plain)
      archive().plain(sequence.data(), sequence.size() * least);
    else
      for (auto& element : sequence) walk(element);
  }

  Archive& archive() { return static_cast<Archive&>(*this); }
};

class ArchiveWriter : public ArchiveWalk<ArchiveWriter> {
 public:
  std::string bytes;

 private:
  friend ArchiveWalk<ArchiveWriter>;

  void plain(const void* data, std::size_t size) { bytes.append(static_cast<const char*>(data), size); }

  template <class Container>
  void size(const Container& container, std::size_t /*least*/) {
    const std::uint64_t size = container.size();
    plain(&size, sizeof size);
  }

  template <class Map>
  void map(const Map& map) {
    size(map, 1);
    for (const auto& [key, value] : map) (*this)(key, value);
  }
};

// Once the bytes do not suffice, nothing more is read.
class ArchiveReader : public ArchiveWalk<ArchiveReader> {
 public:
  explicit ArchiveReader(std::string_view bytes) : bytes_(bytes) {}

  bool whole() const { return !cut_ && bytes_.empty(); }

 private:
  friend ArchiveWalk<ArchiveReader>;

  void plain(void* target, std::size_t size) {
    if (size > bytes_.size()) cut_ = true;
    if (cut_ || size == 0) return;
    std::memcpy(target, bytes_.data(), size);
    bytes_.remove_prefix(size);
  }

  // How many elements follow, each of `least` bytes at least: never more than there can be.
  std::size_t count(std::size_t least) {
    std::uint64_t count = 0;
    plain(&count, sizeof count);
    if (count > bytes_.size() / least) cut_ = true;
    return cut_ ? 0 : static_cast<std::size_t>(count);
  }

  template <class Sequence>
  void size(Sequence& sequence, std::size_t least) {
    sequence.resize(count(least));
  }

  template <class Map>
  void map(Map& map) {
    for (std::size_t left = count(1); left > 0 && !cut_; --left) {
      std::pair<typename Map::key_type, typename Map::mapped_type> entry{};
      (*this)(entry.first, entry.second);
      map.insert(std::move(entry));
    }
  }

  std::string_view bytes_;
  bool cut_ = false;
};

}  // namespace copydesk
