package dev.leadkit.testkit;

import dev.leadkit.lead.Activity;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.TenantId;
import dev.leadkit.pipeline.Pipeline;
import dev.leadkit.pipeline.Stage;
import dev.leadkit.pipeline.StageCategory;
import dev.leadkit.store.Board;
import dev.leadkit.store.BoardQuery;
import dev.leadkit.store.Changeset;
import dev.leadkit.store.LeadFilter;
import dev.leadkit.store.LeadQuery;
import dev.leadkit.store.LeadStore;
import dev.leadkit.store.Page;
import dev.leadkit.store.PageRequest;
import dev.leadkit.store.Staleness;
import dev.leadkit.store.TimeRange;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.Function;

/**
 * Asks a store everything that its interface lets one ask about what {@link RandomChangesets} did to it, and gives the answers, to
 * compare them with those of another store. Immutable and safe to share.
 */
public final class RandomQuestions {
    /** In which leads become stale within the few seconds of {@link RandomChangesets#at}. */
    private static final Pipeline STALING = Pipeline.named("sales")
            .stage(Stage.of("new", "New", StageCategory.OPEN).withStaleAfter(Duration.ofSeconds(1)))
            .stage(Stage.of("contacted", "Contacted", StageCategory.OPEN).withStaleAfter(Duration.ofNanos(1_500)))
            .lost("lost", "Lost")
            .won("won", "Won")
            .free()
            .build();

    private final TenantId tenant;

    public RandomQuestions(TenantId tenant) {
        this.tenant = tenant;
    }

    /** The answers to the questions of a seed. */
    public List<Object> ask(long seed, LeadStore store) {
        var random = new Random(~seed);
        List<Object> answers = new ArrayList<>();
        for (int lead = 0; lead < RandomChangesets.LEADS; lead++) {
            LeadId id = Leads.id(lead);
            answers.add(store.find(tenant, id));
            answers.add(timeline(store, id, 1 + random.nextInt(3)));
        }
        for (int session = 0; session < RandomChangesets.SESSIONS; session++) {
            answers.add(store.transcript(tenant, RandomChangesets.session(session)));
        }
        for (int key = 0; key < RandomChangesets.KEYS; key++) {
            for (String pipeline : RandomChangesets.PIPELINES) {
                answers.add(store.findByIdentity(tenant, pipeline, RandomChangesets.key(key)));
            }
        }
        for (LeadQuery.Sort sort : LeadQuery.Sort.values()) {
            LeadQuery query = LeadQuery.of(filter(random)).sortedBy(sort).limit(1 + random.nextInt(4));
            answers.add(query + " gives " + pages(query, store));
        }
        BoardQuery board = BoardQuery.of(filter(random))
                .cards(1 + random.nextInt(3))
                .countingStale(Staleness.of(STALING, RandomChangesets.at(random).plusSeconds(1)));
        answers.add(board + " gives " + columns(store.board(tenant, board)));
        return answers;
    }

    /** Everything that a store holds after one changeset. */
    public static List<Object> everything(TenantId tenant, Changeset changeset, LeadStore store) {
        var questions = new RandomQuestions(tenant);
        List<Object> answers = new ArrayList<>();
        for (Changeset.LeadWrite write : changeset.leads()) {
            Lead lead = write.lead();
            answers.add(store.find(tenant, lead.id()));
            answers.add(questions.timeline(store, lead.id(), 2));
            write.after().identities().forEach(key -> answers.add(store.findByIdentity(tenant, lead.pipeline(), key)));
            for (String tag : lead.tags()) {
                answers.add(questions.pages(LeadQuery.of(LeadFilter.all().taggedAny(tag)), store));
            }
        }
        for (LeadQuery.Sort sort : LeadQuery.Sort.values()) {
            answers.add(questions.pages(LeadQuery.all().sortedBy(sort), store));
        }
        answers.add(columns(store.board(tenant, BoardQuery.all())));
        changeset
                .conversations()
                .forEach(write -> answers.add(
                        store.transcript(tenant, write.conversation().session())));
        return answers;
    }

    private static LeadFilter filter(Random random) {
        LeadFilter filter = LeadFilter.all();
        if (random.nextInt(2) == 0) {
            filter = filter.inPipeline(RandomChangesets.pick(random, RandomChangesets.PIPELINES));
        }
        if (random.nextInt(3) == 0) {
            filter = filter.inStage(RandomChangesets.pick(random, RandomChangesets.STAGES));
        } else if (random.nextInt(3) == 0) {
            filter = filter.inStage("new", "lost");
        }
        if (random.nextInt(4) == 0) {
            filter = filter.taggedNone(RandomChangesets.pick(random, RandomChangesets.TAGS));
        }
        if (random.nextInt(5) == 0) {
            filter = filter.and(LeadFilter.anyOf(List.of(
                    alternative(random),
                    alternative(random).inStage(RandomChangesets.pick(random, RandomChangesets.STAGES)))));
        }
        return switch (random.nextInt(16)) {
            case 8 ->
                filter.taggedAll(RandomChangesets.pick(random, RandomChangesets.TAGS))
                        .taggedAny(RandomChangesets.pick(random, RandomChangesets.TAGS));
            case 9 -> filter.assignedToNobody();
            case 10 -> filter.scoredAtMost(random.nextInt(100));
            case 11 -> filter.activeIn(TimeRange.between(RandomChangesets.at(random), RandomChangesets.at(random)));
            case 12 -> filter.stale(STALING, RandomChangesets.at(random).plusSeconds(1));
            case 13 ->
                filter.matching(RandomChangesets.pick(random, List.of("jos", "n", "ana", "1234")))
                        .taggedAny(
                                RandomChangesets.pick(random, RandomChangesets.TAGS),
                                RandomChangesets.pick(random, List.of("x", "y")));
            case 14 ->
                filter.snoozeEndsIn(TimeRange.between(
                        RandomChangesets.at(random), RandomChangesets.at(random).plusSeconds(1)));
            case 0 -> filter.fromSource("api");
            case 1 ->
                filter.taggedAny(
                        RandomChangesets.pick(random, RandomChangesets.TAGS),
                        RandomChangesets.pick(random, List.of("x", "y")));
            case 2 -> filter.assignedTo("ann");
            case 3 -> filter.createdBetween(RandomChangesets.at(random), RandomChangesets.at(random));
            case 4 -> filter.scoredAtLeast(random.nextInt(100));
            case 5 -> filter.inBand(RandomChangesets.pick(random, List.of("hot", "warm", "cold")));
            case 6, 7 ->
                filter.matching(RandomChangesets.pick(
                        random,
                        List.of(
                                "jos",
                                "JOSÉ mu",
                                "ana lena",
                                "4912",
                                "1234",
                                "12345",
                                "lena 44 1234",
                                "\uFA0E",
                                "str",
                                "strasse",
                                "\uD842\uDFB7",
                                "mü",
                                "n")));
            default -> filter;
        };
    }

    private static LeadFilter alternative(Random random) {
        LeadFilter all = LeadFilter.all();
        return switch (random.nextInt(8)) {
            case 0 -> all.assignedToNobody();
            case 1 ->
                all.taggedAny(
                        RandomChangesets.pick(random, RandomChangesets.TAGS),
                        RandomChangesets.pick(random, List.of("x", "y")));
            case 2 ->
                all.taggedNone(RandomChangesets.pick(random, RandomChangesets.TAGS))
                        .inPipeline(RandomChangesets.pick(random, RandomChangesets.PIPELINES));
            case 3 -> all.scoredAtMost(random.nextInt(100));
            case 6 -> all.snoozedAt(RandomChangesets.at(random).plusSeconds(1));
            case 4 -> all.stale(STALING, RandomChangesets.at(random).plusSeconds(1));
            case 5 -> all.assignedTo("ann").taggedAll(RandomChangesets.pick(random, RandomChangesets.TAGS));
            default -> LeadFilter.anyOf(List.of(all.inBand("hot"), all.fromSource("api")));
        };
    }

    private List<Page<Lead>> pages(LeadQuery query, LeadStore store) {
        return pages(cursor -> store.list(tenant, cursor == null ? query : query.after(cursor)));
    }

    private List<Activity> timeline(LeadStore store, LeadId lead, int limit) {
        List<Page<Activity>> pages = pages(cursor -> store.timeline(tenant, lead, new PageRequest(limit, cursor)));
        return pages.stream().flatMap(page -> page.items().stream()).toList();
    }

    private static <T> List<Page<T>> pages(Function<String, Page<T>> read) {
        List<Page<T>> pages = new ArrayList<>();
        String cursor = null;
        do {
            Page<T> page = read.apply(cursor);
            pages.add(page);
            cursor = page.next();
        } while (cursor != null);
        return pages;
    }

    private static List<Board.Column> columns(Board board) {
        return board.columns().stream()
                .sorted(Comparator.comparing(Board.Column::stage))
                .toList();
    }
}
