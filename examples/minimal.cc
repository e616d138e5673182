// Reads one press report from standard input and prints its events, one a line:
//
//     minimal < report.txt
#include <iostream>
#include <iterator>
#include <string>

#include "copydesk/copydesk.h"

int main() {
  auto extractor = copydesk::Extractor::open();
  if (!extractor.ok()) {
    for (const copydesk::Error& error : extractor.errors()) std::cerr << error.to_string() << '\n';
    return 1;
  }
  const std::string text(std::istreambuf_iterator<char>(std::cin), {});
  const copydesk::Document document = extractor.value().extract(text, {.reference_date = "2025-03-05"});

  std::string report;
  copydesk::write_report(document, copydesk::ReportFormat::line, {}, report);
  std::cout << report;
}
