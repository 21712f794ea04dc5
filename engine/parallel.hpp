#pragma once

#include <algorithm>
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <exception>
#include <mutex>
#include <thread>
#include <utility>
#ifdef EKKYO_STD_THREADS
#include <vector>
#else
#include <oneapi/tbb/blocked_range.h>
#include <oneapi/tbb/global_control.h>
#include <oneapi/tbb/info.h>
#include <oneapi/tbb/parallel_for.h>
#include <oneapi/tbb/task_arena.h>
#endif

/// The only file that knows threads.
namespace ekkyo {

/// How many are handed out at a time, so that the threads finish together. Fixed, so that no result depends on how many
/// there are.
inline constexpr std::size_t block_size = 1024;

/// Where most of them take next to nothing, and where each takes long.
inline constexpr std::size_t large_block = 16384, small_block = 128;

inline constexpr std::size_t blocks_in(std::size_t n, std::size_t size = block_size)
{
    return (n + size - 1) / size;
}

#ifdef EKKYO_STD_THREADS

inline thread_local int crew_size = 1;

/// Calls `work(i)` once for every i in 0 .. n-1, on the threads of this arena, in any order.
template <class Work>
void in_parallel(std::size_t n, Work work)
{
    std::atomic<std::size_t> next = 0;
    auto crew                     = [&] { for (std::size_t i; (i = next++) < n;) work(i); };
    std::vector<std::jthread> helpers;
    for (std::size_t t = 1; t < std::min<std::size_t>(crew_size, n); t++) helpers.emplace_back(crew);
    crew();
}

/// Runs `work()` with at most so many threads beneath it; 0 means all there are.
template <class Work>
void with_threads(int threads, Work work)
{
    crew_size = threads > 0 ? threads : static_cast<int>(std::thread::hardware_concurrency());
    work();
    crew_size = 1;
}

#else

/// This thread works for a call that has all hands already.
class Engaged {
public:
    Engaged() : before_(std::exchange(is_, true)) {}
    ~Engaged() { is_ = before_; }

    static bool is() { return is_; }

private:
    bool before_;
    static inline thread_local bool is_ = false;
};

/// How often all hands were called.
inline std::atomic<std::uint64_t> calls = 0;

/// While one goes on alone the others stand by for a moment, as whoever has gone to sleep is slow to come.
inline void stand_by()
{
    static constexpr std::chrono::milliseconds moment(2);
    for (int others = tbb::this_task_arena::max_concurrency() - 1; others > 0; others--)
        tbb::this_task_arena::enqueue([called = calls.load()] {
            const auto until = std::chrono::steady_clock::now() + moment;
            while (calls == called && std::chrono::steady_clock::now() < until) {}
        });
}

/// Calls `work(i)` once for every i in 0 .. n-1, on the threads of this arena, in any order.
template <class Work>
void in_parallel(std::size_t n, Work work)
{
    if (n == 1) return work(std::size_t{0});
    const auto some = [&](const auto& range) {
        const Engaged engaged;
        for (auto i = range.begin(); i != range.end(); i++) work(i);
    };
    const bool all_hands = !Engaged::is();
    if (all_hands) calls++;
    tbb::this_task_arena::isolate(
        [&] { tbb::parallel_for(tbb::blocked_range<std::size_t>(0, n, 1), some, tbb::simple_partitioner()); });
    if (all_hands) stand_by();
}

/// Runs `work()` with at most so many threads beneath it; 0 means all there are.
template <class Work>
void with_threads(int threads, Work work)
{
    // oneTBB keeps to the cores there are unless told that there may be more threads than that
    const auto most = std::max(threads, tbb::info::default_concurrency());
    tbb::global_control allowed(tbb::global_control::max_allowed_parallelism, most);
    tbb::task_arena arena(threads > 0 ? threads : tbb::task_arena::automatic);
    arena.execute(work);
}

#endif

/// Calls `work(block, first, last)` once for every block of 0 .. n-1, on any thread, in any order.
template <class Work>
void for_each_block(std::size_t n, Work work, std::size_t size = block_size)
{
    in_parallel(blocks_in(n, size), [&](std::size_t block) {
        work(block, block * size, std::min(n, (block + 1) * size));
    });
}

/// How far a piece of work has come, and whether it is still wanted.
struct Progress {
    std::atomic<std::size_t> done = 0;
    std::atomic<bool> unwanted    = false;
};

/// Runs `work()` while the caller looks in on it twenty times a second; what either throws is thrown here, once the
/// work has stopped. A `look()` that throws makes the work unwanted.
template <class Work, class Look>
void while_looking_in(Progress& progress, Work work, Look look)
{
    std::exception_ptr failure;
    std::mutex mutex;
    std::condition_variable finished;
    bool is_finished = false;
    std::thread worker([&] {
        try {
            work();
        } catch (...) {
            failure = std::current_exception();
        }
        std::lock_guard lock(mutex);
        is_finished = true;
        finished.notify_one();
    });

    std::exception_ptr interruption;
    {
        std::unique_lock lock(mutex);
        while (!finished.wait_for(lock, std::chrono::milliseconds(50), [&] { return is_finished; })) {
            lock.unlock();
            try {
                if (!interruption) look();
            } catch (...) {
                interruption      = std::current_exception();
                progress.unwanted = true;
            }
            lock.lock();
        }
    }
    worker.join();
    if (failure) std::rethrow_exception(failure);
    if (interruption) std::rethrow_exception(interruption);
}

}  // namespace ekkyo
