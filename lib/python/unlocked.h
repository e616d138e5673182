// unlocked(work): runs work with the interpreter's lock released, at any time of the process: beside a fork, and beside the
// interpreter's end. extracting(work): the same for work in the library that a fork has to wait for. interruptible(work): the
// same for long work, whose wait Ctrl-C ends.
#pragma once

#include <Python.h>
#include <cxxabi.h>
#include <pthread.h>
#include <unistd.h>

#include <chrono>
#include <cstddef>
#include <exception>
#include <future>
#include <memory>
#include <new>
#include <shared_mutex>
#include <thread>
#include <utility>

namespace copydesk::python {

using LibraryMutex = std::shared_timed_mutex;

// Held together by threads that are in the library, alone by one that forks or ends the process: so no child is born with a
// lock of the library held for ever, and nothing of it is torn down beneath a daemon thread.
inline LibraryMutex& library() {
  alignas(LibraryMutex) static std::byte place[sizeof(LibraryMutex)];
  static auto* const mutex = new (place) LibraryMutex;  // never destroyed
  return *mutex;
}

// A fork waits for what is under way, but not for the whole of a book: it holds the interpreter's lock meanwhile.
inline bool& fork_waited() {
  static bool* const waited = new bool(false);  // never destroyed, as the lock
  return *waited;
}

// Once in a process, when the module is loaded.
inline void guard_fork_and_exit() {
  const auto before = [] { fork_waited() = library().try_lock_for(std::chrono::seconds(2)); };
  const auto of_parent = [] {
    if (fork_waited()) library().unlock();
  };
  const auto of_child = [] { new (&library()) LibraryMutex; };  // those who waited for it are not in the child
  pthread_atfork(before, of_parent, of_child);
  Py_AtExit([] { library().lock(); });
}

// Takes the interpreter's lock again. Once the interpreter has ended it would end this thread by an unwinding that runs
// destructors of Python objects; the thread waits instead for the end of the process.
inline void lock_interpreter(PyThreadState* state) {
  try {
    PyEval_RestoreThread(state);
  } catch (abi::__forced_unwind&) {
    for (;;) pause();
  }
}

template <typename Work>
void unlocked(const Work& work) {
  PyThreadState* const state = PyEval_SaveThread();
  std::exception_ptr failure;
  try {
    work();
  } catch (...) {
    failure = std::current_exception();
  }
  lock_interpreter(state);
  if (failure) std::rethrow_exception(failure);
}

template <typename Work>
void extracting(const Work& work) {
  unlocked([&] {
    const std::shared_lock inside(library());
    work();
  });
}

// What `work` gives, or nothing with a Python exception set: a signal came and its handler raised. The work then goes on to its
// end on a thread of its own, so it must own all that it uses.
template <typename Work>
auto interruptible(Work work) -> std::unique_ptr<decltype(work())> {
  using Given = decltype(work());
  const auto task = std::make_shared<std::packaged_task<Given()>>([work = std::move(work)] {
    const std::shared_lock inside(library());
    return work();
  });
  std::future<Given> given = task->get_future();
  std::thread([task] { (*task)(); }).detach();
  for (auto state = std::future_status::timeout; state != std::future_status::ready;) {
    if (PyErr_CheckSignals() != 0) return nullptr;
    unlocked([&] { state = given.wait_for(std::chrono::milliseconds(50)); });
  }
  return std::make_unique<Given>(given.get());
}

}  // namespace copydesk::python
