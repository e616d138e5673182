// copydesk._copydesk: text in, reports out. The package beside this file makes Python objects of the reports when they are
// asked for, so that both faces of the library tell the same; what is here is what only C++ can do: open packs, extract with
// the interpreter's lock released, write reports, run the program.
#include <pybind11/pybind11.h>
#include <pybind11/stl.h>

#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <variant>
#include <vector>

#include "copydesk/copydesk.h"
#include "run.h"
#include "unlocked.h"

namespace py = pybind11;

namespace {

using copydesk::Document;
using copydesk::ReportFormat;
using copydesk::python::extracting;
using copydesk::python::interruptible;
using copydesk::python::unlocked;

constexpr std::size_t kLongText = std::size_t{1} << 20;     // which takes longer than a user notices
constexpr std::size_t kLongestText = std::size_t{1} << 30;  // offsets of a document are 32 bits, also after its repair

// The UTF-8 of a str, which lives as long as the str. Throws UnicodeEncodeError for a lone surrogate.
std::string_view utf8(py::handle text) {
  Py_ssize_t size = 0;
  const char* const bytes = PyUnicode_AsUTF8AndSize(text.ptr(), &size);
  if (bytes == nullptr) throw py::error_already_set();
  if (static_cast<std::size_t>(size) > kLongestText) throw std::length_error("text: longer than 1 GiB of UTF-8");
  return {bytes, static_cast<std::size_t>(size)};
}

py::str to_str(std::string_view text) { return py::str(text.data(), text.size()); }

const char* spelling(copydesk::TokenKind kind) {
  static constexpr const char* kNames[] = {"word", "number", "punctuation", "symbol", "url", "email"};
  return kNames[static_cast<std::size_t>(kind)];
}

// Code points before an offset of the text; offsets are asked for in rising order.
class CodePoints {
 public:
  explicit CodePoints(const Document& document) : text_(document.text) {
    const auto& shifts = document.offset_shifts;
    // A byte order mark is not in the text, but it is in the str.
    if (!shifts.empty() && shifts[0].text_begin == 0 && shifts[0].shift == 3) count_ = 1;
  }

  std::uint32_t before(std::uint32_t offset) {
    for (; at_ < offset; ++at_) count_ += static_cast<signed char>(text_[at_]) >= -0x40;
    return count_;
  }

 private:
  std::string_view text_;
  std::uint32_t at_ = 0;
  std::uint32_t count_ = 0;
};

// A document that was read.
class Reading {
 public:
  explicit Reading(Document document) : document_(std::move(document)) {}

  py::str json() const { return report(ReportFormat::json); }
  py::str jsonl() const { return report(ReportFormat::jsonl); }
  py::str line() const { return report(ReportFormat::line); }

  py::list tokens() const {
    CodePoints points(document_);
    py::list list(document_.tokens.size());
    std::size_t index = 0;
    for (const copydesk::Token& token : document_.tokens) {
      const std::uint32_t begin = points.before(token.span.begin);
      list[index++] = py::make_tuple(begin, points.before(token.span.end), spelling(token.kind));
    }
    return list;
  }

 private:
  py::str report(ReportFormat format) const {
    std::string out;
    extracting([&] { copydesk::write_report(document_, format, {.offsets = copydesk::OffsetUnit::codepoint}, out); });
    return to_str(out);
  }

  Document document_;
};

using Errors = std::vector<std::tuple<std::string, std::uint32_t, std::uint32_t, std::string>>;

Errors rows_of(const std::vector<copydesk::Error>& errors) {
  Errors rows;
  for (const copydesk::Error& error : errors) rows.emplace_back(error.file, error.line, error.column, error.message);
  return rows;
}

copydesk::DateOrder date_order_of(const std::string& name) {
  if (name == "day-first") return copydesk::DateOrder::day_first;
  return name == "month-first" ? copydesk::DateOrder::month_first : copydesk::DateOrder::by_evidence;
}

using Table = std::vector<std::vector<std::string>>;  // a header, then a row each
using Lists =
    std::vector<std::pair<std::string, std::variant<std::string, Table>>>;  // the path of a file, or the table
using Rules = std::vector<std::pair<std::string, std::string>>;             // cascade, TOML

// How an extractor is opened; `_Recipe` of the package.
struct Recipe {
  std::vector<std::string> packs;
  Lists lists;
  Rules rules;
  bool embedded;
  std::string date_order;

  copydesk::Options options() const {
    copydesk::Options options{.packs = packs, .embedded_pack = embedded, .pack_texts = {}};
    if (lists.empty() && rules.empty()) return options;
    copydesk::PackText& own = options.pack_texts.emplace_back("<load>");
    for (const auto& [name, source] : lists) {
      if (const std::string* const path = std::get_if<std::string>(&source))
        own.add_list_file(name, *path);
      else
        own.add_list(name, std::get<Table>(source));
    }
    for (const auto& [cascade, text] : rules) own.add_rules(cascade, text);
    return options;
  }
};

constexpr std::string_view kUtf8 = "UTF-8";  // of every str: nothing is to be detected

// A text and what is known of it.
struct Row {
  std::string_view text, date, id;

  copydesk::DocumentOptions options(copydesk::DateOrder order) const {
    return {.id = id, .reference_date = date, .date_order = order, .charset = kUtf8};
  }
};

class NativeExtractor {
 public:
  NativeExtractor(copydesk::Extractor extractor, copydesk::DateOrder order)
      : extractor_(std::make_shared<const copydesk::Extractor>(std::move(extractor))), order_(order) {}

  // An extractor, or none and what is wrong with the packs.
  static std::pair<std::unique_ptr<NativeExtractor>, Errors> open(const std::vector<std::string>& packs,
                                                                  const Lists& lists, const Rules& rules, bool embedded,
                                                                  const std::string& date_order) {
    const Recipe recipe{packs, lists, rules, embedded, date_order};
    std::unique_ptr<NativeExtractor> extractor;
    Errors errors;
    extracting([&] {
      auto opened = copydesk::Extractor::open(recipe.options());
      errors = rows_of(opened.errors());
      if (opened.ok())
        extractor = std::make_unique<NativeExtractor>(std::move(opened).value(), date_order_of(date_order));
    });
    return {std::move(extractor), std::move(errors)};
  }

  std::unique_ptr<Reading> extract(const py::str& text, const py::str& date, const py::str& id) const {
    const Row row = row_of(text, date, id);
    if (row.text.size() > kLongText) return read_long(row);
    std::unique_ptr<Reading> reading;
    extracting([&] { reading = read(row); });
    return reading;
  }

  // For each row of text, date and id what extract() gives, or the exception that it raises.
  py::list extract_all(const std::vector<std::tuple<py::str, py::str, py::str>>& given) const {
    std::vector<std::unique_ptr<Reading>> readings(given.size());
    std::vector<Row> rows(given.size());
    py::list results(given.size());
    for (std::size_t i = 0; i < given.size(); ++i) {
      try {
        rows[i] = std::apply(row_of, given[i]);
        results[i] = py::none();
      } catch (py::error_already_set& error) {
        results[i] = error.value();
      }
    }
    extracting([&] {
      for (std::size_t i = 0; i < rows.size(); ++i)
        if (rows[i].text.size() <= kLongText) readings[i] = read(rows[i]);
    });
    for (std::size_t i = 0; i < rows.size(); ++i)
      if (results[i].is_none()) results[i] = py::cast(readings[i] ? std::move(readings[i]) : read_long(rows[i]));
    return results;
  }

 private:
  static Row row_of(const py::str& text, const py::str& date, const py::str& id) {
    return {utf8(text), utf8(date), utf8(id)};
  }

  std::unique_ptr<Reading> read(const Row& row) const {
    return std::make_unique<Reading>(extractor_->extract(row.text, row.options(order_)));
  }

  // The same, of which Ctrl-C ends the wait.
  std::unique_ptr<Reading> read_long(const Row& row) const {
    auto work = [extractor = extractor_, order = order_, text = std::string(row.text), date = std::string(row.date),
                 id = std::string(row.id)] {
      return extractor->extract(text, Row{text, date, id}.options(order));
    };
    std::unique_ptr<Document> document = interruptible(std::move(work));
    if (document == nullptr) throw py::error_already_set();
    return std::make_unique<Reading>(std::move(*document));
  }

  std::shared_ptr<const copydesk::Extractor> extractor_;
  copydesk::DateOrder order_;
};

// The records that stand for a document that could not be read, in the three forms of Reading.
std::tuple<std::string, std::string, std::string> error_reports(const std::string& id, const std::string& message) {
  const copydesk::Error error{{}, 0, 0, message};
  std::string json, jsonl, line;
  copydesk::write_error(id, error, ReportFormat::json, json);
  copydesk::write_error(id, error, ReportFormat::jsonl, jsonl);
  copydesk::write_error(id, error, ReportFormat::line, line);
  return {json, jsonl, line};
}

// What the program `explain` prints, or nothing and what is wrong with the packs.
std::pair<std::string, Errors> explain(const std::vector<std::string>& packs, const Lists& lists, const Rules& rules,
                                       bool embedded, const std::string& date_order, const py::str& text,
                                       const py::str& date) {
  const Recipe recipe{packs, lists, rules, embedded, date_order};
  const std::string_view bytes = utf8(text);
  const copydesk::DocumentOptions options{
      .id = {}, .reference_date = utf8(date), .date_order = date_order_of(date_order), .charset = kUtf8};
  std::pair<std::string, Errors> result;
  extracting([&] {
    auto explained = copydesk::explain(recipe.options(), bytes, options);
    result.second = rows_of(explained.errors());
    if (explained.ok()) result.first = std::move(explained).value();
  });
  return result;
}

std::vector<std::string> embedded_lists() {
  std::vector<std::string> names;
  extracting([&] {
    const auto items = copydesk::list_pack({});
    for (const copydesk::PackItem& item : items.value())
      if (item.kind == "list") names.push_back(item.name);
  });
  return names;
}

// The arguments are bytes, as the system gave them.
int run_program(std::vector<std::string> arguments) {
  std::vector<char*> argv;
  argv.reserve(arguments.size() + 1);
  for (std::string& argument : arguments) argv.push_back(argument.data());
  argv.push_back(nullptr);
  int code = 0;
  unlocked([&] { code = copydesk::cli::run(static_cast<int>(arguments.size()), argv.data()); });
  return code;
}

}  // namespace

PYBIND11_MODULE(_copydesk, module) {
  copydesk::python::guard_fork_and_exit();
  module.doc() = "The C++ side of copydesk; private to the package.";
  module.attr("version") = COPYDESK_VERSION;

  py::class_<Reading>(module, "Reading", "A document that was read; its reports, with offsets in code points.")
      .def("json", &Reading::json, "The indented report.")
      .def("jsonl", &Reading::jsonl, "The report on one line.")
      .def("line", &Reading::line, "The events in one-line notation.")
      .def("tokens", &Reading::tokens, "Begin, end and kind of each token.");

  py::class_<NativeExtractor>(module, "Extractor", "Open packs; safe to call from many threads.")
      .def_static("open", &NativeExtractor::open, py::arg("packs"), py::arg("lists"), py::arg("rules"),
                  py::arg("embedded"), py::arg("date_order"),
                  "An extractor, or None and the errors as (file, line, column, message).")
      .def("extract", &NativeExtractor::extract, py::arg("text"), py::arg("date"), py::arg("id"),
           "Reads one text, with the interpreter's lock released.")
      .def("extract_all", &NativeExtractor::extract_all, py::arg("rows"),
           "Reads rows of (text, date, id); a Reading or an exception for each.");

  module.def("error_reports", &error_reports, py::arg("id"), py::arg("message"),
             "The error record of a document as JSON, JSONL and line.");
  module.def("explain", &explain, py::arg("packs"), py::arg("lists"), py::arg("rules"), py::arg("embedded"),
             py::arg("date_order"), py::arg("text"), py::arg("date"),
             "What the program's command explain prints, and the errors as of Extractor.open.");
  module.def("embedded_lists", &embedded_lists, "The names of the lists of the embedded pack.");
  module.def("run_program", &run_program, py::arg("arguments"), "Runs the program; its exit code.");
}
