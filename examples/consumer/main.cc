#include <copydesk/copydesk.h>

#include <iostream>

int main() {
  auto extractor = copydesk::Extractor::open();
  copydesk::Document document = extractor.value().extract("Norway and Kenya signed a trade agreement on 4 May 2024.");
  for (const copydesk::Event& event : document.events) {
    std::cout << event.type << " on " << (event.time ? event.time->value : "an unknown day") << ':';
    for (const copydesk::Argument& argument : event.arguments)
      std::cout << ' ' << document.entities[argument.entity].name;
    std::cout << '\n';
  }
}
