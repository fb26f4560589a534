package dev.leadkit.conversation;

import dev.leadkit.lead.Engagement;
import dev.leadkit.lead.EngagementDay;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Adds up {@link Engagement} one message at a time. The order does not matter: any order of the same messages gives the
 * same facts, and so does a repeat. Not safe to share.
 *
 * <p>Neither pastes nor floods earn anything. A repeated text counts once, in the minute and on the day of its first writing;
 * a minute in which nothing new was said is not active. Of the texts of one minute at most {@value #MAX_OF_MINUTE} count,
 * those with the lowest hashes, which every order agrees on; of the minutes the first {@value #MAX_MINUTES}, and of all
 * texts the first {@value #MAX_TEXTS}, by days as in all. A message whose text is {@linkplain Withheld withheld} counts as one that nobody repeated.
 */
public final class EngagementTally {
    private static final int MAX_TEXTS = 200;
    private static final int MAX_MINUTES = 240;
    private static final int MAX_OF_MINUTE = 10;
    private static final long MINUTES_OF_DAY = 24 * 60;

    /** By minute, the texts that were said in it, by their hashes, with whether they ask. */
    private final TreeMap<Long, TreeMap<Long, Boolean>> saidByMinute = new TreeMap<>();

    private final Set<String> channels = new TreeSet<>();
    private double purchaseIntent;
    private double qualifiedIntent;
    private boolean markedQualified;
    private @Nullable Instant first;
    private @Nullable Instant last;
    private @Nullable Counted counted; // what was said comes to; null since that last changed

    private record Counted(int messages, int questions, int minutes, List<EngagementDay> days) {}

    /** A text by its first writing. */
    private static final class Said {
        private final long minute;
        private boolean question;

        Said(long minute) {
            this.minute = minute;
        }
    }

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
        TextSigns text = withheld == null ? TextSigns.of(message.text()) : TextSigns.of(message, withheld);
        if (text.said()) {
            say(text, Math.floorDiv(message.at().getEpochSecond(), 60));
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

    private void say(TextSigns text, long minute) {
        if (saidByMinute.size() >= MAX_MINUTES && minute > saidByMinute.lastKey()) {
            return;
        }
        TreeMap<Long, Boolean> texts = saidByMinute.computeIfAbsent(minute, its -> new TreeMap<>());
        if (texts.size() >= MAX_OF_MINUTE && text.hash() > texts.lastKey()) {
            return;
        }
        texts.merge(text.hash(), text.question(), Boolean::logicalOr);
        if (texts.size() > MAX_OF_MINUTE) {
            texts.pollLastEntry();
        }
        if (saidByMinute.size() > MAX_MINUTES) {
            saidByMinute.pollLastEntry();
        }
        counted = null;
    }

    public Engagement toEngagement() {
        Counted its = counted;
        if (its == null) {
            its = count();
            counted = its;
        }
        return new Engagement(
                its.messages(),
                its.questions(),
                Duration.ofMinutes(its.minutes()),
                channels,
                purchaseIntent,
                qualifiedIntent,
                markedQualified,
                first,
                last,
                its.days());
    }

    private Counted count() {
        Map<Long, Said> byText = new LinkedHashMap<>(); // the first that were said first
        saidByMinute.forEach((minute, texts) -> texts.forEach(
                (text, question) -> byText.computeIfAbsent(text, its -> new Said(minute)).question |= question));
        Set<Long> minutes = new HashSet<>();
        TreeMap<Long, int[]> byDay = new TreeMap<>();
        int messages = 0;
        int questions = 0;
        for (Said said : byText.values()) {
            minutes.add(said.minute);
            if (messages == MAX_TEXTS) {
                continue;
            }
            messages++;
            int[] day = byDay.computeIfAbsent(Math.floorDiv(said.minute, MINUTES_OF_DAY), its -> new int[2]);
            day[0]++;
            if (said.question) {
                day[1]++;
                questions++;
            }
        }
        while (byDay.size() > Engagement.MAX_DAYS) {
            byDay.pollFirstEntry();
        }
        List<EngagementDay> days = new ArrayList<>();
        byDay.forEach((day, its) -> days.add(new EngagementDay(LocalDate.ofEpochDay(day), its[0], its[1])));
        return new Counted(messages, questions, minutes.size(), List.copyOf(days));
    }
}
