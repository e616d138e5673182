// Reads reports from standard input, one a line, on all cores, and prints their events in the order of the input:
//
//     threads < reports.txt
#include <algorithm>
#include <atomic>
#include <iostream>
#include <string>
#include <thread>
#include <vector>

#include "copydesk/copydesk.h"

int main() {
  auto opened = copydesk::Extractor::open();
  if (!opened.ok()) {
    for (const copydesk::Error& error : opened.errors()) std::cerr << error.to_string() << '\n';
    return 1;
  }
  // One for all threads: it never changes, and a second one would hold the whole pack once more.
  const copydesk::Extractor& extractor = opened.value();

  std::vector<std::string> reports;
  for (std::string line; std::getline(std::cin, line);) reports.push_back(line);

  // Each thread takes the next report that nobody has, and writes where nobody else does: nothing needs a lock.
  std::vector<std::string> answers(reports.size());
  std::atomic<std::size_t> next = 0;
  const auto work = [&] {
    for (std::size_t i; (i = next.fetch_add(1)) < reports.size();) {
      const std::string id = "line-" + std::to_string(i + 1);
      const copydesk::Document document = extractor.extract(reports[i], {.id = id, .reference_date = "2025-12-06"});
      copydesk::write_report(document, copydesk::ReportFormat::line, {}, answers[i]);
    }
  };
  {
    std::vector<std::jthread> threads;
    for (unsigned i = 0; i < std::max(1u, std::thread::hardware_concurrency()); ++i) threads.emplace_back(work);
  }  // They are joined here.

  for (const std::string& answer : answers) std::cout << answer;
}
