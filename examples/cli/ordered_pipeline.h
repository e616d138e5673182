// run_ordered: batches are filled, worked on and drained at the same time, and drained in the order they were filled.
//
//     run_ordered<Batch>(jobs, {.fill = [&](Batch& b) { return reader.next(b); },   // false: no more
//                               .work = [&](Batch& b) { extract(b); },              // from `jobs` threads at once
//                               .drain = [&](Batch& b) { return write(b); }});      // false: stop
//
// Threads: `fill` is called from one thread of its own, `drain` from the caller's. With one job there is no thread.
// Memory: never more than a few batches for each job are alive; they are used again, so what they hold keeps its room.
// The first exception of a stage stops all of them and is thrown to the caller.
#pragma once

#include <condition_variable>
#include <cstdint>
#include <exception>
#include <functional>
#include <mutex>
#include <thread>
#include <utility>
#include <vector>

namespace copydesk::cli {

template <class Batch>
struct Stages {
  std::function<bool(Batch&)> fill;
  std::function<void(Batch&)> work;
  std::function<bool(Batch&)> drain;
};

// A ring of batches. Batch number n lies in slot n modulo the size; drained <= taken <= filled <= drained + size.
template <class Batch>
class OrderedPipeline {
 public:
  OrderedPipeline(unsigned jobs, Stages<Batch> stages)
      : stages_(std::move(stages)), jobs_(jobs), ring_(2 * std::size_t{jobs} + 2) {}

  void run() {
    {
      std::vector<std::jthread> threads;
      threads.emplace_back([this] { guard([this] { fill_all(); }); });
      for (unsigned i = 0; i < jobs_; ++i) threads.emplace_back([this] { guard([this] { work_all(); }); });
      guard([this] { drain_all(); });
      stop(nullptr);
    }
    if (error_) std::rethrow_exception(error_);
  }

 private:
  using Lock = std::unique_lock<std::mutex>;
  struct Slot {
    Batch batch;
    bool done = false;
  };

  template <class Loop>
  void guard(Loop loop) {
    try {
      loop();
    } catch (...) {
      stop(std::current_exception());
    }
  }

  void stop(std::exception_ptr error) {
    const Lock lock(mutex_);
    if (!error_) error_ = std::move(error);
    stopped_ = true;
    notify_all();
  }

  void notify_all() {
    slot_free_.notify_all();
    batch_filled_.notify_all();
    batch_done_.notify_all();
  }

  Slot& slot(std::uint64_t number) { return ring_[number % ring_.size()]; }

  void fill_all() {
    Lock lock(mutex_);
    while (true) {
      slot_free_.wait(lock, [this] { return stopped_ || filled_ - drained_ < ring_.size(); });
      if (stopped_) return;
      Slot& next = slot(filled_);
      lock.unlock();
      const bool more = stages_.fill(next.batch);
      lock.lock();
      if (!more) break;
      ++filled_;
      batch_filled_.notify_one();
    }
    ended_ = true;
    notify_all();
  }

  void work_all() {
    Lock lock(mutex_);
    while (true) {
      batch_filled_.wait(lock, [this] { return stopped_ || ended_ || taken_ < filled_; });
      if (stopped_ || taken_ == filled_) return;
      Slot& next = slot(taken_++);
      lock.unlock();
      stages_.work(next.batch);
      lock.lock();
      next.done = true;
      batch_done_.notify_one();
    }
  }

  void drain_all() {
    Lock lock(mutex_);
    while (true) {
      batch_done_.wait(lock, [this] { return stopped_ || (drained_ < filled_ ? slot(drained_).done : ended_); });
      if (stopped_ || drained_ == filled_) return;
      Slot& next = slot(drained_);
      lock.unlock();
      const bool more = stages_.drain(next.batch);
      lock.lock();
      if (!more) return;
      next.done = false;
      ++drained_;
      slot_free_.notify_one();
    }
  }

  Stages<Batch> stages_;
  unsigned jobs_;
  std::vector<Slot> ring_;
  std::mutex mutex_;  // guards all below, and `done`
  std::condition_variable slot_free_, batch_filled_, batch_done_;
  std::uint64_t filled_ = 0, taken_ = 0, drained_ = 0;
  bool ended_ = false;    // `fill` has no more
  bool stopped_ = false;  // a stage failed, or `drain` wants no more
  std::exception_ptr error_;
};

template <class Batch>
void run_ordered(unsigned jobs, Stages<Batch> stages) {
  if (jobs > 1) return OrderedPipeline<Batch>(jobs, std::move(stages)).run();
  for (Batch batch; stages.fill(batch);) {
    stages.work(batch);
    if (!stages.drain(batch)) return;
  }
}

}  // namespace copydesk::cli
