package dev.leadkit.conflict;

import dev.leadkit.conflict.FieldChoice.Take;
import dev.leadkit.lead.Attributed;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadField;
import dev.leadkit.lead.PhoneNumber;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Two changes of one lead that began at the same value, field by field. Pure; immutable and safe to share.
 *
 * <pre>{@code
 * ThreeWay both = ThreeWay.of(base, mine, theirs);
 * both.conflicts().forEach(choice -> ask(choice.field(), choice.mine(), choice.theirs()));
 * }</pre>
 *
 * <p>It knows what people set: the contact, the amount, probability, snooze, assignee, stage, lost reason, tags and custom fields. Tags, addresses
 * and numbers are taken one by one, so that two people who add one each don't conflict. What LeadKit makes of a lead, such as
 * its score, is no choice.
 *
 * @param choices of every field that one of the two changed, in a fixed order
 */
public record ThreeWay(List<FieldChoice> choices) {
    private static final String PRESENT = "set";

    public ThreeWay {
        choices = List.copyOf(choices);
    }

    /**
     * @param base before both changes
     * @param mine after the one
     * @param theirs after the other
     * @throws IllegalArgumentException if they are not the same lead
     */
    public static ThreeWay of(Lead base, Lead mine, Lead theirs) {
        if (!base.id().equals(mine.id()) || !base.id().equals(theirs.id())) {
            throw new IllegalArgumentException("base, mine and theirs must be the same lead");
        }
        Map<String, String> before = texts(base);
        Map<String, String> left = texts(mine);
        Map<String, String> right = texts(theirs);
        Set<String> fields = new TreeSet<>(before.keySet());
        fields.addAll(left.keySet());
        fields.addAll(right.keySet());
        List<FieldChoice> choices = new ArrayList<>();
        for (String field : fields) {
            var choice = new FieldChoice(field, before.get(field), left.get(field), right.get(field));
            if (choice.take() != Take.SAME || !Objects.equals(choice.base(), choice.mine())) {
                choices.add(choice);
            }
        }
        return new ThreeWay(choices);
    }

    /** Those that both changed, to different values. */
    public List<FieldChoice> conflicts() {
        return choices.stream().filter(choice -> choice.take() == Take.CONFLICT).toList();
    }

    /** Whether both changes can stand together. */
    public boolean isFree() {
        return conflicts().isEmpty();
    }

    /** The names of the fields of which one value is to be taken. */
    public Set<String> fields(Take take) {
        Set<String> fields = new TreeSet<>();
        choices.stream().filter(choice -> choice.take() == take).forEach(choice -> fields.add(choice.field()));
        return fields;
    }

    /** What people set on a lead, each as a text by its name; what is not set has no entry. */
    private static Map<String, String> texts(Lead lead) {
        Map<String, String> texts = new HashMap<>();
        put(texts, LeadField.NAME, lead.contact().name(), Function.identity());
        put(texts, LeadField.COMPANY, lead.contact().company(), Function.identity());
        put(texts, LeadField.LOCATION, lead.contact().location(), Function.identity());
        put(texts, LeadField.AVATAR, lead.contact().avatar(), Function.identity());
        put(texts, LeadField.AMOUNT, lead.expectedAmount(), Object::toString);
        values(texts, LeadField.EMAIL, lead.contact().emails(), Function.identity());
        values(texts, LeadField.PHONE, lead.contact().phones(), PhoneNumber::value);
        lead.fields()
                .forEach((key, value) ->
                        texts.put(LeadField.custom(key), value.value().text()));
        lead.tags().forEach(tag -> texts.put(LeadField.tag(tag), PRESENT));
        texts.put(LeadField.STAGE, lead.stage());
        put(texts, LeadField.ASSIGNEE, lead.assignee());
        put(texts, LeadField.LOST_REASON, lead.lostReason());
        put(texts, LeadField.PROBABILITY, text(lead.probability()));
        put(texts, LeadField.SNOOZED_UNTIL, text(lead.snoozedUntil()));
        return texts;
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    private static <T> void values(
            Map<String, String> texts, String field, List<Attributed<T>> values, Function<T, String> text) {
        values.stream().findFirst().ifPresent(first -> texts.put(field, text.apply(first.value())));
        values.forEach(value -> texts.put(field + ":" + text.apply(value.value()), PRESENT));
    }

    private static <T> void put(
            Map<String, String> texts, String field, @Nullable Attributed<T> value, Function<T, String> text) {
        put(texts, field, value == null ? null : text.apply(value.value()));
    }

    private static void put(Map<String, String> texts, String field, @Nullable String text) {
        if (text != null) {
            texts.put(field, text);
        }
    }
}
