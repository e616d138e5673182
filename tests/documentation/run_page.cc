// run_page SOURCE PAGE: does what a reader of a page would do, in a folder of its own, and tells where the page is wrong.
//
// - A block with `file=NAME` is written to NAME.
// - A block `console` is run by sh: after `$ ` a command, below it what it prints, where `...` stands for anything.
// - Blocks `cpp` without a file are, one after the other, the body of a program (its #include lines its head) that prints what
//   the blocks `output` say.
// - Blocks `python` are run by the tests of the Python package.
// The environment has the program and c++ in PATH and finds an installed library; see CMakeLists.txt.
#include <cstdlib>
#include <iostream>

#include "support/page.h"
#include "support/run_program.h"

namespace copydesk::testing {
namespace {

namespace fs = std::filesystem;

class PageRunner {
 public:
  PageRunner(fs::path source, std::string page) : source_(std::move(source)), page_(std::move(page)) {}

  bool run() {
    const std::string text = read_file(source_ / page_);
    if (text.empty()) fail(0, "there is no such page");
    for (const Block& block : blocks_of(text)) run_block(block);
    if (!program_.empty()) run_program_of_page();
    for (const std::string& link : links_of(text)) check_link(link);
    return good_;
  }

 private:
  void run_block(const Block& block) {
    if (!block.file.empty()) return write_file(folder_ / block.file, block.text);
    if (block.language == "console") return run_console(block);
    if (block.language == "cpp") return add_snippet(block);
    if (block.language == "output") return void(printed_ += block.text);
    if (block.language != "python") fail(block.line, "a block '" + block.language + "' that nothing runs");
  }

  void run_console(const Block& block) {
    for (const Command& command : commands_of(block.text)) {
      const Finished run = shell(command.line);
      expect(block.line, command.line, run.out, command.output);
    }
  }

  // Both outputs, in the order in which they are written.
  Finished shell(const std::string& line) const {
    return run_program("/bin/sh", {"-c", "{ " + line + "\n} 2>&1"}, {.directory = folder_.path().string()});
  }

  void add_snippet(const Block& block) {
    std::size_t line = block.line;
    program_ += place(line + 1);
    for (std::size_t begin = 0; begin < block.text.size();) {
      const std::size_t end = block.text.find('\n', begin) + 1;
      const bool include = block.text.compare(begin, 8, "#include") == 0;
      (include ? includes_ : program_) += include ? block.text.substr(begin, end - begin) + place(++line) : "";
      if (!include) program_ += block.text.substr(begin, end - begin), ++line;
      begin = end;
    }
  }

  std::string place(std::size_t line) const { return "#line " + std::to_string(line) + " \"" + page_ + "\"\n"; }

  void run_program_of_page() {
    write_file(folder_ / "page.cc", includes_ + "int main() {\n" + program_ + "}\n");
    const Finished compiled =
        shell("c++ -std=c++20 -Wall -Wextra page.cc $(pkg-config --cflags --libs copydesk) -o page");
    if (compiled.exit_code != 0 || !compiled.out.empty()) return fail(0, "its C++ does not compile:\n" + compiled.out);
    expect(0, "its C++", shell("./page").out, printed_);
  }

  void expect(std::size_t line, const std::string& what, const std::string& found, const std::string& expected) {
    if (!matches(found, expected)) fail(line, what + "\nprinted\n" + found + "and not\n" + expected);
  }

  void check_link(const std::string& link) {
    const std::size_t hash = link.find('#');
    const fs::path target = hash == 0 ? source_ / page_ : (source_ / page_).parent_path() / link.substr(0, hash);
    if (!fs::exists(target)) return fail(0, "a link to " + link + ", which is not there");
    if (hash == std::string::npos) return;
    for (const std::string& anchor : anchors_of(read_file(target)))
      if (anchor == link.substr(hash + 1)) return;
    fail(0, "a link to " + link + ", which has no such heading");
  }

  void fail(std::size_t line, const std::string& message) {
    std::cout << page_ << ':' << line << ": " << message << '\n';
    good_ = false;
  }

  fs::path source_;
  std::string page_;
  TemporaryFolder folder_;
  std::string includes_, program_, printed_;
  bool good_ = true;
};

}  // namespace
}  // namespace copydesk::testing

int main(int argc, char** argv) {
  if (argc != 3) return EXIT_FAILURE;
  return copydesk::testing::PageRunner(argv[1], argv[2]).run() ? EXIT_SUCCESS : EXIT_FAILURE;
}
