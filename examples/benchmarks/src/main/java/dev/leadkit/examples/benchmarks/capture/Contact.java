package dev.leadkit.examples.benchmarks.capture;

import org.jspecify.annotations.Nullable;

/** What a contender found first of each kind; absent where there is none. */
record Contact(
        @Nullable String email,
        @Nullable String phone,
        @Nullable String name) {}
