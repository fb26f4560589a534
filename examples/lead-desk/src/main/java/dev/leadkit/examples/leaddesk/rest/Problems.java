package dev.leadkit.examples.leaddesk.rest;

import dev.leadkit.LeadMergedException;
import dev.leadkit.NoteNotFoundException;
import dev.leadkit.OverlapException;
import dev.leadkit.TransitionRefusedException;
import dev.leadkit.access.NotPermittedException;
import dev.leadkit.definition.InvalidDefinitionException;
import dev.leadkit.examples.leaddesk.rest.Problem.Reason;
import dev.leadkit.identity.MergeRefusedException;
import dev.leadkit.lead.InvalidInputException;
import dev.leadkit.operation.OperationNotFoundException;
import dev.leadkit.pipeline.Refusal;
import dev.leadkit.plan.NotEntitledException;
import dev.leadkit.plan.QuotaExceededException;
import dev.leadkit.store.ConflictException;
import dev.leadkit.store.IdentityTakenException;
import dev.leadkit.store.LeadNotFoundException;
import dev.leadkit.store.StaleLeadException;
import dev.leadkit.store.StoreException;
import dev.leadkit.store.UnknownOutcomeException;
import dev.leadkit.store.UnsupportedCapabilityException;
import dev.leadkit.view.NotTheOwnerException;
import io.javalin.http.HttpResponseException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The one table from LeadKit's exceptions to problems; what is in no row is a mistake of ours. The first row that fits counts. */
final class Problems {
    private static final String SERVER_ERROR = "the server made a mistake; it is in its log";

    private record Row<E extends Throwable>(Class<E> type, Function<E, Problem> problem) {
        @Nullable
        Problem of(Throwable failure) {
            return type.isInstance(failure) ? problem.apply(type.cast(failure)) : null;
        }
    }

    private static final List<Row<?>> TABLE = List.of(
            row(ProblemException.class, ProblemException::problem),
            row(InvalidInputException.class, Problems::invalidInput),
            row(
                    InvalidDefinitionException.class,
                    invalid -> Problem.of(
                            422,
                            "invalid-definition",
                            "the definition has problems; nothing of it was taken over",
                            ofDefinition(invalid.problems()))),
            row(
                    TransitionRefusedException.class,
                    refused -> Problem.of(
                                    422,
                                    "transition-refused",
                                    "the pipeline refuses the move",
                                    reasons(refused.refusals()))
                            .with("to", refused.to())),
            row(
                    MergeRefusedException.class,
                    refused -> Problem.of(
                            422,
                            "merge-refused",
                            "the two leads can't be merged or taken apart",
                            refused.reasons().stream()
                                    .map(each -> new Reason(each.code(), null, each.text()))
                                    .toList())),
            row(
                    NotPermittedException.class,
                    refused -> Problem.of(403, "not-permitted", "your role does not permit this: " + refused.what())),
            row(
                    NotTheOwnerException.class,
                    refused -> Problem.of(403, "not-the-owner", "only its owner may change it")),
            row(NotEntitledException.class, Problems::notEntitled),
            row(
                    QuotaExceededException.class,
                    exceeded -> Problem.of(
                                    403,
                                    "quota-exceeded",
                                    "the plan's limit is reached: "
                                            + exceeded.usage().quota().key())
                            .with("used", exceeded.usage().used())
                            .with("most", exceeded.usage().limit().most())),
            row(LeadNotFoundException.class, missing -> Problem.of(404, "lead-not-found", "there is no such lead")),
            row(NoteNotFoundException.class, missing -> Problem.of(404, "note-not-found", "there is no such note")),
            row(
                    OperationNotFoundException.class,
                    missing -> Problem.of(404, "operation-not-found", "there is no such operation")),
            row(
                    LeadMergedException.class,
                    merged -> Problem.of(409, "lead-merged", "the lead was merged into another; work on that one")
                            .with("survivor", merged.survivor().toString())),
            row(
                    StaleLeadException.class,
                    stale -> Problem.of(409, "stale-lead", "somebody else changed the lead meanwhile")),
            row(
                    IdentityTakenException.class,
                    taken -> Problem.of(
                            409, "identity-taken", "another open lead of the same visitor stands in the way")),
            row(
                    OverlapException.class,
                    both -> Problem.of(409, "overlap", "somebody else set the same fields meanwhile")),
            row(
                    ConflictException.class,
                    stale -> Problem.of(409, "changed-meanwhile", "somebody else was faster; look again")),
            row(
                    UnsupportedCapabilityException.class,
                    missing ->
                            Problem.of(422, "unsupported", "this database does not offer it: " + missing.capability())),
            row(
                    UnknownOutcomeException.class,
                    unknown -> Problem.of(503, "unknown-outcome", "it may have been done; look before you ask again")),
            row(
                    StoreException.class,
                    failed -> Problem.of(503, "storage-failed", "nothing was written; ask again later")),
            row(HttpResponseException.class, Problems::ofServer));

    private Problems() {}

    private static <E extends Throwable> Row<E> row(Class<E> type, Function<E, Problem> problem) {
        return new Row<>(type, problem);
    }

    /** A failure as a problem; 500 for a mistake of ours, of which it tells nothing. */
    static Problem of(Throwable failure) {
        for (Row<?> row : TABLE) {
            Problem problem = row.of(failure);
            if (problem != null) {
                return problem;
            }
        }
        return Problem.of(500, "server-error", SERVER_ERROR);
    }

    private static Problem invalidInput(InvalidInputException invalid) {
        List<Reason> reasons = new ArrayList<>();
        reasons.add(reason(invalid));
        for (Throwable other : invalid.getSuppressed()) {
            if (other instanceof InvalidInputException its) {
                reasons.add(reason(its));
            }
        }
        return Problem.of(400, "invalid-input", invalid.field() + ": expected " + invalid.expected(), reasons);
    }

    private static Reason reason(InvalidInputException invalid) {
        return new Reason(
                "invalid-value", invalid.field(), "expected " + invalid.expected() + ", found " + invalid.found());
    }

    private static Problem notEntitled(NotEntitledException closed) {
        Problem problem = Problem.of(
                        403,
                        "not-entitled",
                        "the tenant's plan does not open this: "
                                + closed.feature().key())
                .with("feature", closed.feature().key())
                .with("access", closed.access().key());
        String hint = closed.upgradeHint();
        return hint == null ? problem : problem.with("upgradeHint", hint);
    }

    static List<Reason> ofDefinition(List<dev.leadkit.definition.Problem> problems) {
        return problems.stream()
                .map(each -> new Reason(each.code(), each.pointer(), each.message() + "; " + each.mend()))
                .toList();
    }

    static List<Reason> reasons(List<Refusal> refusals) {
        return refusals.stream()
                .map(each -> new Reason(each.code(), each.field(), each.text()))
                .toList();
    }

    private static Problem ofServer(HttpResponseException failure) {
        return switch (failure.getStatus()) {
            case 404 -> Problem.of(404, "no-such-route", "there is nothing at this address");
            case 405 ->
                Problem.of(405, "method-not-allowed", "the address does not take this method")
                        .with("allow", failure.getDetails().getOrDefault("availableMethods", ""));
            case 413 -> Problem.of(413, "too-large", "the request is larger than is taken here");
            default ->
                failure.getStatus() < 500
                        ? Problem.of(failure.getStatus(), "bad-request", "the request can't be read")
                        : Problem.of(500, "server-error", SERVER_ERROR);
        };
    }
}
