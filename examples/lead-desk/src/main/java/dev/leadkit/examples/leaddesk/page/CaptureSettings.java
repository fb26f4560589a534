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
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The capture rules: as they are, as a draft, and what the draft would make of the conversations that are stored. */
final class CaptureSettings {
    private static final int MOST_SHOWN = 100;

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
            return words.stream().filter(word -> !word.isEmpty()).collect(Collectors.joining("; "));
        }

        private static void differing(List<String> words, String name, @Nullable Object one, @Nullable Object other) {
            if (!Objects.equals(one, other)) {
                words.add(name + " " + (one == null || one.toString().isEmpty() ? "none" : one));
            }
        }
    }

    static void replay(PageCall call) {
        CaptureRules rules = CaptureRules.parse(SettingsPages.text(call));
        DateRange range = DateRange.find(Objects.requireNonNullElse(call.query("range"), ""))
                .orElse(DateRange.LAST_30_DAYS);
        CaptureReplay replay = call.host()
                .capture(call.who().tenant())
                .replay(rules, range.at(call.host().now(), ZoneOffset.UTC));
        Map<String, Object> model = new HashMap<>();
        model.put("replay", replay);
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
