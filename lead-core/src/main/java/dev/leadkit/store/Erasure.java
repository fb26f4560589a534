package dev.leadkit.store;

/** Takes persons out of a store for good. */
public interface Erasure {}
