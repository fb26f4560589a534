package dev.leadkit.pipeline;

import dev.leadkit.lead.Input;
import dev.leadkit.lead.InvalidInputException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The host's guards, by the names under which definitions ask for them. Immutable and safe to share.
 *
 * <pre>{@code
 * HostGuards guards = HostGuards.none().with("credit-check", attempt -> credit.isGood(attempt.lead().id())
 *         ? Optional.empty()
 *         : Optional.of(new Refusal("credit-refused", "the credit check was negative", null)));
 * Pipeline sales = Pipeline.read(path, guards);
 * }</pre>
 */
public final class HostGuards {
    private static final Logger LOG = LoggerFactory.getLogger(HostGuards.class);
    private static final HostGuards NONE = new HostGuards(Map.of());

    private final Map<String, HostGuard> byName;

    private HostGuards(Map<String, HostGuard> byName) {
        this.byName = byName;
    }

    public static HostGuards none() {
        return NONE;
    }

    /**
     * These and one more.
     *
     * @throws InvalidInputException if the name is no id, see {@link Input#id}, or taken
     */
    public HostGuards with(String name, HostGuard guard) {
        var more = new TreeMap<>(byName);
        if (more.put(Input.id("guard", name), guard) != null) {
            throw new InvalidInputException("guard", "a name of its own", "\"" + name + "\" again");
        }
        return new HostGuards(Collections.unmodifiableMap(more));
    }

    /** Sorted. */
    public Set<String> names() {
        return byName.keySet();
    }

    Optional<HostGuard> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** What a guard says, or that it failed. */
    @SuppressWarnings({"PMD.AvoidCatchingGenericException", "OptionalAssignedToNull"}) // whatever the host does
    static List<Refusal> ask(Guard.Host guard, Attempt attempt) {
        String failure;
        try {
            Optional<Refusal> answer = guard.check().refusalOf(attempt);
            if (answer != null) {
                return answer.map(List::of).orElse(List.of());
            }
            failure = "an answer of null";
        } catch (RuntimeException broken) {
            failure = broken.getClass().getName(); // its message may hold anything
        }
        LOG.warn("the guard {} failed with {}; the move is refused", guard.name(), failure);
        return List.of(Refusal.failed(guard.name()));
    }
}
