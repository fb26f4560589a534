package dev.leadkit.examples.leaddesk.page;

import dev.leadkit.capture.CaptureReplay;
import dev.leadkit.capture.rule.CaptureRules;
import dev.leadkit.examples.leaddesk.host.TenantDefinitions.Current;
import dev.leadkit.examples.leaddesk.rest.ProblemException;
import dev.leadkit.examples.leaddesk.settings.Draft;
import dev.leadkit.examples.leaddesk.settings.PrettyJson;
import dev.leadkit.examples.leaddesk.settings.RuleWords;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.Reason;
import dev.leadkit.plan.Feature;
import dev.leadkit.store.DateRange;
import dev.leadkit.store.LeadFilter;
import dev.leadkit.store.LeadQuery;
import dev.leadkit.store.Page;
import dev.leadkit.store.PageRequest;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The capture rules: as they are, as a draft, and what the draft would make of the conversations that are stored. */
final class CaptureSettings {
    private static final int MOST_SHOWN = 100;
    private static final int MOST_REPLAYED = 1_000;

    private CaptureSettings() {}

    static void show(PageCall call) {
        call.desk().plan().gate(Feature.CAPTURE).requireRead(Feature.CAPTURE);
        Current<CaptureRules> current =
                call.host().captureRules().current(call.who().tenant());
        Map<String, Object> model = rules(current.value());
        model.put("seen", current.version());
        model.put("text", PrettyJson.of(current.value().toJson()));
        call.render("settings-capture", model);
    }

    private static Map<String, Object> rules(CaptureRules rules) {
        Map<String, Object> model = new HashMap<>();
        model.put("name", rules.name());
        model.put("policy", rules.policy().key());
        model.put("rules", RuleWords.of(rules));
        return model;
    }

    static void check(PageCall call) {
        Draft<CaptureRules> draft = Draft.read(SettingsPages.text(call), CaptureRules::parse);
        CaptureRules rules = draft.value();
        Map<String, Object> model = rules == null ? new HashMap<>() : rules(rules);
        model.put("draft", draft);
        call.render("settings-capture-draft", model);
    }

    /** One conversation that comes out differently. @param lead the one that it led to; absent for none */
    record Changed(String session, @Nullable Lead lead, String kind, String before, String after) {
        static Changed of(PageCall call, CaptureReplay.Difference difference) {
            return new Changed(
                    difference.session(),
                    lead(call, difference.session()),
                    difference.kind().name().toLowerCase(Locale.ROOT),
                    words(difference.before(), difference.after()),
                    words(difference.after(), difference.before()));
        }

        private static @Nullable Lead lead(PageCall call, String session) {
            return call.host()
                    .storage()
                    .store()
                    .transcript(call.who().tenant(), session)
                    .flatMap(transcript -> transcript.conversation().currentSegment())
                    .flatMap(segment -> call.desk().find(segment.lead()))
                    .orElse(null);
        }

        /** Whether it is a lead and why; of the rest what differs. */
        private static String words(CaptureReplay.Outcome one, CaptureReplay.Outcome other) {
            List<String> words = new ArrayList<>();
            words.add(one.captured() ? "a lead" : "no lead");
            if (!one.fired().equals(other.fired())) {
                words.add(one.fired().isEmpty() ? "no rule fired" : "by " + String.join(", ", one.fired()));
            }
            if (!one.captured() && other.captured()) {
                words.add(one.because().stream().map(Reason::text).distinct().collect(Collectors.joining("; ")));
            }
            differing(words, "stage", one.stage(), other.stage());
            differing(words, "tags", String.join(", ", one.tags()), String.join(", ", other.tags()));
            differing(words, "assignee", one.assignee(), other.assignee());
            differing(words, "amount", one.amount(), other.amount());
            differing(words, "score", one.score(), other.score());
            differing(words, "consents", consents(one), consents(other));
            return words.stream().filter(word -> !word.isEmpty()).collect(Collectors.joining("; "));
        }

        private static String consents(CaptureReplay.Outcome outcome) {
            return outcome.consents().stream()
                    .map(stated -> (stated.given() ? "" : "not ") + stated.purpose() + " (" + stated.basis()
                            + (stated.textVersion() == null ? "" : ", text " + stated.textVersion()) + ")")
                    .collect(Collectors.joining(", "));
        }

        private static void differing(List<String> words, String name, @Nullable Object one, @Nullable Object other) {
            if (!Objects.equals(one, other)) {
                words.add(name + " " + (one == null || one.toString().isEmpty() ? "none" : one));
            }
        }
    }

    /** Over the newest conversations that led to a lead, and those that are named: no store lists the others. */
    static void replay(PageCall call) {
        CaptureRules rules = CaptureRules.parse(SettingsPages.text(call));
        DateRange range = DateRange.find(Objects.requireNonNullElse(call.query("range"), ""))
                .orElse(DateRange.LAST_30_DAYS);
        Set<String> sessions = sessions(call, range);
        for (String named :
                Objects.requireNonNullElse(call.query("sessions"), "").split("[\\s,]+", -1)) {
            if (!named.isEmpty()) {
                sessions.add(named);
            }
        }
        CaptureReplay replay = call.host().capture(call.who().tenant()).replay(rules, sessions);
        Map<String, Object> model = new HashMap<>();
        model.put("replay", replay);
        model.put("unknown", replay.unknown());
        model.put("most", MOST_REPLAYED);
        model.put("all", replay.same() + replay.differences().size());
        model.put("added", replay.count(CaptureReplay.Kind.ADDED));
        model.put("gone", replay.count(CaptureReplay.Kind.GONE));
        model.put("changed", replay.count(CaptureReplay.Kind.CHANGED));
        model.put(
                "differences",
                replay.differences().stream()
                        .limit(MOST_SHOWN)
                        .map(each -> Changed.of(call, each))
                        .toList());
        model.put("more", Math.max(0, replay.differences().size() - MOST_SHOWN));
        call.render("settings-capture-replay", model);
    }

    private static Set<String> sessions(PageCall call, DateRange range) {
        Set<String> sessions = new LinkedHashSet<>();
        LeadQuery query = LeadQuery.of(
                        LeadFilter.all().createdIn(range.at(call.host().now(), ZoneOffset.UTC)))
                .sortedBy(LeadQuery.Sort.NEWEST)
                .limit(PageRequest.MAX_LIMIT);
        Page<Lead> page = call.desk().list(query);
        page.items().forEach(lead -> sessions.addAll(lead.sessions()));
        while (page.next() != null && sessions.size() < MOST_REPLAYED) {
            page = call.desk().list(query.after(page.next()));
            page.items().forEach(lead -> sessions.addAll(lead.sessions()));
        }
        return sessions.stream().limit(MOST_REPLAYED).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    static void save(PageCall call) {
        call.desk().plan().gate(Feature.CAPTURE).requireWrite(Feature.CAPTURE);
        Current<CaptureRules> saved = call.host()
                .captureRules()
                .save(
                        call.who().tenant(),
                        call.who().actor(),
                        SettingsPages.number(call, "seen"),
                        requireText(SettingsPages.text(call)));
        call.render(
                "settings-saved",
                Map.of(
                        "seen",
                        saved.version(),
                        "words",
                        "The capture rules are saved. They count from the next message on."));
    }

    static String requireText(String text) {
        if (text.isBlank()) {
            throw new ProblemException(400, "invalid-input", "there is nothing to save");
        }
        return text;
    }
}
