package dev.leadkit.pipeline;

/**
 * A part of a draft with its place in the document, so that a problem found later still points at it.
 *
 * @param pointer a JSON Pointer
 */
record Placed<T>(String pointer, T value) {}
