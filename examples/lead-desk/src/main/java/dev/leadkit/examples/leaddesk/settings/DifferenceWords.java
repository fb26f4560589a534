package dev.leadkit.examples.leaddesk.settings;

import dev.leadkit.migration.PipelineDifference;
import dev.leadkit.migration.PipelineDifference.ChangedStage;
import dev.leadkit.pipeline.Guard;
import dev.leadkit.pipeline.LostReason;
import dev.leadkit.pipeline.Stage;
import dev.leadkit.pipeline.Transition;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A difference between two versions of a pipeline in words. @param kind {@code added}, {@code removed} or {@code changed} */
public record DifferenceWords(String kind, String what) {
    private static final int MOST_MOVES = 30;

    /** All of it, the stages first. @param free whether moves are free in both, so that they follow from the stages */
    public static List<DifferenceWords> of(PipelineDifference difference, boolean free) {
        List<DifferenceWords> words = new ArrayList<>();
        difference.added().forEach(stage -> words.add(added("stage " + stage.name())));
        difference.removed().forEach(stage -> words.add(removed("stage " + stage.name())));
        difference
                .changed()
                .forEach(stage -> changes(stage)
                        .forEach(change ->
                                words.add(changed("stage " + stage.after().name() + ": " + change))));
        if (difference.reordered()) {
            words.add(changed("the order of the stages"));
        }
        if (difference.startMoved()) {
            words.add(changed("the stage in which leads begin"));
        }
        if (!free) {
            moves(difference.allowed()).forEach(move -> words.add(added(move)));
            moves(difference.forbidden()).forEach(move -> words.add(removed(move)));
        }
        difference
                .guarded()
                .forEach(move -> words.add(changed("%s to %s: guards %s, before %s"
                        .formatted(
                                move.after().from(), move.after().to(), guards(move.after()), guards(move.before())))));
        return words;
    }

    private static List<String> moves(List<Transition> moves) {
        return moves.size() > MOST_MOVES
                ? List.of(moves.size() + " moves")
                : moves.stream()
                        .map(move -> "move " + move.from() + " to " + move.to())
                        .toList();
    }

    private static String guards(Transition move) {
        String guards = move.guards().stream().map(Guard::label).collect(Collectors.joining(", "));
        String required = String.join(", ", move.required());
        String all = guards.isEmpty() || required.isEmpty() ? guards + required : guards + ", " + required;
        return all.isEmpty() ? "none" : all;
    }

    private static List<String> changes(ChangedStage stage) {
        Stage before = stage.before();
        Stage after = stage.after();
        List<String> changes = new ArrayList<>();
        tell(changes, "name", before.name(), after.name());
        tell(changes, "category", before.category().key(), after.category().key());
        tell(changes, "colour", before.colour(), after.colour());
        tell(changes, "probability", before.probability(), after.probability());
        tell(changes, "stale after", StageWords.stale(before), StageWords.stale(after));
        tell(changes, "limit", StageWords.limit(before), StageWords.limit(after));
        tell(changes, "required", StageWords.required(before), StageWords.required(after));
        tell(changes, "lost reasons", reasons(before), reasons(after));
        return changes;
    }

    private static String reasons(Stage stage) {
        return stage.lostReasons().stream().map(LostReason::name).collect(Collectors.joining(", "));
    }

    private static void tell(List<String> changes, String what, @Nullable Object before, @Nullable Object after) {
        if (!Objects.equals(before, after)) {
            changes.add("%s %s, before %s".formatted(what, shown(after), shown(before)));
        }
    }

    private static String shown(@Nullable Object value) {
        return value == null || value.toString().isEmpty() ? "none" : value.toString();
    }

    private static DifferenceWords added(String what) {
        return new DifferenceWords("added", what);
    }

    private static DifferenceWords removed(String what) {
        return new DifferenceWords("removed", what);
    }

    private static DifferenceWords changed(String what) {
        return new DifferenceWords("changed", what);
    }
}
