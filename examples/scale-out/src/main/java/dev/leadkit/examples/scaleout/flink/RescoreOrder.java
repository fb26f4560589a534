package dev.leadkit.examples.scaleout.flink;

import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;

/**
 * What makes two runs of a rescoring the same one: made once, when the job is submitted, and the same for each task, however often
 * it starts.
 *
 * @param operation the id under which each lead is changed at most once
 * @param asOf the instant for which all leads are scored
 */
public record RescoreOrder(UUID operation, Instant asOf) implements Serializable {}
