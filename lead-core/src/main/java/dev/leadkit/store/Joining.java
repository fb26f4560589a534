package dev.leadkit.store;

/** Works within transactions of the host. */
public interface Joining {}
