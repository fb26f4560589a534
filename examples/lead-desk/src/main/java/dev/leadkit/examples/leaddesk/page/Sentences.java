package dev.leadkit.examples.leaddesk.page;

import dev.leadkit.lead.Activity;
import dev.leadkit.lead.Assurance;
import dev.leadkit.lead.Cause;
import dev.leadkit.lead.Change;
import dev.leadkit.lead.IdentityKind;
import dev.leadkit.lead.LeadField;
import dev.leadkit.lead.Reason;
import dev.leadkit.pipeline.Pipeline;
import dev.leadkit.pipeline.Stage;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says of each entry of a timeline, in a sentence, what happened. */
final class Sentences {
    /** Of what follows from a conversation or from somebody's wish nothing is taken back: it would come again. */
    private static final Set<String> NOT_UNDONE = Set.of(
            Cause.MESSAGE,
            Cause.LATE_MESSAGE,
            Cause.KNOWN_CHANNEL_USER,
            Cause.CLOSED_LATELY,
            Cause.MARK,
            Cause.REFOLD,
            Cause.SUBJECT_REQUEST,
            Cause.RETENTION);

    private static final Map<String, String> FIELDS = Map.of(
            LeadField.AMOUNT, "expected amount",
            LeadField.LOST_REASON, "reason for being lost",
            LeadField.SNOOZED_UNTIL, "snooze",
            LeadField.EMAIL, "e-mail");

    private final Pipeline pipeline;

    Sentences(Pipeline pipeline) {
        this.pipeline = pipeline;
    }

    /**
     * An entry of the timeline.
     *
     * @param kind what sort of thing happened, for a picture
     * @param quote what somebody wrote; absent where nobody did
     * @param changeset to undo it by; absent when it can't be
     */
    record Entry(
            String kind,
            String text,
            @Nullable String quote,
            String actor,
            Instant at,
            @Nullable String changeset) {}

    private record Said(String kind, String text, @Nullable String quote) {
        static Said of(String kind, String pattern, Object... arguments) {
            return new Said(kind, pattern.formatted(arguments), null);
        }
    }

    Entry entry(Activity activity) {
        Said said = said(activity.change());
        return new Entry(
                said.kind(),
                said.text() + because(activity.cause()),
                said.quote(),
                Words.actor(activity.actor()),
                activity.at(),
                isUndoable(activity) ? activity.changeset().toString() : null);
    }

    private static boolean isUndoable(Activity activity) {
        Cause cause = activity.cause();
        Change change = activity.change();
        boolean isWork = change instanceof Change.StageChanged
                || change instanceof Change.FieldChanged
                || change instanceof Change.Tagged
                || change instanceof Change.Untagged
                || change instanceof Change.Assigned
                || change instanceof Change.Noted
                || change instanceof Change.Merged
                || change instanceof Change.PipelineChanged;
        return isWork && activity.actor().isPerson() && (cause == null || !NOT_UNDONE.contains(cause.code()));
    }

    private static String because(@Nullable Cause cause) {
        return cause == null
                ? ""
                : switch (cause.code()) {
                    case Cause.LATE_MESSAGE -> ", after a message that came late";
                    case Cause.KNOWN_CHANNEL_USER, Cause.CLOSED_LATELY ->
                        ", in another conversation of the same person";
                    case Cause.UNDO -> ", as an undo";
                    case Cause.OPERATION -> ", with many others at once";
                    case Cause.IMPORT -> ", by an import";
                    case Cause.TIMED_RULE -> ", because it was time";
                    default -> "";
                };
    }

    private Said said(Change change) {
        if (change instanceof Change.StageChanged moved) {
            String why = moved.reason() == null ? "" : " (%s)".formatted(reason(moved.to(), moved.reason()));
            return Said.of(
                    "moved",
                    "Moved from %s to %s%s after %s",
                    stage(moved.from()),
                    stage(moved.to()),
                    why,
                    Words.duration(moved.inFrom()));
        } else if (change instanceof Change.FieldChanged field) {
            return changed(field);
        } else if (change instanceof Change.Scored scored) {
            return scored(scored);
        } else if (change instanceof Change.Assigned assigned) {
            return assigned(assigned);
        } else if (change instanceof Change.Tagged tagged) {
            return Said.of("tagged", "Tagged “%s”", tagged.tag());
        } else if (change instanceof Change.Untagged untagged) {
            return Said.of("tagged", "Tag “%s” taken away", untagged.tag());
        } else if (change instanceof Change.Noted noted) {
            return new Said("noted", "Wrote a note", noted.text());
        } else if (change instanceof Change.NoteEdited edited) {
            return new Said("noted", "Rewrote a note", edited.text());
        } else if (change instanceof Change.NoteRemoved) {
            return Said.of("noted", "Took a note away");
        }
        return ofConversation(change);
    }

    private Said ofConversation(Change change) {
        if (change instanceof Change.Created created) {
            return Said.of(
                    "created",
                    "Became a lead in %s, from %s",
                    stage(created.stage()),
                    Words.ofKey(created.source().key()));
        } else if (change instanceof Change.Captured captured) {
            return Said.of("created", "Captured: %s", reasons(captured.because()));
        } else if (change instanceof Change.Withdrawn) {
            return Said.of("created", "Capture taken back: a later message does not support it");
        } else if (change instanceof Change.Restored) {
            return Said.of("created", "Is a lead again");
        } else if (change instanceof Change.Identified identified) {
            return Said.of(
                    "identified", "Known by %s, %s", identity(identified.kind()), ofAssurance(identified.assurance()));
        } else if (change instanceof Change.ConversationLinked linked) {
            return Said.of("linked", "Conversation %s linked", linked.session());
        } else if (change instanceof Change.ConversationUnlinked unlinked) {
            return Said.of("linked", "Conversation %s went with the other lead", unlinked.session());
        } else if (change instanceof Change.Summarised summarised) {
            return new Said("summarised", "Need summed up", summarised.text());
        } else if (change instanceof Change.ConsentStated stated) {
            var consent = stated.consent().value();
            return Said.of(
                    "identified", consent.given() ? "Agreed to “%s”" : "Does not agree to “%s”", consent.purpose());
        } else if (change instanceof Change.ConsentDropped dropped) {
            return Said.of("identified", "Nothing is known any more about “%s”", dropped.purpose());
        }
        return ofStructure(change);
    }

    private Said ofStructure(Change change) {
        if (change instanceof Change.Merged) {
            return Said.of("merged", "Another lead of the same person was merged into this one");
        } else if (change instanceof Change.MergedInto) {
            return Said.of("merged", "Merged into another lead, which stands for it");
        } else if (change instanceof Change.Unmerged) {
            return Said.of("merged", "A merged lead was taken out again");
        } else if (change instanceof Change.UnmergedFrom) {
            return Said.of("merged", "Stands by itself again");
        } else if (change instanceof Change.Migrated migrated) {
            return Said.of("moved", "Brought to version %s of the pipeline", migrated.toVersion());
        } else if (change instanceof Change.PipelineChanged moved) {
            return Said.of("moved", "Moved to the pipeline %s", moved.toPipeline());
        } else if (change instanceof Change.Overridden overridden) {
            return new Said("moved", "Moved in spite of what the pipeline says", overridden.why());
        }
        return Said.of("edited", "Set right where values came from");
    }

    private Said changed(Change.FieldChanged field) {
        String name = Words.capital(fieldName(field.field()));
        String from = field.from();
        String to = field.to();
        if (to == null) {
            return from == null
                    ? Said.of("edited", "%s taken away", name)
                    : Said.of("edited", "%s taken away: it was %s", name, from);
        }
        return from == null
                ? Said.of("edited", "%s set to %s", name, to)
                : Said.of("edited", "%s changed from %s to %s", name, from, to);
    }

    /** A field as a word, such as {@code expected amount}. */
    static String fieldName(String field) {
        String custom = LeadField.keyOfCustom(field);
        return custom != null ? custom : FIELDS.getOrDefault(field, field);
    }

    private static Said scored(Change.Scored scored) {
        String band = Words.ofKey(scored.bandTo());
        if (scored.from() == null) {
            return Said.of("scored", "Scored %s, %s", scored.to(), band);
        }
        return scored.changesBand()
                ? Said.of("scored", "Score %s → %s, now %s", scored.from(), scored.to(), band)
                : Said.of("scored", "Score %s → %s", scored.from(), scored.to());
    }

    private static Said assigned(Change.Assigned assigned) {
        String from = assigned.from();
        String to = assigned.to();
        if (to == null) {
            return Said.of("assigned", "Nobody looks after it any more; it was %s", from == null ? "nobody" : from);
        }
        return from == null
                ? Said.of("assigned", "Given to %s", to)
                : Said.of("assigned", "Handed over from %s to %s", from, to);
    }

    private static String reasons(List<Reason> reasons) {
        return reasons.stream().map(Reason::text).collect(Collectors.joining("; "));
    }

    private static String identity(IdentityKind kind) {
        return switch (kind) {
            case SESSION -> "a chat session";
            case EMAIL -> "an e-mail address";
            case PHONE -> "a phone number";
            case CHANNEL_USER -> "a user of the channel";
            case EXTERNAL_ID -> "an id of another system";
        };
    }

    /** How far something is trusted. */
    static String ofAssurance(Assurance assurance) {
        return switch (assurance) {
            case CLAIMED -> "claimed, not checked";
            case CHANNEL -> "given by the channel";
            case VERIFIED -> "verified";
        };
    }

    private String stage(String key) {
        return pipeline.findStage(key).map(Stage::name).orElse(key);
    }

    private String reason(String stage, String key) {
        return pipeline.findStage(stage)
                .flatMap(its -> its.lostReasons().stream()
                        .filter(each -> each.key().equals(key))
                        .findFirst())
                .map(each -> each.name().toLowerCase(Locale.ROOT))
                .orElse(key);
    }
}
