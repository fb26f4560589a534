package dev.leadkit.migration;

import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The versions of a pipeline in the order in which they were published, and how a lead comes from one to the next. Pure;
 * immutable and safe to share.
 *
 * <p>A stage of a later version with the same key is the same stage. Where a version's map names another, that takes its
 * place. A version that restores an earlier one takes each lead back to the stage in which it stood there, if nobody has
 * moved it since; its map says what becomes of the others.
 *
 * @param versions at least one, each with a higher number than the one before it
 */
public record PipelineHistory(List<Version> versions) {
    /**
     * One version.
     *
     * @param number 1 or more
     * @param stages what takes the place of stages of the versions before it
     * @param restores the number of the earlier version that it is again; absent when it is a new one
     */
    public record Version(
            int number, StageMap stages, @Nullable Integer restores) {}

    public PipelineHistory {
        versions = List.copyOf(versions);
        int last = 0;
        for (Version version : versions) {
            Integer restores = version.restores();
            if (version.number() <= last || restores != null && restores >= version.number()) {
                throw new IllegalArgumentException("versions must ascend, and restore an earlier one");
            }
            last = version.number();
        }
        if (versions.isEmpty()) {
            throw new IllegalArgumentException("a history must have at least one version");
        }
    }

    /** The history of a pipeline of which only one version is known. */
    public static PipelineHistory of(int number) {
        return new PipelineHistory(List.of(new Version(number, StageMap.NONE, null)));
    }

    /** The last version. */
    public Version current() {
        return versions.get(versions.size() - 1);
    }

    /** Followed by one more version. */
    PipelineHistory then(Version next) {
        return new PipelineHistory(
                Stream.concat(versions.stream(), Stream.of(next)).toList());
    }

    /** Whether the place of a lead of a version depends on where it stood in earlier ones. */
    boolean asksForThePast(int version) {
        return after(version).stream().anyMatch(later -> later.restores() != null && later.restores() < version);
    }

    /**
     * The key of the stage in which a lead stands in the current version; it may be one that the current version does not
     * have, when no map says what takes its place.
     *
     * @param standing the stages in which it has stood since it was last moved, by the number of the version; at least one
     */
    String place(SortedMap<Integer, String> standing) {
        NavigableMap<Integer, String> stood = new TreeMap<>(standing);
        String stage = stood.lastEntry().getValue();
        for (Version version : after(stood.lastKey())) {
            String back = version.restores() == null ? null : stood.get(version.restores());
            stage = back == null ? version.stages().resolve(stage) : back;
            stood.put(version.number(), stage);
        }
        return stage;
    }

    /** For each stage that a map names, what took its place in the end. */
    Map<String, String> successors() {
        Map<String, String> successors = new TreeMap<>();
        int before = 0;
        for (Version version : versions) {
            for (String stage : version.stages().stages().keySet()) {
                successors.put(stage, place(new TreeMap<>(Map.of(before, stage))));
            }
            before = version.number();
        }
        return successors;
    }

    private List<Version> after(int number) {
        return versions.stream().filter(version -> version.number() > number).toList();
    }
}
