package dev.leadkit.view;

import dev.leadkit.definition.Problem;
import dev.leadkit.lead.InvalidInputException;
import dev.leadkit.pipeline.Pipeline;
import dev.leadkit.pipeline.Stage;
import dev.leadkit.store.LeadFilter;
import dev.leadkit.store.LeadParameters;
import dev.leadkit.store.LeadQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What a view's names stand for now. Asks nothing but what it is given.
 *
 * @param parameters read the query, as of now
 * @param isColumn whether there is a column of this name
 * @param teams those of the view's owner
 * @param hasLead whether any lead passes a filter
 */
public record ViewReferences(
        Pipeline pipeline,
        LeadParameters parameters,
        Predicate<String> isColumn,
        Set<String> teams,
        Predicate<LeadFilter> hasLead) {

    /** The view as it can be shown, with all that it names and is no more. */
    public OpenedView open(SavedView saved) {
        View view = saved.view();
        List<Problem> broken = new ArrayList<>();
        LeadQuery query = query(view, broken);
        view.query().forEach((parameter, values) -> {
            for (int i = 0; i < values.size(); i++) {
                Problem problem = problem(view, parameter, values.get(i), "/query/%s/%s".formatted(parameter, i));
                if (problem != null) {
                    broken.add(problem);
                }
            }
        });
        List<String> columns = new ArrayList<>();
        for (int i = 0; i < view.columns().size(); i++) {
            String column = view.columns().get(i);
            if (isColumn.test(column)) {
                columns.add(column);
            } else {
                broken.add(new Problem(
                        "/columns/" + i,
                        "unknown-column",
                        "there is no column \"%s\"".formatted(column),
                        "choose another, or none"));
            }
        }
        if (view.team() != null && !teams.contains(view.team())) {
            broken.add(new Problem(
                    "/team",
                    "unknown-team",
                    "its owner is in no team \"%s\"".formatted(view.team()),
                    "share it with another team, or with all"));
        }
        return new OpenedView(saved, query, columns, broken);
    }

    private @Nullable LeadQuery query(View view, List<Problem> broken) {
        try {
            return parameters.query(view.query());
        } catch (InvalidInputException first) {
            broken.add(unreadable(first));
            for (Throwable other : first.getSuppressed()) {
                if (other instanceof InvalidInputException problem) {
                    broken.add(unreadable(problem));
                }
            }
            return null;
        }
    }

    private static Problem unreadable(InvalidInputException refused) {
        return new Problem(
                "/query/" + refused.field(),
                "unreadable",
                "expected %s, found %s".formatted(refused.expected(), refused.found()),
                "save the view with a value that is taken");
    }

    private @Nullable Problem problem(View view, String parameter, String value, String pointer) {
        return switch (parameter) {
            case "stage" ->
                view.query().containsKey("pipeline") && !isOurs(view)
                                || pipeline.findStage(value).isPresent()
                        ? null
                        : new Problem(
                                pointer,
                                "unknown-stage",
                                "there is no stage \"%s\" in version %s of pipeline \"%s\""
                                        .formatted(value, pipeline.version(), pipeline.name()),
                                "choose of: "
                                        + String.join(
                                                ", ",
                                                pipeline.stages().stream()
                                                        .map(Stage::key)
                                                        .toList()));
            case "pipeline" ->
                isOurs(view)
                        ? null
                        : new Problem(
                                pointer,
                                "unknown-pipeline",
                                "there is no pipeline \"%s\"".formatted(value),
                                "choose \"%s\"".formatted(pipeline.name()));
            case "tag", "tagAll", "tagNone" -> unused("tag", value, pointer, LeadFilter::taggedAny);
            case "source" -> unused("source", value, pointer, LeadFilter::fromSource);
            case "assignee" -> unused("assignee", value, pointer, (all, its) -> all.assignedTo(its[0]));
            case "band" -> unused("band", value, pointer, (all, its) -> all.inBand(its[0]));
            default -> null;
        };
    }

    private boolean isOurs(View view) {
        return view.query().getOrDefault("pipeline", List.of()).equals(List.of(pipeline.name()));
    }

    /** Of what nobody keeps a list: it is known by the leads that have it. */
    private @Nullable Problem unused(
            String what, String value, String pointer, BiFunction<LeadFilter, String[], LeadFilter> having) {
        if (value.isBlank() || hasLead.test(having.apply(LeadFilter.all(), new String[] {value}))) {
            return null;
        }
        return new Problem(
                pointer,
                "unused-" + what,
                "no lead has the %s \"%s\"".formatted(what, value),
                "check how it is written, or wait for the first");
    }
}
