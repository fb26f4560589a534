package dev.leadkit.examples.leaddesk.page;

import dev.leadkit.LeadDesk;
import dev.leadkit.examples.leaddesk.rest.Problem;
import dev.leadkit.examples.leaddesk.rest.ProblemException;
import dev.leadkit.examples.leaddesk.security.Role;
import dev.leadkit.identity.Duplicate;
import dev.leadkit.lead.Activity;
import dev.leadkit.lead.Contribution;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.Note;
import dev.leadkit.lead.Reason;
import dev.leadkit.lead.Score;
import dev.leadkit.pipeline.Pipeline;
import dev.leadkit.pipeline.Stage;
import dev.leadkit.plan.Feature;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One lead with all that is known of it. */
final class LeadPage {
    /** Of a longer timeline the older entries are folded away. */
    private static String percent(@Nullable Double probability) {
        return probability == null
                ? ""
                : BigDecimal.valueOf(probability)
                        .movePointRight(2)
                        .stripTrailingZeros()
                        .toPlainString();
    }

    private static final int NEWEST = 20;

    private LeadPage() {}

    /**
     * What a factor gave to the score.
     *
     * @param x where its bar begins, of 100
     * @param width of the bar, of 100
     */
    record Bar(String label, int points, String because, double x, double width) {}

    /** A note. @param earlier what it said before, latest first */
    record NoteView(String id, String text, String by, Instant at, List<Note.Revision> earlier) {}

    /** Another lead that may be, or is, the same person. @param percent how likely it is */
    record Other(String id, String name, long percent, String because, String stage) {}

    static void show(PageCall call) {
        LeadId id = call.lead().orElseThrow(LeadPage::missing);
        LeadDesk desk = call.desk();
        Lead lead = desk.get(id);
        Pipeline pipeline = call.host().pipeline(call.who().tenant());
        Map<String, Object> model = new HashMap<>();
        boolean isManager = call.who().role().isAtLeast(Role.MANAGER);
        boolean stands = !lead.withdrawn() && lead.mergedInto() == null;
        model.put("lead", lead);
        model.put("card", CardView.of(lead, pipeline, call.host().now()));
        model.put("stage", ListPage.stage(pipeline.findStage(lead.stage()), lead.stage()));
        model.put("stages", pipeline.stages());
        model.put("snoozedUntil", lead.isSnoozed(call.host().now()) ? lead.snoozedUntil() : null);
        model.put("ownPercent", percent(lead.probability()));
        model.put("lostReason", lostReason(lead, pipeline));
        model.put("bars", bars(lead.score()));
        model.put("users", call.host().directory().of(call.who().tenant()));
        model.put("takers", call.takers());
        model.put("canWork", stands && call.who().role().isAtLeast(Role.REP));
        model.put("canReopen", stands && lead.closed() && pipeline.reopening().isPresent());
        model.put("canManage", stands && isManager);
        model.put("duplicates", stands && isManager ? duplicates(desk, id, pipeline) : List.of());
        model.put("merged", merged(desk, lead, pipeline));
        history(call, lead, pipeline, model);
        call.render("lead", model);
    }

    /** What is read from the history, which a plan may not open. */
    private static void history(PageCall call, Lead lead, Pipeline pipeline, Map<String, Object> model) {
        LeadDesk desk = call.desk();
        boolean hasHistory = desk.plan().gate(Feature.HISTORY).access().mayRead();
        TranscriptView transcripts = TranscriptView.of(lead, hasHistory ? desk.transcript(lead.id()) : List.of());
        List<Sentences.Entry> timeline =
                hasHistory ? timeline(Timelines.all(desk, lead.id()), new Sentences(pipeline)) : List.of();
        int newest = Math.min(NEWEST, timeline.size());
        String hint = desk.plan().gate(Feature.HISTORY).upgradeHint();
        model.put("hasHistory", hasHistory);
        model.put("upgradeHint", hint == null ? "" : hint);
        model.put("facts", ContactView.of(lead, transcripts));
        model.put(
                "needAnchors",
                lead.need() == null
                        ? List.of()
                        : transcripts.anchors(lead.need().evidence()));
        model.put("conversations", transcripts.conversations());
        model.put("timeline", timeline.subList(0, newest));
        model.put("older", timeline.subList(newest, timeline.size()));
        model.put("notes", hasHistory ? notes(desk.notes(lead.id())) : List.of());
    }

    /** Newest first; an undo stands once for all that was done together. */
    private static List<Sentences.Entry> timeline(List<Activity> activities, Sentences sentences) {
        List<Sentences.Entry> entries = new ArrayList<>();
        Set<String> undoable = new HashSet<>();
        for (Activity activity : activities) {
            Sentences.Entry entry = sentences.entry(activity);
            String changeset = entry.changeset();
            entries.add(
                    changeset == null || undoable.add(changeset)
                            ? entry
                            : new Sentences.Entry(
                                    entry.kind(), entry.text(), entry.quote(), entry.actor(), entry.at(), null));
        }
        Collections.reverse(entries);
        return entries;
    }

    private static List<Bar> bars(@Nullable Score score) {
        if (score == null) {
            return List.of();
        }
        int most = score.contributions().stream()
                .mapToInt(Contribution::points)
                .filter(points -> points > 0)
                .max()
                .orElse(1);
        int least = score.contributions().stream()
                .mapToInt(Contribution::points)
                .min()
                .orElse(0);
        double unit = 100.0 / (most + Math.max(0, -least));
        double zero = Math.max(0, -least) * unit;
        return score.contributions().stream()
                .filter(part -> part.points() != 0)
                .map(part -> new Bar(
                        part.label(),
                        part.points(),
                        part.because(),
                        part.points() < 0 ? zero + part.points() * unit : zero,
                        Math.abs(part.points()) * unit))
                .toList();
    }

    private static String lostReason(Lead lead, Pipeline pipeline) {
        String key = lead.lostReason();
        return key == null
                ? ""
                : pipeline.findStage(lead.stage()).map(Stage::lostReasons).orElse(List.of()).stream()
                        .filter(reason -> reason.key().equals(key))
                        .findFirst()
                        .map(reason -> reason.name())
                        .orElse(key);
    }

    private static List<NoteView> notes(List<Note> notes) {
        List<NoteView> views = new ArrayList<>();
        for (Note note : notes) {
            List<Note.Revision> revisions = new ArrayList<>(note.revisions());
            Note.Revision last = revisions.remove(revisions.size() - 1);
            Collections.reverse(revisions);
            views.add(0, new NoteView(note.id().toString(), note.text(), Words.actor(last.by()), last.at(), revisions));
        }
        return views;
    }

    private static List<Other> duplicates(LeadDesk desk, LeadId id, Pipeline pipeline) {
        if (!desk.plan().gate(Feature.MERGES).access().mayWrite()) {
            return List.of();
        }
        return desk.merges().duplicates(id).stream()
                .map(duplicate -> other(duplicate, pipeline))
                .toList();
    }

    private static Other other(Duplicate duplicate, Pipeline pipeline) {
        Lead lead = duplicate.lead();
        return new Other(
                lead.id().toString(),
                lead.displayName(),
                Math.round(duplicate.likelihood() * 100),
                String.join("; ", duplicate.because().stream().map(Reason::text).toList()),
                stageName(lead, pipeline));
    }

    private static List<Other> merged(LeadDesk desk, Lead lead, Pipeline pipeline) {
        return lead.mergedLeads().stream()
                .map(desk::find)
                .flatMap(Optional::stream)
                .map(its -> new Other(its.id().toString(), its.displayName(), 100, "", stageName(its, pipeline)))
                .toList();
    }

    private static String stageName(Lead lead, Pipeline pipeline) {
        return pipeline.findStage(lead.stage()).map(Stage::name).orElse(lead.stage());
    }

    /** Says that another lead is somebody else, so that it is not suggested again. */
    static void markDistinct(PageCall call) {
        LeadId id = call.lead().orElseThrow(LeadPage::missing);
        LeadId other = PageCall.leadId(call.form().getOrDefault("other", "")).orElseThrow(LeadPage::missing);
        call.desk().merges().markDistinct(id, other);
        call.ctx().status(204);
    }

    private static RuntimeException missing() {
        return new ProblemException(Problem.of(404, "lead-not-found", "there is no such lead"));
    }
}
