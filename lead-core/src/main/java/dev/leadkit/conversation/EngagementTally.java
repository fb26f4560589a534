package dev.leadkit.conversation;

import dev.leadkit.lead.Engagement;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Adds up {@link Engagement} one message at a time. The order does not matter: any order of the same messages gives the
 * same facts, and so does a repeat. Not safe to share.
 *
 * <p>Repeated texts count once, and the number of different texts is capped, so that neither pastes nor floods earn
 * anything: of more than {@value #MAX_TEXTS} texts those with the lowest hashes are kept, which every order agrees on. A
 * message whose text is {@linkplain Withheld withheld} counts as one that nobody repeated.
 */
public final class EngagementTally {
    private static final int MAX_TEXTS = 200;
    private static final int MAX_MINUTES = 240;

    private final TreeMap<Long, Boolean> questionByText = new TreeMap<>();
    private final TreeSet<Long> minutes = new TreeSet<>();
    private final Set<String> channels = new TreeSet<>();
    private double purchaseIntent;
    private double qualifiedIntent;
    private boolean markedQualified;
    private @Nullable Instant first;
    private @Nullable Instant last;

    /** Nothing was said yet. */
    public EngagementTally() {}

    /**
     * Adds a message; one that is not the visitor's changes nothing.
     *
     * @param purchase the probability of purchase intent in it, 0.0 to 1.0
     * @param qualified the probability of a pre-sales inquiry in it, 0.0 to 1.0
     */
    public void add(ChatMessage message, double purchase, double qualified) {
        if (!message.isFromVisitor()) {
            return;
        }
        Withheld withheld = Withheld.of(message).orElse(null);
        if (withheld != null && withheld.mode() == CaptureMode.NONE) {
            return;
        }
        add(withheld == null ? TextSigns.of(message.text()) : TextSigns.of(message, withheld));
        minutes.add(Math.floorDiv(message.at().getEpochSecond(), 60));
        if (minutes.size() > MAX_MINUTES) {
            minutes.pollLast();
        }
        channels.add(message.channel());
        purchaseIntent = Math.max(purchaseIntent, purchase);
        qualifiedIntent = Math.max(qualifiedIntent, qualified);
        first = first == null || message.at().isBefore(first) ? message.at() : first;
        last = last == null || message.at().isAfter(last) ? message.at() : last;
    }

    public void markQualified() {
        markedQualified = true;
    }

    private void add(TextSigns text) {
        if (!text.said()) {
            return;
        }
        questionByText.merge(text.hash(), text.question(), Boolean::logicalOr);
        if (questionByText.size() > MAX_TEXTS) {
            questionByText.pollLastEntry();
        }
    }

    public Engagement toEngagement() {
        int questions = (int)
                questionByText.values().stream().filter(Boolean::booleanValue).count();
        return new Engagement(
                questionByText.size(),
                questions,
                Duration.ofMinutes(minutes.size()),
                channels,
                purchaseIntent,
                qualifiedIntent,
                markedQualified,
                first,
                last);
    }
}
