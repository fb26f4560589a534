package dev.leadkit.examples.scaleout.flink;

import java.io.Serializable;

/**
 * What a task needs to be a host of LeadKit. It travels with the job, so it is texts alone: the definitions as their JSON
 * documents, and for the secrets the names of files that each machine has.
 *
 * @param poolFile the properties of a HikariCP pool, such as {@code jdbcUrl}
 * @param identityKeyFile the secret under which identities are hashed, at least 16 bytes
 * @param pipeline a JSON document, as {@code Pipeline.toJson()} gives it
 * @param scorecard a JSON document, as {@code Scorecard.toJson()} gives it
 * @param captureRules a JSON document, as {@code CaptureRules.toJson()} gives it
 */
public record HostSettings(
        String poolFile, String identityKeyFile, String pipeline, String scorecard, String captureRules)
        implements Serializable {}
