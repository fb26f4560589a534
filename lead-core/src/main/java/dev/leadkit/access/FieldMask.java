package dev.leadkit.access;

import static dev.leadkit.access.HiddenField.AMOUNT;
import static dev.leadkit.access.HiddenField.AVATAR;
import static dev.leadkit.access.HiddenField.COMPANY;
import static dev.leadkit.access.HiddenField.EMAIL;
import static dev.leadkit.access.HiddenField.LOCATION;
import static dev.leadkit.access.HiddenField.NAME;
import static dev.leadkit.access.HiddenField.PHONE;
import static dev.leadkit.access.HiddenField.SCORE;
import static dev.leadkit.access.HiddenField.TEXTS;

import dev.leadkit.conversation.ChatMessage;
import dev.leadkit.conversation.Conversation;
import dev.leadkit.conversation.Mark;
import dev.leadkit.conversation.Transcript;
import dev.leadkit.lead.Activity;
import dev.leadkit.lead.Change;
import dev.leadkit.lead.Contact;
import dev.leadkit.lead.Identity;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadField;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.MergedLeads;
import dev.leadkit.lead.Reason;
import dev.leadkit.pipeline.Decision;
import dev.leadkit.store.Board;
import dev.leadkit.store.LeadFilter;
import dev.leadkit.store.LeadQuery.Sort;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Takes hidden fields out of what is shown. For the desk. Pure, immutable and safe to share.
 *
 * <p>What it gives is to be looked at, never to be written: the store would lose what is hidden.
 */
public final class FieldMask {
    /** Hides nothing. */
    public static final FieldMask NONE = new FieldMask(Set.of());

    /** In the place of a text that is hidden. */
    public static final String HIDDEN_TEXT = "•••";

    /** What the sentences of refusals tell, by their codes. */
    private static final Map<String, Set<HiddenField>> TOLD_BY = Map.of(
            "amount-too-low", Set.of(AMOUNT),
            "other-currency", Set.of(AMOUNT),
            "score-too-low", Set.of(SCORE),
            "none-holds", Set.of(AMOUNT, SCORE));

    private final Set<HiddenField> hidden;

    private FieldMask(Set<HiddenField> hidden) {
        this.hidden = hidden;
    }

    /** Hides these, and what they take with them. */
    public static FieldMask of(Set<HiddenField> hidden) {
        return hidden.isEmpty() ? NONE : new FieldMask(Set.copyOf(HiddenField.closure(hidden)));
    }

    public boolean hidesNothing() {
        return hidden.isEmpty();
    }

    public boolean hides(HiddenField field) {
        return hidden.contains(field);
    }

    /** The field of a name in {@link dev.leadkit.lead.LeadField}, if it is hidden. */
    public Optional<HiddenField> hidden(String field) {
        if (LeadField.keyOfCustom(field) != null && hides(TEXTS)) {
            return Optional.of(TEXTS);
        }
        return hidden.stream().filter(each -> each.key().equals(field)).findFirst();
    }

    /** A hidden field that a question asks for, from which the answer would tell something of it; empty if none is. */
    public Optional<HiddenField> askedFor(LeadFilter filter, Sort sort) {
        boolean byScore = sort == Sort.SCORE || sort == Sort.SCORE_DUE || asksForScore(filter);
        if (byScore && hides(SCORE)) {
            return Optional.of(SCORE);
        }
        return filter.isSearch()
                ? List.of(NAME, EMAIL, PHONE).stream().filter(this::hides).findFirst()
                : Optional.empty();
    }

    private static boolean asksForScore(LeadFilter filter) {
        return filter.score().min() != null
                || filter.score().max() != null
                || filter.band() != null
                || filter.anyOf().stream().anyMatch(FieldMask::asksForScore);
    }

    public Lead lead(Lead lead) {
        if (hidesNothing()) {
            return lead;
        }
        Lead.Builder shown = lead.toBuilder()
                .contact(contact(lead.contact()))
                .identities(lead.identities().stream()
                        .filter(identity -> !hides(identity))
                        .toList());
        lead.pinned().stream().filter(this::tells).forEach(shown::unpin);
        MergedLeads merged = lead.merged();
        if (merged != null) {
            shown.merged(merged(merged));
        }
        if (hides(AMOUNT)) {
            shown.expectedAmount(null);
        }
        if (hides(SCORE)) {
            shown.score(null);
        }
        if (hides(TEXTS)) {
            shown.need(null).fields(Collections.emptySortedMap());
        }
        return shown.build();
    }

    private MergedLeads merged(MergedLeads merged) {
        Map<LeadId, Set<String>> takenAway = new TreeMap<>();
        merged.takenAway()
                .forEach((lead, names) -> takenAway.put(
                        lead, names.stream().filter(name -> !tells(name)).collect(Collectors.toSet())));
        return new MergedLeads(lead(merged.own()), merged.leads(), merged.chosen(), takenAway);
    }

    /** Whether a pin has a hidden value in its name. */
    private boolean tells(String pin) {
        String cleared = LeadField.fieldOfCleared(pin);
        return cleared != null && hidden(cleared).isPresent();
    }

    private Contact contact(Contact contact) {
        return new Contact(
                hides(NAME) ? null : contact.name(),
                hides(EMAIL) ? List.of() : contact.emails(),
                hides(PHONE) ? List.of() : contact.phones(),
                hides(COMPANY) ? null : contact.company(),
                hides(LOCATION) ? null : contact.location(),
                hides(AVATAR) ? null : contact.avatar());
    }

    /** A channel knows its users by numbers or addresses; a session's id and the host's are without meaning. */
    public boolean hides(Identity identity) {
        return switch (identity.kind()) {
            case EMAIL -> hides(EMAIL);
            case PHONE -> hides(PHONE);
            case CHANNEL_USER -> hides(EMAIL) || hides(PHONE);
            case SESSION, EXTERNAL_ID -> false;
        };
    }

    /** The columns without sums of amounts where those are hidden. */
    public Board board(Board board) {
        return hidesNothing()
                ? board
                : new Board(board.columns().stream().map(this::column).toList());
    }

    private Board.Column column(Board.Column column) {
        return new Board.Column(
                column.stage(),
                column.count(),
                hides(AMOUNT) ? List.of() : column.totals(),
                column.stale(),
                column.cards().stream().map(this::lead).toList(),
                column.next(),
                column.probability(),
                column.overLimit());
    }

    /** The entry without hidden values; empty where nothing is left of it. */
    public Optional<Activity> activity(Activity activity) {
        if (hidesNothing()) {
            return Optional.of(activity);
        }
        return change(activity.change())
                .map(change -> new Activity(
                        activity.lead(),
                        activity.version(),
                        activity.index(),
                        activity.at(),
                        activity.actor(),
                        activity.changeset(),
                        activity.cause(),
                        change));
    }

    private Optional<Change> change(Change change) {
        if ((change instanceof Change.Scored || change instanceof Change.BandChanged) && hides(SCORE)) {
            return Optional.empty();
        }
        if (change instanceof Change.FieldChanged field && hidden(field.field()).isPresent()) {
            return Optional.of(new Change.FieldChanged(field.field(), null, null));
        }
        if (change instanceof Change.Noted && hides(TEXTS)) {
            return Optional.of(new Change.Noted(HIDDEN_TEXT));
        }
        if (change instanceof Change.NoteEdited edited && hides(TEXTS)) {
            return Optional.of(new Change.NoteEdited(edited.note(), HIDDEN_TEXT));
        }
        if (change instanceof Change.Overridden overridden) {
            return Optional.of(new Change.Overridden(
                    hides(TEXTS) ? HIDDEN_TEXT : overridden.why(),
                    overridden.refusals().stream().map(this::reason).toList()));
        }
        if (change instanceof Change.Summarised && hides(TEXTS)) {
            return Optional.of(new Change.Summarised(null));
        }
        return Optional.of(change);
    }

    /** A decision without the hidden values that its reasons found. */
    public Decision decision(Decision decision) {
        return hidesNothing()
                ? decision
                : decision.without(field -> hidden(field).isPresent());
    }

    /** Of a reason that is kept as a sentence, the code is left where the sentence may tell a hidden value. */
    private Reason reason(Reason reason) {
        Set<HiddenField> told = TOLD_BY.getOrDefault(reason.code(), Set.of());
        return told.stream().anyMatch(this::hides) ? Reason.of(reason.code(), HIDDEN_TEXT) : reason;
    }

    /** Who wrote when stays. */
    public Transcript transcript(Transcript transcript) {
        return hides(TEXTS)
                ? new Transcript(
                        conversation(transcript.conversation()),
                        transcript.messages().stream().map(FieldMask::message).toList())
                : transcript;
    }

    private static Conversation conversation(Conversation conversation) {
        return new Conversation(
                conversation.tenant(),
                conversation.session(),
                conversation.channel(),
                conversation.version(),
                conversation.segments(),
                conversation.marks().stream()
                        .map(mark -> new Mark(mark.kind(), mark.actor(), mark.at(), null))
                        .toList());
    }

    private static ChatMessage message(ChatMessage message) {
        return new ChatMessage(
                message.id(),
                message.session(),
                message.channel(),
                message.speaker(),
                HIDDEN_TEXT,
                message.at(),
                message.sequence(),
                Map.of(),
                false);
    }
}
