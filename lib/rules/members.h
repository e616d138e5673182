// Room 4, rules. The members of any plain struct, so that what is done with each of them need not be written for every struct.
//
//     with_members(rule, [&](auto&... members) { (write(members), ...); });
#pragma once

#include <cstddef>
#include <type_traits>

namespace copydesk {

// Stands for a value of any type where one is only counted.
struct AnyValue {
  template <class Value>
  operator Value() const;  // NOLINT(google-explicit-constructor)
};

template <class Struct, class... Values>
constexpr std::size_t count_members() {
  if constexpr (requires { Struct{Values{}..., AnyValue{}}; })
    return count_members<Struct, Values..., AnyValue>();
  else
    return sizeof...(Values);
}

// Calls `use` with all members of `value`, in their order. A struct of more members does not compile.
template <class Struct, class Use>
void with_members(Struct& value, Use&& use) {
  static_assert(std::is_aggregate_v<Struct>);
  constexpr std::size_t kMembers = count_members<std::remove_const_t<Struct>>();
  if constexpr (kMembers == 1) {
    auto& [a] = value;
    use(a);
  } else if constexpr (kMembers == 2) {
    auto& [a, b] = value;
    use(a, b);
  } else if constexpr (kMembers == 3) {
    auto& [a, b, c] = value;
    use(a, b, c);
  } else if constexpr (kMembers == 4) {
    auto& [a, b, c, d] = value;
    use(a, b, c, d);
  } else if constexpr (kMembers == 5) {
    auto& [a, b, c, d, e] = value;
    use(a, b, c, d, e);
  } else if constexpr (kMembers == 6) {
    auto& [a, b, c, d, e, f] = value;
    use(a, b, c, d, e, f);
  } else if constexpr (kMembers == 7) {
    auto& [a, b, c, d, e, f, g] = value;
    use(a, b, c, d, e, f, g);
  } else {
    auto& [a, b, c, d, e, f, g, h] = value;
    use(a, b, c, d, e, f, g, h);
  }
}

}  // namespace copydesk
