#include "parallel.hpp"

#include <gtest/gtest.h>

#include <numeric>
#include <stdexcept>
#include <vector>

namespace ekkyo {
namespace {

/// How many pieces of work are under way at once, of so many that wait for each other (two seconds at most).
int at_once(int threads)
{
    std::mutex mutex;
    std::condition_variable changed;
    int now = 0, most = 0;
    with_threads(threads, [&] {
        in_parallel(static_cast<std::size_t>(threads), [&](std::size_t) {
            std::unique_lock lock(mutex);
            most = std::max(most, ++now);
            changed.notify_all();
            changed.wait_for(lock, std::chrono::seconds(2), [&] { return most == threads; });
            now--;
        });
    });
    return most;
}

TEST(parallel, uses_as_many_threads_as_it_is_told_also_where_there_are_fewer_cores)
{
    for (int threads : {1, 2, 3, 8}) EXPECT_EQ(at_once(threads), threads);
}

TEST(parallel, does_every_piece_of_work_once)
{
    for (std::size_t n : {0, 1, 4095, 4096, 4097, 20'000})
        for (int threads : {1, 3, 8}) {
            std::vector<int> done(n);
            with_threads(threads, [&] {
                for_each_block(n, [&](std::size_t block, std::size_t first, std::size_t last) {
                    EXPECT_EQ(first, block * block_size);
                    for (std::size_t i = first; i < last; i++) done[i]++;
                });
            });
            EXPECT_EQ(done, std::vector<int>(n, 1));
        }
}

TEST(parallel, passes_on_what_goes_wrong)
{
    const auto fail = [] {
        in_parallel(100, [](std::size_t i) {
            if (i == 57) throw std::runtime_error("57");
        });
    };
    EXPECT_THROW(with_threads(1, fail), std::runtime_error);
#ifndef EKKYO_STD_THREADS
    EXPECT_THROW(with_threads(2, fail), std::runtime_error);
#endif

    Progress progress;
    EXPECT_THROW(while_looking_in(progress, [] { throw std::runtime_error("work"); }, [] {}), std::runtime_error);
    EXPECT_FALSE(progress.unwanted);
}

TEST(parallel, whoever_looks_in_can_call_the_work_off)
{
    Progress progress;
    const auto work = [&] {
        while (!progress.unwanted) std::this_thread::yield();
    };
    EXPECT_THROW(while_looking_in(progress, work, [] { throw std::logic_error("enough"); }), std::logic_error);
    EXPECT_TRUE(progress.unwanted);
}

}  // namespace
}  // namespace ekkyo
