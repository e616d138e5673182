// unlocked(work): runs work with the interpreter's lock released, at any time of the process: beside a fork, and beside the
// interpreter's end. extracting(work): the same for work in the library that a fork has to wait for.
#pragma once

#include <Python.h>
#include <cxxabi.h>
#include <pthread.h>
#include <unistd.h>

#include <exception>
#include <new>
#include <shared_mutex>

namespace copydesk::python {

// Held together by threads that are in the library, alone by one that forks or ends the process: so no child is born with a
// lock of the library held for ever, and nothing of it is torn down beneath a daemon thread.
inline std::shared_mutex& library() {
  alignas(std::shared_mutex) static std::byte place[sizeof(std::shared_mutex)];
  static auto* const mutex = new (place) std::shared_mutex;  // never destroyed
  return *mutex;
}

// Once in a process, when the module is loaded.
inline void guard_fork_and_exit() {
  const auto of_child = [] { new (&library()) std::shared_mutex; };  // those who waited for it are not in the child
  pthread_atfork([] { library().lock(); }, [] { library().unlock(); }, of_child);
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

}  // namespace copydesk::python
