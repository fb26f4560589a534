package dev.leadkit.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One reason why a move is refused. Immutable and safe to share; two are equal when they say the same.
 *
 * <p>Its sentence is put together when it is read.
 *
 * <p>The codes are listed in {@code docs/pipeline.md}; a {@link HostGuard} brings its own.
 */
public final class Refusal {
    private static final String FAILED = "guard-failed";

    private final String code;
    private final String text;
    private final @Nullable String field;
    private final Object[] arguments;
    private final @Nullable Found found;
    private final List<List<Refusal>> alternatives;

    /**
     * What a lead has, as the end of a sentence.
     *
     * @param field of which it is the value, a name of {@link dev.leadkit.lead.LeadField} or {@code score}
     */
    private record Found(String field, String pattern, List<Object> arguments) {}

    /**
     * @param code stable and kebab-case
     * @param text one sentence for people; holds no contact data
     * @param field see {@link #field()}
     */
    public Refusal(String code, String text, @Nullable String field) {
        this(code, field, text, null, List.of());
    }

    private Refusal(
            String code,
            @Nullable String field,
            String text,
            @Nullable Found found,
            List<List<Refusal>> alternatives,
            Object... arguments) {
        this.code = code;
        this.text = text;
        this.field = field;
        this.found = found;
        this.arguments = arguments;
        this.alternatives = alternatives;
    }

    /**
     * A reason whose sentence is made when it is read.
     *
     * @param pattern as {@link String#format} takes it
     * @param arguments immutable values for it
     */
    static Refusal lazy(String code, @Nullable String field, String pattern, Object... arguments) {
        return new Refusal(code, field, pattern, null, List.of(), arguments);
    }

    /**
     * The same with what the lead has in a field as the end of the sentence.
     *
     * @param of a name of {@link dev.leadkit.lead.LeadField} or {@code score}
     */
    Refusal butFound(String of, String end, Object... its) {
        return new Refusal(code, field, text, new Found(of, end, List.of(its)), alternatives, arguments);
    }

    /**
     * The same without what the lead has in some fields: it says what was asked for, and no longer what was found.
     *
     * @param hidden says which, by names of {@link dev.leadkit.lead.LeadField} or {@code score}
     */
    public Refusal without(Predicate<String> hidden) {
        boolean tells = found != null && hidden.test(found.field());
        List<List<Refusal>> others = alternatives.stream()
                .map(each -> each.stream().map(one -> one.without(hidden)).toList())
                .toList();
        return new Refusal(code, field, text, tells ? null : found, others, arguments);
    }

    /** @param alternatives the reasons against each, of which none is empty */
    static Refusal noneOf(List<List<Refusal>> alternatives) {
        return new Refusal("none-holds", null, "", null, List.copyOf(alternatives));
    }

    static Refusal failed(String guard) {
        return lazy(FAILED, null, "the guard \"%s\" failed and could not be asked", guard);
    }

    /** Those that say that a guard failed, the ones against alternatives included. */
    static List<Refusal> failuresIn(List<Refusal> refusals) {
        List<Refusal> failures = List.of();
        for (Refusal refusal : refusals) {
            failures = joined(failures, refusal.code.equals(FAILED) ? List.of(refusal) : List.of());
            for (List<Refusal> alternative : refusal.alternatives) {
                failures = joined(failures, failuresIn(alternative));
            }
        }
        return failures;
    }

    /** What kind of reason it is, for programs: stable and kebab-case. */
    public String code() {
        return code;
    }

    /** One sentence for people. */
    public String text() {
        if (!alternatives.isEmpty()) {
            return alternatives.stream()
                    .map(each -> each.stream().map(Refusal::text).collect(Collectors.joining(" and ")))
                    .collect(Collectors.joining("; or ", "none of these holds: ", ""));
        }
        List<Object> all = arguments();
        String pattern = found == null ? text : text + found.pattern();
        return all.isEmpty() ? pattern : String.format(Locale.ROOT, pattern, all.toArray());
    }

    /** The field to fill in, a name of {@link dev.leadkit.lead.LeadField}; absent when that would not help. */
    public @Nullable String field() {
        return field;
    }

    /**
     * What was asked for and what was found, in the order of the sentence, for who words it himself; empty where the code
     * says it all.
     */
    public List<Object> arguments() {
        List<Object> asked = List.of(arguments);
        return found == null ? asked : joined(asked, found.arguments());
    }

    /** Where any of several guards would do: the reasons against each of them. Empty otherwise. */
    public List<List<Refusal>> alternatives() {
        return alternatives;
    }

    /** Both one after the other. */
    static <T> List<T> joined(List<T> some, List<T> more) {
        if (some.isEmpty()) {
            return more;
        }
        if (more.isEmpty()) {
            return some;
        }
        List<T> all = new ArrayList<>(some);
        all.addAll(more);
        return List.copyOf(all);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Refusal its
                && code.equals(its.code)
                && Objects.equals(field, its.field)
                && alternatives.equals(its.alternatives)
                && text().equals(its.text());
    }

    @Override
    public int hashCode() {
        return Objects.hash(code, field, alternatives.size());
    }

    @Override
    public String toString() {
        return "Refusal[code=%s, text=%s, field=%s]".formatted(code, text(), field);
    }
}
